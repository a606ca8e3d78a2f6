"""Background work of accounts."""

from __future__ import annotations

from flask import Flask

from interview.accounts.credentials import logins
from interview.core.jobs.periodic import every

DAY_SECONDS = 86_400


def init(app: Flask) -> None:
    """Nothing to attach: importing this registers the rounds."""


@every(DAY_SECONDS, "forget_expired_logins")
def forget_expired_logins() -> None:
    """Drop refresh tokens whose login is over by time."""
    logins.forget_expired()
