"""Who of the organisation interviews, and what that lets them do and see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from interview.accounts.models import User
from interview.accounts.scopes import Role
from interview.core.actors import Actor, ActorKind
from interview.core.db import db
from interview.scheduling.errors import NotOnPanel, PersonNotFound, PersonUnfit
from interview.scheduling.models import Interview, InterviewPerson, PanelRole

SCHEDULES = "interviews:write"
MOST_PEOPLE = 20


@dataclass(frozen=True, slots=True)
class Seat:
    """A person for a panel, by id, and what they do there."""

    user_id: str
    role: PanelRole = PanelRole.INTERVIEWER


def seats(user_ids: Sequence[str]) -> list[Seat]:
    """A panel of these people: the first leads it."""
    return [Seat(each, PanelRole.INTERVIEWER if number else PanelRole.LEAD) for number, each in enumerate(user_ids)]


def set_panel(interview: Interview, wanted: Sequence[Seat]) -> bool:
    """Make these people the panel, in this order; returns whether that changes it.

    Raises `PersonNotFound` for somebody whom the organisation does not have, `PersonUnfit` for who is disabled, is a
    candidate, or is named twice. Who is on the panel already may stay, disabled or not.
    """
    before = {person.user_id: person for person in interview.panel}
    was = [(person.user_id, person.role) for person in interview.panel]
    users = users_of(interview.organisation_id, wanted)
    _assert_fit(wanted, users, staying=frozenset(before))
    made = []
    for position, seat in enumerate(wanted, start=1):
        person = before.get(seat.user_id) or InterviewPerson(user_id=seat.user_id, user=users[seat.user_id])
        person.position, person.role = position, seat.role
        made.append(person)
    interview.panel = made
    return was != [(seat.user_id, seat.role) for seat in wanted]


def users_of(organisation_id: str | None, wanted: Sequence[Seat]) -> dict[str, User]:
    """The people of these seats by id; raises `PersonNotFound` for whom the organisation does not have."""
    ids = [seat.user_id for seat in wanted]
    query = select(User).where(User.id.in_(ids), User.organisation_id == organisation_id)
    found = {user.id: user for user in db.session.scalars(query)} if ids else {}
    if missing := [each for each in ids if each not in found]:
        raise PersonNotFound(f"There is no interviewer {missing[0]}.")
    return found


def _assert_fit(wanted: Sequence[Seat], users: Mapping[str, User], *, staying: frozenset[str]) -> None:
    if len(users) < len(wanted):
        raise _unfit("Somebody is named twice.")
    for user in users.values():
        if user.role == Role.CANDIDATE:
            raise _unfit("A candidate's user cannot be on a panel.")
        if not user.is_active and user.id not in staying:
            raise _unfit(f"{user.name or user.email} is disabled.")


def _unfit(words: str) -> PersonUnfit:
    return PersonUnfit(words, errors={"panel": [words]})


def schedules(by: Actor) -> bool:
    """Whether somebody schedules interviews, and so sees all of every one."""
    return by.kind in {ActorKind.OPERATOR, ActorKind.SYSTEM} or SCHEDULES in by.scopes


def is_on(interview: Interview, by: Actor) -> bool:
    """Whether somebody is on an interview's panel."""
    return by.kind is ActorKind.USER and by.id in interview.interviewer_ids


def sees_assessment(interview: Interview, by: Actor) -> bool:
    """Whether somebody sees an interview's score, feedback and notes: its panel, and who schedules.

    Others would otherwise bring somebody else's opinion into their own interview.
    """
    return schedules(by) or is_on(interview, by)


def assert_conducts(interview: Interview, by: Actor) -> None:
    """Check that a person may conduct this interview; raises `NotOnPanel`.

    Programs are told by their scope alone, because no program is on a panel.
    """
    if by.kind is ActorKind.USER and not schedules(by) and not is_on(interview, by):
        raise NotOnPanel("Ask somebody who schedules interviews to put you on the panel.")
