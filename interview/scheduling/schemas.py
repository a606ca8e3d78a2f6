"""Shapes of appointments that are sent to us, in the camelCase dialects."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, post_load, validate

from interview.core.schema import CamelSchema, Json, Number, PageQuery, Text
from interview.scheduling.conflicts import LONGEST_BUFFER_MINUTES, LONGEST_MINUTES
from interview.scheduling.fields import CandidateId, DayOrMoment, Feedback, MeetingLink, Spelled, Time, Whole
from interview.scheduling.models import (
    DEFAULT_PREPARATION_MINUTES,
    Difficulty,
    InterviewMode,
    InterviewStatus,
    InterviewType,
    PanelRole,
)
from interview.scheduling.panel import MOST_PEOPLE, Seat, seats

_WORDS = validate.Length(max=50)
_LINE = [validate.Length(1, 200), validate.Regexp(r"(?s).*\S")]
_REASON = [validate.Length(1, 500), validate.Regexp(r"(?s).*\S")]
_ID = validate.Length(1, 64)
_FLAG: dict[str, Any] = {"truthy": {True}, "falsy": {False}}


class PlanQuestion(CamelSchema):
    """A planned question and what a good answer holds."""

    text = Text(required=True, validate=validate.Length(1, 10_000))
    type = Text(load_default="general", validate=_WORDS)
    difficulty = Text(load_default="medium", validate=_WORDS)
    keywords = fields.List(Text(validate=validate.Length(1, 100)), load_default=list, validate=validate.Length(max=50))
    expected_answer = Text(load_default=None, validate=validate.Length(max=20_000), allow_none=True)
    sample_answers = fields.List(
        Text(validate=validate.Length(1, 20_000)), load_default=list, validate=validate.Length(max=10)
    )
    key_points = fields.List(
        Text(validate=validate.Length(1, 1000)), load_default=list, validate=validate.Length(max=30)
    )
    hints = fields.List(Text(validate=validate.Length(1, 1000)), load_default=list, validate=validate.Length(max=10))
    time_limit_seconds = fields.Integer(load_default=None, validate=validate.Range(5, 7200), allow_none=True)


class CodingExercise(CamelSchema):
    """A task to be solved in code."""

    title = Text(required=True, validate=_LINE)
    description = Text(load_default="", validate=validate.Length(max=20_000))
    language = Text(load_default="", validate=_WORDS)
    starter_code = Text(load_default="", validate=validate.Length(max=100_000))


class PanelSeat(CamelSchema):
    """A person on the panel."""

    user_id = Text(required=True, validate=_ID)
    role = Spelled(PanelRole, load_default=PanelRole.INTERVIEWER)


class PanelFields(CamelSchema):
    """Who interviews, in any of three ways: one person, people in their order, or people with their roles."""

    interviewer_id = Text(validate=_ID, allow_none=True)
    interviewer_ids = fields.List(Text(validate=_ID), validate=validate.Length(max=MOST_PEOPLE))
    panel = fields.List(Whole(PanelSeat), validate=validate.Length(max=MOST_PEOPLE))

    @post_load
    def seat(self, told: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Bring the three ways together as `panel`."""
        first, others = told.pop("interviewer_id", ...), told.pop("interviewer_ids", ...)
        if "panel" in told:
            told["panel"] = [Seat(each["user_id"], PanelRole(each["role"])) for each in told["panel"]]
        elif first is not ... or others is not ...:
            alone = [first] if isinstance(first, str) else []
            rest = [each for each in others if each not in alone] if isinstance(others, list) else []
            told["panel"] = seats(alone + rest)
        return told


class InterviewFields(PanelFields):
    """What can be said of an interview when it is made, and changed while it is scheduled."""

    title = Text(validate=_LINE)
    job_id = Text(attribute="position_id", validate=_ID, allow_none=True)
    position = Text(validate=_LINE, allow_none=True)
    type = Spelled(InterviewType, load_default=InterviewType.TECHNICAL)
    mode = Spelled(InterviewMode, load_default=InterviewMode.VIDEO)
    difficulty = Spelled(Difficulty, load_default=Difficulty.MEDIUM)
    scheduled_at = Time(load_default=None, allow_none=True)
    timezone = Text(validate=validate.Length(1, 64))
    duration_minutes = fields.Integer(load_default=60, strict=True, validate=validate.Range(5, LONGEST_MINUTES))
    buffer_minutes = fields.Integer(load_default=0, strict=True, validate=validate.Range(0, LONGEST_BUFFER_MINUTES))
    preparation_time = fields.Integer(
        attribute="preparation_minutes",
        load_default=DEFAULT_PREPARATION_MINUTES,
        strict=True,
        validate=validate.Range(0, 240),
    )
    opens_at = Time(load_default=None, allow_none=True)
    closes_at = Time(load_default=None, allow_none=True)
    allow_reschedule = fields.Boolean(attribute="allows_reschedule", load_default=True, **_FLAG)
    reschedule_deadline_hours = fields.Integer(load_default=24, strict=True, validate=validate.Range(0, 720))
    is_ai_interview = fields.Boolean(load_default=False, **_FLAG)
    meeting_url = MeetingLink(load_default=None, allow_none=True)
    location = Text(load_default=None, allow_none=True, validate=validate.Length(max=300))
    tags = fields.List(Text(validate=validate.Length(1, 50)), load_default=list, validate=validate.Length(max=20))
    coding_exercise = Whole(CodingExercise, load_default=None, allow_none=True)
    notes = Text(load_default=None, allow_none=True, validate=validate.Length(max=20_000))
    language = Text(load_default="en", validate=validate.Length(2, 16))
    allows_retake = fields.Boolean(load_default=False, **_FLAG)
    shows_hints = fields.Boolean(load_default=True, **_FLAG)
    records_screen = fields.Boolean(load_default=False, **_FLAG)
    culture_criteria = fields.List(Text(validate=_LINE), load_default=list, validate=validate.Length(max=20))
    questions = fields.List(Whole(PlanQuestion), load_default=list, validate=validate.Length(max=100))


class CreateInterview(InterviewFields):
    """A new interview; `force` books people who are not free."""

    candidate_id = CandidateId(required=True)
    force = fields.Boolean(attribute="is_forced", load_default=False, **_FLAG)


class ChangeInterview(InterviewFields):
    """What is to be different; a new time follows the rules of rescheduling."""

    scheduled_at = Time()
    score = Number(validate=validate.Range(0, 100), allow_none=True)
    feedback = Feedback()
    reason = Text(validate=_REASON)
    override = fields.Boolean(attribute="overrides", **_FLAG)
    force = fields.Boolean(attribute="is_forced", **_FLAG)


class RescheduleOwn(CamelSchema):
    """Another time that a candidate asks for."""

    scheduled_at = Time(required=True, attribute="starts_at")
    reason = Text(load_default=None, allow_none=True, validate=_REASON)


class RescheduleInterview(RescheduleOwn):
    """Another time; `override` goes past the interview's own rules, `force` past conflicts."""

    timezone = Text(attribute="zone", load_default=None, allow_none=True, validate=validate.Length(1, 64))
    duration_minutes = fields.Integer(
        load_default=None, allow_none=True, strict=True, validate=validate.Range(5, LONGEST_MINUTES)
    )
    override = fields.Boolean(attribute="overrides", load_default=False, **_FLAG)
    force = fields.Boolean(attribute="is_forced", load_default=False, **_FLAG)


class FindConflicts(PanelFields):
    """A time that somebody thinks of; `interviewId` is the interview that would be moved there."""

    candidate_id = CandidateId(load_default=None, allow_none=True)
    interview_id = Text(load_default=None, allow_none=True, validate=_ID)
    scheduled_at = Time(required=True)
    duration_minutes = fields.Integer(load_default=60, strict=True, validate=validate.Range(5, LONGEST_MINUTES))
    buffer_minutes = fields.Integer(load_default=0, strict=True, validate=validate.Range(0, LONGEST_BUFFER_MINUTES))


class StartInterview(CamelSchema):
    """Where and with what an interview begins."""

    location = Text(load_default=None, allow_none=True, validate=validate.Length(max=300))
    device_info = Json(load_default=None, allow_none=True)


class CompleteInterview(CamelSchema):
    """How an interview went."""

    score = Number(load_default=None, allow_none=True, validate=validate.Range(0, 100))
    feedback = Feedback(load_default=None, allow_none=True)
    notes = Text(load_default=None, allow_none=True, validate=validate.Length(max=20_000))


class CancelInterview(CamelSchema):
    """Why an interview is cancelled."""

    reason = Text(required=True, validate=_REASON)


class InterviewQuery(CamelSchema, PageQuery):
    """Which interviews, and where in their list; days are days of the organisation's time zone."""

    candidate_id = CandidateId(load_default=None)
    interviewer_id = Text(load_default=None, validate=_ID)
    mine = fields.Boolean(load_default=False)
    job_id = Text(load_default=None, validate=_ID)
    type = Spelled(InterviewType, load_default=None)
    mode = Spelled(InterviewMode, load_default=None)
    status = Spelled(InterviewStatus, load_default=None)
    difficulty = Spelled(Difficulty, load_default=None)
    start_date = DayOrMoment(load_default=None)
    end_date = DayOrMoment(load_default=None)
    tags = fields.List(Text(validate=validate.Length(max=500)), load_default=list, validate=validate.Length(max=20))
    is_ai_interview = fields.Boolean(load_default=None)
    search = Text(load_default=None, validate=validate.Length(max=200))


class CreateInvitation(CamelSchema):
    """A new token for an interview; with `send` the candidate gets its link, unless the interview's time is over."""

    expires_at = Time(load_default=None)
    send = fields.Boolean(load_default=False, truthy={True}, falsy={False})


class RecordConsent(CamelSchema):
    """What the organisation knows the candidate agreed to, with its evidence."""

    purposes = fields.Dict(keys=fields.String(), values=fields.Boolean(), required=True)
    notice_version = Text(required=True, validate=validate.Length(max=32))
    evidence = Text(required=True, validate=validate.Length(3, 2000))
