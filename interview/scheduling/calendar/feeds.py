"""A person's calendar by a private address."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import selectinload

from interview.accounts.models import Organisation, User
from interview.candidates.models import Candidate
from interview.core import audit, clock, current, ids
from interview.core.actors import Actor
from interview.core.db import db
from interview.scheduling.calendar.errors import FeedUnknown
from interview.scheduling.calendar.models import CalendarFeed
from interview.scheduling.models import Interview, InterviewPerson, InterviewStatus

PURPOSE = "calendar feeds"
BEHIND, AHEAD = timedelta(days=30), timedelta(days=365)
MOST_EVENTS = 1000
SHOWN = (InterviewStatus.SCHEDULED, InterviewStatus.IN_PROGRESS, InterviewStatus.COMPLETED)


def make(user: User, *, by: Actor) -> tuple[CalendarFeed, str]:
    """A new address of this person's calendar, in place of the former one; its token is told once, here."""
    token = ids.token()
    feed = db.session.get(CalendarFeed, user.id, with_for_update=True)
    if feed is None:
        feed = CalendarFeed(user_id=user.id)
        db.session.add(feed)
    feed.token_digest = current.keyring().digest(PURPOSE, token)
    feed.created_at = clock.now()
    db.session.flush()
    audit.record("calendar_feed.made", user, by=by, organisation_id=user.organisation_id)
    return feed, token


def find(user_id: str) -> CalendarFeed | None:
    """The person's address, without its token."""
    return db.session.get(CalendarFeed, user_id)


def remove(user: User, *, by: Actor) -> None:
    """Close the address; twice is harmless."""
    feed = db.session.get(CalendarFeed, user.id, with_for_update=True)
    if feed is not None:
        db.session.delete(feed)
        audit.record("calendar_feed.removed", user, by=by, organisation_id=user.organisation_id)


def owner(token: str) -> User:
    """Whose calendar a token opens; raises `FeedUnknown`, for one who may no longer log in too."""
    digest = current.keyring().digest(PURPOSE, token)
    feed = db.session.scalar(select(CalendarFeed).where(CalendarFeed.token_digest == digest))
    if feed is None or not feed.user.is_active:
        raise FeedUnknown("This calendar address opens nothing. It may have been replaced by a newer one.")
    return feed.user


def interviews_of(user: User) -> list[Interview]:
    """The interviews that a person conducts, observes or is the candidate of: 30 days back and a year ahead.

    At most the first thousand, by time; called-off ones have gone.
    """
    now = clock.now()
    on_panel = select(InterviewPerson.interview_id).where(InterviewPerson.user_id == user.id)
    as_candidate = select(Candidate.id).where(Candidate.user_id == user.id)
    query = (
        select(Interview)
        .where(
            Interview.organisation_id == user.organisation_id,
            or_(Interview.id.in_(on_panel), Interview.candidate_id.in_(as_candidate)),
            Interview.scheduled_at.between(now - BEHIND, now + AHEAD),
            Interview.status.in_(SHOWN),
        )
        .options(selectinload(Interview.panel))
        .order_by(Interview.scheduled_at, Interview.id)
        .limit(MOST_EVENTS)
    )
    return list(db.session.scalars(query))


def name_of(user: User) -> str:
    """What a person's calendar is called where it is subscribed to."""
    return f"Interviews: {db.session.get_one(Organisation, user.organisation_id).name}"
