"""Which demuxer may read the bytes, told from the bytes themselves and never from a name or a header."""

from __future__ import annotations

from typing import Literal

from interview.media.finalising.errors import Unplayable

Demuxer = Literal["matroska", "mov", "ogg", "wav"]
SNIFFED_BYTES = 4096
_CLUSTER = b"\x1f\x43\xb6\x75"
_PLAYLISTS = (b"#EXTM3U", b"ffconcat", b"<?xml", b"[playlist]", b"<MPD", b"v=0")
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"<svg")


def sniff(head: bytes) -> Demuxer:
    """Tell the demuxer from the first bytes; raises Unplayable.

    Only four are ever tried: others read playlists, and through them any file of the server.
    """
    if not head:
        raise Unplayable("empty", "no bytes were sent")
    if head.startswith(b"\x1a\x45\xdf\xa3") and (b"webm" in head[:80] or b"matroska" in head[:80]):
        return "matroska"
    if head[4:8] == b"ftyp":
        return "mov"
    if head.startswith(b"OggS"):
        return "ogg"
    if head.startswith(b"RIFF") and head[8:12] == b"WAVE":
        return "wav"
    raise _refusal(head)


def _refusal(head: bytes) -> Unplayable:
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text.startswith(_PLAYLISTS):
        return Unplayable("playlist_refused", "a playlist names other files and is never followed")
    if head.startswith(_IMAGES) or head[8:12] == b"WEBP":
        return Unplayable("image_refused", "an image is no recording")
    if _CLUSTER in head or head[4:8] in (b"moof", b"mdat", b"styp") or not head[:16].strip(b"\x00"):
        return Unplayable("header_missing", "the first chunk, which holds the header, is missing or was cut")
    return Unplayable("unknown_format", "neither Matroska, WebM, MP4, Ogg nor WAV")
