"""Shapes of the questions that lists, the board and suggestions answer."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, post_load, validate

from interview.candidates.finding.filters import Wanted
from interview.candidates.models import LARGEST_ID, Stage
from interview.candidates.schemas import Label
from interview.core.schema import PageQuery, Schema, Text


class Filters(Schema):
    """Which candidates; `skill` may come more than once, and all of them count."""

    search = Text(load_default=None, validate=validate.Length(max=200))
    skill = fields.List(Label(), load_default=list, validate=validate.Length(max=10))
    tag = Label(load_default=None)

    @post_load
    def gather(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """The filters as one value, beside the rest of the query."""
        taken = {ours: data.pop(theirs) for theirs, ours in _FILTERS.items() if theirs in data}
        taken["skills"] = tuple(taken["skills"])
        if "is_archived" in taken:
            taken["is_archived"] = {"true": True, "false": False, "any": None}[taken["is_archived"]]
        return data | {"wanted": Wanted(**taken)}


_FILTERS = {
    "search": "search",
    "skill": "skills",
    "tag": "tag",
    "status": "status",
    "experience_min": "least_experience_years",
    "experience_max": "most_experience_years",
    "score_min": "least_score",
    "score_max": "most_score",
    "archived": "is_archived",
}


class ListFilters(Filters):
    """Every filter of the list; ranges have both their ends in them, `archived=any` shows all."""

    status = fields.Enum(Stage, by_value=True, load_default=None)
    experience_min = fields.Float(load_default=None, data_key="experienceMin", validate=validate.Range(0, 80))
    experience_max = fields.Float(load_default=None, data_key="experienceMax", validate=validate.Range(0, 80))
    score_min = fields.Float(load_default=None, data_key="scoreMin", validate=validate.Range(0, 100))
    score_max = fields.Float(load_default=None, data_key="scoreMax", validate=validate.Range(0, 100))
    archived = fields.String(load_default="false", validate=validate.OneOf(["true", "false", "any"]))


class CandidateQuery(ListFilters, PageQuery):
    """Which candidates, and where in their list."""


class BoardQuery(Filters):
    """Which candidates the board shows, and how many of each column."""

    limit = fields.Integer(load_default=20, validate=validate.Range(1, 50))


class LabelQuery(Schema):
    """How a skill or a tag begins."""

    search = Text(load_default="", validate=validate.Length(max=50))


class ImportQuery(Schema):
    """Whether the file is only looked at."""

    dry_run = fields.Boolean(load_default=False, data_key="dryRun")


class VersionQuery(Schema):
    """Which version of a resume; the newest where none is named."""

    version = fields.Integer(load_default=None, validate=validate.Range(1, LARGEST_ID))
