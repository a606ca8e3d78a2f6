"""Shapes of candidates in the management dialects (camelCase)."""

from __future__ import annotations

from marshmallow import fields, validate

from interview.core.schema import CamelSchema, Moment, PageQuery, Text


class CreateCandidate(CamelSchema):
    """A new candidate."""

    name = Text(required=True, validate=[validate.Length(1, 200), validate.Regexp(r".*\S")])
    email = fields.Email(load_default=None, validate=validate.Length(max=254))


class CandidateDetail(CamelSchema):
    """A candidate as the organisation's people see it."""

    id = fields.Integer()
    name = fields.String()
    email = fields.String(allow_none=True)
    created_at = Moment()
    interview_session_id = fields.String(allow_none=True)
    interview_recording_status = fields.String(allow_none=True)
    interview_ai_analysis_status = fields.String(allow_none=True)
    interview_final_status = fields.String(allow_none=True)


class CandidateQuery(PageQuery):
    """Which candidates, and where in their list."""

    search = Text(load_default=None, validate=validate.Length(max=200))


class CandidatePage(CamelSchema):
    """One page of candidates."""

    items = fields.List(fields.Nested(CandidateDetail))
    next_cursor = fields.String(allow_none=True)
