"""Finding interviews: every filter, alone and together, in both dialects, page after page."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import lazyload

from interview.core.db import db, unit_of_work
from interview.scheduling import listing
from interview.scheduling.models import REPEATED, Interview, InterviewPerson
from tests.factories import accounts, interviews
from tests.factories.offices import ADMIN, SESSIONS, Office

NOON = datetime(2024, 2, 15, 12, tzinfo=UTC)
DIALECTS = pytest.mark.parametrize("path", [SESSIONS, ADMIN])


def ids(team: Office, path: str = SESSIONS, **query: Any) -> list[str]:
    """The ids of the first page."""
    answer = team.get(path, **query)
    assert answer.status_code == 200, answer.text
    return [one["id"] for one in answer.get_json()["items"]]


def on(day: int, **more: Any) -> dict[str, Any]:
    """The noon of a day of February 2024."""
    return {"scheduledAt": NOON.replace(day=day).isoformat(), **more}


@DIALECTS
class TestFilters:
    """One at a time."""

    @pytest.mark.parametrize(
        ("name", "value", "asked"),
        [
            ("type", "case_study", "case-study"), ("type", "hr", "HR"), ("mode", "in_person", "in-person"),
            ("mode", "chat", "chat"), ("difficulty", "expert", "expert"), ("isAiInterview", True, "true"),
        ],
    )  # fmt: skip
    def test_what_it_is(self, team: Office, path: str, name: str, value: Any, asked: str) -> None:
        team.create()
        made = team.create(**{name: value})

        assert ids(team, path, **{name: asked}) == [made["id"]]

    def test_that_it_is_not_conducted_by_a_machine(self, team: Office, path: str) -> None:
        made = team.create()
        team.create(isAiInterview=True)

        assert ids(team, path, isAiInterview="false") == [made["id"]]

    @pytest.mark.parametrize("spelled", ["in_progress", "in-progress", "In-Progress"])
    def test_where_it_stands(self, team: Office, path: str, spelled: str) -> None:
        team.create()
        made = team.create()
        team.verb(made["id"], "start")

        assert ids(team, path, status=spelled) == [made["id"]]

    def test_that_nobody_came(self, team: Office, path: str) -> None:
        made = team.create(**on(1))
        team.verb(made["id"], "no-show")

        assert ids(team, path, status="no-show") == [made["id"]] and ids(team, path, status="scheduled") == []

    def test_whose_it_is(self, team: Office, path: str) -> None:
        team.create(interviewerId=team.second.id)
        made = team.create(interviewerIds=[team.second.id, team.first.id])

        assert ids(team, path, interviewerId=team.first.id) == [made["id"]]
        team.sign_in(team.first)
        assert ids(team, path, mine="true") == [made["id"]]

    def test_whom_it_is_about(self, team: Office, path: str) -> None:
        other = interviews.make_candidate(team.organisation)
        team.create()
        made = team.create(candidateId=other.id)

        assert ids(team, path, candidateId=other.id) == ids(team, path, candidateId=str(other.id)) == [made["id"]]

    def test_which_position_it_is_for(self, team: Office, path: str) -> None:
        position = team.post("/api/admin/positions", {"title": "Backend engineer"}).get_json()["id"]
        team.create()
        made = team.create(jobId=position)

        assert ids(team, path, jobId=position) == [made["id"]]

    @pytest.mark.parametrize("name", ["candidateId", "interviewerId", "jobId"])
    def test_a_name_that_nobody_has_finds_nothing(self, team: Office, path: str, name: str) -> None:
        team.create()

        assert ids(team, path, **{name: "uuid"}) == []

    def test_all_of_some_tags(self, team: Office, path: str) -> None:
        team.create(tags=["react"])
        made = team.create(tags=["javascript", "react", "node"])

        assert ids(team, path, tags="React, javascript") == [made["id"]]
        assert ids(team, path, tags=["react", "node"]) == [made["id"]]
        assert ids(team, path, tags="react", startDate="2024-01-01") == []

    def test_days_are_whole_and_in_order_of_time(self, team: Office, path: str) -> None:
        made = {day: team.create(**on(day))["id"] for day in (20, 10, 15)}
        team.create()

        assert ids(team, path, startDate="2024-02-10", endDate="2024-02-15") == [made[10], made[15]]
        assert ids(team, path, startDate="2024-02-15T12:00:00Z") == [made[15], made[20]]
        assert ids(team, path, endDate="2024-02-15T12:00:00Z") == [made[10]]

    def test_days_are_those_of_the_organisation(self, team: Office, path: str) -> None:
        with unit_of_work():
            db.session.merge(team.organisation).timezone = "Asia/Tokyo"
        late = team.create(scheduledAt="2024-02-09T15:00:00Z")["id"]
        team.create(scheduledAt="2024-02-09T14:59:00Z", durationMinutes=5, force=True)

        assert ids(team, path, startDate="2024-02-10") == [late]
        assert ids(team, path, startDate="2024-02-10T00:00:00") == [late]

    def test_the_beginning_of_a_name(self, team: Office, path: str) -> None:
        told = {"name": "Ana Test"}
        ana = team.post("/api/admin/candidates", told).get_json()["id"]
        by_name = team.create(candidateId=ana, title="Round")["id"]
        by_title = team.create(title="Ana's round")["id"]
        team.create(title="Banana")

        assert ids(team, path, search=" aNA") == [by_title, by_name]
        assert ids(team, path, search="test ana") == [by_name]

    @pytest.mark.parametrize(
        "query",
        [
            {"type": "sales"}, {"status": "maybe"}, {"startDate": "someday"}, {"endDate": "2024-13-01"}, {"limit": 0},
            {"isAiInterview": "perhaps"}, {"cursor": "nonsense"}, {"startDate": "0001-01-01"}, {"candidateId": ""},
        ],
    )  # fmt: skip
    def test_malformed(self, team: Office, path: str, query: dict[str, Any]) -> None:
        assert team.get(path, **query).status_code == 422

    def test_another_organisation_sees_nothing(self, team: Office, path: str) -> None:
        made = team.create(interviewerId=team.first.id, tags=["x"], **on(1))
        team.sign_in(accounts.make_user())
        queries = [{}, {"interviewerId": team.first.id}, {"tags": "x"}, {"startDate": "2024-01-01"}, {"search": "tech"}]
        queries += [{"candidateId": made["candidateId"]}, {"interviewerId": team.first.id, "startDate": "2024-01-01"}]

        assert [ids(team, path, **query) for query in queries] == [[]] * len(queries)

    def test_candidates_may_not(self, team: Office, path: str) -> None:
        team.sign_in(accounts.make_user(team.organisation, role="candidate"))

        assert team.get(path).status_code == 403


class TestTogether:
    """Several filters at once, in every order of the list."""

    QUERIES = (
        {"type": "hr", "status": "scheduled"},
        {"type": "hr", "tags": "go"},
        {"type": "hr", "mine": "true", "tags": "go"},
        {"type": "hr", "mine": "true", "startDate": "2024-02-01"},
        {"type": "hr", "startDate": "2024-02-01", "endDate": "2024-02-28", "tags": "go"},
        {"search": "round", "type": "hr", "tags": "go"},
        {"search": "some", "type": "hr", "mine": "true"},
    )

    @pytest.mark.parametrize("query", QUERIES)
    def test_page_after_page_each_once(self, team: Office, query: dict[str, str]) -> None:
        team.sign_in(team.admin)
        for day in range(1, 8):
            told = on(day, title="Round", tags=["go"] if day != 5 else [], interviewerId=team.admin.id)
            team.create(type="hr" if day % 2 else "technical", **told)
        whole = ids(team, **query)
        walked, cursor = [], None
        while True:
            page = team.get(SESSIONS, limit=1, **query, **({"cursor": cursor} if cursor else {})).get_json()
            walked += [one["id"] for one in page["items"]]
            cursor = page["nextCursor"]
            if cursor is None:
                break

        assert len(whole) in {3, 4} and walked == whole

    def test_a_cursor_belongs_to_its_order(self, team: Office) -> None:
        for day in (1, 2):
            team.create(**on(day))
        cursor = team.get(SESSIONS, limit=1).get_json()["nextCursor"]

        assert team.get(SESSIONS, limit=1, cursor=cursor, startDate="2024-01-01").status_code == 422


def test_a_person_who_joins_late_finds_it_where_others_do(team: Office) -> None:
    """One person's list has the order of the whole list, whenever they joined the panel."""
    first, second = team.create(), team.create(interviewerId=team.first.id)
    team.ask("PATCH", f"{SESSIONS}/{first['id']}", {"interviewerId": team.first.id})

    assert ids(team, interviewerId=team.first.id) == [second["id"], first["id"]]


def test_a_moved_interview_is_found_at_its_new_time(team: Office) -> None:
    """The times that lists are read by move along."""
    made = team.create(interviewerId=team.first.id, **on(1))
    with unit_of_work():
        before = db.session.get_one(Interview, made["id"]).scheduled_at
    told = {"scheduledAt": (NOON + timedelta(days=30)).isoformat(), "override": True}
    team.verb(made["id"], "reschedule", told)

    assert before is not None and ids(team, interviewerId=team.first.id, endDate="2024-02-20") == []
    assert ids(team, interviewerId=team.first.id, startDate="2024-03-01") == [made["id"]]


class TestSearchOfMany:
    """What very many have is asked of each row instead of being gathered; what is found is the same."""

    @pytest.fixture(autouse=True)
    def many(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(listing, "FEW_TITLES", -1)

    @pytest.mark.parametrize("query", [{}, {"mine": "true"}, {"startDate": "2024-02-01"}, {"tags": "go"}])
    def test_titles_and_names(self, team: Office, query: dict[str, str]) -> None:
        team.sign_in(team.admin)
        told = {"interviewerId": team.admin.id, "tags": ["go"], "force": True, **on(1)}
        ana = team.post("/api/admin/candidates", {"name": "Ana Test"}).get_json()["id"]
        made = {team.create(title=title, **told)["id"] for title in ("Ana's round", "ANA")}
        made.add(team.create(title="Round", candidateId=ana, **told)["id"])
        team.create(title="Banana", **told)

        assert set(ids(team, search="ana", **query)) == made
        assert set(ids(team, search="%", **query)) == set()

    def test_every_word_of_a_name(self, team: Office) -> None:
        anas = [team.post("/api/admin/candidates", {"name": f"Ana {name}"}).get_json()["id"] for name in ("Ax", "Bo")]
        made = [team.create(title="Ana b", candidateId=each)["id"] for each in anas]

        assert set(ids(team, search="ana b")) == set(made)
        assert ids(team, search="bo ana") == made[1:]


class TestPanelRepeatsItsInterview:
    """A person's list is read from the panel's rows, therefore these say what their interviews say, at any time."""

    @staticmethod
    def assert_equal() -> None:
        pairs = db.session.execute(select(InterviewPerson, Interview).join(Interview).options(lazyload("*"))).all()
        assert pairs
        for person, interview in pairs:
            assert {name: getattr(person, name) for name in REPEATED} == {
                name: getattr(interview, name) for name in REPEATED
            }
        db.session.rollback()

    @pytest.mark.parametrize(
        "verbs",
        [
            ["start", "complete"], ["start", "cancel"], ["cancel"], ["no-show", "start"], ["no-show", "reschedule"],
            ["reschedule", "type"], ["panel", "start"], ["type", "panel", "no-show"], ["panel", "reschedule", "start"],
        ],
    )  # fmt: skip
    def test_after_every_verb(self, team: Office, verbs: list[str]) -> None:
        made = team.create(type="hr", interviewerIds=[team.first.id, team.second.id], opensAt=None, **on(1))
        self.assert_equal()
        later = {"scheduledAt": NOON.replace(month=3).isoformat(), "override": True}
        bodies = {"reschedule": later, "cancel": {"reason": "x"}}
        changes = {"type": {"type": "panel"}, "panel": {"interviewerIds": [team.admin.id, team.second.id]}}
        for verb in verbs:
            path = f"{SESSIONS}/{made['id']}"
            if verb in changes:
                answer = team.ask("PATCH", path, changes[verb])
            else:
                answer = team.verb(made["id"], verb, bodies.get(verb))
            assert answer.status_code == 200, answer.text
            self.assert_equal()

    def test_one_statement_for_the_whole_panel(self, team: Office) -> None:
        people = [accounts.make_user(team.organisation, role="interviewer").id for _ in range(4)]
        made = team.create(interviewerIds=people)
        seen: list[str] = []

        def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
            seen.append(statement)

        event.listen(db.engine, "before_cursor_execute", note)
        team.verb(made["id"], "start")
        event.remove(db.engine, "before_cursor_execute", note)

        assert len([one for one in seen if one.startswith("UPDATE interview_people")]) == 1
        self.assert_equal()
        assert ids(team, interviewerId=people[3], status="in-progress", type="technical") == [made["id"]]
        assert ids(team, interviewerId=people[3], status="scheduled") == []
