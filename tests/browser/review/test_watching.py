"""Who watches a review: live, with narrower rights, by day and by night, at a desk and on a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import chromium
from tests.browser.chromium import Scheme
from tests.browser.conftest import PASSWORD, Office, signed_in
from tests.browser.review.held import QUESTION, WAIT_MS, begin, conducted, whole
from tests.live_server import LiveServer


class TestLive:
    """An interview that goes on while somebody watches."""

    def test_appears_without_loading_again(self, page: Page, office: Office) -> None:
        held = begin(office)
        page.goto(held.path)
        expect(page.get_by_text("No recording has arrived so far.")).to_be_visible()
        page.evaluate("window.stayed = true")
        question_id = held.ask()
        expect(page.get_by_role("button", name=re.compile(re.escape(QUESTION)))).to_be_visible()
        held.answer(question_id)
        expect(page.get_by_text("An index is an ordered structure").first).to_be_visible()
        held.record()
        expect(page.get_by_text(re.compile("arrived safely so far"))).to_be_visible()
        held.end()

        expect(page.get_by_text("Recommended by software")).to_be_visible(timeout=WAIT_MS)
        expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible(timeout=WAIT_MS)
        assert page.evaluate("window.stayed")


class TestNarrowerRights:
    """An interviewer, who reads and decides, and runs nothing again."""

    def test_reads_decides_and_is_told_whom_to_ask(self, browser: Browser, server: LiveServer, office: Office) -> None:
        held = conducted(office)
        person = {"email": f"{held.session_id[:10]}@example.org", "name": "Some Interviewer", "role": "interviewer"}
        office.post("/api/users", person | {"password": PASSWORD})
        with chromium.context(browser, server.url) as watched:
            page = whole(signed_in(watched, person["email"]), held)
            expect(page.get_by_role("button", name="Note here")).to_be_visible()
            expect(page.get_by_role("button", name="Decide", exact=True)).to_be_visible()
            told = held.analysis() | {"analysis_status": "failed", "error": "The judge did not answer."}
            body = {"success": True, "candidate_id": held.interview["candidateId"], "analysis": told}
            page.route("**/api/interview/analysis/*?*", lambda route: route.fulfill(json=body))
            page.reload()
            expect(page.get_by_text("Ask an administrator to run it again.")).to_be_visible()

            expect(page.get_by_role("button", name="Run the analysis again")).to_have_count(0)
            assert watched.complaints == []


class TestList:
    """The list of interviews, which hears how each of them stands."""

    def test_changes_by_itself(self, page: Page, office: Office) -> None:
        """Without the live connection the list is read again after 20 s, later than this test waits."""
        held = begin(office)
        page.goto("/interviews")
        row = page.get_by_role("list", name="Interviews").get_by_role("listitem")
        expect(row).to_contain_text("In progress")
        page.wait_for_timeout(1000)
        held.end()

        expect(row).to_contain_text("Completed", timeout=5000)


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> Scheme:
    """Both lights."""
    chosen: Scheme = request.param
    return chosen


class TestAccessibility:
    """axe finds nothing serious, and nothing is cut off."""

    @pytest.mark.parametrize("viewport", [chromium.PHONE, chromium.DESK], ids=["phone", "desk"])
    def test_of_a_whole_review(
        self, browser: Browser, server: LiveServer, office: Office, scheme: Scheme, viewport: dict[str, int]
    ) -> None:
        held = conducted(office)
        with chromium.context(browser, server.url, viewport=viewport, color_scheme=scheme) as watched:
            page = whole(signed_in(watched, office.email), held)
            page.get_by_role("button", name="Decide", exact=True).click()
            page.get_by_text("Detail").first.click()
            chromium.settle(page)

            assert chromium.violations(page) == []
            assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
            assert watched.complaints == []
