"""A live server for the contracts, two organisations on it, a browser, and Node with its packages."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import requests

from tests import driver, live_server
from tests.contracts.callers import Caller
from tests.contracts.organisations import Organisation
from tests.live_server import LiveServer

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CLIENTS = Path(__file__).parent / "clients"
CHROMIUM = "/usr/bin/chromium"
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """One server for all contracts that need no setting of their own."""
    with live_server.serving(tmp_path_factory.mktemp("live")) as server:
        yield server


@pytest.fixture(scope="session")
def ours(live: LiveServer) -> Organisation:
    """The organisation that a test belongs to."""
    return Organisation(live)


@pytest.fixture(scope="session")
def theirs(live: LiveServer) -> Organisation:
    """Another organisation on the same server."""
    return Organisation(live)


@pytest.fixture
def page(live: LiveServer) -> Caller:
    """A candidate's page: nobody with a credential."""
    return Caller(live.url)


@pytest.fixture
def http() -> Iterator[requests.Session]:
    """Plain HTTP that takes refusals as answers and reads no netrc file."""
    with requests.Session() as session:
        session.trust_env = False
        yield session


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    if not Path(CHROMIUM).exists():
        _leave_out("Chromium is not installed (Debian: apt-get install chromium).")
    launched = driver.playwright().chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
    yield launched
    launched.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab in a profile of its own."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def node() -> str:
    """Where Node is."""
    found = shutil.which("node")
    if found is None:
        _leave_out("Node is not installed.")
    return str(found)


@pytest.fixture(scope="session")
def node_packages(node: str) -> Path:
    """The folder of the clients, with the packages of its lock installed."""
    lock, installed = CLIENTS / "package-lock.json", CLIENTS / "node_modules" / ".package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        done = subprocess.run(
            [shutil.which("npm") or "npm", "ci", "--no-audit", "--no-fund"],
            cwd=CLIENTS, capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
        if done.returncode:
            _leave_out(f"npm ci failed: {done.stderr[-300:]}")
    return CLIENTS


def _leave_out(why: str) -> None:
    """Skip here, fail on CI: there nothing may be missing unnoticed."""
    if os.environ.get("CI") == "true":
        pytest.fail(why)
    pytest.skip(why)
