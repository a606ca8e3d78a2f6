"""Rate limits: per address, and per account or interview session; failed logins counted apart."""

from __future__ import annotations

import threading
import time
from collections.abc import Hashable

from flask import Flask, request
from limits import parse

from interview.core import callers
from interview.core.config import Settings
from interview.core.errors import TooManyRequests


class SlidingWindow:
    """How often each key came within a limit's time, in this process.

    Two counters a key: this window's, and the last one's weighted by how much of it still lies within the limit's time.
    The windows are shared by all keys, so what is over is forgotten by dropping one dictionary.
    """

    def __init__(self, limit: str) -> None:
        read = parse(limit)
        self.amount, self.seconds = read.amount, read.get_expiry()
        self._number = 0
        self._current: dict[Hashable, int] = {}
        self._previous: dict[Hashable, int] = {}
        self._lock = threading.Lock()

    def hit(self, key: Hashable) -> float:
        """Count one; returns how many seconds to wait where it is one too many and was not counted, otherwise 0."""
        with self._lock:
            wait = self._wait(key)
            if not wait:
                self._current[key] = self._current.get(key, 0) + 1
            return wait

    def wait_seconds(self, key: Hashable) -> float:
        """How long to wait until one more is allowed; 0 when it is now."""
        with self._lock:
            return self._wait(key)

    def _wait(self, key: Hashable) -> float:
        elapsed = self._turn(time.time())
        current, previous = self._current.get(key, 0), self._previous.get(key, 0)
        free = self.amount - 1 - current
        if free >= previous * (1 - elapsed / self.seconds):
            return 0
        if free >= 0:
            return self.seconds * (1 - free / previous) - elapsed
        return 2 * self.seconds - elapsed - self.seconds * (self.amount - 1) / current

    def _turn(self, now: float) -> float:
        """Begin the window of this moment; returns the seconds since its beginning."""
        number, elapsed = divmod(now, self.seconds)
        if number != self._number:
            self._previous = self._current if number == self._number + 1 else {}
            self._current, self._number = {}, int(number)
        return elapsed


class Limits:
    """The limits of one app. Media bytes are bounded by quota instead, since a tus client takes 429 as final."""

    def __init__(self, settings: Settings) -> None:
        self._is_on = settings.environment != "testing"
        self._logins = SlidingWindow(settings.login_limit)
        self._addresses = SlidingWindow(settings.address_limit)
        accounts, sessions = SlidingWindow(settings.account_limit), SlidingWindow(settings.session_limit)
        self._callers = {"user": accounts, "key": accounts, "session": sessions}

    def init_app(self, app: Flask) -> None:
        """Attach to the app; every request is counted before its view."""
        if self._is_on:
            app.before_request(self.count)

    def count(self) -> None:
        """Count the present request; raises `TooManyRequests`."""
        if "/uploads/" in request.path:
            return
        _count(self._addresses, callers.address())
        caller = callers.caller()
        window = self._callers.get(caller.partition(":")[0])
        if window is not None:
            _count(window, caller)

    def check_login(self, email: str) -> None:
        """Refuse a login after too many failures for this account from this address; raises `TooManyRequests`."""
        wait = self._logins.wait_seconds(_login_key(email))
        if wait:
            raise _too_many(wait, "Too many failed logins. Wait before trying again.")

    def count_failed_login(self, email: str) -> None:
        """Remember a failed login."""
        self._logins.hit(_login_key(email))


def _login_key(email: str) -> tuple[str, str]:
    return (email.strip().lower(), callers.address())


def _count(window: SlidingWindow, key: str) -> None:
    wait = window.hit(key)
    if wait:
        raise _too_many(wait, f"More than {window.amount} requests in {window.seconds} s. Try again later.")


def _too_many(wait_seconds: float, detail: str) -> TooManyRequests:
    error = TooManyRequests(detail)
    error.headers["Retry-After"] = str(int(wait_seconds) + 1)
    return error
