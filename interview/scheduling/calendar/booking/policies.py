"""Who may book: whoever holds the link's token, which stands in the body and in no address of the API."""

from __future__ import annotations

from typing import Any

from flask import g, request
from sqlalchemy import select

from interview.core import callers, clock, current
from interview.core.actors import Actor, ActorKind
from interview.core.db import db
from interview.core.errors import Malformed
from interview.scheduling.calendar.errors import BookingLinkExpired, BookingLinkRevoked, BookingLinkUnknown
from interview.scheduling.calendar.models import BookingLink

PURPOSE = "booking links"
PREFIX = "/api/booking/"


def holds_booking_link(**_: Any) -> Actor:
    """The candidate, by a booking link that stands; it is held against others who use it.

    Raises `BookingLinkUnknown`, `BookingLinkRevoked`, and `BookingLinkExpired` unless a time is booked.
    """
    token = callers.body_value(request, "token")
    if token is None:
        raise Malformed("Not valid: token.", errors={"token": ["Missing data for required field."]})
    digest = current.keyring().digest(PURPOSE, token)
    query = select(BookingLink).where(BookingLink.token_digest == digest).with_for_update(of=BookingLink)
    link = db.session.scalar(query)
    if link is None:
        raise BookingLinkUnknown("This booking link is not known. Ask the people who invited you for a new one.")
    if link.revoked_at is not None:
        raise BookingLinkRevoked("This booking link has been taken back. Ask the people who invited you.")
    if link.expires_at <= clock.now() and link.interview_id is None:
        raise BookingLinkExpired("This booking link has expired. Ask the people who invited you for a new one.")
    g.booking_link = link
    return Actor(ActorKind.CANDIDATE_CAPABILITY, f"booking link {link.id[:12]}", link.organisation_id)


def held_link() -> BookingLink:
    """The link that the guard found."""
    link: BookingLink = g.booking_link
    return link


@callers.recogniser
def _recognise(call: Any) -> str | None:
    """Name callers by the link they hold, without a database."""
    token = callers.body_value(call, "token") if call.path.startswith(PREFIX) else None
    return f"session:{current.keyring().digest(PURPOSE, token)[:16]}" if token else None
