"""What stands in a stretch of the organisation's calendar."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import select

from interview.core.db import db
from interview.scheduling.models import Interview, InterviewPerson, InterviewStatus

MOST_EVENTS = 1000
LONGEST = timedelta(hours=8)


def between(
    start: datetime, end: datetime, *, within: str | None, user_ids: Collection[str] = ()
) -> tuple[list[Interview], bool]:
    """The interviews that take place between two moments, of some people or of everybody, by time.

    Called-off ones are left out. At most a thousand; the second value says whether there are more.
    """
    query = select(Interview).where(
        Interview.organisation_id == within,
        Interview.scheduled_at > start - LONGEST,
        Interview.scheduled_at < end,
        Interview.ends_at > start,
        Interview.status != InterviewStatus.CANCELLED,
    )
    if user_ids:
        theirs = select(InterviewPerson.interview_id).where(
            InterviewPerson.user_id.in_(list(user_ids)),
            InterviewPerson.scheduled_at > start - LONGEST,
            InterviewPerson.scheduled_at < end,
        )
        query = query.where(Interview.id.in_(theirs))
    rows = list(db.session.scalars(query.order_by(Interview.scheduled_at, Interview.id).limit(MOST_EVENTS + 1)))
    return rows[:MOST_EVENTS], len(rows) > MOST_EVENTS
