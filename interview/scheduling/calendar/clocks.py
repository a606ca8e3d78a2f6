"""When the clocks of a zone change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


def changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[datetime]:
    """The moments, to the minute and in UTC, at which the zone's offset changes; looked for day by day."""
    day = start
    while day < end:
        if day.astimezone(zone).utcoffset() != (day + _DAY).astimezone(zone).utcoffset():
            yield change_between(zone, day, day + _DAY)
        day += _DAY


def change_between(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The first minute with another offset than `before` has, where `after` is known to differ; both in UTC."""
    offset = before.astimezone(zone).utcoffset()
    low, high = 0, int((after - before) / _MINUTE)
    while high - low > 1:
        middle = (low + high) // 2
        is_same = (before + middle * _MINUTE).astimezone(zone).utcoffset() == offset
        low, high = (middle, high) if is_same else (low, middle)
    return before + high * _MINUTE
