"""Filters: every one alone and together, in both of the ways a list is read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text

from interview.accounts.models import Organisation
from interview.candidates import service as candidates
from interview.candidates.finding import filters
from interview.candidates.finding.filters import Wanted
from interview.candidates.models import Candidate, Stage
from interview.core.actors import OPERATOR
from interview.core.db import db, unit_of_work
from tests.factories import candidates as made

PATH = "/api/admin/candidates"
PEOPLE = {
    "Ada Lovelace": {"skills": ["Python", "Maths"], "tags": ["London"], "experience_years": 20.0, "email": "al@x.org"},
    "Grace O'Hopper": {"skills": ["COBOL", "Maths"], "tags": ["Navy"], "experience_years": 40.0},
    "Émile Ada-Borel": {"skills": ["Maths"], "stage": Stage.OFFER, "email": "ada@example.org"},
    "Joan Clarke": {"skills": ["Python"], "tags": ["London"], "experience_years": 5.5, "stage": Stage.OFFER},
}
FILTERS: dict[str, set[str]] = {
    "search=ada": {"Ada Lovelace", "Émile Ada-Borel"},
    "search=ada l": {"Ada Lovelace"},
    "search=emile": {"Émile Ada-Borel"},
    "search=hopper": {"Grace O'Hopper"},
    "search=ada@": {"Émile Ada-Borel"},
    "search=%": set(),
    "skill=maths": {"Ada Lovelace", "Grace O'Hopper", "Émile Ada-Borel"},
    "skill=MATHS&skill=python": {"Ada Lovelace"},
    "tag=london": {"Ada Lovelace", "Joan Clarke"},
    "tag=london&status=offer": {"Joan Clarke"},
    "status=offer": {"Émile Ada-Borel", "Joan Clarke"},
    "experienceMin=20": {"Ada Lovelace", "Grace O'Hopper"},
    "experienceMin=6&experienceMax=20": {"Ada Lovelace"},
    "experienceMax=6": {"Joan Clarke"},
    "scoreMin=70": {"Ada Lovelace"},
    "scoreMax=69.9": {"Joan Clarke"},
    "skill=python&scoreMin=0&search=j": {"Joan Clarke"},
    "search=nobody": set(),
}


@pytest.fixture(params=[1000, 0], ids=["few pass", "many pass"])
def people(request: pytest.FixtureRequest, home: Organisation, monkeypatch: pytest.MonkeyPatch) -> Organisation:
    """Four people, read by the narrowest filter's ids or down the list."""
    monkeypatch.setattr(filters, "FEW", request.param)
    for name, values in PEOPLE.items():
        made.make(home, name=name, **values)
    made.make(name="Ada Elsewhere", skills=["Maths"], tags=["London"])
    with unit_of_work():
        for name, score in (("Ada Lovelace", 80.0), ("Joan Clarke", 60.0)):
            one = db.session.query(Candidate).where(Candidate.name == name).one()
            candidates.begin_projection(one.id, session_id=f"s{one.id}", values={})
            candidates.project(one.id, session_id=f"s{one.id}", overall_score=score)
    return home


class TestNarrowed:
    """What passes."""

    @pytest.mark.parametrize("query", FILTERS)
    def test_each(self, client: FlaskClient, headers: dict[str, str], people: Organisation, query: str) -> None:
        found = client.get(f"{PATH}?{query}", headers=headers).get_json()["items"]

        assert {one["name"] for one in found} == FILTERS[query]

    def test_pages_are_newest_first_and_complete(
        self, client: FlaskClient, headers: dict[str, str], people: Organisation
    ) -> None:
        walked = list(walk(client, headers, "skill=maths&limit=1"))

        assert walked == ["Émile Ada-Borel", "Grace O'Hopper", "Ada Lovelace"]

    @pytest.mark.parametrize("query", ["status=x", "skill=a;b", "experienceMin=x", "scoreMax=101", "archived=maybe"])
    def test_malformed(self, client: FlaskClient, headers: dict[str, str], query: str) -> None:
        assert client.get(f"{PATH}?{query}", headers=headers).status_code == 422


def walk(client: FlaskClient, headers: dict[str, str], query: str) -> Iterator[str]:
    """The names of every page."""
    cursor = ""
    while cursor is not None:
        page = client.get(f"{PATH}?{query}" + (f"&cursor={cursor}" if cursor else ""), headers=headers).get_json()
        yield from (one["name"] for one in page["items"])
        cursor = page["nextCursor"]


class TestIndexes:
    """What SQLite plans; nothing may sort or read a whole table."""

    WAYS = (
        Wanted(),
        Wanted(status=Stage.OFFER),
        Wanted(is_archived=True),
        Wanted(is_archived=None),
        Wanted(is_archived=None, status=Stage.OFFER),
        Wanted(search="a", skills=("maths",), tag="t", least_experience_years=1, most_score=50),
    )

    @pytest.mark.parametrize("wanted", WAYS)
    def test_a_list_is_read_along_an_index(
        self, home: Organisation, wanted: Wanted, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        if db.engine.dialect.name != "sqlite":
            pytest.skip("PostgreSQL plans by what is in the tables")
        monkeypatch.setattr(filters, "FEW", -1)
        query = filters.narrowed(wanted, within=home.id).order_by(Candidate.created_at.desc(), Candidate.id.desc())
        written = query.limit(21).compile(db.engine, compile_kwargs={"literal_binds": True})
        plan = [row[3] for row in db.session.execute(text(f"EXPLAIN QUERY PLAN {written}"))]

        assert plan and not [step for step in plan if "TEMP B-TREE" in step or step.startswith("SCAN")], plan


class TestBoard:
    """GET /board."""

    def test_columns_with_counts_and_the_newest(
        self, client: FlaskClient, headers: dict[str, str], people: Organisation
    ) -> None:
        columns = client.get(f"{PATH}/board?limit=1", headers=headers).get_json()["columns"]
        told = {one["status"]: (one["count"], [person["name"] for person in one["items"]]) for one in columns}

        assert [one["status"] for one in columns] == [stage.value for stage in Stage]
        assert told["new"] == (2, ["Grace O'Hopper"]) and told["offer"] == (2, ["Joan Clarke"])
        assert told["hired"] == (0, []) and not any(one["isCountCut"] for one in columns)

    def test_a_count_is_bounded(
        self, client: FlaskClient, headers: dict[str, str], home: Organisation, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("interview.candidates.finding.board.MOST_COUNTED", 2)
        for _ in range(3):
            made.make(home)
        first = client.get(f"{PATH}/board", headers=headers).get_json()["columns"][0]

        assert (first["count"], first["isCountCut"], len(first["items"])) == (2, True, 3)

    def test_filters_narrow_it_and_the_archive_is_not_on_it(
        self, client: FlaskClient, headers: dict[str, str], people: Organisation
    ) -> None:
        with unit_of_work():
            joan = db.session.query(Candidate).where(Candidate.name == "Joan Clarke").one()
            candidates.archive(joan, by=OPERATOR)
        columns = client.get(f"{PATH}/board?tag=london", headers=headers).get_json()["columns"]

        assert [person["name"] for one in columns for person in one["items"]] == ["Ada Lovelace"]
