"""When all of some people are free: working hours, less interviews with their buffers, less busy time elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from sqlalchemy import select

from interview.accounts.models import User
from interview.accounts.scopes import Role
from interview.core import clock
from interview.core.db import db
from interview.scheduling.calendar.busy.service import busy_times
from interview.scheduling.calendar.errors import BadWindow, UnknownPeople
from interview.scheduling.calendar.hours import rules, service, spans
from interview.scheduling.calendar.hours.rules import Hours
from interview.scheduling.calendar.hours.spans import Span
from interview.scheduling.errors import UnknownZone
from interview.scheduling.models import Booking

LONGEST_WINDOW = timedelta(days=62)
MOST_PEOPLE = 20
MOST_SLOTS = 2000
MOST_BOOKINGS = 5000
# No booking lasts longer than the longest interview and its buffer.
_LONGEST_BOOKING = timedelta(hours=12)


def people(user_ids: Collection[str], *, within: str | None) -> list[User]:
    """The people named, in that order.

    Raises `UnknownPeople` unless each is active, of the organisation, and may interview.
    """
    wanted = list(dict.fromkeys(user_ids))
    query = select(User).where(
        User.id.in_(wanted), User.organisation_id == within, User.is_active, User.role != Role.CANDIDATE
    )
    found = {user.id: user for user in db.session.scalars(query)}
    if not wanted or len(wanted) > MOST_PEOPLE or len(found) < len(wanted):
        raise UnknownPeople(
            "Name between one and twenty active people of the organisation.", errors={"userIds": ["Unknown people."]}
        )
    return [found[user_id] for user_id in wanted]


def window(start: datetime, end: datetime) -> Span:
    """A stretch of time that may be asked for; raises `BadWindow` for an empty one or one over 62 days."""
    if not timedelta() < end - start <= LONGEST_WINDOW:
        raise BadWindow(
            f"Ask for a stretch of at most {LONGEST_WINDOW.days} days, with its end after its beginning.",
            errors={"to": ["Must lie after from, and at most 62 days later."]},
        )
    return start, end


def zone(name: str) -> str:
    """The name of a zone that exists; raises `UnknownZone`."""
    if name not in available_timezones():
        raise UnknownZone(f"{name!r} is not an IANA time zone.", errors={"timezone": ["Unknown."]})
    return name


def common_time(hours: Iterable[Hours], start: datetime, end: datetime) -> list[Span]:
    """The time between two moments that lies in everybody's working hours."""
    shared: list[Span] = [(start, end)]
    for one in hours:
        shared = spans.common(shared, rules.working(one, start, end))
    return shared


def taken(
    users: Sequence[User],
    start: datetime,
    end: datetime,
    *,
    also: Collection[str] = (),
    but_interview: str | None = None,
) -> list[Span]:
    """What any of these people has between two moments: interviews with their buffers, and busy time elsewhere.

    `also` names others whose interviews count, such as `candidate:7`; `but_interview` is left out, to be moved.
    """
    query = select(Booking.starts_at, Booking.ends_at).where(
        Booking.person.in_([*(f"user:{user.id}" for user in users), *also]),
        Booking.starts_at > start - _LONGEST_BOOKING,
        Booking.starts_at < end,
        Booking.ends_at > start,
    )
    if but_interview is not None:
        query = query.where(Booking.interview_id != but_interview)
    found: list[Span] = [(row.starts_at, row.ends_at) for row in db.session.execute(query.limit(MOST_BOOKINGS))]
    elsewhere = busy_times([user.id for user in users], start, end)
    return spans.merged([*found, *(span for own in elsewhere.values() for span in own)])


def slots(
    users: Sequence[User],
    *,
    start: datetime,
    end: datetime,
    duration_minutes: int,
    buffer_minutes: int = 0,
    step_minutes: int = 30,
    timezone: str = "UTC",
    also: Collection[str] = (),
    but_interview: str | None = None,
) -> list[datetime]:
    """When an interview of this length and buffer can begin between two moments: at most 2,000 times, none past.

    The buffer may reach beyond the working hours, the interview itself may not.
    """
    length, buffer = timedelta(minutes=duration_minutes), timedelta(minutes=buffer_minutes)
    shared = common_time(service.of_people(users).values(), start, end)
    busy = taken(users, start, end + buffer, also=also, but_interview=but_interview)
    found = spans.beginnings(
        shared, length=length, step_minutes=step_minutes, zone=ZoneInfo(timezone), not_before=clock.now()
    )
    return without_clashes(found, busy, takes=length + buffer)[:MOST_SLOTS]


def without_clashes(moments: Iterable[datetime], busy: Sequence[Span], *, takes: timedelta) -> list[datetime]:
    """The moments from which this much time is free of what is taken; both in order."""
    left: list[datetime] = []
    first = 0
    for moment in moments:
        while first < len(busy) and busy[first][1] <= moment:
            first += 1
        if first == len(busy) or busy[first][0] >= moment + takes:
            left.append(moment)
    return left
