"""`/api/media/<id>/<filename>`: finished objects at signed addresses, with ranges."""

from __future__ import annotations

import os
from typing import Any, BinaryIO

from apiflask import APIBlueprint
from flask import Flask, Response, request
from werkzeug.datastructures import IfRange
from werkzeug.wsgi import wrap_file

from interview.core import clock
from interview.core.actors import Actor, ActorKind
from interview.core.guards import guard
from interview.media import playback, ranges
from interview.media import service as media
from interview.media.errors import RangeNotSatisfiable, UnknownMedia
from interview.media.models import MediaObject, MediaState
from interview.media.ranges import Stretch
from interview.media.store import store
from interview.providers.storage.port import Missing

bp = APIBlueprint("media", __name__, url_prefix="/api/media", tag="Media")
POLICY = "sandbox; default-src 'none'; media-src 'self'; img-src 'self'; style-src 'unsafe-inline'"
_BLOCK_BYTES = 256 * 1024


class Part:
    """A stretch of an open file, as a file; the server sends it from its descriptor where it can."""

    def __init__(self, file: BinaryIO, stretch: Stretch | None) -> None:
        self._file = file
        self._left = stretch.size_bytes if stretch else os.fstat(file.fileno()).st_size
        os.lseek(file.fileno(), stretch.first if stretch else 0, os.SEEK_SET)

    def fileno(self) -> int:
        """The descriptor, standing at the stretch's first byte."""
        return self._file.fileno()

    def read(self, size: int = -1) -> bytes:
        """Read on, not beyond the stretch."""
        piece = os.read(self._file.fileno(), self._left if size < 0 else min(size, self._left))
        self._left -= len(piece)
        return piece

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def holds_signature(object_id: str, filename: str) -> Actor:
    """Whoever has an address that was signed here may play until its time is over; raises `PlaybackRefused`."""
    told = request.args.get("expires", ""), request.args.get("signature", "")
    playback.check(object_id, filename=filename, expires=told[0], signature=told[1])
    return Actor(ActorKind.ANONYMOUS, "signed address")


@bp.get("/<object_id>/<filename>")
@guard(holds_signature)
def play(object_id: str, filename: str) -> Response:
    """Send a finished object, or the range of it that is asked for."""
    found = media.get_object(object_id)
    if found.state != MediaState.READY or found.storage_key is None or found.size_bytes is None:
        raise UnknownMedia("This recording is not ready.")
    headers = _headers(found)
    if request.if_none_match.contains_weak(found.sha256 or ""):
        return Response(status=304, headers=headers)
    stretch = _stretch(found, found.size_bytes)
    if stretch is not None:
        headers["Content-Range"] = f"bytes {stretch.first}-{stretch.last}/{found.size_bytes}"
    headers["Content-Length"] = str(stretch.size_bytes if stretch else found.size_bytes)
    headers["Content-Type"] = found.mime_type or "application/octet-stream"
    return Response(_content(found.storage_key, stretch), 206 if stretch else 200, headers, direct_passthrough=True)


def _stretch(found: MediaObject, size_bytes: int) -> Stretch | None:
    if request.method != "GET" or not _is_range_of_this(request.if_range, found):
        return None
    try:
        return ranges.asked(request.headers.get("Range"), size_bytes=size_bytes)
    except ranges.Unsatisfiable as cause:
        error = RangeNotSatisfiable(f"The file has {size_bytes} bytes.")
        error.headers["Content-Range"] = f"bytes */{size_bytes}"
        raise error from cause


def _is_range_of_this(condition: IfRange, found: MediaObject) -> bool:
    """Whether the range is meant for this very file; only a strong tag can say so, and only an exact date."""
    header = request.headers.get("If-Range")
    if header is None:
        return True
    if condition.date is not None:
        return False
    return header.strip() == f'"{found.sha256}"'


def _headers(found: MediaObject) -> dict[str, str]:
    remaining = int(request.args["expires"]) - int(clock.now().timestamp())
    return {
        "Accept-Ranges": "bytes",
        "ETag": f'"{found.sha256}"',
        "Cache-Control": f"private, max-age={max(0, remaining)}",
        "Content-Disposition": "inline",
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-site",
    }


def _content(key: str, stretch: Stretch | None) -> Any:
    if request.method == "HEAD":
        return []
    try:
        return wrap_file(request.environ, Part(store().open(key), stretch), _BLOCK_BYTES)  # type: ignore[arg-type]
    except Missing as cause:
        raise UnknownMedia("The file of this recording is missing.") from cause


def init(app: Flask) -> None:
    """Serve playback."""
    app.register_blueprint(bp)
