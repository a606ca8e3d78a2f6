"""Reads a calendar of unknown origin and tells when it is busy; run in a process of its own, with little to spend.

`python -m interview.scheduling.calendar.busy.expansion START END ZONE MOST < calendar.ics` writes
`{"busy": [[start, end], …], "is_cut": false}` or `{"error": "…"}`. A rule that repeats every second, or a file made
to exhaust a parser, ends this process and nothing else.
"""

from __future__ import annotations

import json
import re
import resource
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

from interview.scheduling.calendar.hours.spans import Span, merged

CPU_SECONDS = 10
MEMORY_BYTES = 1024**3
# An interview of ours that came back from the calendar it was sent to is no second one.
_OURS = re.compile(r"interview-[0-9a-f]{32}@[0-9a-f]{32}\.talentflow")
FREE_STATES = frozenset({"FREE", "WORKINGELSEWHERE"})


def busy_spans(text: bytes, *, start: datetime, end: datetime, zone: ZoneInfo, most: int) -> tuple[list[Span], bool]:
    """The merged busy time between two moments, and whether more than `most` events were left out.

    Transparent and cancelled events are free (RFC 5545, 3.8.2.7 and 3.8.1.11). Days and times without a zone are
    taken in `zone`. Raises `ValueError` for what is no calendar.
    """
    calendars = icalendar.Calendar.from_ical(text, multiple=True)
    if not calendars:
        raise ValueError("no calendar")
    found: list[Span] = []
    for one in calendars:
        if one.name != "VCALENDAR":
            raise ValueError("no calendar")
        for span in _all_of(one, start, end, zone):
            if len(found) >= most:
                return _cut(found, start, end), True
            found.append(span)
    return _cut(found, start, end), False


def _cut(spans: list[Span], start: datetime, end: datetime) -> list[Span]:
    return merged((max(one, start), min(other, end)) for one, other in spans)


def _all_of(calendar: icalendar.Component, start: datetime, end: datetime, zone: ZoneInfo) -> Iterator[Span]:
    events = recurring_ical_events.of(calendar, skip_bad_series=True)
    for event in events.between(start.astimezone(zone), end.astimezone(zone)):
        if not _is_free(event):
            yield _utc(event.start, zone), _utc(event.end, zone)
    for part in calendar.walk("VFREEBUSY"):
        yield from _told(part, zone)


def _is_free(event: Any) -> bool:
    return (
        str(event.get("TRANSP", "OPAQUE")).upper() == "TRANSPARENT"
        or str(event.get("STATUS", "")).upper() == "CANCELLED"
        or str(event.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper() in FREE_STATES
        or _OURS.fullmatch(str(event.get("UID", ""))) is not None
    )


def _told(part: Any, zone: ZoneInfo) -> Iterator[Span]:
    """The periods of a free/busy answer (RFC 5545, 3.6.4)."""
    lines = part.get("FREEBUSY", [])
    for line in lines if isinstance(lines, list) else [lines]:
        if str(line.params.get("FBTYPE", "BUSY")).upper() != "FREE":
            begins, until = line.dt if isinstance(line.dt, tuple) else (line.start, line.end)
            yield _utc(begins, zone), _utc(begins + until if isinstance(until, timedelta) else until, zone)


def _utc(value: date | datetime, zone: ZoneInfo) -> datetime:
    if not isinstance(value, datetime):
        value = datetime.combine(value, time())
    return (value if value.tzinfo else value.replace(tzinfo=zone)).astimezone(UTC)


def main() -> None:
    """Read, tell, end."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    start, end, zone, most = sys.argv[1:]
    try:
        found, is_cut = busy_spans(
            sys.stdin.buffer.read(),
            start=datetime.fromisoformat(start),
            end=datetime.fromisoformat(end),
            zone=ZoneInfo(zone),
            most=int(most),
        )
        told: dict[str, Any] = {"busy": [[one.isoformat(), other.isoformat()] for one, other in found]}
        told["is_cut"] = is_cut
    except Exception as cause:  # whatever a stranger's file makes the parser raise
        told = {"error": type(cause).__name__}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
