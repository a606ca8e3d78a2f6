"""A finished file written again as MP4 with H.264 and AAC, for those whose player knows nothing newer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import av.filter

from interview.media.finalising.errors import Unplayable
from interview.media.finalising.finalised import MediaFile
from interview.media.finalising.order import Mp4Order
from interview.media.finalising.workshop import containers, landing, proof
from interview.media.finalising.workshop.reading.fingerprint import sha256_of
from interview.media.finalising.workshop.reading.source import AUDIO_CODECS, VIDEO_CODECS, codec_of, opened

_SOUND_RATE = 48_000
_TICK = Fraction(1, 1000)
_X264 = {"preset": "veryfast", "crf": "23"}


def to_mp4(order: Mp4Order, *, on_progress: Callable[[float], None]) -> MediaFile:
    """Write, prove and publish the MP4 and return its facts; raises Unplayable when there is nothing to convert."""
    container = containers.get("mp4")
    with landing.bench(order.folder, order.name) as bench:
        path = bench / "1.mp4"
        with landing.flushing(path):
            ends_at, counts = _convert(order.source_path, path, on_progress)
        with ThreadPoolExecutor(1) as hashing:
            digest = hashing.submit(sha256_of, path)
            facts = proof.prove(path, "mp4", counts=counts, payloads=[], ends_at_seconds=ends_at)
        size, target = path.stat().st_size, order.folder / f"{order.name}.mp4"
        landing.publish([(path, target)])
    return MediaFile(
        path=target,
        size_bytes=size,
        sha256=digest.result(),
        container=container.name,
        mime_type=container.mime_type(has_video=facts.video_codec is not None),
        is_as_wanted=True,
        bits_per_second=round(size * 8 / facts.duration_seconds),
        **vars(facts),
    )


def _convert(source: Path, target: Path, on_progress: Callable[[float], None]) -> tuple[float, list[int]]:
    options = {"movflags": "+faststart", "fflags": "bitexact"}
    with opened(source) as read, av.open(str(target), "w", format="mp4", options=options) as written:
        lanes = _lanes(read, written)
        duration = (read.duration or av.time_base) / av.time_base
        for packet in read.demux(*(lane.source for lane in lanes.values())):
            # The empty packets at the end carry their stream, but not its number.
            lane = lanes[packet.stream.index]
            for made in lane.pass_on(packet):
                lane.count += 1
                lane.end = max(lane.end, float((made.pts + made.duration) * made.time_base))
                written.mux_one(made)
            if packet.pts is not None:
                on_progress(float(packet.pts * packet.time_base) / duration)
        return max(lane.end for lane in lanes.values()), [lane.count for lane in lanes.values()]


class _Copy:
    """Passes a stream's packets on as they are."""

    def __init__(self, source: Any, written: Any) -> None:
        self.source, self.stream = source, written.add_stream_from_template(source)
        self.count, self.end = 0, 0.0

    def pass_on(self, packet: av.Packet[Any]) -> Iterator[av.Packet[Any]]:
        """Yield the packet; the empty one at the end is left out."""
        if packet.size:
            packet.stream = self.stream
            yield packet


class _Transcoding:
    """Decodes a stream's packets, has the frames shaped, and encodes them."""

    def __init__(self, source: Any, stream: Any, shape: Any) -> None:
        self.source, self.stream, self._shape = source, stream, shape
        self.count, self.end = 0, 0.0
        source.thread_type = "AUTO"

    def pass_on(self, packet: av.Packet[Any]) -> Iterator[av.Packet[Any]]:
        """Yield what the packet became; the empty one at the end draws out the rest."""
        try:
            frames = packet.decode()
        except av.FFmpegError:
            # A torn frame costs itself, not the conversion.
            frames = []
        for frame in frames:
            for shaped in self._shape(frame):
                yield from self.stream.encode(shaped)
        if not packet.size:
            for shaped in self._shape(None):
                yield from self.stream.encode(shaped)
            yield from self.stream.encode(None)


def _lanes(read: Any, written: Any) -> dict[int, Any]:
    pictures = [stream for stream in read.streams.video if codec_of(stream) in VIDEO_CODECS]
    sounds = [stream for stream in read.streams.audio if codec_of(stream) in AUDIO_CODECS]
    kept = [*pictures[:1], *sounds[:1]]
    if not kept:
        raise Unplayable("no_usable_streams", "nothing to convert")
    return {stream.index: _lane(stream, written) for stream in kept}


def _lane(stream: Any, written: Any) -> Any:
    if codec_of(stream) in ("h264", "aac"):
        return _Copy(stream, written)
    return _Transcoding(stream, *(_picture if stream.type == "video" else _sound)(stream, written))


def _picture(source: Any, written: Any) -> tuple[Any, Any]:
    # H.264 in 4:2:0 has no odd sizes, and times stay on a clock of milliseconds: recordings have no fixed rate.
    stream = written.add_stream("libx264", rate=30, options=dict(_X264))
    stream.width, stream.height, stream.pix_fmt = source.width & ~1, source.height & ~1, "yuv420p"
    stream.codec_context.time_base = _TICK
    return stream, _PictureShape(stream.width, stream.height)


def _sound(source: Any, written: Any) -> tuple[Any, Any]:
    stream = written.add_stream("aac", rate=_SOUND_RATE)
    stream.layout = "mono" if source.layout.nb_channels == 1 else "stereo"
    stream.bit_rate = 96_000
    return stream, _SoundShape(source, stream.layout.name)


class _PictureShape:
    """Fits every frame into one size, with bars where the camera was turned, and keeps its time advancing."""

    def __init__(self, width: int, height: int) -> None:
        self._width, self._height, self._last = width, height, -1
        self._graphs: dict[tuple[int, int, str], Any] = {}

    def __call__(self, frame: Any) -> Iterator[Any]:
        """Yield the frame in its new shape, unless its time was already taken."""
        if frame is None or frame.pts is None:
            return
        pts = round(frame.pts * frame.time_base / _TICK)
        if pts <= self._last:
            return
        self._last = pts
        fitted = self._fitted(frame)
        fitted.pts, fitted.time_base = pts, _TICK
        # The source's choice of key frames is not the new stream's.
        fitted.pict_type = 0
        yield fitted

    def _fitted(self, frame: Any) -> Any:
        if (frame.width, frame.height, frame.format.name) == (self._width, self._height, "yuv420p"):
            return frame
        shape = (frame.width, frame.height, frame.format.name)
        if shape not in self._graphs:
            self._graphs[shape] = self._graph(*shape)
        graph = self._graphs[shape]
        graph.push(frame)
        return graph.pull()

    def _graph(self, width: int, height: int, pixels: str) -> Any:
        size = f"{self._width}:{self._height}"
        graph = av.filter.Graph()
        graph.link_nodes(
            graph.add_buffer(width=width, height=height, format=av.VideoFormat(pixels), time_base=_TICK),
            graph.add("scale", f"{size}:force_original_aspect_ratio=decrease"),
            graph.add("pad", f"{size}:(ow-iw)/2:(oh-ih)/2"),
            graph.add("format", "yuv420p"),
            graph.add("buffersink"),
        ).configure()
        return graph


class _SoundShape:
    """Resamples, and fills the gaps between segments with silence, so that sound and picture stay together."""

    def __init__(self, source: Any, layout: str) -> None:
        self._source, self._layout = source, layout
        self._graph: Any = None

    def __call__(self, frame: Any) -> Iterator[Any]:
        """Yield the sound that is ready; None draws out the rest."""
        if self._graph is None:
            if frame is None:
                return
            self._graph = self._built(frame)
        self._graph.push(frame)
        while True:
            try:
                yield self._graph.pull()
            except (av.BlockingIOError, av.EOFError):
                return

    def _built(self, frame: Any) -> Any:
        graph = av.filter.Graph()
        graph.link_nodes(
            graph.add_abuffer(
                sample_rate=frame.sample_rate,
                format=frame.format.name,
                layout=frame.layout.name,
                time_base=frame.time_base,
            ),
            graph.add("aresample", f"{_SOUND_RATE}:async=1:first_pts=0"),
            graph.add("aformat", f"sample_fmts=fltp:channel_layouts={self._layout}"),
            graph.add("abuffersink"),
        ).configure()
        return graph
