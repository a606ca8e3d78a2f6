"""The ground of the browser tests: the built client, the real server, Chromium with fake devices, an organisation."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import requests
from playwright.sync_api import Browser, Page

from tests import driver, live_server
from tests.browser import chromium
from tests.browser.chromium import Watched
from tests.live_server import LiveServer

BOOTSTRAP = "for the browser tests alone, thirty-two characters"
PASSWORD = "a quiet sentence of our own"
NO_NODE = 3


@pytest.fixture(scope="session")
def built_client() -> None:
    """The client as its sources are now; without a Node nothing can be built, which CI does not accept."""
    environment = os.environ | {"BIN": str(Path(sys.executable).parent)}
    built = subprocess.run(["bash", "web/build.sh"], cwd=live_server.ROOT, env=environment, check=False)
    if built.returncode == NO_NODE and os.environ.get("CI") != "true":
        pytest.skip("There is no Node that can build the web client: make web")
    assert built.returncode == 0


@pytest.fixture(scope="session")
def server(built_client: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """One real server for the run; tests keep apart by organisation."""
    settings = {"BOOTSTRAP_SECRET": BOOTSTRAP, "OUTBOUND_NETWORKS": "127.0.0.0/8"}
    with live_server.serving(tmp_path_factory.mktemp("browser"), **settings) as started:
        yield started


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for the run; every test has a context of its own in it."""
    if chromium.EXECUTABLE is None and os.environ.get("CI") != "true":
        pytest.skip("Chromium is missing: apt-get install chromium")
    launched = chromium.launched(driver.playwright())
    yield launched
    launched.close()


@dataclass(frozen=True, slots=True)
class Office:
    """An organisation of this test alone: its admin, and the API as they call it."""

    url: str
    email: str
    token: str

    def post(self, path: str, body: dict[str, Any] | None = None) -> Any:
        """POST as the admin; the JSON answer, or the bare answer where there is none."""
        answer = requests.post(f"{self.url}{path}", json=body or {}, headers=self._headers, timeout=30)
        answer.raise_for_status()
        return answer.json() if answer.content else answer

    def get(self, path: str) -> Any:
        """GET as the admin."""
        answer = requests.get(f"{self.url}{path}", headers=self._headers, timeout=30)
        answer.raise_for_status()
        return answer.json()

    def plan(self, *, name: str = "Test Person", title: str = "First talk", **more: Any) -> dict[str, Any]:
        """A candidate with an interview."""
        candidate = self.post("/api/admin/candidates", {"name": name})
        planned: dict[str, Any] = self.post(
            "/api/admin/interviews", {"candidateId": candidate["id"], "title": title} | more
        )
        return planned

    @property
    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


@pytest.fixture
def office(server: LiveServer) -> Office:
    """A fresh organisation."""
    email = f"admin-{uuid4().hex[:10]}@example.org"
    body = {"email": email, "password": PASSWORD, "name": "Admin Person", "organisationName": "Test organisation"}
    made = requests.post(
        f"{server.url}/api/auth/register-admin", json=body, headers={"X-Bootstrap-Secret": BOOTSTRAP}, timeout=30
    )
    made.raise_for_status()
    return Office(server.url, email, made.json()["token"])


@pytest.fixture
def watched(browser: Browser, server: LiveServer) -> Iterator[Watched]:
    """A context in which no script may fail, no policy be broken and no other host be asked."""
    with chromium.context(browser, server.url) as made:
        yield made
        assert made.complaints == []


@pytest.fixture
def visitor(watched: Watched) -> Page:
    """A page of somebody whom nobody knows."""
    return watched.page()


@pytest.fixture
def page(watched: Watched, office: Office) -> Page:
    """A page in which the organisation's admin is signed in."""
    return signed_in(watched, office.email)


def signed_in(watched: Watched, email: str, password: str = PASSWORD) -> Page:
    """A page whose browser has the cookies of a login."""
    answer = watched.context.request.post("/api/auth/login", data={"email": email, "password": password})
    assert answer.ok
    return watched.page()
