"""Lots and positions in the browser: from the criteria to a draw that somebody finds themself in."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser import chromium
from tests.browser.chromium import Watched
from tests.browser.conftest import Office
from tests.browser.test_every_page import look_at


def people(office: Office, number: int, **values: Any) -> list[int]:
    """Candidates of the organisation."""
    made = [office.post("/api/admin/candidates", {"name": f"Person {n}"} | values) for n in range(1, number + 1)]
    return [one["id"] for one in made]


def lot(office: Office, **values: Any) -> str:
    """The address of a new lot's page."""
    made = office.post("/api/admin/lots", {"name": "First round"} | values)
    return f"/lots/{made['id']}"


class TestPositions:
    """Jobs that are opened."""

    def test_opened_changed_and_closed(self, page: Page) -> None:
        page.goto("/positions")
        page.get_by_role("button", name="Open a position").first.click()
        page.get_by_label("Title", exact=True).fill("Data analyst")
        page.get_by_label("Place", exact=True).fill("Exampleton")
        page.get_by_role("dialog").get_by_role("button", name="Open a position").click()
        page.get_by_role("button", name="Data analyst").click()
        page.get_by_label("Title", exact=True).fill("Senior data analyst")
        page.get_by_role("button", name="Save").click()
        page.get_by_role("button", name="Senior data analyst").click()
        page.get_by_role("button", name="Close the position").click()

        expect(page.get_by_role("list", name="Positions").get_by_text("Closed")).to_be_visible()


class TestCriteria:
    """Whom a lot looks for."""

    def test_counted_while_they_are_written_and_all_taken(self, page: Page, office: Office) -> None:
        people(office, 2, skills=["Python"])
        people(office, 3)
        page.goto(lot(office, places=3))
        expect(page.get_by_text("5 match", exact=True)).to_be_visible()
        expect(page.get_by_text("More match than the 3 places left.")).to_be_visible()
        skills = page.get_by_role("textbox", name="Skills, all of these").or_(
            page.get_by_role("combobox", name="Skills, all of these")
        )
        skills.first.fill("python")
        skills.first.press("Enter")
        expect(page.get_by_text("2 match", exact=True)).to_be_visible()
        expect(page.get_by_role("button", name="Take all 2")).to_be_disabled()
        page.get_by_role("button", name="Keep these criteria").click()
        page.get_by_role("button", name="Take all 2").click()

        members = page.get_by_role("region", name="In the lot")
        expect(members.get_by_text("Matched")).to_have_count(2)
        expect(page.get_by_text("0 match", exact=True)).to_be_visible()

    def test_why_somebody_is_missing(self, page: Page, office: Office) -> None:
        people(office, 1)
        page.goto(lot(office, criteria={"scores": {"technical": {"min": 60}}}))
        choice = page.get_by_role("combobox", name="Candidate").or_(page.get_by_role("textbox", name="Candidate"))
        choice.first.click()
        page.get_by_role("option", name="Person 1").click()
        why = page.get_by_role("region", name="Is somebody missing?")

        expect(why.get_by_text("Does not match")).to_be_visible()
        expect(why.get_by_role("listitem").filter(has_text="Technical score")).to_contain_text("not known")

    def test_a_range_that_holds_nothing(self, page: Page, office: Office) -> None:
        page.goto(lot(office))
        page.get_by_label("Technical, from").fill("80")
        page.get_by_label("Technical, to").fill("20")

        expect(page.get_by_text("The first number is above the second.")).to_be_visible()
        expect(page.get_by_role("button", name="Keep these criteria")).to_be_disabled()


class TestMembers:
    """By hand."""

    def test_added_and_taken_out(self, page: Page, office: Office) -> None:
        people(office, 1)
        page.goto(lot(office))
        page.get_by_role("button", name="Add somebody").click()
        dialog = page.get_by_role("dialog")
        choice = dialog.get_by_role("combobox").or_(dialog.get_by_role("textbox"))
        choice.first.click()
        page.get_by_role("option", name="Person 1").click()
        dialog.get_by_role("button", name="Add").click()
        members = page.get_by_role("region", name="In the lot")
        expect(members.get_by_text("Added by hand")).to_be_visible()
        members.get_by_role("button", name="Take Person 1 out").click()
        page.get_by_role("dialog").get_by_role("button", name="Take Person 1 out").click()

        expect(members.get_by_text("Nobody is in the lot yet.", exact=False)).to_be_visible()


class TestDraw:
    """Published, drawn, checked, found."""

    def test_with_a_sealed_number(self, page: Page, office: Office, watched: Watched) -> None:
        people(office, 4)
        page.goto(lot(office, places=2))
        page.get_by_role("button", name="Publish a draw").click()
        expect(page.get_by_text("4 candidates will be drawn into 2 places.")).to_be_visible()
        page.get_by_label("A sealed number of this server").check()
        page.get_by_role("button", name="Publish and fix").click()
        expect(page.get_by_role("heading", name="The draw is published")).to_be_visible()
        expect(page.get_by_text("A draw of this lot is published, so this stays as it is.")).to_be_visible()
        address = page.get_by_label("Public page").input_value()
        page.get_by_role("button", name="Draw now").click()
        page.get_by_role("dialog").get_by_role("button", name="Draw now").click()
        expect(page.get_by_role("heading", name="The draw has taken place")).to_be_visible()
        expect(page.get_by_text("Everything is as published.")).to_be_visible()
        rows = page.get_by_role("region", name="Places and waiting list").get_by_role("row")
        expect(rows.filter(has_text="Has a place")).to_have_count(2)

        self.declines(page)
        self.finds_oneself(page, watched, address)

    def declines(self, page: Page) -> None:
        """The first gives the place back, and the third has it."""
        rows = page.get_by_role("region", name="Places and waiting list").get_by_role("row")
        rows.nth(1).get_by_role("button", name=re.compile("Declines")).click()
        page.get_by_role("dialog").get_by_role("button", name="Declines").click()

        expect(rows.nth(1)).to_contain_text("Declined")
        expect(rows.nth(3)).to_contain_text("Has a place")
        expect(page.get_by_role("region", name="In the lot").get_by_text("From the waiting list")).to_be_visible()

    def finds_oneself(self, page: Page, watched: Watched, address: str) -> None:
        """With number and secret, on a page that names nobody."""
        rows = page.get_by_role("region", name="Places and waiting list").get_by_role("row")
        rows.nth(3).get_by_role("button", name=re.compile("finds themself")).click()
        number = page.get_by_label("Candidate number").input_value()
        secret = page.get_by_label("Secret").input_value()
        public = watched.page()
        public.goto(address)
        expect(public.get_by_role("heading", name="Draw: First round")).to_be_visible()
        assert "Person" not in public.locator("main").inner_text()
        public.get_by_label("Candidate number").fill(number)
        public.get_by_label("Secret").fill(secret)
        public.get_by_role("button", name="Look").click()
        expect(public.get_by_text(re.compile("drawn at rank 3. You have a place."))).to_be_visible()
        expect(public.get_by_text("Everything is as published.")).to_be_visible()
        with public.expect_download() as downloaded:
            public.get_by_role("link", name="Download the file").click()

        assert downloaded.value.suggested_filename.startswith("draw-")

    def test_waits_for_public_numbers_and_can_be_withdrawn(self, page: Page, office: Office) -> None:
        people(office, 3)
        page.goto(lot(office, places=1))
        page.get_by_role("button", name="Publish a draw").click()
        page.get_by_role("button", name="Publish and fix").click()
        expect(page.get_by_text("Say it in at least ten characters.")).to_be_visible()
        page.get_by_label("Source 1").fill("Example lottery of tomorrow, six numbers")
        page.get_by_role("button", name="Publish and fix").click()
        expect(page.get_by_text("The draw opens", exact=False)).to_be_visible()
        expect(page.get_by_role("button", name="Draw now")).to_have_count(0)
        page.get_by_role("button", name="Withdraw the draw").click()
        page.get_by_label("Reason").fill("Wrong criteria")
        page.get_by_role("dialog").get_by_role("button", name="Withdraw the draw").click()

        expect(page.get_by_role("link", name="Attempt 1: Wrong criteria")).to_be_visible()
        expect(page.get_by_role("button", name="Publish a draw")).to_be_enabled()

    def test_nobodys_draw(self, visitor: Page) -> None:
        visitor.goto("/draws/unknown")

        expect(visitor.get_by_text("There is no such draw")).to_be_visible()


class TestAccessibility:
    """axe finds nothing serious in any state of a lot, and nothing is cut off."""

    def test_of_lots_in_every_state(self, page: Page, office: Office) -> None:
        people(office, 3)
        plain, published, drawn = (lot(office, places=1) for _ in range(3))
        when = (datetime.now(UTC) + timedelta(days=1)).isoformat()
        sources = [{"kind": "numbers", "about": "Example lottery of tomorrow"}]
        office.post(f"/api/admin{published}/draw/prepare", {"sources": sources, "seedAt": when})
        draw = office.post(f"/api/admin{drawn}/draw/prepare", {"usesCommitment": True})
        office.post(f"/api/admin{drawn}/draw", {})
        paths = (plain, published, drawn, f"/draws/{draw['publicId']}", "/lots/none")

        for size, scheme in ((chromium.DESK, "light"), (chromium.PHONE, "dark")):
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=scheme)
            assert {path: found for path in paths if (found := look_at(page, path))} == {}
