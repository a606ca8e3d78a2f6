"""Time the finalising of a long recording against `cp` of the same bytes followed by a flush.

Run from the project's root: `python benchmarks/finalise.py [--minutes 60] [--folder DIR] [--rounds 3] [--warm]`.
One minute of moving 720p is encoded, repeated by stream copy with later times, and cut into slices as they are sent.
Unless `--warm` is given, what will be read is dropped from the page cache before every run.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import av

from interview.media.finalising import service as finalising
from interview.media.finalising.order import Chunk, FinaliseOrder, Segment
from tests.factories import media

_SLICE_SECONDS = 2
_PICTURE = media.Picture(1280, 720, 30, "vp9", bits_per_second=1_400_000, key_frame_seconds=2.0, noise=1)


def main() -> None:
    """Make the recording, alternate `cp` and finalising, and print seconds and their ratio."""
    asked = _arguments()
    with tempfile.TemporaryDirectory(dir=asked.folder) as place:
        folder = Path(place)
        raw = folder / "raw.webm"
        _repeat(media.record("webm", 60.0, picture=_PICTURE, sound=media.Sound()), asked.minutes, raw)
        segment = _sliced(raw, folder / "chunks", asked.minutes * 60 // _SLICE_SECONDS)
        size = raw.stat().st_size
        print(f"{asked.minutes} min, {size / 1e6:.0f} MB, {size * 8 / asked.minutes / 60e6:.2f} Mbit/s")
        rounds = [_round(raw, segment, folder, is_warm=asked.warm) for _ in range(asked.rounds)]
    ratio = statistics.median(ours for _, ours in rounds) / statistics.median(copying for copying, _ in rounds)
    print(f"ratio of the medians: {ratio:.2f} (aim: at most 3)")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--folder", type=Path, default=None)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--warm", action="store_true")
    return parser.parse_args()


def _repeat(minute: bytes, times: int, target: Path) -> None:
    """Write the minute many times over, each a little later than the one before ended."""
    source = target.with_suffix(".minute")
    source.write_bytes(minute)
    passed = target.with_suffix(".finished")
    with av.open(str(passed), "w", format="webm", options={"fflags": "bitexact"}, buffer_size=1 << 20) as written:
        streams: list[Any] = []
        for number in range(times):
            with av.open(str(source)) as read:
                kept: list[Any] = [*read.streams.video, *read.streams.audio]
                streams = streams or [written.add_stream_from_template(stream) for stream in kept]
                for packet in read.demux(*kept):
                    if packet.dts is not None and packet.pts is not None:
                        packet.dts, packet.pts = packet.dts + 60_120 * number, packet.pts + 60_120 * number
                        packet.stream = streams[packet.stream_index]
                        written.mux(packet)
    target.write_bytes(media.as_live(passed.read_bytes()))
    passed.unlink()


def _sliced(raw: Path, folder: Path, count: int) -> Segment:
    folder.mkdir()
    chunks = []
    for number, piece in enumerate(media.slices(raw.read_bytes(), count)):
        path = folder / f"{number:06}"
        path.write_bytes(piece)
        chunks.append(Chunk(path, len(piece), hashlib.sha256(piece).hexdigest()))
    return Segment(1, 0.0, tuple(chunks))


def _round(raw: Path, segment: Segment, folder: Path, *, is_warm: bool) -> tuple[float, float]:
    target = folder / "copy.webm"
    target.unlink(missing_ok=True)
    _prepare([raw], is_warm=is_warm)
    began = time.perf_counter()
    subprocess.run(["cp", raw, target], check=True)
    _flush(target)
    copying = time.perf_counter() - began
    target.unlink()

    shutil.rmtree(folder / "out", ignore_errors=True)
    (folder / "out").mkdir()
    _prepare([chunk.path for chunk in segment.chunks], is_warm=is_warm)
    began, spent = time.perf_counter(), _child_seconds()
    outcome = finalising.finalise(FinaliseOrder(folder / "out", "hour", "webm", (segment,)), timeout_seconds=600)
    ours = time.perf_counter() - began
    length = outcome.longest.duration_seconds
    work = f"{_child_seconds() - spent:.2f} s of processor"
    print(
        f"cp and flush {copying:.2f} s, finalise {ours:.2f} s ({ours / copying:.2f} x, {work}), {length:.0f} s of media"
    )
    return copying, ours


def _child_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _prepare(paths: list[Path], *, is_warm: bool) -> None:
    os.sync()
    for path in paths:
        file = os.open(path, os.O_RDONLY)
        if is_warm:
            os.posix_fadvise(file, 0, 0, os.POSIX_FADV_WILLNEED)
        else:
            os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(file)


def _flush(path: Path) -> None:
    file = os.open(path, os.O_RDONLY)
    os.fsync(file)
    os.close(file)


if __name__ == "__main__":
    main()
