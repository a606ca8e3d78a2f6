"""Files, feeds, working hours and free times over HTTP."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
import vobject
from flask.testing import FlaskClient
from sqlalchemy import select

from interview.accounts.models import User
from interview.candidates.models import Candidate
from interview.core import clock, logs
from interview.core.actors import OPERATOR
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from interview.scheduling import panel
from interview.scheduling import service as scheduling
from interview.scheduling.calendar.models import CalendarFeed
from tests.factories import accounts, calendars, interviews
from tests.factories.calendars import ahead
from tests.factories.interviews import Invited


@pytest.fixture
def interviewer(app: Application) -> User:
    """Somebody who interviews."""
    return accounts.make_user(role="interviewer")


def scheduled(who: User, starts_at: datetime | None = None, **values: Any) -> Invited:
    """An interview with somebody on its panel."""
    seats = panel.seats([who.id])
    return interviews.invited(who.organisation, panel=seats, scheduled_at=starts_at or ahead(), **values)


def foreign_headers() -> dict[str, str]:
    """An admin of another organisation."""
    return accounts.headers_of(accounts.make_user(role="admin"))


class TestFiles:
    """GET …/calendar.ics."""

    PATHS = ("/api/admin/interviews/{}/calendar.ics", "/api/interviews/sessions/{}/calendar.ics")

    @pytest.mark.parametrize("path", PATHS)
    def test_is_one_event_for_everybody(self, client: FlaskClient, interviewer: User, path: str) -> None:
        made = scheduled(interviewer, timezone="Europe/Berlin").interview
        answer = client.get(path.format(made.id), headers=accounts.headers_of(interviewer))
        event = vobject.readOne(answer.text).vevent

        assert answer.content_type == "text/calendar; charset=utf-8" and "METHOD:PUBLISH" in answer.text
        assert answer.headers["Content-Disposition"] == 'attachment; filename="interview.ics"'
        assert event.uid.value == f"interview-{made.id}@{made.organisation_id}.talentflow"
        assert event.summary.value == "Interview: Some Candidate - Round one"
        assert [who.value for who in event.attendee_list] == [f"mailto:{interviewer.email}"]

    @pytest.mark.parametrize("path", PATHS)
    def test_is_refused(self, client: FlaskClient, interviewer: User, path: str) -> None:
        made = scheduled(interviewer).interview
        candidate = accounts.headers_of(accounts.make_user(interviewer.organisation, role="candidate"))

        assert client.get(path.format(made.id)).status_code == 401
        assert client.get(path.format(made.id), headers=candidate).status_code == 403
        assert client.get(path.format(made.id), headers=foreign_headers()).status_code == 404
        assert client.get(path.format("0" * 32), headers=accounts.headers_of(interviewer)).status_code == 404

    def test_without_a_time_there_is_none(self, client: FlaskClient, interviewer: User) -> None:
        made = interviews.invited(interviewer.organisation).interview
        answer = client.get(self.PATHS[0].format(made.id), headers=accounts.headers_of(interviewer))

        assert answer.status_code == 409 and answer.get_json()["code"] == "interview_not_scheduled"

    def test_a_candidate_downloads_their_own(self, client: FlaskClient, interviewer: User) -> None:
        user, made = candidate_user(interviewer)
        other = scheduled(interviewer, ahead(4)).interview
        mine = client.get(f"/api/candidates/interviews/{made.id}/calendar.ics", headers=accounts.headers_of(user))

        assert "Interview: Northwind - Round one" in mine.text and interviewer.email not in mine.text
        path = f"/api/candidates/interviews/{other.id}/calendar.ics"
        assert client.get(path, headers=accounts.headers_of(user)).status_code == 404
        assert client.get(path, headers=accounts.headers_of(interviewer)).status_code == 403


def candidate_user(interviewer: User) -> tuple[User, Any]:
    """A candidate who can sign in, with an interview."""
    user = accounts.make_user(interviewer.organisation, role="candidate")
    candidate = interviews.make_candidate(interviewer.organisation)
    with unit_of_work():
        db.session.get_one(Candidate, candidate.id).user_id = user.id
    return user, scheduled(interviewer, candidate=candidate).interview


class TestFeed:
    """POST, GET and DELETE /api/calendar/feed, and the calendar at its address."""

    def make(self, client: FlaskClient, user: User) -> str:
        """The path of a new address."""
        answer = client.post("/api/calendar/feed", headers=accounts.headers_of(user))
        assert answer.status_code == 201
        return str(answer.get_json()["address"]).partition("//")[2].partition("/")[2]

    def test_shows_what_the_person_conducts(self, client: FlaskClient, interviewer: User) -> None:
        mine = scheduled(interviewer).interview
        scheduled(accounts.make_user(interviewer.organisation, role="interviewer"), ahead(4))
        answer = client.get(self.make(client, interviewer))

        calendar = vobject.readOne(answer.text)
        assert [event.uid.value.split("@")[0] for event in calendar.vevent_list] == [f"interview-{mine.id}"]
        assert calendar.contents["x-wr-calname"][0].value == "Interviews: Northwind"

    def test_shows_a_candidate_their_own(self, client: FlaskClient, interviewer: User) -> None:
        user, made = candidate_user(interviewer)
        text = client.get(self.make(client, user)).text

        assert f"interview-{made.id}" in text and "/interviews/" not in text

    def test_leaves_out_what_is_called_off_long_past_or_far_ahead(self, client: FlaskClient, interviewer: User) -> None:
        off = scheduled(interviewer).interview
        scheduled(interviewer, clock.now() - timedelta(days=31))
        scheduled(interviewer, clock.now() + timedelta(days=366))
        kept = scheduled(interviewer, clock.now() - timedelta(days=29)).interview
        with unit_of_work():
            scheduling.cancel(scheduling.hold(off.id), reason="ill", by=OPERATOR)
        text = client.get(self.make(client, interviewer)).text

        assert text.count("BEGIN:VEVENT") == 1 and kept.id in text

    def test_is_told_once_and_answers_unchanged_with_304(self, client: FlaskClient, interviewer: User) -> None:
        scheduled(interviewer)
        path = self.make(client, interviewer)
        first = client.get(path)
        again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
        scheduled(interviewer, ahead(5))
        changed = client.get(path, headers={"If-None-Match": first.headers["ETag"]})

        assert first.headers["Cache-Control"] == "private, no-cache"
        assert again.status_code == 304 and again.data == b"" and changed.status_code == 200
        shown = client.get("/api/calendar/feed", headers=accounts.headers_of(interviewer)).get_json()
        assert shown["isOn"] is True and "address" not in shown

    def test_a_new_address_and_its_end_close_the_old(self, client: FlaskClient, interviewer: User) -> None:
        old = self.make(client, interviewer)
        new = self.make(client, interviewer)

        assert client.get(old).status_code == 404 and client.get(new).status_code == 200
        for _ in range(2):
            gone = client.delete("/api/calendar/feed", headers=accounts.headers_of(interviewer))
            assert gone.status_code == 204
        assert client.get(new).get_json()["code"] == "calendar_feed_unknown"

    def test_somebody_disabled_has_none(self, client: FlaskClient, interviewer: User) -> None:
        path = self.make(client, interviewer)
        with unit_of_work():
            db.session.get_one(User, interviewer.id).is_active = False

        assert client.get(path).status_code == 404

    def test_its_token_is_kept_nowhere(self, client: FlaskClient, interviewer: User) -> None:
        path = self.make(client, interviewer)
        token = path.rpartition("/")[2].removesuffix(".ics")
        kept = db.session.scalars(select(CalendarFeed)).one()
        line = logs.redact(None, "", {"path": f"/{path}", "about": f"see /book/{token}"})

        assert len(token) >= 43 and token not in kept.token_digest and token not in str(line)

    def test_a_program_has_none(self, client: FlaskClient, interviewer: User) -> None:
        key = accounts.basic(accounts.make_key(interviewer.organisation))

        assert client.post("/api/calendar/feed", headers=key).status_code == 403
        assert client.post("/api/calendar/feed").status_code == 401


HOURS = {
    "timezone": "Europe/Berlin",
    "rules": [{"weekday": 0, "starts": "09:00", "ends": "12:30"}, {"weekday": 0, "starts": "13:00", "ends": "24:00"}],
    "exceptions": [
        {"day": "2026-12-24", "stretches": []},
        {"day": "2026-12-26", "stretches": [{"starts": "10:00", "ends": "11:00"}]},
    ],
}


class TestWorkingHours:
    """GET and PUT /api/calendar/working-hours."""

    PATH = "/api/calendar/working-hours"

    def test_are_nine_to_five_until_stated_and_then_as_stated(self, client: FlaskClient, interviewer: User) -> None:
        headers = accounts.headers_of(interviewer)
        before = client.get(self.PATH, headers=headers).get_json()
        kept = client.put(self.PATH, headers=headers, json=HOURS)
        again = client.put(self.PATH, headers=headers, json=HOURS)

        assert before["isStated"] is False and before["rules"][4] == {"weekday": 4, "starts": "09:00", "ends": "17:00"}
        assert kept.get_json() == again.get_json() == client.get(self.PATH, headers=headers).get_json()
        assert kept.get_json() == HOURS | {"isStated": True}

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"timezone": "Mars/Base"}, "timezone"),
            ({"rules": [{"weekday": 7, "starts": "09:00", "ends": "10:00"}]}, "rules"),
            ({"rules": [{"weekday": 1, "starts": "10:00", "ends": "10:00"}]}, "rules"),
            ({"rules": [{"weekday": 1, "starts": "9:00", "ends": "10:00"}]}, "rules"),
            ({"rules": [{"weekday": 1, "starts": "09:00", "ends": "24:01"}]}, "rules"),
            ({"rules": [{"weekday": 1, "starts": 540, "ends": 600}]}, "rules"),
            ({"exceptions": [{"day": "2026-12-24"}, {"day": "2026-12-24"}]}, "exceptions"),
            ({"exceptions": [{"day": "tomorrow"}]}, "exceptions"),
            ({"more": 1}, "more"),
        ],
    )
    def test_malformed(self, client: FlaskClient, interviewer: User, change: dict[str, Any], field: str) -> None:
        answer = client.put(self.PATH, headers=accounts.headers_of(interviewer), json=HOURS | change)

        assert answer.status_code == 422 and field in answer.get_json()["errors"]

    def test_are_for_people_who_interview(self, client: FlaskClient, interviewer: User) -> None:
        key = accounts.basic(accounts.make_key(interviewer.organisation))
        candidate = accounts.headers_of(accounts.make_user(interviewer.organisation, role="candidate"))

        assert client.get(self.PATH).status_code == 401
        assert client.get(self.PATH, headers=key).status_code == 403
        assert client.put(self.PATH, headers=candidate, json=HOURS).status_code == 403


class TestAvailability:
    """GET /api/calendar/availability."""

    def ask(self, client: FlaskClient, *users: User, **more: str) -> Any:
        """Ask for whole hours of a day three days ahead."""
        day = ahead(3, hour=0)
        asked = {
            "userIds": ",".join(user.id for user in users),
            "from": clock.wire(day),
            "to": clock.wire(day + timedelta(days=1)),
            "durationMinutes": "60",
            "stepMinutes": "60",
        }
        return client.get(
            "/api/calendar/availability", headers=accounts.headers_of(users[0]), query_string=asked | more
        )

    def hours(self, answer: Any) -> list[int]:
        """The hours at which something can begin."""
        return [datetime.fromisoformat(slot["startsAt"]).hour for slot in answer.get_json()["items"]]

    def test_is_when_nobody_of_the_panel_has_anything(self, client: FlaskClient, interviewer: User) -> None:
        other = accounts.make_user(interviewer.organisation, role="interviewer")
        for user in (interviewer, other):
            calendars.works_always(user)
        scheduled(interviewer, ahead(3, hour=10), buffer_minutes=30)
        scheduled(other, ahead(3, hour=14))

        assert self.hours(self.ask(client, interviewer)) == [*range(10), *range(12, 24)]
        assert self.hours(self.ask(client, interviewer, other)) == [*range(10), 12, 13, *range(15, 24)]

    def test_a_buffer_keeps_its_distance_from_what_follows(self, client: FlaskClient, interviewer: User) -> None:
        calendars.works_always(interviewer)
        made = scheduled(interviewer, ahead(3, hour=10)).interview
        found = self.hours(self.ask(client, interviewer, bufferMinutes="15"))
        moved = self.hours(self.ask(client, interviewer, interviewId=made.id))

        assert 9 not in found and 8 in found and 11 in found
        assert 10 in moved

    def test_keeps_to_working_hours_in_the_persons_zone(self, client: FlaskClient, interviewer: User) -> None:
        with unit_of_work():
            db.session.get_one(User, interviewer.id).timezone = "Asia/Kolkata"
        day = ahead(3)
        monday = day + timedelta(days=7 - day.weekday())
        more = {"from": clock.wire(monday.replace(hour=0)), "to": clock.wire(monday.replace(hour=23))}
        answer = self.ask(client, interviewer, timezone="Asia/Kolkata", **more)

        assert [slot["startsAt"][11:16] for slot in answer.get_json()["items"]] == [
            f"{hour:02d}:30" for hour in range(3, 11)
        ]

    @pytest.mark.parametrize(
        "more",
        [
            {"userIds": ""},
            {"userIds": "nobody"},
            {"to": "2020-01-01T00:00:00Z"},
            {"to": "2099-01-01T00:00:00Z"},
            {"from": "2026-01-01T00:00:00"},
            {"durationMinutes": "0"},
            {"stepMinutes": "7"},
            {"timezone": "Mars/Base"},
        ],
    )
    def test_malformed(self, client: FlaskClient, interviewer: User, more: dict[str, str]) -> None:
        assert self.ask(client, interviewer, **more).status_code == 422

    def test_nobody_of_another_organisation_is_told_of(self, client: FlaskClient, interviewer: User) -> None:
        stranger = accounts.make_user(role="interviewer")

        assert self.ask(client, interviewer, stranger).get_json()["code"] == "unknown_people"


class TestEvents:
    """GET /api/calendar/events."""

    def ask(self, client: FlaskClient, user: User, **more: str) -> Any:
        """Ask for ten days from now."""
        asked = {"from": clock.wire(clock.now()), "to": clock.wire(clock.now() + timedelta(days=10))}
        answer = client.get("/api/calendar/events", headers=accounts.headers_of(user), query_string=asked | more)
        assert answer.status_code == 200, answer.text
        return answer.get_json()

    def test_are_the_organisations_and_those_of_the_people_named(self, client: FlaskClient, interviewer: User) -> None:
        other = accounts.make_user(interviewer.organisation, role="interviewer")
        mine, theirs = scheduled(interviewer).interview, scheduled(other, ahead(4)).interview
        scheduled(accounts.make_user(role="interviewer"), ahead(5))

        assert [one["id"] for one in self.ask(client, interviewer)["items"]] == [mine.id, theirs.id]
        [one] = self.ask(client, interviewer, userIds=other.id)["items"]
        assert one["id"] == theirs.id and one["panel"] == [{"userId": other.id, "name": "Some Person"}]
        assert one["candidateName"] == "Some Candidate" and one["status"] == "scheduled"

    def test_one_that_has_begun_is_there_and_one_called_off_is_not(
        self, client: FlaskClient, interviewer: User
    ) -> None:
        now = clock.now()
        begun = scheduled(interviewer, now - timedelta(minutes=30)).interview
        scheduled(interviewer, now - timedelta(hours=3))
        off = scheduled(interviewer).interview
        with unit_of_work():
            scheduling.cancel(scheduling.hold(off.id), reason="ill", by=OPERATOR)

        assert [one["id"] for one in self.ask(client, interviewer)["items"]] == [begun.id]
