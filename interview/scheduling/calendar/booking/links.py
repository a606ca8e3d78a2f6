"""Booking links for the organisation's people: made, listed, taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from interview.accounts import service as accounts
from interview.accounts.models import User
from interview.candidates import service as candidates
from interview.core import audit, clock, current, ids
from interview.core.actors import Actor
from interview.core.db import db
from interview.core.pages import Page, page
from interview.notifications import service as notifications
from interview.notifications.service import Recipient
from interview.scheduling.calendar.booking import policies
from interview.scheduling.calendar.errors import BadWindow, BookingLinkNotFound
from interview.scheduling.calendar.hours import availability, rules
from interview.scheduling.calendar.models import BookingLink

LONGEST_WINDOW = timedelta(days=60)
FARTHEST = timedelta(days=180)


def make(
    *,
    within: str,
    candidate_id: int,
    interviewer_ids: Sequence[str],
    first_day: date,
    last_day: date,
    timezone: str | None,
    expires_at: datetime | None = None,
    by: Actor,
    **values: Any,
) -> tuple[BookingLink, str]:
    """A new link by which a candidate books a time with these people; its token is told once, here.

    Raises `CandidateNotFound`, `UnknownPeople`, `UnknownZone` and `BadWindow`.
    """
    candidate = candidates.get(candidate_id, within=within)
    users = availability.people(interviewer_ids, within=within)
    zone = availability.zone(timezone or accounts.get_organisation(within).timezone)
    token = ids.token()
    link = BookingLink(
        organisation_id=within,
        candidate_id=candidate.id,
        candidate=candidate,
        token_digest=current.keyring().digest(policies.PURPOSE, token),
        interviewer_ids=[user.id for user in users],
        first_day=first_day,
        last_day=last_day,
        timezone=zone,
        expires_at=_expiry(first_day, last_day, zone, expires_at),
        created_by=f"{by.kind}:{by.id}"[:64],
        **values,
    )
    db.session.add(link)
    db.session.flush()
    audit.record("booking_link.created", link, by=by, organisation_id=within)
    return link, token


def _expiry(first_day: date, last_day: date, zone: str, wanted: datetime | None) -> datetime:
    """The end of the link's last day, or an earlier moment that was asked for; raises `BadWindow`."""
    end = rules.moment(last_day + timedelta(days=1), 0, ZoneInfo(zone))
    now = clock.now()
    if last_day < first_day or last_day - first_day > LONGEST_WINDOW or end <= now or end > now + FARTHEST:
        raise BadWindow(
            "The days must lie ahead, within half a year, and be at most 60 days apart.",
            errors={"lastDay": ["Must lie ahead and after the first day, at most 60 days later."]},
        )
    if wanted is not None and wanted <= now:
        raise BadWindow("The link would have expired already.", errors={"expiresAt": ["Must lie ahead."]})
    return min(end, wanted) if wanted else end


def address(token: str) -> str:
    """Where a candidate books."""
    return f"{current.settings().site_url}/book/{token}"


def send(link: BookingLink, token: str) -> None:
    """Send the link to the candidate."""
    candidate = link.candidate
    notifications.send(
        "booking_invitation",
        to=Recipient(
            subject=f"candidate:{candidate.id}",
            name=candidate.name,
            email=candidate.email,
            phone=candidate.phone,
            timezone=candidate.timezone or link.timezone,
        ),
        organisation_id=link.organisation_id,
        key=f"booking_link:{link.id}:booking_invitation",
        values={
            "candidate_name": candidate.name,
            "interview_title": link.title,
            "type": link.type,
            "mode": link.mode,
            "duration_minutes": link.duration_minutes,
            "timezone": link.timezone,
            "organisation_name": accounts.get_organisation(link.organisation_id).name,
            "location": link.location or "",
            "panel": names(link),
            "link": address(token),
            "expires_at": clock.wire(link.expires_at),
        },
        about=f"booking_link:{link.id}",
    )


def interviewers(link: BookingLink) -> list[User]:
    """Who interviews; those who have been disabled since are left out."""
    query = select(User).where(User.id.in_(link.interviewer_ids), User.is_active)
    found = {user.id: user for user in db.session.scalars(query)}
    return [found[user_id] for user_id in link.interviewer_ids if user_id in found]


def names(link: BookingLink) -> list[str]:
    """Who interviews, by name."""
    return [user.name for user in interviewers(link) if user.name]


def get(link_id: str, *, within: str | None) -> BookingLink:
    """A link of this organisation; raises `BookingLinkNotFound`, for another organisation's too."""
    query = select(BookingLink).where(BookingLink.id == link_id, BookingLink.organisation_id == within)
    link = db.session.scalar(query)
    if link is None:
        raise BookingLinkNotFound("There is no such booking link.")
    return link


def list_links(
    *, within: str | None, limit: int, cursor: str | None, candidate_id: int | None = None
) -> Page[BookingLink]:
    """The organisation's booking links, newest first, of one candidate where told."""
    query = select(BookingLink).where(BookingLink.organisation_id == within)
    if candidate_id is not None:
        query = query.where(BookingLink.candidate_id == candidate_id)
    return page(
        query,
        newest_by=BookingLink.created_at,
        id_column=BookingLink.id,
        limit=limit,
        cursor=cursor,
        signed_with=current.keyring().derive("cursors"),
    )


def revoke(link: BookingLink, *, by: Actor) -> BookingLink:
    """Take a link back; what was booked by it stays. Twice is harmless."""
    held = db.session.scalars(
        select(BookingLink).where(BookingLink.id == link.id).with_for_update(of=BookingLink)
    ).one()
    if held.revoked_at is None:
        held.revoked_at = clock.now()
        notifications.withdraw(about=f"booking_link:{held.id}")
        audit.record("booking_link.revoked", held, by=by, organisation_id=held.organisation_id)
    return held
