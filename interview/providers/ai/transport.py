"""The wire under both suppliers' libraries: one exchange, bounded in time and in bytes.

The libraries bound each read, so a server that sends one byte a second holds them for ever, and they read
bodies of any size. Here every socket operation gets what is left of one deadline, and the bytes are counted.
Imports the HTTP stack; adapters import this module when they are first asked.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore2
import httpx2

MOST_BYTES = 1024 * 1024
_DEFAULT_SECONDS = 60.0


def client(*, most_bytes: int = MOST_BYTES, tls: ssl.SSLContext | None = None) -> httpx2.Client:
    """A client for the suppliers' libraries.

    It follows no redirect, since that would carry the key and the candidate's words to another host,
    and it reads no `.netrc`, whose password would replace the key.
    """
    return httpx2.Client(
        transport=BoundedTransport(most_bytes=most_bytes, tls=tls), follow_redirects=False, trust_env=False
    )


class BoundedTransport(httpx2.BaseTransport):
    """Carries one request on a connection of its own; the request's read timeout bounds the whole exchange."""

    def __init__(self, *, most_bytes: int = MOST_BYTES, tls: ssl.SSLContext | None = None) -> None:
        self._most_bytes = most_bytes
        self._tls = tls or httpx2.create_ssl_context()

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Exchange the request for a response whose body is read; raises `httpx2.TransportError`s."""
        seconds = request.extensions.get("timeout", {}).get("read") or _DEFAULT_SECONDS
        line = _Line(deadline=time.monotonic() + seconds, most_bytes=self._most_bytes)
        try:
            status, headers, body = self._exchange(request, line)
        except httpcore2.TimeoutException as cause:
            raise httpx2.ReadTimeout(f"no whole response in {seconds:.1f} s", request=request) from cause
        except (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.UnsupportedProtocol) as cause:
            raise httpx2.ReadError(str(cause) or type(cause).__name__, request=request) from cause
        response = httpx2.Headers(headers)
        if response.get("content-encoding", "identity").lower() != "identity":
            # We asked for none; unpacking would let a small body grow past the cap.
            raise httpx2.ReadError("the response is compressed", request=request)
        return httpx2.Response(status, headers=response, content=body)

    def _exchange(self, request: httpx2.Request, line: _Line) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
        request.headers["Accept-Encoding"] = "identity"
        url = request.url
        outgoing = httpcore2.Request(
            method=request.method,
            url=httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.read(),
        )
        with httpcore2.ConnectionPool(ssl_context=self._tls, network_backend=line) as pool:
            response = pool.handle_request(outgoing)
            return response.status, response.headers, response.read()


class _Line(httpcore2.NetworkBackend):
    """Connections of one exchange, with its deadline and its count of bytes."""

    def __init__(self, *, deadline: float, most_bytes: int) -> None:
        self._deadline = deadline
        self._bytes_left = most_bytes

    def left(self) -> float:
        """Seconds left; raises `httpcore2.ReadTimeout` when there are none."""
        seconds = self._deadline - time.monotonic()
        if seconds <= 0:
            raise httpcore2.ReadTimeout("the deadline has passed")
        return seconds

    def received(self, chunk: bytes) -> bytes:
        """Count what came in; raises `httpcore2.ReadError` past the cap."""
        self._bytes_left -= len(chunk)
        if self._bytes_left < 0:
            raise httpcore2.ReadError("the response is too large")
        return chunk

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Try the host's addresses in turn; each would otherwise get the whole timeout anew."""
        failure: Exception = httpcore2.ConnectError("the host has no address")
        for address in _addresses(host, port):
            try:
                stream = httpcore2.SyncBackend().connect_tcp(
                    address, port, timeout=self.left(), local_address=local_address, socket_options=socket_options or ()
                )
            except httpcore2.ConnectError as cause:
                failure = cause
            else:
                return _Stream(stream, self)
        raise failure


class _Stream(httpcore2.NetworkStream):
    """A connection whose every operation ends with the line's deadline, whatever timeout it is given."""

    def __init__(self, inner: httpcore2.NetworkStream, line: _Line) -> None:
        self._inner = inner
        self._line = line

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._line.received(self._inner.read(max_bytes, timeout=self._line.left()))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        # The inner stream's write starts its timeout anew for each piece that the peer deigns to take.
        sock: socket.socket = self._inner.get_extra_info("socket")
        rest = memoryview(buffer)
        try:
            while rest:
                sock.settimeout(self._line.left())
                rest = rest[sock.send(rest) :]
        except TimeoutError as cause:
            raise httpcore2.WriteTimeout("the server does not read") from cause
        except OSError as cause:
            raise httpcore2.WriteError(str(cause)) from cause

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, timeout=self._line.left()), self._line)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)

    def close(self) -> None:
        self._inner.close()


def _addresses(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as cause:
        raise httpcore2.ConnectError(f"the host cannot be resolved: {cause}") from cause
    return list(dict.fromkeys(str(address[0]) for *_, address in found))
