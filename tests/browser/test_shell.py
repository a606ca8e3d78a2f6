"""The organisation's side of the web client, as people use it."""

from __future__ import annotations

import re

import requests
from playwright.sync_api import Page, expect

from tests.browser.chromium import Watched
from tests.browser.conftest import PASSWORD, Office, signed_in
from tests.live_server import LiveServer


def log_in(page: Page, email: str, password: str) -> None:
    """Fill the form and send it with the keyboard."""
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.keyboard.press("Enter")


def preview(server: LiveServer, link: str) -> int:
    """How the server answers to what a candidate's link carries."""
    body = {"interview_token": link.rpartition("/")[2]}
    return requests.post(f"{server.url}/api/interview/session/preview", json=body, timeout=30).status_code


class TestLogIn:
    """The way in."""

    def test_leads_to_where_one_wanted_to_go(self, visitor: Page, office: Office) -> None:
        visitor.goto("/candidates")
        expect(visitor.get_by_text("your last login has ended")).to_be_visible()
        log_in(visitor, office.email, PASSWORD)

        expect(visitor.get_by_role("heading", name="Candidates", level=1)).to_be_visible()

    def test_says_what_is_wrong_and_keeps_nothing(self, visitor: Page, office: Office) -> None:
        visitor.goto("/login")
        log_in(visitor, office.email, "not the password")

        expect(visitor.get_by_role("alert")).to_contain_text("is not right")
        assert visitor.evaluate("JSON.stringify([localStorage, sessionStorage])").find(office.email) == -1

    def test_asks_for_what_is_missing(self, visitor: Page) -> None:
        visitor.goto("/login")
        visitor.get_by_role("button", name="Sign in").click()

        expect(visitor.get_by_text("Enter your email address.")).to_be_visible()
        expect(visitor.get_by_text("Enter your password.")).to_be_visible()

    def test_tells_how_long_to_wait_after_too_many_tries(self, visitor: Page, office: Office) -> None:
        for _ in range(10):
            visitor.request.post("/api/auth/login", data={"email": office.email, "password": "guess"})
        visitor.goto("/login")
        log_in(visitor, office.email, PASSWORD)

        expect(visitor.get_by_role("alert")).to_contain_text(re.compile(r"Wait \d+ minutes"))

    def test_shows_the_password_when_asked(self, visitor: Page) -> None:
        visitor.goto("/login")
        field = visitor.get_by_label("Password", exact=True)
        field.fill("visible now")
        visitor.get_by_role("button", name="Show or hide the password").click()

        expect(field).to_have_attribute("type", "text")


class TestRenewal:
    """An access token that ran out."""

    def test_is_not_noticed_in_any_tab(self, page: Page, watched: Watched) -> None:
        page.goto("/interviews")
        expect(page.get_by_role("heading", name="Interviews", level=1)).to_be_visible()
        watched.context.clear_cookies(name="access_token")
        tabs = [watched.page() for _ in range(3)]
        for tab in tabs:
            tab.evaluate("address => { location.href = address }", f"{watched.url}/candidates")
        for tab in tabs:
            expect(tab.get_by_role("heading", name="Candidates", level=1)).to_be_visible()

    def test_that_cannot_be_renewed_leads_back_in(self, page: Page, watched: Watched) -> None:
        page.goto("/interviews")
        expect(page.get_by_role("heading", name="Interviews", level=1)).to_be_visible()
        watched.context.clear_cookies()
        page.get_by_role("link", name="Candidates").click()

        expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


class TestNewInterview:
    """Planning an interview."""

    def test_with_a_new_candidate_and_questions_in_their_order(
        self, page: Page, office: Office, server: LiveServer
    ) -> None:
        page.goto("/interviews/new")
        page.get_by_text("A new candidate", exact=True).click()
        page.get_by_label("Name", exact=True).fill("Nina Example")
        page.get_by_label("Title").fill("Second talk")
        page.get_by_label("Question", exact=True).fill("Asked last")
        page.get_by_role("button", name="Add a question").click()
        page.get_by_label("Question", exact=True).nth(1).fill("Asked first")
        page.get_by_role("button", name="What a good answer holds").nth(1).click()
        page.get_by_label("Key points").nth(1).fill("one\ntwo")
        page.get_by_role("button", name="Move question 2 up").click()
        page.get_by_role("button", name="Create and get the link").click()
        link = page.get_by_label("The candidate’s link").input_value()
        interview = office.get(f"/api/admin/interviews/{page.url.split('/')[-2]}")

        assert preview(server, link) == 200
        assert [question["text"] for question in interview["questions"]] == ["Asked first", "Asked last"]
        assert interview["questions"][0]["keyPoints"] == ["one", "two"]
        assert interview["candidateName"] == "Nina Example"

    def test_with_the_keyboard_alone(self, page: Page, office: Office) -> None:
        office.post("/api/admin/candidates", {"name": "Kim Keyboard"})
        page.goto("/interviews")
        page.get_by_role("link", name="New interview").first.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="New interview")).to_be_visible()
        tab_to(page, "Candidate")
        page.keyboard.type("kim")
        expect(page.get_by_role("option", name="Kim Keyboard")).to_be_visible()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        tab_to(page, "Title")
        page.keyboard.type("By keys")
        page.keyboard.press("Enter")

        expect(page.get_by_role("heading", name="By keys")).to_be_visible()
        expect(page.get_by_label("The candidate’s link")).to_be_visible()

    def test_goes_to_what_is_missing(self, page: Page) -> None:
        page.goto("/interviews/new")
        page.get_by_role("button", name="Create and get the link").click()

        expect(page.get_by_text("Choose a candidate.")).to_be_visible()
        expect(page.get_by_label("Candidate", exact=True).first).to_be_focused()

    def test_asks_before_what_was_written_is_lost(self, page: Page) -> None:
        page.goto("/interviews/new")
        page.get_by_label("Title").fill("Half written")
        page.get_by_role("link", name="Candidates").click()
        expect(page.get_by_role("dialog")).to_contain_text("will be lost")
        page.get_by_role("button", name="Keep it").click()

        expect(page.get_by_label("Title")).to_have_value("Half written")

    def test_brings_a_removed_question_back(self, page: Page) -> None:
        page.goto("/interviews/new")
        page.get_by_label("Question", exact=True).fill("Needed after all")
        page.get_by_role("button", name="Remove question 1").click()
        page.get_by_role("button", name="Bring it back").click()

        expect(page.get_by_label("Question", exact=True)).to_have_value("Needed after all")


class TestInvitations:
    """The candidate's links."""

    def test_are_told_once_and_taken_back_after_asking(self, page: Page, office: Office, server: LiveServer) -> None:
        interview = office.plan()
        page.goto(f"/interviews/{interview['id']}/setup")
        page.get_by_role("button", name="Make a link").click()
        link = page.get_by_label("The candidate’s link").input_value()
        assert preview(server, link) == 200
        page.reload()
        expect(page.get_by_text("Valid", exact=True)).to_be_visible()
        expect(page.get_by_label("The candidate’s link")).to_have_count(0)
        page.get_by_role("button", name="Revoke").click()
        page.get_by_role("dialog").get_by_role("button", name="Revoke").click()
        expect(page.get_by_text("Revoked", exact=True)).to_be_visible()

        assert preview(server, link) == 403

    def test_are_copied_with_a_word(self, page: Page, office: Office, watched: Watched) -> None:
        watched.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.goto(f"/interviews/{office.plan()['id']}/setup")
        page.get_by_role("button", name="Make a link").click()
        page.get_by_role("button", name="Copy").click()
        expect(page.get_by_role("button", name="Copied")).to_be_visible()

        assert (
            page.evaluate("navigator.clipboard.readText()") == page.get_by_label("The candidate’s link").input_value()
        )


class TestConsent:
    """What the candidate agreed to."""

    def test_is_written_down_with_its_evidence(self, page: Page, office: Office) -> None:
        interview = office.plan()
        page.goto(f"/interviews/{interview['id']}/setup")
        page.get_by_role("button", name="Record a consent").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Recording").check()
        dialog.get_by_label("How do you know?").fill("Signed form of 3 March")
        dialog.get_by_role("button", name="Record it").click()
        expect(page.get_by_text("The consent is recorded.")).to_be_visible()
        told = office.get(f"/api/admin/interviews/{interview['id']}/consent")["purposes"]

        assert {one["purpose"]: one["isGranted"] for one in told} == {"recording": True, "ai_analysis": None}


class TestCancelInterview:
    """Calling an interview off."""

    def test_takes_a_reason(self, page: Page, office: Office) -> None:
        interview = office.plan()
        page.goto(f"/interviews/{interview['id']}/setup")
        page.get_by_role("button", name="Cancel the interview").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_role("button", name="Cancel the interview").click()
        expect(dialog.get_by_text("Say why.")).to_be_visible()
        dialog.get_by_label("Why?").fill("The position is filled")
        dialog.get_by_role("button", name="Cancel the interview").click()

        expect(page.get_by_text("Cancelled: The position is filled")).to_be_visible()


class TestInterviews:
    """The list."""

    def test_is_found_by_the_beginning_of_a_name_and_by_status(self, page: Page, office: Office) -> None:
        for name in ("Ada Example", "Berta Example"):
            office.plan(name=name)
        page.goto("/interviews")
        expect(page.get_by_role("listitem")).to_have_count(2)
        page.get_by_label("Search by the beginning").fill("ber")
        expect(page.get_by_role("listitem")).to_have_count(1)
        page.get_by_text("Completed", exact=True).click()
        expect(page.get_by_text("Nothing found")).to_be_visible()
        page.get_by_role("button", name="Show all").last.click()

        expect(page.get_by_role("listitem")).to_have_count(2)

    def test_stays_light_however_long_it_is(self, page: Page, office: Office) -> None:
        candidate = office.post("/api/admin/candidates", {"name": "Test Person"})
        for number in range(120):
            office.post("/api/admin/interviews", {"candidateId": candidate["id"], "title": f"Talk {number:03}"})
        page.goto("/interviews")
        expect(page.get_by_text("Talk 119")).to_be_visible()
        for _ in range(40):
            page.mouse.wheel(0, 4000)
            if page.get_by_text("Talk 000").count():
                break
            page.wait_for_function("() => new Promise(done => requestAnimationFrame(() => done(true)))")
        expect(page.get_by_text("Talk 000")).to_be_visible()

        assert page.get_by_role("listitem").count() < 60


class TestApiKeys:
    """Keys for scripts."""

    def test_are_shown_once_and_work_until_they_are_revoked(self, page: Page, server: LiveServer) -> None:
        page.goto("/settings/keys")
        page.get_by_role("button", name="Make a key").first.click()
        page.get_by_label("What is it for?").fill("Nightly report")
        page.get_by_label("See candidates").check()
        page.get_by_role("button", name="Make the key").click()
        key = page.get_by_label("Both as a bearer token").input_value()
        page.get_by_role("button", name="I have copied it").click()
        headers = {"Authorization": f"Bearer {key}"}
        assert requests.get(f"{server.url}/api/admin/candidates", headers=headers, timeout=30).status_code == 200
        page.reload()
        expect(page.get_by_text("Nightly report")).to_be_visible()
        assert key.partition(".")[2] not in page.content()
        page.get_by_role("button", name="Revoke: Nightly report").click()
        page.get_by_role("dialog").get_by_role("button", name="Revoke").click()
        expect(page.get_by_text("Revoked", exact=True)).to_be_visible()

        assert requests.get(f"{server.url}/api/admin/candidates", headers=headers, timeout=30).status_code == 401


class TestPeople:
    """Who works here."""

    def test_see_what_their_role_may(self, watched: Watched, office: Office) -> None:
        email = office.email.replace("admin", "interviewer")
        office.post("/api/users", {"email": email, "name": "Inge", "role": "interviewer", "password": PASSWORD})
        page = signed_in(watched, email)
        page.goto("/interviews")
        main = page.get_by_role("navigation", name="Main")
        expect(main.get_by_role("link", name="Candidates")).to_be_visible()

        expect(main.get_by_role("link", name="Settings")).to_have_count(0)
        expect(page.get_by_role("link", name="New interview")).to_have_count(0)


class TestAccount:
    """One's own account."""

    def test_gets_another_password(self, page: Page, office: Office) -> None:
        page.goto("/account")
        page.get_by_label("Present password").fill("not this one")
        page.get_by_label("New password", exact=True).fill("another quiet sentence")
        page.get_by_label("New password, once more").fill("another quiet sentence")
        page.get_by_role("button", name="Change the password").click()
        expect(page.get_by_text("This is not your present password.")).to_be_visible()
        page.get_by_label("Present password").fill(PASSWORD)
        page.get_by_role("button", name="Change the password").click()
        expect(page.get_by_text("Your password is changed.")).to_be_visible()

        told = {"email": office.email, "password": "another quiet sentence"}
        assert requests.post(f"{office.url}/api/auth/login", json=told, timeout=30).status_code == 200

    def test_is_signed_out_everywhere(self, page: Page, office: Office) -> None:
        page.goto("/account")
        page.get_by_role("button", name="Sign out everywhere").click()
        page.get_by_role("dialog").get_by_role("button", name="Sign out everywhere").click()
        expect(page.get_by_role("heading", name="Sign in")).to_be_visible()

        me = requests.get(f"{office.url}/api/auth/me", headers={"Authorization": f"Bearer {office.token}"}, timeout=30)
        assert me.status_code == 401

    def test_is_signed_out_here(self, page: Page) -> None:
        page.goto("/interviews")
        page.get_by_role("button", name="Your account").last.click()
        page.get_by_role("menuitem", name="Sign out").click()
        expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
        page.goto("/interviews")

        expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


class TestUnknownAddress:
    """An address that leads nowhere."""

    def test_asks_nobody_to_sign_in(self, visitor: Page) -> None:
        answer = visitor.goto("/i")
        assert answer is not None

        expect(visitor.get_by_role("heading", name="There is nothing here")).to_be_visible()
        visitor.goto("/no/such/page")
        expect(visitor.get_by_role("link", name="Go to the start")).to_be_visible()


def tab_to(page: Page, label: str) -> None:
    """Go on with the tab key until the field of this label has the keyboard."""
    wanted = page.get_by_label(label, exact=True).first
    for _ in range(40):
        page.keyboard.press("Tab")
        if wanted.evaluate("field => field === document.activeElement"):
            return
    raise AssertionError(f"The tab key does not reach {label}.")
