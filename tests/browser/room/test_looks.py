"""Every step of the room as everybody can use it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.room import axe, chromium
from tests.browser.room.candidate import Candidate
from tests.browser.room.organisation import Organisation
from tests.browser.room.recorded import (
    at,
)


class TestLooks:
    """Each step can be used by everybody: no serious finding of axe, by day on a desk and by night on a phone."""

    @pytest.mark.parametrize(("width", "height", "is_dark"), [(1440, 900, False), (390, 844, True)])
    def test_every_step(
        self, organisation: Organisation, tmp_path: Path, width: int, height: int, is_dark: bool
    ) -> None:
        with chromium.browsing(tmp_path / "profile", width=width, height=height, is_dark=is_dark) as context:
            candidate = at(context, organisation.link)
            findings = {step: axe.findings(candidate.page) for step in steps_of(candidate)}

        assert {step: found for step, found in findings.items() if found} == {}
        assert len(findings) == 9


def steps_of(candidate: Candidate) -> Iterator[str]:
    """Go the whole way and stop at each step to be looked at; SCREENSHOTS names a folder for a picture of each."""
    for step in _way(candidate):
        folder = os.environ.get("SCREENSHOTS")
        if folder:
            name = f"room-{candidate.page.viewport_size['width']}-{step}.png"  # type: ignore[index]
            candidate.page.screenshot(path=str(Path(folder) / name), full_page=True)
        yield step


def _way(candidate: Candidate) -> Iterator[str]:
    candidate.come().sees("Hello")
    yield "welcome"
    candidate.press("See your choices")
    candidate.sees("What may we do?")
    yield "consent"
    candidate.press("Continue")
    candidate.page.get_by_role("meter").wait_for()
    yield "devices"
    candidate.switch_on()
    candidate.sees("Try it once")
    yield "practice"
    candidate.start()
    yield "interview"
    candidate.press("Pause")
    candidate.sees("Paused. Nothing is recorded")
    yield "paused"
    candidate.press("Go on")
    for number in (1, 2, 3):
        candidate.waits_for_question(number)
        candidate.answer("My answer.")
    candidate.sees("That was the last question.")
    yield "last"
    candidate.press("Finish the interview")
    candidate.page.get_by_role("dialog").wait_for()
    yield "dialog"
    candidate.page.get_by_role("dialog").get_by_role("button", name="Finish the interview").click()
    candidate.reads_title("Thank you", within_ms=60_000)
    yield "thanks"
