"""One chunk file while it is written."""

from __future__ import annotations

import hashlib

from interview.media.offsets import Chunk
from interview.media.store import chunk_key
from interview.providers.storage.port import Staged, Storage


class ChunkWriter:
    """Bytes from an offset on, hashed as they are written; no file is made before the first byte."""

    def __init__(self, store: Storage, *, upload_id: str, offset_bytes: int) -> None:
        self._store = store
        self._upload_id = upload_id
        self._offset_bytes = offset_bytes
        self._digest = hashlib.sha256()
        self._staged: Staged | None = None
        self.size_bytes = 0

    def write(self, piece: memoryview) -> None:
        """Add bytes; raises OSError."""
        if self._staged is None:
            self._staged = self._store.stage()
        self._staged.write(piece)
        self._digest.update(piece)
        self.size_bytes += len(piece)

    def publish(self) -> Chunk:
        """Bring the bytes to the disk under their name; raises OSError, and then the chunk is lost."""
        if self._staged is None:
            raise ValueError("an empty chunk has no file")
        key = chunk_key(self._upload_id, self._offset_bytes)
        self._store.publish(self._staged, key)
        return Chunk(self._offset_bytes, self.size_bytes, self._digest.hexdigest(), key)

    def discard(self) -> None:
        """Forget the bytes."""
        if self._staged is not None:
            self._staged.discard()
