"""What the webhooks' tests share: callers, a network of our own to send into, jobs run here, and a clock to move."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from interview.accounts.models import User
from interview.core import clock, current
from interview.core.db import db
from interview.core.http import Application
from tests.factories import accounts, receivers
from tests.factories.receivers import Receiver


@pytest.fixture
def admin(app: Application) -> User:
    """An admin of an organisation."""
    return accounts.make_user()


@pytest.fixture
def as_admin(admin: User) -> dict[str, str]:
    """The headers of the admin."""
    return accounts.headers_of(admin)


@pytest.fixture
def as_recruiter(admin: User) -> dict[str, str]:
    """The headers of a recruiter in the admin's organisation."""
    return accounts.headers_of(accounts.make_user(admin.organisation, role="recruiter"))


@pytest.fixture
def as_candidate(admin: User) -> dict[str, str]:
    """The headers of a candidate in the admin's organisation."""
    return accounts.headers_of(accounts.make_user(admin.organisation, role="candidate"))


@pytest.fixture
def as_stranger(app: Application) -> dict[str, str]:
    """The headers of an admin of another organisation."""
    return accounts.headers_of(accounts.make_user())


@pytest.fixture
def own_network(app: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let messages reach this machine."""
    settings = replace(app.extensions["settings"], outbound_networks=("127.0.0.0/8",))
    monkeypatch.setattr(current, "settings", lambda: settings)


@pytest.fixture
def receiver(own_network: None) -> Iterator[Receiver]:
    """A receiver that answers 200 until it is told otherwise."""
    with receivers.receiving() as found:
        yield found


@pytest.fixture
def run_jobs(app: Application) -> Callable[[], None]:
    """Run everything that is due, in this thread."""

    def run() -> None:
        db.session.remove()
        app.extensions["jobs"].run_due()

    return run


class MovedClock:
    """A clock that can be put forward."""

    def __init__(self) -> None:
        self._ahead = timedelta()
        self._now = clock.now

    def now(self) -> datetime:
        """The moved moment."""
        return self._now() + self._ahead

    def forward(self, **by: float) -> None:
        """Put it forward by so much."""
        self._ahead += timedelta(**by)


@pytest.fixture
def moved(monkeypatch: pytest.MonkeyPatch) -> MovedClock:
    """The product's clock, to be put forward."""
    found = MovedClock()
    monkeypatch.setattr(clock, "now", found.now)
    return found
