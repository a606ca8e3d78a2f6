"""The OpenAPI 3.1 document: valid, complete, and true of what the server really answers; and the page that shows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import validate

from interview.core.http import Application
from tests.contracts.organisations import Organisation
from tests.contracts.test_recording_dialect_results import until_processed

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Pages and their files are for people; so are the document itself and the page that shows it.
TOLD = re.compile(r"/health$|/api/(?!docs|openapi\.json)")
AUTOMATIC = {"HEAD", "OPTIONS"}


@pytest.fixture(scope="module")
def document(ours: Organisation) -> dict[str, Any]:
    """The document as the live server tells it."""
    return ours.page.get("/api/openapi.json")


class TestDocument:
    """GET /api/openapi.json."""

    def test_valid(self, document: dict[str, Any]) -> None:
        assert document["openapi"].startswith("3.1")
        validate(document)

    def test_covers_every_route(self, document: dict[str, Any], app: Application) -> None:
        told = {(path, method.upper()) for path, methods in document["paths"].items() for method in methods}
        served = {
            (re.sub(r"<(?:[^:>]+:)?([^>]+)>", r"{\1}", rule.rule), method)
            for rule in app.url_map.iter_rules()
            for method in rule.methods or ()
            if TOLD.match(rule.rule) and (method not in AUTOMATIC or AUTOMATIC.issuperset(rule.methods or ()))
        }

        assert served - told == set()
        assert told - served == set()

    def test_every_operation_explains_itself(self, document: dict[str, Any]) -> None:
        silent = [
            (path, method)
            for path, methods in document["paths"].items()
            for method, one in methods.items()
            if not one.get("summary") or not one.get("tags") or not one.get("responses")
        ]

        assert silent == []

    def test_failures_are_problems(self, document: dict[str, Any]) -> None:
        shapes = {
            tuple(answer["content"])
            for methods in document["paths"].values()
            for one in methods.values()
            for status, answer in one["responses"].items()
            if "content" in answer and (status == "default" or status >= "400")
        }

        assert shapes == {("application/problem+json",)}

    def test_says_who_may_call(self, document: dict[str, Any]) -> None:
        guarded = document["paths"]["/api/interview/analysis/{candidate_id}"]["get"]
        open_to_the_session = document["paths"]["/api/interview/question/add"]["post"]

        assert {name for one in guarded["security"] for name in one} == {"bearer", "basic", "cookie"}
        assert not open_to_the_session.get("security")


class TestTruth:
    """The seven endpoints answer what the document says."""

    @pytest.fixture(scope="class")
    def answers(self, ours: Organisation) -> dict[str, tuple[str, str, dict[str, Any]]]:
        """A real answer of each endpoint, by path and method."""
        started = ours.conduct()
        until_processed(ours, started["candidate_id"])
        other = ours.start()["session_id"]
        about = {"session_id": other}
        question = ours.page.post("/api/interview/question/add", about | {"question_data": {"text": "Why?"}})
        given = about | {"question_id": question["question_id"], "answer_data": {"text": "Because."}}
        return {
            "start": ("/api/interview/session/start", "post", started),
            "question": ("/api/interview/question/add", "post", question),
            "answer": ("/api/interview/answer/add", "post", ours.page.post("/api/interview/answer/add", given)),
            "end": ("/api/interview/session/end", "post", ours.page.post("/api/interview/session/end", about)),
            "session": (
                "/api/interview/session/{session_id}", "get",
                ours.staff.get(f"/api/interview/session/{started['session_id']}"),
            ),
            "analysis": (
                "/api/interview/analysis/{candidate_id}", "get",
                ours.staff.get(f"/api/interview/analysis/{started['candidate_id']}"),
            ),
            "recording": (
                "/api/interview/recording/{candidate_id}", "get",
                ours.staff.get(f"/api/interview/recording/{started['candidate_id']}"),
            ),
        }  # fmt: skip

    @pytest.mark.parametrize("name", ["start", "question", "answer", "end", "session", "analysis", "recording"])
    def test_answer(
        self, document: dict[str, Any], answers: dict[str, tuple[str, str, dict[str, Any]]], name: str
    ) -> None:
        path, method, answer = answers[name]
        shape = document["paths"][path][method]["responses"]["200"]["content"]["application/json"]["schema"]
        judge = OAS31Validator(shape | {"components": document["components"]})
        faults = [f"{fault.json_path}: {fault.message}" for fault in judge.iter_errors(answer)]

        assert faults == []
        assert set(answer) <= set(self._members(document, shape))

    def _members(self, document: dict[str, Any], shape: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = document["components"]["schemas"][shape["$ref"].rpartition("/")[2]]["properties"]
        return found


class TestDocsPage:
    """/api/docs in a real browser."""

    def test_shows_the_api_from_our_own_machine(self, ours: Organisation, tab: Page) -> None:
        said: list[str] = []
        asked: list[str] = []
        tab.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
        tab.on("pageerror", lambda failure: said.append(str(failure)))
        tab.on("request", lambda request: asked.append(request.url))

        tab.goto(f"{ours.server.url}/api/docs")
        # Swagger UI draws of a long document only what is near the screen, so one of the first is opened.
        tab.locator('[data-path="/health"]').click()
        tab.get_by_role("button", name="Try it out").first.wait_for()

        assert said == []
        assert {urlsplit(url).netloc for url in asked if not url.startswith("data:")} == {
            urlsplit(ours.server.url).netloc
        }
