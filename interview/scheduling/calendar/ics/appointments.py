"""What a calendar says of an interview, before it is written in any format."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum


class Method(StrEnum):
    """What the reader of a calendar is to do with it (RFC 5546)."""

    PUBLISH = "PUBLISH"
    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


class Part(StrEnum):
    """How an attendee takes part (RFC 5545, section 3.2.16)."""

    CHAIR = "CHAIR"
    REQUIRED = "REQ-PARTICIPANT"
    OPTIONAL = "OPT-PARTICIPANT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """A person by name and mail address."""

    name: str
    email: str
    part: Part = Part.REQUIRED


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One event: `starts_at` and `ends_at` in UTC, shown in `timezone`.

    `mail_alarm_to` gets the alarm a day before by mail, where a calendar can send one.
    """

    uid: str
    sequence: int
    starts_at: datetime
    ends_at: datetime
    timezone: str
    title: str
    stamped_at: datetime
    created_at: datetime
    description: str = ""
    location: str | None = None
    url: str | None = None
    category: str | None = None
    is_cancelled: bool = False
    organiser: Attendee | None = None
    attendees: tuple[Attendee, ...] = ()
    mail_alarm_to: Attendee | None = None
    alarms: tuple[timedelta, ...] = field(default=(timedelta(hours=24), timedelta(minutes=15)))
