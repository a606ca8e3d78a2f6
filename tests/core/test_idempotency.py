"""Idempotency keys: a POST sent again gets its first answer, and the effect happens once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select, update

from interview.core import clock, idempotency
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from interview.core.idempotency import IdempotencyKey, Key, StillRunning
from interview.recording.models import AskedQuestion
from tests.factories import interviews


@pytest.fixture
def session_id(client: FlaskClient) -> str:
    """An open session."""
    return interviews.started(client)[1]


def ask(client: FlaskClient, session_id: str, text: str, key: str | None) -> Any:
    """Add a question with a key."""
    headers = {} if key is None else {"Idempotency-Key": key}
    told = {"session_id": session_id, "question_data": {"text": text}}
    return client.post("/api/interview/question/add", json=told, headers=headers)


def question_count() -> int:
    """How many questions are stored."""
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(AskedQuestion)) or 0


class TestReplay:
    """The same request again."""

    def test_gets_the_first_answer(self, client: FlaskClient, session_id: str) -> None:
        first, second = (ask(client, session_id, "Why?", "k1") for _ in range(2))

        assert second.get_json() == first.get_json() and second.headers["Idempotency-Replayed"] == "true"
        assert question_count() == 1 and "Idempotency-Replayed" not in first.headers

    def test_without_a_key_it_is_another_question(self, client: FlaskClient, session_id: str) -> None:
        ask(client, session_id, "Why?", None), ask(client, session_id, "Why?", None)

        assert question_count() == 2

    def test_another_body_is_refused(self, client: FlaskClient, session_id: str) -> None:
        ask(client, session_id, "Why?", "k1")
        answer = ask(client, session_id, "How?", "k1")

        assert (answer.status_code, answer.get_json()["code"]) == (422, "idempotency_key_reused")
        assert ask(client, session_id, "Why?", "k1").status_code == 200 and question_count() == 1

    def test_a_refusal_is_kept_as_well(self, client: FlaskClient, session_id: str) -> None:
        first, second = (ask(client, session_id, "", "k1") for _ in range(2))

        assert first.status_code == second.status_code == 422
        assert second.get_json()["request_id"] == first.get_json()["request_id"]

    def test_a_conflict_gives_the_key_back(self, client: FlaskClient, session_id: str) -> None:
        interviews.end(client, session_id)

        assert ask(client, session_id, "Why?", "k1").status_code == 409
        assert db.session.scalar(select(func.count()).select_from(IdempotencyKey)) == 0

    def test_another_session_s_key_is_another_key(self, client: FlaskClient, session_id: str) -> None:
        other = interviews.started(client)[1]
        ask(client, session_id, "Why?", "k1")

        assert "Idempotency-Replayed" not in ask(client, other, "Why?", "k1").headers

    @pytest.mark.parametrize("key", ["", "x" * 256])
    def test_a_key_has_a_sensible_length(self, client: FlaskClient, session_id: str, key: str) -> None:
        assert ask(client, session_id, "Why?", key).status_code == 400

    def test_answers_are_not_kept_in_the_clear(self, client: FlaskClient, session_id: str) -> None:
        question_id = ask(client, session_id, "Why?", "k1").get_json()["question_id"]
        kept = db.session.scalars(select(IdempotencyKey)).one()

        assert kept.body_sealed and question_id not in kept.body_sealed


class TestAtOnce:
    """The same request while the first is running."""

    def test_takes_effect_once(self, app: Application, session_id: str) -> None:
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: ask(app.test_client(), session_id, "Why?", "k1"), range(8)))

        assert {answer.status_code for answer in answers} <= {200, 409} and question_count() == 1
        assert len({answer.get_json()["question_id"] for answer in answers if answer.status_code == 200}) == 1

    def test_is_told_to_wait(self) -> None:
        key = Key("scope", "fingerprint")
        with idempotency.running(key), pytest.raises(StillRunning), idempotency.running(key):
            raise AssertionError
        with idempotency.running(key):
            assert threading.active_count()


class TestLeftBehind:
    """A claim of a view that streams, whose process was killed."""

    KEY = Key("scope", "fingerprint")

    @pytest.fixture(autouse=True)
    def claimed(self, app: Application) -> Iterator[None]:
        """A claim that nobody answers."""
        with unit_of_work():
            idempotency.claim(self.KEY)
        yield

    def test_is_waited_for_at_first(self) -> None:
        with pytest.raises(StillRunning), unit_of_work():
            idempotency.claim(self.KEY)

    def test_is_taken_over_after_a_while(self) -> None:
        with unit_of_work():
            db.session.execute(update(IdempotencyKey).values(claimed_at=clock.now() - timedelta(minutes=2)))
        with unit_of_work():
            assert idempotency.claim(self.KEY).answer is None


class TestForgetOld:
    """Two days later."""

    def test_drops_old_keys_only(self, client: FlaskClient, session_id: str) -> None:
        ask(client, session_id, "Why?", "old"), ask(client, session_id, "Why?", "new")
        oldest = select(func.min(IdempotencyKey.claimed_at)).scalar_subquery()
        with unit_of_work():
            old = update(IdempotencyKey).where(IdempotencyKey.claimed_at == oldest)
            db.session.execute(old.values(claimed_at=clock.now() - timedelta(days=3)))
        with unit_of_work():
            assert idempotency.forget_old() == 1
