"""What a candidate's browser recorded, by its own clock, and what arrived of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Dialog, Page

from tests.browser.room import film
from tests.browser.room.candidate import Candidate
from tests.browser.room.film import Film
from tests.browser.room.organisation import Organisation

# A slice that was lost leaves a gap of two seconds; a busy machine drops single pictures.
LOST_SLICE_SECONDS = 1.0
# Tells in the page when each recorder began and ended, and how long it was, by the page's own clock.
RECORDER_TIMES = """
window.recorded = [];
const Real = window.MediaRecorder;
window.MediaRecorder = class extends Real {
  constructor(...parts) {
    super(...parts);
    const run = {};
    window.recorded.push(run);
    this.addEventListener("start", () => { run.began = performance.now(); });
    this.addEventListener("stop", () => { run.ended = performance.now(); });
  }
};
"""


def at(context: BrowserContext, link: str) -> Candidate:
    """A candidate in the browser's first tab, who does not mind to be asked whether to leave."""
    page = context.pages[0]
    page.add_init_script(RECORDER_TIMES)
    candidate = Candidate(page, link)

    def leave(dialog: Dialog) -> None:
        candidate.warnings.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    return candidate


def answer_all(candidate: Candidate, *, first: int = 1) -> None:
    """Answer the demonstration's questions from `first` on, and finish."""
    for number in range(first, 4):
        candidate.waits_for_question(number)
        candidate.answer(f"My answer to question {number}.")
    candidate.sees("That was the last question.")
    candidate.finish()


def recorded_seconds(page: Page) -> float:
    """How long the page's first recorder ran by the page's clock."""
    run: dict[str, float] = page.evaluate("window.recorded.find((run) => run.ended)")
    return (run["ended"] - run["began"]) / 1000


def camera_of(info: dict[str, Any]) -> dict[str, Any]:
    """The camera's track, with no gap in any of its segments."""
    track: dict[str, Any] = next(one for one in info["tracks"] if one["track"] == "camera")
    assert [segment["gaps"] for segment in track["segments"]] == [[]] * len(track["segments"])
    return track


def film_of(organisation: Organisation, info: dict[str, Any], page: Page, folder: Path) -> Film:
    """The finished film, half a second at most off the time that the page's recorder ran."""
    wall = recorded_seconds(page)
    seen = film.watch(organisation.download(info, folder / "film"))
    print(f"\nwall clock {wall:.2f} s, {seen}")
    assert abs(seen.seconds - wall) < 0.5
    return seen


def assert_nothing_lost(organisation: Organisation, page: Page, folder: Path) -> dict[str, Any]:
    """Check that what a cut interrupted is one film without a slice missing; returns the recording's info."""
    info = organisation.recording()
    seen = film_of(organisation, info, page, folder)
    assert len(camera_of(info)["segments"]) == 1
    assert max(seen.video_gap, seen.audio_gap) < LOST_SLICE_SECONDS
    return info


def stored(page: Page) -> int:
    """How many segments and chunks the browser still keeps."""
    return int(
        page.evaluate(
            """() => new Promise((resolve) => {
              const opening = indexedDB.open("interview-recorder");
              opening.onsuccess = () => {
                const stores = ["segments", "chunks", "notes"];
                const transaction = opening.result.transaction(stores);
                Promise.all(stores.map((name) => new Promise((told) => {
                  const asked = transaction.objectStore(name).count();
                  asked.onsuccess = () => told(asked.result);
                }))).then((counts) => resolve(counts.reduce((sum, one) => sum + one, 0)));
              };
            })"""
        )
    )
