"""Whose time is taken when: bookings, and what overlaps them.

A booking is the half-open stretch from an interview's beginning to its end and buffer. People are named as in
bookings, `user:<id>` or `candidate:<id>`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select

from interview.accounts.models import User
from interview.candidates.models import Candidate
from interview.core import clock
from interview.core.actors import Actor
from interview.core.db import db
from interview.scheduling.errors import InterviewConflict
from interview.scheduling.models import Booking, Interview, InterviewStatus

LONGEST_MINUTES = 480
LONGEST_BUFFER_MINUTES = 240
# No booking that began longer ago can still last, so that the index is read in a narrow stretch.
_LONGEST = timedelta(minutes=LONGEST_MINUTES + LONGEST_BUFFER_MINUTES)
_TAKES_TIME = frozenset({InterviewStatus.SCHEDULED, InterviewStatus.IN_PROGRESS})


Taken = tuple[str, datetime, datetime]
# Who else knows of time that is taken: asked for people between two moments, tells person, beginning and end.
Elsewhere = Callable[[Collection[str], datetime, datetime], Iterable[Taken]]
_elsewhere: list[Elsewhere] = []


@dataclass(frozen=True, slots=True)
class Overlap:
    """A stretch of a person's time that is taken, and by which interview; None where a calendar elsewhere says so."""

    person: str
    name: str
    interview_id: str | None
    starts_at: datetime
    ends_at: datetime


def also_ask(source: Elsewhere) -> None:
    """Let time that somebody else knows to be taken count too."""
    if source not in _elsewhere:
        _elsewhere.append(source)


def stretch(starts_at: datetime, *, duration_minutes: int, buffer_minutes: int) -> tuple[datetime, datetime]:
    """From when to when an interview takes its people's time."""
    return starts_at, starts_at + timedelta(minutes=duration_minutes + buffer_minutes)


def find(people: Collection[str], *, starts_at: datetime, ends_at: datetime, but: str | None = None) -> list[Overlap]:
    """What is taken of these people's time between two moments, but by one interview; earliest first."""
    taken = select(Booking).where(
        Booking.person.in_(people),
        Booking.starts_at > starts_at - _LONGEST,
        Booking.starts_at < ends_at,
        Booking.ends_at > starts_at,
    )
    if but is not None:
        taken = taken.where(Booking.interview_id != but)
    rows = db.session.scalars(taken.order_by(Booking.starts_at, Booking.person).limit(100)).all()
    elsewhere = [taken for ask in _elsewhere for taken in ask(people, starts_at, ends_at)]
    names = _names([*(row.person for row in rows), *(person for person, _, _ in elsewhere)])
    overlaps = [
        Overlap(row.person, names.get(row.person, ""), row.interview_id, row.starts_at, row.ends_at) for row in rows
    ]
    overlaps += [Overlap(person, names.get(person, ""), None, start, end) for person, start, end in elsewhere]
    return sorted(overlaps, key=lambda one: (one.starts_at, one.person))


def busy(person: str, start: datetime, end: datetime) -> list[tuple[datetime, datetime]]:
    """The stretches of a person's time that interviews take between two moments, earliest first, at most 5,000."""
    taken = (
        select(Booking.starts_at, Booking.ends_at)
        .where(
            Booking.person == person,
            Booking.starts_at > start - _LONGEST,
            Booking.starts_at < end,
            Booking.ends_at > start,
        )
        .order_by(Booking.starts_at)
    )
    return [(row.starts_at, row.ends_at) for row in db.session.execute(taken.limit(5000))]


def hold(people: Iterable[str]) -> None:
    """Hold people's rows, users by id and then candidates, until the end of the transaction.

    Whoever books a person's time holds the person first; therefore of two who want the same time one waits.
    """
    users, candidates = _ids(people)
    if users:
        db.session.execute(select(User.id).where(User.id.in_(users)).order_by(User.id).with_for_update(key_share=True))
    if candidates:
        held = select(Candidate.id).where(Candidate.id.in_(candidates)).order_by(Candidate.id)
        db.session.execute(held.with_for_update(key_share=True))


def shown_to(by: Actor, overlaps: Iterable[Overlap], *, person: str | None = None) -> list[dict[str, Any]]:
    """Overlaps as a caller may know them: the organisation's people all, a candidate those of their own time."""
    return [
        {
            "person": overlap.person,
            "name": overlap.name,
            "interviewId": overlap.interview_id,
            "startsAt": clock.wire(overlap.starts_at),
            "endsAt": clock.wire(overlap.ends_at),
        }
        for overlap in overlaps
        if by.is_staff or overlap.person == person
    ]


def book(interview: Interview, *, by: Actor, is_forced: bool = False) -> list[Overlap]:
    """Take the time of an interview's people, in place of what it took before.

    Returns what overlaps it, which is nothing unless forced; raises `InterviewConflict`.
    """
    free(interview)
    if interview.scheduled_at is None or interview.status not in _TAKES_TIME:
        return []
    starts_at, ends_at = stretch(
        interview.scheduled_at, duration_minutes=interview.duration_minutes, buffer_minutes=interview.buffer_minutes
    )
    hold(interview.people)
    found = find(interview.people, starts_at=starts_at, ends_at=ends_at, but=interview.id)
    if found and not is_forced:
        told = shown_to(by, found, person=f"candidate:{interview.candidate_id}")
        names = ", ".join(dict.fromkeys(one["name"] for one in told)) or "Somebody"
        raise InterviewConflict(f"Not free at that time: {names}.", conflicts=told)
    rows = [
        {"interview_id": interview.id, "person": person, "starts_at": starts_at, "ends_at": ends_at}
        for person in interview.people
    ]
    db.session.execute(insert(Booking), rows)
    return found


def free(interview: Interview) -> None:
    """Give the time of an interview's people back."""
    db.session.flush()
    db.session.execute(delete(Booking).where(Booking.interview_id == interview.id))


def _names(people: Iterable[str]) -> dict[str, str]:
    users, candidates = _ids(people)
    names: dict[str, str] = {}
    if users:
        found = db.session.execute(select(User.id, User.name, User.email).where(User.id.in_(users)))
        names |= {f"user:{row.id}": row.name or row.email for row in found}
    if candidates:
        known = db.session.execute(select(Candidate.id, Candidate.name).where(Candidate.id.in_(candidates)))
        names |= {f"candidate:{row.id}": row.name for row in known}
    return names


def _ids(people: Iterable[str]) -> tuple[list[str], list[int]]:
    users: list[str] = []
    candidates: list[int] = []
    for kind, _, name in (person.partition(":") for person in sorted(set(people))):
        if kind == "user":
            users.append(name)
        else:
            candidates.append(int(name))
    return users, candidates
