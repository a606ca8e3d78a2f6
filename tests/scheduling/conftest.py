"""What the tests of scheduling share."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from interview.core.http import Application
from tests.factories.offices import Office


@pytest.fixture
def team(app: Application, client: FlaskClient) -> Office:
    """An organisation with an admin, two interviewers and a candidate; the admin calls."""
    return Office(client)
