"""POST /api/interview/question/add and /api/interview/answer/add."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from interview.core.actors import OPERATOR
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from interview.recording.models import Answer, AskedQuestion
from interview.scheduling import invitations
from tests.factories import accounts, interviews


def rows(model: type[Any]) -> int:
    """How many rows a table holds."""
    db.session.rollback()
    return int(db.session.scalar(select(func.count()).select_from(model)) or 0)


class TestAddQuestion:
    """Storing a question when it is asked."""

    def test_stores_it_and_mirrors_it(self, client: FlaskClient) -> None:
        who, session_id = interviews.started(client)
        question_id = interviews.ask(client, session_id, "Why Python?", keywords=["python"], avatar="ada")
        db.session.refresh(who.candidate)

        stored = db.session.get_one(AskedQuestion, question_id)
        assert (stored.text, stored.position, stored.asked_by) == ("Why Python?", 1, "candidate_capability")
        mirrored = json.loads(who.candidate.interview_questions_asked or "")
        assert mirrored[0]["question_id"] == question_id and mirrored[0]["keywords"] == ["python"]
        assert len(json.loads(who.candidate.interview_question_timestamps or "")) == 1
        assert who.candidate.interview_total_questions == 1
        assert json.loads(who.candidate.interview_session_logs or "")[-1]["event"] == "question-added"

    def test_recognises_the_plan(self, client: FlaskClient) -> None:
        _, session_id = interviews.started(client)
        question_id = interviews.ask(client, session_id, interviews.PLAN[0]["text"])

        assert db.session.get_one(AskedQuestion, question_id).planned_question_id is not None

    def test_staff_ask_as_themselves(self, client: FlaskClient) -> None:
        who, session_id = interviews.started(client)
        body = {"session_id": session_id, "question_data": {"text": "Why?"}}
        key = accounts.make_key(who.organisation)
        answer = client.post("/api/interview/question/add", json=body, headers=accounts.basic(key))

        assert db.session.get_one(AskedQuestion, answer.get_json()["question_id"]).asked_by == "api_key"

    @pytest.mark.parametrize(
        "data",
        [
            {}, {"text": ""}, {"text": 5}, {"text": "x" * 10_001}, {"text": "a\x00b"}, {"text": "x", "keywords": "a"},
            {"text": "x", "keywords": [1]}, {"text": "x", "colour": 1}, {"text": "x", "difficulty": "d" * 21}, [], None,
        ],
    )  # fmt: skip
    def test_malformed(self, client: FlaskClient, data: Any) -> None:
        _, session_id = interviews.started(client)
        answer = client.post("/api/interview/question/add", json={"session_id": session_id, "question_data": data})

        assert answer.status_code == 422 and answer.get_json()["errors"]
        assert rows(AskedQuestion) == 0

    def test_unknown_session(self, client: FlaskClient) -> None:
        body = {"session_id": "no-such", "question_data": {"text": "x"}}

        assert client.post("/api/interview/question/add", json=body).status_code == 404

    def test_after_the_end(self, client: FlaskClient) -> None:
        _, session_id = interviews.started(client)
        interviews.end(client, session_id)
        body = {"session_id": session_id, "question_data": {"text": "x"}}
        answer = client.post("/api/interview/question/add", json=body)

        assert answer.status_code == 409 and answer.get_json()["code"] == "session_ended"

    def test_after_the_token_is_revoked(self, client: FlaskClient) -> None:
        who, session_id = interviews.started(client)
        with unit_of_work():
            invitations.revoke(who.interview, who.invitation.id, by=OPERATOR)
        body = {"session_id": session_id, "question_data": {"text": "x"}}

        assert client.post("/api/interview/question/add", json=body).status_code == 401

    def test_many_at_once_keep_their_order(self, app: Application, client: FlaskClient) -> None:
        _, session_id = interviews.started(client)

        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda n: interviews.ask(app.test_client(), session_id, f"Question {n}"), range(16)))
        db.session.rollback()

        assert list(db.session.scalars(select(AskedQuestion.position).order_by(AskedQuestion.position))) == [
            *range(1, 17)
        ]

    def test_the_same_key_is_the_same_question(self, client: FlaskClient) -> None:
        _, session_id = interviews.started(client)
        body = {"session_id": session_id, "question_data": {"text": "Once"}}
        answers = [
            client.post("/api/interview/question/add", json=body, headers={"Idempotency-Key": "k1"}) for _ in range(2)
        ]

        assert answers[0].get_json() == answers[1].get_json() and rows(AskedQuestion) == 1
        assert answers[1].headers["Idempotency-Replayed"] == "true"

    def test_the_same_key_with_another_body(self, client: FlaskClient) -> None:
        _, session_id = interviews.started(client)
        for text, status in (("One", 200), ("Two", 422)):
            body = {"session_id": session_id, "question_data": {"text": text}}
            answer = client.post("/api/interview/question/add", json=body, headers={"Idempotency-Key": "k1"})
            assert answer.status_code == status


class TestAddAnswer:
    """Storing an answer when it is given."""

    def test_stores_it_and_mirrors_it(self, client: FlaskClient) -> None:
        who, session_id = interviews.started(client)
        question_id = interviews.ask(client, session_id)
        body = interviews.answer(
            client, session_id, question_id, "An «index» 🙂", duration=45, audio_quality="good", confidence=0.9
        ).get_json()
        db.session.refresh(who.candidate)

        assert body["success"] is True and body["version"] == 1
        mirrored = json.loads(who.candidate.interview_answers_given or "")
        assert mirrored[0]["text"] == "An «index» 🙂" and mirrored[0]["duration"] == 45
        assert who.candidate.interview_answered_questions == 1

    def test_again_is_a_new_version(self, client: FlaskClient) -> None:
        who, session_id = interviews.started(client)
        question_id = interviews.ask(client, session_id)
        versions = [
            interviews.answer(client, session_id, question_id, text).get_json()["version"] for text in ("one", "two")
        ]
        db.session.refresh(who.candidate)

        assert versions == [1, 2] and rows(Answer) == 2
        db.session.refresh(who.candidate)
        assert who.candidate.interview_answered_questions == 1

    def test_two_hundred_kilobytes_and_no_more(self, client: FlaskClient) -> None:
        _, session_id = interviews.started(client)
        question_id = interviews.ask(client, session_id)

        assert interviews.answer(client, session_id, question_id, "é" * 100_000).status_code == 200
        assert interviews.answer(client, session_id, question_id, "é" * 100_000 + "x").status_code == 422
        assert rows(Answer) == 1

    @pytest.mark.parametrize(
        "more",
        [
            '"duration": NaN', '"duration": Infinity', '"duration": -1', '"duration": "45"', '"duration": true',
            '"confidence": 1.1', '"confidence": -0.1', '"confidence": NaN', '"audio_quality": 5', '"mood": "happy"',
        ],
    )  # fmt: skip
    def test_wrong_values(self, client: FlaskClient, more: str) -> None:
        _, session_id = interviews.started(client)
        question_id = interviews.ask(client, session_id)
        body = (
            f'{{"session_id": "{session_id}", "question_id": "{question_id}", "answer_data": {{"text": "x", {more}}}}}'
        )
        answer = client.post("/api/interview/answer/add", data=body, content_type="application/json")

        assert answer.status_code == 422 and rows(Answer) == 0

    def test_question_of_another_session(self, client: FlaskClient) -> None:
        _, mine = interviews.started(client)
        _, other = interviews.started(client)
        answer = interviews.answer(client, mine, interviews.ask(client, other), "x")

        assert answer.status_code == 404 and answer.get_json()["code"] == "question_not_found"

    def test_after_the_end(self, client: FlaskClient) -> None:
        _, session_id = interviews.started(client)
        question_id = interviews.ask(client, session_id)
        interviews.end(client, session_id)

        assert interviews.answer(client, session_id, question_id, "late").status_code == 409
        assert rows(Answer) == 0

    def test_an_empty_answer_is_an_answer(self, client: FlaskClient) -> None:
        _, session_id = interviews.started(client)

        assert interviews.answer(client, session_id, interviews.ask(client, session_id), "").status_code == 200


class TestReportIssue:
    """Storing a technical issue."""

    def test_shows_in_the_session(self, client: FlaskClient) -> None:
        _, session_id = interviews.started(client)
        body = {"session_id": session_id, "kind": "network", "message": "offline for 3 s"}

        assert client.post("/api/interview/session/issue", json=body).status_code == 200
        data = client.get(f"/api/interview/session/{session_id}").get_json()["session_data"]
        assert data["technical_issues"][0]["message"] == "offline for 3 s"
