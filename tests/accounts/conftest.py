"""What the accounts' tests share: an admin, a second organisation, and requests sent at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from interview.accounts.models import User
from interview.core.http import Application
from tests.factories import accounts

AtOnce = Callable[[int, Callable[[FlaskClient, int], TestResponse]], list[TestResponse]]


@pytest.fixture
def admin(app: Application) -> User:
    """An admin of an organisation."""
    return accounts.make_user()


@pytest.fixture
def as_admin(admin: User) -> dict[str, str]:
    """The headers of the admin."""
    return accounts.headers_of(admin)


@pytest.fixture
def as_interviewer(admin: User) -> dict[str, str]:
    """The headers of an interviewer in the admin's organisation."""
    return accounts.headers_of(accounts.make_user(admin.organisation, role="interviewer"))


@pytest.fixture
def as_candidate(admin: User) -> dict[str, str]:
    """The headers of a candidate in the admin's organisation."""
    return accounts.headers_of(accounts.make_user(admin.organisation, role="candidate"))


@pytest.fixture
def as_stranger(app: Application) -> dict[str, str]:
    """The headers of an admin of another organisation."""
    return accounts.headers_of(accounts.make_user())


@pytest.fixture
def at_once(app: Application) -> AtOnce:
    """Send several requests that start together, each from a thread and a client of its own."""

    def send(times: int, request: Callable[[FlaskClient, int], TestResponse]) -> list[TestResponse]:
        gate = Barrier(times)

        def one(number: int) -> TestResponse:
            gate.wait()
            return request(app.test_client(), number)

        with ThreadPoolExecutor(times) as pool:
            return list(pool.map(one, range(times)))

    return send
