"""Self-booking: made by the organisation, used by whoever holds the link."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
import vobject
from flask.testing import FlaskClient
from sqlalchemy import func, select

from interview.accounts.models import Organisation, User
from interview.core import clock
from interview.core.actors import OPERATOR
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from interview.notifications.models import Message
from interview.scheduling import service as scheduling
from interview.scheduling.calendar.booking import links
from interview.scheduling.calendar.models import BookingLink
from interview.scheduling.models import Booking, Interview
from tests.factories import accounts, calendars, interviews
from tests.factories.calendars import ahead


@pytest.fixture
def recruiter(app: Application) -> User:
    """Somebody who schedules."""
    return accounts.make_user(role="recruiter")


def wanted(recruiter: User, **more: Any) -> dict[str, Any]:
    """A link as the organisation asks for one."""
    interviewer = accounts.make_user(recruiter.organisation, role="interviewer")
    today = clock.now().date()
    candidate_id = more.pop("candidateId", None)
    return {
        "candidateId": candidate_id
        or interviews.make_candidate(recruiter.organisation, email="candidate@example.org").id,
        "interviewerIds": [interviewer.id],
        "title": "First talk",
        "firstDay": today.isoformat(),
        "lastDay": (today + timedelta(days=14)).isoformat(),
        "timezone": "Europe/Berlin",
    } | more


def ask(client: FlaskClient, verb: str, token: str, **more: Any) -> Any:
    """Call a verb of the public side."""
    return client.post(f"/api/booking/{verb}", json={"token": token} | more)


def first_slot(client: FlaskClient, token: str, number: int = 0) -> str:
    """A free time."""
    return str(ask(client, "preview", token).get_json()["week"]["slots"][number])


def reload(link: BookingLink) -> BookingLink:
    """The row as it is now."""
    db.session.expire_all()
    return db.session.get_one(BookingLink, link.id)


class TestLinks:
    """/api/calendar/booking-links."""

    PATH = "/api/calendar/booking-links"

    def test_is_made_listed_shown_and_taken_back(self, client: FlaskClient, recruiter: User) -> None:
        headers = accounts.headers_of(recruiter)
        body = wanted(recruiter)
        made = client.post(self.PATH, headers=headers, json=body)
        told = made.get_json()
        token = told["link"].rpartition("/book/")[2]

        assert made.status_code == 201 and told["isSent"] is False and told["candidateName"] == "Some Candidate"
        assert ask(client, "preview", token).status_code == 200
        listed = client.get(f"{self.PATH}?candidateId={body['candidateId']}", headers=headers).get_json()
        assert [one["id"] for one in listed["items"]] == [told["id"]] and token not in str(listed)
        for _ in range(2):
            gone = client.delete(f"{self.PATH}/{told['id']}", headers=headers)
            assert gone.status_code == 200 and gone.get_json()["revokedAt"]
        assert client.get(f"{self.PATH}/{told['id']}", headers=headers).get_json()["revokedAt"]
        assert ask(client, "preview", token).get_json()["code"] == "booking_link_revoked"

    def test_is_sent_where_asked(self, client: FlaskClient, recruiter: User) -> None:
        made = client.post(self.PATH, headers=accounts.headers_of(recruiter), json=wanted(recruiter, send=True))
        message = db.session.scalars(select(Message)).first()

        assert made.get_json()["isSent"] is True
        assert message is not None and message.kind == "booking_invitation"
        assert message.address == "candidate@example.org"

    @pytest.mark.parametrize(
        ("change", "status"),
        [
            ({"candidateId": 999_999}, 404),
            ({"interviewerIds": ["nobody"]}, 422),
            ({"interviewerIds": []}, 422),
            ({"firstDay": "2020-01-01", "lastDay": "2020-01-05"}, 422),
            ({"lastDay": "2020-01-01"}, 422),
            ({"lastDay": "2099-01-01"}, 422),
            ({"timezone": "Mars/Base"}, 422),
            ({"expiresAt": "2020-01-01T00:00:00Z"}, 422),
            ({"type": "chat"}, 422),
            ({"meetingUrl": "javascript:alert(1)"}, 422),
            ({"stepMinutes": 7}, 422),
            ({"durationMinutes": "60"}, 422),
            ({"more": 1}, 422),
        ],
    )
    def test_malformed(self, client: FlaskClient, recruiter: User, change: dict[str, Any], status: int) -> None:
        answer = client.post(self.PATH, headers=accounts.headers_of(recruiter), json=wanted(recruiter, **change))

        assert answer.status_code == status, answer.text

    def test_is_refused(self, client: FlaskClient, recruiter: User) -> None:
        link, _ = calendars.booking_link(accounts.make_user(recruiter.organisation, role="interviewer"))
        foreign = accounts.headers_of(accounts.make_user(role="admin"))
        interviewer = accounts.headers_of(accounts.make_user(recruiter.organisation, role="interviewer"))
        path = f"{self.PATH}/{link.id}"

        assert client.post(self.PATH, json={}).status_code == client.get(path).status_code == 401
        assert client.delete(path, headers=interviewer).status_code == 403
        assert client.get(path, headers=interviewer).status_code == 200
        assert client.get(path, headers=foreign).status_code == client.delete(path, headers=foreign).status_code == 404
        assert client.get(self.PATH, headers=foreign).get_json()["items"] == []
        body = wanted(recruiter, candidateId=link.candidate_id)
        assert client.post(self.PATH, headers=foreign, json=body).status_code == 404


class TestPreview:
    """POST /api/booking/preview."""

    def test_shows_a_week_of_free_times_in_the_zone_asked_for(self, client: FlaskClient, app: Application) -> None:
        interviewer = accounts.make_user(role="interviewer")
        link, token = calendars.booking_link(interviewer, timezone="Europe/Berlin", step_minutes=60)
        told = ask(client, "preview", token, timezone="Asia/Kolkata").get_json()

        assert told["title"] == "First talk" and told["organisationName"] == "Northwind" and told["booked"] is None
        assert told["interviewers"] == ["Some Person"] and interviewer.email not in str(told)
        slots = [datetime.fromisoformat(slot) for slot in told["week"]["slots"]]
        assert slots and all(slot.weekday() < 5 and 9 <= slot.hour < 17 for slot in slots)
        assert all(slot >= clock.now() + timedelta(hours=link.notice_hours) for slot in slots)

    def test_turns_from_week_to_week(self, client: FlaskClient, app: Application) -> None:
        _, token = calendars.booking_link()
        first = ask(client, "preview", token).get_json()["week"]
        second = ask(client, "preview", token, firstDay=first["next"]).get_json()["week"]

        assert first["previous"] is None and first["nextFree"] == first["next"]
        assert second["next"] is None and second["previous"] == first["firstDay"]
        assert second["slots"] and not set(second["slots"]) & set(first["slots"])

    def test_leaves_out_what_interviewers_and_candidate_have(self, client: FlaskClient, app: Application) -> None:
        link, token = calendars.booking_link(step_minutes=60)
        busy = ahead(2, hour=12)
        home = db.session.get_one(Organisation, link.organisation_id)
        interviews.invited(home, candidate=link.candidate, scheduled_at=busy)
        told = ask(client, "preview", token, firstDay=busy.date().isoformat()).get_json()["week"]["slots"]

        assert clock.wire(busy) not in told and clock.wire(busy + timedelta(hours=1)) in told

    @pytest.mark.parametrize(("token", "status"), [("x" * 43, 404), (None, 422), ("", 404), (7, 422), ("x\x00y", 422)])
    def test_a_wrong_token_opens_nothing(self, client: FlaskClient, token: Any, status: int) -> None:
        answer = client.post("/api/booking/preview", json={"token": token})

        assert answer.status_code == status

    def test_an_expired_one_is_gone(self, client: FlaskClient, app: Application) -> None:
        link, token = calendars.booking_link()
        with unit_of_work():
            db.session.get_one(BookingLink, link.id).expires_at = clock.now()

        for verb in ("preview", "book"):
            assert ask(client, verb, token, startsAt=clock.wire(ahead())).get_json()["code"] == "booking_link_expired"

    def test_nobody_is_left_to_interview(self, client: FlaskClient, app: Application) -> None:
        interviewer = calendars.works_always(accounts.make_user(role="interviewer"))
        _, token = calendars.booking_link(interviewer)
        with unit_of_work():
            db.session.get_one(User, interviewer.id).is_active = False

        assert ask(client, "preview", token).get_json()["week"]["slots"] == []


class TestBook:
    """POST /api/booking/book."""

    def test_takes_the_time_and_tells_everybody(self, client: FlaskClient, app: Application) -> None:
        link, token = calendars.booking_link()
        slot = first_slot(client, token)
        answer = ask(client, "book", token, startsAt=slot)
        booked = answer.get_json()["booked"]

        assert answer.status_code == 201 and booked["startsAt"] == slot and booked["mayBeChanged"] is not None
        assert "/i/" in booked["link"] and vobject.readOne(booked["calendar"]).vevent.status.value == "CONFIRMED"
        interview = db.session.get_one(Interview, reload(link).interview_id)
        assert clock.wire(interview.scheduled_at) == slot and interview.interviewer_ids == link.interviewer_ids
        kinds = set(db.session.scalars(select(Message.kind)))
        assert {"interview_invitation", "panel_invitation"} <= kinds

    def test_books_once(self, client: FlaskClient, app: Application) -> None:
        _, token = calendars.booking_link()
        slot = first_slot(client, token)
        ask(client, "book", token, startsAt=slot)
        again = ask(client, "book", token, startsAt=slot)

        assert again.status_code == 409 and again.get_json()["code"] == "already_booked"
        assert ask(client, "preview", token).get_json()["booked"]["startsAt"] == slot

    @pytest.mark.parametrize("minutes", [1, -60 * 24 * 365, 60 * 24 * 365])
    def test_takes_no_time_that_is_not_offered(self, client: FlaskClient, app: Application, minutes: int) -> None:
        _, token = calendars.booking_link()
        starts_at = datetime.fromisoformat(first_slot(client, token)) + timedelta(minutes=minutes)
        answer = ask(client, "book", token, startsAt=clock.wire(starts_at))

        assert answer.status_code == 409 and answer.get_json()["code"] == "slot_taken"
        assert len(answer.get_json()["slots"]) == 20

    def test_of_twenty_who_want_the_same_time_one_gets_it(self, app: Application) -> None:
        interviewer = calendars.works_always(accounts.make_user(role="interviewer"))
        tokens = [
            calendars.booking_link(interviewer, candidate=interviews.make_candidate(interviewer.organisation))[1]
            for _ in range(20)
        ]
        slot = clock.wire(ahead())
        db.session.remove()

        def book(token: str) -> Any:
            with app.app_context():
                return ask(app.test_client(), "book", token, startsAt=slot)

        with ThreadPoolExecutor(20) as pool:
            answers = list(pool.map(book, tokens))

        assert sorted(answer.status_code for answer in answers) == [201] + [409] * 19
        refused = [answer.get_json() for answer in answers if answer.status_code == 409]
        assert {one["code"] for one in refused} == {"slot_taken"} and all(slot not in one["slots"] for one in refused)
        assert db.session.scalar(select(func.count()).select_from(Interview)) == 1
        assert db.session.scalar(select(func.count()).select_from(Booking)) == 2

    def test_of_twenty_clicks_on_one_link_one_counts(self, app: Application) -> None:
        _, token = calendars.booking_link()
        slot = clock.wire(ahead())
        db.session.remove()

        def book(_: int) -> int:
            with app.app_context():
                return int(ask(app.test_client(), "book", token, startsAt=slot).status_code)

        with ThreadPoolExecutor(20) as pool:
            assert sorted(pool.map(book, range(20))) == [201] + [409] * 19

    @pytest.mark.parametrize("starts_at", [None, "soon", "2026-01-01T00:00:00", 7])
    def test_malformed(self, client: FlaskClient, app: Application, starts_at: Any) -> None:
        _, token = calendars.booking_link()

        assert ask(client, "book", token, startsAt=starts_at).status_code == 422


class TestChange:
    """POST /api/booking/reschedule and /cancel."""

    def booked(self, client: FlaskClient, **values: Any) -> tuple[BookingLink, str, str]:
        """A link with a time booked three days ahead."""
        link, token = calendars.booking_link(**values)
        slot = str(clock.wire(ahead()))
        assert ask(client, "book", token, startsAt=slot).status_code == 201
        return link, token, slot

    def test_moves_it(self, client: FlaskClient, app: Application) -> None:
        link, token, slot = self.booked(client)
        later = clock.wire(datetime.fromisoformat(slot) + timedelta(minutes=30))
        answer = ask(client, "reschedule", token, startsAt=later)
        interview = db.session.get_one(Interview, reload(link).interview_id)

        assert answer.status_code == 200 and answer.get_json()["booked"]["startsAt"] == later
        assert interview.sequence == 1 and reload(link).changes_left == 2

    def test_calls_it_off_and_books_another(self, client: FlaskClient, app: Application) -> None:
        link, token, slot = self.booked(client)
        off = ask(client, "cancel", token)

        assert off.status_code == 200 and off.get_json()["booked"] is None
        assert ask(client, "cancel", token).get_json()["code"] == "nothing_booked"
        assert ask(client, "reschedule", token, startsAt=slot).get_json()["code"] == "nothing_booked"
        assert ask(client, "book", token, startsAt=slot).status_code == 201
        assert reload(link).changes_left == 2

    def test_moves_only_to_what_is_free(self, client: FlaskClient, app: Application) -> None:
        link, token, slot = self.booked(client)
        taken = ahead(4)
        with unit_of_work():
            scheduling.create(
                within=link.organisation_id, candidate_id=link.candidate_id, scheduled_at=taken, by=OPERATOR
            )
        answer = ask(client, "reschedule", token, startsAt=clock.wire(taken))

        assert answer.get_json()["code"] == "slot_taken"
        assert ask(client, "preview", token).get_json()["booked"]["startsAt"] == slot

    def test_as_often_as_the_link_allows(self, client: FlaskClient, app: Application) -> None:
        _, token, slot = self.booked(client, changes_left=1)
        later = clock.wire(datetime.fromisoformat(slot) + timedelta(hours=1))

        assert ask(client, "reschedule", token, startsAt=later).status_code == 200
        assert ask(client, "reschedule", token, startsAt=slot).get_json()["code"] == "booking_changes_used_up"
        assert ask(client, "cancel", token).get_json()["code"] == "booking_changes_used_up"

    def test_until_its_deadline(self, client: FlaskClient, app: Application) -> None:
        _, token, slot = self.booked(client, deadline_hours=100)
        later = clock.wire(datetime.fromisoformat(slot) + timedelta(hours=1))

        assert ask(client, "preview", token).get_json()["booked"]["mayBeChanged"] is False
        assert ask(client, "reschedule", token, startsAt=later).get_json()["code"] == "reschedule_too_late"
        assert ask(client, "cancel", token).get_json()["code"] == "booking_too_late_to_change"

    def test_what_the_organisation_called_off_stays_off(self, client: FlaskClient, app: Application) -> None:
        link, token, slot = self.booked(client)
        with unit_of_work():
            scheduling.cancel(scheduling.hold(str(reload(link).interview_id)), reason="Closed", by=OPERATOR)
        told = ask(client, "preview", token).get_json()["booked"]

        assert told["status"] == "cancelled" and told["link"] is None and told["calendar"] is None
        assert ask(client, "book", token, startsAt=slot).get_json()["code"] == "already_booked"

    def test_a_link_that_is_taken_back_leaves_what_was_booked(self, client: FlaskClient, app: Application) -> None:
        link, token, _ = self.booked(client)
        with unit_of_work():
            links.revoke(link, by=OPERATOR)

        assert ask(client, "preview", token).status_code == 403
        assert db.session.get_one(Interview, reload(link).interview_id).status == "scheduled"
