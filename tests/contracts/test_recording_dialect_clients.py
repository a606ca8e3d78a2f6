"""The recording dialect (003) as scripts and pages use it: functions that hold no credential, run as they stand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests import live_server
from tests.contracts.organisations import Organisation
from tests.contracts.shapes import faults
from tests.contracts.test_recording_dialect_results import ANALYSIS, until_processed
from tests.live_server import LiveServer

if TYPE_CHECKING:
    from playwright.sync_api import Page

CLIENTS = Path(__file__).parent / "clients"
WRITTEN_FOR = 5000


@pytest.fixture(scope="module")
def at_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """A server at the port that the listings name, where that is free."""
    port = WRITTEN_FOR if live_server.is_free(WRITTEN_FOR) else None
    with live_server.serving(tmp_path_factory.mktemp("at_home"), port=port) as server:
        yield server


def run(command: list[str], *, server: LiveServer, **more_environment: str) -> dict[str, Any]:
    """Run a client in the server's clean environment and read what it prints."""
    environment = {name: server.environment[name] for name in ("PATH", "HOME")} | more_environment
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


class TestPythonListing:
    """Bare requests.post and requests.get against http://localhost:5000, the key in the netrc file."""

    def test_whole_interview(self, at_home: LiveServer, tmp_path: Path) -> None:
        told, netrc = at_home.demo(), tmp_path / "netrc"
        organisation = ["--organisation", told["organisation_id"]]
        at_home.flask("apikey", "create", *organisation, "--write-netrc", NETRC=str(netrc))
        listing = self._at_its_port(at_home, tmp_path)

        command = [sys.executable, str(CLIENTS / "conduct.py"), str(listing), told["interview_token"]]
        found = run([*command, str(told["candidate_id"])], server=at_home, NETRC=str(netrc))

        assert found["success"] is True
        assert faults(found["analysis"], ANALYSIS) == []
        assert found["analysis"]["session_id"] == found["session_id"]
        assert found["analysis"]["question_analysis"][0]["question_id"] == found["question_id"]
        assert netrc.stat().st_mode & 0o077 == 0

    def test_without_the_netrc_file(self, at_home: LiveServer, tmp_path: Path) -> None:
        told = at_home.demo()
        listing = self._at_its_port(at_home, tmp_path)
        command = [sys.executable, str(CLIENTS / "conduct.py"), str(listing), told["interview_token"]]
        environment = {"PATH": os.environ["PATH"], "NETRC": str(tmp_path / "none")}
        done = subprocess.run(
            [*command, str(told["candidate_id"])], env=environment, capture_output=True, text=True, check=False
        )

        assert "KeyError: 'analysis'" in done.stderr

    def _at_its_port(self, server: LiveServer, folder: Path) -> Path:
        """The listing itself, or a copy for another port where somebody else holds the one it names."""
        listing = CLIENTS / "python_client.py"
        if server.port == WRITTEN_FOR:
            return listing
        copy = folder / listing.name
        copy.write_text(listing.read_text().replace(f"localhost:{WRITTEN_FOR}", f"localhost:{server.port}"))
        return copy


class TestPageListing:
    """fetch with relative addresses: the interview under Node, the analysis in a page after a login."""

    def test_interview_then_analysis(self, ours: Organisation, node: str, tab: Page) -> None:
        invited = ours.invite()
        command = [node, str(CLIENTS / "conduct.mjs"), str(CLIENTS / "client.js"), ours.server.url, invited.token]
        told = run(command, server=ours.server)
        until_processed(ours, invited.candidate_id)

        tab.goto(f"{ours.server.url}/api/docs")
        assert self._read(tab, invited.candidate_id)["status"] == 401
        self._log_in(tab, ours)
        found = self._read(tab, invited.candidate_id)

        assert told["success"] is True
        assert found["status"] == 200
        assert faults(found["body"]["analysis"], ANALYSIS) == []
        assert found["body"]["analysis"]["question_analysis"][0]["question_id"] == told["questionId"]

    def _log_in(self, tab: Page, ours: Organisation) -> None:
        script = """
            (who) => fetch('/api/auth/login', {
              method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(who)
            }).then((answer) => answer.status)
        """
        assert tab.evaluate(script, ours.told["admin"]) == 200

    def _read(self, tab: Page, candidate_id: int) -> dict[str, Any]:
        script = """
            (id) => fetch('/api/interview/analysis/' + id)
              .then(async (answer) => ({status: answer.status, body: await answer.json()}))
        """
        found: dict[str, Any] = tab.evaluate(script, candidate_id)
        return found
