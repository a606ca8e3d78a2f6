"""Where resumes and waiting CSV files lie, beside the recordings and swept by nobody but us."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from sqlalchemy import select

from interview.candidates.models import CandidateImport, Resume
from interview.core import current, ids, logs
from interview.core.db import after_commit, db
from interview.providers.storage.port import Storage
from interview.providers.storage.suppliers import configured

logger = logs.get(__name__)

RESUMES, IMPORTS = "resumes", "imports"
# A file may be older than its row by as long as one request takes.
SETTLED_SECONDS = 24 * 3600
_AT_ONCE = 500


def store() -> Storage:
    """The store in force."""
    return configured(current.settings().recordings_dir)


def new_key(place: str) -> str:
    """A new key below a place; no two are the same."""
    name = ids.opaque()
    return f"{place}/{name[:2]}/{name}"


def put(content: bytes, place: str) -> str:
    """Store bytes for good and return their key; raises OSError."""
    staged, key = store().stage(), new_key(place)
    try:
        staged.write(content)
        store().publish(staged, key)
    finally:
        staged.discard()
    return key


def delete_after_commit(key: str | None) -> None:
    """Remove a file once nothing in the database names it."""
    if key is not None:
        place = store()
        after_commit(lambda: place.delete(key))


def drop_nameless(*, settled_seconds: float = SETTLED_SECONDS) -> int:
    """Remove what a crash left behind without a row; returns how many files."""
    dropped = 0
    for place, column in ((RESUMES, Resume.storage_key), (IMPORTS, CandidateImport.storage_key)):
        for keys in _batches(store().list(place, older_than_seconds=settled_seconds)):
            named = set(db.session.scalars(select(column).where(column.in_(keys))))
            for key in set(keys) - named:
                store().delete(key)
                dropped += 1
    if dropped:
        logger.info("nameless files of candidates dropped", count=dropped)
    return dropped


def _batches(keys: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(keys)
    while batch := list(islice(rest, _AT_ONCE)):
        yield batch
