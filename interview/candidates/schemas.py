"""Shapes of candidates in the management dialects (camelCase)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import fields, post_load, validate

from interview.candidates.models import Stage
from interview.core.schema import CamelSchema, Moment, Number, Text

_NAME = [validate.Length(1, 200), validate.Regexp(r".*\S")]
MOST_LABELS = 100
LONGEST_RESUME_TEXT = 200_000


class Line(Text):
    """A line of text that may be left out; an empty one is none."""

    def __init__(self, longest: int, **kwargs: Any) -> None:
        super().__init__(allow_none=True, validate=validate.Length(max=longest), **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Any:
        return super()._deserialize(value, attr, data, **kwargs).strip() or None

    def _validate(self, value: Any) -> None:
        if value is not None:
            super()._validate(value)


class Label(Text):
    """A skill or a tag; what separates labels in a list cannot be part of one."""

    def __init__(self, **kwargs: Any) -> None:
        said = "A label holds a word, and no comma, semicolon or line break."
        known = validate.Regexp(r"^(?=.*\S)[^;,\x00-\x1f\x7f]*$", error=said)
        super().__init__(validate=[validate.Length(1, 50), known], **kwargs)


def _labels() -> fields.List[Any]:
    return fields.List(Label(), validate=validate.Length(max=MOST_LABELS))


class OwnProfile(CamelSchema):
    """What a candidate may say of themselves."""

    phone = Line(40)
    headline = Line(200)
    location = Line(200)
    timezone = Line(64)
    skills = _labels()


class ProfileChange(OwnProfile):
    """What the organisation may say of a candidate."""

    experience_years = Number(allow_none=True, validate=validate.Range(0, 80))
    summary = Line(10_000)
    source = Line(100)
    tags = _labels()


class CandidateChange(ProfileChange):
    """Changes of a candidate; what stands in `profile` may stand beside it too."""

    name = Text(validate=_NAME)
    email = fields.Email(allow_none=True, validate=validate.Length(max=254))
    profile = fields.Nested(ProfileChange)

    @post_load
    def flatten(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Both ways of saying it, as one."""
        profile: dict[str, Any] = data.pop("profile", {})
        return profile | data


class CreateCandidate(CandidateChange):
    """A new candidate with their profile."""

    name = Text(required=True, validate=_NAME)
    email = fields.Email(load_default=None, allow_none=True, validate=validate.Length(max=254))
    status = fields.Enum(Stage, by_value=True, load_default=Stage.NEW)
    invite_to_portal = fields.Boolean(load_default=False, truthy={True}, falsy={False})


class ImportRow(ProfileChange):
    """A row of a CSV file, by the names of its columns."""

    name = Text(required=True, validate=_NAME)
    email = fields.Email(validate=validate.Length(max=254))
    status = fields.Enum(Stage, by_value=True)
    experience_years = fields.Float(validate=validate.Range(0, 80))  # type: ignore[assignment]


class PutMe(OwnProfile):
    """What a candidate says of themselves; `resume` is its text."""

    name = Text(validate=_NAME)
    resume = Text(validate=[validate.Length(1, LONGEST_RESUME_TEXT), validate.Regexp(r"(?s).*\S")])


class ChangeStatus(CamelSchema):
    """Where in the pipeline a candidate goes, and why."""

    status = fields.Enum(Stage, by_value=True, required=True)
    reason = Line(500, load_default=None)


class ResumeSummary(CamelSchema):
    """The newest resume, without its text."""

    version = fields.Integer()
    filename = fields.String()
    media_type = fields.String()
    size_bytes = fields.Integer()
    scan_status = fields.String()
    text_status = fields.String()
    text_problem = fields.String(allow_none=True)
    page_count = fields.Integer(allow_none=True)
    has_hidden_text = fields.Boolean()
    created_at = Moment()


class ResumeDetail(ResumeSummary):
    """A resume with the text that was read in it, and the organisation's known skills that stand there."""

    text = fields.String(allow_none=True)
    is_cut = fields.Boolean()
    sha256 = fields.String()
    suggested_skills = fields.List(fields.String())


class OwnResume(ResumeSummary):
    """A candidate's own resume with the text that was read in it."""

    text = fields.String(allow_none=True)
    is_cut = fields.Boolean()


class ResumeVersions(CamelSchema):
    """The newest versions of a resume, newest first."""

    items = fields.List(fields.Nested(ResumeSummary))
    next_cursor = fields.Constant(None)


class OwnProfileDetail(CamelSchema):
    """A candidate's profile as they see it themselves."""

    phone = fields.String(allow_none=True, attribute="candidate.phone")
    headline = fields.String(allow_none=True, attribute="candidate.headline")
    location = fields.String(allow_none=True, attribute="candidate.location")
    timezone = fields.String(allow_none=True, attribute="candidate.timezone")
    skills = fields.List(fields.String())
    resume = fields.Nested(ResumeSummary, allow_none=True)


class ProfileDetail(OwnProfileDetail):
    """What is told of a candidate to the organisation's people."""

    experience_years = fields.Float(allow_none=True, attribute="candidate.experience_years")
    summary = fields.String(allow_none=True, attribute="candidate.summary")
    source = fields.String(allow_none=True, attribute="candidate.source")
    tags = fields.List(fields.String())


class CandidateDetail(CamelSchema):
    """A candidate as the organisation's people see it."""

    id = fields.Integer(attribute="candidate.id")
    name = fields.String(attribute="candidate.name")
    email = fields.String(allow_none=True, attribute="candidate.email")
    status = fields.String(attribute="candidate.stage")
    overall_score = fields.Float(allow_none=True, attribute="candidate.overall_score")
    has_account = fields.Boolean()
    version = fields.Integer(attribute="candidate.version")
    created_at = Moment(attribute="candidate.created_at")
    updated_at = Moment(attribute="candidate.updated_at")
    archived_at = Moment(attribute="candidate.archived_at")
    interview_session_id = fields.String(allow_none=True, attribute="candidate.interview_session_id")
    interview_recording_status = fields.String(allow_none=True, attribute="candidate.interview_recording_status")
    interview_ai_analysis_status = fields.String(allow_none=True, attribute="candidate.interview_ai_analysis_status")
    interview_final_status = fields.String(allow_none=True, attribute="candidate.interview_final_status")
    profile = fields.Nested(ProfileDetail)


class Me(CamelSchema):
    """The caller as a candidate."""

    id = fields.Integer(attribute="candidate.id")
    name = fields.String(attribute="candidate.name")
    email = fields.String(allow_none=True, attribute="candidate.email")
    organisation_name = fields.String()
    created_at = Moment(attribute="candidate.created_at")
    updated_at = Moment(attribute="candidate.updated_at")
    profile = fields.Nested(OwnProfileDetail)


class CandidatePage(CamelSchema):
    """One page of candidates."""

    items = fields.List(fields.Nested(CandidateDetail))
    next_cursor = fields.String(allow_none=True)


class BoardColumn(CamelSchema):
    """One stage of the pipeline; there are more than `count` where `isCountCut`."""

    status = fields.String()
    count = fields.Integer()
    is_count_cut = fields.Boolean()
    items = fields.List(fields.Nested(CandidateDetail))


class Board(CamelSchema):
    """The pipeline."""

    columns = fields.List(fields.Nested(BoardColumn))


class LabelList(CamelSchema):
    """Skills or tags that the organisation uses."""

    items = fields.List(fields.String())


class StageStep(CamelSchema):
    """One step in the pipeline and who took it; the first has no `from`."""

    id = fields.Integer(attribute="change.id")
    from_status = fields.String(allow_none=True, attribute="change.from_stage", data_key="from")
    to_status = fields.String(attribute="change.to_stage", data_key="to")
    reason = fields.String(allow_none=True, attribute="change.reason")
    by = fields.String()
    by_name = fields.String(allow_none=True)
    at = Moment(attribute="change.at")


class StageHistory(CamelSchema):
    """One page of a candidate's way through the pipeline."""

    items = fields.List(fields.Nested(StageStep))
    next_cursor = fields.String(allow_none=True)
