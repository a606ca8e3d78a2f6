"""Which container the codecs fit into, as near as possible to the one that was wanted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Container:
    """A container: its name and file extension, the muxer that writes it, and the codecs it carries."""

    name: str
    muxer: str
    media_type: str
    codecs: frozenset[str] | None
    is_for_sound: bool = False

    def fits(self, codecs: tuple[str, ...], *, has_video: bool) -> bool:
        """Tell whether it carries all of the codecs."""
        return not (self.is_for_sound and has_video) and (self.codecs is None or self.codecs.issuperset(codecs))

    def mime_type(self, *, has_video: bool) -> str:
        """Return the type to serve it as."""
        return f"{'video' if has_video else 'audio'}/{self.media_type}"


_MP4 = frozenset({"h264", "hevc", "av1", "vp9", "aac", "opus", "mp3", "flac"})
_PCM = frozenset({"pcm_s16le", "pcm_s24le", "pcm_f32le"})
_ALL = {
    each.name: each
    for each in (
        Container("webm", "webm", "webm", frozenset({"vp8", "vp9", "av1", "opus", "vorbis"})),
        Container("mp4", "mp4", "mp4", _MP4),
        Container("mkv", "matroska", "x-matroska", None),
        Container("ogg", "ogg", "ogg", frozenset({"opus", "vorbis", "flac"}), is_for_sound=True),
        Container("m4a", "mp4", "mp4", _MP4 - {"h264", "hevc", "av1", "vp9"}, is_for_sound=True),
        Container("wav", "wav", "wav", _PCM, is_for_sound=True),
    )
}
# What browsers play most widely comes first; Matroska carries everything and comes last.
_OTHERWISE = ("webm", "mp4", "ogg", "m4a", "wav", "mkv")


def choose(wanted: str, codecs: tuple[str, ...], *, has_video: bool) -> Container:
    """Return the wanted container when it carries the codecs, else the first that does."""
    return next(_ALL[name] for name in (wanted, *_OTHERWISE) if _ALL[name].fits(codecs, has_video=has_video))


def get(name: str) -> Container:
    """Return the container of that name; raises KeyError."""
    return _ALL[name]
