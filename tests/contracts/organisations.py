"""An organisation on a live server: its people, its key, and candidates whom it invites over HTTP."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.contracts.callers import Caller, Recorder
from tests.factories import media
from tests.live_server import LiveServer

NOTICE = "2026-11"
CONFIG = {"format": "webm", "quality": "HD", "audio": True, "video": True}
QUESTION = {
    "text": "What is a database index, and what does it cost?",
    "type": "technical",
    "avatar": "default",
    "keywords": ["index", "lookup"],
    "difficulty": "medium",
}
ANSWER = {
    "text": "An index is an ordered structure that finds rows without reading the whole table; every write has to "
    "maintain it and becomes slower, and it takes storage.",
    "duration": 45,
    "audio_quality": "excellent",
    "confidence": 0.9,
}
PLAN = [
    {
        "text": QUESTION["text"],
        "type": "technical",
        "keywords": ["index", "lookup", "write"],
        "expectedAnswer": "An ordered structure that finds rows without reading the whole table; writes get slower.",
        "keyPoints": ["finds rows without reading the whole table", "every write becomes slower", "takes storage"],
    }
]


@dataclass(frozen=True, slots=True)
class Invited:
    """A candidate with a scheduled interview and its token."""

    candidate_id: int
    interview_id: str
    token: str


class Organisation:
    """What `flask demo` made, and what its key makes after that."""

    def __init__(self, server: LiveServer) -> None:
        self.server, self.told = server, server.demo()
        self.api_key: tuple[str, str] = (self.told["api_key"]["id"], self.told["api_key"]["secret"])
        self.id: str = self.told["organisation_id"]
        self.staff = Caller(server.url, self.api_key)
        self.page = Caller(server.url)

    def log_in(self) -> str:
        """The access token of a new login of the admin."""
        token: str = self.page.post("/api/auth/login", self.told["admin"])["accessToken"]
        return token

    def invite(self, *, agreed: bool = True, questions: list[dict[str, Any]] | None = None) -> Invited:
        """A new candidate with a scheduled interview, whose consent the organisation holds unless told otherwise."""
        candidate_id = self.staff.post("/api/admin/candidates", {"name": "Some Candidate"})["id"]
        body = {
            "candidateId": candidate_id,
            "title": "Round one",
            "questions": PLAN if questions is None else questions,
        }
        interview_id = self.staff.post("/api/admin/interviews", body)["id"]
        address = f"/api/admin/interviews/{interview_id}"
        if agreed:
            purposes = {"recording": True, "ai_analysis": True}
            consent = {"purposes": purposes, "noticeVersion": NOTICE, "evidence": "signed form"}
            self.staff.ask("POST", f"{address}/consent", json=consent)
        token = self.staff.post(f"{address}/invitations", {})["interviewToken"]
        return Invited(candidate_id, interview_id, token)

    def start(self, **more: Any) -> dict[str, Any]:
        """Start the session of a new candidate; what `session/start` answers."""
        body = {"interview_token": self.invite(**more).token, "recording_config": CONFIG}
        return self.page.post("/api/interview/session/start", body)

    def ask(self, session_id: str, **more: Any) -> str:
        """Add a question; returns its id."""
        body = {"session_id": session_id, "question_data": QUESTION | more}
        return str(self.page.post("/api/interview/question/add", body)["question_id"])

    def answer(self, session_id: str, question_id: str, **more: Any) -> str:
        """Add an answer; returns its id."""
        body = {"session_id": session_id, "question_id": question_id, "answer_data": ANSWER | more}
        return str(self.page.post("/api/interview/answer/add", body)["answer_id"])

    def end(self, session_id: str) -> None:
        """End a session."""
        self.page.post("/api/interview/session/end", {"session_id": session_id})

    def conduct(self) -> dict[str, Any]:
        """A whole interview: recorded, one question, one answer, ended; what `session/start` answered."""
        started = self.start()
        self.record(started)
        self.answer(started["session_id"], self.ask(started["session_id"]))
        self.end(started["session_id"])
        return started

    def record(self, started: dict[str, Any]) -> None:
        """Upload a recording of two seconds in four pieces to a session that was started."""
        Recorder(self.page, started["upload_url"], media.webm(2.0), pieces=4).stop()
