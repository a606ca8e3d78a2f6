"""The health of analysis: who judges."""

from __future__ import annotations

from typing import Any

from flask import Flask, current_app

from interview.core import current, health


def init(app: Flask) -> None:
    """Nothing to attach: importing this registers the check."""


@health.check("analysis")
def check_analysis() -> dict[str, Any]:
    """The judges in their order; loaded once the first session has been analysed."""
    return {"order": list(current.settings().ai_order), "is_loaded": "judges" in current_app.extensions}
