"""Shapes of the recording dialect's analysis."""

from __future__ import annotations

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from interview.analysis.models import FinalStatus
from interview.core.schema import Answered, Moment, Number, PageQuery, Schema, Text

LONGEST_SECONDS = 7 * 24 * 3600
LONGEST_NOTE = 10_000


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
    decided_by_name = fields.String()
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


class DecisionPage(Answered):
    """A stretch of the decisions about a session, the newest first."""

    items = fields.List(fields.Nested(DecisionShown))
    next_cursor = fields.String(allow_none=True)


class DecisionQuery(SessionQuery, PageQuery):
    """Which session's decisions, and where in their list."""


class NoteShown(Schema):
    """A note at a moment of a session, counted from the beginning of its recording."""

    note_id = fields.String(attribute="id")
    session_id = fields.String()
    at_seconds = fields.Float()
    text = fields.String()
    author_id = fields.String()
    author_name = fields.String(attribute="author.name")
    created_at = Moment()
    edited_at = Moment()


class NoteAnswer(Answered):
    """One note."""

    note = fields.Nested(NoteShown)


class NotePage(Answered):
    """A stretch of the notes of a session."""

    items = fields.List(fields.Nested(NoteShown))
    next_cursor = fields.String(allow_none=True)


class NoteQuery(PageQuery):
    """Whose notes, and where in their list."""

    session_id = Text(required=True, validate=validate.Length(1, 64))


def _moment(**how: Any) -> Number:
    return Number(validate=validate.Range(0, LONGEST_SECONDS), **how)


def _words(**how: Any) -> Text:
    return Text(validate=[validate.Length(1, LONGEST_NOTE), validate.Regexp(r"(?s).*\S")], **how)


class WriteNote(Schema):
    """A note; `at_seconds` counts from the beginning of the recording."""

    session_id = Text(required=True, validate=validate.Length(1, 64))
    at_seconds = _moment(required=True)
    text = _words(required=True)


class EditNote(Schema):
    """What changes about a note: at least one of the two."""

    at_seconds = _moment()
    text = _words()

    @validates_schema
    def change(self, data: dict[str, Any], **_: Any) -> None:
        """Refuse an empty change."""
        if not data:
            raise ValidationError("Nothing is to be changed.", "text")
