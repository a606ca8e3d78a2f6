"""The generated pages say what the code says."""

from __future__ import annotations

import pytest

from interview.core.http import Application
from tests.house.generated import PAGES
from tests.house.tree import ROOT


class TestGeneratedPages:
    """`make docs` has been run."""

    @pytest.mark.parametrize("name", PAGES)
    def test_is_fresh(self, app: Application, name: str) -> None:
        path = ROOT / name

        assert path.exists() and path.read_text() == PAGES[name](app), f"{name} is stale: make docs"
