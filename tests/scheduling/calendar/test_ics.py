"""iCalendar files: read again by two parsers, right across the clocks' changes, closed to what a title may hold."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from interview.scheduling.calendar.clocks import changes
from interview.scheduling.calendar.ics import writing, zones
from interview.scheduling.calendar.ics.appointments import Appointment, Attendee, Method, Part

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata")
STAMP = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
PERSON = Attendee(name="Some Person", email="person@example.org")


def appointment(starts_at: datetime, *, zone: str = "Europe/Berlin", minutes: int = 60, **more: Any) -> Appointment:
    """An appointment at a moment."""
    return Appointment(
        **{
            "uid": "interview-1@organisation.talentflow",
            "sequence": 3,
            "starts_at": starts_at,
            "ends_at": starts_at + timedelta(minutes=minutes),
            "timezone": zone,
            "title": "Interview: Some Candidate - Engineer",
            "stamped_at": STAMP,
            "created_at": STAMP,
            **more,
        }
    )


def event_of(text: str) -> Any:
    """The event as the independent parser reads it."""
    return vobject.readOne(text).vevent


def moment_of(text: str, name: str) -> datetime:
    """A moment of the event in UTC, by the zone block that the file itself brings and nothing else."""
    calendar = icalendar.Calendar.from_ical(text)
    event = calendar.walk("VEVENT")[0]
    local = event[name].dt.replace(tzinfo=None)
    if "TZID" not in event[name].params:
        return local.replace(tzinfo=UTC)
    block = calendar.walk("VTIMEZONE")[0]
    onsets = [(part["DTSTART"].dt - part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td) for part in block.subcomponents]
    # RFC 5545 reads a local time by the offset in force; of two readings the earlier counts.
    readings = [at for _, offset in onsets if (at := local - offset) and _offset_at(onsets, at) == offset]
    return min(readings).replace(tzinfo=UTC)


def _offset_at(onsets: list[tuple[datetime, timedelta]], at: datetime) -> timedelta:
    return max((one for one in onsets if one[0] <= at), key=lambda one: one[0])[1]


class TestWritten:
    """One file."""

    def test_says_who_what_when_and_where(self) -> None:
        one = appointment(
            datetime(2026, 12, 1, 10, tzinfo=UTC),
            description="First line\nsecond; with, signs\\",
            location="Room 1, floor 2",
            url="https://example.org/i/x",
            organiser=Attendee(name="Northwind", email="interviews@example.org"),
            attendees=(PERSON, Attendee(name="Lead", email="lead@example.org", part=Part.CHAIR)),
        )
        event = event_of(writing.written([one], method=Method.REQUEST))

        assert event.uid.value == one.uid and event.sequence.value == "3"
        assert event.dtstart.value == datetime(2026, 12, 1, 11, tzinfo=ZoneInfo("Europe/Berlin"))
        assert event.dtend.value - event.dtstart.value == timedelta(hours=1)
        assert event.summary.value == one.title and event.description.value == one.description
        assert event.location.value == one.location and event.url.value == one.url
        assert event.organizer.value == "mailto:interviews@example.org"
        assert [who.params["ROLE"] for who in event.attendee_list] == [["REQ-PARTICIPANT"], ["CHAIR"]]

    def test_warns_a_day_and_a_quarter_of_an_hour_before(self) -> None:
        event = event_of(writing.written([appointment(STAMP, mail_alarm_to=PERSON)], method=Method.REQUEST))
        alarms = [(alarm.action.value, alarm.trigger.value) for alarm in event.valarm_list]

        assert alarms == [("EMAIL", timedelta(hours=-24)), ("DISPLAY", timedelta(minutes=-15))]
        assert event.valarm_list[0].attendee.value == "mailto:person@example.org"

    def test_a_cancelled_one_says_so_and_warns_nobody(self) -> None:
        text = writing.written([appointment(STAMP, is_cancelled=True)], method=Method.CANCEL)
        event = event_of(text)

        assert "METHOD:CANCEL\r\n" in text
        assert event.status.value == "CANCELLED" and not hasattr(event, "valarm")

    def test_lines_are_folded_at_75_octets_and_end_in_crlf(self) -> None:
        title = "Gespräch über Gründlichkeit 🎯 " * 12
        text = writing.written([appointment(STAMP, title=title)], method=Method.PUBLISH)

        assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
        assert "\n" not in text.replace("\r\n", "")
        assert event_of(text).summary.value == title.strip()


class TestClosedToStrangers:
    """What people typed adds no line, no event and no parameter."""

    NASTY = (
        "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2",
        "x\nATTENDEE:mailto:evil@example.org",
        "x\rLOCATION:elsewhere",
        "x\x00\x07\x0b\x85\u2028y",
        'x";ROLE=CHAIR:mailto:evil@example.org',
        "\\n\\,;:",
    )

    @pytest.mark.parametrize("nasty", NASTY)
    @pytest.mark.parametrize("field", ["title", "location", "description", "category"])
    def test_in_text(self, nasty: str, field: str) -> None:
        text = writing.written([appointment(STAMP, **{field: nasty})], method=Method.PUBLISH)

        assert_one_plain_event(text)

    @pytest.mark.parametrize("nasty", [*NASTY, "javascript:alert(1)", "https://x.example/\r\nUID:2", "https://a b"])
    def test_in_links_and_addresses(self, nasty: str) -> None:
        stranger = Attendee(name=nasty, email=nasty)
        named = Attendee(name=nasty, email="fine@example.org")
        one = appointment(STAMP, url=nasty, attendees=(stranger, named), organiser=stranger, mail_alarm_to=stranger)
        text = writing.written([one], method=Method.REQUEST, name=nasty)

        assert_one_plain_event(text)
        event = event_of(text)
        assert [who.value for who in event.attendee_list] == ["mailto:fine@example.org"]
        assert not hasattr(event, "organizer") and not hasattr(event, "url")

    @given(st.text(max_size=300))
    @settings(max_examples=150, deadline=None)
    def test_whatever_is_typed_is_read_back_as_text(self, typed: str) -> None:
        one = appointment(
            STAMP, title=typed, description=typed, attendees=(Attendee(name=typed, email="a@example.org"),)
        )
        text = writing.written([one], method=Method.REQUEST)

        assert_one_plain_event(text)
        assert icalendar.Calendar.from_ical(text).walk("VEVENT")[0]["SUMMARY"] == writing._line(typed)


def assert_one_plain_event(text: str) -> None:
    """Check that a file holds one event with the properties of an event, each once."""
    calendar = icalendar.Calendar.from_ical(text)
    events = calendar.walk("VEVENT")
    assert len(events) == 1 and events[0]["UID"] == "interview-1@organisation.talentflow"
    assert [line for line in text.split("\r\n") if line.startswith(("UID", "BEGIN:VEVENT", "END:VEVENT"))] == [
        "BEGIN:VEVENT",
        "UID:interview-1@organisation.talentflow",
        "END:VEVENT",
    ]
    assert vobject.readOne(text).vevent.dtstart.value is not None


class TestZones:
    """The clocks change, the interview does not."""

    @pytest.mark.parametrize("zone", ZONES)
    def test_every_half_hour_around_each_change_is_read_back_as_it_was(self, zone: str) -> None:
        begin, end = datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)
        found = list(changes(ZoneInfo(zone), begin, end)) or [datetime(2026, 6, 1, tzinfo=UTC)]
        for change in found:
            for half_hours in range(-8, 9):
                starts_at = change + half_hours * timedelta(minutes=30)
                text = writing.written([appointment(starts_at, zone=zone)], method=Method.REQUEST)

                assert moment_of(text, "DTSTART") == starts_at
                assert moment_of(text, "DTEND") == starts_at + timedelta(hours=1)
                assert event_of(text).dtstart.value.astimezone(UTC) == starts_at

    def test_the_second_coming_of_an_hour_is_told_in_utc(self) -> None:
        first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # 02:30 in Berlin, twice
        texts = [
            writing.written([appointment(first + timedelta(hours=later), minutes=15)], method=Method.PUBLISH)
            for later in (0, 1)
        ]

        assert "DTSTART;TZID=Europe/Berlin:20261025T023000" in texts[0]
        assert "DTSTART:20261025T013000Z" in texts[1]

    def test_lord_howe_changes_by_half_an_hour(self) -> None:
        text = writing.written(
            [appointment(datetime(2026, 7, 1, 0, tzinfo=UTC), zone="Australia/Lord_Howe")], method=Method.PUBLISH
        )

        assert "DTSTART:20261004T020000" in text and "DTSTART:20260405T020000" in text
        assert "TZOFFSETFROM:+1030\r\nTZOFFSETTO:+1100" in text

    def test_kolkata_has_one_time_all_year_and_utc_needs_no_block(self) -> None:
        kolkata = writing.written([appointment(STAMP, zone="Asia/Kolkata")], method=Method.PUBLISH)
        utc = writing.written([appointment(STAMP, zone="Etc/UTC")], method=Method.PUBLISH)

        assert kolkata.count("BEGIN:STANDARD") == 1 and "BEGIN:DAYLIGHT" not in kolkata
        assert "VTIMEZONE" not in utc and "DTSTART:20260102T030405Z" in utc

    @pytest.mark.parametrize("zone", ZONES)
    def test_a_block_agrees_with_the_database_all_the_year(self, zone: str) -> None:
        block = zones.block(zone, 2025, 2027)
        onsets = [(part["DTSTART"].dt - part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td) for part in block.subcomponents]
        at = datetime(2025, 1, 2)
        while at.year < 2028:
            assert _offset_at(onsets, at) == at.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).utcoffset()
            at += timedelta(hours=7)
