"""Where media bytes lie in this app, and the keys they get."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from interview.core import current, logs
from interview.core.db import after_commit
from interview.providers.storage.port import Storage
from interview.providers.storage.suppliers import configured

logger = logs.get(__name__)

UPLOADS = "uploads"
WORK = "work"


def store() -> Storage:
    """The store in force."""
    return configured(current.settings().recordings_dir)


def chunk_key(upload_id: str, offset_bytes: int) -> str:
    """A new key for a chunk; two writers at one offset never share one."""
    return f"{UPLOADS}/{upload_id[:2]}/{upload_id}-{offset_bytes:012x}-{secrets.token_hex(4)}"


def delete_after_commit(keys: Iterable[str]) -> None:
    """Remove files once nothing in the database names them; what a crash leaves is found when reconciling."""
    doomed, place = list(keys), store()

    def remove() -> None:
        for key in doomed:
            place.delete(key)

    after_commit(remove)
