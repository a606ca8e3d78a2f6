"""The desk the tests of finalising work at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.media.finalising.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty desk."""
    return Desk(tmp_path)
