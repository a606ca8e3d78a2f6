"""Sessions, questions, answers, uploads and ends in any order, against a model of what must be there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import hypothesis.strategies as st
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from interview.core.http import Application
from tests.factories import interviews
from tests.trust.pages import OCTETS

SESSIONS = 2
LENGTH = 60
which = st.integers(0, SESSIONS - 1)
texts = st.text(min_size=1, max_size=20).filter(lambda text: "\x00" not in text and text.isprintable())


@dataclass
class Expected:
    """What must be there of one interview."""

    token: str
    session_id: str = ""
    questions: dict[str, str] = field(default_factory=dict)
    answers: dict[str, list[str]] = field(default_factory=dict)
    upload: str = ""
    content: bytes = b""
    is_ended: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it takes anything."""
        return bool(self.session_id) and not self.is_ended


class Interviews(RuleBasedStateMachine):
    """Two interviews of two organisations."""

    client: FlaskClient

    def __init__(self) -> None:
        super().__init__()
        self.expected = [Expected(interviews.invited().token) for _ in range(SESSIONS)]

    def post(self, path: str, **body: Any) -> Any:
        return self.client.post(f"/api/interview/{path}", json=body)

    @rule(one=which)
    def start(self, one: int) -> None:
        """A token opens its session once, and the same one again; never after its end."""
        here = self.expected[one]
        answer = self.post("session/start", interview_token=here.token)
        if here.is_ended:
            assert answer.status_code == 409
            return
        assert answer.status_code == 200 and answer.get_json()["resumed"] is bool(here.session_id)
        assert here.session_id in {"", answer.get_json()["session_id"]}
        here.session_id = answer.get_json()["session_id"]

    @rule(one=which, text=texts)
    def ask(self, one: int, text: str) -> None:
        """An open session takes questions."""
        here = self.expected[one]
        answer = self.post("question/add", session_id=here.session_id or "none", question_data={"text": text})
        if here.is_open:
            here.questions[answer.get_json()["question_id"]] = text
        else:
            assert answer.status_code == (409 if here.is_ended else 404)

    @rule(one=which, of=which, number=st.integers(0, 9), text=texts)
    def answer(self, one: int, of: int, number: int, text: str) -> None:
        """An open session takes answers to its own questions, and only to these."""
        here, asked = self.expected[one], list(self.expected[of].questions)
        question = asked[number % len(asked)] if asked else "none"
        told = self.post(
            "answer/add", session_id=here.session_id or "none", question_id=question, answer_data={"text": text}
        )
        if here.is_open and question in here.questions:
            here.answers.setdefault(question, []).append(text)
            assert told.get_json()["version"] == len(here.answers[question])
        else:
            assert told.status_code == (409 if here.is_ended else 404)

    @rule(one=which)
    def begin_upload(self, one: int) -> None:
        """An open session takes an upload."""
        here = self.expected[one]
        place = f"/api/interview/session/{here.session_id or 'none'}/uploads"
        answer = self.client.post(place, headers=OCTETS | {"Upload-Length": str(LENGTH)})
        if here.is_open:
            here.upload, here.content = answer.headers["Location"], b""
        else:
            assert answer.status_code == (409 if here.is_ended else 404)

    @rule(one=which, slip=st.sampled_from([0, 0, 0, 0, -1, 1, 7]), piece=st.binary(min_size=1, max_size=25))
    def append(self, one: int, slip: int, piece: bytes) -> None:
        """Bytes are taken at the end of the upload, never beyond its length and never after the session's end."""
        here = self.expected[one]
        if not here.upload:
            return
        offset = max(0, len(here.content) + slip)
        answer = self.client.patch(here.upload, data=piece, headers=OCTETS | {"Upload-Offset": str(offset)})
        is_taken = offset == len(here.content) and offset + len(piece) <= LENGTH and here.is_open
        assert (answer.status_code == 204) is is_taken, answer.get_data()
        assert is_taken or answer.status_code in {403, 409, 413}
        here.content += piece if is_taken else b""

    @rule(one=which)
    def end(self, one: int) -> None:
        """An end is for good, and twice is harmless."""
        here = self.expected[one]
        answer = self.post("session/end", session_id=here.session_id or "none")
        assert answer.status_code == (200 if here.session_id else 404)
        here.is_ended = bool(here.session_id)

    @invariant()
    def everything_is_there_once_and_in_order(self) -> None:
        """What was acknowledged is what is shown."""
        for here in self.expected:
            if here.session_id:
                check(self.client, here)


def check(client: FlaskClient, here: Expected) -> None:
    """Compare one session with its model."""
    data = client.get(f"/api/interview/session/{here.session_id}").get_json()["session_data"]
    shown: dict[str, list[str]] = {}
    for one in data["answers"]:
        shown.setdefault(one["question_id"], []).append(one["text"])
    assert {one["question_id"]: one["text"] for one in data["questions"]} == here.questions
    assert [one["position"] for one in data["questions"]] == list(range(1, len(here.questions) + 1))
    assert shown == here.answers
    assert data["status"] == ("completed" if here.is_ended else "in_progress")
    if here.upload:
        head = client.head(here.upload, headers=OCTETS)
        assert int(head.headers["Upload-Offset"]) == len(here.content)


class TestStateful:
    """Any order."""

    def test_the_server_keeps_what_the_model_keeps(self, app: Application) -> None:
        Interviews.client = app.test_client()
        run_state_machine_as_test(
            Interviews,
            settings=settings(
                max_examples=30, stateful_step_count=20, derandomize=True, deadline=None, database=None,
                suppress_health_check=list(HealthCheck),
            ),
        )  # fmt: skip
