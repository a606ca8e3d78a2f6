"""The session data of the recording dialect: a session with everything in it, in five queries."""

from __future__ import annotations

from typing import Any

from interview.core import clock
from interview.core.actors import Actor
from interview.recording import reading
from interview.recording.models import RecordingSession
from interview.recording.service import ISSUE
from interview.recording.tracks import listing as tracks
from interview.scheduling import invitations
from interview.scheduling import service as scheduling

OF_STAFF = "analysis-"


def describe(session: RecordingSession, *, by: Actor) -> dict[str, Any]:
    """Everything about one session, for `SessionData`; the candidate's side hears nothing of the judging."""
    log = [entry for entry in scheduling.session_log(session.id) if by.is_staff or not entry.event.startswith(OF_STAFF)]
    return {
        "session_id": session.id,
        "candidate_id": session.candidate_id,
        "interview_id": session.interview_id,
        "interview_token": invitations.token_of(session.invitation_id),
        "start_time": session.started_at,
        "end_time": session.ended_at,
        "duration_seconds": int(((session.ended_at or clock.now()) - session.started_at).total_seconds()),
        "questions": reading.questions_of(session.id),
        "answers": reading.answers_of(session.id),
        "recording_file": tracks.main_file(session),
        "recording_status": session.recording_status,
        "processing_status": session.processing_status,
        "status": session.status,
        "browser_info": session.browser_info,
        "network_quality": session.network_quality,
        "avatar": session.avatar,
        "avatar_settings": session.avatar_settings,
        "technical_issues": [{"at": clock.wire(e.at), **e.details} for e in log if e.event == ISSUE],
        "session_logs": [
            {"number": number, "at": entry.at, "event": entry.event, "details": entry.details}
            for number, entry in enumerate(log, start=1)
        ],
    }
