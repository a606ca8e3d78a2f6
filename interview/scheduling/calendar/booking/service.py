"""What a candidate does by a booking link: see free times, take one, move it, call it off.

The guard holds the link's row, so two clicks on one link come one after the other; scheduling holds the people, so
of two links that want the same time one gets it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from interview.core import audit, clock
from interview.core.actors import Actor
from interview.core.db import db
from interview.scheduling import service as scheduling
from interview.scheduling.calendar import messages
from interview.scheduling.calendar.booking import links
from interview.scheduling.calendar.errors import (
    AlreadyBooked,
    BookingLinkExpired,
    ChangesUsedUp,
    NothingBooked,
    SlotTaken,
    TooLateToChange,
)
from interview.scheduling.calendar.hours import availability, rules
from interview.scheduling.calendar.models import BookingLink
from interview.scheduling.errors import InterviewConflict
from interview.scheduling.models import Interview, InterviewStatus
from interview.scheduling.panel import seats

WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
MOST_FRESH = 20


@dataclass(frozen=True, slots=True)
class Week:
    """The free times of seven days, in the zone they are shown in; None beside it where there is nothing to turn to."""

    first_day: date
    slots: list[datetime]
    previous: date | None
    next: date | None
    next_free: date | None


def week(link: BookingLink, *, first_day: date | None, timezone: str | None) -> Week:
    """The free times of a week that begins on a day, or on the first day that has any; raises `UnknownZone`."""
    zone = ZoneInfo(availability.zone(timezone or link.timezone))
    every = slots(link)
    days = [slot.astimezone(zone).date() for slot in every]
    begin, end = bounds(link)
    earliest = max(begin, clock.now()).astimezone(zone).date()
    latest = (end - timedelta(minutes=1)).astimezone(zone).date()
    first = min(max(first_day or (days[0] if days else earliest), earliest), max(latest, earliest))
    shown = [slot for slot, day in zip(every, days, strict=True) if first <= day < first + WEEK]
    return Week(
        first_day=first,
        slots=shown,
        previous=max(first - WEEK, earliest) if first > earliest else None,
        next=first + WEEK if first + WEEK <= latest else None,
        next_free=next((day for day in days if day >= first + WEEK), None),
    )


def bounds(link: BookingLink) -> tuple[datetime, datetime]:
    """From when to when an interview may take place."""
    zone = ZoneInfo(link.timezone)
    return rules.moment(link.first_day, 0, zone), rules.moment(link.last_day + _DAY, 0, zone)


def slots(link: BookingLink) -> list[datetime]:
    """The times that can be booked now; none once the link has expired or nobody is left to interview."""
    begin, end = bounds(link)
    begin = max(begin, clock.now() + timedelta(hours=link.notice_hours))
    users = links.interviewers(link)
    if begin >= end or link.expires_at <= clock.now() or len(users) < len(link.interviewer_ids):
        return []
    return availability.slots(
        users,
        start=begin,
        end=end,
        duration_minutes=link.duration_minutes,
        buffer_minutes=link.buffer_minutes,
        step_minutes=link.step_minutes,
        timezone=link.timezone,
        also=[f"candidate:{link.candidate_id}"],
        but_interview=link.interview_id,
    )


def book(link: BookingLink, *, starts_at: datetime, by: Actor) -> Interview:
    """Take a free time; raises `AlreadyBooked`, `BookingLinkExpired`, or `SlotTaken` with what is free now."""
    if link.interview_id is not None:
        raise AlreadyBooked("A time is booked already. It can be moved or called off.")
    if link.expires_at <= clock.now():
        raise BookingLinkExpired("This booking link has expired. Ask the people who invited you for a new one.")
    _assert_free(link, starts_at)
    try:
        with db.session.begin_nested():
            interview = _create(link, starts_at, by=by)
    except InterviewConflict as cause:
        raise _taken(slots(link)) from cause
    link.interview_id = interview.id
    link.interview = interview
    db.session.flush()
    audit.record("booking_link.booked", link, by=by, organisation_id=link.organisation_id, interview_id=interview.id)
    return interview


def _create(link: BookingLink, starts_at: datetime, *, by: Actor) -> Interview:
    return scheduling.create(
        within=link.organisation_id,
        candidate_id=link.candidate_id,
        title=link.title,
        position=link.position,
        type=link.type,
        mode=link.mode,
        location=link.location,
        meeting_url=link.meeting_url,
        scheduled_at=starts_at,
        timezone=link.timezone,
        duration_minutes=link.duration_minutes,
        buffer_minutes=link.buffer_minutes,
        reschedule_deadline_hours=link.deadline_hours,
        panel=seats(link.interviewer_ids),
        by=by,
    )


def reschedule(link: BookingLink, *, starts_at: datetime, by: Actor) -> Interview:
    """Move what is booked to another free time.

    Raises `NothingBooked`, `ChangesUsedUp`, `SlotTaken`, and what the interview's own deadline says.
    """
    interview = booked(link)
    _assert_changes_left(link)
    _assert_free(link, starts_at)
    try:
        with db.session.begin_nested():
            scheduling.reschedule(interview, starts_at=starts_at, by=by)
    except InterviewConflict as cause:
        db.session.refresh(interview)
        raise _taken(slots(link)) from cause
    link.changes_left -= 1
    return interview


def cancel(link: BookingLink, *, reason: str, by: Actor) -> Interview:
    """Call off what is booked; the link then books another time, as long as changes are left.

    Raises `NothingBooked`, `ChangesUsedUp` or `TooLateToChange`.
    """
    interview = booked(link)
    _assert_changes_left(link)
    if not may_be_changed(link, interview):
        raise TooLateToChange(f"This could be changed until {link.deadline_hours} hours before it begins.")
    scheduling.cancel(interview, reason=reason, by=by)
    link.interview_id = None
    link.interview = None
    link.changes_left -= 1
    return interview


def booked(link: BookingLink) -> Interview:
    """What is booked and has not begun; raises `NothingBooked`."""
    interview = link.interview
    if interview is None or interview.status != InterviewStatus.SCHEDULED:
        raise NothingBooked("No time is booked that could be changed.")
    return interview


def may_be_changed(link: BookingLink, interview: Interview) -> bool:
    """Whether the link still moves or calls off what is booked."""
    if interview.status != InterviewStatus.SCHEDULED or interview.scheduled_at is None or link.changes_left < 1:
        return False
    return clock.now() <= interview.scheduled_at - timedelta(hours=interview.reschedule_deadline_hours)


def room(link: BookingLink, *, by: Actor) -> str | None:
    """The link into the room of what is booked; None once it does not take place."""
    interview = link.interview
    is_on = interview is not None and interview.status in {InterviewStatus.SCHEDULED, InterviewStatus.IN_PROGRESS}
    return messages.room_link(interview, by=by) if interview is not None and is_on else None


def _assert_changes_left(link: BookingLink) -> None:
    if link.changes_left < 1:
        raise ChangesUsedUp("This booking cannot be changed again. Ask the people who invited you.")


def _assert_free(link: BookingLink, starts_at: datetime) -> None:
    every = slots(link)
    if starts_at not in every:
        raise _taken(every)


def _taken(free: Sequence[datetime]) -> SlotTaken:
    return SlotTaken(
        "This time is not free any more. Please choose another one.",
        slots=[clock.wire(slot) for slot in free[:MOST_FRESH]],
    )
