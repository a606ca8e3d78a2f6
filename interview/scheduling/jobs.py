"""Background work of scheduling: see who did not come."""

from __future__ import annotations

from flask import Flask

from interview.core.jobs.periodic import every
from interview.scheduling import missed

MINUTE_SECONDS = 60


@every(MINUTE_SECONDS, "mark_missed_interviews")
def mark_missed_interviews() -> None:
    """Mark interviews that nobody came to."""
    missed.mark_missed()


def init(app: Flask) -> None:
    """Nothing to attach: importing this registers the round."""
