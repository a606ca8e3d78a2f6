"""Files in a folder: the embedded default.

A file is written under a passing name in the same file system, synced, renamed, and its folder synced, in that order.
A failed sync is never tried again, because the kernel may have dropped the pages and would then report success.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from interview.providers.storage.port import Missing, Staged, checked

STAGING = "staging"


class LocalFile:
    """Bytes being written to a file without a lasting name."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: int | None = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o640)

    def write(self, piece: bytes | bytearray | memoryview) -> None:
        """Add bytes."""
        if self._file is None:
            raise ValueError("already published or discarded")
        rest = memoryview(piece)
        while rest:
            rest = rest[os.write(self._file, rest) :]

    def seal(self) -> None:
        """Bring the bytes to the disk and close; whatever happens, no second try is possible."""
        if self._file is None:
            raise ValueError("already published or discarded")
        file, self._file = self._file, None
        try:
            os.fdatasync(file)
        finally:
            os.close(file)

    def discard(self) -> None:
        """Forget the bytes."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
        self.path.unlink(missing_ok=True)


class LocalStorage:
    """A folder of files named by their keys."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._staging = folder / STAGING
        self._lasting: set[Path] = {folder}
        folder.mkdir(parents=True, exist_ok=True)
        self._staging.mkdir(exist_ok=True)

    def stage(self) -> LocalFile:
        """Begin writing."""
        return LocalFile(self._staging / secrets.token_hex(16))

    def publish(self, staged: Staged, key: str) -> None:
        """Sync the file, rename it, and sync its folder."""
        if not isinstance(staged, LocalFile):
            raise TypeError("staged elsewhere")
        target = self._place(key)
        staged.seal()
        self._make_folder(target.parent)
        staged.path.rename(target)
        _sync(target.parent)

    def adopt(self, path: Path, key: str) -> None:
        """Sync a finished file, rename it, and sync its new folder."""
        target = self._place(key)
        _sync(path)
        self._make_folder(target.parent)
        path.rename(target)
        _sync(target.parent)

    def open(self, key: str) -> BinaryIO:
        """Open for reading."""
        try:
            return self._place(key).open("rb")
        except FileNotFoundError as cause:
            raise Missing(key) from cause

    def size(self, key: str) -> int:
        """Tell the size."""
        return self.path(key).stat().st_size

    def path(self, key: str) -> Path:
        """Tell where the file lies."""
        place = self._place(key)
        if not place.is_file():
            raise Missing(key)
        return place

    def delete(self, key: str) -> None:
        """Remove the file."""
        self._place(key).unlink(missing_ok=True)

    def list(self, prefix: str, *, older_than_seconds: float = 0) -> Iterator[str]:
        """Every key below a prefix."""
        for path in self._old(self._place(prefix), older_than_seconds):
            yield path.relative_to(self._folder).as_posix()

    def sweep(self, *, older_than_seconds: float) -> int:
        """Remove what was staged and left."""
        left = list(self._old(self._staging, older_than_seconds))
        for path in left:
            path.unlink(missing_ok=True)
        return len(left)

    def _place(self, key: str) -> Path:
        return self._folder / checked(key)

    def _make_folder(self, folder: Path) -> None:
        # A folder that is there may not be on the disk yet: another thread or process can be between its two steps.
        if folder in self._lasting:
            return
        self._make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        _sync(folder.parent)
        self._lasting.add(folder)

    def _old(self, folder: Path, seconds: float) -> Iterator[Path]:
        newest = time.time() - seconds
        for path in sorted(folder.rglob("*")):
            try:
                if path.is_file() and path.stat().st_mtime <= newest:
                    yield path
            except FileNotFoundError:
                continue


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
