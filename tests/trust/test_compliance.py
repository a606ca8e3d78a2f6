"""What must be absent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

FORBIDDEN = re.compile(r"emotion|sentiment|personality|mood|facial|ethnic|gender|accent|attractive", re.I)


class TestNoEmotion:
    """Inferring emotions in recruitment is prohibited in the EU (AI Act, Article 5(1)(f)): there is no place for it."""

    @pytest.mark.filterwarnings("ignore:.*has already been added to the spec")
    def test_no_field_of_the_api_speaks_of_it(self, client: FlaskClient) -> None:
        names = set(names_in(client.get("/api/openapi.json").get_json()))

        assert "technical_score" in names and {name for name in names if FORBIDDEN.search(name)} == set()


def names_in(part: Any) -> Iterator[str]:
    """Every name in a document."""
    if isinstance(part, dict):
        for name, value in part.items():
            yield str(name)
            yield from names_in(value)
    elif isinstance(part, list):
        for value in part:
            yield from names_in(value)
