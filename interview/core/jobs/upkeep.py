"""The mechanisms' own housekeeping."""

from __future__ import annotations

from flask import Flask

from interview.core import idempotency
from interview.core.jobs import ledger
from interview.core.jobs.periodic import every

DAY_SECONDS = 86_400


def init(app: Flask) -> None:
    """Nothing to attach: importing this registers the rounds."""


@every(DAY_SECONDS, "forget_old_rows")
def forget_old_rows() -> None:
    """Drop answered idempotency keys and done jobs whose time is over."""
    idempotency.forget_old()
    ledger.forget_old()
