"""Shapes of appointments that we answer with, in the camelCase dialects."""

from __future__ import annotations

from marshmallow import fields

from interview.core.schema import CamelSchema, Moment
from interview.scheduling.schemas import CodingExercise, PlanQuestion


class PlannedQuestionDetail(PlanQuestion):
    """A planned question as it is kept."""

    id = fields.String()
    position = fields.Integer()


class PanelPerson(CamelSchema):
    """A person of the panel."""

    user_id = fields.String()
    name = fields.String(attribute="user.name")
    role = fields.String()


class InterviewSummary(CamelSchema):
    """An interview in a list."""

    id = fields.String()
    candidate_id = fields.Integer()
    candidate_name = fields.String(attribute="candidate.name")
    title = fields.String()
    position = fields.String(allow_none=True)
    job_id = fields.String(attribute="position_id", allow_none=True)
    type = fields.String()
    mode = fields.String()
    difficulty = fields.String()
    status = fields.String()
    scheduled_at = Moment()
    ends_at = Moment()
    timezone = fields.String()
    duration_minutes = fields.Integer()
    is_ai_interview = fields.Boolean()
    tags = fields.List(fields.String())
    panel = fields.List(fields.Nested(PanelPerson))
    created_at = Moment()
    started_at = Moment()
    ended_at = Moment()


class InterviewDetail(InterviewSummary):
    """An interview with its plan; score, feedback and notes are null where `assessmentVisible` is false."""

    buffer_minutes = fields.Integer()
    preparation_time = fields.Integer(attribute="preparation_minutes")
    opens_at = Moment()
    closes_at = Moment()
    allow_reschedule = fields.Boolean(attribute="allows_reschedule")
    reschedule_deadline_hours = fields.Integer()
    reschedule_count = fields.Integer()
    can_reschedule = fields.Boolean()
    sequence = fields.Integer()
    meeting_url = fields.String(allow_none=True)
    location = fields.String(allow_none=True)
    coding_exercise = fields.Nested(CodingExercise, allow_none=True)
    assessment_visible = fields.Boolean()
    assessed_at = Moment()
    score = fields.Float(allow_none=True)
    feedback = fields.Dict(keys=fields.String(), values=fields.String(), allow_none=True)
    notes = fields.String(allow_none=True)
    cancelled_reason = fields.String(allow_none=True)
    language = fields.String()
    allows_retake = fields.Boolean()
    shows_hints = fields.Boolean()
    records_screen = fields.Boolean()
    culture_criteria = fields.List(fields.String())
    questions = fields.List(fields.Nested(PlannedQuestionDetail))


class InterviewPage(CamelSchema):
    """One page of interviews."""

    items = fields.List(fields.Nested(InterviewSummary))
    next_cursor = fields.String(allow_none=True)


class SessionDetail(CamelSchema):
    """An interview as the management dialect tells it, in lists too."""

    id = fields.String()
    candidate_id = fields.Integer()
    candidate_name = fields.String(attribute="candidate.name")
    interviewer_id = fields.String(allow_none=True)
    interviewer_ids = fields.List(fields.String())
    panel = fields.List(fields.Nested(PanelPerson))
    job_id = fields.String(attribute="position_id", allow_none=True)
    job_title = fields.String(attribute="position", allow_none=True)
    title = fields.String()
    type = fields.String()
    mode = fields.String()
    difficulty = fields.String()
    status = fields.String()
    scheduled_at = Moment()
    ends_at = Moment()
    timezone = fields.String()
    duration_minutes = fields.Integer()
    buffer_minutes = fields.Integer()
    preparation_time = fields.Integer(attribute="preparation_minutes")
    opens_at = Moment()
    closes_at = Moment()
    allow_reschedule = fields.Boolean(attribute="allows_reschedule")
    reschedule_deadline_hours = fields.Integer()
    reschedule_count = fields.Integer()
    can_reschedule = fields.Boolean()
    is_ai_interview = fields.Boolean()
    tags = fields.List(fields.String())
    meeting_url = fields.String(attribute="room_url", allow_none=True)
    location = fields.String(allow_none=True)
    device_info = fields.Dict(keys=fields.String(), allow_none=True)
    coding_exercise = fields.Nested(CodingExercise, allow_none=True)
    assessment_visible = fields.Boolean()
    score = fields.Float(allow_none=True)
    feedback = fields.Dict(keys=fields.String(), values=fields.String(), allow_none=True)
    notes = fields.String(allow_none=True)
    cancelled_reason = fields.String(allow_none=True)
    created_at = Moment()
    started_at = Moment()
    ended_at = Moment()


class SessionPage(CamelSchema):
    """One page of interviews in the management dialect."""

    items = fields.List(fields.Nested(SessionDetail))
    next_cursor = fields.String(allow_none=True)


class OwnInterview(CamelSchema):
    """What a candidate sees of an own interview: no score, no feedback, no notes, no questions."""

    id = fields.String()
    title = fields.String()
    position = fields.String(allow_none=True)
    type = fields.String()
    mode = fields.String()
    status = fields.String()
    scheduled_at = Moment()
    ends_at = Moment()
    timezone = fields.String()
    duration_minutes = fields.Integer()
    preparation_time = fields.Integer(attribute="preparation_minutes")
    opens_at = Moment()
    closes_at = Moment()
    allow_reschedule = fields.Boolean(attribute="allows_reschedule")
    reschedule_deadline_hours = fields.Integer()
    can_reschedule = fields.Boolean()
    can_decline = fields.Boolean()
    is_ai_interview = fields.Boolean()
    meeting_url = fields.String(allow_none=True)
    link = fields.String(allow_none=True)
    location = fields.String(allow_none=True)
    interviewers = fields.List(fields.String())
    coding_exercise = fields.Nested(CodingExercise, allow_none=True)
    cancelled_reason = fields.String(allow_none=True)
    started_at = Moment()
    ended_at = Moment()


class OwnInterviewPage(CamelSchema):
    """One page of a candidate's interviews."""

    items = fields.List(fields.Nested(OwnInterview))
    next_cursor = fields.String(allow_none=True)


class ConflictDetail(CamelSchema):
    """A stretch of somebody's time that another interview takes, its buffer included."""

    person = fields.String()
    name = fields.String()
    interview_id = fields.String(allow_none=True)
    starts_at = Moment()
    ends_at = Moment()


class ConflictsFound(CamelSchema):
    """Who is not free at a time; `isFree` when all are."""

    is_free = fields.Boolean()
    conflicts = fields.List(fields.Nested(ConflictDetail))


class LogLine(CamelSchema):
    """One line of an interview's log."""

    id = fields.Integer()
    at = Moment()
    event = fields.String()
    details = fields.Dict(keys=fields.String())
    actor = fields.String()
    session_id = fields.String(allow_none=True)


class LogPage(CamelSchema):
    """One page of an interview's log, oldest first."""

    items = fields.List(fields.Nested(LogLine))
    next_cursor = fields.String(allow_none=True)


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
    is_sent = fields.Boolean()


class InvitationList(CamelSchema):
    """The newest invitations of an interview."""

    items = fields.List(fields.Nested(InvitationDetail))
    next_cursor = fields.Constant(None)


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
