"""A circuit breaker: a supplier that keeps failing is left alone for a while.

Pattern: Nygard, "Release It!" (2007): closed, open after failures in a row, half-open for one trial.
"""

from __future__ import annotations

import threading

from interview.providers.ai.pace import Pace
from interview.providers.ai.port import ModelUnavailable


class CircuitOpen(ModelUnavailable):
    """The supplier failed too often in a row; it is asked again after `retry_after` seconds."""


class Breaker:
    """Opens after `failures` failures in a row; then lets one trial through each `pause_seconds` until one succeeds."""

    def __init__(self, *, failures: int = 5, pause_seconds: float = 30.0, pace: Pace | None = None) -> None:
        self._most_failures = failures
        self._pause_seconds = pause_seconds
        self._pace = pace or Pace()
        self._failures = 0
        self._opens_at = 0.0
        self._lock = threading.Lock()

    def admit(self) -> None:
        """Let a call through or raise `CircuitOpen`.

        A trial moves the next one a pause away, so that a trial that never reports back blocks nobody for ever.
        """
        with self._lock:
            if self._failures < self._most_failures:
                return
            now = self._pace.now()
            if now < self._opens_at:
                raise CircuitOpen("the supplier failed too often in a row", retry_after=self._opens_at - now)
            self._opens_at = now + self._pause_seconds

    def succeeded(self) -> None:
        """The supplier answered; the circuit closes."""
        with self._lock:
            self._failures = 0

    def failed(self) -> None:
        """The supplier gave nothing; the last failure in a row starts the pause."""
        with self._lock:
            self._failures += 1
            if self._failures >= self._most_failures:
                self._opens_at = self._pace.now() + self._pause_seconds
