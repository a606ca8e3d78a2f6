"""A whole day: an organisation that begins with nothing and ends with an interview that is held, judged and decided.

Everything is done in the pages, and every link is taken from the mail that brought it. Whom the draw takes is left to
the draw.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from playwright.sync_api import Browser, Locator, Page, expect
from standardwebhooks import Webhook

from tests import live_server
from tests.browser import chromium
from tests.browser.chromium import Watched
from tests.browser.conftest import PASSWORD
from tests.browser.room.candidate import Candidate as InTheRoom
from tests.factories import messages, receivers
from tests.factories.messages import Inbox
from tests.factories.receivers import Receiver

# Playwright's own, to which the other tests return.
PATIENCE_S, USUAL_PATIENCE_S = 30, 5
BERLIN = ZoneInfo("Europe/Berlin")
# The room of an interview in a few hours is open already, so that it can be moved and then held.
NOW = datetime.now(UTC).replace(second=0, microsecond=0)
PLANNED, MOVED = NOW + timedelta(hours=2), NOW + timedelta(hours=3)
OPENS_MINUTES = 240

ADMIN, RECRUITER, INTERVIEWER = "adam@example.org", "rita@example.org", "inge@example.org"
CANDIDATE = "cora@example.org"
PEOPLE = """name,email,skills,headline
Dora Sample,dora@example.org,Python,Builds reports
Emil Sample,emil@example.org,Python,Looks after servers
Fred Sample,fred@example.org,Cobol,Keeps the ledger
"""
QUESTIONS = ("What is a database index for?", "How do you find out why a page became slow?")
ANSWER = "It finds rows without reading the whole table, and costs storage and slower writes."


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail as it arrived."""

    to: str
    subject: str
    text: str
    calendar: str

    @property
    def link(self) -> str:
        """The address that its button leads to."""
        found = re.search(r"https?://\S+", self.text)
        assert found, f"no link in {self.subject}"
        return found[0]

    @property
    def begins_at(self) -> datetime:
        """When its calendar file says that the interview begins."""
        begins_at: datetime = vobject.readOne(self.calendar).vevent.dtstart.value
        return begins_at.astimezone(UTC)


def opened(content: bytes) -> Letter:
    """Read a mail with its plain text and its calendar file."""
    mail = message_from_bytes(content, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    body = mail.get_body(("plain",))
    calendars = [part.get_content() for part in mail.walk() if part.get_content_type() == "text/calendar"]
    text = calendars[0] if calendars else ""
    return Letter(
        to=mail["to"].addresses[0].addr_spec,
        subject=str(mail["subject"]).strip(),
        text=body.get_content() if body else "",
        calendar=text.decode() if isinstance(text, bytes) else text,
    )


class Post:
    """The mailboxes of all."""

    def __init__(self, inbox: Inbox) -> None:
        self.inbox = inbox

    def letter(self, to: str, subject: str) -> Letter:
        """The newest mail to somebody whose subject begins so, waited for."""
        latest = time.monotonic() + PATIENCE_S
        while True:
            letters = [opened(content) for content in reversed(self.inbox.letters)]
            for letter in letters:
                if letter.to == to and letter.subject.startswith(subject):
                    return letter
            told = [f"{letter.to}: {letter.subject}" for letter in letters]
            assert time.monotonic() < latest, f"no mail “{subject}” to {to}, only {told}"
            time.sleep(0.05)


class Day:
    """The stage: a server that nobody has used, the post, a receiver of webhooks, and a browser for each person."""

    def __init__(self, stack: ExitStack, browser: Browser, url: str, inbox: Inbox, receiver: Receiver) -> None:
        self.url = url
        self.post = Post(inbox)
        self.receiver = receiver
        self._stack = stack
        self._browser = browser
        self.watched: dict[str, Watched] = {}

    def page_of(self, name: str, **options: Any) -> Page:
        """A browser of somebody's own."""
        self.watched[name] = self._stack.enter_context(chromium.context(self._browser, self.url, **options))
        page = self.watched[name].page()
        page.set_default_timeout(PATIENCE_S * 1000)
        return page


@pytest.fixture
def day(built_client: None, browser: Browser, tmp_path: Path) -> Iterator[Day]:
    """A morning on which nothing is there yet."""
    port = live_server.free_port()
    with ExitStack() as stack:
        stack.callback(expect.set_options, timeout=USUAL_PATIENCE_S * 1000)
        expect.set_options(timeout=PATIENCE_S * 1000)
        inbox = stack.enter_context(messages.mail_server())
        receiver = stack.enter_context(receivers.receiving(receivers.answers(200)))
        settings = {
            "ENVIRONMENT": "production",  # elsewhere an empty database is filled with a demonstration
            "PUBLIC_URL": f"http://127.0.0.1:{port}",
            "SMTP_URL": inbox.url,
            "EMAIL_FROM": "Example & Sons <talent@example.org>",
            "OUTBOUND_NETWORKS": "127.0.0.0/8",
        }
        server = stack.enter_context(live_server.serving(tmp_path, port=port, **settings))
        made = Day(stack, browser, server.url, inbox, receiver)
        yield made
        assert {name: watched.complaints for name, watched in made.watched.items() if watched.complaints} == {}


def heading(page: Page, name: str) -> None:
    """Wait until a page stands under this heading."""
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()


def go(page: Page, place: str) -> None:
    """Go to one of the main places by the navigation."""
    page.get_by_role("navigation", name="Main").get_by_role("link", name=place, exact=True).click()
    heading(page, place)


def clock(moment: datetime) -> str:
    """A moment as it is filled in, on a clock in Berlin."""
    return moment.astimezone(BERLIN).strftime("%Y-%m-%dT%H:%M")


def joins(day: Day, email: str, name: str, **options: Any) -> Page:
    """Take the invitation to an account that came by mail, and choose a password."""
    page = day.page_of(name, **options)
    page.goto(day.post.letter(email, "Example & Sons invites you").link)
    heading(page, "Join Example & Sons")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Join").click()
    return page


class Admin:
    """Who sets everything up."""

    def __init__(self, day: Day) -> None:
        self.page = day.page_of("admin")
        self.secret = ""

    def registers(self) -> None:
        page = self.page
        page.goto("/")
        heading(page, "Welcome")
        page.get_by_label("Your organisation").fill("Example & Sons")
        page.get_by_label("Your name").fill("Adam Sample")
        page.get_by_label("Email address").fill(ADMIN)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Set it up").click()
        heading(page, "Interviews")

    def sets_the_zone(self) -> None:
        page = self.page
        go_to_settings(page, "Organisation")
        page.get_by_role("combobox", name="Time zone").fill("berlin")
        page.get_by_role("option", name="Europe/Berlin").click()
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("Saved.")).to_be_visible()

    def adds_a_webhook(self, url: str) -> None:
        page = self.page
        go_to_settings(page, "Webhooks")
        page.get_by_role("button", name="Add a webhook").first.click()
        page.get_by_label("Address").fill(url)
        page.get_by_label("What is it for?").fill("Staff records")
        page.get_by_label("Everything").check()
        page.get_by_role("button", name="Add the webhook").click()
        self.secret = page.get_by_label("Secret", exact=True).input_value()
        page.get_by_role("button", name="I have copied it").click()

    def invites(self, name: str, email: str, role: str) -> None:
        page = self.page
        go(page, "People")
        page.get_by_role("button", name="Invite a person").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Name", exact=True).fill(name)
        dialog.get_by_label("Email address").fill(email)
        dialog.get_by_label("Role").select_option(role)
        dialog.get_by_role("button", name="Invite").click()
        page.get_by_role("button", name="Done").click()
        expect(page.get_by_role("list", name="People").get_by_text(name)).to_be_visible()

    def sees_what_the_receiver_got(self, receiver: Receiver) -> None:
        page = self.page
        go_to_settings(page, "Webhooks")
        page.get_by_role("link", name="Staff records").click()
        expect(page.get_by_role("button", name="interview.completed")).to_be_visible()
        latest = time.monotonic() + PATIENCE_S
        wanted = {"candidate.created", "lot.drawn", "interview.rescheduled", "interview.completed"}
        while wanted - (told := {got.json()["type"] for got in receiver.got}):
            assert time.monotonic() < latest, f"{wanted - told} did not arrive"
            time.sleep(0.05)
        for got in receiver.got:
            Webhook(self.secret).verify(got.body, got.headers)


def go_to_settings(page: Page, place: str) -> None:
    """Go to a page of the settings."""
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Settings").click()
    page.get_by_role("navigation", name="Settings").get_by_role("link", name=place).click()
    heading(page, place)


def open_plan(page: Page) -> None:
    """Go from an interview's review to what was planned."""
    views = page.get_by_role("navigation", name="Views of this interview")
    views.get_by_role("link", name="Plan and invitations").click()


class Recruiter:
    """Who finds candidates and plans interviews."""

    def __init__(self, day: Day) -> None:
        self.page = joins(day, RECRUITER, "recruiter")
        heading(self.page, "Interviews")

    def adds_a_candidate(self) -> None:
        page = self.page
        go(page, "Candidates")
        page.get_by_role("button", name="Add a candidate").first.click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Name").fill("Cora Sample")
        dialog.get_by_label("Email address").fill(CANDIDATE)
        dialog.get_by_label("Invite them to an account").check()
        dialog.get_by_role("button", name="Add", exact=True).click()
        heading(page, "Cora Sample")
        page.get_by_role("button", name="Edit").click()
        page.get_by_role("combobox", name="Skills").fill("Databases")
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_role("list", name="Skills", exact=True)).to_contain_text("Databases")

    def imports_candidates(self) -> None:
        page = self.page
        go(page, "Candidates")
        page.get_by_role("button", name="Import and export").click()
        page.get_by_role("menuitem", name="Import a CSV file").click()
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="Choose a CSV file").click()
        chooser.value.set_files({"name": "people.csv", "mimeType": "text/csv", "buffer": PEOPLE.encode()})
        page.get_by_role("button", name="Import 3 rows").click()
        expect(page.get_by_text("The import is done:")).to_be_visible()
        page.get_by_role("dialog").get_by_role("button", name="Close").last.click()
        expect(page.get_by_role("link", name="Fred Sample")).to_be_visible()

    def opens_a_position(self) -> None:
        page = self.page
        go(page, "Lots")
        page.get_by_role("link", name="Positions").click()
        page.get_by_role("button", name="Open a position").first.click()
        page.get_by_label("Title", exact=True).fill("Backend engineer")
        page.get_by_role("dialog").get_by_role("button", name="Open a position").click()
        expect(page.get_by_role("button", name="Backend engineer")).to_be_visible()

    def makes_a_lot(self, name: str, *, places: int, skill: str) -> None:
        page = self.page
        go(page, "Lots")
        page.get_by_role("button", name="Make a lot").first.click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Name", exact=True).fill(name)
        dialog.get_by_role("combobox", name="Position").click()
        page.get_by_role("option", name="Backend engineer").click()
        dialog.get_by_label("Places").fill(str(places))
        dialog.get_by_role("button", name="Make a lot").click()
        heading(page, name)
        skills = page.get_by_role("combobox", name="Skills, all of these")
        skills.fill(skill)
        skills.press("Enter")
        page.get_by_role("button", name="Keep these criteria").click()
        expect(page.get_by_role("button", name="Keep these criteria")).to_be_disabled()

    def takes_the_one_who_matches(self) -> None:
        self.page.get_by_role("button", name="Take the one who matches").click()
        expect(self.page.get_by_role("region", name="In the lot").get_by_text("Cora Sample")).to_be_visible()

    def draws(self) -> str:
        """Draw one of two by a sealed number; returns the name."""
        page = self.page
        page.get_by_role("button", name="Publish a draw").click()
        page.get_by_label("A sealed number of this server").check()
        page.get_by_role("button", name="Publish and fix").click()
        page.get_by_role("button", name="Draw now").click()
        page.get_by_role("dialog").get_by_role("button", name="Draw now").click()
        expect(page.get_by_text("Everything is as published.")).to_be_visible()
        rows = page.get_by_role("region", name="Places and waiting list").get_by_role("row")
        winner = rows.filter(has_text="Has a place")
        expect(winner).to_have_count(1)
        found = re.search(r"\w+ Sample", winner.inner_text())
        assert found
        return found[0]

    def sends_a_booking_link(self, name: str) -> None:
        page = self.page
        go(page, "Calendar")
        page.get_by_role("link", name="Booking links").click()
        page.get_by_role("button", name="New booking link").first.click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_role("combobox", name="Candidate").fill(name)
        page.get_by_role("option", name=name).click()
        chosen = dialog.get_by_role("combobox", name="Who interviews")
        chosen.press("Backspace")
        chosen.fill("Inge")
        page.get_by_role("option", name="Inge Sample").click()
        dialog.get_by_label("Title", exact=True).fill("Short call")
        dialog.get_by_role("button", name="Make the link").click()
        expect(dialog.get_by_text(f"It has been sent to {name}.")).to_be_visible()
        dialog.get_by_role("button", name="Done").click()

    def plans_the_interview(self, *, busy_at: datetime) -> None:
        """Plan it, first at a time at which the interviewer is busy."""
        page = self.page
        go(page, "Candidates")
        page.get_by_role("link", name="Cora Sample").click()
        page.get_by_role("link", name="Schedule an interview").first.click()
        page.get_by_label("Title").fill("First conversation")
        page.get_by_role("combobox", name="Position").fill("Back")
        page.get_by_role("option", name="Backend engineer").click()
        page.get_by_role("combobox", name="Interviewers").fill("Inge")
        page.get_by_role("option", name="Inge Sample").click()
        page.get_by_label("Opens before, minutes").fill(str(OPENS_MINUTES))
        page.get_by_label("Until so many hours before").fill("0")
        page.get_by_label("Planned for").fill(clock(busy_at))
        expect(page.get_by_text("Not everybody is free")).to_be_visible()
        page.get_by_label("Planned for").fill(clock(PLANNED))
        expect(page.get_by_text("Everybody is free.")).to_be_visible()
        self._writes_questions()
        page.get_by_role("button", name="Create", exact=True).click()
        heading(page, "First conversation")

    def _writes_questions(self) -> None:
        page = self.page
        page.get_by_label("Question", exact=True).fill(QUESTIONS[0])
        page.get_by_role("button", name="What a good answer holds, hints, time").click()
        page.get_by_label("Key points").fill("finds rows without reading the whole table\nmakes writes slower")
        page.get_by_role("button", name="Add a question").click()
        page.get_by_label("Question", exact=True).nth(1).fill(QUESTIONS[1])

    def reads_the_review(self) -> None:
        page = self.page
        go(page, "Interviews")
        page.get_by_role("link", name="Cora Sample").click()
        expect(page.get_by_text(QUESTIONS[0]).first).to_be_visible()
        expect(page.get_by_text(ANSWER).first).to_be_visible()
        open_plan(page)
        expect(page.get_by_text("85 / 100")).to_be_visible()
        expect(page.get_by_text("Knows what an index costs")).to_be_visible()

    def makes_an_offer(self) -> None:
        page = self.page
        go(page, "Candidates")
        page.get_by_role("link", name="Board").click()
        page.get_by_role("button", name="Move Cora Sample …").click()
        page.get_by_role("menuitem", name="Offer").click()
        expect(page.get_by_role("list", name="Offer", exact=True).get_by_text("Cora Sample")).to_be_visible()

    def finds_everything_sent(self) -> None:
        page = self.page
        go(page, "Messages")
        page.get_by_role("combobox", name="Status").click()
        for state in ("Failed", "Held", "Unconfirmed"):  # a number would follow the word
            expect(page.get_by_role("option", name=state, exact=True)).to_be_visible()
        page.keyboard.press("Escape")
        page.get_by_role("combobox", name="Kind").click()
        page.get_by_role("option", name="Invitation to the organisation").click()
        rows = page.get_by_role("list", name="Messages").get_by_role("listitem")
        expect(rows).to_have_count(3)
        expect(rows.get_by_text("Sent", exact=True)).to_have_count(3)


class Interviewer:
    """Who asks, and says how it went."""

    def __init__(self, day: Day) -> None:
        self.page = joins(day, INTERVIEWER, "interviewer")
        heading(self.page, "Interviews")

    def says_when_they_work(self) -> None:
        """Every day of the week, so that some time is free whatever day it is today."""
        page = self.page
        go(page, "Calendar")
        page.get_by_role("link", name="My calendar").click()
        for name in ("Saturday", "Sunday"):
            page.get_by_label(f"Works on {name}").check(force=True)
        page.get_by_role("button", name="Save working hours").click()
        expect(page.get_by_text("Working hours are saved.")).to_be_visible()

    def starts(self, letter: Letter) -> None:
        page = self.page
        page.goto(letter.link)
        heading(page, "First conversation")
        open_plan(page)
        page.get_by_role("button", name="Start", exact=True).click()
        expect(page.get_by_text("The interview has begun.")).to_be_visible()

    def completes(self) -> None:
        page = self.page
        complete = page.get_by_role("button", name=re.compile("^(Complete|Say how it went)$"))
        complete.click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Score, 0 to 100").fill("85")
        dialog.get_by_label("What you saw: Technical").fill("Knows what an index costs")
        dialog.get_by_label("What you saw: Communication").fill("To the point")
        dialog.get_by_role("button", name=re.compile("^(Complete the interview|Record it)$")).click()
        expect(page.get_by_text("85 / 100")).to_be_visible()


class Candidate:
    """Who is interviewed, on a phone."""

    def __init__(self, day: Day) -> None:
        self.page = joins(day, CANDIDATE, "candidate", viewport=chromium.PHONE)
        heading(self.page, "Your page")

    def moves_the_interview(self) -> None:
        page = self.page
        page.reload()
        page.get_by_role("button", name="Another time").click()
        page.get_by_label("New time").fill(clock(MOVED))
        page.get_by_label("Why?").fill("My train is late")
        page.get_by_role("button", name="Move it").click()
        expect(page.get_by_text("Your interview has another time.")).to_be_visible()

    def is_interviewed(self, letter: Letter) -> None:
        room = InTheRoom(self.page, letter.link)
        room.enter()
        for number in range(1, len(QUESTIONS) + 1):
            room.waits_for_question(number)
            room.answer(ANSWER)
        room.sees("That was the last question.")
        room.finish()


def books(day: Day, letter: Letter) -> None:
    """Take the first free time that a mailed link offers, on a phone, without an account."""
    page = day.page_of("who was drawn", viewport=chromium.PHONE)
    page.goto(letter.link)
    heading(page, "Choose a time")
    first_free(page).click()
    page.get_by_role("button", name="Book this time").click()
    heading(page, "Your time is booked")


def first_free(page: Page) -> Locator:
    """The first time that can be booked."""
    return page.get_by_role("region", name=re.compile("^Free times on")).first.get_by_role("button").first


def sets_up(day: Day) -> tuple[Admin, Interviewer, Recruiter]:
    """An organisation and its people, from nothing."""
    admin = Admin(day)
    admin.registers()
    admin.sets_the_zone()
    admin.adds_a_webhook(day.receiver.url)
    admin.invites("Inge Sample", INTERVIEWER, "Interviewer")
    admin.invites("Rita Sample", RECRUITER, "Recruiter")
    interviewer = Interviewer(day)
    interviewer.says_when_they_work()
    return admin, interviewer, Recruiter(day)


def fills_lots(recruiter: Recruiter) -> str:
    """Candidates, and who of them is taken; returns the name that was drawn."""
    recruiter.adds_a_candidate()
    recruiter.imports_candidates()
    recruiter.opens_a_position()
    recruiter.makes_a_lot("Known to us", places=1, skill="Databases")
    recruiter.takes_the_one_who_matches()
    recruiter.makes_a_lot("First round", places=1, skill="Python")
    return recruiter.draws()


def test_from_an_empty_database_to_a_completed_interview(day: Day) -> None:
    post = day.post
    admin, interviewer, recruiter = sets_up(day)
    drawn = fills_lots(recruiter)

    recruiter.sends_a_booking_link(drawn)
    address = f"{drawn.split()[0].lower()}@example.org"
    books(day, post.letter(address, "Choose a time: Short call"))
    call = post.letter(address, "Invitation: Short call")
    assert post.letter(INTERVIEWER, f"Interview with {drawn}").begins_at == call.begins_at

    recruiter.plans_the_interview(busy_at=call.begins_at)
    invited = [post.letter(CANDIDATE, "Invitation: First conversation")]
    invited += [post.letter(INTERVIEWER, "Interview with Cora Sample")]
    assert [letter.begins_at for letter in invited] == [PLANNED, PLANNED]

    candidate = Candidate(day)
    candidate.moves_the_interview()
    told, panel = post.letter(CANDIDATE, "New time"), post.letter(INTERVIEWER, "New time")
    assert (told.begins_at, panel.begins_at) == (MOVED, MOVED)
    interviewer.starts(panel)
    candidate.is_interviewed(told)
    interviewer.completes()

    recruiter.reads_the_review()
    recruiter.makes_an_offer()
    recruiter.finds_everything_sent()
    admin.sees_what_the_receiver_got(day.receiver)
