"""The recording dialect (003), the organisation's side: the analysis and the recording of a candidate."""

from __future__ import annotations

import time
from hashlib import sha256
from typing import Any

import pytest
import requests

from tests.contracts.callers import Recorder
from tests.contracts.organisations import ANSWER, Organisation
from tests.contracts.shapes import NUMBER, NUMBER_OR_NONE, PROBLEM, TEXT_OR_NONE, Moment, OneOf, faults
from tests.factories import media

PATIENCE_SECONDS = 90
QUOTE = {"text": str, "start": int, "end": int}
SCORE = {"score": NUMBER_OR_NONE, "confidence": NUMBER, "reason": TEXT_OR_NONE, "evidence": [QUOTE]}
CLAIM = {"text": str, "dimension": str, "quote": (dict, type(None)), "point": TEXT_OR_NONE}
QUESTION_ANALYSIS = {
    "question_id": str,
    "question": str,
    "position": int,
    "score": NUMBER_OR_NONE,
    "confidence": NUMBER,
    "reasons": [str],
    "scores": {
        "technical": SCORE,
        "communication": SCORE,
        "problem_solving": SCORE,
        "cultural_fit": SCORE,
    },
    "strengths": [CLAIM],
    "improvements": [CLAIM],
    "key_points_covered": [str],
    "key_points_missed": [str],
    "follow_up_questions": [str],
    "feedback": str,
    "injection_suspected": bool,
    "judged_by": str,
}
ANALYSIS = {
    "technical_score": NUMBER_OR_NONE,
    "communication_score": NUMBER_OR_NONE,
    "problem_solving_score": NUMBER_OR_NONE,
    "cultural_fit_score": NUMBER_OR_NONE,
    "overall_score": NUMBER_OR_NONE,
    "overall_feedback": TEXT_OR_NONE,
    "question_analysis": [QUESTION_ANALYSIS],
    "analysis_status": OneOf("pending", "processing", "completed", "failed"),
    "final_status": OneOf("passed", "failed", "needs_review", None),
    "final_status_source": TEXT_OR_NONE,
    "effective": bool,
    "reasons": dict,
    "injection_suspected": bool,
    "judged_by": [str],
}
SEGMENT = {"segment": int, "bytes": int, "chunk_count": int, "sha256": str, "gaps": [list], "state": str}
RECORDING = {
    "recording_file": str,
    "recording_duration": int,
    "recording_size": int,
    "recording_format": "webm",
    "recording_quality": "HD",
    "recording_status": OneOf("not_started", "recording", "completed", "failed"),
    "session_id": str,
    "started_at": Moment(),
    "completed_at": Moment(),
    "playback_url": str,
    "thumbnail_url": str,
    "sha256": str,
    "tracks": [{"track": str, "status": str, "sha256": str, "segments": [SEGMENT]}],
}
SCORES = [name for name in ANALYSIS if name.endswith("_score")]


@pytest.fixture(scope="module")
def conducted(ours: Organisation) -> dict[str, Any]:
    """What `session/start` answered for an interview that is recorded, ended, and processed to the end."""
    started = ours.conduct()
    until_processed(ours, started["candidate_id"])
    return started


def until_processed(ours: Organisation, candidate_id: int) -> None:
    """Wait until recording and analysis are completed or have failed."""
    latest = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < latest:
        analysis = ours.staff.get(f"/api/interview/analysis/{candidate_id}")["analysis"]
        recording = ours.staff.get(f"/api/interview/recording/{candidate_id}")["recording_info"]
        if {analysis["analysis_status"], recording["processing_status"]} <= {"completed", "failed"}:
            return
        time.sleep(0.2)
    raise AssertionError(f"not processed within {PATIENCE_SECONDS} s")


class TestGetAnalysis:
    """GET /api/interview/analysis/{candidate_id}."""

    def test_documented_exchange(self, ours: Organisation, conducted: dict[str, Any]) -> None:
        told = ours.staff.get(f"/api/interview/analysis/{conducted['candidate_id']}")

        assert faults(told, {"success": True, "candidate_id": conducted["candidate_id"], "analysis": ANALYSIS}) == []
        assert told["analysis"]["analysis_status"] == "completed"
        assert len(told["analysis"]["question_analysis"]) == 1

    def test_no_null_without_its_reason(self, ours: Organisation, conducted: dict[str, Any]) -> None:
        found = ours.staff.get(f"/api/interview/analysis/{conducted['candidate_id']}")["analysis"]
        per_question = [score for one in found["question_analysis"] for score in one["scores"].values()]

        assert [name for name in SCORES if found[name] is None and not found["reasons"].get(name)] == []
        assert [score for score in per_question if score["score"] is None and not score["reason"]] == []

    def test_evidence_is_quoted_to_the_letter(self, ours: Organisation, conducted: dict[str, Any]) -> None:
        found = ours.staff.get(f"/api/interview/analysis/{conducted['candidate_id']}")["analysis"]
        quotes = [
            quote
            for one in found["question_analysis"]
            for score in one["scores"].values()
            for quote in score["evidence"]
        ]

        assert quotes
        assert [one for one in quotes if str(ANSWER["text"])[one["start"] : one["end"]] != one["text"]] == []

    def test_recommendation_waits_for_a_person(self, ours: Organisation, conducted: dict[str, Any]) -> None:
        found = ours.staff.get(f"/api/interview/analysis/{conducted['candidate_id']}")["analysis"]

        assert (found["effective"], found["final_status_source"]) == (False, "ai")
        assert found["final_status"] in {"passed", "failed", "needs_review"}

    def test_before_the_end(self, ours: Organisation) -> None:
        started = ours.start()
        found = ours.staff.get(f"/api/interview/analysis/{started['candidate_id']}")["analysis"]

        assert faults(found, ANALYSIS) == []
        assert found["analysis_status"] == "pending"
        assert [found[name] for name in SCORES] == [None] * 5
        assert set(found["reasons"]) == set(SCORES)

    def test_another_session_by_name(self, ours: Organisation, conducted: dict[str, Any]) -> None:
        address = f"/api/interview/analysis/{conducted['candidate_id']}?session_id="
        found = ours.staff.get(address + conducted["session_id"])["analysis"]

        assert found["session_id"] == conducted["session_id"]


class TestGetRecording:
    """GET /api/interview/recording/{candidate_id}."""

    def test_documented_exchange(self, ours: Organisation, conducted: dict[str, Any]) -> None:
        told = ours.staff.get(f"/api/interview/recording/{conducted['candidate_id']}")
        shape = {"success": True, "candidate_id": conducted["candidate_id"], "recording_info": RECORDING}

        assert faults(told, shape) == []
        assert told["recording_info"]["recording_status"] == "completed"
        assert told["recording_info"]["recording_file"].startswith("recordings/")
        assert told["recording_info"]["session_id"] == conducted["session_id"]

    def test_receipt_names_every_byte(self, ours: Organisation, conducted: dict[str, Any]) -> None:
        found = ours.staff.get(f"/api/interview/recording/{conducted['candidate_id']}")["recording_info"]
        sent = media.webm(2.0)

        assert [faults(one, SEGMENT) for one in found["tracks"][0]["segments"]] == [[]]
        assert {name: found["tracks"][0]["segments"][0][name] for name in SEGMENT} == {
            "segment": 1,
            "state": "complete",
            "bytes": len(sent),
            "chunk_count": 4,
            "sha256": sha256(sent).hexdigest(),
            "gaps": [],
        }

    def test_receipt_while_recording(self, ours: Organisation) -> None:
        started = ours.start()
        recorder = Recorder(ours.page, started["upload_url"], media.webm(2.0), pieces=5)
        recorder.record(3)
        found = ours.staff.get(f"/api/interview/recording/{started['candidate_id']}")["recording_info"]
        segment = found["tracks"][0]["segments"][0]

        assert found["recording_status"] == "recording"
        assert (segment["bytes"], segment["chunk_count"]) == (sum(map(len, recorder.pieces[:3])), 3)

    @pytest.mark.parametrize(
        ("range_header", "status", "first", "last"),
        [
            ("bytes=0-99", 206, 0, 99),
            ("bytes=100-", 206, 100, None),
            ("bytes=-50", 206, -50, None),
        ],
    )
    def test_playback_by_range(
        self, ours: Organisation, conducted: dict[str, Any], http: requests.Session,
        range_header: str, status: int, first: int, last: int | None,
    ) -> None:  # fmt: skip
        found = ours.staff.get(f"/api/interview/recording/{conducted['candidate_id']}")["recording_info"]
        whole = http.get(found["playback_url"])
        part = http.get(found["playback_url"], headers={"Range": range_header})

        assert (whole.status_code, sha256(whole.content).hexdigest()) == (200, found["sha256"])
        assert part.status_code == status
        assert part.content == whole.content[first : None if last is None else last + 1]

    def test_range_behind_the_end(self, ours: Organisation, conducted: dict[str, Any], http: requests.Session) -> None:
        found = ours.staff.get(f"/api/interview/recording/{conducted['candidate_id']}")["recording_info"]
        refused = http.get(found["playback_url"], headers={"Range": "bytes=99999999-"})

        assert refused.status_code == 416
        assert refused.headers["Content-Range"] == f"bytes */{found['recording_size']}"

    def test_address_without_its_signature(
        self, ours: Organisation, conducted: dict[str, Any], http: requests.Session
    ) -> None:
        found = ours.staff.get(f"/api/interview/recording/{conducted['candidate_id']}")["recording_info"]
        bare = http.get(found["playback_url"].partition("?")[0])
        forged = http.get(found["playback_url"][:-1] + ("0" if found["playback_url"][-1] != "0" else "1"))

        assert {bare.status_code, forged.status_code} <= {401, 403, 404}
        assert faults(bare.json(), PROBLEM) == []

    def test_thumbnail_is_a_picture(
        self, ours: Organisation, conducted: dict[str, Any], http: requests.Session
    ) -> None:
        found = ours.staff.get(f"/api/interview/recording/{conducted['candidate_id']}")["recording_info"]
        picture = http.get(found["thumbnail_url"])

        assert (picture.status_code, picture.headers["Content-Type"]) == (200, "image/jpeg")
        assert picture.content.startswith(b"\xff\xd8\xff")


@pytest.mark.parametrize("what", ["analysis", "recording"])
class TestWhoMayRead:
    """Reads by candidate id need a credential of the candidate's organisation."""

    def test_nobody(self, ours: Organisation, http: requests.Session, what: str) -> None:
        refused = http.get(f"{ours.server.url}/api/interview/{what}/{ours.start()['candidate_id']}")

        assert (refused.status_code, refused.json()["code"]) == (401, "not_authenticated")
        assert "Basic" in refused.headers["WWW-Authenticate"]

    def test_candidate_with_the_session_id(self, ours: Organisation, http: requests.Session, what: str) -> None:
        started = ours.start()
        address = f"{ours.server.url}/api/interview/{what}/{started['candidate_id']}"
        refused = http.get(address, params={"session_id": started["session_id"]})

        assert refused.status_code == 401

    def test_other_organisation(
        self, ours: Organisation, theirs: Organisation, http: requests.Session, what: str
    ) -> None:
        address = f"{ours.server.url}/api/interview/{what}/"
        hidden = http.get(address + str(ours.start()["candidate_id"]), auth=theirs.api_key)
        missing = http.get(address + "2000000000", auth=theirs.api_key)

        assert (hidden.status_code, hidden.json()["code"]) == (404, missing.json()["code"])
        assert hidden.json()["detail"] == missing.json()["detail"]

    def test_key_without_the_scope(self, ours: Organisation, http: requests.Session, what: str) -> None:
        made = ours.staff.post("/api/api-keys", {"name": "narrow", "scopes": ["candidates:read"]})
        address = f"{ours.server.url}/api/interview/{what}/{ours.start()['candidate_id']}"
        refused = http.get(address, auth=(made["id"], made["secret"]))

        assert refused.status_code == 403

    def test_bearer_token(self, ours: Organisation, http: requests.Session, what: str) -> None:
        address = f"{ours.server.url}/api/interview/{what}/{ours.start()['candidate_id']}"
        told = http.get(address, headers={"Authorization": f"Bearer {ours.log_in()}"})

        assert (told.status_code, told.json()["success"]) == (200, True)
