"""The calendar, and the page on which a candidate books a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import requests
import vobject
from playwright.sync_api import Browser, Page, expect

from tests.browser import chromium
from tests.browser.chromium import Watched
from tests.browser.conftest import Office, signed_in
from tests.live_server import LiveServer

# The week in which Berlin's clocks go forward, far enough ahead to be nobody's past.
NOON, AFTER_NOON = re.compile("^12:00( ?PM)?$"), re.compile("^(13:00|1:00 ?PM)$")
SPRING = datetime(2030, 3, 28, 9, tzinfo=UTC)


def next_monday(hour: int) -> datetime:
    """An hour of the Monday after."""
    now = datetime.now(UTC).replace(hour=hour, minute=0, second=0, microsecond=0)
    return now + timedelta(days=7 - now.weekday())


def me(office: Office) -> str:
    """The admin's id."""
    return str(office.get("/api/auth/me")["id"])


def plan(office: Office, starts_at: datetime, name: str = "Ada Example") -> dict[str, Any]:
    """An interview with the admin on its panel."""
    candidate = office.post("/api/admin/candidates", {"name": name})
    body = {
        "candidateId": candidate["id"],
        "title": "First talk",
        "scheduledAt": starts_at.isoformat(),
        "interviewerIds": [me(office)],
        "rescheduleDeadlineHours": 0,
    }
    made: dict[str, Any] = office.post("/api/interviews/sessions", body)
    return made


def starts_at(office: Office, interview: dict[str, Any]) -> datetime:
    """When an interview begins now."""
    return datetime.fromisoformat(office.get(f"/api/interviews/sessions/{interview['id']}")["scheduledAt"])


def open_week(page: Page) -> None:
    """The week after this one."""
    page.goto("/calendar?view=timeGridWeek")
    page.get_by_role("button", name="Later").click()


def drag_down(page: Page, name: str, hours: float) -> None:
    """Drag an interview later by some hours, as a hand does: in small steps."""
    card = page.get_by_text(name).first
    card.scroll_into_view_if_needed()
    box = card.bounding_box()
    ruler = [page.get_by_text(NOON, exact=True).bounding_box(), page.get_by_text(AFTER_NOON, exact=True).bounding_box()]
    assert box and ruler[0] and ruler[1]
    hour = ruler[1]["y"] - ruler[0]["y"]
    x, y = box["x"] + 10, box["y"] + 5
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, 11):
        page.mouse.move(x, y + hour * hours * step / 10)
    page.mouse.up()


class TestCalendar:
    """/calendar."""

    def test_shows_interviews_by_month_week_and_list(self, page: Page, office: Office) -> None:
        plan(office, next_monday(10))
        open_week(page)
        expect(page.get_by_text("Ada Example · First talk")).to_be_visible()
        for view in ("Month", "List"):
            page.get_by_text(view, exact=True).click()
            expect(page.get_by_text("Ada Example · First talk").first).to_be_visible()

    def test_is_moved_by_dragging_after_a_question(self, page: Page, office: Office) -> None:
        made = plan(office, next_monday(10))
        open_week(page)
        drag_down(page, "Ada Example · First talk", 2)
        dialog = page.get_by_role("dialog", name="Move the interview")
        expect(dialog).to_contain_text("Ada Example")
        assert starts_at(office, made) == next_monday(10)
        dialog.get_by_role("button", name="Move", exact=True).click()
        expect(dialog).to_have_count(0)

        assert starts_at(office, made) == next_monday(12)

    def test_is_put_back_when_somebody_thinks_better_of_it(self, page: Page, office: Office) -> None:
        made = plan(office, next_monday(10))
        open_week(page)
        before = page.get_by_text("Ada Example · First talk").bounding_box()
        drag_down(page, "Ada Example · First talk", 2)
        page.get_by_role("button", name="Leave it where it was").click()
        expect(page.get_by_role("dialog")).to_have_count(0)
        after = page.get_by_text("Ada Example · First talk").bounding_box()

        assert before and after and abs(before["y"] - after["y"]) < 2
        assert starts_at(office, made) == next_monday(10)

    def test_shows_a_conflict_and_goes_past_it_knowingly(self, page: Page, office: Office) -> None:
        made = plan(office, next_monday(10))
        plan(office, next_monday(13), name="Berta Sample")
        open_week(page)
        drag_down(page, "Ada Example · First talk", 3)
        dialog = page.get_by_role("dialog", name="Move the interview")
        dialog.get_by_role("button", name="Move", exact=True).click()
        expect(dialog.get_by_role("alert")).to_contain_text("not free")
        assert starts_at(office, made) == next_monday(10)
        dialog.get_by_role("button", name="Move anyway").click()
        expect(dialog).to_have_count(0)

        assert starts_at(office, made) == next_monday(13)

    def test_is_moved_by_keyboard(self, page: Page, office: Office) -> None:
        made = plan(office, next_monday(10))
        open_week(page)
        event = page.get_by_role("button", name="Ada Example · First talk").or_(
            page.locator("[tabindex='0']").filter(has_text="Ada Example · First talk")
        )
        event.first.focus()
        page.keyboard.press("Enter")
        dialog = page.get_by_role("dialog", name="First talk")
        dialog.get_by_role("button", name="Move to…").press("Enter")
        dialog.get_by_label("New time").fill(f"{next_monday(15):%Y-%m-%dT%H:%M}")
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog")).to_have_count(0)

        assert starts_at(office, made) == next_monday(15)

    def test_keeps_the_wall_clock_over_a_change_of_the_clocks(self, page: Page, office: Office) -> None:
        requests.patch(
            f"{office.url}/api/auth/me",
            json={"timezone": "Europe/Berlin"},
            headers={"Authorization": f"Bearer {office.token}"},
            timeout=30,
        ).raise_for_status()
        made = plan(office, SPRING)
        page.goto(f"/interviews/{made['id']}/setup")
        page.goto("/calendar?view=listMonth")
        later = page.get_by_role("button", name="Later")
        months = (SPRING.year - datetime.now(UTC).year) * 12 + SPRING.month - datetime.now(UTC).month
        for _ in range(months):
            later.click()
        page.get_by_text("Ada Example · First talk").first.click()
        dialog = page.get_by_role("dialog", name="First talk")
        expect(dialog).to_contain_text("10:00")
        dialog.get_by_role("button", name="Move to…").click()
        field = dialog.get_by_label("New time")
        field.fill("2030-03-31T02:30")
        expect(dialog.get_by_text("The clocks skip this time")).to_be_visible()
        field.fill("2030-04-01T10:00")
        dialog.get_by_role("button", name="Move", exact=True).click()
        expect(page.get_by_role("dialog")).to_have_count(0)

        assert starts_at(office, made) == datetime(2030, 4, 1, 8, tzinfo=UTC)

    def test_a_colleague_sees_and_does_not_move(self, watched: Watched, office: Office) -> None:
        plan(office, next_monday(10))
        told = {"email": "colleague@example.org", "name": "Colleague", "role": "interviewer"}
        told["email"] = f"colleague-{office.email}"
        office.post("/api/users", told | {"password": "a quiet sentence of our own"})
        page = signed_in(watched, told["email"])
        open_week(page)
        page.get_by_text("Ada Example · First talk").click()
        expect(page.get_by_role("dialog").get_by_role("link", name="Open the interview")).to_be_visible()

        expect(page.get_by_role("button", name="Move to…")).to_have_count(0)


class TestOwnCalendar:
    """/account/calendar."""

    def test_gives_a_private_address_once(self, page: Page, office: Office) -> None:
        plan(office, next_monday(10))
        page.goto("/account/calendar")
        page.get_by_role("button", name="Make an address").click()
        address = page.get_by_label("Private address").input_value()
        text = requests.get(f"{office.url}/api{address.partition('/api')[2]}", timeout=30).text
        page.reload()
        expect(page.get_by_role("button", name="Make a new address")).to_be_visible()

        assert "BEGIN:VEVENT" in text and page.get_by_label("Private address").count() == 0

    def test_keeps_working_hours(self, page: Page, office: Office) -> None:
        page.goto("/account/calendar")
        page.get_by_label("Works on Saturday").check(force=True)
        page.get_by_label("Saturday, from").fill("10:00")
        page.get_by_label("Saturday, to").fill("12:00")
        page.get_by_label("Works on Monday").uncheck(force=True)
        page.get_by_role("button", name="Save working hours").click()
        expect(page.get_by_text("Working hours are saved.")).to_be_visible()

        rules = office.get("/api/calendar/working-hours")["rules"]
        assert {"weekday": 5, "starts": "10:00", "ends": "12:00"} in rules and all(rule["weekday"] for rule in rules)


@pytest.fixture
def phone(browser: Browser, server: LiveServer) -> Iterator[Watched]:
    """A candidate's phone, in Berlin."""
    with chromium.context(browser, server.url, viewport=chromium.PHONE, color_scheme="light") as made:
        yield made
        assert made.complaints == []


def booking_link(office: Office, **more: Any) -> str:
    """The path of a new booking link with the admin as interviewer."""
    candidate = office.post("/api/admin/candidates", {"name": "Ada Example"})
    monday = next_monday(0).date()
    body = {
        "candidateId": candidate["id"],
        "interviewerIds": [me(office)],
        "title": "First talk",
        "firstDay": monday.isoformat(),
        "lastDay": (monday + timedelta(days=13)).isoformat(),
        "timezone": "UTC",
        "noticeHours": 0,
        "deadlineHours": 0,
    }
    return str(office.post("/api/calendar/booking-links", body | more)["link"]).partition("/book/")[2]


class TestBooking:
    """/book/<token>, on a phone."""

    def test_books_moves_and_calls_off(self, phone: Watched, office: Office) -> None:
        page = phone.page()
        page.goto(f"/book/{booking_link(office)}")
        expect(page.get_by_role("heading", name="Choose a time", level=1)).to_be_visible()
        assert page.url.endswith("/book/here")
        page.get_by_role("region", name=re.compile("^Free times on")).first.get_by_role("button").first.click()
        page.get_by_role("button", name="Book this time").click()
        expect(page.get_by_role("heading", name="Your time is booked", level=1)).to_be_visible()
        [first] = office.get("/api/interviews/sessions")["items"]
        with page.expect_download() as download:
            page.get_by_role("link", name="Add to your calendar").click()
        assert vobject.readOne(download.value.path().read_bytes().decode()).vevent.status.value == "CONFIRMED"

        page.get_by_role("button", name="Choose another time").click()
        page.get_by_role("region", name=re.compile("^Free times on")).nth(1).get_by_role("button").first.click()
        page.get_by_role("button", name="Move to this time").click()
        expect(page.get_by_role("heading", name="Your time is booked", level=1)).to_be_visible()
        assert starts_at(office, first) > datetime.fromisoformat(first["scheduledAt"])

        page.reload()
        page.get_by_role("button", name="Call it off").click()
        page.get_by_role("dialog").get_by_role("button", name="Call it off").click()
        expect(page.get_by_text("The interview is called off.")).to_be_visible()
        assert office.get(f"/api/interviews/sessions/{first['id']}")["status"] == "cancelled"

    def test_a_time_that_is_taken_meanwhile_is_told(self, phone: Watched, office: Office) -> None:
        page = phone.page()
        page.goto(f"/book/{booking_link(office)}")
        region = page.get_by_role("region", name=re.compile("^Free times on")).first
        region.get_by_role("button").first.click()
        plan(office, next_monday(9), name="Berta Sample")
        page.get_by_role("button", name="Book this time").click()

        expect(page.get_by_role("alert")).to_contain_text("just been taken")
        expect(region.get_by_role("button").first).not_to_have_text(re.compile("^0?9:00"))

    def test_shows_times_in_another_zone(self, phone: Watched, office: Office) -> None:
        page = phone.page()
        page.goto(f"/book/{booking_link(office)}")
        field = page.get_by_role("combobox", name="Times are shown for")
        field.click()
        field.fill("Tokyo")
        page.get_by_role("option").first.click()
        region = page.get_by_role("region", name=re.compile("^Free times on Monday")).first

        expect(region.get_by_role("button").first).to_have_text(re.compile("^(18:00|6:00)"))

    def test_a_dead_link_says_so(self, phone: Watched, office: Office) -> None:
        page = phone.page()
        page.goto(f"/book/{'x' * 43}")

        expect(page.get_by_role("heading", name="This link is not known")).to_be_visible()

    def test_nothing_is_wrong_for_anybody(self, phone: Watched, office: Office) -> None:
        page = phone.page()
        page.goto(f"/book/{booking_link(office)}")
        expect(page.get_by_role("heading", name="Choose a time", level=1)).to_be_visible()
        page.get_by_role("region", name=re.compile("^Free times on")).first.get_by_role("button").first.click()
        chromium.settle(page)

        assert chromium.violations(page) == []
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
