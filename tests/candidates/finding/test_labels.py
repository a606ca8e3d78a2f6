"""Skills that stand in a text."""

from __future__ import annotations

import pytest

from interview.accounts.models import Organisation
from interview.candidates.finding import labels
from tests.factories import candidates as made


class TestSkillsIn:
    """Whole words of the organisation's own vocabulary."""

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("I write C++ and Python.", ["C++", "Python"]),
            ("python/django, node.js;", ["Node.js", "Python"]),
            ("machine\nlearning", ["Machine Learning"]),
            ("Pythonic, machine, learning", []),
            ("", []),
        ],
    )
    def test_found(self, home: Organisation, text: str, found: list[str]) -> None:
        made.make(home, skills=["Python", "C++", "Machine Learning", "Node.js", "Go"])
        made.make(skills=["Django"])

        assert labels.skills_in(text, within=home.id) == found
