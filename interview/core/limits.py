"""Rate limits: per address, and per account or interview session; failed logins counted apart."""

from __future__ import annotations

import time

from flask import Flask, request
from flask_limiter import ApplicationLimit, Limiter, RequestLimit
from limits import parse
from limits.storage import storage_from_string
from limits.strategies import SlidingWindowCounterRateLimiter

from interview.core import callers
from interview.core.config import Settings
from interview.core.errors import TooManyRequests


class Limits:
    """The limits of one app. Media bytes are bounded by quota instead, since a tus client takes 429 as final."""

    def __init__(self, settings: Settings) -> None:
        self._login = parse(settings.login_limit)
        # Its own counter, so that the limit holds where the others are switched off.
        self._logins = SlidingWindowCounterRateLimiter(storage_from_string("memory://"))
        self._enabled = settings.environment != "testing"
        self.limiter = Limiter(
            callers.address,
            strategy="sliding-window-counter",
            storage_uri="memory://",
            headers_enabled=False,
            enabled=self._enabled,
            on_breach=_refuse,
            application_limits=[
                ApplicationLimit(settings.address_limit),
                _limit(settings.account_limit, "user", "key"),
                _limit(settings.session_limit, "session"),
            ],
        )

    def init_app(self, app: Flask) -> None:
        """Attach to the app; every request is counted before its view."""
        self.limiter.init_app(app)
        self.limiter.request_filter(_carries_media)

    def check_login(self, email: str) -> None:
        """Refuse a login after too many failures for this account from this address; raises `TooManyRequests`."""
        if not self._logins.test(self._login, *_login_key(email)):
            reset, _ = self._logins.get_window_stats(self._login, *_login_key(email))
            raise _too_many(max(1, int(reset - time.time())), "Too many failed logins. Wait before trying again.")

    def count_failed_login(self, email: str) -> None:
        """Remember a failed login."""
        self._logins.hit(self._login, *_login_key(email))


def _login_key(email: str) -> tuple[str, str, str]:
    return ("login", email.strip().lower(), callers.address())


def _limit(amount: str, *kinds: str) -> ApplicationLimit:
    """A limit of these kinds of caller alone."""
    return ApplicationLimit(amount, key_function=callers.caller, exempt_when=lambda: not _is(*kinds))


def _is(*kinds: str) -> bool:
    return callers.caller().partition(":")[0] in kinds


def _carries_media() -> bool:
    return "/uploads/" in request.path


def _refuse(breach: RequestLimit) -> None:
    wait = max(1, int(breach.reset_at - time.time()))
    raise _too_many(
        wait, f"More than {breach.limit.amount} requests in {breach.limit.get_expiry()} s. Try again later."
    )


def _too_many(wait_seconds: int, detail: str) -> TooManyRequests:
    error = TooManyRequests(detail)
    error.headers["Retry-After"] = str(wait_seconds)
    return error
