"""/api/admin/candidates."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask.testing import FlaskClient

from interview.core.http import Application
from tests.factories import accounts

PATH = "/api/admin/candidates"


@pytest.fixture
def headers(app: Application) -> dict[str, str]:
    """An admin."""
    return accounts.headers_of(accounts.make_user())


class TestCreateCandidate:
    """Adding a candidate."""

    def test_happy(self, client: FlaskClient, headers: dict[str, str]) -> None:
        answer = client.post(PATH, json={"name": "  Ada ", "email": "Ada@Example.org"}, headers=headers)

        assert answer.status_code == 201 and isinstance(answer.get_json()["id"], int)
        assert (answer.get_json()["name"], answer.get_json()["email"]) == ("Ada", "ada@example.org")

    def test_an_address_is_used_once_even_at_once(self, app: Application, headers: dict[str, str]) -> None:
        def add(_: int) -> int:
            return (
                app.test_client().post(PATH, json={"name": "A", "email": "a@example.org"}, headers=headers).status_code
            )

        with ThreadPoolExecutor(6) as pool:
            assert sorted(pool.map(add, range(6))) == [201, 409, 409, 409, 409, 409]

    @pytest.mark.parametrize("body", [{}, {"name": ""}, {"name": "A", "email": "no"}, {"name": "A", "id": 1}])
    def test_malformed(self, client: FlaskClient, headers: dict[str, str], body: dict[str, Any]) -> None:
        assert client.post(PATH, json=body, headers=headers).status_code == 422

    def test_nobody(self, client: FlaskClient) -> None:
        assert client.post(PATH, json={"name": "A"}).status_code == 401


class TestListCandidates:
    """Finding candidates."""

    def test_by_the_beginning_of_name_or_address(self, client: FlaskClient, headers: dict[str, str]) -> None:
        for name, email in (("Ada", "x1@example.org"), ("Bob", "ada@example.org"), ("Carl_", "c@example.org")):
            client.post(PATH, json={"name": name, "email": email}, headers=headers)
        found = client.get(PATH, query_string={"search": "ada"}, headers=headers).get_json()["items"]

        assert {one["name"] for one in found} == {"Ada", "Bob"}
        assert client.get(PATH, query_string={"search": "_"}, headers=headers).get_json()["items"] == []

    def test_another_organisation_sees_nothing(self, client: FlaskClient, headers: dict[str, str]) -> None:
        made = client.post(PATH, json={"name": "A"}, headers=headers).get_json()
        stranger = accounts.headers_of(accounts.make_user())

        assert client.get(PATH, headers=stranger).get_json()["items"] == []
        assert client.get(f"{PATH}/{made['id']}", headers=stranger).status_code == 404
