"""What a candidate may know of an interview before and while it is conducted."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from interview.accounts.models import Organisation
from interview.consent import service as consent
from interview.consent.notices import Notice
from interview.core import current
from interview.core.db import db
from interview.recording.models import RecordingSession
from interview.scheduling import invitations
from interview.scheduling.models import Interview


def preview(token: str) -> dict[str, Any]:
    """Tell what a token leads to, for `SessionPreviewed`; starts nothing.

    Raises `TokenUnknown`, `TokenExpired` or `TokenRevoked`.
    """
    interview = invitations.redeem(token).interview
    stated = consent.granted(subject=interview.consent_subject, context=interview.consent_context)
    open_session = select(RecordingSession.id).where(
        RecordingSession.interview_id == interview.id, RecordingSession.ended_at.is_(None)
    )
    return {
        "interview": describe(interview),
        "candidate_name": interview.candidate.name,
        "consent": {purpose.value: granted for purpose, granted in stated.items()},
        "notice": notice_shown(consent.notice()),
        "retention_days": current.settings().recording_retention_days,
        "session_open": db.session.scalar(open_session) is not None,
    }


def describe(interview: Interview) -> dict[str, Any]:
    """The interview as the candidate may see it, for `InterviewShown`."""
    organisation = db.session.get_one(Organisation, interview.organisation_id)
    own = ("title", "position", "status", "scheduled_at", "timezone", "duration_minutes", "opens_at", "closes_at")
    ways = ("language", "allows_retake", "shows_hints", "records_screen")
    return {name: getattr(interview, name) for name in (*own, *ways)} | {
        "organisation": organisation.name,
        "question_count": len(interview.questions),
    }


def notice_shown(notice: Notice) -> dict[str, Any]:
    """A notice, for `NoticeShown`."""
    return {
        "version": notice.version,
        "sha256": notice.sha256,
        "locale": notice.locale,
        "text": notice.text,
        "purposes": [{"purpose": purpose, "text": text} for purpose, text in notice.purposes],
    }
