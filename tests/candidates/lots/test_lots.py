"""/api/admin/lots: lots and who is in them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from interview.accounts.models import Organisation
from interview.candidates.lots.models import LotMember
from interview.candidates.models import LARGEST_ID
from interview.core.audit import AuditEvent
from interview.core.db import db
from interview.core.http import Application
from tests.factories import accounts, interviews, lots

PATH = "/api/admin/lots"


@dataclass
class Office:
    """An admin at their desk."""

    client: FlaskClient
    organisation: Organisation
    headers: dict[str, str]

    def ask(self, method: str, path: str = "", body: Any = None, **query: Any) -> TestResponse:
        """A request as the admin, below /api/admin/lots."""
        sent = {} if body is None else {"json": body}
        return self.client.open(PATH + path, method=method, headers=self.headers, query_string=query, **sent)

    def make(self, **values: Any) -> dict[str, Any]:
        """A lot made over HTTP."""
        answer = self.ask("POST", body={"name": "First round"} | values)
        assert answer.status_code == 201, answer.text
        return dict(answer.get_json())

    def people(self, number: int, **values: Any) -> list[int]:
        """The ids of new candidates who are alike."""
        return [person.id for person in lots.make_people(self.organisation, number, **values)]


@pytest.fixture
def office(app: Application, client: FlaskClient) -> Office:
    """A new organisation."""
    admin = accounts.make_user()
    return Office(client, admin.organisation, accounts.headers_of(admin))


def actions() -> list[str]:
    """What the audit log says was done."""
    return list(db.session.scalars(select(AuditEvent.action)))


class TestCreateLot:
    """Making a lot."""

    def test_happy(self, office: Office) -> None:
        position = lots.make_position(office.organisation)
        criteria = {"skillsAll": ["Python", "python"], "scores": {"technical": {"min": 70}}, "location": " Here "}
        told = office.make(name=" Spring ", positionId=position.id, places=3, criteria=criteria)

        assert (told["name"], told["positionTitle"], told["places"]) == ("Spring", "Engineer", 3)
        assert (told["status"], told["memberCount"], told["placesLeft"]) == ("open", 0, 3)
        assert told["criteria"]["skillsAll"] == ["Python"] and told["criteria"]["location"] == "Here"
        assert told["criteria"]["scores"]["technical"] == {"min": 70.0, "max": None}
        assert told["drawStatus"] is None and "lot.created" in actions()

    def test_the_least(self, office: Office) -> None:
        told = office.make()

        assert told["places"] is None and told["criteria"]["skillsAll"] == []

    @pytest.mark.parametrize(
        "body",
        [
            {"name": " "},
            {"name": "A", "places": 0},
            {"name": "A", "places": 10_001},
            {"name": "A", "places": "3"},
            {"name": "A", "status": "archived"},
            {"name": "A", "criteria": {"skillsAll": ["x"] * 21}},
            {"name": "A", "criteria": {"statuses": ["maybe"]}},
            {"name": "A", "criteria": {"scores": {"charm": {"min": 1}}}},
            {"name": "A", "criteria": {"scores": {"technical": {"min": 80, "max": 70}}}},
            {"name": "A", "criteria": {"experienceYears": {"min": -1}}},
            {"name": "A", "criteria": {"mind": "open"}},
            {"name": "A", "memberCount": 1},
        ],
    )
    def test_malformed(self, office: Office, body: dict[str, Any]) -> None:
        assert office.ask("POST", body=body).status_code == 422

    def test_for_a_position_of_another_organisation(self, office: Office) -> None:
        position = lots.make_position(accounts.make_organisation())

        assert office.ask("POST", body={"name": "A", "positionId": position.id}).status_code == 404

    def test_nobody_and_an_interviewer(self, office: Office) -> None:
        interviewer = accounts.headers_of(accounts.make_user(office.organisation, role="interviewer"))

        assert office.client.post(PATH, json={"name": "A"}).status_code == 401
        assert office.client.post(PATH, json={"name": "A"}, headers=interviewer).status_code == 403


class TestListLots:
    """Finding lots."""

    def test_filters(self, office: Office) -> None:
        position = lots.make_position(office.organisation)
        first, second = office.make(positionId=position.id)["id"], office.make(name="Second", status="draft")["id"]
        gone = office.make()["id"]
        office.ask("POST", f"/{gone}/archive")

        def found(**query: str) -> list[str]:
            return [one["id"] for one in office.ask("GET", **query).get_json()["items"]]

        assert found() == [second, first]
        assert found(status="archived") == [gone] and found(status="draft") == [second]
        assert found(positionId=position.id) == [first] and found(search="sec") == [second]

    def test_another_organisation_sees_nothing(self, office: Office) -> None:
        lot = lots.make_lot()

        assert office.ask("GET").get_json()["items"] == [] and office.ask("GET", f"/{lot.id}").status_code == 404


class TestChangeLot:
    """PATCH."""

    def test_happy(self, office: Office) -> None:
        path = f"/{office.make(places=2)['id']}"
        body = {"name": "B", "description": "About", "status": "closed", "places": None, "criteria": {"tags": ["vip"]}}
        told = office.ask("PATCH", path, body).get_json()

        assert (told["name"], told["description"], told["status"], told["places"]) == ("B", "About", "closed", None)
        assert told["criteria"]["tags"] == ["vip"] and office.ask("GET", path).get_json() == told

    def test_fewer_places_than_members(self, office: Office) -> None:
        path = f"/{office.make(places=2)['id']}"
        office.ask("POST", f"{path}/candidates", {"candidateIds": office.people(2)})
        answer = office.ask("PATCH", path, {"places": 1})

        assert (answer.status_code, answer.get_json()["code"]) == (409, "lot_full")

    @pytest.mark.parametrize("change", [{"places": 3}, {"criteria": {"tags": ["x"]}}])
    def test_frozen_by_a_draw(self, office: Office, change: dict[str, Any]) -> None:
        made = lots.prepared(office.organisation)
        answer = office.ask("PATCH", f"/{made.lot.id}", change)

        assert (answer.status_code, answer.get_json()["code"]) == (409, "lot_frozen")
        assert office.ask("PATCH", f"/{made.lot.id}", {"name": "New name", "places": 2}).status_code == 200

    def test_archived(self, office: Office) -> None:
        path = f"/{office.make()['id']}"
        twice = [office.ask("POST", f"{path}/archive").get_json() for _ in range(2)]

        assert twice[0] == twice[1] and twice[0]["status"] == "archived"
        assert office.ask("PATCH", path, {"name": "B"}).get_json()["code"] == "lot_not_open"
        assert office.ask("POST", f"{path}/select").get_json()["code"] == "lot_not_open"

    def test_of_another_organisation(self, office: Office) -> None:
        path = f"/{lots.make_lot().id}"
        answers = [office.ask("PATCH", path, {"name": "B"}), office.ask("POST", f"{path}/archive")]

        assert [answer.status_code for answer in answers] == [404, 404]


class TestMembers:
    """Adding and removing by hand."""

    def test_many_and_one_and_twice(self, office: Office) -> None:
        path, people = f"/{office.make()['id']}/candidates", office.people(3)
        first = office.ask("POST", path, {"candidateIds": people[:2]}).get_json()
        second = office.ask("POST", path, {"candidateId": people[2]}).get_json()
        again = office.ask("POST", path, {"candidateIds": [*people, people[0]]}).get_json()

        assert [first["added"], second["added"], again["added"]] == [2, 1, 0]
        assert again["lot"]["memberCount"] == 3

    def test_one_unknown_and_nobody_is_added(self, office: Office) -> None:
        path, person = f"/{office.make()['id']}/candidates", office.people(1)[0]
        foreign = interviews.make_candidate().id
        answer = office.ask("POST", path, {"candidateIds": [person, foreign, 999_999]})

        assert (answer.status_code, answer.get_json()["code"]) == (422, "unknown_candidates")
        assert set(answer.get_json()["errors"]) == {str(foreign), "999999"}
        assert db.session.scalars(select(LotMember)).all() == []

    def test_no_more_than_places_even_at_once(self, app: Application, office: Office) -> None:
        path, people = f"{PATH}/{office.make(places=2)['id']}/candidates", office.people(6)

        def add(one: int) -> int:
            return app.test_client().post(path, json={"candidateId": one}, headers=office.headers).status_code

        with ThreadPoolExecutor(6) as pool:
            assert sorted(pool.map(add, people)) == [200, 200, 409, 409, 409, 409]

    @pytest.mark.parametrize(
        "body", [{}, {"candidateIds": []}, {"candidateIds": [1.5]}, {"candidateId": 0}, {"candidateIds": [1] * 501}]
    )
    def test_malformed(self, office: Office, body: dict[str, Any]) -> None:
        assert office.ask("POST", f"/{office.make()['id']}/candidates", body).status_code == 422

    def test_listed_with_names_and_how_they_came_in(self, office: Office) -> None:
        path, people = f"/{office.make()['id']}/candidates", office.people(3)
        for person in people:
            office.ask("POST", path, {"candidateId": person})
        first = office.ask("GET", path, limit=2).get_json()
        second = office.ask("GET", path, limit=2, cursor=first["nextCursor"]).get_json()
        rows = [*first["items"], *second["items"]]

        assert [row["candidateId"] for row in rows] == people[::-1]
        assert all(row["entry"] == "added" and row["candidateName"].startswith("Person") for row in rows)

    def test_removed(self, office: Office) -> None:
        path, person = f"/{office.make()['id']}/candidates", office.people(1)[0]
        office.ask("POST", path, {"candidateId": person})
        statuses = [office.ask("DELETE", f"{path}/{person}").status_code for _ in range(2)]

        assert statuses == [204, 404] and "lot.candidate_removed" in actions()
        assert office.ask("DELETE", f"{path}/{LARGEST_ID + 1}").status_code == 404

    def test_frozen_by_a_draw(self, office: Office) -> None:
        made = lots.drawn(office.organisation)
        other, path = office.people(1)[0], f"/{made.lot.id}/candidates"
        member = office.ask("GET", path).get_json()["items"][0]["candidateId"]
        answers = [office.ask("POST", path, {"candidateId": other}), office.ask("DELETE", f"{path}/{member}")]

        assert [answer.get_json()["code"] for answer in answers] == ["lot_frozen", "lot_frozen"]

    def test_of_another_organisation(self, office: Office) -> None:
        made = lots.drawn()
        path = f"/{made.lot.id}/candidates"
        person = office.people(1)[0]
        answers = [
            office.ask("GET", path),
            office.ask("POST", path, {"candidateId": person}),
            office.ask("DELETE", f"{path}/{made.people[0].id}"),
            office.ask("POST", f"/{made.lot.id}/matches", {}),
            office.ask("POST", f"/{made.lot.id}/select"),
            office.ask("GET", f"/{made.lot.id}/matches/{person}"),
        ]

        assert [answer.status_code for answer in answers] == [404] * 6


class TestSelect:
    """Taking everybody who matches."""

    def test_all_who_fit(self, office: Office) -> None:
        good, _ = office.people(2, skills=["Python"]), office.people(2)
        path = f"/{office.make(places=3, criteria={'skillsAll': ['PYTHON']})['id']}"
        told = office.ask("POST", f"{path}/select").get_json()
        members = office.ask("GET", f"{path}/candidates").get_json()["items"]

        assert told["added"] == 2 and told["lot"]["placesLeft"] == 1
        assert {row["candidateId"] for row in members} == set(good) and members[0]["entry"] == "selected"
        assert office.ask("POST", f"{path}/select").get_json()["added"] == 0
        assert actions().count("lot.candidates_selected") == 1

    def test_more_than_places(self, office: Office) -> None:
        office.people(3)
        path = f"/{office.make(places=2)['id']}"
        answer = office.ask("POST", f"{path}/select")

        assert (answer.status_code, answer.get_json()["code"]) == (409, "draw_needed")
        assert office.ask("GET", path).get_json()["memberCount"] == 0
