"""Arithmetic of spans of time: half-open, in UTC, as pairs of moments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

Span = tuple[datetime, datetime]
_GRID = timedelta(minutes=5)


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same time as sorted spans that neither touch nor overlap; empty ones are dropped."""
    found: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def without(spans: Sequence[Span], taken: Iterable[Span]) -> list[Span]:
    """What is left of merged spans when other time is taken out."""
    left: list[Span] = []
    cuts = merged(taken)
    first = 0
    for start, end in spans:
        while first < len(cuts) and cuts[first][1] <= start:
            first += 1
        at = start
        for cut_start, cut_end in cuts[first:]:
            if cut_start >= end:
                break
            if at < cut_start:
                left.append((at, cut_start))
            at = max(at, cut_end)
        if at < end:
            left.append((at, end))
    return left


def common(left: Sequence[Span], right: Sequence[Span]) -> list[Span]:
    """The time that lies in both; both are merged."""
    found: list[Span] = []
    here = there = 0
    while here < len(left) and there < len(right):
        start, end = max(left[here][0], right[there][0]), min(left[here][1], right[there][1])
        if start < end:
            found.append((start, end))
        if left[here][1] < right[there][1]:
            here += 1
        else:
            there += 1
    return found


def beginnings(
    free: Iterable[Span], *, length: timedelta, step_minutes: int, zone: ZoneInfo, not_before: datetime
) -> Iterator[datetime]:
    """When something of this length can begin: on the zone's clock at multiples of the step since midnight.

    The grid follows the clock on the wall, so 9:30 stays 9:30 when the clocks change.
    """
    for start, end in free:
        at = _on_grid(max(start, not_before))
        while at + length <= end:
            local = at.astimezone(zone)
            if (local.hour * 60 + local.minute) % step_minutes == 0:
                yield at
            at += _GRID


def _on_grid(moment: datetime) -> datetime:
    whole = moment.replace(minute=moment.minute - moment.minute % 5, second=0, microsecond=0)
    return whole if whole == moment else whole + _GRID
