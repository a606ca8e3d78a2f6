"""When the next try comes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from interview.webhooks.delivering import schedule


class TestWaitAfter:
    def test_longer_each_time_with_some_jitter(self) -> None:
        for tries, seconds in enumerate(schedule.WAITS_SECONDS, start=1):
            waits = {schedule.wait_after(tries) for _ in range(50)}

            assert all(wait and seconds <= wait.total_seconds() <= seconds * 1.2 for wait in waits)
            assert len(waits) > 1

    @pytest.mark.parametrize("tries", [schedule.MOST_TRIES, schedule.MOST_TRIES + 3])
    def test_an_end(self, tries: int) -> None:
        assert schedule.wait_after(tries, retry_after_seconds=10) is None

    def test_the_receiver_may_ask_for_more_but_not_for_less(self) -> None:
        longer, shorter = (schedule.wait_after(2, retry_after_seconds=seconds) for seconds in (900, 1))

        assert longer == timedelta(seconds=900)
        assert shorter and shorter.total_seconds() >= 300


class TestPauseAfter:
    def test_doubles_up_to_an_hour(self) -> None:
        first, second, last = (schedule.pause_after(silences).total_seconds() for silences in (1, 2, 1000))

        assert 30 <= first <= 36 and 60 <= second <= 72 and 3600 <= last <= 4320
