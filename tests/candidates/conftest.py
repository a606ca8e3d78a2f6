"""Who calls in the tests of candidates, and how background work is run in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from interview.accounts.models import Organisation
from interview.core.db import db
from interview.core.http import Application
from interview.core.jobs.delivery import Delivery
from tests.factories import accounts


@pytest.fixture
def home(app: Application) -> Organisation:
    """An organisation."""
    return accounts.make_organisation()


@pytest.fixture
def headers(home: Organisation) -> dict[str, str]:
    """Its admin."""
    return accounts.headers_of(accounts.make_user(home))


@pytest.fixture
def stranger(app: Application) -> dict[str, str]:
    """Another organisation's admin."""
    return accounts.headers_of(accounts.make_user())


@pytest.fixture
def run_jobs(app: Application) -> Callable[[], int]:
    """Runs what is due."""
    delivery: Delivery = app.extensions["jobs"]

    def run() -> int:
        done = delivery.run_due()
        db.session.expire_all()  # the test's own session has what it read before
        return done

    return run
