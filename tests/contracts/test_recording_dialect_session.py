"""The recording dialect (003), the candidate's side: start, question, answer, end, session data."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from tests.contracts.callers import Caller
from tests.contracts.organisations import ANSWER, CONFIG, QUESTION, Organisation
from tests.contracts.shapes import NUMBER_OR_NONE, PROBLEM, TEXT_OR_NONE, Moment, OneOf, faults

PLANNED = {"planned_question_id": str, "text": str, "type": str, "difficulty": str, "hints": [str]}
STARTED = {
    "success": True,
    "session_id": str,
    "recording_started": True,
    "message": str,
    "candidate_id": int,
    "upload_url": str,
    "resumed": False,
    "consent_required": False,
    "questions": [PLANNED],
}
NOTICE = {"version": str, "sha256": str, "text": str, "locale": str, "purposes": [{"purpose": str, "text": str}]}
SESSION_DATA = {
    "session_id": str,
    "candidate_id": int,
    "interview_token": str,
    "start_time": Moment(),
    "end_time": Moment(may_be_null=True),
    "duration_seconds": int,
    "questions": [
        {
            "question_id": str,
            "text": str,
            "type": str,
            "avatar": TEXT_OR_NONE,
            "keywords": [str],
            "difficulty": str,
            "asked_at": Moment(),
        }
    ],
    "answers": [
        {
            "answer_id": str,
            "question_id": str,
            "version": int,
            "text": str,
            "duration": NUMBER_OR_NONE,
            "audio_quality": TEXT_OR_NONE,
            "confidence": NUMBER_OR_NONE,
            "answered_at": Moment(),
        }
    ],
    "recording_file": TEXT_OR_NONE,
    "status": OneOf("in_progress", "completed"),
    "technical_issues": [dict],
    "session_logs": [{"event": str, "at": Moment()}],
}


def start(page: Caller, token: str, **more: Any) -> dict[str, Any]:
    return page.post("/api/interview/session/start", {"interview_token": token, "recording_config": CONFIG} | more)


class TestStartSession:
    """POST /api/interview/session/start."""

    def test_documented_exchange(self, ours: Organisation, page: Caller) -> None:
        invited = ours.invite()

        told = start(page, invited.token)

        assert faults(told, STARTED) == []
        assert told["candidate_id"] == invited.candidate_id
        assert told["upload_url"].endswith(f"/api/interview/session/{told['session_id']}/uploads")

    def test_same_token_same_session(self, ours: Organisation, page: Caller) -> None:
        token = ours.invite().token
        first, second = start(page, token), start(page, token)

        assert (second["session_id"], second["resumed"]) == (first["session_id"], True)

    def test_everything_else_it_takes(self, ours: Organisation, page: Caller) -> None:
        more = {
            "consent": {"purposes": ["recording", "ai_analysis"], "notice_version": "2026-11"},
            "browser_info": "Firefox 150 on Linux",
            "network_quality": "good",
            "avatar": "ada",
            "avatar_settings": {"voice": "calm", "speed": 1.1},
        }
        told = start(page, ours.invite(agreed=False).token, **more)
        found = page.get(f"/api/interview/session/{told['session_id']}")["session_data"]

        assert told["recording_started"] is True
        assert {name: found[name] for name in list(more)[1:]} == {name: more[name] for name in list(more)[1:]}

    def test_without_consent_text_alone(self, ours: Organisation, page: Caller, http: requests.Session) -> None:
        told = start(page, ours.invite(agreed=False).token)
        refused = http.post(told["upload_url"], headers={"Tus-Resumable": "1.0.0", "Upload-Length": "10"})

        assert (told["success"], told["recording_started"], told["consent_required"]) == (True, False, True)
        assert faults(told["notice"], NOTICE) == []
        assert (refused.status_code, refused.json()["code"]) == (403, "consent_required")
        assert ours.answer(told["session_id"], ours.ask(told["session_id"]))

    @pytest.mark.parametrize(
        ("config", "field"),
        [
            ({"format": "avi"}, "format"),
            ({"quality": "4K"}, "quality"),
            ({"audio": False, "video": False}, "audio"),
            ({"format": "ogg", "video": True}, "format"),
            ({"quality": "custom", "width": 640}, "quality"),
            ({"audio": "yes"}, "audio"),
            ({"codec": "vp9"}, "codec"),
        ],
    )
    def test_bad_config_starts_nothing(
        self, ours: Organisation, http: requests.Session, config: dict[str, Any], field: str
    ) -> None:
        invited = ours.invite()
        body: dict[str, Any] = {"interview_token": invited.token, "recording_config": config}
        refused = http.post(f"{ours.server.url}/api/interview/session/start", json=body)
        interview = ours.staff.get(f"/api/admin/interviews/{invited.interview_id}")

        assert refused.status_code == 422
        assert field in refused.json()["errors"]["recording_config"]
        assert interview["status"] == "scheduled"

    @pytest.mark.parametrize(
        "config",
        [
            {"format": "mp4", "quality": "SD"},
            {"format": "mkv"},
            {"format": "wav", "video": False},
            {"video": True, "audio": False},
            {"quality": "custom", "width": 640, "height": 360, "frame_rate": 24, "bitrate": 500_000},
        ],
    )
    def test_configs_it_takes(self, ours: Organisation, page: Caller, config: dict[str, Any]) -> None:
        told = start(page, ours.invite().token, recording_config=config)

        assert told["recording_config"] == {"format": "webm", "quality": "HD", "audio": True, "video": True} | config

    @pytest.mark.parametrize("token", ["3f0c8c8e-2d0a-4f7a-9f64-0f5f4e3b2a19", "x", "ü" * 50])
    def test_unknown_token(self, ours: Organisation, http: requests.Session, token: str) -> None:
        refused = http.post(f"{ours.server.url}/api/interview/session/start", json={"interview_token": token})

        assert refused.status_code in {401, 404}
        assert faults(refused.json(), PROBLEM) == []

    def test_after_the_end(self, ours: Organisation, page: Caller, http: requests.Session) -> None:
        token = ours.invite().token
        ours.end(start(page, token)["session_id"])
        refused = http.post(f"{ours.server.url}/api/interview/session/start", json={"interview_token": token})

        assert (refused.status_code, refused.json()["code"]) == (409, "session_ended")


class TestAddQuestion:
    """POST /api/interview/question/add."""

    def test_documented_exchange(self, ours: Organisation, page: Caller) -> None:
        session_id = ours.start()["session_id"]
        told = page.post("/api/interview/question/add", {"session_id": session_id, "question_data": QUESTION})
        stored = page.get(f"/api/interview/session/{session_id}")["session_data"]["questions"]

        assert faults(told, {"success": True, "question_id": str, "message": str}) == []
        assert [(one["question_id"], {name: one[name] for name in QUESTION}) for one in stored] == [
            (told["question_id"], QUESTION)
        ]

    def test_after_the_end(self, ours: Organisation, http: requests.Session) -> None:
        session_id = ours.start()["session_id"]
        ours.end(session_id)
        body = {"session_id": session_id, "question_data": QUESTION}
        refused = http.post(f"{ours.server.url}/api/interview/question/add", json=body)

        assert (refused.status_code, refused.json()["code"]) == (409, "session_ended")


class TestAddAnswer:
    """POST /api/interview/answer/add."""

    def test_documented_exchange(self, ours: Organisation, page: Caller) -> None:
        session_id = ours.start()["session_id"]
        body = {"session_id": session_id, "question_id": ours.ask(session_id), "answer_data": ANSWER}
        told = page.post("/api/interview/answer/add", body)
        stored = page.get(f"/api/interview/session/{session_id}")["session_data"]["answers"]

        assert faults(told, {"success": True, "answer_id": str, "message": str}) == []
        assert [(one["answer_id"], {name: one[name] for name in ANSWER}) for one in stored] == [
            (told["answer_id"], ANSWER)
        ]

    def test_second_answer_is_a_new_version(self, ours: Organisation, page: Caller) -> None:
        session_id = ours.start()["session_id"]
        question_id = ours.ask(session_id)
        ours.answer(session_id, question_id, text="First.")
        ours.answer(session_id, question_id, text="Second.")
        stored = page.get(f"/api/interview/session/{session_id}")["session_data"]["answers"]

        assert [(one["version"], one["text"]) for one in stored] == [(1, "First."), (2, "Second.")]

    def test_question_of_another_session(self, ours: Organisation, http: requests.Session) -> None:
        elsewhere = ours.ask(ours.start()["session_id"])
        body = {"session_id": ours.start()["session_id"], "question_id": elsewhere, "answer_data": ANSWER}
        refused = http.post(f"{ours.server.url}/api/interview/answer/add", json=body)

        assert (refused.status_code, refused.json()["code"]) == (404, "question_not_found")


class TestEndSession:
    """POST /api/interview/session/end."""

    def test_documented_exchange(self, ours: Organisation, page: Caller) -> None:
        session_id = ours.start()["session_id"]
        told = page.post("/api/interview/session/end", {"session_id": session_id})

        assert faults(told, {"success": True, "message": str}) == []

    def test_twice(self, ours: Organisation, page: Caller) -> None:
        session_id = ours.start()["session_id"]
        address = f"/api/interview/session/{session_id}"
        ours.end(session_id)
        first = page.get(address)["session_data"]["end_time"]
        ours.end(session_id)
        second = page.get(address)["session_data"]

        assert second["end_time"] == first
        assert [one["event"] for one in second["session_logs"]].count("session-ended") == 1


class TestGetSession:
    """GET /api/interview/session/{session_id}."""

    def test_documented_exchange(self, ours: Organisation, page: Caller) -> None:
        invited = ours.invite()
        session_id = start(page, invited.token)["session_id"]
        ours.answer(session_id, ours.ask(session_id))
        page.post("/api/interview/session/issue", {"session_id": session_id, "kind": "network", "message": "Slow."})
        ours.end(session_id)

        told = page.get(f"/api/interview/session/{session_id}")

        assert faults(told, {"success": True, "session_data": SESSION_DATA}) == []
        assert told["session_data"]["interview_token"] == invited.token
        assert told["session_data"]["status"] == "completed"
        assert [one["kind"] for one in told["session_data"]["technical_issues"]] == ["network"]
        # What follows is the analysis, which may be done by now.
        assert [one["event"] for one in told["session_data"]["session_logs"]][:5] == [
            "session-started",
            "question-added",
            "answer-added",
            "technical-issue",
            "session-ended",
        ]

    def test_organisation_reads_it_too(self, ours: Organisation) -> None:
        session_id = ours.start()["session_id"]
        told = ours.staff.get(f"/api/interview/session/{session_id}")

        assert faults(told, {"success": True, "session_data": SESSION_DATA}) == []

    def test_unknown(self, ours: Organisation, http: requests.Session) -> None:
        refused = http.get(f"{ours.server.url}/api/interview/session/{'0' * 32}")

        assert (refused.status_code, refused.json()["code"]) == (404, "session_not_found")
