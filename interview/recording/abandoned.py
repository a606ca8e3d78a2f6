"""Sessions that nobody came back to: ended by the system, so that what they hold is finalised and judged."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from interview.core import clock, current
from interview.core.actors import SYSTEM
from interview.core.db import db
from interview.recording import service as recording
from interview.recording.models import RecordingSession, SessionStatus

AT_ONCE = 50
REASON = "abandoned"


def end_abandoned() -> int:
    """End sessions without a sign of life for as long as an upload may wait; returns how many were ended."""
    silent_since = clock.now() - timedelta(hours=current.settings().upload_expiry_hours)
    query = select(RecordingSession).where(
        RecordingSession.status == SessionStatus.IN_PROGRESS, RecordingSession.last_active_at < silent_since
    )
    found = db.session.scalars(query.limit(AT_ONCE).with_for_update(skip_locked=True)).all()
    for session in found:
        recording.end(session, by=SYSTEM, reason=REASON)
    return len(found)
