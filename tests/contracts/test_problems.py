"""Every failure is a problem: RFC 9457's members, those that the documented clients look at, and nothing internal."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests

from tests import live_server
from tests.contracts.organisations import ANSWER, QUESTION, Organisation
from tests.contracts.shapes import PROBLEM, faults

JSON = {"Content-Type": "application/json"}
START = "/api/interview/session/start"
UNKNOWN_SESSION = {"session_id": "0" * 32}
# What is sent, as requests takes it, and the status and code that it is answered with.
REFUSED: dict[str, tuple[str, str, dict[str, Any], int, str]] = {
    "broken JSON": ("POST", START, {"data": b'{"interview_token":', "headers": JSON}, 400, "bad_request"),
    "no JSON": ("POST", START, {"data": {"interview_token": "x"}}, 422, "validation_failed"),
    "an array": ("POST", START, {"json": []}, 422, "validation_failed"),
    "an empty object": ("POST", START, {"json": {}}, 422, "validation_failed"),
    "too deep": ("POST", START, {"data": b"[" * 100_000, "headers": JSON}, 400, "bad_request"),
    "too large": ("POST", START, {"data": b" " * (2 * 1024**2 + 1), "headers": JSON}, 413, "too_large"),
    "nobody": ("GET", "/api/interview/analysis/1", {}, 401, "not_authenticated"),
    "a wrong key": ("GET", "/api/users", {"auth": ("tfk_000000000000000000000000", "x")}, 401, "not_authenticated"),
    "an unknown path": ("GET", "/api/nothing/here", {}, 404, "not_found"),
    "a path outside the API": ("GET", "/favicon.ico", {}, 404, "not_found"),
    "no number": ("GET", "/api/interview/analysis/one", {}, 404, "not_found"),
    "an unknown session": ("POST", "/api/interview/session/end", {"json": UNKNOWN_SESSION}, 404, "session_not_found"),
    "another method": ("DELETE", START, {}, 405, "method_not_allowed"),
    "an overlong idempotency key": (
        "POST", START, {"json": {}, "headers": {"Idempotency-Key": "k" * 256}}, 400, "bad_request",
    ),
    "an upload without its protocol": ("PATCH", "/api/uploads/nothing", {}, 412, "tus_version"),
}  # fmt: skip


@pytest.fixture(params=list(REFUSED))
def refusal(
    request: pytest.FixtureRequest, ours: Organisation, http: requests.Session
) -> tuple[requests.Response, str]:
    """One kind of refused request, and the code it is to be answered with."""
    method, path, more, status, code = REFUSED[request.param]
    answer = http.request(method, ours.server.url + path, **more)
    assert answer.status_code == status, answer.text
    return answer, code


class TestProblem:
    """The body and headers of a failure."""

    def test_body(self, refusal: tuple[requests.Response, str]) -> None:
        answer, _ = refusal
        body = answer.json()

        assert answer.headers["Content-Type"] == "application/problem+json"
        assert faults(body, PROBLEM) == []
        assert body["status"] == answer.status_code
        assert body["message"] == body["detail"]
        assert body["instance"] == urlsplit(answer.url).path
        assert body["request_id"] == answer.headers["X-Request-ID"]

    def test_type_explains_itself(
        self, refusal: tuple[requests.Response, str], ours: Organisation, http: requests.Session
    ) -> None:
        answer, code = refusal
        if code == "tus_version":
            code = answer.json()["code"]
        told = http.get(ours.server.url + answer.json()["type"]).json()

        assert (answer.json()["code"], told["code"], told["title"]) == (code, code, answer.json()["title"])
        assert told["status"] == answer.status_code

    def test_nothing_internal(self, refusal: tuple[requests.Response, str]) -> None:
        answer, _ = refusal

        assert not re.search(r"Traceback|\.py\b|sqlalchemy|SELECT |site-packages", answer.text)
        assert str(live_server.ROOT) not in answer.text

    def test_connection_goes_on(
        self, refusal: tuple[requests.Response, str], ours: Organisation, http: requests.Session
    ) -> None:
        assert http.get(f"{ours.server.url}/health").status_code == 200

    def test_other_method_names_the_right_ones(self, ours: Organisation, http: requests.Session) -> None:
        answer = http.delete(ours.server.url + START)

        assert "POST" in answer.headers["Allow"]

    def test_request_id_of_the_caller(self, ours: Organisation, http: requests.Session) -> None:
        headers = {"X-Request-ID": "my-own.id_7"}
        answer = http.get(f"{ours.server.url}/api/nothing", headers=headers)

        assert answer.json()["request_id"] == answer.headers["X-Request-ID"] == "my-own.id_7"

    def test_request_id_that_would_break_the_log(self, ours: Organisation, http: requests.Session) -> None:
        answer = http.get(f"{ours.server.url}/api/nothing", headers={"X-Request-ID": "a b\tc"})

        assert re.fullmatch(r"[0-9a-f]{32}", answer.headers["X-Request-ID"])


class TestUnknownField:
    """A field that is not declared is refused by its name, at whatever depth."""

    @pytest.mark.parametrize(
        ("path", "body", "where"),
        [
            ("session/start", {"interview_token": "x", "colour": 1}, ["colour"]),
            (
                "session/start",
                {"interview_token": "x", "recording_config": {"colour": 1}},
                ["recording_config", "colour"],
            ),
            ("question/add", {"question_data": QUESTION, "colour": 1}, ["colour"]),
            ("question/add", {"question_data": QUESTION | {"colour": 1}}, ["question_data", "colour"]),
            ("answer/add", {"question_id": "x", "answer_data": ANSWER | {"colour": 1}}, ["answer_data", "colour"]),
            ("session/end", {"colour": 1}, ["colour"]),
        ],
    )
    def test_recording_dialect(
        self, ours: Organisation, http: requests.Session, path: str, body: dict[str, Any], where: list[str]
    ) -> None:
        if path != "session/start":
            body = body | {"session_id": ours.start()["session_id"]}
        answer = http.post(f"{ours.server.url}/api/interview/{path}", json=body)
        found: Any = answer.json()["errors"]

        assert answer.status_code == 422
        for name in where:
            found = found[name]
        assert found == ["Unknown field."]

    @pytest.mark.parametrize(
        ("path", "body"),
        [
            ("/api/admin/candidates", {"name": "Some Candidate"}),
            ("/api/admin/interviews", {"candidateId": 1, "title": "Round one"}),
            ("/api/api-keys", {"name": "script", "scopes": []}),
            ("/api/users", {"email": "person@example.org", "role": "interviewer"}),
        ],
    )
    def test_management(self, ours: Organisation, http: requests.Session, path: str, body: dict[str, Any]) -> None:
        answer = http.post(ours.server.url + path, json=body | {"colour": 1}, auth=ours.api_key)

        assert (answer.status_code, answer.json()["errors"]["colour"]) == (422, ["Unknown field."])


class TestWrongValue:
    """A value that cannot be taken is refused with its field's name, never stored and never a 500."""

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("text", ""),
            ("text", "with\x00nul"),
            ("text", 7),
            ("text", None),
            ("text", "x" * 10_001),
            ("keywords", "index"),
            ("keywords", [1]),
            ("type", {"a": 1}),
            ("difficulty", ""),
        ],
    )
    def test_question(self, ours: Organisation, http: requests.Session, field: str, value: Any) -> None:
        session_id = ours.start()["session_id"]
        body = {"session_id": session_id, "question_data": QUESTION | {field: value}}
        answer = http.post(f"{ours.server.url}/api/interview/question/add", json=body)

        assert (answer.status_code, list(answer.json()["errors"]["question_data"])) == (422, [field])

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("duration", -1),
            ("duration", "45"),
            ("duration", True),
            ("confidence", 1.01),
            ("confidence", "high"),
            ("text", "ü" * 100_001),
        ],
    )
    def test_answer(self, ours: Organisation, http: requests.Session, field: str, value: Any) -> None:
        session_id = ours.start()["session_id"]
        body = {"session_id": session_id, "question_id": ours.ask(session_id), "answer_data": ANSWER | {field: value}}
        answer = http.post(f"{ours.server.url}/api/interview/answer/add", json=body)

        assert (answer.status_code, list(answer.json()["errors"]["answer_data"])) == (422, [field])

    @pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
    def test_number_that_is_none(self, ours: Organisation, http: requests.Session, number: str) -> None:
        session_id = ours.start()["session_id"]
        body = {"session_id": session_id, "question_id": ours.ask(session_id), "answer_data": ANSWER}
        content = json.dumps(body).replace('"duration": 45', f'"duration": {number}')
        answer = http.post(f"{ours.server.url}/api/interview/answer/add", data=content, headers=JSON)

        assert answer.status_code in {400, 422}

    @pytest.mark.parametrize(
        "path",
        ["users/%00", "admin/interviews/%00", "interview/session/%00", "api-keys/%00", "problems/%00", "uploads/%00"],
    )
    def test_nul_in_a_path(self, ours: Organisation, http: requests.Session, path: str) -> None:
        headers = {"Tus-Resumable": "1.0.0"}
        answer = http.head(f"{ours.server.url}/api/{path}", auth=ours.api_key, headers=headers)

        assert answer.status_code == 404

    def test_nul_in_a_session_id(self, ours: Organisation, http: requests.Session) -> None:
        body: dict[str, Any] = {"session_id": "\x00", "question_data": QUESTION}
        answer = http.post(f"{ours.server.url}/api/interview/question/add", json=body)

        assert answer.status_code in {404, 422}

    def test_lone_surrogate(self, ours: Organisation, http: requests.Session) -> None:
        body = {"session_id": ours.start()["session_id"], "question_data": {"text": "\ud800"}}
        answer = http.post(f"{ours.server.url}/api/interview/question/add", data=json.dumps(body), headers=JSON)

        assert answer.status_code == 422
