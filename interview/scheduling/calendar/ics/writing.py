"""Writes appointments as an iCalendar object (RFC 5545), with the method of RFC 5546.

Text is escaped and folded by the library. What it does not guard are values without escaping (addresses, links) and
parameters, so control characters are taken out and unfit addresses left out: no title can add a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vCalAddress, vUri

from interview.scheduling.calendar.ics import zones
from interview.scheduling.calendar.ics.appointments import Appointment, Attendee, Method

PRODUCT = "-//TalentFlow//Interview//EN"
MAIL_ALARM_FROM = timedelta(hours=24)
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?", re.A)
_LINK = re.compile(r"https?://[!#-;=?-\[\]_a-z~%]{1,1980}")
# C0 and C1 controls but newline and tab, and the line separators that some readers take for a line's end.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")


def written(appointments: Sequence[Appointment], *, method: Method, name: str | None = None) -> str:
    """The calendar as text with CRLF line ends; `name` is what a subscribed calendar is called."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method.value)
    if name is not None:
        calendar.add("name", _line(name))
        calendar.add("x-wr-calname", _line(name))
        calendar.add("refresh-interval", timedelta(hours=1), parameters={"value": "DURATION"})
        calendar.add("x-published-ttl", "PT1H")
    for zone, years in _zones_of(appointments).items():
        calendar.add_component(zones.block(zone, years[0], years[1]))
    for appointment in appointments:
        calendar.add_component(_event(appointment))
    text: bytes = calendar.to_ical()
    return text.decode()


def _zones_of(appointments: Sequence[Appointment]) -> dict[str, tuple[int, int]]:
    """The zones that need a block, with the years it has to cover, one to spare on either side."""
    found: dict[str, tuple[int, int]] = {}
    for one in appointments:
        if not zones.is_utc(one.timezone):
            first, last = found.get(one.timezone, (one.starts_at.year, one.ends_at.year))
            found[one.timezone] = (min(first, one.starts_at.year), max(last, one.ends_at.year))
    return {zone: (first - 1, last + 1) for zone, (first, last) in sorted(found.items())}


def _event(one: Appointment) -> Event:
    event = Event()
    event.add("uid", one.uid)
    event.add("sequence", one.sequence)
    event.add("dtstamp", one.stamped_at.astimezone(UTC))
    event.add("created", one.created_at.astimezone(UTC))
    starts_at, ends_at = _shown(one)
    event.add("dtstart", starts_at)
    event.add("dtend", ends_at)
    event.add("summary", _line(one.title))
    event.add("status", "CANCELLED" if one.is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if one.is_cancelled else "OPAQUE")
    event.add("class", "PRIVATE")
    if one.description:
        event.add("description", _text(one.description))
    if one.location:
        event.add("location", _line(one.location))
    if one.url and _LINK.fullmatch(one.url):
        event.add("url", vUri(one.url))
    if one.category:
        event.add("categories", [_line(one.category)])
    _add_people(event, one)
    for before in () if one.is_cancelled else one.alarms:
        event.add_component(_alarm(one, before))
    return event


def _shown(one: Appointment) -> tuple[datetime, datetime]:
    """Beginning and end in the interview's zone; in UTC where an hour that comes twice would make them ambiguous.

    RFC 5545 reads a time of the doubled hour as its first coming; the second has no local name.
    """
    if zones.is_utc(one.timezone):
        return one.starts_at.astimezone(UTC), one.ends_at.astimezone(UTC)
    zone = ZoneInfo(one.timezone)
    starts_at, ends_at = one.starts_at.astimezone(zone), one.ends_at.astimezone(zone)
    if starts_at.fold or ends_at.fold:
        return one.starts_at.astimezone(UTC), one.ends_at.astimezone(UTC)
    return starts_at, ends_at


def _add_people(event: Event, one: Appointment) -> None:
    if one.organiser and (organiser := _address(one.organiser)):
        event.add("organizer", organiser)
    for attendee in one.attendees:
        if found := _address(attendee):
            found.params["CUTYPE"] = "INDIVIDUAL"
            found.params["ROLE"] = attendee.part.value
            found.params["PARTSTAT"] = "NEEDS-ACTION"
            found.params["RSVP"] = "FALSE"
            event.add("attendee", found)


def _address(person: Attendee) -> vCalAddress | None:
    """A person's calendar address; None where the mail address is none that could be written."""
    if not _ADDRESS.fullmatch(person.email):
        return None
    address = vCalAddress(f"mailto:{person.email}")
    if name := _line(person.name).replace('"', "'"):
        address.params["CN"] = name
    return address


def _alarm(one: Appointment, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("trigger", -before)
    alarm.add("description", _line(one.title))
    to = one.mail_alarm_to
    if before >= MAIL_ALARM_FROM and to is not None and (address := _address(to)) is not None:
        alarm.add("action", "EMAIL")
        alarm.add("summary", _line(one.title))
        alarm.add("attendee", address)
    else:
        alarm.add("action", "DISPLAY")
    return alarm


def _text(text: str) -> str:
    """Text of several lines without what no calendar may hold."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _line(text: str) -> str:
    """Text of one line."""
    return " ".join(_text(text).split())
