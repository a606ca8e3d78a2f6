"""The pipeline dialect's way in: bootstrap an admin, log in by email and password, go on with the bearer token."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import requests

from tests import live_server
from tests.live_server import LiveServer

ADMIN = {"name": "First Admin", "email": "first@example.org", "password": "a quiet sentence"}


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """A server that nobody uses yet; elsewhere than in production it would make a demonstration."""
    with live_server.serving(tmp_path_factory.mktemp("fresh"), ENVIRONMENT="production") as server:
        yield server


def test_from_an_empty_database(fresh: LiveServer, http: requests.Session) -> None:
    """One after the other, as somebody who reads the document does it."""
    registered = http.post(f"{fresh.url}/api/auth/register-admin", json=ADMIN, timeout=60)
    again = http.post(f"{fresh.url}/api/auth/register-admin", json=ADMIN, timeout=60)
    credentials = {name: ADMIN[name] for name in ("email", "password")}
    logged_in = http.post(f"{fresh.url}/api/auth/login", json=credentials, timeout=60)
    headers = {"Authorization": f"Bearer {logged_in.json()['token']}"}
    seen = http.get(f"{fresh.url}/api/admin/candidates", headers=headers, timeout=60)

    assert [one.status_code for one in (registered, again, logged_in, seen)] == [201, 403, 200, 200]
    assert registered.json()["user"]["role"] == "admin"
    assert registered.json()["token"].count(".") == 2
    assert seen.json()["items"] == []


@pytest.mark.parametrize("token", ["", "Bearer", "Bearer nonsense", "Basic bm9ib2R5Om5vdGhpbmc="])
def test_without_a_token_nothing_is_open(fresh: LiveServer, http: requests.Session, token: str) -> None:
    """Every administrator's route needs one that is ours."""
    answer = http.get(f"{fresh.url}/api/admin/candidates", headers={"Authorization": token}, timeout=60)

    assert answer.status_code == 401
