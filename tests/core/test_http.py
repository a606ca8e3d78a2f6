"""The edge: problems, headers, bodies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

from interview.core import logs
from interview.core.errors import AppError, NotFound, problem
from interview.core.http import Application, as_app_error
from tests.factories import interviews


@pytest.fixture
def answering(app: Application) -> Iterator[FlaskClient]:
    """A client to whom failures are answered instead of raised."""
    app.config["TESTING"] = False
    yield app.test_client()
    app.config["TESTING"] = True


class TestProblem:
    """The body of a refusal."""

    def test_says_everything_a_client_looks_at(self) -> None:
        told = problem(NotFound("No such thing.", reason="gone"), instance="/x", request_id="r1")

        assert told == {
            "type": "/api/problems/not_found", "title": "There is no such thing", "status": 404, "code": "not_found",
            "detail": "No such thing.", "message": "No such thing.", "instance": "/x", "request_id": "r1",
            "success": False, "reason": "gone",
        }  # fmt: skip

    def test_every_code_is_one_kind_of_status(self) -> None:
        statuses: dict[str, set[int]] = {}
        for kind in AppError.known():
            statuses.setdefault(kind.code, set()).add(kind.status)

        assert {code: found for code, found in statuses.items() if len(found) > 1} == {}

    def test_is_explained_at_its_type(self, client: FlaskClient) -> None:
        told = client.get("/api/problems/storage_full").get_json()

        assert (told["status"], told["code"]) == (507, "storage_full") and told["description"]

    def test_an_unforeseen_failure_keeps_its_words_to_itself(self) -> None:
        error = as_app_error(RuntimeError("secret path /etc/x"))

        assert error.status == 500 and "secret" not in error.detail


class TestRequests:
    """Any request."""

    @pytest.mark.parametrize("path", ["/api/nowhere", "/api/interview/session/none"])
    def test_unknown_is_a_problem(self, client: FlaskClient, path: str) -> None:
        answer = client.get(path)

        assert answer.status_code == 404 and answer.content_type == "application/problem+json"

    def test_another_method_is_named(self, client: FlaskClient) -> None:
        answer = client.delete("/api/interview/session/end")

        assert answer.status_code == 405 and "POST" in answer.headers["Allow"]

    def test_headers_are_safe(self, client: FlaskClient) -> None:
        headers = client.get("/health").headers

        assert headers["X-Content-Type-Options"] == "nosniff" and headers["Cache-Control"] == "no-store"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"] and headers["X-Request-ID"]

    @pytest.mark.parametrize(("told", "is_kept"), [("abc-1.2_x", True), ("a b", False), ("x" * 65, False), ("", False)])
    def test_a_request_id_is_kept_when_it_is_one(self, client: FlaskClient, told: str, is_kept: bool) -> None:
        answer = client.get("/health", headers={"X-Request-ID": told})

        assert (answer.headers["X-Request-ID"] == told) is is_kept

    @pytest.mark.parametrize(
        ("body", "kind", "status"),
        [
            ("{", "application/json", 422), ("[]", "application/json", 422), ("null", "application/json", 422),
            ("5", "application/json", 422), ("[" * 100_000, "application/json", 422), ("a=b", "text/plain", 422),
            ("\xff", "application/json", 422), (" " * (2 * 1024**2 + 1), "application/json", 413),
        ],
    )  # fmt: skip
    def test_a_body_that_makes_no_sense(self, answering: FlaskClient, body: str, kind: str, status: int) -> None:
        answer = answering.post("/api/interview/session/start", data=body.encode("latin-1"), content_type=kind)

        assert answer.status_code in {status, 400, 415} and answer.get_json()["success"] is False

    def test_a_body_that_is_not_whole_is_refused(self, client: FlaskClient) -> None:
        session_id = interviews.started(client)[1]
        told: Any = client.post(
            "/api/interview/session/end",
            data=f'{{"session_id": "{session_id}"}}',
            content_type="application/json",
            environ_overrides={"CONTENT_LENGTH": "500", "wsgi.input_terminated": True},  # as gunicorn hands it on
        )

        assert told.status_code == 400
        shown = client.get(f"/api/interview/session/{session_id}").get_json()["session_data"]
        assert shown["status"] == "in_progress"


class TestLogLine:
    """What a request leaves in the log."""

    def test_holds_no_capability(self, client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
        _, session_id = interviews.started(client)
        caplog.clear()
        with caplog.at_level("INFO", logger="interview.core.http"):
            client.get(f"/api/interview/session/{session_id}")

        told = str([logs.redact(None, "info", dict(record.msg)) for record in caplog.records])
        assert session_id[:6] in told and session_id not in told
