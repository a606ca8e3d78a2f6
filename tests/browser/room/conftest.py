"""The ground of the room's tests: a server, an organisation for each, and a browser with a camera."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.room import chromium
from tests.browser.room.organisation import Organisation
from tests.live_server import LiveServer, serving


@pytest.fixture(scope="package")
def server(built_client: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """One server for the tests that leave it alone."""
    with serving(tmp_path_factory.mktemp("server")) as started:
        yield started


@pytest.fixture
def organisation(server: LiveServer) -> Organisation:
    """An organisation of its own for each test."""
    return Organisation(server, server.demo())


@pytest.fixture
def context(tmp_path: Path) -> Iterator[BrowserContext]:
    """A browser with a camera and a microphone, on a profile of its own."""
    with chromium.browsing(tmp_path / "profile") as opened:
        yield opened
