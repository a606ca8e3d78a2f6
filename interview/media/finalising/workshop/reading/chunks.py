"""A segment's chunk files, read as one seekable file without copying them together."""

from __future__ import annotations

import io
import os
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

from interview.media.finalising.order import Chunk


class ChunkFile(io.RawIOBase):
    """The chunks one after another; what is missing or cannot be read is zeros, so that every offset stays true.

    `on_read` is told the place of each read.
    """

    def __init__(self, chunks: tuple[Chunk, ...], on_read: Callable[[int], None] = lambda place: None) -> None:
        self._chunks, self._on_read = chunks, on_read
        self._ends = list(accumulate(chunk.size_bytes for chunk in chunks))
        self.size = self._ends[-1] if chunks else 0
        self._at = 0
        self._open: tuple[Path, int] | None = None

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def seekable(self) -> bool:
        """Tell that it can be sought in."""
        return True

    def tell(self) -> int:
        """Return the place of the next byte."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move to a place and return it."""
        origin = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        self._at = max(0, origin + offset)
        return self._at

    def read(self, size: int = -1) -> bytes:
        """Read at most `size` bytes, and no further than the end of the chunk that holds the first."""
        piece = self._piece(self._at, size)
        self._at += len(piece)
        self._on_read(self._at)
        return piece

    def read_at(self, offset: int, size: int) -> bytes:
        """Read `size` bytes at a place, across chunks, without moving; fewer only at the end."""
        pieces = []
        while size > 0 and (piece := self._piece(offset, size)):
            pieces.append(piece)
            offset, size = offset + len(piece), size - len(piece)
        return b"".join(pieces)

    def close(self) -> None:
        """Close the chunk that is open."""
        if self._open:
            os.close(self._open[1])
            self._open = None
        super().close()

    def _piece(self, offset: int, size: int) -> bytes:
        if offset >= self.size:
            return b""
        index = bisect_right(self._ends, offset)
        chunk = self._chunks[index]
        within = offset - (self._ends[index] - chunk.size_bytes)
        wanted = chunk.size_bytes - within if size < 0 else min(size, chunk.size_bytes - within)
        found = self._pread(chunk.path, wanted, within)
        return found if len(found) == wanted else found + bytes(wanted - len(found))

    def _pread(self, path: Path, size: int, offset: int) -> bytes:
        try:
            if self._open is None or self._open[0] != path:
                if self._open:
                    os.close(self._open[1])
                    self._open = None
                self._open = (path, os.open(path, os.O_RDONLY | os.O_CLOEXEC))
            return os.pread(self._open[1], size, offset)
        except OSError:
            return b""
