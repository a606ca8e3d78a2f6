"""Analysing a session: the job, what it shows while it runs and after, retry and decision."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from interview.analysis.models import Analysis, QuestionAnalysis
from interview.analysis.service import ANALYSE
from interview.consent.notices import Purpose
from interview.core import clock, current
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from interview.core.jobs.models import Job
from interview.scoring import service as scoring
from interview.scoring.runs import Unjudged
from tests.factories import accounts, interviews
from tests.factories.interviews import Invited

GOOD = (
    "An index is an ordered structure, usually a B-tree. The database uses it to find the rows it needs without "
    "reading the whole table. The price is that every insert and update has to change it too, so writes get slower."
)


@pytest.fixture
def run_jobs(app: Application) -> Any:
    """Run everything that is due, in this thread."""

    def run() -> None:
        db.session.remove()
        app.extensions["jobs"].run_due()

    return run


def ended(client: FlaskClient, *answers: str, **values: Any) -> tuple[Invited, str]:
    """A session with the planned question answered, ended."""
    who, session_id = interviews.started(client, **values)
    for text in answers:
        interviews.answer(client, session_id, interviews.ask(client, session_id, interviews.PLAN[0]["text"]), text)
    interviews.end(client, session_id)
    return who, session_id


def read(client: FlaskClient, who: Invited, **more: Any) -> dict[str, Any]:
    """The analysis as the organisation's key reads it."""
    key = accounts.make_key(who.organisation)
    answer = client.get(f"/api/interview/analysis/{who.candidate.id}", headers=accounts.basic(key), **more)
    assert answer.status_code == 200, answer.text
    return dict(answer.get_json()["analysis"])


class TestAnalyseSession:
    """The job that judges a session."""

    def test_pending_before(self, client: FlaskClient) -> None:
        who, _ = ended(client, GOOD)
        found = read(client, who)

        assert found["analysis_status"] == "pending" and found["overall_score"] is None
        assert found["progress"] == {"done": 0, "total": 1}

    def test_completes_with_scores_that_quote(self, client: FlaskClient, run_jobs: Any) -> None:
        who, _ = ended(client, GOOD)
        run_jobs()
        found = read(client, who)

        assert found["analysis_status"] == "completed" and found["progress"] == {"done": 1, "total": 1}
        assert found["technical_score"] > 60
        judged = found["question_analysis"][0]
        for quote in judged["scores"]["technical"]["evidence"]:
            assert GOOD[quote["start"] : quote["end"]] == quote["text"]
        assert found["final_status_source"] == "ai" and found["effective"] is False
        assert found["cultural_fit_score"] is None and found["reasons"]["cultural_fit_score"]

    def test_mirrors_the_scores(self, client: FlaskClient, run_jobs: Any) -> None:
        who, _ = ended(client, GOOD)
        run_jobs()
        db.session.add(who.candidate)
        db.session.refresh(who.candidate)
        found = db.session.scalars(select(Analysis)).one()

        assert who.candidate.interview_ai_technical_score == found.technical_score
        assert who.candidate.interview_ai_analysis_status == "completed"
        assert who.candidate.interview_final_status == found.final_status

    @pytest.mark.parametrize("text", ["", "...", "I don't know."])
    def test_invents_nothing(self, client: FlaskClient, run_jobs: Any, text: str) -> None:
        who, _ = ended(client, text)
        run_jobs()
        found = read(client, who)

        assert found["analysis_status"] == "completed"
        assert found["technical_score"] is None or found["technical_score"] <= 2
        assert found["overall_score"] is None or found["overall_score"] <= 25
        assert found["final_status"] == "needs_review"

    def test_no_question_at_all(self, client: FlaskClient, run_jobs: Any) -> None:
        who, _ = ended(client)
        run_jobs()
        found = read(client, who)

        assert (found["analysis_status"], found["final_status"]) == ("completed", "needs_review")

    def test_not_without_consent(self, client: FlaskClient, run_jobs: Any) -> None:
        who, _ = ended(client, GOOD, agreed=(Purpose.RECORDING,))
        run_jobs()
        found = read(client, who)

        assert found["technical_score"] is None and found["reasons"]["technical_score"] == "consent_required"
        assert db.session.scalars(select(QuestionAnalysis)).all() == []

    def test_goes_on_where_it_was(self, app: Application, client: FlaskClient, run_jobs: Any) -> None:
        who, _ = ended(client, GOOD, GOOD)
        judge = _OnlyOnce(app)
        app.extensions["judges"] = judge
        run_jobs()
        partial = read(client, who)
        judge.is_broken = False
        with unit_of_work():
            db.session.scalars(select(Job).where(Job.state == "pending")).one().run_at = _long_ago()
        run_jobs()
        app.extensions.pop("judges")

        assert partial["analysis_status"] == "processing" and partial["progress"] == {"done": 1, "total": 2}
        assert len(partial["question_analysis"]) == 1
        assert read(client, who)["analysis_status"] == "completed" and judge.asked == 3

    def test_fails_visibly_and_can_be_retried(self, app: Application, client: FlaskClient, run_jobs: Any) -> None:
        who, _ = ended(client, GOOD)
        app.extensions["judges"] = _OnlyOnce(app, left=0)
        with unit_of_work():
            db.session.scalars(select(Job)).one().max_attempts = 1
        run_jobs()
        failed = read(client, who)
        app.extensions.pop("judges")
        headers = accounts.basic(accounts.make_key(who.organisation))
        answer = client.post(f"/api/interview/analysis/{who.candidate.id}/retry", json={}, headers=headers)
        run_jobs()

        assert failed["analysis_status"] == "failed" and "out of order" in failed["error"]
        assert answer.status_code == 202
        assert read(client, who)["analysis_status"] == "completed"

    def test_running_cannot_be_retried(self, client: FlaskClient) -> None:
        who, _ = ended(client, GOOD)
        headers = accounts.basic(accounts.make_key(who.organisation))

        assert (
            client.post(f"/api/interview/analysis/{who.candidate.id}/retry", json={}, headers=headers).status_code
            == 409
        )


class TestLeftOut:
    """A question that nobody could judge, beside others that somebody could."""

    @pytest.fixture
    def left_out(self, app: Application, client: FlaskClient, run_jobs: Any) -> Iterator[Invited]:
        who, _ = ended(client, GOOD, GOOD)
        app.extensions["judges"] = _OnlyOnce(app)
        with unit_of_work():
            db.session.scalars(select(Job).where(Job.kind == ANALYSE)).one().max_attempts = 1
        run_jobs()
        yield who
        app.extensions.pop("judges", None)

    def test_is_told_and_the_others_count(self, client: FlaskClient, left_out: Invited) -> None:
        found = read(client, left_out)
        judged, lost = found["question_analysis"]

        assert (found["analysis_status"], found["progress"]) == ("completed", {"done": 2, "total": 2})
        assert judged["score"] > 60 and found["judged_by"] == [judged["judged_by"]]
        assert (lost["score"], lost["reasons"], lost["judged_by"]) == (None, ["provider_failed"], "")
        assert {score["reason"] for score in lost["scores"].values()} == {"provider_failed"}

    def test_is_judged_when_somebody_retries(
        self, app: Application, client: FlaskClient, run_jobs: Any, left_out: Invited
    ) -> None:
        judge = app.extensions["judges"] = _OnlyOnce(app)
        judge.is_broken = False
        headers = accounts.basic(accounts.make_key(left_out.organisation))
        path = f"/api/interview/analysis/{left_out.candidate.id}/retry"
        retried = client.post(path, json={}, headers=headers).get_json()["analysis"]
        run_jobs()
        found = read(client, left_out)

        assert (retried["analysis_status"], retried["progress"]) == ("pending", {"done": 1, "total": 2})
        assert judge.asked == 1 and found["progress"] == {"done": 2, "total": 2}
        assert [one["reasons"] for one in found["question_analysis"]] == [[], []]


class _OnlyOnce:
    """A judge that is out of order after some judgements."""

    def __init__(self, app: Application, *, left: int = 1) -> None:
        self._judge = scoring.build(current.settings())
        self._left = left
        self.is_broken = True
        self.asked = 0

    def judge_with_runs(self, exchange: Any) -> Any:
        """Judge, or be out of order."""
        self.asked += 1
        if self.is_broken and self._left == 0:
            raise Unjudged("out of order", ())
        self._left = max(0, self._left - 1)
        return self._judge.judge_with_runs(exchange)


def _long_ago() -> datetime:
    return clock.now() - timedelta(hours=1)


class TestGetAnalysis:
    """Who may read it."""

    def test_nobody_is_401_before_any_lookup(self, client: FlaskClient) -> None:
        assert client.get("/api/interview/analysis/999999").status_code == 401

    def test_another_organisation_sees_nothing(self, client: FlaskClient) -> None:
        who, _ = ended(client, GOOD)
        stranger = accounts.basic(accounts.make_key())

        assert client.get(f"/api/interview/analysis/{who.candidate.id}", headers=stranger).status_code == 404

    def test_a_key_without_the_scope(self, client: FlaskClient) -> None:
        who, _ = ended(client, GOOD)
        key = accounts.basic(accounts.make_key(who.organisation, scopes={"candidates:read"}))

        assert client.get(f"/api/interview/analysis/{who.candidate.id}", headers=key).status_code == 403

    def test_a_session_id_opens_nothing(self, client: FlaskClient) -> None:
        who, session_id = ended(client, GOOD)

        assert client.get(f"/api/interview/analysis/{who.candidate.id}?session_id={session_id}").status_code == 401

    def test_picks_the_newest_session_of_an_interview(self, client: FlaskClient) -> None:
        earlier, session_id = ended(client, GOOD)
        ended(client, GOOD, organisation=earlier.organisation, candidate=earlier.candidate)
        query = {"interview_id": earlier.interview.id}

        assert read(client, earlier, query_string=query)["session_id"] == session_id
        assert read(client, earlier)["session_id"] != session_id

    def test_picks_a_session(self, client: FlaskClient) -> None:
        who, session_id = ended(client, GOOD)

        assert read(client, who, query_string={"session_id": session_id})["session_id"] == session_id


class TestDecide:
    """A person's decision."""

    def decide(self, client: FlaskClient, who: Invited, headers: dict[str, str], **more: Any) -> Any:
        body = {"final_status": "passed", "reason": "Convincing in the live part."} | more
        return client.post(f"/api/interview/analysis/{who.candidate.id}/decision", json=body, headers=headers)

    def test_overrides_the_recommendation(self, client: FlaskClient, run_jobs: Any) -> None:
        who, _ = ended(client, "I don't know.")
        run_jobs()
        person = accounts.make_user(who.organisation, role="interviewer")
        answer = self.decide(client, who, accounts.headers_of(person))
        found = answer.get_json()["analysis"]

        assert answer.status_code == 201
        assert (found["final_status"], found["effective"]) == ("passed", True)
        assert found["final_status_source"] == f"user:{person.id}"
        assert found["decision"]["ai_status"] == "needs_review"

    def test_only_people_decide(self, client: FlaskClient) -> None:
        who, _ = ended(client, GOOD)
        key = accounts.basic(accounts.make_key(who.organisation))

        assert self.decide(client, who, key).status_code == 403

    def test_not_before_the_end(self, client: FlaskClient) -> None:
        who, _ = interviews.started(client)
        person = accounts.headers_of(accounts.make_user(who.organisation, role="interviewer"))

        assert self.decide(client, who, person).status_code == 409

    def test_every_one_stays_to_be_read(self, client: FlaskClient) -> None:
        who, _ = ended(client, GOOD)
        person = accounts.headers_of(accounts.make_user(who.organisation, role="interviewer"))
        for final_status in ("passed", "failed", "needs_review"):
            self.decide(client, who, person, final_status=final_status)
        path = f"/api/interview/analysis/{who.candidate.id}/decisions"
        first = client.get(f"{path}?limit=2", headers=person).get_json()
        second = client.get(f"{path}?limit=2&cursor={first['next_cursor']}", headers=person).get_json()

        told = [one["final_status"] for one in (*first["items"], *second["items"])]
        assert told == ["needs_review", "failed", "passed"] and second["next_cursor"] is None
        assert {one["decided_by_name"] for one in first["items"]} == {"Some Person"}

    @pytest.mark.parametrize(("caller", "status"), [("nobody", 401), ("poor", 403), ("stranger", 404)])
    def test_the_list_is_for_reviewers(self, client: FlaskClient, caller: str, status: int) -> None:
        who, _ = ended(client, GOOD)
        headers = {
            "nobody": {},
            "poor": accounts.basic(accounts.make_key(who.organisation, scopes={"candidates:read"})),
            "stranger": accounts.basic(accounts.make_key()),
        }[caller]
        path = f"/api/interview/analysis/{who.candidate.id}/decisions"

        assert client.get(path, headers=headers).status_code == status

    @pytest.mark.parametrize("more", [{"final_status": "hired"}, {"reason": "  "}, {"reason": None}, {"score": 100}])
    def test_malformed(self, client: FlaskClient, more: dict[str, Any]) -> None:
        who, _ = ended(client, GOOD)
        person = accounts.headers_of(accounts.make_user(who.organisation, role="interviewer"))

        assert self.decide(client, who, person, **more).status_code == 422
