"""Shapes of self-booking (camelCase)."""

from __future__ import annotations

from marshmallow import fields, validate

from interview.candidates.models import LARGEST_ID
from interview.core.schema import CamelSchema, Moment, PageQuery, Text
from interview.scheduling.fields import MeetingLink
from interview.scheduling.models import InterviewMode, InterviewType

_LINE = validate.Length(1, 200)
STEPS = (5, 10, 15, 20, 30, 60)


class CreateBookingLink(CamelSchema):
    """What a candidate may book."""

    candidate_id = fields.Integer(required=True, strict=True, validate=validate.Range(1, LARGEST_ID))
    interviewer_ids = fields.List(Text(validate=validate.Length(1, 64)), required=True, validate=validate.Length(1, 20))
    title = Text(required=True, validate=_LINE)
    position = Text(load_default=None, validate=_LINE, allow_none=True)
    type = fields.String(
        load_default=InterviewType.TECHNICAL.value, validate=validate.OneOf([one.value for one in InterviewType])
    )
    mode = fields.String(
        load_default=InterviewMode.VIDEO.value, validate=validate.OneOf([one.value for one in InterviewMode])
    )
    location = Text(load_default=None, validate=validate.Length(1, 300), allow_none=True)
    meeting_url = MeetingLink(load_default=None, allow_none=True)
    duration_minutes = fields.Integer(load_default=60, strict=True, validate=validate.Range(5, 480))
    buffer_minutes = fields.Integer(load_default=0, strict=True, validate=validate.Range(0, 240))
    step_minutes = fields.Integer(load_default=30, strict=True, validate=validate.OneOf(STEPS))
    timezone = Text(load_default=None, validate=validate.Length(1, 64), allow_none=True)
    first_day = fields.Date(required=True)
    last_day = fields.Date(required=True)
    notice_hours = fields.Integer(load_default=24, strict=True, validate=validate.Range(0, 720))
    deadline_hours = fields.Integer(load_default=24, strict=True, validate=validate.Range(0, 720))
    changes_left = fields.Integer(load_default=3, data_key="most_changes", strict=True, validate=validate.Range(0, 10))
    expires_at = Moment(load_default=None, allow_none=True)
    send = fields.Boolean(load_default=False, truthy={True}, falsy={False})


class BookingLinkDetail(CamelSchema):
    """A booking link without its token."""

    id = fields.String()
    candidate_id = fields.Integer()
    candidate_name = fields.String(attribute="candidate.name")
    interviewer_ids = fields.List(fields.String())
    interview_id = fields.String(allow_none=True)
    title = fields.String()
    position = fields.String(allow_none=True)
    type = fields.String()
    mode = fields.String()
    duration_minutes = fields.Integer()
    buffer_minutes = fields.Integer()
    step_minutes = fields.Integer()
    timezone = fields.String()
    first_day = fields.Date()
    last_day = fields.Date()
    notice_hours = fields.Integer()
    deadline_hours = fields.Integer()
    changes_left = fields.Integer()
    created_at = Moment()
    expires_at = Moment()
    revoked_at = Moment()


class NewBookingLink(BookingLinkDetail):
    """A booking link with its address, which is told this once."""

    link = fields.String()
    is_sent = fields.Boolean()


class BookingLinkPage(CamelSchema):
    """One page of booking links."""

    items = fields.List(fields.Nested(BookingLinkDetail))
    next_cursor = fields.String(allow_none=True)


class BookingLinkQuery(PageQuery):
    """Whose booking links, and where in their list."""

    candidate_id = fields.Integer(load_default=None, data_key="candidateId", validate=validate.Range(1, LARGEST_ID))


class HoldLink(CamelSchema):
    """Whoever holds the link."""

    token = Text(required=True, validate=validate.Length(1, 100))


class PreviewBooking(HoldLink):
    """Which week of the free times to show, and in which zone."""

    first_day = fields.Date(load_default=None, allow_none=True)
    timezone = Text(load_default=None, validate=validate.Length(1, 64), allow_none=True)


class TakeSlot(HoldLink):
    """The time that is wanted."""

    starts_at = Moment(required=True)


class CancelBooking(HoldLink):
    """Why it is called off."""

    reason = Text(load_default="Called off by the candidate.", validate=validate.Length(1, 500))


class BookedDetail(CamelSchema):
    """What is booked; `calendar` is its iCalendar file, `link` leads into the candidate's room."""

    starts_at = Moment()
    ends_at = Moment()
    timezone = fields.String()
    status = fields.String()
    may_be_changed = fields.Boolean()
    changes_left = fields.Integer()
    deadline = Moment()
    link = fields.String(allow_none=True)
    calendar = fields.String(allow_none=True)


class WeekDetail(CamelSchema):
    """The free times of a week; `nextFree` is the first later day that has any."""

    first_day = fields.Date()
    slots = fields.List(Moment())
    previous = fields.Date(allow_none=True)
    next = fields.Date(allow_none=True)
    next_free = fields.Date(allow_none=True)


class BookingPreview(CamelSchema):
    """What the holder of a link sees: what can be booked, what is, and the free times."""

    organisation_name = fields.String()
    candidate_name = fields.String()
    title = fields.String()
    position = fields.String(allow_none=True)
    type = fields.String()
    mode = fields.String()
    location = fields.String(allow_none=True)
    interviewers = fields.List(fields.String())
    duration_minutes = fields.Integer()
    timezone = fields.String()
    expires_at = Moment()
    booked = fields.Nested(BookedDetail, allow_none=True)
    week = fields.Nested(WeekDetail)


class Booked(CamelSchema):
    """The booking as it is after what was asked; null once it was called off."""

    booked = fields.Nested(BookedDetail, allow_none=True)
