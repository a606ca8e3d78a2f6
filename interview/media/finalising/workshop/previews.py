"""What a page shows before anybody presses play: a still picture and the outline of the sound."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from typing import Any

import av

from interview.media.finalising.errors import Unplayable
from interview.media.finalising.order import WaveformOrder
from interview.media.finalising.workshop.reading.source import opened

_WIDTH = 480
_AT_SHARE = 0.1
_SOUND_RATE = 16_000


def thumbnail(path: Path, target: Path, *, duration_seconds: float) -> Path | None:
    """Write the key frame nearest to a tenth of the way in as a JPEG; None when the file shows no picture."""
    # A torn picture must not cost the recording.
    with suppress(av.FFmpegError, MemoryError), opened(path) as container:
        if not container.streams.video:
            return None
        stream: Any = container.streams.video[0]
        stream.codec_context.skip_frame = "NONKEY"
        container.seek(int(duration_seconds * _AT_SHARE / stream.time_base), stream=stream)
        frame = next(container.decode(stream), None)
        if frame is None:
            return None
        target.write_bytes(_jpeg(frame))
        return target
    return None


def waveform(order: WaveformOrder) -> tuple[float, ...]:
    """Return the loudest sample, 0..1, of each equal stretch; raises Unplayable when there is no sound."""
    import numpy as np

    with opened(order.source_path) as container:
        if not container.streams.audio:
            raise Unplayable("no_usable_streams", "the file has no sound")
        loudness = _loudness(container)
    if not len(loudness):
        raise Unplayable("no_packets", "the file has no sound")
    edges = np.linspace(0, len(loudness), order.points + 1).astype(int)[:-1]
    peaks = np.maximum.reduceat(loudness, np.minimum(edges, len(loudness) - 1))
    return tuple(round(float(peak), 4) for peak in peaks)


def _loudness(container: Any) -> Any:
    """Return the loudest sample of every 10 ms on the file's clock, silence where nothing was recorded."""
    import numpy as np

    step = _SOUND_RATE // 100
    resampler = av.AudioResampler(format="flt", layout="mono", rate=_SOUND_RATE)
    loudness = np.zeros(int((container.duration or 0) / av.time_base * 100) + 100, np.float32)
    for frame in container.decode(container.streams.audio[0]):
        at = round(float(frame.time or 0) * 100)
        for piece in resampler.resample(frame):
            samples = np.abs(piece.to_ndarray()[0])
            peaks = np.maximum.reduceat(samples, np.arange(0, len(samples), step))
            stretch = loudness[max(at, 0) : max(at, 0) + len(peaks)]
            np.maximum(stretch, peaks[: len(stretch)], out=stretch)
            at += len(peaks)
    return np.minimum(loudness[: max(len(loudness) - 100, 1)], 1.0)


def _jpeg(frame: av.VideoFrame) -> bytes:
    width = min(_WIDTH, frame.width) & ~1
    height = max(2, round(frame.height * width / frame.width) & ~1)
    small = frame.reformat(width=width, height=height, format="yuvj420p")
    small.pts, small.time_base = 0, Fraction(1, 25)
    encoder: Any = av.CodecContext.create("mjpeg", "w")
    encoder.width, encoder.height, encoder.pix_fmt = width, height, "yuvj420p"
    encoder.time_base = Fraction(1, 25)
    encoder.options = {"qmin": "3", "qmax": "5"}
    return b"".join(bytes(packet) for packet in [*encoder.encode(small), *encoder.encode(None)])
