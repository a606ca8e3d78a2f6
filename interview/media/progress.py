"""How often the news of an upload's progress is told."""

from __future__ import annotations

import threading
import time

INTERVAL_SECONDS = 1.0
_MOST_KEPT = 4096


class Pace:
    """Says when an upload may tell its progress again; each process keeps its own count."""

    def __init__(self, interval_seconds: float = INTERVAL_SECONDS) -> None:
        self._interval = interval_seconds
        self._told: dict[str, float] = {}
        self._lock = threading.Lock()

    def allows(self, upload_id: str) -> bool:
        """Whether it is time; if so, the next time is an interval away."""
        now = time.monotonic()
        with self._lock:
            if now - self._told.get(upload_id, -self._interval) < self._interval:
                return False
            if len(self._told) >= _MOST_KEPT:
                self._told = {key: at for key, at in self._told.items() if now - at < self._interval}
            self._told[upload_id] = now
            return True


pace = Pace()
