"""Shapes of the recording dialect's analysis."""

from __future__ import annotations

from marshmallow import fields, validate

from interview.analysis.models import FinalStatus
from interview.core.schema import Answered, Moment, Schema, Text


class Progress(Schema):
    """How many questions have been judged."""

    done = fields.Integer()
    total = fields.Integer()


class DecisionShown(Schema):
    """What a person decided, beside what the software recommended."""

    final_status = fields.String()
    ai_status = fields.String(allow_none=True)
    reason = fields.String()
    decided_by = fields.String()
    at = Moment()


class AnalysisShown(Schema):
    """The analysis; scores from 0 to 100, null with a word in `reasons` where nothing can be said."""

    technical_score = fields.Float(allow_none=True)
    communication_score = fields.Float(allow_none=True)
    problem_solving_score = fields.Float(allow_none=True)
    cultural_fit_score = fields.Float(allow_none=True)
    overall_score = fields.Float(allow_none=True)
    confidence = fields.Float(allow_none=True)
    reasons = fields.Dict(keys=fields.String(), values=fields.String())
    overall_feedback = fields.String(allow_none=True)
    strengths = fields.List(fields.Dict())
    improvements = fields.List(fields.Dict())
    question_analysis = fields.List(fields.Dict())
    analysis_status = fields.String()
    progress = fields.Nested(Progress)
    error = fields.String(allow_none=True)
    final_status = fields.String(allow_none=True)
    final_status_source = fields.String(allow_none=True)
    effective = fields.Boolean()
    decision = fields.Nested(DecisionShown, allow_none=True)
    injection_suspected = fields.Boolean()
    judged_by = fields.List(fields.String())
    session_id = fields.String()
    completed_at = Moment()


class AnalysisAnswer(Answered):
    """The analysis of a candidate's newest session, or of the one asked for."""

    candidate_id = fields.Integer()
    analysis = fields.Nested(AnalysisShown)


class SessionQuery(Schema):
    """Which of the candidate's sessions: the one named, the newest of an interview, or the newest of all."""

    session_id = Text(load_default=None, validate=validate.Length(max=64))
    interview_id = Text(load_default=None, validate=validate.Length(max=64))


class Decide(SessionQuery):
    """A person's decision."""

    final_status = fields.String(required=True, validate=validate.OneOf([status.value for status in FinalStatus]))
    reason = Text(required=True, validate=[validate.Length(3, 5000), validate.Regexp(r"(?s).*\S")])


class Retry(SessionQuery):
    """Which session's analysis to run again; the newest where none is named."""
