"""The recording dialect: /api/interview/session, question and answer."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Flask, url_for

from interview.consent import service as consent
from interview.core.guards import actor, guard
from interview.recording import recordings_api, uploads_api
from interview.recording import service as recording
from interview.recording.policies import held_session, holds_session, holds_token, reads_session
from interview.recording.schemas import (
    AddAnswer,
    AddQuestion,
    AnswerAdded,
    EndSession,
    IssueReported,
    PreviewSession,
    QuestionAdded,
    ReportIssue,
    SessionEndedAnswer,
    StartSession,
)
from interview.recording.service import Started
from interview.recording.shown import preview, session_data
from interview.recording.shown.addresses import site_url
from interview.recording.shown.documents import SessionAnswer, SessionPreviewed, SessionStarted

bp = APIBlueprint("recording", __name__, url_prefix="/api/interview", tag="Recording")


def init(app: Flask) -> None:
    """Open the doors."""
    app.register_blueprint(bp)
    app.register_blueprint(uploads_api.bp)
    app.register_blueprint(recordings_api.bp)


@bp.post("/session/start")
@guard(holds_token)
@bp.input(StartSession)
@bp.output(SessionStarted)
def start_session(json_data: dict[str, Any]) -> dict[str, Any]:
    """Start the interview of a token, or resume its open session."""
    return _described(recording.start(by=actor(), **json_data))


def _described(started: Started) -> dict[str, Any]:
    session = started.session
    verb = "resumed" if started.is_resumed else "started"
    return {
        "session_id": session.id,
        "recording_started": started.is_recorded,
        "consent_required": not started.is_recorded,
        "message": f"The interview session was {verb}.",
        "candidate_id": session.candidate_id,
        "upload_url": site_url() + url_for("session_uploads.create_upload", session_id=session.id),
        "resumed": started.is_resumed,
        "started_at": session.started_at,
        "recording_config": session.recording_config,
        "interview": preview.describe(started.interview),
        "questions": started.interview.questions,
        "notice": None if started.is_recorded else preview.notice_shown(consent.notice()),
    }


@bp.post("/session/preview")
@guard(holds_token)
@bp.input(PreviewSession)
@bp.output(SessionPreviewed)
def preview_session(json_data: dict[str, Any]) -> dict[str, Any]:
    """Show what a token leads to, without starting anything."""
    return preview.preview(json_data["interview_token"])


@bp.post("/question/add")
@guard(holds_session)
@bp.input(AddQuestion)
@bp.output(QuestionAdded)
def add_question(json_data: dict[str, Any]) -> dict[str, Any]:
    """Store a question at the moment it is asked."""
    question = recording.add_question(held_session(), by=actor(), **json_data["question_data"])
    return {"question_id": question.id, "message": "The question is stored."}


@bp.post("/answer/add")
@guard(holds_session)
@bp.input(AddAnswer)
@bp.output(AnswerAdded)
def add_answer(json_data: dict[str, Any]) -> dict[str, Any]:
    """Store an answer; sent again it is a new version."""
    given = json_data["answer_data"]
    given["duration_seconds"] = given.pop("duration")
    answer = recording.add_answer(held_session(), json_data["question_id"], by=actor(), **given)
    return {"answer_id": answer.id, "version": answer.version, "message": "The answer is stored."}


@bp.post("/session/issue")
@guard(holds_session)
@bp.input(ReportIssue)
@bp.output(IssueReported)
def report_issue(json_data: dict[str, Any]) -> dict[str, Any]:
    """Report a technical issue that the candidate's page met."""
    recording.report_issue(held_session(), by=actor(), kind=json_data["kind"], message=json_data["message"])
    return {"message": "The issue is stored."}


@bp.post("/session/end")
@guard(holds_session)
@bp.input(EndSession)
@bp.output(SessionEndedAnswer)
def end_session(json_data: dict[str, Any]) -> dict[str, Any]:
    """End a session and start its analysis; ending it again changes nothing."""
    recording.end(held_session(), by=actor())
    return {"message": "The interview session has ended. Its analysis has started."}


@bp.get("/session/<session_id>")
@guard(reads_session)
@bp.output(SessionAnswer)
def get_session(session_id: str) -> dict[str, Any]:
    """Show a session with all its questions and answers."""
    return {"session_data": session_data.describe(held_session(), by=actor())}
