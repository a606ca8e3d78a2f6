"""Real recordings made in memory with PyAV: what a browser's MediaRecorder sends, and what an attacker would.

Every maker is deterministic and remembered for the life of the process, so asking twice costs nothing.
No maker needs an ffmpeg binary.
"""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import av
    import numpy as np

SOUND_RATE = 48_000
_MILLISECOND = Fraction(1, 1000)
_ENCODERS = {
    "vp8": ("libvpx", {"deadline": "realtime", "cpu-used": "12", "lag-in-frames": "0"}),
    "vp9": ("libvpx-vp9", {"deadline": "realtime", "cpu-used": "8", "lag-in-frames": "0"}),
    "h264": ("libx264", {"preset": "ultrafast", "tune": "zerolatency"}),
    "h264_b_frames": ("libx264", {"preset": "veryfast", "bf": "2"}),
}


@dataclass(frozen=True)
class Picture:
    """What the moving picture looks like: pixels, frames per second, codec and bits per second."""

    width: int = 320
    height: int = 180
    fps: int = 20
    codec: str = "vp8"
    bits_per_second: int = 300_000
    key_frame_seconds: float = 1.0
    noise: int = 0


@dataclass(frozen=True)
class Sound:
    """What the sound is like: a codec and a tone of the given loudness, 0..1."""

    codec: str = "libopus"
    loudness: float = 0.3
    hertz: float = 440.0


def webm(
    seconds: float = 3.0,
    *,
    width: int = 320,
    height: int = 180,
    fps: int = 20,
    audio: bool = True,
    video: bool = True,
    live: bool = True,
    codec: str = "vp8",
) -> bytes:
    """Make a WebM recording; `live` makes it as MediaRecorder does: no duration, no index, clusters of unknown size."""
    picture = Picture(width, height, fps, codec) if video else None
    made = record("webm", seconds, picture=picture, sound=Sound() if audio else None)
    return as_live(made) if live else made


def matroska_h264(seconds: float = 3.0, *, fps: int = 20, live: bool = True, b_frames: bool = False) -> bytes:
    """Make what Chromium sends for `video/x-matroska;codecs=avc1,opus`."""
    codec = "h264_b_frames" if b_frames else "h264"
    made = record("matroska", seconds, picture=Picture(fps=fps, codec=codec), sound=Sound())
    return as_live(made) if live else made


def mp4(seconds: float = 3.0, *, fps: int = 20, fragmented: bool = True, audio_codec: str = "aac") -> bytes:
    """Make an H.264 MP4, fragmented at key frames as MediaRecorder sends it, or with its index at the end."""
    flags = "frag_keyframe+empty_moov+default_base_moof" if fragmented else ""
    return record("mp4", seconds, picture=Picture(fps=fps, codec="h264"), sound=Sound(audio_codec), movflags=flags)


def m4a(seconds: float = 3.0) -> bytes:
    """Make an AAC recording without a picture, in MP4."""
    return record("mp4", seconds, sound=Sound("aac"))


def ogg_audio(seconds: float = 3.0, *, loudness: float = 0.3) -> bytes:
    """Make an Opus recording in Ogg, as Firefox sends for sound alone."""
    return record("ogg", seconds, sound=Sound(loudness=loudness))


def wav(seconds: float = 3.0, *, loudness: float = 0.3) -> bytes:
    """Make an uncompressed 16-bit recording."""
    return record("wav", seconds, sound=Sound("pcm_s16le", loudness))


@cache
def record(
    container: str,
    seconds: float,
    *,
    picture: Picture | None = None,
    sound: Sound | None = None,
    movflags: str = "",
) -> bytes:
    """Encode a moving picture and a tone into the named container and return its bytes."""
    import av

    options = {"fflags": "bitexact"} | ({"movflags": movflags} if movflags else {})
    file = io.BytesIO()
    with av.open(file, "w", format=container, options=options) as written:
        tracks = []
        if picture:
            tracks.append(_Track(_video_stream(written, picture), _frames(picture, seconds)))
        if sound:
            tracks.append(_Track(_audio_stream(written, sound), _tones(sound, seconds)))
        _interleave(written, tracks)
    return file.getvalue()


class _Track:
    def __init__(self, stream: Any, frames: Iterator[Any]) -> None:
        self.stream, self.frames, self.at = stream, frames, Fraction(0)


def _interleave(written: av.container.OutputContainer, tracks: list[_Track]) -> None:
    open_tracks = list(tracks)
    while open_tracks:
        track = min(open_tracks, key=lambda each: each.at)
        frame = next(track.frames, None)
        written.mux(track.stream.encode(frame))
        if frame is None:
            open_tracks.remove(track)
        else:
            track.at = frame.pts * frame.time_base


def _video_stream(written: av.container.OutputContainer, picture: Picture) -> Any:
    encoder, options = _ENCODERS[picture.codec]
    stream: Any = written.add_stream(encoder, rate=picture.fps, options=dict(options))
    stream.width, stream.height, stream.pix_fmt = picture.width, picture.height, "yuv420p"
    stream.bit_rate = picture.bits_per_second
    stream.codec_context.gop_size = round(picture.fps * picture.key_frame_seconds)
    stream.codec_context.time_base = _MILLISECOND
    stream.codec_context.thread_count = 1
    return stream


def _audio_stream(written: av.container.OutputContainer, sound: Sound) -> Any:
    # Chromium's recorder packs 60 ms into each Opus packet.
    options = {"frame_duration": "60"} if sound.codec == "libopus" else {}
    stream: Any = written.add_stream(sound.codec, rate=SOUND_RATE, options=options)
    stream.layout = "mono"
    return stream


def _frames(picture: Picture, seconds: float) -> Iterator[av.VideoFrame]:
    import av
    import numpy as np

    # Arrays of 4:2:0 have even sides; an odd picture is scaled from the next even one.
    wide, high = picture.width + picture.width % 2, picture.height + picture.height % 2
    dice = np.random.default_rng(7)
    scene = _scene(wide, high)
    grain = [dice.integers(-picture.noise, picture.noise + 1, (high, wide), dtype=np.int16) for _ in range(4)]
    colour = np.full((high // 2, wide), 128, np.uint8)
    for number in range(round(seconds * picture.fps)):
        x, y = number * 3 % wide, number * 2 % high
        view = scene[y : y + high, x : x + wide]
        if picture.noise:
            view = np.clip(view.astype(np.int16) + grain[number % 4], 0, 255).astype(np.uint8)
        frame = av.VideoFrame.from_ndarray(np.vstack([view, colour]), format="yuv420p")
        frame = frame.reformat(width=picture.width, height=picture.height)
        frame.pts, frame.time_base = number * 1000 // picture.fps, _MILLISECOND
        yield frame


def _scene(wide: int, high: int) -> np.ndarray:
    import numpy as np

    blocks = np.random.default_rng(3).integers(0, 255, (high // 8 + 2, wide // 8 + 2), dtype=np.uint8)
    return np.ascontiguousarray(np.tile(blocks.repeat(16, 0).repeat(16, 1), (2, 2))[: 2 * high, : 2 * wide])


def _tones(sound: Sound, seconds: float) -> Iterator[av.AudioFrame]:
    import av
    import numpy as np

    count = 2880 if sound.codec == "libopus" else 1024
    for start in range(0, round(seconds * SOUND_RATE), count):
        stop = min(start + count, round(seconds * SOUND_RATE))
        wave = np.sin(2 * np.pi * sound.hertz * np.arange(start, stop) / SOUND_RATE)
        frame = av.AudioFrame.from_ndarray((wave * sound.loudness * 32767).astype(np.int16)[None], "s16", "mono")
        frame.sample_rate, frame.pts, frame.time_base = SOUND_RATE, start, Fraction(1, SOUND_RATE)
        yield frame


# A recorder that streams cannot go back to fill in sizes, so it writes "unknown" for the segment and each cluster
# and has neither a seek head nor an index (https://www.rfc-editor.org/rfc/rfc9559, section 5).
_SEGMENT, _CLUSTER, _INFO = 0x18538067, 0x1F43B675, 0x1549A966
_LEFT_OUT = {0x114D9B74, 0x1C53BB6B, 0x1254C367, 0xEC}  # SeekHead, Cues, Tags, Void
_DURATION = 0x4489
_UNKNOWN_SIZE = b"\x01\xff\xff\xff\xff\xff\xff\xff"


@cache
def as_live(matroska: bytes) -> bytes:
    """Rewrite a finished WebM or Matroska file as a live recorder would have sent it."""
    parts: list[bytes] = []
    for name, start, body, end in _elements(matroska, 0, len(matroska)):
        if name != _SEGMENT:
            parts.append(matroska[start:end])
            continue
        parts += [_name(_SEGMENT), _UNKNOWN_SIZE]
        for child, child_start, child_body, child_end in _elements(matroska, body, end):
            if child == _CLUSTER:
                parts += [_name(_CLUSTER), _UNKNOWN_SIZE, matroska[child_body:child_end]]
            elif child == _INFO:
                parts.append(_without_duration(matroska, child_body, child_end))
            elif child not in _LEFT_OUT:
                parts.append(matroska[child_start:child_end])
    return b"".join(parts)


def _without_duration(matroska: bytes, body: int, end: int) -> bytes:
    kept = b"".join(matroska[a:c] for name, a, _, c in _elements(matroska, body, end) if name != _DURATION)
    return _name(_INFO) + (0x01 << 56 | len(kept)).to_bytes(8) + kept


def _elements(content: bytes, at: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    while at < end:
        name_length = 9 - content[at].bit_length()
        name = int.from_bytes(content[at : at + name_length])
        size_at = at + name_length
        size_length = 9 - content[size_at].bit_length()
        size = int.from_bytes(content[size_at : size_at + size_length]) & ((1 << 7 * size_length) - 1)
        body = size_at + size_length
        yield name, at, body, body + size
        at = body + size


def _name(element: int) -> bytes:
    return element.to_bytes((element.bit_length() + 7) // 8)


def slices(content: bytes, count: int, *, seed: int = 0) -> list[bytes]:
    """Cut into `count` slices that respect no structure, as MediaRecorder does; joined they are the content."""
    cuts = sorted(random.Random(seed).sample(range(1, len(content)), count - 1))
    return [content[start:stop] for start, stop in zip([0, *cuts], [*cuts, len(content)], strict=True)]


def truncated(content: bytes, kept: int | float) -> bytes:
    """Keep the first `kept` bytes, or that share when it is a fraction."""
    return content[: kept if isinstance(kept, int) else int(len(content) * kept)]


def holed(content: bytes, start: int, length: int) -> bytes:
    """Overwrite `length` bytes from `start` with zeros, as a damaged disk does."""
    return content[:start] + bytes(length) + content[start + length :]


def garbage(size: int = 20_000, *, seed: int = 0) -> bytes:
    """Make random bytes that are no media."""
    return random.Random(seed).randbytes(size)


def png() -> bytes:
    """Make a picture, which is no recording."""
    import av

    encoder: Any = av.CodecContext.create("png", "w")
    encoder.width, encoder.height, encoder.pix_fmt = 64, 64, "rgb24"
    encoder.time_base = _MILLISECOND
    frame = av.VideoFrame(64, 64, "rgb24")
    return b"".join(bytes(packet) for packet in [*encoder.encode(frame), *encoder.encode(None)])


def m3u8(target: str = "file:///etc/passwd") -> bytes:
    """Make a playlist that would have a careless demuxer read another file."""
    return f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1.0,\n{target}\n#EXT-X-ENDLIST\n".encode()


def concat_script(target: str = "/etc/passwd") -> bytes:
    """Make a script of the concat demuxer, which names other files."""
    return f"ffconcat version 1.0\nfile '{target}'\n".encode()


def polyglot() -> bytes:
    """Make a recording that is also a web page: markup hidden in a Void element before the first cluster."""
    content = webm(2.0)
    markup = b"<html><script>alert(document.domain)</script></html>"
    cluster = content.index(_name(_CLUSTER))
    return content[:cluster] + b"\xec" + bytes([0x80 | len(markup)]) + markup + content[cluster:]


def not_media() -> dict[str, bytes]:
    """Make the corpus of uploads that must be refused, by what each is."""
    return {
        "nothing": b"",
        "garbage": garbage(),
        "image": png(),
        "playlist": m3u8(),
        "concat_script": concat_script(),
        "web_page": b"<!doctype html><title>no recording</title>",
        "archive": b"PK\x03\x04" + garbage(2_000),
        "magic_then_garbage": b"\x1a\x45\xdf\xa3" + garbage(),
        "ftyp_then_garbage": b"\x00\x00\x00\x18ftypisom" + garbage(),
        "half_a_header": webm(2.0)[:120],
        "header_alone": webm(2.0)[: webm(2.0).index(_name(_CLUSTER))],
        "headless": webm(2.0)[webm(2.0).index(_name(_CLUSTER)) :],
    }
