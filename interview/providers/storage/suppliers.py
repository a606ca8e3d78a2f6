"""The store that an operator has configured."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from interview.providers.storage.local import LocalStorage
from interview.providers.storage.port import Storage


@lru_cache(maxsize=8)
def configured(folder: Path) -> Storage:
    """Return the store of this data folder, made once for each."""
    return LocalStorage(folder)
