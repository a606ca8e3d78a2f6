"""Rate limits: who calls too often is told when to come back, and cannot pretend to be somebody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import requests

from tests import live_server
from tests.contracts.callers import Recorder
from tests.contracts.organisations import Organisation
from tests.contracts.shapes import PROBLEM, faults
from tests.factories import media
from tests.live_server import LiveServer


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Organisation]:
    """An organisation on a server that bears little from each session, account and login."""
    with live_server.serving(
        tmp_path_factory.mktemp("narrow"),
        SESSION_LIMIT="5 per minute",
        ACCOUNT_LIMIT="40 per minute",
        LOGIN_LIMIT="3 per 15 minutes",
    ) as server:
        yield Organisation(server)


def until_refused(call: Callable[[], requests.Response], most: int) -> tuple[int, requests.Response]:
    """Call until it is refused; how often it was not, and the refusal."""
    for passed in range(most + 1):
        answer = call()
        if answer.status_code == 429:
            return passed, answer
    raise AssertionError(f"never refused in {most} calls, last {answer.status_code}")


class TestSessionLimit:
    """Requests per interview token or session."""

    def test_refused_with_a_time(self, narrow: Organisation, http: requests.Session) -> None:
        session_id = narrow.start()["session_id"]
        address = f"{narrow.server.url}/api/interview/session/{session_id}"
        passed, refusal = until_refused(lambda: http.get(address), 10)

        assert passed == 5
        assert faults(refusal.json(), PROBLEM | {"code": "too_many_requests"}) == []
        assert 1 <= int(refusal.headers["Retry-After"]) <= 60

    def test_other_sessions_go_on(self, narrow: Organisation, http: requests.Session) -> None:
        first, second = narrow.start()["session_id"], narrow.start()["session_id"]
        address = f"{narrow.server.url}/api/interview/session"
        until_refused(lambda: http.get(f"{address}/{first}"), 10)

        assert http.get(f"{address}/{second}").status_code == 200

    def test_media_is_not_counted(self, narrow: Organisation) -> None:
        started = narrow.start()
        recorder = Recorder(narrow.page, started["upload_url"], media.webm(2.0), pieces=30)

        recorder.stop()
        found = narrow.staff.get(f"/api/interview/recording/{started['candidate_id']}")["recording_info"]

        assert found["tracks"][0]["segments"][0]["chunk_count"] == 30


class TestLoginLimit:
    """Failed logins per account and address."""

    def test_right_password_waits_too(self, narrow: Organisation, http: requests.Session) -> None:
        address = f"{narrow.server.url}/api/auth/login"
        who = narrow.told["admin"]
        passed, _ = until_refused(lambda: http.post(address, json=who | {"password": "wrong wrong"}), 5)
        refusal = http.post(address, json=who)

        assert passed == 3
        assert (refusal.status_code, refusal.json()["code"]) == (429, "too_many_requests")
        assert int(refusal.headers["Retry-After"]) > 60


class TestAccountLimit:
    """Requests per user or API key."""

    def test_refused(self, narrow: Organisation, http: requests.Session) -> None:
        fresh = Organisation(narrow.server)
        passed, _ = until_refused(lambda: http.get(f"{fresh.server.url}/api/users", auth=fresh.api_key), 50)

        assert passed == 40
        assert http.get(f"{fresh.server.url}/api/users", auth=Organisation(fresh.server).api_key).status_code == 200


class TestAddressLimit:
    """Requests per address, and who is believed about it."""

    def test_forwarded_header_of_anybody(self, tmp_path_factory: pytest.TempPathFactory) -> None:
        with live_server.serving(tmp_path_factory.mktemp("direct"), ADDRESS_LIMIT="20 per minute") as server:
            numbers = iter(range(100))
            passed, _ = until_refused(lambda: self._from(server, f"203.0.113.{next(numbers)}"), 30)

        assert passed <= 20

    def test_forwarded_header_of_a_trusted_proxy(self, tmp_path_factory: pytest.TempPathFactory) -> None:
        folder = tmp_path_factory.mktemp("behind")
        with live_server.serving(folder, ADDRESS_LIMIT="20 per minute", TRUSTED_PROXIES="127.0.0.0/8") as server:
            passed, _ = until_refused(lambda: self._from(server, "203.0.113.1"), 30)
            other = self._from(server, "203.0.113.2")
            # What stands left of the address that the proxy saw is the client's own word.
            pretended = self._from(server, "198.51.100.9, 203.0.113.1")

        assert passed == 20
        assert (other.status_code, pretended.status_code) == (200, 429)

    def _from(self, server: LiveServer, addresses: str) -> requests.Response:
        return requests.get(f"{server.url}/health", headers={"X-Forwarded-For": addresses})
