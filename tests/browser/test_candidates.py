"""Candidates in the browser: the board, the list with its files, one candidate, and a candidate's own page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import requests
from playwright.sync_api import Browser, Page, expect

from tests.browser import chromium
from tests.browser.chromium import Watched
from tests.browser.conftest import PASSWORD, Office, signed_in
from tests.factories import candidates as made
from tests.live_server import LiveServer

FILE = "name,email,status\nFrom File,file@example.org,offer\nBroken,no,\n"


@pytest.fixture
def phone(browser: Browser, server: LiveServer) -> Iterator[Watched]:
    """A context of a phone's size."""
    with chromium.context(browser, server.url, viewport=chromium.PHONE) as context:
        yield context
        assert context.complaints == []


def add(office: Office, name: str, **more: Any) -> dict[str, Any]:
    """A candidate."""
    added: dict[str, Any] = office.post("/api/admin/candidates", {"name": name} | more)
    return added


def status_of(office: Office, candidate: dict[str, Any]) -> str:
    """Where somebody stands."""
    return str(office.get(f"/api/admin/candidates/{candidate['id']}")["status"])


def column(page: Page, name: str) -> Any:
    """A column of the board."""
    return page.get_by_role("list", name=name, exact=True)


class TestBoard:
    """/candidates/board."""

    def test_by_the_keyboard(self, page: Page, office: Office) -> None:
        one = add(office, "Ada Example")
        page.goto("/candidates/board")
        page.get_by_role("button", name="Move Ada Example", exact=True).focus()
        page.keyboard.press("Space")
        expect(column(page, "New").locator("[data-lifted]")).to_be_visible()
        page.keyboard.press("ArrowRight")
        expect(column(page, "Screening")).to_have_attribute("data-over", "true")
        page.keyboard.press("Space")
        expect(column(page, "Screening").get_by_text("Ada Example")).to_be_visible()
        expect(page.get_by_text("Ada Example is in Screening now.")).to_be_visible()

        assert status_of(office, one) == "screening"

    def test_by_the_menu_and_back(self, page: Page, office: Office) -> None:
        one = add(office, "Berta Sample")
        page.goto("/candidates/board")
        page.get_by_role("button", name="Move Berta Sample …").click()
        page.get_by_role("menuitem", name="Offer").click()
        expect(column(page, "Offer").get_by_text("Berta Sample")).to_be_visible()
        page.get_by_role("button", name="Undo").click()
        expect(column(page, "New").get_by_text("Berta Sample")).to_be_visible()
        page.wait_for_load_state("networkidle")

        assert status_of(office, one) == "new"

    def test_a_phone_shows_one_column(self, phone: Watched, office: Office) -> None:
        add(office, "Ada Example", status="offer")
        add(office, "Berta Sample", status="hired")
        page = signed_in(phone, office.email)
        page.goto("/candidates/board")
        expect(page.get_by_text("Ada Example")).to_be_visible()
        expect(page.get_by_text("Berta Sample")).to_be_hidden()
        page.get_by_role("combobox", name="Shown column").click()
        page.get_by_role("option", name="Hired (1)").click()
        expect(page.get_by_text("Berta Sample")).to_be_visible()

        assert chromium.violations(page) == []


class TestList:
    """/candidates."""

    def test_filters_stand_in_the_address(self, page: Page, office: Office) -> None:
        add(office, "Ada Example", skills=["Python"])
        add(office, "Berta Sample", skills=["Python"], status="offer")
        page.goto("/candidates")
        page.get_by_role("button", name="Filters").click()
        page.get_by_role("combobox", name="Skill").fill("py")
        page.get_by_role("option", name="Python").click()
        page.get_by_role("button", name="Apply").click()
        expect(page.get_by_role("link", name="Ada Example")).to_be_visible()
        page.get_by_role("combobox", name="Status").click()
        page.get_by_role("option", name="Offer").click()
        expect(page.get_by_role("link", name="Ada Example")).to_be_hidden()
        expect(page.get_by_role("link", name="Berta Sample")).to_be_visible()

        assert "skill=Python" in page.url and "status=offer" in page.url

    def test_a_file_is_looked_at_before_it_is_imported(self, page: Page, office: Office) -> None:
        page.goto("/candidates")
        page.get_by_role("button", name="Import and export").click()
        page.get_by_role("menuitem", name="Import a CSV file").click()
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="Choose a CSV file").click()
        chooser.value.set_files({"name": "people.csv", "mimeType": "text/csv", "buffer": FILE.encode()})
        expect(page.get_by_text("Nothing is changed yet. The import would bring:")).to_be_visible()
        expect(page.get_by_role("row", name="3 email")).to_be_visible()
        chromium.settle(page)
        wrong = chromium.violations(page)
        page.get_by_role("button", name="Import 1 row").click()
        expect(page.get_by_text("The import is done:")).to_be_visible()
        page.get_by_role("dialog").get_by_role("button", name="Close").last.click()
        expect(page.get_by_role("link", name="From File")).to_be_visible()

        assert wrong == []

    def test_an_export_is_a_file(self, page: Page, office: Office) -> None:
        add(office, "Ada Example")
        page.goto("/candidates")
        page.get_by_role("button", name="Import and export").click()
        with page.expect_download() as download:
            page.get_by_role("menuitem", name="Export as CSV").click()

        assert "Ada Example" in download.value.path().read_text()


class TestCandidate:
    """/candidates/<id>."""

    def test_profile_status_and_archive(self, page: Page, office: Office) -> None:
        one = add(office, "Ada Example")
        page.goto(f"/candidates/{one['id']}")
        page.get_by_role("button", name="Edit").click()
        page.get_by_role("textbox", name="Headline").fill("Builds bridges")
        page.get_by_role("combobox", name="Skills").fill("Statics")
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("Builds bridges")).to_be_visible()
        page.get_by_role("button", name="Move to").click()
        page.get_by_role("menuitem", name="Offer").click()
        page.get_by_role("textbox", name="Why").fill("Convinced us")
        page.get_by_role("button", name="Move", exact=True).click()
        expect(page.get_by_role("region", name="History").get_by_text("Convinced us")).to_be_visible()
        page.get_by_role("button", name="More", exact=True).click()
        page.get_by_role("menuitem", name="Archive").click()
        page.get_by_role("button", name="Archive", exact=True).click()
        page.get_by_role("button", name="Restore").click()
        expect(page.get_by_role("button", name="Edit")).to_be_visible()
        told = office.get(f"/api/admin/candidates/{one['id']}")

        assert (told["profile"]["skills"], told["status"], told["archivedAt"]) == (["Statics"], "offer", None)

    def test_a_resume_with_hidden_words(self, page: Page, office: Office) -> None:
        add(office, "Other Person", skills=["Python"])
        one = add(office, "Ada Example")
        page.goto(f"/candidates/{one['id']}")
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="Upload a resume").click()
        content = made.pdf(["I write Python."], paint="1 g")
        chooser.value.set_files({"name": "ada.pdf", "mimeType": "application/pdf", "buffer": content})
        expect(page.get_by_role("region", name="Text of the resume")).to_contain_text("I write Python.")
        expect(page.get_by_text("This resume holds text that does not show")).to_be_visible()
        page.get_by_role("button", name="Add Python").click()
        expect(page.get_by_role("list", name="Skills", exact=True)).to_contain_text("Python")
        chromium.settle(page)
        wrong = chromium.violations(page)
        with page.expect_download() as download:
            page.get_by_role("link", name="Download").click()

        assert wrong == [] and download.value.suggested_filename == "ada.pdf"
        assert download.value.path().read_bytes() == content


class TestOwnPage:
    """/me, to which a candidate is led."""

    def test_profile_and_resume(self, watched: Watched, office: Office) -> None:
        email = f"own-{office.email}"
        join(office, email)
        page = signed_in(watched, email)
        page.goto("/")
        expect(page.get_by_role("heading", level=1, name="Your page")).to_be_visible()
        page.get_by_role("textbox", name="Headline").fill("I build bridges")
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("Saved.")).to_be_visible()
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="Upload a resume").click()
        chooser.value.set_files({"name": "me.txt", "mimeType": "text/plain", "buffer": b"I build bridges."})
        expect(page.get_by_role("region", name="Text of the resume")).to_contain_text("I build bridges.")
        chromium.settle(page)
        found = office.get("/api/admin/candidates")["items"][0]["profile"]

        assert chromium.violations(page) == []
        assert (found["headline"], found["resume"]["filename"]) == ("I build bridges", "me.txt")


def join(office: Office, email: str) -> None:
    """A candidate with an account and a password."""
    office.post("/api/users", {"email": email, "name": "Own Person", "role": "candidate", "password": PASSWORD})
    body = {"name": "Own Person", "email": email, "inviteToPortal": True}
    requests.post(
        f"{office.url}/api/admin/candidates", json=body, headers={"Authorization": f"Bearer {office.token}"}, timeout=30
    ).raise_for_status()
