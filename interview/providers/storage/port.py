"""What a store of media bytes does, whoever supplies it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

_KEY = re.compile(r"[a-z0-9]+(?:[a-z0-9._-]*[a-z0-9])?(?:/[a-z0-9]+(?:[a-z0-9._-]*[a-z0-9])?)*")
LONGEST_KEY = 160


class BadKey(ValueError):
    """The key is none that the server makes."""


class Missing(LookupError):
    """Nothing is stored under this key."""


class Staged(Protocol):
    """Bytes being written that have no name yet; what is neither published nor discarded is swept away later."""

    def write(self, piece: bytes | bytearray | memoryview) -> None:
        """Add bytes; raises OSError when the disk is full or fails."""

    def discard(self) -> None:
        """Forget the bytes; harmless after `publish`."""


class Storage(Protocol):
    """Immutable bytes by key: once published, a key never means other bytes."""

    def stage(self) -> Staged:
        """Begin writing."""

    def publish(self, staged: Staged, key: str) -> None:
        """Give staged bytes their name; when this returns, bytes and name survive a loss of power.

        Raises OSError, and then nothing is promised and the same staged bytes must not be published again.
        """

    def adopt(self, path: Path, key: str) -> None:
        """Take over a finished local file as if it had been staged; raises OSError."""

    def open(self, key: str) -> BinaryIO:
        """Open for reading and seeking; raises `Missing`."""

    def size(self, key: str) -> int:
        """Tell the size in bytes; raises `Missing`."""

    def path(self, key: str) -> Path:
        """Tell where a local copy lies that other programs can read; raises `Missing`."""

    def delete(self, key: str) -> None:
        """Remove the bytes; harmless where there are none."""

    def list(self, prefix: str, *, older_than_seconds: float = 0) -> Iterator[str]:
        """Every key below a prefix, leaving out what was written less than so many seconds ago."""

    def sweep(self, *, older_than_seconds: float) -> int:
        """Remove staged bytes that nobody published, and return how many there were."""


def checked(key: str) -> str:
    """Return the key; raises `BadKey` for one that the server would not make, such as one with `..` in it."""
    if len(key) > LONGEST_KEY or not _KEY.fullmatch(key) or ".." in key:
        raise BadKey(key)
    return key
