"""Interviews that nobody came to: marked by the system some time after their end.

Those that were entered after their end are records, and those in person are known to the people who sat there; both
are left alone, and so is what somebody began.
"""

from __future__ import annotations

from datetime import timedelta

from interview.core import clock, current
from interview.core.actors import SYSTEM
from interview.scheduling import listing
from interview.scheduling import service as scheduling

AT_ONCE = 200


def mark_missed() -> int:
    """Mark what ended `no_show_minutes` ago without anybody; returns how many, at most `AT_ONCE`."""
    ended_before = clock.now() - timedelta(minutes=current.settings().no_show_minutes)
    found = listing.hold_missed(ended_before=ended_before, at_once=AT_ONCE)
    for interview in found:
        scheduling.mark_missed(interview, by=SYSTEM)
    return len(found)
