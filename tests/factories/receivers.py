"""A real HTTP server on this machine that keeps what it was sent and answers as it is told."""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Act = Callable[["Receiver", BaseHTTPRequestHandler], None]
"""What the receiver does with one request, after its body was read."""


@dataclass(frozen=True, slots=True)
class Received:
    """One request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        """The body read as JSON."""
        return json.loads(self.body)


@dataclass
class Receiver:
    """The server's script and what it got; past its script it repeats the last act."""

    url: str = ""
    port: int = 0
    script: list[Act] = field(default_factory=list)
    got: list[Received] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def next_act(self) -> Act:
        """The act for the next request."""
        return self.script.pop(0) if len(self.script) > 1 else self.script[0]


def answers(
    status: int = 200, body: bytes = b"", *, headers: dict[str, str] | None = None, length: int | None = None
) -> Act:
    """Answer with this; `length` is what Content-Length promises instead of the truth."""

    def act(_: Receiver, handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        told = {"Content-Length": str(len(body) if length is None else length)} | (headers or {})
        for name, value in told.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return act


def hangs(receiver: Receiver, _: BaseHTTPRequestHandler) -> None:
    """Never answer."""
    receiver.closing.wait(30)


def drips(receiver: Receiver, handler: BaseHTTPRequestHandler) -> None:
    """Promise a body and send it slowly, a byte at a time."""
    answers(200, length=10_000)(receiver, handler)
    # Quicker than the byte a second it stands for: each read ends long before the timeout.
    while not receiver.closing.wait(0.02):
        handler.wfile.write(b".")
        handler.wfile.flush()


def floods(receiver: Receiver, handler: BaseHTTPRequestHandler) -> None:
    """Send bytes without end."""
    answers(200, length=10**12)(receiver, handler)
    while not receiver.closing.is_set():
        handler.wfile.write(b"x" * 65536)


@contextmanager
def receiving(
    *script: Act, host: str = "127.0.0.1", port: int = 0, tls: ssl.SSLContext | None = None
) -> Iterator[Receiver]:
    """Run the receiver until the block ends; it answers 200 where no script is given."""
    receiver = Receiver(script=list(script) or [answers()])

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.do_POST()

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            headers = {name.lower(): value for name, value in self.headers.items()}
            receiver.got.append(Received(self.command, self.path, headers, body))
            self.close_connection = True
            with suppress(OSError):  # The caller may hang up, as it should.
                receiver.next_act()(receiver, self)

        def log_message(self, *_: object) -> None:
            pass

    server = _Quiet((host, port), Handler)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    receiver.port = server.server_port
    receiver.url = f"http{'s' if tls else ''}://{host}:{receiver.port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        receiver.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


class _Quiet(ThreadingHTTPServer):
    """A server that is not upset by callers who hang up in the middle of a handshake."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass
