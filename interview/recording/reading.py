"""Finding sessions and all that belongs to them, with a fixed number of queries whatever they hold."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from interview.candidates.models import LARGEST_ID
from interview.core.db import db
from interview.recording.errors import NoRecording, SessionNotFound
from interview.recording.models import Answer, AskedQuestion, RecordingSession


def get(session_id: str) -> RecordingSession:
    """A session by its id alone; raises `SessionNotFound`."""
    # A socket's id comes here unread; PostgreSQL does not even look for NUL.
    session = None if "\x00" in session_id else db.session.get(RecordingSession, session_id)
    if session is None:
        raise SessionNotFound("There is no such session.")
    return session


def get_within(session_id: str, *, within: str | None) -> RecordingSession:
    """A session of this organisation; raises `SessionNotFound`, for another organisation's too."""
    session = get(session_id)
    if session.organisation_id != within:
        raise SessionNotFound("There is no such session.")
    return session


def newest(
    candidate_id: int, *, within: str | None, session_id: str | None = None, interview_id: str | None = None
) -> RecordingSession:
    """The candidate's newest session, the newest of one interview, or the one asked for; raises `NoRecording`."""
    query = select(RecordingSession).where(
        RecordingSession.candidate_id == candidate_id, RecordingSession.organisation_id == within
    )
    if session_id is not None:
        query = query.where(RecordingSession.id == session_id)
    if interview_id is not None:
        query = query.where(RecordingSession.interview_id == interview_id)
    newest_first = query.order_by(RecordingSession.started_at.desc()).limit(1)
    session = db.session.scalar(newest_first) if candidate_id <= LARGEST_ID else None
    if session is None:
        raise NoRecording("There is no session of this candidate yet.")
    return session


def questions_of(session_id: str) -> Sequence[AskedQuestion]:
    """What was asked, in order."""
    query = select(AskedQuestion).where(AskedQuestion.session_id == session_id).order_by(AskedQuestion.position)
    return db.session.scalars(query).all()


def answers_of(session_id: str) -> Sequence[Answer]:
    """Every version of every answer, in the order they were given."""
    query = select(Answer).where(Answer.session_id == session_id).order_by(Answer.answered_at, Answer.version)
    return db.session.scalars(query).all()
