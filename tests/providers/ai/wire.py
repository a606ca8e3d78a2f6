"""A real HTTP server on this machine that speaks both suppliers' wire formats and breaks as they break."""

from __future__ import annotations

import json
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HUGE_BYTES = 100 * 1024 * 1024
_CHUNK = b'"' + b"x" * 65535

Act = Callable[["Wire", BaseHTTPRequestHandler], None]
"""What the server does with one request."""


@dataclass
class Wire:
    """The server's script and what it saw; past its script it repeats the last act."""

    url: str = ""
    script: list[Act] = field(default_factory=list)
    bodies: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    sent_bytes: int = 0
    closing: threading.Event = field(default_factory=threading.Event)

    def next_act(self) -> Act:
        """The act for the next request."""
        return self.script.pop(0) if len(self.script) > 1 else self.script[0]


@contextmanager
def serving(*script: Act, tls: ssl.SSLContext | None = None) -> Iterator[Wire]:
    """Run the server on a free port of 127.0.0.1 until the block ends."""
    wire = Wire(script=list(script))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            wire.bodies.append(json.loads(body))
            wire.paths.append(self.path)
            wire.headers.append({name.lower(): value for name, value in self.headers.items()})
            self.close_connection = True
            with suppress(OSError):  # The client hangs up, as it should.
                wire.next_act()(wire, self)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    wire.url = f"http{'s' if tls else ''}://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield wire
    finally:
        wire.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


def gemini_body(text: str) -> dict[str, Any]:
    """A `generateContent` response of the Gemini API."""
    return {
        "candidates": [{"content": {"parts": [{"text": text}], "role": "model"}, "finishReason": "STOP", "index": 0}],
        "usageMetadata": {
            "promptTokenCount": 120,
            "candidatesTokenCount": 30,
            "totalTokenCount": 157,
            "thoughtsTokenCount": 7,
        },
        "modelVersion": "gemini-2.5-flash-001",
        "responseId": "r1",
    }


def openai_body(text: str) -> dict[str, Any]:
    """A `chat.completion` object of the OpenAI API."""
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1790000000,
        "model": "gpt-4.1-mini-2025-04-14",
        "choices": [
            {"index": 0, "message": {"role": "assistant", "content": text, "refusal": None}, "finish_reason": "stop"}
        ],
        "usage": {"prompt_tokens": 120, "completion_tokens": 37, "total_tokens": 157},
    }


def answers(body: object, *, status: int = 200, headers: dict[str, str] | None = None) -> Act:
    """Answer with a JSON body, or with raw bytes."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()

    def act(_: Wire, handler: BaseHTTPRequestHandler) -> None:
        _head(handler, length=len(raw), status=status, headers=headers)
        handler.wfile.write(raw)

    return act


def hangs(wire: Wire, _: BaseHTTPRequestHandler) -> None:
    """Never answer."""
    wire.closing.wait(5)


def resets(_: Wire, handler: BaseHTTPRequestHandler) -> None:
    """Reset the connection instead of answering."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def drips_body(wire: Wire, handler: BaseHTTPRequestHandler) -> None:
    """Promise a body and send it slowly, a byte at a time."""
    _head(handler, length=1000)
    _drip(wire, handler)


def drips_headers(wire: Wire, handler: BaseHTTPRequestHandler) -> None:
    """Send an endless header slowly, a byte at a time."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    _drip(wire, handler)


def floods(wire: Wire, handler: BaseHTTPRequestHandler) -> None:
    """Send a body of 100 MB as fast as the client takes it."""
    _head(handler, length=HUGE_BYTES)
    while wire.sent_bytes < HUGE_BYTES:
        handler.wfile.write(_CHUNK)
        wire.sent_bytes += len(_CHUNK)


def _head(
    handler: BaseHTTPRequestHandler, *, length: int, status: int = 200, headers: dict[str, str] | None = None
) -> None:
    handler.send_response(status)
    for name, value in ({"Content-Type": "application/json", "Content-Length": str(length)} | (headers or {})).items():
        handler.send_header(name, value)
    handler.end_headers()


def _drip(wire: Wire, handler: BaseHTTPRequestHandler) -> None:
    # Quicker than the byte a second it stands for: what matters is that each read ends before its own timeout.
    while not wire.closing.wait(0.02):
        handler.wfile.write(b" ")
        handler.wfile.flush()


def faults(body: dict[str, Any]) -> dict[str, Act]:
    """The ways a supplier fails, by name, each in the wire format of `body`, a good response."""
    raw = json.dumps(body).encode()
    return {
        "429": answers(
            {"error": {"code": 429, "message": "slow down", "status": "RESOURCE_EXHAUSTED"}},
            status=429,
            headers={"Retry-After": "7"},
        ),
        "500": answers({"error": {"code": 500, "message": "internal", "status": "INTERNAL"}}, status=500),
        "timeout": hangs,
        "reset": resets,
        "drip": drips_body,
        "garbage": answers(b"\x00\xff<html>not json"),
        "truncated": answers(raw[: len(raw) // 2]),
        "nan": answers(raw.replace(b'"index": 0', b'"index": NaN')),
        "error body": answers({"error": {"code": 500, "message": "internal", "status": "INTERNAL"}}),
        "100 MB": floods,
    }


FAULTS = tuple(faults({}))
ENDLESS = frozenset({"timeout", "drip"})


def patience(fault: str) -> float:
    """Seconds to give a fault: a moment for those that only the deadline ends, enough on a busy machine for others."""
    return 0.25 if fault in ENDLESS else 5.0
