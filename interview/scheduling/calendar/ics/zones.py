"""VTIMEZONE blocks from the IANA database (RFC 5545, section 3.6.5).

The library's own blocks write the onset of summer time in the new offset, an hour late; RFC 5545 wants it in the
offset that is in force before it (TZOFFSETFROM), so they are made here, one observance for each change.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from interview.scheduling.calendar.clocks import changes

UTC_NAMES = frozenset({"UTC", "Etc/UTC", "Etc/UCT", "UCT", "Zulu", "Etc/Zulu", "Universal", "Etc/Universal"})
_MINUTE = timedelta(minutes=1)


def is_utc(name: str) -> bool:
    """Whether a zone is UTC itself, which is written with `Z` and needs no block."""
    return name in UTC_NAMES


@lru_cache(maxsize=256)
def block(name: str, first_year: int, last_year: int) -> Timezone:
    """The VTIMEZONE of a zone, right from the beginning of the first year to the end of the last."""
    zone = ZoneInfo(name)
    found = Timezone()
    found.add("tzid", name)
    start, end = datetime(first_year, 1, 1, tzinfo=UTC), datetime(last_year + 1, 1, 1, tzinfo=UTC)
    found.add_component(_observance(zone, start, zone.utcoffset(start)))
    for moment in changes(zone, start, end):
        found.add_component(_observance(zone, moment, zone.utcoffset(moment - _MINUTE)))
    return found


def _observance(
    zone: ZoneInfo, onset: datetime, offset_before: timedelta | None
) -> TimezoneStandard | TimezoneDaylight:
    local = onset.astimezone(zone)
    part: TimezoneStandard | TimezoneDaylight = TimezoneDaylight() if local.dst() else TimezoneStandard()
    before = offset_before or timedelta()
    part.add("dtstart", onset.astimezone(timezone(before)).replace(tzinfo=None))
    part.add("tzoffsetfrom", before)
    part.add("tzoffsetto", local.utcoffset())
    part.add("tzname", local.tzname())
    return part
