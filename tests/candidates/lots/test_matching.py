"""Who meets a lot's criteria, and why somebody does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, select

from interview.accounts.models import Organisation
from interview.candidates.lots import matching
from interview.candidates.lots import service as lot_service
from interview.candidates.lots.criteria import SCORES, Criteria
from interview.candidates.lots.models import Lot
from interview.candidates.models import Candidate
from interview.core.actors import OPERATOR
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from tests.factories import accounts, interviews, lots

SKILLS, TAGS, PLACES = ("Python", "SQL", "Go"), ("vip", "remote"), ("Exampleton", "Sampleville")
some_words = st.lists(st.sampled_from(SKILLS), max_size=2)
bound = st.none() | st.sampled_from([0.0, 40.0, 60.0, 80.0])
ranges = st.builds(lambda low, high: {"min": low, "max": high}, bound, bound)
people = st.fixed_dictionaries(
    {
        "skills": some_words,
        "tags": st.lists(st.sampled_from(TAGS), max_size=2),
        "experience_years": st.none() | st.sampled_from([0.0, 40.0, 60.0]),
        "location": st.none() | st.sampled_from(PLACES),
        "stage": st.sampled_from(["new", "screening", "offer"]),
        "scores": st.dictionaries(st.sampled_from(SCORES), st.sampled_from([20.0, 60.0, 90.0]), max_size=3),
    }
)
asked = st.fixed_dictionaries(
    {
        "skills_all": some_words,
        "skills_any": some_words,
        "tags": st.lists(st.sampled_from(TAGS), max_size=1),
        "experience_years": ranges,
        "scores": st.dictionaries(st.sampled_from(SCORES), ranges, max_size=2),
        "statuses": st.lists(st.sampled_from(["new", "offer"]), max_size=2),
        "location": st.none() | st.sampled_from(PLACES),
    }
)


def found(lot: Lot, **criteria: Any) -> set[int]:
    """The ids of those who match."""
    return set(matching.matching_ids(Criteria.of(criteria), lot, most=1000))


@pytest.fixture
def home(app: Application) -> Organisation:
    """A new organisation."""
    return accounts.make_organisation()


class TestEachCriterion:
    """One thing asked at a time."""

    @pytest.mark.parametrize(
        ("criteria", "good", "bad"),
        [
            ({"skills_all": ["python", "sql"]}, {"skills": ["Python", "SQL"]}, {"skills": ["Python"]}),
            ({"skills_any": ["python", "sql"]}, {"skills": ["SQL"]}, {"skills": ["Go"]}),
            ({"tags": ["vip"]}, {"tags": ["VIP"]}, {"skills": ["vip"]}),
            ({"experience_years": {"min": 2}}, {"experience_years": 2}, {"experience_years": 1.5}),
            ({"experience_years": {"max": 5}}, {"experience_years": 5}, {"experience_years": None}),
            ({"scores": {"technical": {"min": 70}}}, {"scores": {"technical": 70}}, {"scores": {"technical": 69.9}}),
            ({"scores": {"cultural_fit": {"max": 70}}}, {"scores": {"cultural_fit": 1}}, {}),
            ({"statuses": ["offer", "hired"]}, {"stage": "hired"}, {"stage": "new"}),
            ({"location": "exampleton"}, {"location": "Exampleton"}, {"location": None}),
        ],
    )
    def test_tells_one_from_the_other(
        self, home: Organisation, criteria: dict[str, Any], good: dict[str, Any], bad: dict[str, Any]
    ) -> None:
        lot = lots.make_lot(home)
        wanted, _, foreign = lots.make_person(home, **good), lots.make_person(home, **bad), interviews.make_candidate()

        assert found(lot, **criteria) == {wanted.id} and foreign.id not in found(lot)

    def test_members_and_archived_people_are_left_out(self, home: Organisation) -> None:
        lot, (inside, archived, other) = lots.make_lot(home), lots.make_people(home, 3)
        with unit_of_work():
            lot_service.add(lot_service.hold(lot.id, within=home.id), [inside.id], by=OPERATOR)
            db.session.get_one(Candidate, archived.id).archived_at = archived.created_at

        assert found(lot) == {other.id}

    def test_those_in_other_open_lots(self, home: Organisation) -> None:
        lot, (taken, closed, free) = lots.make_lot(home), lots.make_people(home, 3)
        for person, status in ((taken, "open"), (closed, "closed")):
            other = lots.make_lot(home)
            with unit_of_work():
                held = lot_service.hold(other.id, within=home.id)
                lot_service.add(held, [person.id], by=OPERATOR)
                lot_service.change(held, status=status, by=OPERATOR)

        assert found(lot, excludes_other_lots=True) == {closed.id, free.id}


class TestExplain:
    """Why somebody matches or does not."""

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(everybody=st.lists(people, min_size=1, max_size=4), criteria=asked)
    def test_agrees_with_the_selection(
        self, app: Application, everybody: list[dict[str, Any]], criteria: dict[str, Any]
    ) -> None:
        home = accounts.make_organisation()
        lot = lots.make_lot(home)
        made = [lots.make_person(home, **person) for person in everybody]
        wanted = Criteria.of(criteria)
        by_explanation = {
            one.id for one in made if all(answer.is_met is True for answer in matching.explain(wanted, lot, one.id))
        }

        assert set(matching.matching_ids(wanted, lot, most=100)) == by_explanation
        assert matching.find(wanted, lot, limit=1, cursor=None).count == len(by_explanation)

    def test_what_is_absent_is_unknown(self, home: Organisation) -> None:
        lot, person = lots.make_lot(home), lots.make_person(home)
        wanted = Criteria.of(
            {"scores": {"technical": {"min": 0}}, "experience_years": {"min": 0}, "location": "Here", "tags": ["vip"]}
        )
        told = {answer.name: answer.is_met for answer in matching.explain(wanted, lot, person.id)}

        assert told == {
            "isActive": True,
            "isNotInThisLot": True,
            "tags": False,
            "experienceYears": None,
            "scores.technical": None,
            "location": None,
        }


class TestKept:
    """Criteria as they are stored and published."""

    @given(asked)
    def test_are_read_back(self, criteria: dict[str, Any]) -> None:
        wanted = Criteria.of(criteria)

        assert Criteria.kept(wanted.as_document()) == wanted


@pytest.fixture
def statements(app: Application) -> Iterator[list[str]]:
    """The statements that the database was sent."""
    told: list[str] = []

    def hear(_conn: object, _cursor: object, statement: str, *_: object) -> None:
        told.append(statement)

    event.listen(db.engine, "before_cursor_execute", hear)
    yield told
    event.remove(db.engine, "before_cursor_execute", hear)


class TestMatchesDoor:
    """POST …/matches and GET …/matches/<candidate>."""

    def test_tries_criteria_without_keeping_them(self, client: FlaskClient, home: Organisation) -> None:
        headers = accounts.headers_of(accounts.make_user(home, role="interviewer"))
        lot, good = lots.make_lot(home), lots.make_person(home, skills=["Go"])
        lots.make_person(home)
        path = f"/api/admin/lots/{lot.id}/matches"
        own = client.post(path, json={}, headers=headers).get_json()
        tried = client.post(path, json={"criteria": {"skillsAny": ["go"]}}, headers=headers).get_json()

        assert (own["count"], own["isCountBounded"]) == (2, False)
        assert (tried["count"], [one["candidateId"] for one in tried["items"]]) == (1, [good.id])
        assert Criteria.kept(db.session.scalars(select(Lot.criteria)).one()) == Criteria.of({})

    def test_pages(self, client: FlaskClient, home: Organisation) -> None:
        headers = accounts.headers_of(accounts.make_user(home))
        lot, everybody = lots.make_lot(home), lots.make_people(home, 3)
        path = f"/api/admin/lots/{lot.id}/matches"
        first = client.post(f"{path}?limit=2", json={}, headers=headers).get_json()
        second = client.post(f"{path}?limit=2&cursor={first['nextCursor']}", json={}, headers=headers).get_json()

        assert [one["candidateId"] for one in (*first["items"], *second["items"])] == [
            one.id for one in reversed(everybody)
        ]

    def test_counting_is_bounded(
        self, client: FlaskClient, home: Organisation, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(matching, "MOST_COUNTED", 2)
        monkeypatch.setattr(matching, "FEW", 1)
        headers, lot = accounts.headers_of(accounts.make_user(home)), lots.make_lot(home)
        lots.make_people(home, 3)
        told = client.post(f"/api/admin/lots/{lot.id}/matches", json={}, headers=headers).get_json()

        assert (told["count"], told["isCountBounded"], len(told["items"])) == (2, True, 3)

    def test_explained(self, client: FlaskClient, home: Organisation) -> None:
        headers = accounts.headers_of(accounts.make_user(home))
        lot = lots.make_lot(home, criteria={"skills_all": ["Go"], "scores": {"problem_solving": {"min": 50}}})
        person = lots.make_person(home, skills=["Go"])
        told = client.get(f"/api/admin/lots/{lot.id}/matches/{person.id}", headers=headers).get_json()

        assert told["matches"] is False
        assert told["criteria"][2:] == [
            {"criterion": "skillsAll", "wanted": "Go", "isMet": True},
            {"criterion": "scores.problemSolving", "wanted": {"min": 50, "max": None}, "isMet": None},
        ]

    def test_of_a_foreign_candidate(self, client: FlaskClient, home: Organisation) -> None:
        headers, lot = accounts.headers_of(accounts.make_user(home)), lots.make_lot(home)
        foreign = interviews.make_candidate()

        for one in (foreign.id, 0, 2**40):
            answer = client.get(f"/api/admin/lots/{lot.id}/matches/{one}", headers=headers)
            assert (answer.status_code, answer.get_json()["code"]) == (404, "candidate_not_found")

    def test_needs_no_query_for_each_row(self, home: Organisation, statements: list[str]) -> None:
        lot = lots.make_lot(home)
        lots.make_people(home, 4)
        statements.clear()
        matching.find(Criteria.of({"skills_any": ["Go"]}), lot, limit=50, cursor=None)

        assert len(statements) <= 3
