"""A folder with chunks on it, and orders for them; nothing here needs an app or a database."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import av

from interview.media.finalising import service as finalising
from interview.media.finalising.finalised import Finalised
from interview.media.finalising.order import Chunk, FinaliseOrder, Segment
from tests.factories import media

TIMEOUT_SECONDS = 30.0


class Desk:
    """Lays recordings out as acknowledged chunks and has them finalised into `folder`."""

    def __init__(self, place: Path) -> None:
        self.folder, self.raw = place / "finished", place / "raw"
        self.folder.mkdir()
        self.raw.mkdir()

    def segment(self, content: bytes, *, number: int = 1, at: float = 0.0, chunks: int = 5) -> Segment:
        """Write the content as so many chunks that respect no structure."""
        pieces = media.slices(content, chunks) if len(content) > chunks else [content]
        return Segment(number, at, tuple(self._chunk(number, index, piece) for index, piece in enumerate(pieces)))

    def finalise(self, *segments: Segment, container: str = "webm", **flags: bool) -> Finalised:
        """Finalise the segments under the name `take`."""
        return finalising.finalise(self.order(*segments, container=container, **flags), timeout_seconds=TIMEOUT_SECONDS)

    def order(self, *segments: Segment, container: str = "webm", **flags: bool) -> FinaliseOrder:
        """Return an order for the segments."""
        return FinaliseOrder(self.folder, "take", container, segments, **flags)  # type: ignore[arg-type]

    def _chunk(self, number: int, index: int, piece: bytes) -> Chunk:
        path = self.raw / f"{number}-{index}"
        path.write_bytes(piece)
        return Chunk(path, len(piece), hashlib.sha256(piece).hexdigest())


def times(path: Path, kind: str) -> list[float]:
    """Return the times, in seconds, of the packets of a finished file's picture or sound."""
    with av.open(str(path)) as container:
        stream: Any = next(stream for stream in container.streams if stream.type == kind)
        return [float(packet.pts * packet.time_base) for packet in container.demux(stream) if packet.size]


def frames(path: Path) -> int:
    """Decode a finished file's picture and return how many frames come out."""
    with av.open(str(path)) as container:
        return sum(1 for _ in container.decode(video=0))


def longest_silence(moments: Sequence[float]) -> float:
    """Return the longest stretch between neighbouring moments."""
    return max(later - earlier for earlier, later in pairwise(moments))
