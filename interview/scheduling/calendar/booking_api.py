"""Self-booking: links for the organisation's people at /api/calendar, what candidates do at /api/booking."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from apiflask import APIBlueprint
from flask import Flask

from interview.accounts import service as accounts
from interview.accounts.policies import may
from interview.core.guards import actor, guard
from interview.core.pages import Page
from interview.scheduling.calendar.booking import links
from interview.scheduling.calendar.booking import service as booking
from interview.scheduling.calendar.booking.policies import held_link, holds_booking_link
from interview.scheduling.calendar.booking.schemas import (
    Booked,
    BookingLinkDetail,
    BookingLinkPage,
    BookingLinkQuery,
    BookingPreview,
    CancelBooking,
    CreateBookingLink,
    NewBookingLink,
    PreviewBooking,
    TakeSlot,
)
from interview.scheduling.calendar.ics import interviews as files
from interview.scheduling.calendar.models import BookingLink
from interview.scheduling.models import InterviewStatus

bp = APIBlueprint("booking_links", __name__, url_prefix="/api/calendar/booking-links", tag="Calendar")
public_bp = APIBlueprint("booking", __name__, url_prefix="/api/booking", tag="Booking")


def init(app: Flask) -> None:
    """Open the doors."""
    app.register_blueprint(bp)
    app.register_blueprint(public_bp)


@bp.post("")
@guard(may("interviews:write"))
@bp.input(CreateBookingLink)
@bp.output(NewBookingLink, status_code=201)
def create_booking_link(json_data: dict[str, Any]) -> dict[str, Any]:
    """Make a link by which a candidate books a time, and send it where asked; it is told this once."""
    is_sent = json_data.pop("send")
    link, token = links.make(within=str(actor().organisation_id), by=actor(), **json_data)
    if is_sent:
        links.send(link, token)
    return _told(link) | {"link": links.address(token), "is_sent": is_sent}


def _told(link: BookingLink) -> dict[str, Any]:
    return {name: getattr(link, name) for name in _TOLD} | {"candidate": link.candidate}


_TOLD = tuple(name for name in BookingLinkDetail().fields if name != "candidate_name")


@bp.get("")
@guard(may("interviews:read"))
@bp.input(BookingLinkQuery, location="query")
@bp.output(BookingLinkPage)
def list_booking_links(query_data: dict[str, Any]) -> Page[BookingLink]:
    """List booking links, newest first, without their tokens."""
    return links.list_links(within=actor().organisation_id, **query_data)


@bp.get("/<link_id>")
@guard(may("interviews:read"))
@bp.output(BookingLinkDetail)
def get_booking_link(link_id: str) -> BookingLink:
    """Show one booking link and what was booked by it."""
    return links.get(link_id, within=actor().organisation_id)


@bp.delete("/<link_id>")
@guard(may("interviews:write"))
@bp.output(BookingLinkDetail)
def revoke_booking_link(link_id: str) -> BookingLink:
    """Take a booking link back; what was booked by it stays."""
    return links.revoke(links.get(link_id, within=actor().organisation_id), by=actor())


@public_bp.post("/preview")
@guard(holds_booking_link)
@public_bp.input(PreviewBooking)
@public_bp.output(BookingPreview)
def preview_booking(json_data: dict[str, Any]) -> dict[str, Any]:
    """Show what a link books and a week of free times."""
    link = held_link()
    return {
        "organisation_name": accounts.get_organisation(link.organisation_id).name,
        "candidate_name": link.candidate.name,
        "title": link.title,
        "position": link.position,
        "type": link.type,
        "mode": link.mode,
        "location": link.location,
        "interviewers": links.names(link),
        "duration_minutes": link.duration_minutes,
        "timezone": link.timezone,
        "expires_at": link.expires_at,
        "booked": _booked(link),
        "week": booking.week(link, first_day=json_data["first_day"], timezone=json_data["timezone"]),
    }


@public_bp.post("/book")
@guard(holds_booking_link)
@public_bp.input(TakeSlot)
@public_bp.output(Booked, status_code=201)
def book(json_data: dict[str, Any]) -> dict[str, Any]:
    """Take a free time; one that was taken meanwhile is answered with those that are free now."""
    booking.book(held_link(), starts_at=json_data["starts_at"], by=actor())
    return {"booked": _booked(held_link())}


@public_bp.post("/reschedule")
@guard(holds_booking_link)
@public_bp.input(TakeSlot)
@public_bp.output(Booked)
def reschedule_booking(json_data: dict[str, Any]) -> dict[str, Any]:
    """Move what is booked to another free time."""
    booking.reschedule(held_link(), starts_at=json_data["starts_at"], by=actor())
    return {"booked": _booked(held_link())}


@public_bp.post("/cancel")
@guard(holds_booking_link)
@public_bp.input(CancelBooking)
@public_bp.output(Booked)
def cancel_booking(json_data: dict[str, Any]) -> dict[str, Any]:
    """Call off what is booked; another time can be booked as long as the link stands."""
    booking.cancel(held_link(), reason=json_data["reason"], by=actor())
    return {"booked": None}


def _booked(link: BookingLink) -> dict[str, Any] | None:
    interview = link.interview
    if interview is None:
        return None
    room = booking.room(link, by=actor())
    has_time = interview.scheduled_at is not None and interview.status != InterviewStatus.CANCELLED
    deadline = interview.scheduled_at and interview.scheduled_at - timedelta(hours=interview.reschedule_deadline_hours)
    return {
        "starts_at": interview.scheduled_at,
        "ends_at": interview.ends_at,
        "timezone": interview.timezone,
        "status": interview.status,
        "may_be_changed": booking.may_be_changed(link, interview),
        "changes_left": link.changes_left,
        "deadline": deadline,
        "link": interview.meeting_url or room,
        "calendar": files.for_candidate(interview, link=room) if has_time else None,
    }
