"""The real server, started again and again: one process imports the product, every server is a fork of it.

`python -m tests.trust.nursery` reads one line of JSON for each server (its environment and console) and answers with
its process id. What runs in the fork is `server.serve()`, exactly as `python app.py` runs it: gunicorn's master, its
worker, migrations, job threads. Importing takes ten times as long as all of that; without this, twenty-five restarts
would take minutes.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.live_server import ROOT, LiveServer, fresh_database, is_free

SECRET = "for the trust tests alone, thirty-two characters"
# What a server is tried with: real limits and keys as in production, jobs that are taken over quickly.
SETTINGS = {
    "ENVIRONMENT": "production",
    "SECRET_KEY": SECRET,
    "ADDRESS_LIMIT": "1000000 per minute",
    "ACCOUNT_LIMIT": "1000000 per minute",
    "SESSION_LIMIT": "1000000 per minute",
    "JOB_LEASE_SECONDS": "3",
}


class Fork:
    """A server's master process, a child of the nursery."""

    def __init__(self, pid: int, port: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._port = port

    def poll(self) -> int | None:
        """None while it runs."""
        return None if Path(f"/proc/{self.pid}").exists() else 1

    def wait(self, timeout: float) -> int:
        """Wait until it is gone and nobody of its group listens any more; raises `TimeoutExpired`."""
        latest = time.monotonic() + timeout
        while self.poll() is None or not is_free(self._port):
            if time.monotonic() > latest:
                raise subprocess.TimeoutExpired("server", timeout)
            time.sleep(0.005)
        return 1


class Forked(LiveServer):
    """A live server that starts in a third of a second."""

    def __init__(self, nursery: Nursery, folder: Path, **values: Any) -> None:
        super().__init__(folder, **values)
        self._nursery = nursery

    def start(self) -> Forked:
        """Start it and wait until it answers."""
        fork = Fork(self._nursery.fork(self.environment, self.console), self.port)
        self._process = fork  # type: ignore[assignment]
        self._wait_until_ready(fork)  # type: ignore[arg-type]
        return self

    def pids(self) -> list[int]:
        """The processes of it that run: the master and its workers."""
        assert self._process
        group = self._process.pid
        return [int(path.parent.name) for path in Path("/proc").glob("[0-9]*/stat") if _group_of(path) == group]


def _group_of(stat: Path) -> int | None:
    try:
        return int(stat.read_text().rpartition(")")[2].split()[2])
    except OSError:
        return None


class Nursery:
    """The process that servers are forked from."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.trust.nursery"],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def fork(self, environment: dict[str, str], console: Path, *, module: str = "interview.server") -> int:
        """Have `serve()` of a module run with this environment and nothing else; returns its process and group id."""
        assert self._process.stdin and self._process.stdout
        told = {"environment": environment, "console": str(console), "module": module}
        self._process.stdin.write(json.dumps(told) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def close(self) -> None:
        """End the nursery; its servers are ended by whoever started them."""
        self._process.communicate("")

    @contextmanager
    def serving(self, folder: Path, **settings: str) -> Iterator[Forked]:
        """A started server on SQLite, or on a fresh database beside the one that TEST_DATABASE_URL names."""
        with fresh_database() as database_url:
            server = Forked(self, folder, database_url=database_url, **(SETTINGS | settings))
            try:
                yield server.start()
            finally:
                server.kill()


def main() -> None:
    """Fork a server for every line."""
    import_module("interview.server")
    # The dead are buried by the kernel: nobody here waits for them.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _serve(**json.loads(line))
        print(child, flush=True)


def _serve(*, environment: dict[str, str], console: str, module: str) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()
    os.chdir(Path(console).parent)
    os.environ.clear()
    os.environ.update(environment)
    written = os.open(console, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for stream, to in ((0, os.open(os.devnull, os.O_RDONLY)), (1, written), (2, written)):
        os.dup2(to, stream)
    try:
        import_module(module).serve()
    finally:
        os._exit(1)


if __name__ == "__main__":
    main()
