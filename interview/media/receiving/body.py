"""The body of one request as it arrives: counted, never held as a whole, never waited for without end.

A server hands on a body that broke off as if it were whole, so what arrived is compared with what was declared.
"""

from __future__ import annotations

import time

from flask.wrappers import Request

from interview.media.errors import BodyBrokenOff, BodyStalled
from interview.media.receiving import sources
from interview.media.receiving.sources import Source, source_of

SLOWEST_BYTES = 1024
DRAIN_BYTES = 8 * 1024**2
DRAIN_SECONDS = 2.0
_KNOWN = "interview.media.body"


class Body:
    """A body with its declared length, None where it is sent in chunks of its own."""

    def __init__(self, source: Source, *, length: int | None) -> None:
        self._source = source
        self.length = length
        self.received_bytes = 0
        self._is_over = length == 0
        self._window_began, self._window_bytes = time.monotonic(), 0

    def read_into(self, room: memoryview) -> int:
        """Fill a part of the room; 0 once the body is whole. Raises `BodyBrokenOff` or `BodyStalled`."""
        if self._is_over:
            return 0
        self._check_pace()
        if self.length is not None:
            room = room[: self.length - self.received_bytes]
        count = self._read(room)
        self.received_bytes += count
        self._window_bytes += count
        if self.length is not None and self.received_bytes >= self.length:
            self._is_over = True
        elif count == 0:
            self._end()
        return count

    def drain(self) -> None:
        """Read away a refused body, as far as it is small and quick, so that the client gets to see the answer."""
        room, deadline = memoryview(bytearray(65536)), time.monotonic() + DRAIN_SECONDS
        drained = 0
        try:
            while drained < DRAIN_BYTES and time.monotonic() < deadline and (count := self.read_into(room)):
                drained += count
        except (BodyBrokenOff, BodyStalled):
            return

    def release(self) -> None:
        """Leave the connection as it was found."""
        self._source.release()

    def _read(self, room: memoryview) -> int:
        try:
            return self._source.read_into(room)
        except TimeoutError as cause:
            raise self._stalled() from cause
        except OSError as cause:
            self._is_over = True
            raise BodyBrokenOff(self._words("broke off")) from cause

    def _end(self) -> None:
        self._is_over = True
        if self.length is not None:
            self._source.stop()
            raise BodyBrokenOff(self._words("broke off"))

    def _check_pace(self) -> None:
        now = time.monotonic()
        if now - self._window_began < sources.READ_SECONDS:
            return
        if self._window_bytes < SLOWEST_BYTES:
            raise self._stalled()
        self._window_began, self._window_bytes = now, 0

    def _stalled(self) -> BodyStalled:
        self._is_over = True
        self._source.stop()
        return BodyStalled(self._words("stalled"))

    def _words(self, fate: str) -> str:
        whole = "" if self.length is None else f" of {self.length}"
        return f"The body {fate} after {self.received_bytes}{whole} bytes. Ask for the offset and go on from there."


def body_of(request: Request) -> Body:
    """The body of a request, the same one however often it is asked for."""
    known: Body | None = request.environ.get(_KNOWN)
    if known is None:
        known = request.environ[_KNOWN] = Body(source_of(request.environ), length=_declared(request))
    return known


def _declared(request: Request) -> int | None:
    if request.environ.get("HTTP_TRANSFER_ENCODING", "").lower() == "chunked":
        return None
    return request.content_length or 0
