"""Comparing the store with the rows: files that nothing names are dropped, rows whose file is gone are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import select

from interview.core import logs
from interview.core.db import db
from interview.media.models import MediaObject, Upload, UploadChunk
from interview.media.store import UPLOADS, WORK, store
from interview.providers.storage.port import Missing

logger = logs.get(__name__)

# A file may be older than its row by as long as one request takes to send a whole checksummed body.
SETTLED_SECONDS = 24 * 3600
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What was found: how many nameless files were dropped, and the keys whose file is missing or of another size."""

    dropped: int
    missing: tuple[str, ...]


def reconcile(*, settled_seconds: float = SETTLED_SECONDS) -> Reconciled:
    """Drop what a crash left behind, once it is older than `settled_seconds`, and report rows without their file."""
    dropped = store().sweep(older_than_seconds=settled_seconds)
    dropped += _drop_nameless_chunks(settled_seconds)
    for key in store().list(WORK, older_than_seconds=settled_seconds):
        store().delete(key)
        dropped += 1
    missing = tuple(key for key, size in _expected() if not _is_there(key, size))
    for key in missing:
        logger.error("media file is missing or has another size", storage_key=key)
    if dropped:
        logger.info("nameless media files dropped", count=dropped)
    return Reconciled(dropped, missing)


def _drop_nameless_chunks(age_seconds: float) -> int:
    place, dropped, column = store(), 0, UploadChunk.storage_key
    for keys in _batches(place.list(UPLOADS, older_than_seconds=age_seconds)):
        named = set(db.session.scalars(select(column).where(column.in_(keys))))
        for key in set(keys) - named:
            place.delete(key)
            dropped += 1
    return dropped


def _batches(keys: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(keys)
    while batch := list(islice(rest, _AT_ONCE)):
        yield batch


def _expected() -> Iterator[tuple[str, int]]:
    kept = select(UploadChunk.storage_key, UploadChunk.size_bytes).join(Upload, Upload.id == UploadChunk.upload_id)
    yield from db.session.execute(kept.where(Upload.raw_dropped_at.is_(None))).tuples()
    there = select(MediaObject.storage_key, MediaObject.size_bytes).where(MediaObject.storage_key.is_not(None))
    for stored, length in db.session.execute(there):
        if stored is not None and length is not None:
            yield stored, length


def _is_there(key: str, size: int) -> bool:
    try:
        return store().size(key) == size
    except Missing:
        return False
