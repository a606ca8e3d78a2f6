"""Health by component: features register a check, the doors answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from interview.core import logs

logger = logs.get(__name__)

Check = Callable[[], dict[str, Any]]
_checks: dict[str, Check] = {}


def check(name: str) -> Callable[[Check], Check]:
    """Register a component; its function returns small facts and raises when the component does not work."""

    def register(function: Check) -> Check:
        _checks[name] = function
        return function

    return register


def report() -> tuple[bool, dict[str, dict[str, Any]]]:
    """Ask every component: whether all work, and what each says. Causes go to the log, not to the caller."""
    components = {name: _asked(name, function) for name, function in sorted(_checks.items())}
    return all(found["status"] != "down" for found in components.values()), components


def _asked(name: str, function: Check) -> dict[str, Any]:
    try:
        return {"status": "up"} | function()
    except Exception:
        logger.exception("health check failed", component=name)
        return {"status": "down"}
