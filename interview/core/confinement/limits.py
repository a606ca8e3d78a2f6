"""What a child may use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bytes of address space, bytes of one file, open files, and processor time, which follows the timeout when 0."""

    memory_bytes: int = 3 << 30
    file_bytes: int = 64 << 20
    open_files: int = 64
    cpu_seconds: int = 0
