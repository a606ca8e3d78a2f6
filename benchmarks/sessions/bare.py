"""The bare framework: the same flow and the same writes, with nothing around them.

A minimal app of Flask and SQLAlchemy Core under gunicorn as the product sets it up. Per request it runs the statements
that the product runs (reads by which the flow is decided, rows, log line, projection on the candidate, audit, analysis
and its job) in one transaction under the same SQLite settings; every statement is built once. It validates nothing,
authenticates nobody, limits nothing, logs nothing and maps no objects.
"""

from __future__ import annotations

import json
import os
import secrets
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from flask import Flask, request
from gunicorn.app.base import BaseApplication
from sqlalchemy import Connection, bindparam, case, create_engine, func, insert, literal, select, update
from sqlalchemy.sql.expression import ColumnElement

from interview import factory  # noqa: F401 - every table of the product
from interview.core.db import Base, begins_immediate, engine_options, prepare

app = Flask(__name__)
URL = f"sqlite:///{os.environ['DATABASE']}"
engine = create_engine(URL, **engine_options(URL))
prepare(engine)
(
    analyses, answers, asked, audit_events, candidates, consents, interviews, invitations, jobs, log_lines, planned,
    sessions, tracks, uploads,
) = (
    Base.metadata.tables[name]
    for name in (
        "analyses", "answers", "asked_questions", "audit_events", "candidates", "consents", "interviews", "invitations",
        "jobs", "interview_log", "planned_questions", "recording_sessions", "tracks", "uploads",
    )
)  # fmt: skip


@contextmanager
def transaction() -> Iterator[Connection]:
    """One request's transaction."""
    with begins_immediate(), engine.begin() as connection:
        yield connection


def longer(name: str) -> ColumnElement[str]:
    """A JSON list kept as text with one item more."""
    column, item = candidates.c[name], bindparam(name)
    more = func.substr(column, 1, func.length(column) - 1).concat(",").concat(item).concat("]")
    return case((func.coalesce(func.length(column), 0) > 2, more), else_=literal("[").concat(item).concat("]"))


def showing(*lists: str, count: str | None = None) -> Any:
    """The statement that shows an event on the candidate's row."""
    mirrored = (candidates.c.id == bindparam("candidate"), candidates.c.interview_session_id == bindparam("session"))
    values: dict[str, Any] = {name: longer(name) for name in lists}
    return update(candidates).where(*mirrored).values(values | ({count: bindparam("count")} if count else {}))


def of(table: Any, *names: str) -> Any:
    """The statement that sets some columns of the row `this`."""
    return update(table).where(table.c.id == bindparam("this")).values({name: bindparam(name) for name in names})


FIND_TOKEN = (
    select(interviews, candidates.c.name, invitations.c.id.label("invitation_id"))
    .join_from(invitations, interviews, interviews.c.id == invitations.c.interview_id)
    .join(candidates, candidates.c.id == interviews.c.candidate_id)
    .where(invitations.c.token_digest == bindparam("digest"))
)
GET_INTERVIEW = select(interviews).where(interviews.c.id == bindparam("this"))
FIND_OPEN = select(sessions).where(sessions.c.interview_id == bindparam("this"), sessions.c.ended_at.is_(None))
GET_SESSION = select(sessions).where(sessions.c.id == bindparam("this"))
IS_REVOKED = select(invitations.c.revoked_at).where(invitations.c.id == bindparam("this"))
AGREED = select(consents.c.purpose, consents.c.is_granted).where(consents.c.subject == bindparam("subject"))
PLAN = select(planned).where(planned.c.interview_id == bindparam("this")).order_by(planned.c.position)
FIND_PLANNED = select(planned.c.id).where(
    planned.c.interview_id == bindparam("this"), planned.c.text == bindparam("text")
)
GET_ASKED = select(asked).where(asked.c.id == bindparam("this"), asked.c.session_id == bindparam("session"))
OPEN_UPLOADS = select(func.count()).select_from(uploads).where(uploads.c.owner == bindparam("whose"))
CLOSE_UPLOADS = update(uploads).where(uploads.c.owner == bindparam("whose")).values(closed_at=bindparam("at"))
TRACKS = select(tracks).where(tracks.c.session_id == bindparam("this"))
FIND_ANALYSIS = select(analyses).where(analyses.c.session_id == bindparam("this"))
FIND_JOB = select(jobs).where(jobs.c.key == bindparam("key"))
AFRESH = {column.name: None for column in candidates.c if column.name.startswith("interview_")}
BEGIN = of(candidates, *AFRESH)
SHOW_STATUS = of(candidates, "interview_recording_status")
SHOW_LOG = showing("interview_session_logs")
SHOW_QUESTION = showing(
    "interview_questions_asked", "interview_question_timestamps", "interview_session_logs",
    count="interview_total_questions",
)  # fmt: skip
SHOW_ANSWER = showing(
    "interview_answers_given", "interview_answer_timestamps", "interview_session_logs",
    count="interview_answered_questions",
)  # fmt: skip
MOVE = of(interviews, "status", "started_at", "ended_at")
COUNT_QUESTION = of(sessions, "question_count", "last_active_at")
COUNT_ANSWER = of(sessions, "answered_count", "last_active_at")
COUNT_VERSION = of(asked, "answer_count")
RECORD = of(sessions, "recording_status")
END = of(sessions, "status", "ended_at", "ended_by", "recording_status", "processing_status")


def log(db: Connection, interview: str, session: str, event: str, **details: Any) -> str:
    """Write a log line; returns it as the candidate's row shows it."""
    at = datetime.now(UTC)
    line = {"interview_id": interview, "session_id": session, "at": at, "event": event, "details": details}
    db.execute(insert(log_lines), line | {"actor": "bare"})
    return json.dumps({"at": at.isoformat(), "event": event, **details})


def audit(db: Connection, organisation: str, action: str, session: str) -> None:
    """Write who did what."""
    deed = {"organisation_id": organisation, "actor_kind": "bare", "actor_id": "bare", "action": action}
    db.execute(insert(audit_events), deed | {"object_type": "recording_sessions", "object_id": session})


@app.post("/api/interview/session/start")
def start() -> dict[str, Any]:
    """Open a session."""
    body, session, at = request.get_json(), secrets.token_hex(16), datetime.now(UTC)
    config = body["recording_config"]
    with transaction() as db:
        found = db.execute(FIND_TOKEN, {"digest": body["interview_token"]}).one()
        db.execute(GET_INTERVIEW, {"this": found.id}).one()
        db.execute(FIND_OPEN, {"this": found.id}).one_or_none()
        row = {
            "id": session, "organisation_id": found.organisation_id, "interview_id": found.id,
            "candidate_id": found.candidate_id, "invitation_id": found.invitation_id, "recording_config": config,
            "started_at": at, "last_active_at": at, "avatar_settings": {},
        }  # fmt: skip
        db.execute(insert(sessions), row)
        db.execute(MOVE, {"this": found.id, "status": "in_progress", "started_at": at, "ended_at": None})
        shown = {"interview_session_id": session, "interview_recording_format": config["format"]}
        db.execute(BEGIN, AFRESH | shown | {"this": found.candidate_id})
        line = log(db, found.id, session, "session-started")
        about = {"candidate": found.candidate_id, "session": session}
        db.execute(SHOW_LOG, about | {"interview_session_logs": line})
        audit(db, found.organisation_id, "session.started", session)
        db.execute(AGREED, {"subject": f"candidate:{found.candidate_id}"}).all()
        db.execute(RECORD, {"this": session, "recording_status": "recording"})
        db.execute(SHOW_STATUS, {"this": found.candidate_id, "interview_recording_status": "recording"})
        plan = [{"id": one.id, "text": one.text} for one in db.execute(PLAN, {"this": found.id})]
    return {"success": True, "session_id": session, "recording_started": True, "questions": plan}


@app.post("/api/interview/question/add")
def add_question() -> dict[str, Any]:
    """Store a question."""
    body, question, at = request.get_json(), secrets.token_hex(16), datetime.now(UTC)
    session, told = body["session_id"], body["question_data"]
    with transaction() as db:
        found = db.execute(GET_SESSION, {"this": session}).one()
        db.execute(IS_REVOKED, {"this": found.invitation_id}).one()
        db.execute(FIND_PLANNED, {"this": found.interview_id, "text": told["text"]}).first()
        count = found.question_count + 1
        row = {"id": question, "session_id": session, "position": count, "asked_at": at, "asked_by": "bare", **told}
        db.execute(insert(asked), row)
        db.execute(COUNT_QUESTION, {"this": session, "question_count": count, "last_active_at": at})
        show(
            db, SHOW_QUESTION, found, count=count, event="question-added",
            interview_questions_asked=json.dumps({"question_id": question, **told}),
            interview_question_timestamps=json.dumps(at.isoformat()),
        )  # fmt: skip
    return {"success": True, "question_id": question, "message": "Question added successfully"}


def show(db: Connection, statement: Any, session: Any, *, event: str, count: int, **items: str) -> None:
    """Write an event's log line and show both on the candidate's row."""
    items["interview_session_logs"] = log(db, session.interview_id, session.id, event, number=count)
    db.execute(statement, {"candidate": session.candidate_id, "session": session.id, "count": count, **items})


@app.post("/api/interview/answer/add")
def add_answer() -> dict[str, Any]:
    """Store an answer."""
    body, answer, at = request.get_json(), secrets.token_hex(16), datetime.now(UTC)
    session, question, told = body["session_id"], body["question_id"], body["answer_data"]
    with transaction() as db:
        found = db.execute(GET_SESSION, {"this": session}).one()
        db.execute(IS_REVOKED, {"this": found.invitation_id}).one()
        version = db.execute(GET_ASKED, {"this": question, "session": session}).one().answer_count + 1
        row = {"id": answer, "session_id": session, "question_id": question, "version": version, "answered_at": at}
        given = {"text": told["text"], "duration_seconds": told["duration"], "confidence": told["confidence"]}
        db.execute(insert(answers), row | given | {"audio_quality": told["audio_quality"], "answered_by": "bare"})
        db.execute(COUNT_VERSION, {"this": question, "answer_count": version})
        count = found.answered_count + 1
        db.execute(COUNT_ANSWER, {"this": session, "answered_count": count, "last_active_at": at})
        show(
            db, SHOW_ANSWER, found, count=count, event="answer-added",
            interview_answers_given=json.dumps({"answer_id": answer, **told}),
            interview_answer_timestamps=json.dumps(at.isoformat()),
        )  # fmt: skip
    return {"success": True, "answer_id": answer, "message": "Answer added successfully"}


@app.post("/api/interview/session/end")
def end() -> dict[str, Any]:
    """End a session."""
    session, at = request.get_json()["session_id"], datetime.now(UTC)
    with transaction() as db:
        found = db.execute(GET_SESSION, {"this": session}).one()
        db.execute(IS_REVOKED, {"this": found.invitation_id}).one()
        owner = {"whose": f"session:{session}"}
        db.execute(OPEN_UPLOADS, owner).one()
        db.execute(CLOSE_UPLOADS, owner | {"at": at})
        interview = db.execute(GET_INTERVIEW, {"this": found.interview_id}).one()
        moved = {"status": "completed", "started_at": interview.started_at, "ended_at": at}
        db.execute(MOVE, moved | {"this": interview.id})
        db.execute(TRACKS, {"this": session}).all()
        ended = {"status": "completed", "ended_at": at, "ended_by": "bare", "recording_status": "not_started"}
        db.execute(END, ended | {"this": session, "processing_status": "completed"})
        db.execute(SHOW_STATUS, {"this": found.candidate_id, "interview_recording_status": "not_started"})
        line = log(db, interview.id, session, "session-ended")
        about = {"candidate": found.candidate_id, "session": session}
        db.execute(SHOW_LOG, about | {"interview_session_logs": line})
        audit(db, found.organisation_id, "session.ended", session)
        submit_analysis(db, found)
    return {"success": True, "message": "Interview session ended successfully. Analysis started."}


def submit_analysis(db: Connection, session: Any) -> None:
    """Open the analysis and write its job."""
    db.execute(FIND_ANALYSIS, {"this": session.id}).one_or_none()
    whose = {"organisation_id": session.organisation_id, "candidate_id": session.candidate_id}
    db.execute(insert(analyses), {"session_id": session.id, **whose})
    key = f"analyse_session:{session.id}"
    db.execute(FIND_JOB, {"key": key}).one_or_none()
    db.execute(insert(jobs), {"kind": "analyse_session", "key": key, "args": {"session_id": session.id}})


class Server(BaseApplication):
    """gunicorn as the product configures it."""

    def __init__(self, listener: socket.socket) -> None:
        self._listener = listener
        super().__init__()

    def load_config(self) -> None:
        """Set what the product sets."""
        chosen: dict[str, Any] = {
            "bind": f"fd://{self._listener.fileno()}", "worker_class": "gthread", "workers": 1, "threads": 64,
            "timeout": 60, "keepalive": 30, "control_socket_disable": True, "loglevel": "warning",
        }  # fmt: skip
        for name, value in chosen.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """Serve the app."""
        return app


if __name__ == "__main__":
    listener = socket.create_server(("127.0.0.1", 0), backlog=256)
    listener.set_inheritable(True)
    sys.stdout.write(f"{listener.getsockname()[1]}\n")
    sys.stdout.flush()
    Server(listener).run()
