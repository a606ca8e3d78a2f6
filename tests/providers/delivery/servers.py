"""Local servers that suppliers' adapters are tried against: HTTP with scripted answers, SMTP with scripted replies."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Seen:
    """One request as it came in."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Script:
    """What an HTTP server answers with, and what it was asked; `hangs_up` cuts the line after reading."""

    status: int = 202
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    hangs_up: bool = False
    is_silent: bool = False
    seen: list[Seen] = field(default_factory=list)
    url: str = ""
    done: threading.Event = field(default_factory=threading.Event)


@contextmanager
def http_server(script: Script) -> Iterator[Script]:
    """An HTTP server of 127.0.0.1 that follows the script."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            script.seen.append(Seen(self.command, self.path, dict(self.headers), body))
            if script.hangs_up:
                self.connection.close()
                return
            if script.is_silent:
                script.done.wait(5)
                return
            self.send_response(script.status)
            for name, value in script.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(script.body)))
            self.end_headers()
            self.wfile.write(script.body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def finish(self) -> None:
            with suppress(OSError, ValueError):
                super().finish()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    script.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield script
    finally:
        script.done.set()
        server.shutdown()
        server.server_close()


@contextmanager
def cutting_smtp_server(*, after: bytes, says: bytes | None = None) -> Iterator[int]:
    """A mail server that closes the line once it has read `after`, saying `says` first; gives its port."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError):
            while True:
                line, _ = listener.accept()
                _converse(line, after, says)

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield listener.getsockname()[1]
    finally:
        listener.close()


def _converse(line: socket.socket, after: bytes, says: bytes | None) -> None:
    replies = {b"EHLO": b"250 here\r\n", b"MAIL": b"250 ok\r\n", b"RCPT": b"250 ok\r\n", b"DATA": b"354 go on\r\n"}
    with line, suppress(OSError):
        line.sendall(b"220 here\r\n")
        heard = b""
        while after not in heard:
            got = line.recv(4096)
            if not got:
                return
            heard += got
            if (reply := replies.get(got[:4].upper())) and after not in heard:
                line.sendall(reply)
        if says:
            line.sendall(says)


def closed_port() -> int:
    """A port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
