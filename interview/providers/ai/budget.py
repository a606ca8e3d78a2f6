"""The budget of calls that all suppliers of this process share."""

from __future__ import annotations

import threading
from collections import deque

from interview.providers.ai.pace import Pace
from interview.providers.ai.port import ModelUnavailable

WINDOW_SECONDS = 60.0


class BudgetSpent(ModelUnavailable):
    """No call is free before the caller's deadline; `retry_after` says when one is."""


class Budget:
    """At most `calls_per_minute` calls in any minute, first come first served; safe to share between threads.

    A sliding window rather than a bucket that refills: a full bucket lets twice its size through in a minute.
    """

    def __init__(self, calls_per_minute: int = 100, *, pace: Pace | None = None) -> None:
        if calls_per_minute < 1:
            raise ValueError("a budget needs at least one call a minute")
        self._pace = pace or Pace()
        self._starts: deque[float] = deque(maxlen=calls_per_minute)
        self._lock = threading.Lock()

    def take(self, *, most_seconds: float) -> None:
        """Take one call, waiting at most `most_seconds` for it; raises `BudgetSpent` at once when that is too short."""
        with self._lock:
            now = self._pace.now()
            start = max(now, self._starts[0] + WINDOW_SECONDS) if self._is_full() else now
            if start - now > most_seconds:
                raise BudgetSpent("the budget of calls a minute is spent", retry_after=start - now)
            self._starts.append(start)
        if start > now:
            self._pace.sleep(start - now)

    def _is_full(self) -> bool:
        return len(self._starts) == self._starts.maxlen
