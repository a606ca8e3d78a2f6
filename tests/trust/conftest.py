"""What the trials of trust share: servers that start at once, and interviews to conduct on them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.trust.nursery import Forked, Nursery


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """The process that every server is forked from."""
    found = Nursery()
    yield found
    found.close()


@pytest.fixture
def server(nursery: Nursery, tmp_path: Path) -> Iterator[Forked]:
    """A server of this test's own."""
    with nursery.serving(tmp_path) as started:
        yield started
