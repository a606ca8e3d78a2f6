"""What a client tells about the segment that it is going to send."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

TRACKS = ("camera", "screen", "audio")


@dataclass(frozen=True, slots=True)
class SegmentNews:
    """Where the bytes belong: a track, and the number of the recorder's run, None for the next one.

    `told` is the metadata as it was written, given back unchanged.
    """

    track_name: str = "camera"
    segment_number: int | None = None
    filetype: str | None = None
    filename: str | None = None
    started_at: datetime | None = None
    told: str = ""


@dataclass(frozen=True, slots=True)
class NewUpload:
    """An upload that a client asks for; `length_bytes` is None while it does not know the length yet."""

    length_bytes: int | None
    segment: SegmentNews
