"""The pages of webhooks, with a receiver of our own at the other end."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from standardwebhooks import Webhook

from tests.browser import chromium
from tests.browser.chromium import Scheme
from tests.browser.conftest import Office, signed_in
from tests.factories import receivers
from tests.factories.receivers import Receiver


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """A receiver that answers 200 until it is told otherwise."""
    with receivers.receiving(receivers.answers(200, b"thank you")) as found:
        yield found


def made(office: Office, receiver: Receiver, *events: str) -> str:
    """A webhook of the receiver; its id."""
    body = {"url": receiver.url, "description": "HR system", "events": events or ["candidate.created"]}
    return str(office.post("/api/webhooks", body)["id"])


class TestAdd:
    """From nothing to a message that verifies."""

    def test_address_events_secret_test(self, page: Page, receiver: Receiver) -> None:
        page.goto("/settings/webhooks")
        page.get_by_role("button", name="Add a webhook").first.click()
        page.get_by_label("Address").fill(receiver.url)
        page.get_by_label("What is it for?").fill("HR system")
        page.get_by_role("group", name="Candidates").get_by_label("Added").check()
        page.get_by_role("button", name="Add the webhook").click()
        secret = page.get_by_label("Secret", exact=True).input_value()
        page.get_by_role("button", name="I have copied it").click()
        page.get_by_role("link", name="HR system").click()
        page.get_by_role("button", name="Send a test").click()

        expect(page.get_by_role("status").filter(has_text="the receiver answered 200")).to_contain_text("thank you")
        assert Webhook(secret).verify(receiver.got[0].body, receiver.got[0].headers)["type"] == "webhook.test"
        assert secret not in page.content()

    def test_says_what_is_missing_and_what_is_refused(self, page: Page) -> None:
        page.goto("/settings/webhooks")
        page.get_by_role("button", name="Add a webhook").first.click()
        page.get_by_role("button", name="Add the webhook").click()
        expect(page.get_by_text("Enter the address.")).to_be_visible()
        expect(page.get_by_text("Choose at least one event.")).to_be_visible()
        page.get_by_label("Address").fill("https://10.0.0.1/")
        page.get_by_label("Everything").check()
        page.get_by_role("button", name="Add the webhook").click()

        expect(page.get_by_text("The host is not on the public internet.")).to_be_visible()


class TestOne:
    """A webhook's own page."""

    def test_shows_what_was_sent_and_sends_it_again(self, page: Page, office: Office, receiver: Receiver) -> None:
        webhook_id = made(office, receiver)
        office.post(f"/api/webhooks/{webhook_id}/test")
        page.goto(f"/settings/webhooks/{webhook_id}")
        page.get_by_role("button", name="webhook.test").click()
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_role("region", name="The receiver’s answer")).to_have_text("thank you")
        expect(dialog.get_by_role("region", name="Sent")).to_contain_text(webhook_id)
        dialog.get_by_role("button", name="Send again").click()
        expect(page.get_by_text("It is being sent again.")).to_be_visible()
        latest = time.monotonic() + 20
        while len(receiver.got) < 2:
            assert time.monotonic() < latest, "it was not sent again"
            page.wait_for_timeout(50)
        expect(dialog.get_by_text("Arrived")).to_be_visible()

        first, again = receiver.got
        assert (first.headers["webhook-id"], first.body) == (again.headers["webhook-id"], again.body)

    def test_filters_by_state(self, page: Page, office: Office, receiver: Receiver) -> None:
        webhook_id = made(office, receiver)
        office.post(f"/api/webhooks/{webhook_id}/test")
        page.goto(f"/settings/webhooks/{webhook_id}")
        page.get_by_text("Failed", exact=True).click()
        expect(page.get_by_text("There are none like this")).to_be_visible()
        page.get_by_role("radiogroup").get_by_text("Arrived", exact=True).click()

        expect(page.get_by_role("button", name="webhook.test")).to_be_visible()

    def test_a_failed_test_shows_the_answer(self, page: Page, office: Office, receiver: Receiver) -> None:
        receiver.script[:] = [receivers.answers(500, b"out of order")]
        page.goto(f"/settings/webhooks/{made(office, receiver)}")
        page.get_by_role("button", name="Send a test").click()

        expect(page.get_by_role("alert")).to_contain_text("answered 500")
        expect(page.get_by_role("alert")).to_contain_text("out of order")

    def test_off_and_on(self, page: Page, office: Office, receiver: Receiver) -> None:
        webhook_id = made(office, receiver)
        page.goto(f"/settings/webhooks/{webhook_id}")
        page.get_by_role("button", name="Switch off").click()
        expect(page.get_by_text("This webhook is off")).to_be_visible()
        page.get_by_role("button", name="Switch on").click()
        expect(page.get_by_text("This webhook is off")).to_have_count(0)

        assert office.get(f"/api/webhooks/{webhook_id}")["isActive"] is True

    def test_change_and_new_secret(self, page: Page, office: Office, receiver: Receiver) -> None:
        webhook_id = made(office, receiver)
        page.goto(f"/settings/webhooks/{webhook_id}")
        page.get_by_role("button", name="More about this webhook").click()
        page.get_by_role("menuitem", name="Change the webhook").click()
        page.get_by_label("What is it for?").fill("Payroll")
        page.get_by_label("Lot drawn").check()
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_role("heading", name="Payroll", level=1)).to_be_visible()
        page.get_by_role("button", name="More about this webhook").click()
        page.get_by_role("menuitem", name="New secret").click()
        page.get_by_role("dialog").get_by_role("button", name="New secret").click()
        expect(page.get_by_label("Secret", exact=True)).to_have_value(re.compile("^whsec_"))
        page.get_by_role("button", name="I have copied it").click()

        expect(page.get_by_text("The former one signs until")).to_be_visible()
        assert office.get(f"/api/webhooks/{webhook_id}")["events"] == ["candidate.created", "lot.drawn"]

    def test_delete_asks_first(self, page: Page, office: Office, receiver: Receiver) -> None:
        page.goto(f"/settings/webhooks/{made(office, receiver)}")
        for answer in ("Keep it", "Delete"):
            page.get_by_role("button", name="More about this webhook").click()
            page.get_by_role("menuitem", name="Delete").click()
            page.get_by_role("dialog").get_by_role("button", name=answer).click()
        expect(page.get_by_text("No webhooks yet")).to_be_visible()

        assert office.get("/api/webhooks")["items"] == []

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_is_accessible_and_whole_on_a_phone(
        self, browser: Browser, office: Office, receiver: Receiver, scheme: Scheme
    ) -> None:
        receiver.script[:] = [receivers.answers(500, b"out of order")]
        webhook_id = made(office, receiver)
        with chromium.context(browser, office.url, viewport=chromium.PHONE, color_scheme=scheme) as phone:
            page = signed_in(phone, office.email)
            page.goto(f"/settings/webhooks/{webhook_id}")
            page.get_by_role("button", name="Send a test").click()
            expect(page.get_by_role("alert")).to_contain_text("out of order")
            chromium.settle(page)
            found = chromium.violations(page)
            page.get_by_role("button", name="webhook.test").click()
            expect(page.get_by_role("dialog").get_by_role("region").first).to_be_visible()
            chromium.settle(page)

            assert found + chromium.violations(page) == []
            assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
            assert phone.complaints == []

    def test_another_organisation_s_is_nobody_s(self, page: Page) -> None:
        page.goto("/settings/webhooks/" + "0" * 32)

        expect(page.get_by_role("alert")).to_contain_text("There is no such webhook")
