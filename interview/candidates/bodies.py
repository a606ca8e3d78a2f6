"""The file of a request: in the field `file` of a form, or as the body itself."""

from __future__ import annotations

from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from urllib.parse import unquote

from flask import request
from werkzeug.http import parse_options_header

from interview.core.errors import BadRequest, Malformed, TooLarge

MEMORY_BYTES = 1 << 20
_PIECE_BYTES = 64 * 1024
FORM = "multipart/form-data"


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that arrived whole, from its beginning, and the name its sender gives it."""

    file: IO[bytes]
    size_bytes: int
    filename: str


def sent_file(*, most_bytes: int) -> Sent:
    """The request's file; raises `TooLarge`, `BadRequest` where it broke off, and `Malformed` where there is none."""
    return _from_form(most_bytes) if request.mimetype == FORM else _from_body(most_bytes)


def _from_form(most_bytes: int) -> Sent:
    found = request.files.get("file")
    if found is None:
        raise Malformed("Not valid: file.", errors={"file": ["Send the file in a field of this name."]})
    size = found.stream.seek(0, 2)
    found.stream.seek(0)
    _check(size, most_bytes)
    return Sent(found.stream, size, found.filename or "")


def _from_body(most_bytes: int) -> Sent:
    kept: Any = SpooledTemporaryFile(MEMORY_BYTES)  # noqa: SIM115 - it lives as long as the request
    size = 0
    while piece := request.stream.read(_PIECE_BYTES):
        size += len(piece)
        _check(size, most_bytes, is_known_to_have_bytes=True)
        kept.write(piece)
    if request.content_length is not None and size < request.content_length:
        raise BadRequest(f"The body broke off before its {request.content_length} bytes.")
    _check(size, most_bytes)
    kept.seek(0)
    _, told = parse_options_header(request.headers.get("Content-Disposition", ""))
    return Sent(kept, size, unquote(told.get("filename", "")))


def _check(size: int, most_bytes: int, *, is_known_to_have_bytes: bool = False) -> None:
    if size > most_bytes:
        raise TooLarge(f"The file may have {most_bytes} bytes.")
    if size == 0 and not is_known_to_have_bytes:
        raise Malformed("Not valid: file.", errors={"file": ["The file is empty."]})
