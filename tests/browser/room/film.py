"""What is in a recorded file, told by PyAV."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import av


@dataclass(frozen=True)
class Film:
    """Duration and the largest step between two packets of each kind, in seconds, and how many pictures can be seen."""

    seconds: float
    video_gap: float
    audio_gap: float
    pictures: int


def watch(path: Path) -> Film:
    """Read a file from its first packet to its last, and decode every picture."""
    with av.open(str(path)) as container:
        if container.duration is None:
            raise ValueError("The file tells no duration.")
        seconds = container.duration / 1_000_000
        times: dict[str, list[float]] = {"video": [], "audio": []}
        pictures = 0
        for packet in container.demux():
            if packet.pts is None or packet.time_base is None:
                continue
            times[packet.stream.type].append(float(packet.pts * packet.time_base))
            if packet.stream.type == "video":
                pictures += len(packet.decode())
    return Film(seconds, _largest_step(times["video"]), _largest_step(times["audio"]), pictures)


def _largest_step(moments: list[float]) -> float:
    ordered = sorted(moments)
    return max((later - earlier for earlier, later in pairwise(ordered)), default=0.0)
