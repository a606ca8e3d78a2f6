"""The one driver of browsers in a process of tests: Playwright's calls cannot be begun twice in a thread."""

from __future__ import annotations

import atexit
from functools import cache

from playwright.sync_api import Playwright, sync_playwright


@cache
def playwright() -> Playwright:
    """The driver, started when it is first asked for and stopped when the process ends."""
    started = sync_playwright().start()
    atexit.register(started.stop)
    return started
