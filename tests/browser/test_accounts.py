"""How people come in, are looked after, and are shut out, in the pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Browser, Page, expect

from tests import live_server
from tests.browser import chromium
from tests.browser.chromium import Watched
from tests.browser.conftest import PASSWORD, Office, signed_in
from tests.live_server import LiveServer

CHOSEN = "another quiet sentence"


def path_of(link: str) -> str:
    """Where a link leads on the server of the test, whatever name the link gives it."""
    return "/" + link.split("/", 3)[3]


def log_in(page: Page, email: str, password: str) -> None:
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Your account").locator("visible=true").click()
    page.get_by_role("menuitem", name="Sign out").click()


def may_log_in(office: Office, email: str, password: str = PASSWORD) -> bool:
    told = {"email": email, "password": password}
    return requests.post(f"{office.url}/api/auth/login", json=told, timeout=30).ok


def heading(page: Page, name: str) -> None:
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()


class TestFirstAdmin:
    """From an empty database."""

    @pytest.fixture
    def fresh(self, built_client: None, browser: Browser, tmp_path: Path) -> Iterator[Watched]:
        """A context of a server that nobody uses yet; elsewhere than in production it would make a demonstration."""
        with (
            live_server.serving(tmp_path, ENVIRONMENT="production") as server,
            chromium.context(browser, server.url) as made,
        ):
            yield made
            assert made.complaints == []

    def test_sets_it_up_once(self, fresh: Watched) -> None:
        page = fresh.page("/")
        heading(page, "Welcome")
        page.get_by_role("button", name="Set it up").click()
        expect(page.get_by_text("Enter the name of your organisation.")).to_be_visible()
        page.get_by_label("Your organisation").fill("Example & Sons")
        page.get_by_label("Your name").fill("First Admin")
        page.get_by_label("Email address").fill("first@example.org")
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.keyboard.press("Enter")
        heading(page, "Interviews")
        expect(page.get_by_text("Example & Sons").first).to_be_visible()
        sign_out(page)
        heading(page, "Sign in")
        page.goto("/register")

        heading(page, "Sign in")


class TestInvitation:
    """Inviting somebody, who joins."""

    def invite(self, page: Page, email: str, *, name: str = "New Colleague", role: str = "Recruiter") -> str:
        page.goto("/people")
        page.get_by_role("button", name="Invite a person").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Name", exact=True).fill(name)
        dialog.get_by_label("Email address").fill(email)
        dialog.get_by_label("Role").select_option(role)
        dialog.get_by_role("button", name="Invite").click()
        link = path_of(page.get_by_label("Link to join").input_value())
        page.get_by_role("button", name="Done").click()
        return link

    def test_leads_to_a_password_of_ones_own(self, page: Page, office: Office, browser: Browser) -> None:
        email = office.email.replace("admin", "colleague")
        link = self.invite(page, email)
        expect(page.get_by_text("Invited", exact=True)).to_be_visible()
        with chromium.context(browser, office.url) as other:
            theirs = other.page(link)
            expect(theirs.get_by_text("Admin Person invites you as recruiter.")).to_be_visible()
            theirs.get_by_label("Password", exact=True).fill("short")
            theirs.get_by_role("button", name="Join").click()
            expect(theirs.get_by_text("Use 8 characters or more.")).to_be_visible()
            theirs.get_by_label("Password", exact=True).fill(CHOSEN)
            theirs.get_by_role("button", name="Join").click()
            heading(theirs, "Interviews")
            sign_out(theirs)
            log_in(theirs, email, CHOSEN)
            heading(theirs, "Interviews")
            theirs.goto(link)
            heading(theirs, "This link does not work any more")
            assert other.complaints == []
        page.reload()

        expect(page.get_by_text("Invited", exact=True)).to_have_count(0)

    def test_again_makes_the_first_link_worthless(self, page: Page, office: Office) -> None:
        first = self.invite(page, office.email.replace("admin", "again"))
        page.get_by_role("button", name="Manage New Colleague").click()
        page.get_by_role("menuitem", name="Invite again").click()
        second = path_of(page.get_by_label("Link to join").input_value())
        page.goto(first)
        heading(page, "This link does not work any more")
        page.goto(second)

        heading(page, "Join Test organisation")

    def test_of_a_taken_address_is_told_in_the_form(self, page: Page, office: Office) -> None:
        page.goto("/people")
        page.get_by_role("button", name="Invite a person").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Name", exact=True).fill("Twice")
        dialog.get_by_label("Email address").fill(office.email)
        dialog.get_by_role("button", name="Invite").click()

        expect(dialog.get_by_role("alert")).to_contain_text("exists")


class TestForgottenPassword:
    """A link that sets a new one."""

    def test_is_asked_for_without_learning_who_is_here(self, visitor: Page, office: Office) -> None:
        visitor.goto("/login")
        visitor.get_by_role("link", name="Forgotten your password?").click()
        visitor.get_by_label("Email address").fill("nobody@example.org")
        visitor.get_by_role("button", name="Send the link").click()

        heading(visitor, "Look into your mailbox")

    def test_is_replaced_by_the_link_once(self, visitor: Page, office: Office, server: LiveServer) -> None:
        link = path_of(json.loads(server.flask("user", "reset-link", office.email, "--json"))["link"])
        visitor.goto(link)
        visitor.get_by_label("Password", exact=True).fill(CHOSEN)
        visitor.get_by_role("button", name="Set the password").click()
        expect(visitor.get_by_text("Your password is changed. Sign in with it.")).to_be_visible()
        log_in(visitor, office.email, CHOSEN)
        heading(visitor, "Interviews")
        assert not may_log_in(office, office.email)
        visitor.goto(link)
        visitor.get_by_label("Password", exact=True).fill(CHOSEN)
        visitor.get_by_role("button", name="Set the password").click()
        heading(visitor, "This link does not work any more")
        visitor.get_by_role("link", name="Ask for another link").click()

        heading(visitor, "Forgotten password")


class TestPeople:
    """The list of who works here."""

    @pytest.fixture
    def colleague(self, office: Office) -> str:
        """Somebody beside the admin; returns the address."""
        email = office.email.replace("admin", "colleague")
        body = {"email": email, "name": "New Colleague", "role": "interviewer", "password": PASSWORD}
        office.post("/api/users", body)
        return email

    def test_who_is_shut_out_leaves_the_open_page(
        self, page: Page, office: Office, colleague: str, browser: Browser
    ) -> None:
        with chromium.context(browser, office.url) as other:
            theirs = signed_in(other, colleague)
            theirs.goto("/interviews")
            heading(theirs, "Interviews")
            theirs.wait_for_timeout(100)
            page.goto("/people")
            page.get_by_role("button", name="Manage New Colleague").click()
            page.get_by_role("menuitem", name="Shut out").click()
            page.get_by_role("dialog").get_by_role("button", name="Shut out").click()
            expect(page.get_by_role("list", name="People").get_by_text("Shut out", exact=True)).to_be_visible()
            heading(theirs, "Sign in")
        assert not may_log_in(office, colleague)
        page.get_by_role("button", name="Manage New Colleague").click()
        page.get_by_role("menuitem", name="Let in again").click()
        expect(page.get_by_text("New Colleague can sign in again.")).to_be_visible()

        assert may_log_in(office, colleague)

    def test_another_role_shows_at_once(self, page: Page, office: Office, colleague: str, browser: Browser) -> None:
        with chromium.context(browser, office.url) as other:
            theirs = signed_in(other, colleague)
            theirs.goto("/interviews")
            main = theirs.get_by_role("navigation", name="Main")
            expect(main.get_by_role("link", name="Candidates")).to_be_visible()
            expect(main.get_by_role("link", name="People")).to_have_count(0)
            page.goto("/people")
            page.get_by_role("button", name="Manage New Colleague").click()
            page.get_by_role("menuitem", name="Change the role").click()
            page.get_by_role("dialog").get_by_label("Role").select_option("Admin")
            page.get_by_role("dialog").get_by_role("button", name="Save").click()
            expect(page.get_by_text("New Colleague is admin now.")).to_be_visible()

            expect(main.get_by_role("link", name="People")).to_be_visible()

    def test_last_admin_cannot_step_down(self, page: Page) -> None:
        page.goto("/people")
        page.get_by_role("button", name="Manage Admin Person").click()
        expect(page.get_by_role("menuitem", name="Shut out")).to_have_count(0)
        page.get_by_role("menuitem", name="Change the role").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Role").select_option("Recruiter")
        dialog.get_by_role("button", name="Save").click()

        expect(dialog.get_by_role("alert")).to_contain_text("Make somebody else an admin first")

    def test_are_found_by_words_and_role(self, page: Page, office: Office, colleague: str) -> None:
        page.goto("/people")
        expect(page.get_by_role("listitem")).to_have_count(2)
        page.get_by_label("Search by name or address").fill("coll")
        expect(page.get_by_role("listitem")).to_have_count(1)
        expect(page.get_by_text("New Colleague")).to_be_visible()
        page.get_by_label("Role", exact=True).select_option("Recruiter")
        expect(page.get_by_text("Nobody fits")).to_be_visible()


class TestSettings:
    """What an admin sets up."""

    def test_organisation_is_renamed_everywhere(self, page: Page, office: Office) -> None:
        page.goto("/settings")
        page.get_by_label("Name", exact=True).fill("Renamed & Sons")
        page.get_by_label("Time zone").first.fill("paris")
        page.get_by_role("option", name="Europe/Paris").click()
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("Saved.")).to_be_visible()
        expect(page.get_by_text("Renamed & Sons").first).to_be_visible()

        assert office.get("/api/organisation")["name"] == "Renamed & Sons"

    def test_keys_moved_below(self, page: Page) -> None:
        page.goto("/keys")
        heading(page, "API keys")

        expect(page.get_by_role("navigation", name="Settings").get_by_role("link", name="API keys")).to_have_attribute(
            "aria-current", "page"
        )

    def test_nothing_is_set_up_by_an_interviewer(self, watched: Watched, office: Office) -> None:
        email = office.email.replace("admin", "interviewer")
        office.post("/api/users", {"email": email, "name": "Inge", "role": "interviewer", "password": PASSWORD})
        page = signed_in(watched, email)
        page.goto("/settings")

        heading(page, "There is nothing to set up for you")


class TestProfile:
    """What people change about themselves."""

    def test_name_and_zone(self, page: Page, office: Office) -> None:
        page.goto("/account")
        page.get_by_label("Name", exact=True).fill("Other Name")
        page.get_by_role("button", name="Use Europe/Berlin, where this browser is").click()
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("Saved.")).to_be_visible()

        me = office.get("/api/auth/me")["user"]
        assert (me["name"], me["timezone"]) == ("Other Name", "Europe/Berlin")
