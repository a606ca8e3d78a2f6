"""How a file comes to stand under its final name: whole, on disk, or not at all."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

_SYNC_SECONDS = 0.3


@contextlib.contextmanager
def bench(folder: Path, name: str) -> Iterator[Path]:
    """Yield a directory in `folder` to work in, gone afterwards; clear away those of runs that died.

    A living run holds a lock on its directory, so two runs of one order do not disturb each other.
    """
    prefix = f".{name}."
    for left in folder.glob(f"{prefix}*.partial"):
        _clear_if_dead(left)
    workplace, lock = _locked(folder, prefix)
    try:
        yield workplace
    finally:
        shutil.rmtree(workplace, ignore_errors=True)
        os.close(lock)


def publish(moves: list[tuple[Path, Path]]) -> None:
    """Flush each file and give it its final name, in order, so that the last to appear proves the others."""
    for source, _ in moves:
        flush(source)
    for source, target in moves:
        source.replace(target)
    for folder in {target.parent for _, target in moves}:
        flush(folder)


def flush(path: Path) -> None:
    """Wait until a file, or a directory's names, are on disk."""
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


@contextlib.contextmanager
def flushing(path: Path) -> Iterator[None]:
    """Push what is written to a growing file towards the disk meanwhile, so that the last flush is short."""
    done = Event()
    failures: list[OSError] = []

    def push() -> None:
        while not failures and not done.wait(_SYNC_SECONDS):
            try:
                flush(path)
            except FileNotFoundError:
                continue
            except OSError as failure:
                failures.append(failure)

    thread = Thread(target=push, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
    # The kernel reports a failed flush once; a later one that succeeds proves nothing.
    if failures:
        raise failures[0]


def _locked(folder: Path, prefix: str) -> tuple[Path, int]:
    while True:
        workplace = Path(tempfile.mkdtemp(prefix=prefix, suffix=".partial", dir=folder))
        lock = os.open(workplace, os.O_RDONLY)
        fcntl.flock(lock, fcntl.LOCK_EX)
        # Another run may have taken it for dead before the lock was on.
        if workplace.exists():
            return workplace, lock
        os.close(lock)


def _clear_if_dead(workplace: Path) -> None:
    try:
        lock = os.open(workplace, os.O_RDONLY)
    except OSError:
        return
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(workplace, ignore_errors=True)
    except BlockingIOError:
        return
    finally:
        os.close(lock)
