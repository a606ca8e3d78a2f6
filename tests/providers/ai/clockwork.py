"""Time that passes only when somebody waits."""

from __future__ import annotations

from interview.providers.ai.pace import Pace


class Clockwork:
    """A clock that moves by sleeping, and a chance that is always the highest."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.slept: list[float] = []

    @property
    def pace(self) -> Pace:
        return Pace(now=lambda: self.seconds, sleep=self.sleep, chance=lambda: 1.0)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds
