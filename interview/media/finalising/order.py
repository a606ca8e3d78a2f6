"""What a caller asks for: which chunks, in which order, become which file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

Wanted = Literal["webm", "mp4", "mkv", "ogg", "m4a", "wav"]
CONTAINERS: tuple[str, ...] = get_args(Wanted)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,127}")


@dataclass(frozen=True)
class Chunk:
    """One immutable piece of a segment as it was acknowledged; `sha256` is lower-case hex.

    `spare_path` names a second copy, read when the first is missing or altered.
    Keep one of the first chunk: without the header in it nothing of a segment can be read.
    """

    path: Path
    size_bytes: int
    sha256: str | None = None
    spare_path: Path | None = None


@dataclass(frozen=True)
class Segment:
    """One run of the recorder: its chunks in order, and when it began, counted from the track's first segment."""

    number: int
    starts_at_seconds: float
    chunks: tuple[Chunk, ...]


@dataclass(frozen=True)
class FinaliseOrder:
    """One track to be finalised into `folder/name.<extension>`.

    `audio` and `video` say what the recording may contain; a stream that is not allowed is left out.
    Raises ValueError when the name is not one the server may have made or there is no segment.
    """

    folder: Path
    name: str
    container: Wanted
    segments: tuple[Segment, ...]
    audio: bool = True
    video: bool = True

    def __post_init__(self) -> None:
        _check_name(self.name)
        if self.container not in CONTAINERS:
            raise ValueError(f"unknown container {self.container!r}")
        if not self.segments:
            raise ValueError("an order needs at least one segment")

    @property
    def size_bytes(self) -> int:
        """Return the size of everything that was sent."""
        return sum(chunk.size_bytes for segment in self.segments for chunk in segment.chunks)


@dataclass(frozen=True)
class Mp4Order:
    """A finished file to be written again as `folder/name.mp4`, with H.264 and AAC."""

    source_path: Path
    folder: Path
    name: str

    def __post_init__(self) -> None:
        _check_name(self.name)


@dataclass(frozen=True)
class WaveformOrder:
    """A finished file whose loudness is wanted in so many points."""

    source_path: Path
    points: int = 800


def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise ValueError(f"not a server-made name: {name!r}")
