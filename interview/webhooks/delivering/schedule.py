"""When a message is tried again, and when an address that does not answer is left alone for a while.

The waits are the first of those that the Standard Webhooks specification recommends: eight tries in 32 hours.
"""

from __future__ import annotations

import random
from datetime import timedelta

WAITS_SECONDS = (5, 300, 1800, 7200, 18_000, 36_000, 50_400)
MOST_TRIES = len(WAITS_SECONDS) + 1
JITTER = 0.2
LONGEST_ASKED = timedelta(hours=24)
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 30, 3600
GIVEN_UP_AFTER = timedelta(days=5)


def wait_after(tries: int, *, retry_after_seconds: float | None = None) -> timedelta | None:
    """How long to wait after so many failed tries; None when there were enough.

    What the receiver asks for with `Retry-After` makes it longer, by a day at most; jitter spreads a herd.
    """
    if tries >= MOST_TRIES:
        return None
    planned = WAITS_SECONDS[tries - 1] * random.uniform(1, 1 + JITTER)
    asked = min(retry_after_seconds or 0.0, LONGEST_ASKED.total_seconds())
    return timedelta(seconds=max(planned, asked))


def pause_after(silences: int) -> timedelta:
    """How long an address is left alone that did not answer so many times in a row.

    Each unanswered try holds a worker for its whole timeout, so a few dead addresses must not hold up the others.
    """
    seconds = min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2 ** min(silences - 1, 20))
    return timedelta(seconds=seconds * random.uniform(1, 1 + JITTER))
