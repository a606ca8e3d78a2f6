"""Rate limits: one window, and who is counted by what."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import g

from interview.core import config
from interview.core.errors import TooManyRequests
from interview.core.http import Application
from interview.core.limits import Limits, Window


class TestWindow:
    """One limit."""

    def test_allows_as_many_as_it_says(self) -> None:
        window = Window("3 per hour")

        assert [bool(window.hit("a")) for _ in range(5)] == [False, False, False, True, True]

    def test_counts_each_key_apart(self) -> None:
        window = Window("1 per hour")

        assert not window.hit("a") and not window.hit("b") and window.hit("a")

    def test_looking_does_not_count(self) -> None:
        window = Window("1 per hour")

        assert [window.wait_seconds("a") for _ in range(3)] == [0, 0, 0] and not window.hit("a")
        assert 1 <= window.wait_seconds("a") <= 7200


class TestCount:
    """The present request."""

    @pytest.fixture
    def small(self, tmp_path: Path) -> Limits:
        """Limits that are reached at once."""
        return Limits(config.load(
            {"ADDRESS_LIMIT": "5 per hour", "ACCOUNT_LIMIT": "2 per hour", "SESSION_LIMIT": "1 per hour"},
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

        assert 1 <= int(refused.value.headers["Retry-After"]) <= 7201

    def test_failed_logins_are_counted_for_account_and_address(self, app: Application, tmp_path: Path) -> None:
        counted = Limits(config.load({"LOGIN_LIMIT": "2 per hour"}, env_file=None, data_dir=tmp_path))
        with app.test_request_context("/x", environ_base={"REMOTE_ADDR": "192.0.2.1"}):
            for _ in range(2):
                counted.check_login("Me@example.org")
                counted.count_failed_login("Me@example.org")
            counted.check_login("you@example.org")
            with pytest.raises(TooManyRequests):
                counted.check_login("me@EXAMPLE.org ")
        with app.test_request_context("/x", environ_base={"REMOTE_ADDR": "192.0.2.2"}):
            counted.check_login("me@example.org")
