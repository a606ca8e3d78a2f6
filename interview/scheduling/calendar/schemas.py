"""Shapes of calendars (camelCase)."""

from __future__ import annotations

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from interview.core.schema import CamelSchema, Moment, Schema, Text

DAY_MINUTES = 24 * 60
MOST_RULES = 70
MOST_EXCEPTIONS = 400
LONGEST_URL = 2000


class Ids(fields.Field[list[str]]):
    """Ids in a query, separated by commas."""

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.most = most
        self.metadata = {**self.metadata, "type": "string"}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> list[str]:
        found = [word.strip() for word in str(value).split(",") if word.strip()]
        if len(found) > self.most or any(len(word) > 64 or not word.isprintable() for word in found):
            raise ValidationError(f"At most {self.most} ids, separated by commas.")
        return found


class Clock(fields.Field[int]):
    """A time of day as `HH:MM`, kept as minutes since midnight; an end may be `24:00`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.metadata = {**self.metadata, "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$"}

    def _serialize(self, value: int | None, attr: str | None, obj: Any, **_: Any) -> str | None:
        return None if value is None else f"{value // 60:02d}:{value % 60:02d}"

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> int:
        hour, _colon, minute = value.partition(":") if isinstance(value, str) else ("", "", "")
        is_clock = len(hour) == len(minute) == 2 and (hour + minute).isascii() and (hour + minute).isdigit()
        found = int(hour) * 60 + int(minute) if is_clock and int(minute) < 60 else -1
        if not 0 <= found <= DAY_MINUTES:
            raise ValidationError("Not a time of day such as 09:30.")
        return found


class Stretch(CamelSchema):
    """From one time of day to another."""

    starts = Clock(required=True)
    ends = Clock(required=True)

    @validates_schema
    def check_order(self, data: dict[str, Any], **_: Any) -> None:
        """The end comes after the beginning."""
        if data["starts"] >= data["ends"]:
            raise ValidationError("Must lie after starts.", field_name="ends")


class WeeklyRule(Stretch):
    """Working time of a weekday; 0 is Monday."""

    weekday = fields.Integer(required=True, strict=True, validate=validate.Range(0, 6))


class DayDifference(CamelSchema):
    """A day with its own working time; without any it is a day off."""

    day = fields.Date(required=True)
    stretches = fields.List(fields.Nested(Stretch), load_default=list, validate=validate.Length(max=10))


class StateWorkingHours(CamelSchema):
    """The working hours in place of the former ones."""

    timezone = Text(required=True, validate=validate.Length(1, 64))
    rules = fields.List(fields.Nested(WeeklyRule), required=True, validate=validate.Length(max=MOST_RULES))
    exceptions = fields.List(
        fields.Nested(DayDifference), load_default=list, validate=validate.Length(max=MOST_EXCEPTIONS)
    )

    @validates_schema
    def check_days(self, data: dict[str, Any], **_: Any) -> None:
        """No day differs twice."""
        days = [one["day"] for one in data["exceptions"]]
        if len(set(days)) < len(days):
            raise ValidationError("A day is named twice.", field_name="exceptions")


class WorkingHoursDetail(CamelSchema):
    """A person's working hours; `isStated` is false until they said so themselves."""

    timezone = fields.String()
    rules = fields.List(fields.Nested(WeeklyRule))
    exceptions = fields.List(fields.Nested(DayDifference))
    is_stated = fields.Boolean()


class AvailabilityQuery(Schema):
    """Whose free time, when, and how long it has to last."""

    user_ids = Ids(required=True, data_key="userIds", most=20)
    start = Moment(required=True, data_key="from")
    end = Moment(required=True, data_key="to")
    duration_minutes = fields.Integer(load_default=60, data_key="durationMinutes", validate=validate.Range(5, 480))
    buffer_minutes = fields.Integer(load_default=0, data_key="bufferMinutes", validate=validate.Range(0, 240))
    step_minutes = fields.Integer(
        load_default=30, data_key="stepMinutes", validate=validate.OneOf([5, 10, 15, 20, 30, 60])
    )
    timezone = Text(load_default="UTC", validate=validate.Length(1, 64))
    but_interview = Text(load_default=None, data_key="interviewId", validate=validate.Length(1, 64))


class Slot(CamelSchema):
    """A time that is free."""

    starts_at = Moment()
    ends_at = Moment()


class Availability(CamelSchema):
    """When all of the people named are free, in order."""

    items = fields.List(fields.Nested(Slot))


class EventsQuery(Schema):
    """Which stretch of the calendar, and whose."""

    start = Moment(required=True, data_key="from")
    end = Moment(required=True, data_key="to")
    user_ids = Ids(load_default=list, data_key="userIds", most=20)


class Interviewer(CamelSchema):
    """Somebody on the panel."""

    user_id = fields.String()
    name = fields.Function(lambda person: person.user.name or person.user.email, metadata={"type": "string"})


class CalendarEvent(CamelSchema):
    """An interview in the calendar."""

    id = fields.String()
    title = fields.String()
    candidate_id = fields.Integer()
    candidate_name = fields.String(attribute="candidate.name")
    starts_at = Moment(attribute="scheduled_at")
    ends_at = Moment()
    timezone = fields.String()
    duration_minutes = fields.Integer()
    status = fields.String()
    type = fields.String()
    mode = fields.String()
    panel = fields.List(fields.Nested(Interviewer))


class BusyStretch(CamelSchema):
    """Time that a calendar elsewhere takes; nothing else is known of it."""

    user_id = fields.String()
    starts_at = Moment()
    ends_at = Moment()


class CalendarEvents(CamelSchema):
    """What stands in a stretch of the calendar; `isCut` where there is more than could be shown."""

    items = fields.List(fields.Nested(CalendarEvent))
    busy = fields.List(fields.Nested(BusyStretch))
    is_cut = fields.Boolean()


class FeedDetail(CamelSchema):
    """The private address of one's calendar, without its token."""

    is_on = fields.Boolean()
    created_at = Moment()


class NewFeed(FeedDetail):
    """The private address of one's calendar, which is told this once."""

    address = fields.String()


class AddBusySource(CamelSchema):
    """A calendar elsewhere to follow."""

    url = Text(required=True, validate=validate.Length(8, LONGEST_URL))
    label = Text(load_default="", validate=validate.Length(max=100))


class BusySourceDetail(CamelSchema):
    """A calendar elsewhere that is followed; its address is never told again."""

    id = fields.String()
    label = fields.String()
    host = fields.String()
    created_at = Moment()
    tried_at = Moment()
    fetched_at = Moment()
    error = fields.String(allow_none=True)
    busy_count = fields.Integer()


class BusySourceList(CamelSchema):
    """The calendars elsewhere that a person follows."""

    items = fields.List(fields.Nested(BusySourceDetail))
    next_cursor = fields.Constant(None)
