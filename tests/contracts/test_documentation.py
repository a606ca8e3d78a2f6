"""docs/api/recording.md and docs/events.md: their requests are sent, and what comes back is what they show."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.contracts.organisations import Organisation
from tests.contracts.test_recording_dialect_results import until_processed
from tests.contracts.test_sockets import EVENTS, FOR_STAFF_ALONE

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
PAGE = (DOCS / "api" / "recording.md").read_text()
SECTIONS = dict(re.findall(r"^## `(.+?)`\n(.*?)(?=^## |\Z)", PAGE, re.M | re.S))
# Members of free objects, which differ from one session to the next.
FREE = {"reasons", "consent", "details", "avatar_settings", "session_logs", "technical_issues"}


def blocks(title: str) -> list[dict[str, Any]]:
    """The JSON blocks of a section."""
    return [json.loads(block) for block in re.findall(r"```json\n(.*?)```", SECTIONS[title], re.S)]


def fixed_names(found: Any) -> set[str]:
    """The members' names without those inside free objects."""
    if isinstance(found, dict):
        kept = {name: value for name, value in found.items() if name not in FREE}
        return set(found) | {inner for value in kept.values() for inner in fixed_names(value)}
    if isinstance(found, list):
        return {name for value in found for name in fixed_names(value)}
    return set()


class TestRecordingPage:
    """docs/api/recording.md."""

    @pytest.fixture(scope="class")
    def told(self, ours: Organisation) -> dict[str, dict[str, Any]]:
        """What each documented endpoint answers, the requests sent as documented but for the ids in them."""
        invited = ours.invite(questions=None)
        known: dict[str, Any] = {"interview_token": invited.token}
        answers: dict[str, dict[str, Any]] = {}
        for step in ("session/preview", "session/start", "question/add", "answer/add", "session/issue"):
            answers[step] = self._send(ours, step, known)
            known |= {name: value for name, value in answers[step].items() if name.endswith("_id")}
            if step == "session/start":
                ours.record(answers[step])
        answers["session/end"] = self._send(ours, "session/end", known)
        until_processed(ours, invited.candidate_id)
        for what, about in (
            ("analysis", invited.candidate_id),
            ("recording", invited.candidate_id),
            ("session", known["session_id"]),
        ):
            answers[what] = ours.staff.get(f"/api/interview/{what}/{about}")
        return answers

    def _send(self, ours: Organisation, step: str, known: dict[str, Any]) -> dict[str, Any]:
        path = f"/api/interview/{step}"
        body = blocks(f"POST {path}")[0]
        return ours.page.post(path, body | {name: known[name] for name in body if name in known})

    @pytest.mark.parametrize("title", list(SECTIONS))
    def test_answer_is_as_shown(self, told: dict[str, dict[str, Any]], title: str) -> None:
        step = title.split("/api/interview/")[1].partition("/<")[0]

        assert fixed_names(told[step]) == fixed_names(blocks(title)[-1])

    def test_every_endpoint_has_its_section(self) -> None:
        listed = re.findall(r"^\| `((?:GET|POST) /\S+)` \|", PAGE, re.M)

        assert sorted(listed) == sorted(SECTIONS)

    def test_every_refusal_exists(self, ours: Organisation, http: requests.Session) -> None:
        listed = re.findall(r"^\| `(\w+)` \| (\d{3}) \|", PAGE, re.M)
        found = [(code, http.get(f"{ours.server.url}/api/problems/{code}").json()) for code, _ in listed]

        assert len(listed) > 10
        assert [(code, str(problem["status"])) for code, problem in found] == listed

    def test_every_reason_is_named(self) -> None:
        from interview.scoring.judgement import Reason

        assert [reason.value for reason in Reason if f"`{reason.value}`" not in PAGE] == []


class TestEventsPage:
    """docs/events.md."""

    @pytest.mark.parametrize(("event", "shape"), list((EVENTS | FOR_STAFF_ALONE).items()))
    def test_event_and_its_members(self, event: str, shape: dict[str, Any]) -> None:
        page = (DOCS / "events.md").read_text()
        line = next(line for line in page.splitlines() if line.startswith(f"| `{event}` |"))

        assert set(re.findall(r"`(\w+)`", line)) == set(shape) - {"session_id"}
