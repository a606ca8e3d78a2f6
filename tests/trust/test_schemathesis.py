"""Requests made up from the OpenAPI document: no 500, and nothing answered that the document does not describe.

Each operation is called by a key with every scope, on objects of its own organisation, on those of another, and on
values that were made up as well.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import hypothesis.strategies as st
import pytest
import schemathesis
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from interview.core.http import Application
from tests.trust import world
from tests.trust.world import World

CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance]
EXAMPLES = 12
OWN, FOREIGN, MADE_UP = "own", "foreign", "made up"
whose = st.sampled_from([OWN, FOREIGN, MADE_UP])


@pytest.mark.filterwarnings("ignore:.*has already been added to the spec")
class TestDescribedApi:
    """Every operation of the document."""

    def test_every_operation_answers_as_described(self, app: Application, client: FlaskClient) -> None:
        app.config["TESTING"] = False  # a failure is to be answered, not raised
        described = schemathesis.openapi.from_wsgi("/api/openapi.json", app)
        operations = [found.ok() for found in described.get_all_operations()]
        mine, theirs = world.make(client), world.make(client)
        failures = [told for one in operations if (told := failure_of(one, mine, theirs))]
        app.config["TESTING"] = True

        assert len(operations) > 30 and failures == []


def failure_of(operation: Any, mine: World, theirs: World) -> str | None:
    """Call one operation often; returns what was wrong with an answer."""
    try:
        caller(operation, mine, theirs)()
    except Exception as failure:
        return f"{operation.method.upper()} {operation.path}: {failure}"
    return None


def caller(operation: Any, mine: World, theirs: World) -> Callable[[], None]:
    """A test of one operation."""

    @settings(
        max_examples=EXAMPLES, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(case=operation.as_strategy(), objects_of=whose)
    def call(case: Any, objects_of: str) -> None:
        if objects_of != MADE_UP:
            known = (mine if objects_of == OWN else theirs).objects
            case.path_parameters = {name: known.get(name, value) for name, value in case.path_parameters.items()}
        answer = case.call(headers=mine.key)
        case.validate_response(answer, checks=CHECKS)
        named = set(case.path_parameters)
        is_foreign = objects_of == FOREIGN and named and not named & world.CAPABILITIES
        assert not is_foreign or answer.status_code >= 400, f"another organisation's object: {answer.status_code}"

    return call
