"""What recording hears: its own news for the rooms, media's progress, appointments, and tokens taken back."""

from __future__ import annotations

from typing import Any

from flask import Flask
from sqlalchemy import select

from interview.core import clock
from interview.core.actors import Actor
from interview.core.db import db
from interview.media import service as media
from interview.media.signals import upload_progressed
from interview.recording import service as recording
from interview.recording.audience import rooms
from interview.recording.models import Answer, AskedQuestion, RecordingSession
from interview.recording.signals import answer_added, question_added, recording_ready, session_ended, session_started
from interview.scheduling import signals as scheduling_signals
from interview.scheduling.models import Interview
from interview.scheduling.signals import interview_completed, interview_ending, invitation_revoked

# What changes how an interview stands, or when it is, in the lists of the organisation's people.
APPOINTMENT_NEWS = (
    scheduling_signals.interview_scheduled,
    scheduling_signals.interview_rescheduled,
    scheduling_signals.interview_started,
    scheduling_signals.interview_completed,
    scheduling_signals.interview_cancelled,
    scheduling_signals.interview_missed,
)


def init(app: Flask) -> None:
    """Subscribe."""
    session_started.after_commit(on_session_started)
    question_added.after_commit(on_question_added)
    answer_added.after_commit(on_answer_added)
    session_ended.after_commit(on_session_ended)
    recording_ready.after_commit(on_recording_ready)
    upload_progressed.after_commit(on_upload_progressed)
    invitation_revoked.within(close_uploads_of)
    interview_ending.within(on_interview_ending)
    interview_completed.within(on_interview_completed)
    for news in APPOINTMENT_NEWS:
        news.after_commit(on_interview_news)


def on_session_started(*, session: RecordingSession, is_resumed: bool) -> None:
    """Tell the rooms that a session is open."""
    told = {"candidate_id": session.candidate_id, "started_at": clock.wire(session.started_at)}
    rooms.tell_all(session.id, "session-started", told)


def on_question_added(*, session: RecordingSession, question: AskedQuestion) -> None:
    """Tell the rooms a question."""
    rooms.tell_all(
        session.id,
        "question-added",
        {
            "question_id": question.id,
            "position": question.position,
            "text": question.text,
            "type": question.type,
            "difficulty": question.difficulty,
            "asked_at": clock.wire(question.asked_at),
        },
    )


def on_answer_added(*, session: RecordingSession, question: AskedQuestion, answer: Answer) -> None:
    """Tell the rooms an answer."""
    rooms.tell_all(
        session.id,
        "answer-added",
        {
            "answer_id": answer.id,
            "question_id": question.id,
            "version": answer.version,
            "text": answer.text,
            "duration": answer.duration_seconds,
            "answered_at": clock.wire(answer.answered_at),
        },
    )


def on_session_ended(*, session: RecordingSession) -> None:
    """Tell the rooms that the session is over."""
    rooms.tell_all(session.id, "session-ended", {"ended_at": clock.wire(session.ended_at)})


def on_recording_ready(*, session: RecordingSession) -> None:
    """Tell the rooms how the recording turned out."""
    told = {"recording_status": session.recording_status, "reason": session.recording_reason}
    rooms.tell_all(session.id, "recording-ready", told)


def on_upload_progressed(*, owner: str, **told: Any) -> None:
    """Tell the rooms how far the media has arrived."""
    kind, _, session_id = owner.partition(":")
    if kind == "session":
        rooms.tell_all(session_id, "recording-progress", told)


def on_interview_news(*, interview: Interview, **_: Any) -> None:
    """Tell the organisation's people how an interview stands now."""
    told = {"interview_id": interview.id, "status": interview.status}
    rooms.tell_organisation(interview.organisation_id, "interview-status-changed", told)


def on_interview_ending(*, interview_id: str) -> None:
    """Hold the interview's session before the interview itself is held, in the order of a session's own end."""
    recording.hold_open_of(interview_id)


def on_interview_completed(*, interview: Interview, by: Actor) -> None:
    """End the session of an interview that was ended elsewhere, so that what it holds is kept and judged."""
    for session in recording.hold_open_of(interview.id):
        recording.end(session, by=by, reason="interview ended")


def close_uploads_of(*, invitation_id: str) -> None:
    """Refuse further media to sessions whose token was taken back, in the same transaction."""
    query = select(RecordingSession.id).where(
        RecordingSession.invitation_id == invitation_id, RecordingSession.ended_at.is_(None)
    )
    for session_id in db.session.scalars(query).all():
        media.close_uploads(f"session:{session_id}")
