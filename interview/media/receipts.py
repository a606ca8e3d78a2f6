"""The receipt of an upload: what was acknowledged, chunk by chunk, and the proof that there is no gap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from interview.core.db import db
from interview.media.models import Upload, UploadChunk, UploadState


@dataclass(frozen=True, slots=True)
class ChunkReceipt:
    """One acknowledged chunk."""

    offset_bytes: int
    size_bytes: int
    sha256: str
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Receipt:
    """What lies on the disk of an upload.

    `sha256` is of all raw bytes as they were sent, None until the track is finalised.
    `gaps` are the stretches (from, to) below the acknowledged offset that no chunk covers; there are none.
    """

    upload_id: str
    track_name: str
    segment_number: int
    state: str
    size_bytes: int
    length_bytes: int | None
    sha256: str | None
    chunks: tuple[ChunkReceipt, ...]
    gaps: tuple[tuple[int, int], ...]

    @property
    def chunk_count(self) -> int:
        """How many chunks were acknowledged."""
        return len(self.chunks)


def receipt(upload: Upload) -> Receipt:
    """Write the receipt of an upload from its rows."""
    return _written(upload, _chunks([upload.id])[upload.id])


def receipts_of(owner: str) -> dict[str, Receipt]:
    """The receipts of an owner's uploads, by the upload's id, without those that were terminated."""
    kept = (Upload.owner == owner, Upload.state != UploadState.TERMINATED)
    uploads = list(db.session.scalars(select(Upload).where(*kept)))
    chunks = _chunks([upload.id for upload in uploads])
    return {upload.id: _written(upload, chunks[upload.id]) for upload in uploads}


def _chunks(upload_ids: list[str]) -> dict[str, tuple[ChunkReceipt, ...]]:
    query = select(UploadChunk).where(UploadChunk.upload_id.in_(upload_ids)).order_by(UploadChunk.offset_bytes)
    found: dict[str, list[ChunkReceipt]] = {upload_id: [] for upload_id in upload_ids}
    for row in db.session.scalars(query):
        found[row.upload_id].append(ChunkReceipt(row.offset_bytes, row.size_bytes, row.sha256, row.received_at))
    return {upload_id: tuple(chunks) for upload_id, chunks in found.items()}


def _written(upload: Upload, chunks: tuple[ChunkReceipt, ...]) -> Receipt:
    return Receipt(
        upload_id=upload.id,
        track_name=upload.track_name,
        segment_number=upload.segment_number,
        state=upload.state,
        size_bytes=upload.offset_bytes,
        length_bytes=upload.length_bytes,
        sha256=upload.sha256,
        chunks=chunks,
        gaps=gaps_between(chunks, end=upload.offset_bytes),
    )


def gaps_between(chunks: tuple[ChunkReceipt, ...], *, end: int) -> tuple[tuple[int, int], ...]:
    """The stretches below `end` that the ordered chunks leave out."""
    gaps, covered = [], 0
    for chunk in chunks:
        if chunk.offset_bytes > covered:
            gaps.append((covered, chunk.offset_bytes))
        covered = max(covered, chunk.offset_bytes + chunk.size_bytes)
    if covered < end:
        gaps.append((covered, end))
    return tuple(gaps)
