"""Shapes of lots, their criteria and members (camelCase)."""

from __future__ import annotations

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from interview.candidates.lots.models import LotStatus
from interview.candidates.models import LARGEST_ID, LONGEST_LABEL, Stage
from interview.core.schema import CamelSchema, Moment, Number, PageQuery, Text

MOST_PLACES = 10_000
MOST_ADDED = 500
_NAME = [validate.Length(1, 200), validate.Regexp(r".*\S")]
_SETTABLE = [status.value for status in LotStatus if status is not LotStatus.ARCHIVED]
_STATUSES = [status.value for status in LotStatus]


def _words() -> fields.List[Any]:
    word = Text(validate=[validate.Length(1, LONGEST_LABEL), validate.Regexp(r".*\S")])
    return fields.List(word, load_default=list, validate=validate.Length(max=20))


def candidate_number(**options: Any) -> fields.Integer:
    """A candidate's id in a body."""
    return fields.Integer(strict=True, validate=validate.Range(1, LARGEST_ID), **options)


class NumberRange(CamelSchema):
    """A number from `min` to `max`, both included; null leaves that side open."""

    min = Number(load_default=None, allow_none=True, validate=validate.Range(0, 100))
    max = Number(load_default=None, allow_none=True, validate=validate.Range(0, 100))

    @validates_schema
    def check(self, data: dict[str, Any], **_: Any) -> None:
        """Refuse a range that nothing lies in."""
        if data["min"] is not None and data["max"] is not None and data["min"] > data["max"]:
            raise ValidationError("Lies above max.", "min")


def _range() -> fields.Nested:
    return fields.Nested(NumberRange, load_default=None, allow_none=True)


class ScoreRanges(CamelSchema):
    """Scores of the newest analysis, 0 to 100; who has none never matches."""

    technical = _range()
    communication = _range()
    problem_solving = _range()
    cultural_fit = _range()


class LotCriteria(CamelSchema):
    """All of these must hold: every one of skillsAll and tags, one of skillsAny and statuses."""

    skills_all = _words()
    skills_any = _words()
    tags = _words()
    experience_years = _range()
    scores = fields.Nested(ScoreRanges, load_default=None, allow_none=True)
    statuses = fields.List(
        fields.String(validate=validate.OneOf([stage.value for stage in Stage])),
        load_default=list,
        validate=validate.Length(max=len(Stage)),
    )
    location = Text(load_default=None, allow_none=True, validate=validate.Length(max=200))
    excludes_other_lots = fields.Boolean(load_default=False, truthy={True}, falsy={False})


_position_id: dict[str, Any] = {"allow_none": True, "validate": validate.Length(max=32)}
_places: dict[str, Any] = {"strict": True, "allow_none": True, "validate": validate.Range(1, MOST_PLACES)}


class CreateLot(CamelSchema):
    """A new lot; without places it takes any number."""

    name = Text(required=True, validate=_NAME)
    description = Text(load_default=None, allow_none=True, validate=validate.Length(max=20_000))
    position_id = Text(load_default=None, **_position_id)
    places = fields.Integer(load_default=None, **_places)
    criteria = fields.Nested(LotCriteria, load_default=dict)
    status = fields.String(load_default=LotStatus.OPEN.value, validate=validate.OneOf(_SETTABLE))


class ChangeLot(CamelSchema):
    """What is different about a lot; what is left out stays."""

    name = Text(validate=_NAME)
    description = Text(allow_none=True, validate=validate.Length(max=20_000))
    position_id = Text(**_position_id)
    places = fields.Integer(**_places)
    criteria = fields.Nested(LotCriteria)
    status = fields.String(validate=validate.OneOf(_SETTABLE))


class LotSummary(CamelSchema):
    """A lot in a list; `drawStatus` is null, prepared or drawn."""

    id = fields.String()
    name = fields.String()
    description = fields.String(allow_none=True)
    position_id = fields.String(allow_none=True)
    position_title = fields.String(attribute="position.title", dump_default=None, allow_none=True)
    status = fields.String()
    places = fields.Integer(allow_none=True)
    places_left = fields.Integer(allow_none=True)
    member_count = fields.Integer()
    draw_status = fields.String(allow_none=True)
    created_at = Moment()
    updated_at = Moment()
    archived_at = Moment()


class LotDetail(LotSummary):
    """A lot with what it asks."""

    criteria = fields.Nested(LotCriteria, attribute="wanted")


class LotQuery(PageQuery):
    """Which lots, and where in their list; archived ones are shown where they are asked for."""

    status = fields.String(load_default=None, validate=validate.OneOf(_STATUSES))
    position_id = fields.String(load_default=None, data_key="positionId", validate=validate.Length(max=32))
    search = Text(load_default=None, validate=validate.Length(max=200))


class LotPage(CamelSchema):
    """One page of lots."""

    items = fields.List(fields.Nested(LotSummary))
    next_cursor = fields.String(allow_none=True)


class AddCandidates(CamelSchema):
    """Whom to add: `candidateIds`, or `candidateId` for one."""

    candidate_ids = fields.List(candidate_number(), validate=validate.Length(1, MOST_ADDED))
    candidate_id = candidate_number()

    @validates_schema
    def check(self, data: dict[str, Any], **_: Any) -> None:
        """Refuse a body that names nobody."""
        if not data:
            raise ValidationError("Name whom to add.", "candidateIds")


class MembersChanged(CamelSchema):
    """How many came in, and the lot as it is now."""

    added = fields.Integer()
    lot = fields.Nested(LotDetail)


class MemberDetail(CamelSchema):
    """Somebody in a lot and how they came in: added, selected, drawn or replacement."""

    candidate_id = fields.Integer()
    candidate_name = fields.String(attribute="candidate.name")
    entry = fields.String()
    rank = fields.Integer(allow_none=True)
    added_at = Moment()


class MemberPage(CamelSchema):
    """One page of members, newest first."""

    items = fields.List(fields.Nested(MemberDetail))
    next_cursor = fields.String(allow_none=True)


class FindMatches(CamelSchema):
    """Criteria to try; the lot's own where none are sent."""

    criteria = fields.Nested(LotCriteria, load_default=None, allow_none=True)


class MatchDetail(CamelSchema):
    """Somebody who matches."""

    candidate_id = fields.Integer(attribute="id")
    candidate_name = fields.String(attribute="name")
    status = fields.String(attribute="stage")
    location = fields.String(allow_none=True)
    experience_years = fields.Float(allow_none=True)


class MatchPage(CamelSchema):
    """How many match, and a page of them; where `isCountBounded`, there are more than `count`."""

    count = fields.Integer()
    is_count_bounded = fields.Boolean()
    items = fields.List(fields.Nested(MatchDetail))
    next_cursor = fields.String(allow_none=True)


class CriterionAnswer(CamelSchema):
    """One criterion: whether the candidate meets it, null where that is not known."""

    criterion = fields.String(attribute="name")
    wanted = fields.Raw(allow_none=True)
    is_met = fields.Boolean(allow_none=True)


class MatchExplanation(CamelSchema):
    """Why a candidate matches or does not."""

    candidate_id = fields.Integer()
    matches = fields.Boolean()
    criteria = fields.List(fields.Nested(CriterionAnswer))
