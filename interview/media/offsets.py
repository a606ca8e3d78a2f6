"""The offset of an upload: where it stands, and how it moves, by compare-and-swap and never otherwise.

Chunk rows and offset are one statement of one truth: they commit together, under the condition that the upload is
still open and still ends where the writer began. So no lock can leak, and of two writers at one offset one wins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Row, bindparam, case, func, insert, or_, select, update

from interview.core import clock, current
from interview.core.db import Base, UtcDateTime, db
from interview.media.errors import (
    LengthInvalid,
    QuotaExceeded,
    UnknownUpload,
    UploadClosed,
    UploadGone,
    UploadTooLarge,
    WrongOffset,
)
from interview.media.models import Upload, UploadChunk, UploadState
from interview.media.progress import pace
from interview.media.signals import upload_completed, upload_progressed

_GONE = frozenset({UploadState.TERMINATED, UploadState.EXPIRED})


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an upload stands at one moment, free of the database session that read it."""

    id: str
    owner: str
    organisation_id: str | None
    state: str
    offset_bytes: int
    length_bytes: int | None
    expires_at: datetime
    told_metadata: str

    @property
    def is_open(self) -> bool:
        """Whether it takes bytes."""
        return self.state == UploadState.OPEN


@dataclass(frozen=True, slots=True)
class Chunk:
    """A published chunk file that has no row yet."""

    offset_bytes: int
    size_bytes: int
    sha256: str
    storage_key: str


_table = Base.metadata.tables[Upload.__tablename__]
_uploads = _table.c
_others = _table.alias("others").c
_COLUMNS = (
    _uploads.id, _uploads.owner, _uploads.organisation_id, _uploads.state, _uploads.offset_bytes,
    _uploads.length_bytes, _uploads.expires_at, _uploads.told_metadata,
)  # fmt: skip
_STANDING = select(*_COLUMNS).where(_uploads.id == bindparam("upload_id"))

# Both statements are built once: building them took longer than running them.
_told = bindparam("told_length", type_=BigInteger)
_begun_at = bindparam("begun_at", type_=BigInteger)
_end = bindparam("end", type_=BigInteger)
_length = func.coalesce(_uploads.length_bytes, _told)
_used = (
    select(func.coalesce(func.sum(_others.offset_bytes), 0))
    .where(_others.owner == _uploads.owner, _others.state != UploadState.TERMINATED.value)
    .scalar_subquery()
)
_SWAP = (
    update(_table)
    .where(
        _uploads.id == bindparam("upload_id"),
        _uploads.offset_bytes == _begun_at,
        _uploads.state == UploadState.OPEN.value,
        _uploads.expires_at >= bindparam("now"),
        or_(_length.is_(None), _length >= _end),
        or_(_told.is_(None), _length == _told),
        or_(_end == _begun_at, _used + _end - _begun_at <= bindparam("quota", type_=BigInteger)),
    )
    .values(
        offset_bytes=_end,
        length_bytes=_length,
        state=case((_length == _end, UploadState.COMPLETE.value), else_=UploadState.OPEN.value),
        completed_at=case((_length == _end, bindparam("now", type_=UtcDateTime)), else_=None),
        advanced_at=bindparam("now"),
        expires_at=bindparam("until"),
    )
    .returning(*_COLUMNS, _uploads.track_name, _uploads.segment_number)
)
_KEEP = insert(Base.metadata.tables[UploadChunk.__tablename__])


def standing(upload_id: str) -> Standing:
    """Where an upload stands; raises `UnknownUpload`, or `UploadGone` when it was terminated or has expired."""
    row = db.session.connection().execute(_STANDING, {"upload_id": upload_id}).one_or_none()
    if row is None:
        raise UnknownUpload()
    found = Standing(*row)
    if found.state in _GONE or (found.is_open and found.expires_at < clock.now()):
        raise UploadGone("This upload was terminated or has expired. Begin a new one.")
    return found


def advance(begun: Standing, *, chunks: Sequence[Chunk], length_bytes: int | None = None) -> Standing:
    """Move the offset over the chunks, in the present transaction, and tell a length that was not known before.

    Raises `WrongOffset` when another writer was faster, `UploadClosed`, `UploadGone`, `UploadTooLarge`,
    `QuotaExceeded` and `LengthInvalid`; then nothing may be kept of the chunks.
    """
    end = begun.offset_bytes + sum(chunk.size_bytes for chunk in chunks)
    row = _swap(begun, end=end, length_bytes=length_bytes)
    if row is None:
        raise _refusal(begun, end=end, length_bytes=length_bytes)
    if chunks:
        now = clock.now()
        db.session.connection().execute(_KEEP, [_row(begun.id, chunk, now) for chunk in chunks])
    _tell(row)
    return Standing(*tuple(row)[:8])


def _swap(begun: Standing, *, end: int, length_bytes: int | None) -> Row[Any] | None:
    now, settings = clock.now(), current.settings()
    values = {
        "upload_id": begun.id,
        "begun_at": begun.offset_bytes,
        "end": end,
        "told_length": length_bytes,
        "now": now,
        "until": now + timedelta(hours=settings.upload_expiry_hours),
        "quota": settings.session_upload_bytes,
    }
    return db.session.connection().execute(_SWAP, values).one_or_none()


def _refusal(begun: Standing, *, end: int, length_bytes: int | None) -> Exception:
    """Why the swap found no row, asked afterwards because it is the rare case."""
    found = standing(begun.id)
    if found.state == UploadState.CLOSED:
        return UploadClosed("What this upload belongs to has ended. It takes no more bytes.")
    if found.offset_bytes != begun.offset_bytes or not found.is_open:
        return wrong_offset(found)
    if length_bytes is not None and found.length_bytes not in {None, length_bytes}:
        return LengthInvalid("The length was told before, with another value.")
    if found.length_bytes is not None and end > found.length_bytes:
        return UploadTooLarge("The body goes beyond the length that was announced.")
    return QuotaExceeded("All uploads together have as many bytes as they may have.")


def wrong_offset(found: Standing) -> WrongOffset:
    """The refusal of bytes that do not begin at the end; it tells where that is."""
    error = WrongOffset(f"The upload ends at {found.offset_bytes}. Go on from there.")
    error.headers["Upload-Offset"] = str(found.offset_bytes)
    return error


def _row(upload_id: str, chunk: Chunk, now: datetime) -> dict[str, Any]:
    return {
        "upload_id": upload_id,
        "offset_bytes": chunk.offset_bytes,
        "size_bytes": chunk.size_bytes,
        "sha256": chunk.sha256,
        "storage_key": chunk.storage_key,
        "received_at": now,
    }


def _tell(row: Row[Any]) -> None:
    about = {
        "owner": row.owner,
        "upload_id": row.id,
        "track_name": row.track_name,
        "segment_number": row.segment_number,
    }
    is_complete = row.state == UploadState.COMPLETE
    if pace.allows(row.id) or is_complete:
        upload_progressed.announce(**about, offset_bytes=row.offset_bytes)
    if is_complete:
        upload_completed.announce(**about, length_bytes=row.length_bytes)
