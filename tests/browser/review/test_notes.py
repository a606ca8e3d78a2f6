"""Notes at a moment, as those who review write them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser import chromium
from tests.browser.conftest import PASSWORD, Office, signed_in
from tests.browser.review.held import begin, conducted, second_of, whole
from tests.live_server import LiveServer

TEXT = "Weighs the cost of an index."


def write(page: Page, text: str = TEXT) -> None:
    """Fill the form that is open, and save it from the keyboard."""
    field = page.get_by_label("Your note at")
    expect(field).to_be_focused()
    field.fill(text)
    page.keyboard.press("Control+Enter")
    expect(field).to_have_count(0)


class TestNotes:
    """A person's own notes."""

    def test_at_the_moment_that_plays(self, page: Page, office: Office) -> None:
        held = conducted(office)
        whole(page, held)
        page.get_by_label("Position in the recording").fill("7")
        page.keyboard.press("n")
        write(page)
        expect(page.get_by_label("Position in the recording")).to_be_focused()
        kept = office.get(f"/api/interview/notes?session_id={held.session_id}")["items"]
        page.get_by_label("Position in the recording").fill("1")
        page.get_by_role("list", name="Notes on the time line").get_by_role("button").click()

        assert [(note["at_seconds"], note["text"]) for note in kept] == [(7, TEXT)]
        assert abs(second_of(page) - 7) < 1

    def test_changed_and_deleted_with_a_way_back(self, page: Page, office: Office) -> None:
        whole(page, conducted(office))
        notes = page.get_by_role("region", name="Notes")
        notes.get_by_role("button", name="Note here").click()
        write(page)
        notes.get_by_role("button", name="Edit the note at 0:00").click()
        write(page, "Something else.")
        expect(notes.get_by_text("Something else.")).to_be_visible()
        page.get_by_role("button", name="Undo").click()
        expect(notes.get_by_text(TEXT)).to_be_visible()
        notes.get_by_role("button", name="Delete the note at 0:00").click()
        expect(notes.get_by_text("Nobody has written a note yet.")).to_be_visible()
        page.get_by_role("button", name="Undo").last.click()

        expect(notes.get_by_text(TEXT)).to_be_visible()
        expect(page.get_by_role("list", name="Notes on the time line").get_by_role("button")).to_have_count(1)

    def test_are_taken_along(self, page: Page, office: Office) -> None:
        whole(page, conducted(office))
        page.get_by_role("button", name="Note here").click()
        write(page, "=Well said")
        expect(page.get_by_role("region", name="Notes").get_by_text("=Well said")).to_be_visible()
        exports = {}
        for name in ("CSV", "JSON"):
            with page.expect_download() as waiting:
                page.get_by_role("button", name=name).click()
            exports[name] = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
        page.emulate_media(media="print")

        assert "note,,0,'=Well said," in exports["CSV"]
        assert [note["text"] for note in json.loads(exports["JSON"])["notes"]] == ["=Well said"]
        expect(page.get_by_role("region", name="Notes").get_by_text("=Well said")).to_be_visible()
        expect(page.get_by_role("button", name="Note here")).to_be_hidden()


class TestNotesOfOthers:
    """What a colleague writes while the interview goes on."""

    def test_come_by_themselves_and_cannot_be_changed(
        self, page: Page, browser: Browser, server: LiveServer, office: Office
    ) -> None:
        held = begin(office)
        held.ask()
        colleague: dict[str, Any] = {"email": f"colleague-{held.session_id[:8]}@example.org", "password": PASSWORD}
        office.post("/api/users", colleague | {"name": "Some Colleague", "role": "interviewer"})
        page.goto(held.path)
        notes = page.get_by_role("region", name="Notes")
        expect(notes.get_by_text("Nobody has written a note yet.")).to_be_visible()
        with chromium.context(browser, server.url) as watched:
            other = signed_in(watched, colleague["email"])
            other.goto(held.path)
            other.get_by_role("button", name="Note here").click()
            write(other)
            assert watched.complaints == []

        expect(notes.get_by_text(TEXT)).to_be_visible()
        expect(notes.get_by_text("Some Colleague")).to_be_visible()
        expect(notes.get_by_role("button", name="Delete the note")).to_have_count(0)
