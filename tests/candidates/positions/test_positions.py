"""/api/admin/positions."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from interview.core.audit import AuditEvent
from interview.core.db import db
from interview.core.http import Application
from tests.factories import accounts, lots

PATH = "/api/admin/positions"


@pytest.fixture
def headers(app: Application) -> dict[str, str]:
    """An admin."""
    return accounts.headers_of(accounts.make_user())


def made(client: FlaskClient, headers: dict[str, str], **values: Any) -> dict[str, Any]:
    """A position made over HTTP."""
    answer = client.post(PATH, json={"title": "Engineer"} | values, headers=headers)
    assert answer.status_code == 201, answer.text
    return dict(answer.get_json())


class TestCreatePosition:
    """Opening a position."""

    def test_happy(self, client: FlaskClient, headers: dict[str, str]) -> None:
        told = made(client, headers, title=" Engineer ", skills=["Python ", "SQL", "Python"], location="Exampleton")

        assert (told["title"], told["skills"], told["status"]) == ("Engineer", ["Python", "SQL"], "open")
        assert "position.created" in db.session.scalars(select(AuditEvent.action)).all()

    @pytest.mark.parametrize(
        "body",
        [{}, {"title": " "}, {"title": "x" * 201}, {"title": "A", "skills": [""]}, {"title": "A", "status": "x"}],
    )
    def test_malformed(self, client: FlaskClient, headers: dict[str, str], body: dict[str, Any]) -> None:
        assert client.post(PATH, json=body, headers=headers).status_code == 422

    def test_nobody_and_an_interviewer(self, client: FlaskClient) -> None:
        interviewer = accounts.headers_of(accounts.make_user(role="interviewer"))

        assert client.post(PATH, json={"title": "A"}).status_code == 401
        assert client.post(PATH, json={"title": "A"}, headers=interviewer).status_code == 403


class TestListPositions:
    """Finding positions."""

    def test_by_status_and_beginning(self, client: FlaskClient, headers: dict[str, str]) -> None:
        first, second = made(client, headers, title="Analyst"), made(client, headers, title="Engineer")
        client.post(f"{PATH}/{first['id']}/close", headers=headers)

        def found(**query: str) -> list[str]:
            items = client.get(PATH, query_string=query, headers=headers).get_json()["items"]
            return [one["id"] for one in items]

        assert found() == [second["id"], first["id"]]
        assert found(status="closed") == [first["id"]] and found(status="open") == [second["id"]]
        assert found(search="eng") == [second["id"]] and found(search="%") == []

    def test_pages(self, client: FlaskClient, headers: dict[str, str]) -> None:
        every = [made(client, headers, title=f"P{n}")["id"] for n in range(3)]
        first = client.get(PATH, query_string={"limit": 2}, headers=headers).get_json()
        cursor = {"limit": 2, "cursor": first["nextCursor"]}
        second = client.get(PATH, query_string=cursor, headers=headers).get_json()

        assert [one["id"] for one in (*first["items"], *second["items"])] == every[::-1]
        assert second["nextCursor"] is None


class TestOnePosition:
    """Reading and changing one."""

    def test_change(self, client: FlaskClient, headers: dict[str, str]) -> None:
        path = f"{PATH}/{made(client, headers, location='Here')['id']}"
        told = client.patch(path, json={"title": "Analyst", "location": None}, headers=headers).get_json()

        assert (told["title"], told["location"]) == ("Analyst", None)
        assert client.get(path, headers=headers).get_json() == told

    def test_closed_twice_and_opened_again(self, client: FlaskClient, headers: dict[str, str]) -> None:
        path = f"{PATH}/{made(client, headers)['id']}"
        closed = [client.post(f"{path}/close", headers=headers).get_json() for _ in range(2)]
        opened = client.post(f"{path}/reopen", headers=headers).get_json()

        assert closed[0] == closed[1] and closed[0]["status"] == "closed" and closed[0]["closedAt"]
        assert (opened["status"], opened["closedAt"]) == ("open", None)
        assert db.session.scalars(select(AuditEvent.action)).all().count("position.closed") == 1

    def test_another_organisation_sees_nothing(self, client: FlaskClient, headers: dict[str, str]) -> None:
        position = lots.make_position(accounts.make_organisation())
        path = f"{PATH}/{position.id}"
        answers = [
            client.get(path, headers=headers),
            client.patch(path, json={"title": "X"}, headers=headers),
            client.post(f"{path}/close", headers=headers),
            client.post(f"{path}/reopen", headers=headers),
        ]

        assert [answer.status_code for answer in answers] == [404] * 4
        assert client.get(PATH, headers=headers).get_json()["items"] == []

    @pytest.mark.parametrize("body", [{"title": ""}, {"title": None}, {"status": "closed"}, {"skills": "Python"}])
    def test_malformed(self, client: FlaskClient, headers: dict[str, str], body: dict[str, Any]) -> None:
        path = f"{PATH}/{made(client, headers)['id']}"

        assert client.patch(path, json=body, headers=headers).status_code == 422
