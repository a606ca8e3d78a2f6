"""Shapes of appointments in the management dialects (camelCase)."""

from __future__ import annotations

from marshmallow import fields, validate

from interview.candidates.models import LARGEST_ID
from interview.core.schema import CamelSchema, Moment, PageQuery, Text
from interview.scheduling.models import InterviewStatus

_WORDS = validate.Length(max=50)
_LINE = validate.Length(1, 200)
_POINT = validate.Length(1, 1000)


class PlanQuestion(CamelSchema):
    """A planned question and what a good answer holds."""

    text = Text(required=True, validate=validate.Length(1, 10_000))
    type = Text(load_default="general", validate=_WORDS)
    difficulty = Text(load_default="medium", validate=_WORDS)
    keywords = fields.List(Text(validate=validate.Length(1, 100)), load_default=list, validate=validate.Length(max=50))
    expected_answer = Text(load_default=None, validate=validate.Length(max=20_000))
    sample_answers = fields.List(
        Text(validate=validate.Length(1, 20_000)), load_default=list, validate=validate.Length(max=10)
    )
    key_points = fields.List(
        Text(validate=validate.Length(1, 1000)), load_default=list, validate=validate.Length(max=30)
    )
    hints = fields.List(Text(validate=validate.Length(1, 1000)), load_default=list, validate=validate.Length(max=10))
    time_limit_seconds = fields.Integer(load_default=None, validate=validate.Range(5, 7200), allow_none=True)


class CreateInterview(CamelSchema):
    """A new interview."""

    candidate_id = fields.Integer(required=True, strict=True, validate=validate.Range(1, LARGEST_ID))
    title = Text(required=True, validate=_LINE)
    position = Text(load_default=None, validate=_LINE)
    scheduled_at = Moment(load_default=None)
    timezone = Text(load_default="UTC", validate=validate.Length(max=64))
    duration_minutes = fields.Integer(load_default=60, strict=True, validate=validate.Range(5, 480))
    opens_at = Moment(load_default=None)
    closes_at = Moment(load_default=None)
    language = Text(load_default="en", validate=validate.Length(2, 16))
    allows_retake = fields.Boolean(load_default=False, truthy={True}, falsy={False})
    shows_hints = fields.Boolean(load_default=True, truthy={True}, falsy={False})
    records_screen = fields.Boolean(load_default=False, truthy={True}, falsy={False})
    culture_criteria = fields.List(Text(validate=_LINE), load_default=list, validate=validate.Length(max=20))
    questions = fields.List(fields.Nested(PlanQuestion), load_default=list, validate=validate.Length(max=100))


class PlannedQuestionDetail(PlanQuestion):
    """A planned question as it is kept."""

    id = fields.String()
    position = fields.Integer()


class InterviewSummary(CamelSchema):
    """An interview in a list."""

    id = fields.String()
    candidate_id = fields.Integer()
    candidate_name = fields.String(attribute="candidate.name")
    title = fields.String()
    position = fields.String(allow_none=True)
    status = fields.String()
    scheduled_at = Moment()
    timezone = fields.String()
    duration_minutes = fields.Integer()
    created_at = Moment()
    started_at = Moment()
    ended_at = Moment()


class InterviewDetail(InterviewSummary):
    """An interview with its plan."""

    opens_at = Moment()
    closes_at = Moment()
    cancelled_reason = fields.String(allow_none=True)
    language = fields.String()
    allows_retake = fields.Boolean()
    shows_hints = fields.Boolean()
    records_screen = fields.Boolean()
    culture_criteria = fields.List(fields.String())
    questions = fields.List(fields.Nested(PlannedQuestionDetail))


class InterviewQuery(PageQuery):
    """Which interviews, and where in their list."""

    status = fields.String(load_default=None, validate=validate.OneOf([status.value for status in InterviewStatus]))
    candidate_id = fields.Integer(load_default=None, data_key="candidateId", validate=validate.Range(1, LARGEST_ID))
    search = Text(load_default=None, validate=validate.Length(max=200))


class InterviewPage(CamelSchema):
    """One page of interviews."""

    items = fields.List(fields.Nested(InterviewSummary))
    next_cursor = fields.String(allow_none=True)


class CreateInvitation(CamelSchema):
    """A new token for an interview."""

    expires_at = Moment(load_default=None)


class InvitationDetail(CamelSchema):
    """An invitation without its token."""

    id = fields.String()
    created_at = Moment()
    expires_at = Moment()
    revoked_at = Moment()


class NewInvitation(InvitationDetail):
    """An invitation with its token, which is told this once."""

    interview_token = fields.String()
    link = fields.String()


class InvitationList(CamelSchema):
    """The newest invitations of an interview."""

    items = fields.List(fields.Nested(InvitationDetail))
    next_cursor = fields.Constant(None)


class CancelInterview(CamelSchema):
    """Why an interview is cancelled."""

    reason = Text(required=True, validate=validate.Length(1, 500))


class RecordConsent(CamelSchema):
    """What the organisation knows the candidate agreed to, with its evidence."""

    purposes = fields.Dict(keys=fields.String(), values=fields.Boolean(), required=True)
    notice_version = Text(required=True, validate=validate.Length(max=32))
    evidence = Text(required=True, validate=validate.Length(3, 2000))


class ConsentPurpose(CamelSchema):
    """One thing that the candidate may agree to, and their latest word on it: null where they gave none."""

    purpose = fields.String()
    text = fields.String()
    is_granted = fields.Boolean(allow_none=True)


class ConsentDetail(CamelSchema):
    """What the candidate agreed to, beside the notice in force."""

    notice_version = fields.String()
    notice_text = fields.String()
    purposes = fields.List(fields.Nested(ConsentPurpose))
