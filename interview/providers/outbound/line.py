"""The wire under an exchange: one deadline and one count of bytes for all of it.

HTTP libraries bound each read, so a server that sends one byte a second holds them for ever, and they read bodies of
any size. Here every socket operation gets what is left of one deadline, and the bytes are counted.
Imports the HTTP stack; whoever needs it imports this module when first asked.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore2

Resolver = Callable[[str, int], Sequence[str]]


class Line(httpcore2.NetworkBackend):
    """Connections of one exchange, with its deadline (of `time.monotonic`), its count of bytes and its addresses."""

    def __init__(self, *, deadline: float, most_bytes: int, addresses: Resolver) -> None:
        self._deadline = deadline
        self._bytes_left = most_bytes
        self._addresses = addresses

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
        for address in self._addresses(host, port):
            try:
                stream = httpcore2.SyncBackend().connect_tcp(
                    address, port, timeout=self.left(), local_address=local_address, socket_options=socket_options or ()
                )
            except httpcore2.ConnectError as cause:
                failure = cause
            else:
                return Stream(stream, self)
        raise failure


class Stream(httpcore2.NetworkStream):
    """A connection whose every operation ends with the line's deadline, whatever timeout it is given."""

    def __init__(self, inner: httpcore2.NetworkStream, line: Line) -> None:
        self._inner = inner
        self._line = line

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there, counted."""
        return self._line.received(self._inner.read(max_bytes, timeout=self._line.left()))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of it; the inner stream would start its timeout anew for each piece that the peer takes."""
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
        """Go on over TLS, under the same bounds."""
        return Stream(self._inner.start_tls(ssl_context, server_hostname, timeout=self._line.left()), self._line)

    def get_extra_info(self, info: str) -> Any:
        """What the connection knows of itself."""
        return self._inner.get_extra_info(info)

    def close(self) -> None:
        """Hang up."""
        self._inner.close()


def any_address(host: str, port: int) -> list[str]:
    """Every address of a host that an operator chose; raises `httpcore2.ConnectError` for none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as cause:
        raise httpcore2.ConnectError(f"the host cannot be resolved: {cause}") from cause
    return list(dict.fromkeys(str(address[0]) for *_, address in found))
