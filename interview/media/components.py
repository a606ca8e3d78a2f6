"""The health of media: is there room on the disk, and can it be written."""

from __future__ import annotations

import shutil
from typing import Any

from flask import Flask

from interview.core import current, health

LEAST_FREE_BYTES = 1024**3


def init(app: Flask) -> None:
    """Nothing to attach: importing this registers the check."""


@health.check("storage")
def check_storage() -> dict[str, Any]:
    """Free bytes where recordings lie; little room is told as degraded, before it becomes a refusal."""
    folder = current.settings().recordings_dir
    probe = folder / ".probe"
    probe.write_bytes(b"")
    probe.unlink()
    free = shutil.disk_usage(folder).free
    return {"status": "up" if free > LEAST_FREE_BYTES else "degraded", "free_bytes": free}
