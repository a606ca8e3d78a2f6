"""A server process to be talked to over real connections, and a wire that says exactly what it is told to say."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

PATIENCE_SECONDS = 20.0
ROOT = Path(__file__).resolve().parents[2]
OCTETS = "application/offset+octet-stream"
SECRET = "for the tests alone, thirty-two characters"


@dataclass
class Live:
    """The server on a folder of its own; killed and started again it keeps folder and port."""

    folder: Path
    port: int = 0
    process: subprocess.Popen[str] | None = field(default=None, repr=False)

    def start(self) -> None:
        settings = {
            "DATA_DIR": str(self.folder), "PORT": str(self.port or 5000), "JOB_THREADS": "0", "LOG_LEVEL": "WARNING",
            "SECRET_KEY": SECRET, "SHELF_READ_SECONDS": "1",
        }  # fmt: skip
        environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | settings
        command = [sys.executable, "-m", "tests.media.serve"]
        with (self.folder / "server.log").open("a") as log:
            pipes = {"stdout": subprocess.PIPE, "stderr": log}
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=environment, text=True, start_new_session=True, **pipes
            )
        assert self.process.stdout is not None
        self.port = int(self.process.stdout.readline())

    def kill(self) -> None:
        """End it as a power cut would, with all its processes."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def wire(self) -> Wire:
        return Wire(socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE_SECONDS))

    def create(self, **headers: str) -> str:
        """Create an upload and return its path."""
        told = headers or {"Upload-Defer-Length": "1"}
        status, answered, _ = self.wire().ask("POST", "/shelf/1", told)
        assert status == 201
        return answered["location"]

    def offset(self, path: str) -> int:
        status, answered, _ = self.wire().ask("HEAD", path)
        assert status == 200
        return int(answered["upload-offset"])

    def files(self, folder: str) -> list[Path]:
        return [path for path in (self.folder / "recordings" / folder).rglob("*") if path.is_file()]


@dataclass
class Wire:
    """One connection."""

    socket: socket.socket
    rest: bytes = b""

    def ask(
        self, method: str, path: str, headers: dict[str, str] | None = None, body: bytes = b""
    ) -> tuple[int, dict[str, str], bytes]:
        self.say(method, path, {"Content-Length": str(len(body))} | (headers or {}), body)
        return self.answer(has_body=method != "HEAD")

    def say(self, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> None:
        """Send a head and any part of a body."""
        told = {"Host": "127.0.0.1", "Tus-Resumable": "1.0.0"} | headers
        lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in told.items()), "", ""]
        self.socket.sendall("\r\n".join(lines).encode() + body)

    def say_patch(self, path: str, offset: int, *, length: int, body: bytes, **headers: str) -> None:
        """Begin a PATCH whose declared length need not be that of the body."""
        told = {"Content-Type": OCTETS, "Upload-Offset": str(offset), "Content-Length": str(length)}
        self.say("PATCH", path, told | headers, body)

    def patch(self, path: str, offset: int, body: bytes) -> tuple[int, dict[str, str], bytes]:
        self.say_patch(path, offset, length=len(body), body=body)
        return self.answer()

    def answer(self, *, has_body: bool = True) -> tuple[int, dict[str, str], bytes]:
        raw, self.rest = self.rest, b""
        while b"\r\n\r\n" not in raw:
            raw += self._more()
        head, _, body = raw.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        size = int(headers.get("content-length", 0)) if has_body else 0
        while len(body) < size:
            body += self._more()
        self.rest = body[size:]
        return int(first.split()[1]), headers, body[:size]

    def _more(self) -> bytes:
        piece = self.socket.recv(65536)
        if not piece:
            raise ConnectionError("the server closed the connection")
        return piece

    def reset(self) -> None:
        """Close with RST instead of FIN."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        self.socket.close()


def eventually(condition: Callable[[], bool]) -> None:
    """Wait until a condition holds; fail when it does not within the patience of the tests."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)
