"""Planning, moving and conducting interviews in the pages, as a recruiter and as an interviewer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import Watched
from tests.browser.conftest import PASSWORD, Office, signed_in

TEN = (datetime.now(UTC) + timedelta(days=6)).replace(hour=10, minute=0, second=0, microsecond=0)
PAST = "2024-02-15T10:00:00Z"


def written(moment: datetime) -> str:
    """A moment as it is filled in."""
    return moment.strftime("%Y-%m-%dT%H:%M")


def interviewer(office: Office, name: str = "Inge Sample") -> dict[str, Any]:
    """An interviewer who can sign in."""
    address = f"inge-{uuid4().hex[:8]}@example.org"
    made: dict[str, Any] = office.post(
        "/api/users", {"email": address, "name": name, "role": "interviewer", "password": PASSWORD}
    )
    return made


def choose_zone(page: Page, zone: str) -> None:
    """Choose the form's time zone."""
    page.get_by_role("combobox", name="Time zone").fill(zone)
    page.get_by_role("option", name=zone, exact=True).click()


def shown(office: Office, interview: dict[str, Any]) -> Any:
    """The interview as it stands."""
    return office.get(f"/api/admin/interviews/{interview['id']}")


class TestPlanning:
    """The form."""

    def test_shows_who_is_busy_before_anything_is_saved(self, page: Page, office: Office) -> None:
        person = interviewer(office)
        office.plan(scheduledAt=TEN.isoformat(), interviewerId=person["id"], durationMinutes=60)
        other = office.post("/api/admin/candidates", {"name": "Omar Other"})
        page.goto(f"/interviews/new?candidate={other['id']}")
        page.get_by_label("Title").fill("Second talk")
        choose_zone(page, "UTC")
        page.get_by_label("Planned for").fill(written(TEN + timedelta(minutes=30)))
        page.get_by_role("combobox", name="Interviewers").fill("inge")
        page.get_by_role("option", name="Inge Sample").click()
        expect(page.get_by_text("Not everybody is free")).to_be_visible()
        page.get_by_role("button", name="Create", exact=True).click()
        expect(page.get_by_text("Choose another time, or tick")).to_be_visible()
        page.get_by_label("Planned for").fill(written(TEN + timedelta(minutes=60)))
        expect(page.get_by_text("Everybody is free.")).to_be_visible()
        page.get_by_role("button", name="Create", exact=True).click()
        expect(page.get_by_role("heading", name="Second talk")).to_be_visible()

        made = office.get(f"/api/admin/interviews/{page.url.split('/')[-2]}")
        assert made["scheduledAt"].startswith((TEN + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M"))
        assert [one["userId"] for one in made["panel"]] == [person["id"]]

    def test_books_knowingly(self, page: Page, office: Office) -> None:
        first = office.plan(scheduledAt=TEN.isoformat())
        page.goto(f"/interviews/new?candidate={first['candidateId']}")
        page.get_by_label("Title").fill("Beside it")
        choose_zone(page, "UTC")
        page.get_by_label("Planned for").fill(written(TEN))
        page.get_by_label("Book it all the same").check()
        page.get_by_role("button", name="Create", exact=True).click()

        expect(page.get_by_role("heading", name="Beside it")).to_be_visible()

    def test_holds_everything_that_was_said(self, page: Page, office: Office) -> None:
        office.post("/api/admin/positions", {"title": "Backend engineer"})
        candidate = office.post("/api/admin/candidates", {"name": "Test Person"})
        page.goto(f"/interviews/new?candidate={candidate['id']}")
        page.get_by_label("Title").fill("Whole talk")
        page.get_by_role("combobox", name="Position").fill("Back")
        page.get_by_role("option", name="Backend engineer").click()
        page.get_by_role("combobox", name="Tags").fill("Senior")
        page.keyboard.press("Enter")
        page.get_by_label("Kind", exact=True).first.select_option("case_study")
        page.get_by_label("How people meet").select_option("audio")
        page.get_by_label("Link to a meeting elsewhere").fill("http://meet.example.org")
        page.get_by_role("button", name="Add a coding exercise").click()
        page.get_by_label("What to build").fill("A queue")
        page.get_by_role("button", name="Create", exact=True).click()
        expect(page.get_by_text("This has to be an https link.")).to_be_visible()
        page.get_by_label("Link to a meeting elsewhere").fill("https://meet.example.org/x")
        page.get_by_role("button", name="Create", exact=True).click()
        expect(page.get_by_role("heading", name="Whole talk")).to_be_visible()

        made = office.get(f"/api/admin/interviews/{page.url.split('/')[-2]}")
        assert (made["type"], made["mode"], made["tags"]) == ("case_study", "audio", ["senior"])
        assert (made["position"], made["jobId"] is not None) == ("Backend engineer", True)
        assert (made["meetingUrl"], made["codingExercise"]["title"]) == ("https://meet.example.org/x", "A queue")


class TestChanging:
    """What was planned."""

    def test_the_plan_is_edited(self, page: Page, office: Office) -> None:
        question = {"text": "Old?", "keyPoints": ["kept"], "sampleAnswers": ["kept too"]}
        interview = office.plan(questions=[question, {"text": "Second?"}], notes="from the call")
        page.goto(f"/interviews/{interview['id']}/setup")
        page.get_by_role("link", name="Change", exact=True).click()
        page.get_by_label("Question", exact=True).nth(1).fill("New?")
        page.get_by_role("button", name="Move question 2 up").click()
        page.get_by_label("Title").fill("Renamed talk")
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_role("heading", name="Renamed talk")).to_be_visible()

        stands = shown(office, interview)
        assert [one["text"] for one in stands["questions"]] == ["New?", "Old?"]
        assert stands["questions"][1]["keyPoints"] == ["kept"] and stands["questions"][1]["sampleAnswers"] == [
            "kept too"
        ]
        assert stands["notes"] == "from the call"

    def test_what_was_not_touched_is_not_sent(self, page: Page, office: Office) -> None:
        interview = office.plan(scheduledAt=TEN.isoformat(), timezone="Asia/Tokyo", preparationTime=7)
        page.goto(f"/interviews/{interview['id']}/edit")
        page.get_by_label("Place").fill("Room 4")
        with page.expect_request(lambda sent: sent.method == "PATCH") as sent:
            page.get_by_role("button", name="Save").click()

        assert sent.value.post_data_json == {"location": "Room 4", "force": False, "override": False}

    def test_another_time_is_on_the_clock_that_is_shown(self, page: Page, office: Office) -> None:
        interview = office.plan(scheduledAt=TEN.isoformat(), timezone="Asia/Tokyo")
        page.goto(f"/interviews/{interview['id']}/setup")
        page.get_by_role("button", name="Move").click()
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_label("New time")).to_have_value(written(TEN + timedelta(hours=9)))
        dialog.get_by_label("New time").fill(written(TEN + timedelta(hours=11)))
        dialog.get_by_label("Why?").fill("a strike")
        dialog.get_by_role("button", name="Move the interview").click()
        expect(page.get_by_text("The interview has another time.")).to_be_visible()

        assert shown(office, interview)["scheduledAt"].startswith((TEN + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M"))

    def test_its_own_rules_are_overridden_aloud(self, page: Page, office: Office) -> None:
        interview = office.plan(scheduledAt=TEN.isoformat(), allowReschedule=False)
        page.goto(f"/interviews/{interview['id']}/setup")
        page.get_by_role("button", name="Move").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_role("button", name="Move the interview").click()
        expect(dialog.get_by_text("Tick to move it all the same.")).to_be_visible()
        dialog.get_by_label("New time").fill("2030-01-01T10:00")
        dialog.get_by_label("Move it against its own rules").check()
        dialog.get_by_role("button", name="Move the interview").click()

        expect(page.get_by_text("The interview has another time.")).to_be_visible()

    def test_what_has_begun_is_not_changed_here(self, page: Page, office: Office) -> None:
        interview = office.plan()
        office.post(f"/api/interviews/{interview['id']}/start")
        page.goto(f"/interviews/{interview['id']}/edit")

        expect(page.get_by_text("can no longer be changed")).to_be_visible()

    def test_a_no_show_is_marked_after_asking(self, page: Page, office: Office) -> None:
        interview = office.plan(scheduledAt=PAST)
        page.goto(f"/interviews/{interview['id']}/setup")
        page.get_by_role("button", name="Nobody came").click()
        page.get_by_role("dialog").get_by_role("button", name="Mark as a no-show").click()
        expect(page.get_by_text("Marked as a no-show.")).to_be_visible()

        assert shown(office, interview)["status"] == "no_show"


class TestInterviewer:
    """Somebody who conducts and does not schedule."""

    @pytest.fixture
    def inge(self, office: Office) -> dict[str, Any]:
        """An interviewer."""
        return interviewer(office)

    def test_conducts_the_own_interview_to_its_end(
        self, watched: Watched, office: Office, inge: dict[str, Any]
    ) -> None:
        interview = office.plan(scheduledAt=PAST, interviewerId=inge["id"])
        page = signed_in(watched, inge["email"])
        page.goto(f"/interviews/{interview['id']}/setup")
        expect(page.get_by_role("button", name="Start")).to_be_visible()
        for name in ("Move", "Cancel the interview", "Make a link"):
            expect(page.get_by_role("button", name=name)).to_have_count(0)
        expect(page.get_by_role("link", name="Change", exact=True)).to_have_count(0)
        page.get_by_role("button", name="Start").click()
        page.get_by_role("button", name="Complete").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Score").fill("85")
        dialog.get_by_label("What you saw: Technical").fill("Strong on storage")
        dialog.get_by_role("button", name="Complete the interview").click()
        expect(page.get_by_text("85 / 100")).to_be_visible()

        stands = shown(office, interview)
        assert (stands["score"], stands["feedback"]) == (85, {"Technical": "Strong on storage"})

    def test_sees_of_others_neither_verbs_nor_scores(
        self, watched: Watched, office: Office, inge: dict[str, Any]
    ) -> None:
        interview = office.plan(scheduledAt=PAST)
        page = signed_in(watched, inge["email"])
        page.goto(f"/interviews/{interview['id']}/setup")
        expect(page.get_by_role("heading", name="First talk")).to_be_visible()
        expect(page.get_by_role("button", name="Start")).to_have_count(0)
        office.post(f"/api/interviews/{interview['id']}/start")
        office.post(f"/api/interviews/{interview['id']}/end", {"score": 12, "feedback": "secret"})
        page.reload()
        expect(page.get_by_text("so that you form your own view first")).to_be_visible()

        assert "secret" not in page.content()

    def test_finds_the_own_day(self, watched: Watched, office: Office, inge: dict[str, Any]) -> None:
        office.plan(name="Mine Person", interviewerId=inge["id"])
        office.plan(name="Other Person")
        page = signed_in(watched, inge["email"])
        page.goto("/interviews?mine=true")
        expect(page.get_by_role("link", name="Mine Person")).to_be_visible()
        expect(page.get_by_role("link", name="Other Person")).to_have_count(0)
        page.get_by_role("button", name="Remove the filter Mine").click()

        expect(page.get_by_role("link", name="Other Person")).to_be_visible()


class TestFilters:
    """The list, narrowed."""

    def test_stand_in_the_address_and_come_off_one_by_one(self, page: Page, office: Office) -> None:
        office.plan(name="Ada Example", type="hr", tags=["senior"])
        office.plan(name="Berta Example", type="hr")
        office.plan(name="Chen Example")
        page.goto("/interviews")
        page.get_by_role("button", name="Filter").click()
        panel = page.get_by_role("dialog")
        panel.get_by_label("Kind").select_option("hr")
        panel.get_by_label("Tags").fill("senior")
        panel.get_by_role("button", name="Show").click()
        rows = page.get_by_role("list", name="Interviews").get_by_role("listitem")
        expect(rows).to_have_count(1)
        assert "type=hr" in page.url and "tags=senior" in page.url
        page.reload()
        expect(rows).to_have_count(1)
        page.get_by_role("button", name="Remove the filter Tags: senior").click()
        expect(rows).to_have_count(2)
        page.get_by_role("button", name="Remove the filter Kind: HR").click()

        expect(rows).to_have_count(3)


class TestCandidate:
    """Somebody who is interviewed, with an account."""

    def test_moves_and_declines_the_own_interviews(self, watched: Watched, office: Office) -> None:
        address = f"ada-{uuid4().hex[:8]}@example.org"
        person = {"email": address, "name": "Ada Example", "role": "candidate", "password": PASSWORD}
        office.post("/api/users", person)
        candidate = office.post("/api/admin/candidates", {"name": "Ada Example", "email": address})
        office.post(f"/api/admin/candidates/{candidate['id']}/invite")
        body = {"candidateId": candidate["id"], "scheduledAt": TEN.isoformat(), "notes": "secret"}
        first = office.post("/api/admin/interviews", body | {"title": "First talk"})
        office.post("/api/admin/interviews", body | {"title": "Fixed talk", "allowReschedule": False, "force": True})
        page = signed_in(watched, address)
        page.goto("/me")
        fixed, movable = (page.get_by_role("article").filter(has_text=title) for title in ("Fixed talk", "First talk"))
        expect(fixed.get_by_role("button", name="Another time")).to_have_count(0)
        movable.get_by_role("button", name="Another time").click()
        page.get_by_label("New time").fill("2030-01-01T10:00")
        page.get_by_role("button", name="Move it").click()
        expect(page.get_by_text("Your interview has another time.")).to_be_visible()
        assert shown(office, first)["rescheduleCount"] == 1 and "secret" not in page.content()
        fixed.get_by_role("button", name="Decline").click()
        page.get_by_role("dialog").get_by_label("Why?").fill("Another offer")
        page.get_by_role("dialog").get_by_role("button", name="Decline").click()

        expect(page.get_by_text("Called off: Another offer")).to_be_visible()
