"""Where a body's bytes come from: the connection itself under gunicorn, or whatever stream WSGI gives.

gunicorn's reader collects what was asked for and keeps it when the connection then fails, so that the bytes that
did arrive would be lost; it also copies each byte four times. A body of known length is therefore read from the
connection directly, and the reader's count kept true, so that the next request on the connection is found.
"""

from __future__ import annotations

import contextlib
import socket
from typing import Any, Protocol

READ_SECONDS = 10.0
_STEP = 64 * 1024


class Source(Protocol):
    """Where bytes come from; raises TimeoutError when none came for `READ_SECONDS`, OSError when broken."""

    def read_into(self, room: memoryview) -> int:
        """Fill a part of the room and tell how much; 0 at the end."""

    def stop(self) -> None:
        """Give up on the rest: nothing on this connection can be understood any more."""

    def release(self) -> None:
        """Leave the connection as it was found."""


class Stream:
    """A stream that WSGI gives; under gunicorn with the connection's timeout set."""

    def __init__(self, stream: Any, connection: socket.socket | None = None) -> None:
        self._stream = stream
        self._connection = connection
        self._rest = b""
        self._failure: OSError | None = None
        if connection is not None:
            connection.settimeout(READ_SECONDS)

    def read_into(self, room: memoryview) -> int:
        """Read once."""
        piece = self._rest or self._read(min(len(room), _STEP))
        count = min(len(piece), len(room))
        room[:count] = piece[:count]
        self._rest = piece[count:]
        return count

    def stop(self) -> None:
        """Give up on the rest."""
        if self._connection is not None:
            _stop(self._connection, self._stream)

    def release(self) -> None:
        """Wait without end again."""
        if self._connection is not None:
            _release(self._connection)

    def _read(self, size: int) -> bytes:
        if self._failure is not None:
            raise self._failure
        try:
            piece: bytes = self._stream.read(size)
        except Exception as cause:
            if self._connection is None:
                raise
            self._failure = cause if isinstance(cause, OSError) else ConnectionAbortedError("the body is not whole")
            piece = self._kept_by_reader()
            if not piece:
                raise self._failure from cause
        return piece

    def _kept_by_reader(self) -> bytes:
        """What gunicorn's reader of chunked bodies had collected when the connection failed."""
        kept = getattr(getattr(self._stream, "reader", None), "buf", None)
        if kept is None:
            return b""
        piece: bytes = kept.getvalue()
        kept.seek(0)
        kept.truncate()
        return piece


class Connection:
    """gunicorn's connection, for a body of known length; `reader` is its own reader of that body."""

    def __init__(self, connection: socket.socket, body: Any) -> None:
        self._connection = connection
        self._body = body
        self._reader = body.reader
        held: bytes = self._reader.unreader.take_buffered()
        self._held = memoryview(held)[: self._reader.length]
        self._reader.unreader.unread(held[self._reader.length :])
        connection.settimeout(READ_SECONDS)

    def read_into(self, room: memoryview) -> int:
        """Hand out what was read ahead, then receive."""
        if self._held:
            count = min(len(self._held), len(room))
            room[:count], self._held = self._held[:count], self._held[count:]
        else:
            count = self._connection.recv_into(room)
        self._reader.length -= count
        return count

    def stop(self) -> None:
        """Give up on the rest."""
        _stop(self._connection, self._body)

    def release(self) -> None:
        """Wait without end again, and give back what was not read."""
        if self._held:
            self._reader.unreader.unread(bytes(self._held))
            self._held = memoryview(b"")
        _release(self._connection)


def source_of(environ: dict[str, Any]) -> Source:
    """The best source that this request offers."""
    stream, connection = environ["wsgi.input"], environ.get("gunicorn.socket")
    if connection is None:
        return Stream(stream)
    reader = getattr(stream, "reader", None)
    has_known_length = hasattr(reader, "length") and hasattr(reader, "unreader")
    return Connection(connection, stream) if has_known_length else Stream(stream, connection)


def _stop(connection: socket.socket, body: Any) -> None:
    # Without this the server waits for the silent client once more, and that in the thread that accepts all others.
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RD)
    body.failed = True


def _release(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.settimeout(None)
