"""The disk runs full: refusals are told as 507, nothing acknowledged is lost, and room is enough to go on."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.trust import backstage
from tests.trust.nursery import SETTINGS, Forked, Nursery
from tests.trust.pages import OCTETS

DISK_BYTES = 24 * 1024**2
PIECE = os.urandom(256 * 1024)
LONG_ANSWER = "It finds rows without reading the whole table. " * 2000


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own where mounting is allowed, otherwise a folder."""
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(tmp_path)], capture_output=True, check=False
    )
    yield tmp_path
    if mounted.returncode == 0:
        subprocess.run(["umount", "-l", str(tmp_path)], check=True)


@contextmanager
def full(server: Forked) -> Iterator[None]:
    """No room for another byte: the small disk is filled up, or else no file of the server may grow."""
    if os.path.ismount(server.folder):
        filler = server.folder / "filler"
        with filler.open("wb", buffering=0) as file:
            _write_until_full(file.write)
        yield
        filler.unlink()
        return
    with no_growth(server.pids()):
        yield


def _write_until_full(write: Callable[[bytes], Any]) -> None:
    for size in (1024**2, 4096):
        try:
            while True:
                write(bytes(size))
        except OSError:
            continue


@contextmanager
def no_growth(pids: list[int]) -> Iterator[None]:
    """Limit the size of every file that these processes write."""
    for pid in pids:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
    yield
    for pid in pids:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


@pytest.fixture
def server(nursery: Nursery, disk: Path) -> Iterator[Forked]:
    """A server with its SQLite file and its recordings on the small disk."""
    found = Forked(nursery, disk, **SETTINGS, JOB_THREADS="0")
    yield found.start()
    found.kill()


class TestDiskFull:
    """One session through a full disk."""

    def test_is_told_as_507_and_overcome_without_a_restart(self, server: Forked) -> None:
        client = Candidate(server)
        client.answer(LONG_ANSWER)
        client.append()
        with full(server):
            statuses = [client.append(), client.append()]
            for _ in range(60):
                statuses.append(client.answer(LONG_ANSWER))

        assert set(statuses) <= {200, 204, 507} and {statuses[0], statuses[-1]} == {507}
        assert client.offset() == client.acknowledged_bytes
        assert client.answer(LONG_ANSWER) == 200 and client.append() == 204
        assert client.stored_answers() == client.acknowledged_answers
        assert client.offset() == client.acknowledged_bytes and client.stored_bytes() == client.digest()
        assert intact(server)

    def test_the_refusal_says_that_what_was_stored_is_safe(self, server: Forked) -> None:
        client = Candidate(server)
        with full(server):
            client.append()

        problem = client.last.json()
        assert client.last.headers["Content-Type"] == "application/problem+json"
        assert (problem["code"], problem["success"]) == ("storage_full", False) and "safe" in problem["detail"]


class Candidate:
    """A candidate's side that counts what was acknowledged."""

    def __init__(self, server: Forked) -> None:
        tokens, _ = backstage.invite(server, 1)
        self._server = server
        self._http = requests.Session()
        told = self._post("session/start", interview_token=tokens[0])
        self._session = {"session_id": told["session_id"]}
        self._question = self._post("question/add", **self._session, question_data={"text": "Why?"})["question_id"]
        place = told["upload_url"][told["upload_url"].index("/api/") :]
        created = self._http.post(server.url + place, headers=OCTETS | {"Upload-Defer-Length": "1"})
        self._upload = server.url + created.headers["Location"][created.headers["Location"].index("/api/") :]
        self.acknowledged_bytes = 0
        self.acknowledged_answers: set[str] = set()

    def _post(self, path: str, **body: Any) -> dict[str, Any]:
        self.last = self._http.post(f"{self._server.url}/api/interview/{path}", json=body, timeout=30)
        told: dict[str, Any] = self.last.json()
        return told

    def answer(self, text: str) -> int:
        """Send an answer; returns the status."""
        told = self._post("answer/add", **self._session, question_id=self._question, answer_data={"text": text})
        if self.last.status_code == 200:
            self.acknowledged_answers.add(told["answer_id"])
        return self.last.status_code

    def append(self) -> int:
        """Send a piece where the upload ends; returns the status."""
        headers = OCTETS | {"Upload-Offset": str(self.acknowledged_bytes)}
        self.last = self._http.patch(self._upload, data=PIECE, headers=headers, timeout=30)
        if self.last.status_code == 204:
            self.acknowledged_bytes = int(self.last.headers["Upload-Offset"])
        return self.last.status_code

    def offset(self) -> int:
        """Where the server says the upload ends."""
        return int(self._http.head(self._upload, headers=OCTETS, timeout=30).headers["Upload-Offset"])

    def stored_answers(self) -> set[str]:
        """What the server shows of the answers."""
        address = f"{self._server.url}/api/interview/session/{self._session['session_id']}"
        return {one["answer_id"] for one in self._http.get(address, timeout=30).json()["session_data"]["answers"]}

    def digest(self) -> str:
        """SHA-256 of what was acknowledged."""
        return sha256(PIECE * (self.acknowledged_bytes // len(PIECE))).hexdigest()

    def stored_bytes(self) -> str:
        """SHA-256 of the upload's files, in the order of their offsets."""
        name = self._upload.rpartition("/")[2]
        chunks = sorted((self._server.folder / "recordings").rglob(f"{name}-*"), key=lambda path: path.name)
        return sha256(b"".join(path.read_bytes() for path in chunks)).hexdigest()


def intact(server: Forked) -> bool:
    """Whether SQLite finds nothing wrong with its file."""
    with sqlite3.connect(server.folder / "talentflow.db") as connection:
        return connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
