"""Rate limits: a sliding window, and who is counted by what."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import g

from interview.core import config, limits
from interview.core.errors import TooManyRequests
from interview.core.http import Application
from interview.core.limits import Limits, SlidingWindow


class Clock:
    """A time that stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = 1_000_020.0

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The limits' clock, at the beginning of a minute."""
    found = Clock()
    monkeypatch.setattr(limits, "time", found)
    return found


class TestSlidingWindow:
    """One limit."""

    def test_allows_as_many_as_it_says(self, clock: Clock) -> None:
        window = SlidingWindow("3 per minute")

        assert [bool(window.hit("a")) for _ in range(5)] == [False, False, False, True, True]

    def test_counts_each_key_apart(self, clock: Clock) -> None:
        window = SlidingWindow("1 per minute")

        assert not window.hit("a") and not window.hit("b") and window.hit("a")

    def test_waiting_as_long_as_told_is_enough(self, clock: Clock) -> None:
        window = SlidingWindow("3 per minute")
        for _ in range(3):
            window.hit("a")
        clock.now += window.hit("a") + 0.001

        assert window.hit("a") == 0

    def test_a_second_less_is_not_enough(self, clock: Clock) -> None:
        window = SlidingWindow("3 per minute")
        for _ in range(3):
            window.hit("a")
        clock.now += window.hit("a") - 1

        assert window.hit("a") > 0

    def test_never_lets_more_through_than_twice_over_a_border(self, clock: Clock) -> None:
        window, passed = SlidingWindow("60 per minute"), []
        for _ in range(240):
            if not window.hit("a"):
                passed.append(clock.now)
            clock.now += 0.5

        within = [sum(begun <= at < begun + 60 for at in passed) for begun in passed]
        assert max(within) <= 62

    def test_forgets_what_is_over(self, clock: Clock) -> None:
        window = SlidingWindow("3 per minute")
        for number in range(100):
            window.hit(number)
        clock.now += 130
        window.hit("a")

        assert len(window._current) + len(window._previous) == 1


class TestCount:
    """The present request."""

    @pytest.fixture
    def small(self, tmp_path: Path, clock: Clock) -> Limits:
        """Limits that are reached at once."""
        return Limits(config.load(
            {"ADDRESS_LIMIT": "5 per minute", "ACCOUNT_LIMIT": "2 per minute", "SESSION_LIMIT": "1 per minute"},
            env_file=None, data_dir=tmp_path,
        ))  # fmt: skip

    def allowed(self, app: Application, counted: Limits, caller: str, path: str = "/x") -> int:
        """How many of ten requests pass."""
        passed = 0
        for _ in range(10):
            with app.test_request_context(path):
                g.caller = caller
                try:
                    counted.count()
                    passed += 1
                except TooManyRequests:
                    continue
        return passed

    @pytest.mark.parametrize(("caller", "most"), [("user:1", 2), ("key:1", 2), ("session:1", 1), ("address:1", 5)])
    def test_by_kind_of_caller(self, app: Application, small: Limits, caller: str, most: int) -> None:
        assert self.allowed(app, small, caller) == most

    def test_media_is_not_counted(self, app: Application, small: Limits) -> None:
        assert self.allowed(app, small, "session:1", "/api/uploads/abc") == 10

    def test_says_when_to_come_back(self, app: Application, small: Limits) -> None:
        with app.test_request_context("/x"):
            g.caller = "session:1"
            small.count()
            with pytest.raises(TooManyRequests) as refused:
                small.count()

        assert 1 <= int(refused.value.headers["Retry-After"]) <= 121

    def test_failed_logins_are_counted_for_account_and_address(self, app: Application, tmp_path: Path) -> None:
        counted = Limits(config.load({"LOGIN_LIMIT": "2 per minute"}, env_file=None, data_dir=tmp_path))
        with app.test_request_context("/x", environ_base={"REMOTE_ADDR": "192.0.2.1"}):
            for _ in range(2):
                counted.check_login("Me@example.org")
                counted.count_failed_login("Me@example.org")
            counted.check_login("you@example.org")
            with pytest.raises(TooManyRequests):
                counted.check_login("me@EXAMPLE.org ")
        with app.test_request_context("/x", environ_base={"REMOTE_ADDR": "192.0.2.2"}):
            counted.check_login("me@example.org")
