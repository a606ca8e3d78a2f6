"""Working hours and booking links for tests."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from interview.accounts.models import User
from interview.core import clock
from interview.core.actors import OPERATOR
from interview.core.db import unit_of_work
from interview.scheduling.calendar import feeds
from interview.scheduling.calendar.booking import links
from interview.scheduling.calendar.busy import service as busy
from interview.scheduling.calendar.hours import service as hours
from interview.scheduling.calendar.hours.rules import DayRule
from interview.scheduling.calendar.models import BookingLink, BusySource
from tests.factories import accounts, interviews


def works_always(user: User, *, timezone: str = "UTC") -> User:
    """The person can be asked at any time of any day."""
    with unit_of_work():
        hours.state(user, timezone=timezone, rules=[DayRule(day, 0, 1440) for day in range(7)], exceptions=[])
    return user


def ahead(days: int = 3, *, hour: int = 10) -> datetime:
    """A full hour some days ahead."""
    return (clock.now() + timedelta(days=days)).replace(hour=hour, minute=0, second=0, microsecond=0)


def booking_link(*interviewers: User, **values: Any) -> tuple[BookingLink, str]:
    """A committed link and its token; by itself for one person who works always, from tomorrow for ten days."""
    people = interviewers or (works_always(accounts.make_user(role="interviewer")),)
    home = people[0].organisation
    candidate = values.pop("candidate", None) or interviews.make_candidate(home, email="candidate@example.org")
    today = clock.now().date()
    given: dict[str, Any] = {
        "title": "First talk",
        "position": "Engineer",
        "type": "technical",
        "mode": "video",
        "location": None,
        "meeting_url": None,
        "duration_minutes": 60,
        "buffer_minutes": 0,
        "step_minutes": 30,
        "notice_hours": 2,
        "deadline_hours": 12,
        "changes_left": 3,
        "first_day": today,
        "last_day": today + timedelta(days=10),
        "timezone": "UTC",
    }
    with unit_of_work():
        return links.make(
            within=home.id,
            candidate_id=candidate.id,
            interviewer_ids=[person.id for person in people],
            by=OPERATOR,
            **given | values,
        )


def busy_source(user: User) -> BusySource:
    """A committed calendar elsewhere, not fetched yet."""
    with unit_of_work():
        return busy.add(user, url="https://calendars.example/busy.ics", label="Mine", by=OPERATOR)


def feed_token(user: User) -> str:
    """The token of a person's private calendar address."""
    with unit_of_work():
        return feeds.make(user, by=OPERATOR)[1]
