"""What a caller gets: the files that were written and a receipt for every segment."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Harm = Literal["missing", "altered", "unreadable"]


@dataclass(frozen=True)
class Gap:
    """A stretch of a file's time line that nothing was recorded for, or whose bytes were lost."""

    starts_at_seconds: float
    ends_at_seconds: float
    cause: Literal["lost_bytes", "between_segments"]
    lost_bytes: int = 0


@dataclass(frozen=True)
class Damage:
    """A chunk, counted from 0, that is not as it was acknowledged."""

    chunk: int
    cause: Harm


@dataclass(frozen=True)
class SegmentReceipt:
    """What became of a segment.

    `sha256` is of the raw bytes as they were sent, and None when damage keeps us from knowing it.
    `recovered_bytes` counts the bytes in whole packets and the structure around them; the rest was torn or lost.
    `starts_at_seconds` is the place in its file; `unplayable` is a reason code when nothing could be read.
    """

    number: int
    size_bytes: int
    chunk_count: int
    sha256: str | None
    recovered_bytes: int
    is_truncated: bool
    duration_seconds: float
    starts_at_seconds: float
    dropped_packets: int
    gaps: tuple[Gap, ...] = ()
    damage: tuple[Damage, ...] = ()
    unplayable: str | None = None


@dataclass(frozen=True)
class MediaFile:
    """A finished file, as it was found when it was opened again after writing.

    `container` is what was really written; `is_as_wanted` is False where the codecs did not fit the wanted one.
    `starts_at_seconds` counts from the track's first segment; `breaks` are the gaps between its segments.
    """

    path: Path
    size_bytes: int
    sha256: str
    duration_seconds: float
    container: str
    mime_type: str
    is_as_wanted: bool
    video_codec: str | None
    audio_codec: str | None
    width: int | None
    height: int | None
    frame_rate: float | None
    bits_per_second: int
    segment_numbers: tuple[int, ...] = ()
    starts_at_seconds: float = 0.0
    breaks: tuple[Gap, ...] = ()
    thumbnail_path: Path | None = None

    @property
    def has_video(self) -> bool:
        """Tell whether the file has a picture."""
        return self.video_codec is not None

    @property
    def has_audio(self) -> bool:
        """Tell whether the file has sound."""
        return self.audio_codec is not None


@dataclass(frozen=True)
class Finalised:
    """The outcome: usually one file, several where the codecs changed between segments; receipts in order."""

    files: tuple[MediaFile, ...]
    receipts: tuple[SegmentReceipt, ...]

    @property
    def longest(self) -> MediaFile:
        """Return the file to show when only one can be shown."""
        return max(self.files, key=lambda file: file.duration_seconds)

    @property
    def allows_raw_deletion(self) -> bool:
        """Tell whether the raw chunks hold nothing that the files lack and a repair could still win back."""
        return all(not receipt.damage and not receipt.gaps and not receipt.unplayable for receipt in self.receipts)
