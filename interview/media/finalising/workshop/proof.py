"""The proof: a written file is opened again and must hold what was meant to be in it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av

from interview.media.finalising.workshop.reading.source import opened

# A last packet of unknown length, encoder delay and coarse clocks.
_TOLERANCE_SECONDS = 0.5
# A longer step between two pictures is a break or a still screen, and says nothing about their rate.
_PAUSE_SECONDS = 1


class ProofFailed(Exception):
    """The file that was written does not hold what was copied."""


@dataclass(frozen=True)
class Facts:
    """What the file turned out to hold."""

    duration_seconds: float
    video_codec: str | None
    audio_codec: str | None
    width: int | None
    height: int | None
    frame_rate: float | None


def prove(path: Path, muxer: str, *, counts: list[int], payloads: list[int], ends_at_seconds: float) -> Facts:
    """Read the whole file and return its facts; raises ProofFailed when packets, bytes or time are missing."""
    # An MP4's edit list hides packets of which nothing is to be heard; they were copied all the same.
    edits = {"advanced_editlist": "0"} if muxer == "mp4" else {}
    with opened(path, **edits) as container:
        found, sizes, rate = _tally(container)
    if found != counts:
        raise ProofFailed(f"packets copied {counts}, found {found}")
    if payloads and muxer in ("webm", "matroska") and sizes != payloads:
        raise ProofFailed(f"bytes copied {payloads}, found {sizes}")
    with opened(path) as container:
        duration = container.duration / av.time_base if container.duration else math.inf
        if not math.isfinite(duration) or abs(duration - ends_at_seconds) > _TOLERANCE_SECONDS:
            raise ProofFailed(f"{ends_at_seconds:.3f} s copied, the file says {duration:.3f} s")
        return _facts(container, duration, rate)


def _tally(container: Any) -> tuple[list[int], list[int], float | None]:
    """Count packets and bytes by stream, and the pictures a second while there are any."""
    counts, sizes = [0] * len(container.streams), [0] * len(container.streams)
    video = next(iter(container.streams.video), None)
    picture = video.index if video else -1
    longest = round(_PAUSE_SECONDS / video.time_base) if video else 0
    last, steps, span = 0, 0, 0
    for packet in container.demux():
        size = packet.size
        if size:
            index = packet.stream_index
            counts[index] += 1
            sizes[index] += size
            if index == picture:
                step = (packet.pts if packet.dts is None else packet.dts) - last
                if 0 < step < longest and counts[index] > 1:
                    steps, span = steps + 1, span + step
                last += step
    return counts, sizes, round(steps / float(span * video.time_base), 3) if video and span else None


def _facts(container: Any, duration: float, rate: float | None) -> Facts:
    video = next(iter(container.streams.video), None)
    audio = next(iter(container.streams.audio), None)
    return Facts(
        duration_seconds=duration,
        video_codec=video and video.codec_context.codec.canonical_name,
        audio_codec=audio and audio.codec_context.codec.canonical_name,
        width=video and video.width,
        height=video and video.height,
        frame_rate=rate,
    )
