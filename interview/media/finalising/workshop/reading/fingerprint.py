"""SHA-256 of what was sent, taken while the packets are copied."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

from interview.core.confinement import confine
from interview.media.finalising import plain
from interview.media.finalising.finalised import Damage, Harm
from interview.media.finalising.order import Chunk, Segment

_READ_BYTES = 1 << 18
# How far ahead of the hashing the disk is asked for the next chunks.
_CHUNKS_AHEAD = 16


@dataclass(frozen=True)
class Fingerprint:
    """The hash of a segment's raw bytes, None where damage keeps us from knowing it, and the damage."""

    sha256: str | None
    damage: tuple[Damage, ...]


class Fingerprinting:
    """Fingerprints segments in order in a process of its own, which keeps the second core busy from the first moment.

    A thread would do, but would share the interpreter's lock with the copying and wait until the codecs are loaded.
    Start it before there are threads.
    """

    def __init__(self, segments: tuple[Segment, ...]) -> None:
        self._segments = segments
        self._results, results = os.pipe()
        copying = os.getpid()
        self._process = os.fork()
        if self._process == 0:
            self._take(results, copying)
        os.close(results)

    def result(self) -> list[Fingerprint]:
        """Wait, and return a fingerprint for each segment; raises ChildProcessError when there is none."""
        with os.fdopen(self._results, encoding="utf-8") as results:
            said = results.read()
        _, status = os.waitpid(self._process, 0)
        if status:
            raise ChildProcessError(f"fingerprinting ended with status {status}")
        return [plain.read(Fingerprint, one) for one in json.loads(said)]

    def _take(self, results: int, copying: int) -> NoReturn:
        status = 1
        try:
            confine.bind_to(copying)
            said = ",".join(plain.written(fingerprint(segment)) for segment in self._segments)
            with os.fdopen(results, "w", encoding="utf-8") as file:
                file.write(f"[{said}]")
            status = 0
        finally:
            os._exit(status)


def fingerprint(segment: Segment) -> Fingerprint:
    """Hash a segment's chunks, each alone and all together, comparing each with what was acknowledged."""
    whole = hashlib.sha256()
    damage = []
    for ahead in segment.chunks[:_CHUNKS_AHEAD]:
        _ask_for(ahead.path)
    for index, chunk in enumerate(segment.chunks):
        for ahead in segment.chunks[index + _CHUNKS_AHEAD : index + _CHUNKS_AHEAD + 1]:
            _ask_for(ahead.path)
        harm = _harm(chunk, whole)
        if harm:
            damage.append(Damage(index, harm))
    return Fingerprint(None if damage else whole.hexdigest(), tuple(damage))


def with_spares(segment: Segment) -> Segment:
    """Return the segment with each chunk that has a spare copy read from it where the first copy is not whole."""
    return replace(segment, chunks=tuple(_best_copy(chunk) for chunk in segment.chunks))


def sha256_of(path: Path) -> str:
    """Hash a file."""
    digest = hashlib.sha256()
    for piece in _pieces(path):
        digest.update(piece)
    return digest.hexdigest()


def _best_copy(chunk: Chunk) -> Chunk:
    if chunk.spare_path is None or _harm(chunk) is None:
        return chunk
    spare = replace(chunk, path=chunk.spare_path, spare_path=None)
    return chunk if _harm(spare) else spare


def _harm(chunk: Chunk, whole: hashlib._Hash | None = None) -> Harm | None:
    alone = hashlib.sha256()
    length = 0
    try:
        for piece in _pieces(chunk.path):
            length += len(piece)
            if chunk.sha256:
                alone.update(piece)
            if whole:
                whole.update(piece)
    except FileNotFoundError:
        return "missing"
    except OSError:
        return "unreadable"
    is_as_sent = length == chunk.size_bytes and chunk.sha256 in (None, alone.hexdigest())
    return None if is_as_sent else "altered"


def _ask_for(path: Path) -> None:
    if not hasattr(os, "posix_fadvise"):
        return
    with contextlib.suppress(OSError):
        file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_WILLNEED)
        os.close(file)


def _pieces(path: Path) -> Iterator[memoryview]:
    buffer = memoryview(bytearray(_READ_BYTES))
    file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        while count := os.readv(file, [buffer]):
            yield buffer[:count]
    finally:
        os.close(file)
