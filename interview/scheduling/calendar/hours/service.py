"""Working hours as people state them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any
from zoneinfo import available_timezones

from sqlalchemy import select

from interview.accounts.models import User
from interview.core.db import db
from interview.scheduling.calendar.hours.rules import DayException, DayRule, Hours, usual
from interview.scheduling.calendar.models import WorkingHours
from interview.scheduling.errors import UnknownZone


def of_person(user: User) -> tuple[Hours, bool]:
    """A person's working hours, and whether they stated them themselves."""
    row = db.session.get(WorkingHours, user.id)
    return (_read(row), True) if row else (usual(user.timezone), False)


def of_people(users: Collection[User]) -> dict[str, Hours]:
    """The working hours of some people by their id, in one query."""
    query = select(WorkingHours).where(WorkingHours.user_id.in_([user.id for user in users]))
    stated = {row.user_id: _read(row) for row in db.session.scalars(query)}
    return {user.id: stated.get(user.id) or usual(user.timezone) for user in users}


def state(user: User, *, timezone: str, rules: Sequence[DayRule], exceptions: Sequence[DayException]) -> Hours:
    """Keep a person's working hours in place of the former ones; raises `UnknownZone`."""
    if timezone not in available_timezones():
        raise UnknownZone(f"{timezone!r} is not an IANA time zone.", errors={"timezone": ["Unknown."]})
    row = db.session.get(WorkingHours, user.id, with_for_update=True)
    if row is None:
        row = WorkingHours(user_id=user.id)
        db.session.add(row)
    row.timezone = timezone
    row.rules = [
        {"weekday": rule.weekday, "starts_minute": rule.starts_minute, "ends_minute": rule.ends_minute}
        for rule in sorted(rules, key=lambda rule: (rule.weekday, rule.starts_minute))
    ]
    row.exceptions = [
        {"day": one.day.isoformat(), "stretches": [list(stretch) for stretch in sorted(one.stretches)]}
        for one in sorted(exceptions, key=lambda one: one.day)
    ]
    db.session.flush()
    return _read(row)


def _read(row: WorkingHours) -> Hours:
    return Hours(row.timezone, tuple(DayRule(**rule) for rule in row.rules), tuple(map(_exception, row.exceptions)))


def _exception(kept: Mapping[str, Any]) -> DayException:
    return DayException(
        date.fromisoformat(kept["day"]),
        tuple((first_minute, last_minute) for first_minute, last_minute in kept["stretches"]),
    )
