"""Working hours as rules on the clock on the wall, and what they mean in UTC on each day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from interview.scheduling.calendar.clocks import change_between
from interview.scheduling.calendar.hours.spans import Span, merged

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
WORKING_DAYS = range(5)
NINE, FIVE = 9 * 60, 17 * 60


@dataclass(frozen=True, slots=True)
class DayRule:
    """From one minute of the day to another, 0 to 1440, on a weekday (0 is Monday)."""

    weekday: int
    starts_minute: int
    ends_minute: int


@dataclass(frozen=True, slots=True)
class DayException:
    """A day that differs: its own stretches of minutes instead of the weekday's; none is a day off."""

    day: date
    stretches: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Hours:
    """One person's working hours in their zone."""

    timezone: str
    rules: tuple[DayRule, ...]
    exceptions: tuple[DayException, ...] = ()


def usual(timezone: str) -> Hours:
    """Monday to Friday, nine to five: what holds until a person says otherwise."""
    return Hours(timezone, tuple(DayRule(weekday, NINE, FIVE) for weekday in WORKING_DAYS))


def working(hours: Hours, start: datetime, end: datetime) -> list[Span]:
    """The working time between two moments, in UTC; right on days on which the clocks change."""
    zone = ZoneInfo(hours.timezone)
    differs = {one.day: one.stretches for one in hours.exceptions}
    day, last = start.astimezone(zone).date() - _DAY, end.astimezone(zone).date()
    found: list[Span] = []
    while day <= last:
        for first_minute, last_minute in differs.get(day, _on(hours.rules, day)):
            found.append((moment(day, first_minute, zone), moment(day, last_minute, zone, is_end=True)))
        day += _DAY
    return merged((max(one, start), min(other, end)) for one, other in found)


def _on(rules: Sequence[DayRule], day: date) -> list[tuple[int, int]]:
    return [(rule.starts_minute, rule.ends_minute) for rule in rules if rule.weekday == day.weekday()]


def moment(day: date, minute: int, zone: ZoneInfo, *, is_end: bool = False) -> datetime:
    """A minute of a local day in UTC.

    A time that comes twice is its first coming for a beginning and its second for an end; one that is skipped is
    the moment of the change.
    """
    local = datetime.combine(day, time()) + minute * _MINUTE
    early = local.replace(tzinfo=zone, fold=0).astimezone(UTC)
    late = local.replace(tzinfo=zone, fold=1).astimezone(UTC)
    if early <= late:
        return late if is_end else early
    return change_between(zone, late, early)
