"""Receiving the body of one PATCH: chunk by chunk to the disk, then to the database, and only then told as received.

Without a checksum each chunk is committed as soon as it is on the disk, so a body that breaks off keeps what arrived.
With one, nothing counts before the whole body has arrived and matches. This is an edge: it owns its transactions.
"""

from __future__ import annotations

import contextlib
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache

from interview.core import current
from interview.core.db import unit_of_work
from interview.core.errors import AppError
from interview.media import offsets
from interview.media.errors import (
    BodyBrokenOff,
    BodyStalled,
    ChecksumMismatch,
    LengthInvalid,
    UploadClosed,
    UploadTooLarge,
)
from interview.media.models import UploadState
from interview.media.offsets import Chunk, Standing
from interview.media.receiving.body import Body
from interview.media.receiving.chunks import ChunkWriter
from interview.media.store import store
from interview.media.tus.checksums import Checksum

CHUNK_BYTES = 8 * 1024**2
READ_BYTES = 1024**2
LANDINGS = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """What a client sends in one request: where it begins, how it is checked, and the length where it is told now."""

    offset_bytes: int
    checksum: Checksum | None = None
    length_bytes: int | None = None


def receive(upload: Standing, piece: Piece, body: Body) -> Standing:
    """Take the body in and return where the upload then stands.

    Raises `WrongOffset`, `UploadClosed`, `UploadGone`, `UploadTooLarge`, `QuotaExceeded`, `LengthInvalid` with nothing
    more kept; `ChecksumMismatch` with nothing kept; `BodyBrokenOff` and `BodyStalled` with the prefix kept, unless
    there is a checksum; OSError when the disk fails, with what was committed before kept.
    """
    _check(upload, piece, body)
    return _Intake(upload, piece, body).run()


def _check(upload: Standing, piece: Piece, body: Body) -> None:
    """Refuse before the body is read what would be refused after it."""
    if piece.offset_bytes != upload.offset_bytes:
        raise offsets.wrong_offset(upload)
    if upload.state == UploadState.CLOSED:
        raise UploadClosed("What this upload belongs to has ended. It takes no more bytes.")
    length = upload.length_bytes
    if piece.length_bytes is not None:
        if length not in {None, piece.length_bytes} or piece.length_bytes < upload.offset_bytes:
            raise LengthInvalid("The length was told before, or is less than what was already sent.")
        length = piece.length_bytes
    most = current.settings().max_upload_bytes
    if (length or 0) > most:
        raise UploadTooLarge(f"An upload may have at most {most} bytes.")
    if upload.offset_bytes + (body.length or 0) > (most if length is None else length):
        raise UploadTooLarge("The body goes beyond the length of the upload.")


class _Intake:
    """One body on its way: `_at` is committed, `_pending` is on the disk and has no rows yet.

    While a chunk is brought to the disk the next one is already being received.
    """

    def __init__(self, upload: Standing, piece: Piece, body: Body) -> None:
        self._at = upload
        self._piece = piece
        self._body = body
        self._store = store()
        self._next_offset = upload.offset_bytes
        self._landing: Future[Chunk] | None = None
        self._pending: list[Chunk] = []
        self._news_of_length = piece.length_bytes if upload.length_bytes is None else None
        length = upload.length_bytes if piece.length_bytes is None else piece.length_bytes
        self._end = current.settings().max_upload_bytes if length is None else length

    def run(self) -> Standing:
        try:
            self._take_all()
            self._commit(length_bytes=self._news_of_length)
        except BaseException:
            self._drop_pending()
            raise
        return self._at

    def _take_all(self) -> None:
        room = memoryview(bytearray(min(READ_BYTES, self._body.length or READ_BYTES)))
        is_over = False
        while not is_over:
            writer = ChunkWriter(self._store, upload_id=self._at.id, offset_bytes=self._next_offset)
            try:
                is_over = self._fill(writer, room)
                self._land(writer, is_last=is_over)
            except (BodyBrokenOff, BodyStalled):
                self._keep_prefix(writer)
                raise
            except BaseException:
                writer.discard()
                raise
        if self._piece.checksum is not None and not self._piece.checksum.matches():
            raise ChecksumMismatch("The checksum does not match the body. Nothing of it was kept; send it again.")

    def _fill(self, writer: ChunkWriter, room: memoryview) -> bool:
        """Receive the bytes of one chunk; True when the body has no more."""
        while writer.size_bytes < CHUNK_BYTES:
            count = self._body.read_into(room[: CHUNK_BYTES - writer.size_bytes])
            if count == 0:
                return True
            if self._next_offset + count > self._end:
                raise UploadTooLarge("The body goes beyond the length of the upload.")
            writer.write(room[:count])
            if self._piece.checksum is not None:
                self._piece.checksum.update(room[:count])
            self._next_offset += count
        return False

    def _land(self, writer: ChunkWriter, *, is_last: bool) -> None:
        """Bring a chunk to the disk, the last one at once, the others meanwhile; commit the one before it."""
        self._wait()
        if not is_last:
            self._landing = _landings().submit(writer.publish)
        elif writer.size_bytes:
            self._pending.append(writer.publish())

    def _wait(self) -> None:
        if self._landing is not None:
            landing, self._landing = self._landing, None
            self._pending.append(landing.result())
            if self._piece.checksum is None:
                self._commit()

    def _keep_prefix(self, writer: ChunkWriter) -> None:
        if self._piece.checksum is not None:
            writer.discard()
            return
        self._land(writer, is_last=True)
        self._commit()

    def _commit(self, *, length_bytes: int | None = None) -> None:
        if not self._pending and length_bytes is None:
            return
        try:
            with unit_of_work():
                self._at = offsets.advance(self._at, chunks=self._pending, length_bytes=length_bytes)
        except Exception as failure:
            # A refusal comes before the commit and is certain. After anything else the rows may exist, so the files
            # must stay: reconciling drops them once it is certain that nothing names them.
            if not isinstance(failure, AppError) or failure.status >= 500:
                self._pending = []
            raise
        self._pending = []

    def _drop_pending(self) -> None:
        if self._landing is not None:
            with contextlib.suppress(OSError):
                self._pending.append(self._landing.result())
        for chunk in self._pending:
            self._store.delete(chunk.storage_key)


@cache
def _landings() -> ThreadPoolExecutor:
    """Threads that wait for the disk; made in the process that uses them."""
    return ThreadPoolExecutor(LANDINGS, thread_name_prefix="media-landing")
