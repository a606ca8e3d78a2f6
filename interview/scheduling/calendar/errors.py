"""What can go wrong with calendars and bookings."""

from __future__ import annotations

from interview.core.errors import Conflict, Forbidden, Gone, Malformed, NotFound


class FeedUnknown(NotFound):
    """The calendar's address opens nothing."""

    code, title = "calendar_feed_unknown", "There is no such calendar"


class NotScheduled(Conflict):
    """The interview has no time yet, so no calendar can show it."""

    code, title = "interview_not_scheduled", "The interview has no time yet"


class UnknownPeople(Malformed):
    """Somebody named is not an active person of this organisation who interviews."""

    code, title = "unknown_people", "Not everybody named is of this organisation"


class BadWindow(Malformed):
    """The stretch of time asked for is empty or too long."""

    code, title = "bad_window", "The stretch of time is not valid"


class SourceNotFound(NotFound):
    """No calendar elsewhere with this id belongs to the caller."""

    code, title = "busy_source_not_found", "There is no such calendar"


class TooManySources(Conflict):
    """A person follows as many other calendars as are allowed."""

    code, title = "too_many_busy_sources", "No more calendars can be added"


class UnfitAddress(Malformed):
    """The address of a calendar elsewhere cannot be asked."""

    code, title = "unfit_calendar_address", "This address cannot be used"


class BookingLinkNotFound(NotFound):
    """No booking link with this id in the caller's organisation."""

    code, title = "booking_link_not_found", "There is no such booking link"


class BookingLinkUnknown(NotFound):
    """The booking token opens nothing."""

    code, title = "booking_link_unknown", "This booking link is not known"


class BookingLinkExpired(Gone):
    """The booking link's time is over."""

    code, title = "booking_link_expired", "This booking link has expired"


class BookingLinkRevoked(Forbidden):
    """The organisation took the booking link back."""

    code, title = "booking_link_revoked", "This booking link has been taken back"


class AlreadyBooked(Conflict):
    """The link has an interview already; it can be moved or called off."""

    code, title = "already_booked", "A time is booked already"


class NothingBooked(Conflict):
    """The link has no interview that could be moved or called off."""

    code, title = "nothing_booked", "No time is booked"


class SlotTaken(Conflict):
    """The time was free a moment ago; `slots` holds those that are free now."""

    code, title = "slot_taken", "This time has just been taken"


class ChangesUsedUp(Conflict):
    """The booking was changed as often as the link allows."""

    code, title = "booking_changes_used_up", "This booking cannot be changed again"


class TooLateToChange(Conflict):
    """The interview is too near to be changed by its link."""

    code, title = "booking_too_late_to_change", "It is too late to change this booking"
