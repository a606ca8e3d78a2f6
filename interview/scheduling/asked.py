"""What several doors ask of appointments in the same way."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from interview.accounts import service as accounts
from interview.core.actors import Actor
from interview.scheduling import panel
from interview.scheduling import service as scheduling
from interview.scheduling.listing import Filter
from interview.scheduling.models import Interview

_OF_A_MOVE = {"zone": "timezone", "duration_minutes": "duration_minutes"}


def listed(query: dict[str, Any], *, by: Actor) -> dict[str, Any]:
    """The arguments of `listing.list_interviews` from a list's query."""
    asked = dict(query)
    place = {"limit": asked.pop("limit"), "cursor": asked.pop("cursor")}
    first, last = asked.pop("start_date"), asked.pop("end_date")
    if asked.pop("mine"):
        asked["interviewer_id"] = by.id
    tags = [tag for tags in asked.pop("tags") for tag in tags.split(",")]
    starts_from, starts_before = _between(first, last, organisation_id=by.organisation_id)
    wanted = Filter(
        position_id=asked.pop("job_id"), tags=tags, starts_from=starts_from, starts_before=starts_before, **asked
    )
    return place | {"wanted": wanted}


def _between(
    first: date | None, last: date | None, *, organisation_id: str | None
) -> tuple[datetime | None, datetime | None]:
    """The bounds of a list of times: days are whole, on the organisation's clock."""
    if first is None and last is None:
        return None, None
    zone = ZoneInfo(accounts.get_organisation(organisation_id).timezone)
    if last is not None and not isinstance(last, datetime):
        last += timedelta(days=1)
    return _moment(first, zone), _moment(last, zone)


def _moment(when: date | None, zone: ZoneInfo) -> datetime | None:
    if when is None:
        return None
    found = when if isinstance(when, datetime) else datetime.combine(when, time())
    return found if found.tzinfo else found.replace(tzinfo=zone)


def change(interview: Interview, told: dict[str, Any], *, by: Actor) -> Interview:
    """Change an interview; a time that differs follows the rules of rescheduling, in the same transaction."""
    told = dict(told)
    is_forced, overrides = told.pop("is_forced", False), told.pop("overrides", False)
    starts_at, reason = told.pop("scheduled_at", None), told.pop("reason", None)
    if starts_at is not None and starts_at != interview.scheduled_at:
        moved = {name: told.pop(field, None) for name, field in _OF_A_MOVE.items()}
        scheduling.reschedule(
            interview, starts_at=starts_at, by=by, reason=reason, overrides=overrides, is_forced=is_forced, **moved
        )
    return scheduling.change(interview, by=by, is_forced=is_forced, **told)


def start(interview: Interview, told: dict[str, Any], *, by: Actor) -> Interview:
    """Begin an interview as one who conducts it."""
    panel.assert_conducts(interview, by)
    return scheduling.start(interview, by=by, **told)


def complete(interview: Interview, told: dict[str, Any], *, by: Actor) -> Interview:
    """End an interview, and say how it went, as one who conducts it."""
    panel.assert_conducts(interview, by)
    return scheduling.complete(interview, by=by, **told)


def mark_missed(interview: Interview, *, by: Actor) -> Interview:
    """Say that nobody came, as one who conducts it."""
    panel.assert_conducts(interview, by)
    return scheduling.mark_missed(interview, by=by)
