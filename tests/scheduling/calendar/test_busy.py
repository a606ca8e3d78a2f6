"""Calendars elsewhere: fetched from a real server, read in a process of its own, counted as taken time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from interview.accounts.models import User
from interview.core import clock, current
from interview.core.actors import OPERATOR
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from interview.core.jobs.models import Job, JobState
from interview.scheduling import panel
from interview.scheduling import service as scheduling
from interview.scheduling.calendar.busy import expansion
from interview.scheduling.calendar.busy.service import FETCH
from interview.scheduling.calendar.models import BusySource, BusyTime
from interview.scheduling.errors import InterviewConflict
from tests.factories import accounts, calendars, interviews, receivers
from tests.factories.calendars import ahead
from tests.factories.receivers import Receiver

PATH = "/api/calendar/busy-sources"
START, END = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 31, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def calendar(*events: str) -> bytes:
    """A calendar file with these events' lines."""
    parts = [f"BEGIN:VEVENT\nUID:{number}\n{lines}\nEND:VEVENT" for number, lines in enumerate(events)]
    return "\r\n".join(
        "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *parts, "END:VCALENDAR"]).split("\n")
    ).encode()


def read(*events: str, most: int = 100) -> list[tuple[str, str]]:
    """The busy time of some events as text, in UTC."""
    found, _ = expansion.busy_spans(calendar(*events), start=START, end=END, zone=BERLIN, most=most)
    return [(f"{start:%m-%d %H:%M}", f"{end:%m-%d %H:%M}") for start, end in found]


class TestExpansion:
    """What a file says."""

    def test_rules_keep_to_the_wall_clock_and_to_exceptions(self) -> None:
        rule = (
            "DTSTART;TZID=Europe/Berlin:20260701T100000\nDTEND;TZID=Europe/Berlin:20260701T110000\n"
            "RRULE:FREQ=WEEKLY;COUNT=20\nEXDATE;TZID=Europe/Berlin:20261104T100000"
        )

        assert read(rule) == [("11-11 09:00", "11-11 10:00")]

    def test_free_cancelled_and_shown_as_free_do_not_count(self) -> None:
        times = "DTSTART:20261105T100000Z\nDTEND:20261105T110000Z\n"

        assert (
            read(times + "TRANSP:TRANSPARENT", times + "STATUS:CANCELLED", times + "X-MICROSOFT-CDO-BUSYSTATUS:FREE")
            == []
        )
        assert read(times + "STATUS:TENTATIVE") == [("11-05 10:00", "11-05 11:00")]

    def test_an_interview_of_ours_that_comes_back_does_not_count(self) -> None:
        own = calendar("DTSTART:20261105T100000Z\nDTEND:20261105T110000Z").replace(
            b"UID:0", b"UID:interview-" + b"a" * 32 + b"@" + b"b" * 32 + b".talentflow"
        )

        assert expansion.busy_spans(own, start=START, end=END, zone=BERLIN, most=10) == ([], False)

    def test_days_and_floating_times_are_taken_in_the_persons_zone(self) -> None:
        assert read("DTSTART;VALUE=DATE:20261105") == [("11-04 23:00", "11-05 23:00")]
        assert read("DTSTART:20261105T100000\nDURATION:PT30M") == [("11-05 09:00", "11-05 09:30")]

    def test_overlapping_events_are_one_stretch_cut_to_the_window(self) -> None:
        long = "DTSTART:20261020T000000Z\nDTEND:20261102T000000Z"
        other = "DTSTART:20261101T120000Z\nDTEND:20261102T060000Z"

        assert read(long, other) == [("11-01 00:00", "11-02 06:00")]

    def test_a_free_busy_answer_is_read_too(self) -> None:
        text = calendar().replace(
            b"END:VCALENDAR",
            b"BEGIN:VFREEBUSY\r\nUID:1\r\nFREEBUSY;FBTYPE=FREE:20261105T080000Z/PT1H\r\n"
            b"FREEBUSY:20261105T100000Z/20261105T110000Z,20261106T100000Z/PT1H\r\nEND:VFREEBUSY\r\nEND:VCALENDAR",
        )
        found, _ = expansion.busy_spans(text, start=START, end=END, zone=BERLIN, most=10)

        assert [start.day for start, _ in found] == [5, 6]

    def test_is_bounded(self) -> None:
        daily = calendar("DTSTART:20260101T100000Z\nDTEND:20260101T103000Z\nRRULE:FREQ=DAILY")
        found, is_cut = expansion.busy_spans(daily, start=START, end=END, zone=BERLIN, most=10)

        assert len(found) == 10 and is_cut


@pytest.fixture
def elsewhere(app: Application, monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    """A calendar server on this machine, which may be asked."""
    given = replace(current.settings(), outbound_networks=("127.0.0.0/8",))
    monkeypatch.setitem(app.extensions, "settings", given)
    with receivers.receiving() as receiver:
        yield receiver


@pytest.fixture
def interviewer(app: Application) -> User:
    """Somebody who interviews, at any time."""
    return calendars.works_always(accounts.make_user(role="interviewer"))


def tomorrow(hour: int) -> str:
    """An hour of the day after, as files write it."""
    return f"{ahead(1, hour=hour):%Y%m%dT%H%M%SZ}"


def event(hour: int) -> str:
    """An hour of the day after that is taken, with a title that is nobody's business."""
    return f"DTSTART:{tomorrow(hour)}\nDTEND:{tomorrow(hour + 1)}\nSUMMARY:Something private"


def add(client: FlaskClient, who: User, url: str) -> Any:
    """Follow a calendar."""
    return client.post(PATH, headers=accounts.headers_of(who), json={"url": url, "label": "Mine"})


def fetched(app: Application, client: FlaskClient, who: User, receiver: Receiver, *events: str) -> dict[str, Any]:
    """Follow the server's calendar and have it fetched; the source as it is then shown."""
    receiver.script = [receivers.answers(200, calendar(*events))]
    assert add(client, who, f"{receiver.url}/private/secret-path.ics").status_code == 201
    app.extensions["jobs"].run_due()
    [source] = client.get(PATH, headers=accounts.headers_of(who)).get_json()["items"]
    return dict(source)


class TestSources:
    """/api/calendar/busy-sources."""

    def test_is_fetched_at_once_and_told_without_titles(
        self, app: Application, client: FlaskClient, interviewer: User, elsewhere: Receiver
    ) -> None:
        source = fetched(app, client, interviewer, elsewhere, event(10), event(14))
        day = {"from": clock.wire(ahead(1, hour=0)), "to": clock.wire(ahead(1, hour=23)), "userIds": interviewer.id}
        told = client.get("/api/calendar/events", headers=accounts.headers_of(interviewer), query_string=day)

        assert source["busyCount"] == 2 and source["error"] is None and source["fetchedAt"]
        assert source["host"] == "127.0.0.1" and "secret-path" not in str(source)
        assert [one["startsAt"][11:13] for one in told.get_json()["busy"]] == ["10", "14"]
        assert "private" not in told.text.lower()

    def test_its_address_is_kept_encrypted(
        self, app: Application, client: FlaskClient, interviewer: User, elsewhere: Receiver
    ) -> None:
        fetched(app, client, interviewer, elsewhere, event(10))
        kept = db.session.scalars(select(BusySource)).one()
        jobs = db.session.scalars(select(Job).where(Job.kind == FETCH)).all()

        assert "secret-path" not in kept.url_sealed
        assert "secret-path" not in str([(job.key, job.args, job.error) for job in jobs])

    def test_comes_round_again_every_quarter_of_an_hour(
        self, app: Application, client: FlaskClient, interviewer: User, elsewhere: Receiver
    ) -> None:
        fetched(app, client, interviewer, elsewhere, event(10))
        [waiting] = db.session.scalars(select(Job).where(Job.kind == FETCH, Job.state == JobState.PENDING)).all()
        assert timedelta(minutes=14) < waiting.run_at - clock.now() <= timedelta(minutes=15)
        elsewhere.script = [receivers.answers(200, calendar(event(12), event(16), event(20)))]
        for _ in range(2):  # what is due twice is done once
            with unit_of_work():
                db.session.get_one(Job, waiting.id).run_at = clock.now()
            app.extensions["jobs"].run_due()

        assert len(elsewhere.got) == 2
        assert db.session.scalar(select(func.count()).select_from(BusyTime)) == 3
        assert len(db.session.scalars(select(Job).where(Job.kind == FETCH, Job.state == JobState.PENDING)).all()) == 1

    @pytest.mark.parametrize(
        ("answer", "words"),
        [
            (receivers.answers(404), "answered 404"),
            (receivers.answers(302, headers={"Location": "http://127.0.0.1/"}), "answered 302"),
            (receivers.answers(200, b"<html>Sign in</html>"), "no calendar"),
            (receivers.answers(200, b""), "no calendar"),
        ],
    )
    def test_a_failure_is_shown_and_what_was_known_stays(
        self, app: Application, client: FlaskClient, interviewer: User, elsewhere: Receiver, answer: Any, words: str
    ) -> None:
        source = fetched(app, client, interviewer, elsewhere, event(10))
        elsewhere.script = [answer]
        headers = accounts.headers_of(interviewer)
        assert client.post(f"{PATH}/{source['id']}/refresh", headers=headers).status_code == 202
        app.extensions["jobs"].run_due()
        [shown] = client.get(PATH, headers=headers).get_json()["items"]

        assert words in shown["error"] and shown["busyCount"] == 1 and shown["fetchedAt"] == source["fetchedAt"]
        assert db.session.scalar(select(func.count()).select_from(BusyTime)) == 1
        elsewhere.script = [receivers.answers(200, calendar(event(11)))]
        client.post(f"{PATH}/{source['id']}/refresh", headers=headers)
        app.extensions["jobs"].run_due()
        assert client.get(PATH, headers=headers).get_json()["items"][0]["error"] is None

    def test_is_removed_with_all_it_told(
        self, app: Application, client: FlaskClient, interviewer: User, elsewhere: Receiver
    ) -> None:
        source = fetched(app, client, interviewer, elsewhere, event(10))
        headers = accounts.headers_of(interviewer)
        other = accounts.headers_of(accounts.make_user(interviewer.organisation, role="interviewer"))

        assert client.delete(f"{PATH}/{source['id']}", headers=other).status_code == 404
        assert client.post(f"{PATH}/{source['id']}/refresh", headers=other).status_code == 404
        assert client.delete(f"{PATH}/{source['id']}", headers=headers).status_code == 204
        assert client.delete(f"{PATH}/{source['id']}", headers=headers).status_code == 404
        assert db.session.scalar(select(func.count()).select_from(BusyTime)) == 0

    @pytest.mark.parametrize(
        "url",
        [
            "ftp://example.org/x.ics",
            "https://",
            "file:///etc/passwd",
            "https://user:pw@example.org/x",
            "notanurl",
            "https://127.0.0.1/x",
        ],
    )
    def test_an_unfit_address_is_refused(self, client: FlaskClient, interviewer: User, url: str) -> None:
        answer = add(client, interviewer, url)

        assert answer.status_code == 422, answer.text

    def test_our_own_network_is_never_asked(self, app: Application, client: FlaskClient, interviewer: User) -> None:
        with receivers.receiving() as receiver:
            assert add(client, interviewer, f"https://localhost:{receiver.port}/x.ics").status_code == 201
            app.extensions["jobs"].run_due()
        [shown] = client.get(PATH, headers=accounts.headers_of(interviewer)).get_json()["items"]

        assert receiver.got == [] and shown["error"] and shown["fetchedAt"] is None

    def test_five_are_enough(self, client: FlaskClient, interviewer: User) -> None:
        told = [add(client, interviewer, f"webcal://calendars.example/{number}.ics") for number in range(6)]

        assert [answer.status_code for answer in told] == [201] * 5 + [409]
        assert told[-1].get_json()["code"] == "too_many_busy_sources"

    def test_is_for_people_who_interview(self, client: FlaskClient, interviewer: User) -> None:
        key = accounts.basic(accounts.make_key(interviewer.organisation))
        candidate = accounts.make_user(interviewer.organisation, role="candidate")

        assert client.get(PATH).status_code == 401
        assert client.get(PATH, headers=key).status_code == 403
        assert add(client, candidate, "https://calendars.example/x.ics").status_code == 403


class TestTaken:
    """Busy time counts."""

    def create(self, who: User, hour: int, **more: Any) -> Any:
        """Schedule with somebody on the panel."""
        candidate = interviews.make_candidate(who.organisation)
        with unit_of_work():
            return scheduling.create(
                within=who.organisation_id,
                candidate_id=candidate.id,
                panel=panel.seats([who.id]),
                scheduled_at=ahead(1, hour=hour),
                by=OPERATOR,
                **more,
            )

    def test_as_a_conflict_that_can_be_gone_past_knowingly(
        self, app: Application, client: FlaskClient, interviewer: User, elsewhere: Receiver
    ) -> None:
        fetched(app, client, interviewer, elsewhere, event(10))
        with pytest.raises(InterviewConflict):
            self.create(interviewer, 10)
        self.create(interviewer, 11)
        self.create(interviewer, 10, is_forced=True)

    def test_and_is_no_free_time(
        self, app: Application, client: FlaskClient, interviewer: User, elsewhere: Receiver
    ) -> None:
        fetched(app, client, interviewer, elsewhere, event(10))
        asked = {
            "userIds": interviewer.id,
            "from": clock.wire(ahead(1, hour=9)),
            "to": clock.wire(ahead(1, hour=13)),
            "stepMinutes": "60",
        }
        told = client.get("/api/calendar/availability", headers=accounts.headers_of(interviewer), query_string=asked)

        assert [slot["startsAt"][11:13] for slot in told.get_json()["items"]] == ["09", "11", "12"]
