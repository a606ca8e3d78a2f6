"""Rate limits: per address, and per account or interview session; failed logins counted apart."""

from __future__ import annotations

import time

from flask import Flask, request
from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from interview.core import callers
from interview.core.config import Settings
from interview.core.errors import TooManyRequests


class Window:
    """One limit in this process, kept by the library as two counters a key and weighted between them."""

    def __init__(self, limit: str) -> None:
        self._limit = parse(limit)
        self._strategy = SlidingWindowCounterRateLimiter(MemoryStorage())
        self.amount, self.seconds = self._limit.amount, self._limit.get_expiry()

    def hit(self, *key: str) -> float:
        """Count one; returns how many seconds to wait where it is one too many, otherwise 0."""
        return 0.0 if self._strategy.hit(self._limit, *key) else self._wait(*key)

    def wait_seconds(self, *key: str) -> float:
        """How long to wait until one more is allowed; 0 when it is now."""
        return 0.0 if self._strategy.test(self._limit, *key) else self._wait(*key)

    def _wait(self, *key: str) -> float:
        return max(1.0, self._strategy.get_window_stats(self._limit, *key).reset_time - time.time())


class Limits:
    """The limits of one app. Media bytes are bounded by quota instead, since a tus client takes 429 as final."""

    def __init__(self, settings: Settings) -> None:
        self._is_on = settings.environment != "testing"
        self._logins = Window(settings.login_limit)
        self._addresses = Window(settings.address_limit)
        accounts, sessions = Window(settings.account_limit), Window(settings.session_limit)
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
        wait = self._logins.wait_seconds(*_login_key(email))
        if wait:
            raise _too_many(wait, "Too many failed logins. Wait before trying again.")

    def count_failed_login(self, email: str) -> None:
        """Remember a failed login."""
        self._logins.hit(*_login_key(email))


def _login_key(email: str) -> tuple[str, str]:
    return (email.strip().lower(), callers.address())


def _count(window: Window, key: str) -> None:
    wait = window.hit(key)
    if wait:
        raise _too_many(wait, f"More than {window.amount} requests in {window.seconds} s. Try again later.")


def _too_many(wait_seconds: float, detail: str) -> TooManyRequests:
    error = TooManyRequests(detail)
    error.headers["Retry-After"] = str(int(wait_seconds) + 1)
    return error
