"""The verbs of finalising; each starts a confined child process and waits for its answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from interview.core.confinement.limits import Limits
from interview.media.finalising import errand
from interview.media.finalising.errors import FinalisingCrashed
from interview.media.finalising.finalised import Finalised, MediaFile
from interview.media.finalising.order import FinaliseOrder, Mp4Order, WaveformOrder

Progress = Callable[[float], None]
_MEBIBYTE = 1 << 20


def finalise(order: FinaliseOrder, *, timeout_seconds: float, on_progress: Progress | None = None) -> Finalised:
    """Write the order's segments as seekable files, proved by opening them again, and return what was found.

    Running it twice gives the same files; a run that died leaves nothing that the next does not clear away.
    `on_progress` is called with the share done, 0..1. Raises Unplayable when no segment holds a recording,
    FinalisingTimedOut, and FinalisingCrashed.
    """
    limits = Limits(file_bytes=2 * order.size_bytes + 64 * _MEBIBYTE)
    answer = errand.run(
        "finalise", order, Finalised, timeout_seconds=timeout_seconds, limits=limits, on_progress=on_progress
    )
    for file in answer.files:
        _check_place(file, order.folder)
    return answer


def to_mp4(order: Mp4Order, *, timeout_seconds: float, on_progress: Progress | None = None) -> MediaFile:
    """Write a finished file as MP4 with H.264 and AAC, copying each stream that already is, and return its facts.

    Raises Unplayable, FinalisingTimedOut, and FinalisingCrashed.
    """
    limits = Limits(
        memory_bytes=4 << 30, file_bytes=8 * order.source_path.stat().st_size + 256 * _MEBIBYTE, open_files=64
    )
    answer = errand.run(
        "to_mp4", order, MediaFile, timeout_seconds=timeout_seconds, limits=limits, on_progress=on_progress
    )
    _check_place(answer, order.folder)
    return answer


def waveform(source_path: Path, *, points: int = 800, timeout_seconds: float) -> tuple[float, ...]:
    """Return the loudest sample, 0..1, of each of `points` equal stretches of a finished file.

    It decodes the whole sound, so it is asked for apart from finalising. Raises Unplayable when there is no sound,
    FinalisingTimedOut, and FinalisingCrashed.
    """
    order = WaveformOrder(source_path, points)
    return errand.run("waveform", order, tuple[float, ...], timeout_seconds=timeout_seconds, limits=Limits())


def _check_place(file: MediaFile, folder: Path) -> None:
    # The child read hostile bytes, so its word on where it wrote is checked before anybody serves that path.
    for path in (file.path, file.thumbnail_path):
        if path is not None and (path.parent != folder or not path.is_file()):
            raise FinalisingCrashed("crashed", f"the child names a file that is not in {folder}")
