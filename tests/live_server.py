"""The real server in a process of its own: a free port, its own data folder and database, killed and started at will.

with live_server.serving(tmp_path) as server:
    told = server.demo()
    requests.get(f"{server.url}/health")
    server.kill()       # SIGKILL to every process of it
    server.start()      # the same port, folder and database
"""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

import requests
from sqlalchemy import create_engine, make_url, text

ROOT = Path(__file__).resolve().parent.parent
READY_SECONDS = 60
# Below the range from which outgoing connections take theirs, so that nobody moves in while the server is down.
PORTS = range(20_000, 32_000)
# The server sees these of our own environment and nothing else: no setting leaks in from the shell.
INHERITED = ("PATH", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT")


class LiveServer:
    """A server of this checkout; `environment` holds its settings, such as `{"SESSION_LIMIT": "5 per minute"}`."""

    def __init__(self, folder: Path, *, port: int | None = None, database_url: str = "", **settings: str) -> None:
        self.folder = folder.resolve()
        self.folder.mkdir(parents=True, exist_ok=True)
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.console = self.folder / "console.log"
        self.environment = {
            **{name: os.environ[name] for name in INHERITED if name in os.environ},
            "HOME": str(self.folder),
            "DATA_DIR": str(self.folder),
            "DATABASE_URL": database_url,
            "PORT": str(self.port),
            "PYTHONDONTWRITEBYTECODE": "1",
            **settings,
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> LiveServer:
        """Start it and wait until it answers; raises `RuntimeError` with its log when it does not."""
        with self.console.open("ab") as console:
            self._process = subprocess.Popen(
                [sys.executable, str(ROOT / "app.py")],
                cwd=self.folder,  # where no .env of the checkout is found
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=console,
                start_new_session=True,
            )
        self._wait_until_ready(self._process)
        return self

    def _wait_until_ready(self, process: subprocess.Popen[bytes]) -> None:
        latest = time.monotonic() + READY_SECONDS
        while time.monotonic() < latest:
            if process.poll() is not None:
                raise RuntimeError(f"The server stopped with {process.returncode}:\n{self.log()}")
            if self.is_up():
                return
            time.sleep(0.05)
        self.kill()
        raise RuntimeError(f"The server did not answer within {READY_SECONDS} s:\n{self.log()}")

    def is_up(self) -> bool:
        """Whether it answers that it can work."""
        with suppress(requests.RequestException):
            return requests.get(f"{self.url}/health", timeout=5).ok
        return False

    def kill(self) -> None:
        """End every process of it with SIGKILL, as a power cut would, and wait until they are gone."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask it to stop, and wait until it has; kills what does not."""
        try:
            self._end(signal.SIGTERM)
        except subprocess.TimeoutExpired:
            self.kill()

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        with suppress(ProcessLookupError):
            # SIGTERM goes to the master alone, which stops its worker; SIGKILL leaves nobody who could.
            (os.killpg if how is signal.SIGKILL else os.kill)(self._process.pid, how)
        self._process.wait(timeout=30)
        self._process = None

    def restart(self) -> LiveServer:
        """Kill it and start it again on what is on disk."""
        self.kill()
        return self.start()

    def log(self) -> str:
        """What it wrote to its console, over all its starts."""
        return self.console.read_text(errors="replace") if self.console.exists() else ""

    def log_lines(self) -> list[dict[str, Any]]:
        """The structured lines of logs/talentflow.log."""
        path = self.folder / "logs" / "talentflow.log"
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []

    def flask(self, *words: str, **more_environment: str) -> str:
        """Run a command of the product on the same data and return what it printed."""
        return run_flask(*words, folder=self.folder, environment=self.environment | more_environment)

    def demo(self) -> dict[str, Any]:
        """Make a new organisation with an admin, an API key and a candidate with a scheduled interview."""
        told: dict[str, Any] = json.loads(self.flask("demo", "--json"))
        return told


@contextmanager
def serving(folder: Path, *, port: int | None = None, **settings: str) -> Iterator[LiveServer]:
    """A started server, on SQLite or on a fresh database beside the one that TEST_DATABASE_URL names."""
    with fresh_database() as database_url:
        server = LiveServer(folder, port=port, database_url=database_url, **settings)
        try:
            yield server.start()
        finally:
            server.stop()


@contextmanager
def fresh_database() -> Iterator[str]:
    """A database of its own, dropped afterwards; empty text, which means SQLite, where TEST_DATABASE_URL is not set."""
    beside = os.environ.get("TEST_DATABASE_URL", "")
    if not beside:
        yield ""
        return
    url, name = make_url(beside), f"live_{uuid4().hex[:12]}"
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        yield url.set(database=name).render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        engine.dispose()


def run_flask(*words: str, folder: Path, environment: dict[str, str] | None = None) -> str:
    """Run a command of the product and return what it printed; raises `RuntimeError` with its words when it fails."""
    command = [sys.executable, "-m", "flask", "--app", str(ROOT / "app.py"), *words]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    if done.returncode:
        raise RuntimeError(f"flask {' '.join(words)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def free_port() -> int:
    """A port of 127.0.0.1 on which nobody listens."""
    for port in random.sample(PORTS, 100):
        if is_free(port):
            return port
    raise RuntimeError("No port is free.")


def is_free(port: int) -> bool:
    """Whether a server could listen there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
