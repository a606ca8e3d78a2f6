"""Appending to a JSON list that is kept as text."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview.candidates import service as candidates
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from tests.factories import interviews

TEXTS = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00"), max_size=20)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(items=st.lists(st.dictionaries(TEXTS, TEXTS | st.integers(-5, 5) | st.none(), max_size=3), max_size=5))
def test_any_items_are_read_back(app: Application, items: list[dict[str, Any]]) -> None:
    """Whatever is appended, the column is the JSON list of all of it, in order."""
    candidate = interviews.make_candidate()
    with unit_of_work():
        candidates.begin_projection(candidate.id, session_id="s1", values={})
        for item in items:
            candidates.project_event(candidate.id, session_id="s1", append={"interview_answers_given": item})
        candidates.project_event(candidate.id, session_id="older", append={"interview_answers_given": "not mine"})
    db.session.refresh(candidate)

    assert json.loads(candidate.interview_answers_given or "") == items
