"""The arithmetic of free time, tried against a reader who looks at the clock on the wall minute by minute."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview.scheduling.calendar.hours import availability, rules, spans
from interview.scheduling.calendar.hours.rules import DayException, DayRule, Hours
from interview.scheduling.calendar.hours.spans import Span

ORIGIN = datetime(2026, 3, 27, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def minutes(*pairs: tuple[int, int]) -> list[Span]:
    """Spans by minutes since the origin."""
    return [(ORIGIN + start * MINUTE, ORIGIN + end * MINUTE) for start, end in pairs]


def inside(found: list[Span]) -> set[int]:
    """The minutes that lie in spans."""
    return {
        minute for start, end in found for minute in range(int((start - ORIGIN) / MINUTE), int((end - ORIGIN) / MINUTE))
    }


SPANS = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=12)


class TestSpans:
    """Sets of minutes say what is right."""

    @given(SPANS)
    def test_merged_is_the_same_time_in_order_without_touching(self, pairs: list[tuple[int, int]]) -> None:
        found = spans.merged(minutes(*pairs))

        assert inside(found) == inside(minutes(*pairs))
        assert all(left[1] < right[0] for left, right in pairwise(found))

    @given(SPANS, SPANS)
    def test_without_and_common_are_difference_and_intersection(
        self, left: list[tuple[int, int]], right: list[tuple[int, int]]
    ) -> None:
        one, other = spans.merged(minutes(*left)), spans.merged(minutes(*right))

        assert inside(spans.without(one, minutes(*right))) == inside(one) - inside(other)
        assert inside(spans.common(one, other)) == inside(one) & inside(other)

    @given(SPANS, st.integers(5, 90), st.integers(0, 30), st.sampled_from([5, 15, 30, 60]))
    def test_a_slot_fits_and_every_slot_that_fits_is_told(
        self, taken: list[tuple[int, int]], length: int, buffer: int, step: int
    ) -> None:
        busy = spans.merged(minutes(*taken))
        zone = ZoneInfo("UTC")
        starts = spans.beginnings(
            minutes((0, 240)), length=length * MINUTE, step_minutes=step, zone=zone, not_before=ORIGIN
        )
        found = availability.without_clashes(starts, busy, takes=(length + buffer) * MINUTE)
        blocked = inside(busy)
        wanted = [
            minute
            for minute in range(0, 240, step)
            if minute + length <= 240 and not blocked & set(range(minute, minute + length + buffer))
        ]

        assert [int((slot - ORIGIN) / MINUTE) for slot in found] == wanted


ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca")


class TestWorking:
    """Rules on the clock on the wall."""

    @pytest.mark.parametrize("zone", ZONES)
    @given(start=st.integers(0, 1430), length=st.integers(10, 600), days=st.integers(0, 364))
    @settings(max_examples=25, deadline=None)
    def test_every_minute_of_it_stands_in_the_rules(self, zone: str, start: int, length: int, days: int) -> None:
        end = min(start + length, 1440)
        hours = Hours(zone, tuple(DayRule(weekday, start, end) for weekday in range(7)))
        begin = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=days)
        until = begin + timedelta(days=2)
        found = rules.working(hours, begin, until)
        for minute in range(0, 2 * 1440, 5):
            at = begin + minute * MINUTE
            local = at.astimezone(ZoneInfo(zone))
            stands = start <= local.hour * 60 + local.minute < end
            told = any(one <= at < other for one, other in found)

            assert told == stands or is_doubled(local)

    def test_nine_stays_nine_when_the_clocks_change(self) -> None:
        found = rules.working(rules.usual("Europe/Berlin"), *week(2026, 3, 23, days=14))

        assert [start.astimezone(ZoneInfo("Europe/Berlin")).hour for start, _ in found] == [9] * 10
        assert {start.hour for start, _ in found} == {8, 7}

    def test_a_night_shift_over_the_skipped_hour_is_an_hour_shorter(self) -> None:
        hours = Hours("Europe/Berlin", (DayRule(6, 0, 240),))
        [(start, end)] = rules.working(hours, *week(2026, 3, 28, days=2))

        assert end - start == timedelta(hours=3)

    def test_a_night_shift_over_the_doubled_hour_is_an_hour_longer(self) -> None:
        hours = Hours("Europe/Berlin", (DayRule(6, 0, 240),))
        [(start, end)] = rules.working(hours, *week(2026, 10, 24, days=3))

        assert end - start == timedelta(hours=5)

    def test_a_rule_inside_the_skipped_hour_is_no_time_at_all(self) -> None:
        hours = Hours("Europe/Berlin", (DayRule(6, 130, 170),))

        assert rules.working(hours, *week(2026, 3, 28, days=3)) == []

    def test_a_day_off_and_a_day_with_other_hours(self) -> None:
        usual = rules.usual("UTC")
        off = DayException(date(2026, 11, 23))
        other = DayException(date(2026, 11, 28), ((600, 660),))
        found = rules.working(Hours("UTC", usual.rules, (off, other)), *week(2026, 11, 23, days=7))

        assert [start.day for start, _ in found] == [24, 25, 26, 27, 28]
        assert found[-1] == (datetime(2026, 11, 28, 10, tzinfo=UTC), datetime(2026, 11, 28, 11, tzinfo=UTC))

    def test_people_in_two_zones_share_what_lies_in_both_days(self) -> None:
        here, there = rules.usual("Europe/Berlin"), rules.usual("America/New_York")
        found = availability.common_time([here, there], *week(2026, 11, 23, days=1))

        assert found == [(datetime(2026, 11, 23, 14, tzinfo=UTC), datetime(2026, 11, 23, 16, tzinfo=UTC))]


def week(year: int, month: int, day: int, *, days: int) -> Span:
    """Some days."""
    start = datetime(year, month, day, tzinfo=UTC)
    return start, start + timedelta(days=days)


def is_doubled(local: datetime) -> bool:
    """Whether a time of the wall's clock comes twice that day."""
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
