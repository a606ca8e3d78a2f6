"""One segment opened for reading: its picture, its sound, its packets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any, NoReturn

import av

from interview.media.finalising.errors import Unplayable
from interview.media.finalising.workshop.reading.chunks import ChunkFile
from interview.media.finalising.workshop.reading.sniffing import SNIFFED_BYTES, Demuxer, sniff

VIDEO_CODECS = ("vp8", "vp9", "av1", "h264", "hevc")
AUDIO_CODECS = ("opus", "vorbis", "aac", "mp3", "flac", "pcm_s16le", "pcm_s24le", "pcm_f32le")
_DECODERS = ",".join((*VIDEO_CODECS, *AUDIO_CODECS, "libdav1d", "libopus", "mp3float"))
_SIZED_IN_BAND = ("vp8", "vp9", "av1")
_BUFFER_BYTES = 1 << 20
_MOST_ERRORS = 64


class Source:
    """An opened segment; `streams` holds the ones to keep, picture first. Raises Unplayable."""

    def __init__(self, file: ChunkFile, *, audio: bool, video: bool) -> None:
        self.file = file
        self.demuxer: Demuxer = sniff(file.read_at(0, SNIFFED_BYTES))
        self.container = _confined(file, self.demuxer)
        self.streams = _kept(self.container, audio=audio, video=video)
        if not self.streams:
            codecs = ", ".join(filter(None, map(codec_of, self.container.streams)))
            self.close()
            raise Unplayable("no_usable_streams", f"no stream that may be kept; found {codecs or 'none'}")
        self._rest = self._read()
        first = next(self._rest, None)
        if first is None or not first.size:
            self.close()
            raise Unplayable("no_packets", "a header, and nothing after it")
        self._first = first

    @property
    def signature(self) -> tuple[Any, ...]:
        """Return what must be equal for two segments to share a file."""
        return tuple(_signature(stream) for stream in self.streams)

    @property
    def codecs(self) -> tuple[str, ...]:
        """Return the names of the codecs, picture first."""
        return tuple(stream.codec_context.codec.canonical_name for stream in self.streams)

    @property
    def starts_at_seconds(self) -> float:
        """Return the time of the first packet on the segment's own clock."""
        return (self.container.start_time or 0) / av.time_base

    def packets(self) -> Iterator[av.Packet[Any]]:
        """Yield the kept streams' packets once, in file order, reading on past stretches that make no sense.

        The last of each stream is empty.
        """
        return chain([self._first], self._rest)

    def _read(self) -> Iterator[av.Packet[Any]]:
        for _ in range(_MOST_ERRORS):
            try:
                yield from self.container.demux(*self.streams)
                return
            except (av.FFmpegError, ValueError):
                continue

    @property
    def has_video(self) -> bool:
        """Tell whether a picture is kept."""
        return bool(self.streams[0].type == "video")

    def close(self) -> None:
        """Close the container and the chunk that is open."""
        self.container.close()
        self.file.close()


@contextmanager
def opened(path: Path, **options: str) -> Iterator[av.container.InputContainer]:
    """Open a file of ours as strictly as what was sent: the bytes in it are no less hostile. Raises Unplayable."""
    with path.open("rb", buffering=0) as file:
        demuxer = sniff(file.read(SNIFFED_BYTES))
        file.seek(0)
        with _confined(file, demuxer, **options) as container:
            yield container


def _confined(file: Any, demuxer: Demuxer, **options: str) -> av.container.InputContainer:
    # One demuxer, the known decoders and no way to another file.
    try:
        container: av.container.InputContainer = av.open(
            file,
            "r",
            format=demuxer,
            buffer_size=_BUFFER_BYTES,
            container_options={"protocol_whitelist": "pipe", "codec_whitelist": _DECODERS, **options},
            io_open=_refuse,
        )
        return container
    except (av.FFmpegError, ValueError) as error:
        raise Unplayable("header_missing", f"the {demuxer} header cannot be read: {error}") from error


def codec_of(stream: Any) -> str | None:
    """Return the name of a stream's codec, None when we have no decoder for it."""
    return stream.codec_context.codec.canonical_name if stream.codec_context else None


def _refuse(url: str, flags: int, options: dict[str, str]) -> NoReturn:
    raise PermissionError("a recording may not name another file")


def _kept(container: av.container.InputContainer, *, audio: bool, video: bool) -> tuple[Any, ...]:
    pictures = [one for one in container.streams.video if video and codec_of(one) in VIDEO_CODECS and one.width]
    sounds = [one for one in container.streams.audio if audio and codec_of(one) in AUDIO_CODECS and one.rate]
    return (*pictures[:1], *sounds[:1])


def _signature(stream: Any) -> tuple[Any, ...]:
    context, codec = stream.codec_context, codec_of(stream)
    if stream.type == "audio":
        return codec, context.rate, context.layout.name, context.extradata
    if codec in _SIZED_IN_BAND:
        return (codec,)
    return codec, context.width, context.height, context.extradata
