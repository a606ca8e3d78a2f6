"""Messages, templates and quiet channels, as people use them."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser import chromium
from tests.browser.chromium import Watched
from tests.browser.conftest import Office, signed_in

SAMPLE = "/settings/templates/interview_reminder"


def tell(office: Office) -> str:
    """Queue a message; returns its id."""
    made: dict[str, str] = office.post("/api/notifications/messages/test")
    return made["id"]


class TestMessages:
    """The outbox."""

    def test_says_which_settings_it_waits_for_and_shows_what_waits(self, page: Page, office: Office) -> None:
        tell(office)
        page.goto("/messages")

        expect(page.get_by_text("E-mail and text messages cannot be sent yet")).to_be_visible()
        expect(page.get_by_text("SMTP_URL or SENDGRID_API_KEY, EMAIL_FROM").first).to_be_visible()
        expect(page.get_by_role("list", name="Messages").get_by_text("Held", exact=True)).to_be_visible()

    def test_a_test_can_be_sent_by_hand(self, page: Page) -> None:
        page.goto("/messages")
        expect(page.get_by_text("No messages yet")).to_be_visible()
        page.get_by_role("button", name="Send a test to me").click()

        expect(page.get_by_role("link", name="A test message from Test organisation")).to_be_visible()

    def test_filters_narrow_the_list(self, page: Page, office: Office) -> None:
        tell(office)
        page.goto("/messages")
        page.get_by_role("combobox", name="Status").click()
        expect(page.get_by_role("option", name="Held (1)")).to_be_visible()
        page.get_by_role("option", name="Failed").click()
        expect(page.get_by_text("No message fits")).to_be_visible()
        page.get_by_role("button", name="Show all").last.click()

        expect(page.get_by_role("list", name="Messages").get_by_role("listitem")).to_have_count(1)

    def test_a_message_shows_what_it_says_and_can_be_withdrawn(self, page: Page, office: Office) -> None:
        page.goto(f"/messages/{tell(office)}")
        shown = page.frame_locator("iframe[title='What it says']")
        expect(shown.get_by_text("this message shows that messages of Test organisation arrive")).to_be_visible()
        assert shown.locator("body").evaluate("body => getComputedStyle(body).margin") == "0px"
        page.get_by_text("Plain text").click()
        expect(page.locator("pre")).to_contain_text("Hello Admin Person")
        page.get_by_role("button", name="Withdraw").click()
        page.get_by_role("dialog").get_by_role("button", name="Withdraw").click()

        expect(page.get_by_text("Withdrawn by hand.")).to_be_visible()
        expect(page.get_by_role("button", name="Withdraw")).to_have_count(0)

    def test_sending_again_without_credentials_says_why_not(self, page: Page, office: Office) -> None:
        page.goto(f"/messages/{tell(office)}")
        page.get_by_role("button", name="Send again").click()

        expect(page.get_by_role("alert").filter(has_text="SMTP_URL").last).to_be_visible()

    def test_an_unknown_one_is_nobodys(self, page: Page) -> None:
        page.goto("/messages/0123456789abcdef0123456789abcdef")

        expect(page.get_by_text("There is no such message")).to_be_visible()


class TestTemplates:
    """Texts and their preview."""

    def test_a_text_is_changed_with_its_preview_and_taken_back(self, page: Page, office: Office) -> None:
        page.goto("/settings/templates")
        page.get_by_role("link", name="Reminder of an interview").click()
        page.get_by_label("Subject").fill("Soon: {{ candidate_name }}")
        expect(page.get_by_text("Soon: Candidate Example")).to_be_visible()
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("Saved. New messages")).to_be_visible()
        assert office.get("/api/notifications/templates/interview_reminder")["isOwn"]
        page.get_by_role("button", name="Back to the built-in text").click()
        page.get_by_role("dialog").get_by_role("button", name="Back to the built-in text").click()

        expect(page.get_by_label("Subject")).to_have_value(re.compile("^Reminder: "))

    def test_a_mistake_stands_at_its_part_and_cannot_be_saved(self, page: Page) -> None:
        page.goto(SAMPLE)
        page.get_by_label("Plain text", exact=True).first.fill("Hello\n{{ nobody }}")

        expect(page.get_by_text("Line 2: There is no value called nobody")).to_be_visible()
        expect(page.get_by_role("button", name="Save")).to_be_disabled()

    def test_a_design_runs_nothing_and_asks_nobody(self, page: Page) -> None:
        page.goto(SAMPLE)
        page.get_by_label("HTML", exact=True).fill(
            "<p style='color: rgb(1, 2, 3)' onclick='x()'>Ours</p><script>parent.document.title = 'x'</script>"
        )
        words = page.frame_locator("iframe").get_by_text("Ours")
        expect(words).to_be_visible()

        assert words.evaluate("one => getComputedStyle(one).color") == "rgb(1, 2, 3)"
        assert page.frame_locator("iframe").locator("script").count() == 0

    def test_shows_the_text_message_too(self, page: Page) -> None:
        page.goto(SAMPLE)
        page.get_by_text("Text message").last.click()

        expect(page.locator("pre")).to_contain_text("reminder of")


class TestQuietChannels:
    """One's own choice."""

    def test_is_kept(self, page: Page, watched: Watched) -> None:
        page.goto("/account/messages")
        page.get_by_label("Text messages").click(force=True)
        expect(page.get_by_text("Saved.")).to_be_visible()
        page.reload()

        expect(page.get_by_label("Text messages")).not_to_be_checked()
        expect(page.get_by_label("E-mail")).to_be_checked()


class TestPhone:
    """On a phone, in the dark."""

    def test_every_page_is_whole_and_accessible(self, browser: object, office: Office) -> None:
        message = tell(office)
        with chromium.context(browser, office.url, viewport=chromium.PHONE, color_scheme="dark") as phone:  # type: ignore[arg-type]
            page = signed_in(phone, office.email)
            for path in ("/messages", f"/messages/{message}", "/settings/templates", SAMPLE, "/account/messages"):
                page.goto(path)
                expect(page.get_by_role("heading", level=1)).to_be_visible()
                expect(page.get_by_role("status", name="Loading")).to_have_count(0)
                chromium.settle(page)
                assert chromium.violations(page) == [], path
                assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), path
            assert phone.complaints == []
