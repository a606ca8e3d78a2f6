"""`Upload-Metadata`: keys with values in base64 (tus 1.0.0, Creation), and what we read from them.

Unknown keys are left alone, because every tus client adds some of its own; all are given back as they came.
"""

from __future__ import annotations

import base64
import binascii
import re
from datetime import datetime

from interview.core.errors import BadRequest, Malformed
from interview.media.segments import TRACKS, SegmentNews

LONGEST_HEADER = 4096
LONGEST_FILETYPE = 120
LONGEST_FILENAME = 255
HIGHEST_SEGMENT = 99_999
_KEY = re.compile(r"[!-+\--~]+")
_MEDIA = re.compile(
    r"(?:(?:video|audio)/[a-z0-9][a-z0-9.+-]*|application/octet-stream)(?:\s*;[\x20-\x7e]*)?", re.IGNORECASE
)


def read(header: str | None) -> SegmentNews:
    """Read the header; raises `BadRequest` where it breaks the protocol and `Malformed` where a value is not valid."""
    values = decoded(header or "")
    errors: dict[str, list[str]] = {}
    track = values.get("track") or "camera"
    if track not in TRACKS:
        errors["track"] = [f"One of {', '.join(TRACKS)}."]
    number = _segment_number(values.get("segment", ""), errors)
    filetype = _filetype(values.get("filetype") or values.get("type") or "", errors)
    started_at = _moment(values.get("started_at", ""), errors)
    if errors:
        raise Malformed(f"Upload-Metadata is not valid: {', '.join(sorted(errors))}.", errors=errors)
    filename = _plain_name(values.get("filename") or values.get("name") or "")
    return SegmentNews(track, number, filetype, filename, started_at, header or "")


def decoded(header: str) -> dict[str, str]:
    """The keys and their values; raises `BadRequest`."""
    if len(header) > LONGEST_HEADER:
        raise BadRequest(f"Upload-Metadata may have {LONGEST_HEADER} characters.")
    values: dict[str, str] = {}
    for pair in header.split(",") if header.strip() else []:
        key, _, encoded = pair.strip().partition(" ")
        if not _KEY.fullmatch(key) or key in values:
            raise BadRequest("Upload-Metadata has an empty, broken or repeated key.")
        try:
            values[key] = base64.b64decode(encoded.strip(), validate=True).decode()
        except (binascii.Error, UnicodeDecodeError) as cause:
            raise BadRequest(f"Upload-Metadata: the value of {key} is not UTF-8 in base64.") from cause
    return values


def _segment_number(text: str, errors: dict[str, list[str]]) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and int(text) <= HIGHEST_SEGMENT):
        errors["segment"] = [f"A number from 0 to {HIGHEST_SEGMENT}."]
        return None
    return int(text)


def _filetype(text: str, errors: dict[str, list[str]]) -> str | None:
    if not text:
        return None
    if len(text) > LONGEST_FILETYPE or not _MEDIA.fullmatch(text):
        errors["filetype"] = ["A video or audio type, such as video/webm;codecs=vp9,opus."]
        return None
    return text


def _moment(text: str, errors: dict[str, list[str]]) -> datetime | None:
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        errors["started_at"] = ["A moment in RFC 3339 with its zone."]
        return None
    return moment


def _plain_name(text: str) -> str | None:
    """The last part of a path, printable, for people to read; the server never makes a path of it."""
    last = re.split(r"[/\\]", text)[-1]
    return "".join(char for char in last if char.isprintable())[:LONGEST_FILENAME] or None
