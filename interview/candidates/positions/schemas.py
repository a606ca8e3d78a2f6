"""Shapes of positions (camelCase)."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, validate

from interview.candidates.models import LONGEST_LABEL
from interview.candidates.positions.models import PositionStatus
from interview.core.schema import CamelSchema, Moment, PageQuery, Text

_TITLE = [validate.Length(1, 200), validate.Regexp(r".*\S")]
_STATUSES = [status.value for status in PositionStatus]


def _skills(**options: Any) -> fields.List[Any]:
    word = Text(validate=[validate.Length(1, LONGEST_LABEL), validate.Regexp(r".*\S")])
    return fields.List(word, validate=validate.Length(max=50), **options)


class CreatePosition(CamelSchema):
    """A new position."""

    title = Text(required=True, validate=_TITLE)
    description = Text(load_default=None, allow_none=True, validate=validate.Length(max=20_000))
    location = Text(load_default=None, allow_none=True, validate=validate.Length(max=200))
    skills = _skills(load_default=list)


class ChangePosition(CamelSchema):
    """What is different about a position; what is left out stays."""

    title = Text(validate=_TITLE)
    description = Text(allow_none=True, validate=validate.Length(max=20_000))
    location = Text(allow_none=True, validate=validate.Length(max=200))
    skills = _skills()


class PositionDetail(CamelSchema):
    """A position."""

    id = fields.String()
    title = fields.String()
    description = fields.String(allow_none=True)
    location = fields.String(allow_none=True)
    skills = fields.List(fields.String())
    status = fields.String()
    created_at = Moment()
    closed_at = Moment()


class PositionQuery(PageQuery):
    """Which positions, and where in their list."""

    status = fields.String(load_default=None, validate=validate.OneOf(_STATUSES))
    search = Text(load_default=None, validate=validate.Length(max=200))


class PositionPage(CamelSchema):
    """One page of positions."""

    items = fields.List(fields.Nested(PositionDetail))
    next_cursor = fields.String(allow_none=True)
