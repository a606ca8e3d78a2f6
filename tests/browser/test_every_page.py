"""What holds for every page of the shell: accessible in both lights, whole on a phone, plain about failures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import chromium
from tests.browser.chromium import Scheme, Watched
from tests.browser.conftest import Office, signed_in
from tests.live_server import LiveServer

PAGES = (
    "/interviews",
    "/interviews/new",
    "/calendar",
    "/calendar?view=timeGridWeek",
    "/calendar?view=dayGridMonth",
    "/calendar/links",
    "/account/calendar",
    "/candidates",
    "/candidates/board",
    "/lots",
    "/positions",
    "/messages",
    "/people",
    "/settings/organisation",
    "/settings/templates",
    "/settings/templates/interview_reminder",
    "/settings/keys",
    "/settings/webhooks",
    "/account",
    "/account/messages",
    "/nowhere",
)
OUTSIDE = ("/login", "/forgot", "/reset", "/reset#token", "/join", "/join#token")


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> Scheme:
    """Both lights."""
    chosen: Scheme = request.param
    return chosen


@pytest.fixture
def phone(browser: Browser, server: LiveServer, scheme: Scheme) -> Iterator[Watched]:
    """A context of a phone's size, in one light."""
    with chromium.context(browser, server.url, viewport=chromium.PHONE, color_scheme=scheme) as made:
        yield made
        assert made.complaints == []


def look_at(page: Page, path: str) -> list[str]:
    """Open a page, wait until it is whole, and return what is wrong with it."""
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("status", name="Loading")).to_have_count(0)
    chromium.settle(page)
    too_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return chromium.violations(page) + ([f"{path} is wider than the screen"] if too_wide else [])


def opened(page: Page, path: str, name: str, role: Literal["dialog", "menu"]) -> list[str]:
    """Open what a button opens, and return what is wrong with the page then."""
    page.goto(path)
    page.get_by_role("button", name=name).locator("visible=true").first.click()
    expect(page.get_by_role(role)).to_be_visible()
    chromium.settle(page)
    return chromium.violations(page)


class TestAccessibility:
    """axe finds nothing serious, and nothing is cut off."""

    def test_of_every_page_on_a_phone(self, phone: Watched, office: Office) -> None:
        interview = office.plan(questions=[{"text": "Why?", "keyPoints": ["because"], "timeLimitSeconds": 60}])
        one = f"/interviews/{interview['id']}"
        page = signed_in(phone, office.email)
        paths = (
            *PAGES,
            one,
            f"{one}/setup",
            f"{one}/edit",
            f"/candidates/{interview['candidateId']}",
            "/interviews/none",
            *OUTSIDE,
        )

        assert {path: found for path in paths if (found := look_at(page, path))} == {}

    def test_of_every_page_on_a_desk(self, page: Page, office: Office) -> None:
        one = f"/interviews/{office.plan()['id']}"

        assert {
            path: found for path in (*PAGES, one, f"{one}/setup", f"{one}/edit") if (found := look_at(page, path))
        } == {}

    def test_of_the_windows_that_open(self, phone: Watched, office: Office) -> None:
        one = f"/interviews/{office.plan()['id']}/setup"
        page = signed_in(phone, office.email)
        openings = (
            ("/settings/keys", "Make a key", "dialog"),
            ("/settings/webhooks", "Add a webhook", "dialog"),
            ("/calendar/links", "New booking link", "dialog"),
            ("/people", "Invite a person", "dialog"),
            ("/people", "Manage Admin Person", "menu"),
            ("/candidates", "Add a candidate", "dialog"),
            ("/candidates", "Filters", "dialog"),
            ("/candidates", "Import and export", "menu"),
            (one, "Record a consent", "dialog"),
            (one, "Cancel the interview", "dialog"),
            (one, "Give it a time", "dialog"),
            ("/interviews", "Filter", "dialog"),
            ("/interviews", "Your account", "menu"),
        )

        assert {
            f"{path}: {name}": found for path, name, role in openings if (found := opened(page, path, name, role))
        } == {}

    def test_of_the_choice_of_a_candidate(self, phone: Watched, office: Office) -> None:
        office.plan()
        page = signed_in(phone, office.email)
        page.goto("/interviews/new")
        page.get_by_label("Candidate", exact=True).first.click()
        expect(page.get_by_role("option", name="Test Person")).to_be_visible()
        chromium.settle(page)

        assert chromium.violations(page) == []


class TestFailures:
    """When something cannot be shown."""

    def test_no_network_is_told_and_passes(self, page: Page, watched: Watched) -> None:
        page.goto("/interviews")
        expect(page.get_by_role("heading", name="Interviews", level=1)).to_be_visible()
        watched.context.set_offline(True)
        expect(page.get_by_text("You are offline.")).to_be_visible()
        watched.context.set_offline(False)

        expect(page.get_by_text("You are offline.")).to_have_count(0)
        # What was asked while there was no network failed, as it should.
        watched.complaints[:] = [one for one in watched.complaints if "ERR_INTERNET_DISCONNECTED" not in one]

    def test_what_failed_can_be_tried_again(self, page: Page) -> None:
        page.route("**/api/admin/candidates*", lambda route: route.fulfill(status=418, json={"detail": "Not now."}))
        page.goto("/candidates")
        expect(page.get_by_role("alert")).to_contain_text("Not now.")
        page.unroute("**/api/admin/candidates*")
        page.get_by_role("button", name="Try again").click()

        expect(page.get_by_text("No candidates yet")).to_be_visible()

    def test_another_organisations_interview_is_nobodys(self, page: Page, office: Office) -> None:
        page.goto("/interviews/0123456789abcdef0123456789abcdef/setup")

        expect(page.get_by_text("There is no such interview")).to_be_visible()


class TestWeight:
    """What the first view costs."""

    MOST_BYTES = 250_000

    @pytest.mark.parametrize("path", ["/login", "/interviews", "/i/" + "a" * 43])
    def test_scripts_stay_below_their_budget(self, page: Page, path: str) -> None:
        sizes: list[int] = []
        page.on("requestfinished", lambda done: sizes.append(_script_bytes(done)))
        page.goto(path)
        page.wait_for_load_state("networkidle")

        assert 50_000 < sum(sizes) < self.MOST_BYTES


def _script_bytes(done: object) -> int:
    response = done.response()  # type: ignore[attr-defined]
    is_script = response is not None and "javascript" in response.headers.get("content-type", "")
    return int(response.headers.get("content-length", 0)) if is_script else 0
