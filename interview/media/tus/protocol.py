"""tus 1.0.0 (https://tus.io/protocols/resumable-upload): requests read, responses written.

Extensions: creation, creation-with-upload, creation-defer-length, expiration, checksum, termination.
The address at which uploads are created belongs to those who know what an upload is for; they call `creation`, make
the upload in their transaction, and answer with `created`.
"""

from __future__ import annotations

import re

from flask import Response, after_this_request, request, url_for
from werkzeug.http import http_date

from interview.core import current
from interview.core.db import unit_of_work
from interview.core.errors import AppError, BadRequest, UnsupportedMedia
from interview.media import offsets
from interview.media.errors import UploadTooLarge, WrongProtocolVersion
from interview.media.models import Upload
from interview.media.offsets import Standing
from interview.media.receiving import intake
from interview.media.receiving.body import body_of
from interview.media.receiving.intake import Piece
from interview.media.segments import NewUpload
from interview.media.tus import checksums, metadata

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,creation-defer-length,expiration,checksum,termination"
CONTENT_TYPE = "application/offset+octet-stream"
_NUMBER = re.compile(r"[0-9]{1,18}")


def abilities() -> Response:
    """What this server speaks: the answer to OPTIONS."""
    told = {
        "Tus-Resumable": VERSION,
        "Tus-Version": VERSION,
        "Tus-Extension": EXTENSIONS,
        "Tus-Max-Size": str(current.settings().max_upload_bytes),
        "Tus-Checksum-Algorithm": ",".join(checksums.ALGORITHMS),
    }
    return Response(status=204, headers=told)


def creation() -> NewUpload:
    """Read the present request as one that creates an upload.

    Raises `WrongProtocolVersion`, `BadRequest` for a missing or doubled length, `UploadTooLarge`, `Malformed` for
    metadata that is not valid, and `UnsupportedMedia` for a body of another type.
    """
    opened()
    length, defers = _number("Upload-Length"), request.headers.get("Upload-Defer-Length")
    if defers not in {None, "1"} or (length is None) == (defers is None):
        raise BadRequest("Give either Upload-Length or Upload-Defer-Length: 1.")
    if (length or 0) > current.settings().max_upload_bytes:
        raise UploadTooLarge(f"An upload may have at most {current.settings().max_upload_bytes} bytes.")
    if _has_body() and request.mimetype != CONTENT_TYPE:
        raise UnsupportedMedia(f"A body must be {CONTENT_TYPE}.")
    return NewUpload(length, metadata.read(request.headers.get("Upload-Metadata")))


def created(upload: Upload) -> Response:
    """Answer the creation of an upload that has been committed, taking in the body where the request brought one.

    Raises what `intake.receive` does; its `Location` is told all the same, since the upload exists.
    """
    location = url_for("uploads.append", upload_id=upload.id)
    with unit_of_work(write=False):
        standing = offsets.standing(upload.id)
    if _has_body():
        standing = _received_at(location, standing)
    return Response(status=201, headers=_place(standing) | {"Location": location})


def _received_at(location: str, standing: Standing) -> Standing:
    try:
        piece = Piece(0, checksums.read(request.headers.get("Upload-Checksum")))
        return intake.receive(standing, piece, body_of(request))
    except AppError as error:
        error.headers["Location"] = location
        raise


def told(upload: Standing) -> Response:
    """Answer HEAD: how far the upload is."""
    headers = _place(upload) | {"Cache-Control": "no-store"}
    if upload.length_bytes is None:
        headers["Upload-Defer-Length"] = "1"
    else:
        headers["Upload-Length"] = str(upload.length_bytes)
    if upload.told_metadata:
        headers["Upload-Metadata"] = upload.told_metadata
    return Response(status=200, headers=headers)


def appended(upload: Standing) -> Response:
    """Take the present request's body in and answer PATCH; raises what `intake.receive` does, and for bad headers."""
    return Response(status=204, headers=_place(intake.receive(upload, _piece(), body_of(request))))


def terminated() -> Response:
    """Answer DELETE."""
    return Response(status=204)


def opened() -> None:
    """Begin a tus request: whatever is answered names the protocol, and a refused body is read away.

    Raises `WrongProtocolVersion`.
    """
    after_this_request(closed)
    if request.headers.get("Tus-Resumable") != VERSION:
        error = WrongProtocolVersion(f"Send Tus-Resumable: {VERSION}.")
        error.headers["Tus-Version"] = VERSION
        raise error


def closed(response: Response) -> Response:
    """End a tus request."""
    response.headers["Tus-Resumable"] = VERSION
    if _has_body():
        if response.status_code >= 400:
            body_of(request).drain()
        body_of(request).release()
    return response


def _piece() -> Piece:
    if request.mimetype != CONTENT_TYPE:
        raise UnsupportedMedia(f"A body must be {CONTENT_TYPE}.")
    offset = _number("Upload-Offset")
    if offset is None:
        raise BadRequest("Upload-Offset is missing.")
    return Piece(offset, checksums.read(request.headers.get("Upload-Checksum")), _number("Upload-Length"))


def _number(name: str) -> int | None:
    text = request.headers.get(name)
    if text is None:
        return None
    if not _NUMBER.fullmatch(text):
        raise BadRequest(f"{name} is not a number of bytes.")
    return int(text)


def _has_body() -> bool:
    return bool(request.content_length) or "Transfer-Encoding" in request.headers


def _place(upload: Standing) -> dict[str, str]:
    headers = {"Upload-Offset": str(upload.offset_bytes)}
    if upload.is_open:
        headers["Upload-Expires"] = http_date(upload.expires_at)
    return headers
