"""Shapes of imports (camelCase)."""

from __future__ import annotations

from marshmallow import fields

from interview.core.schema import CamelSchema, Moment


class RowProblem(CamelSchema):
    """Why a row was left out: the line it begins on, and the column where it is one."""

    line = fields.Integer()
    column = fields.String(allow_none=True)
    reason = fields.String()


class ImportDetail(CamelSchema):
    """How far an import has come; the first thousand of its problems are listed."""

    id = fields.String()
    is_dry_run = fields.Boolean()
    status = fields.String()
    problem = fields.String(allow_none=True)
    total_rows = fields.Integer(allow_none=True)
    done_rows = fields.Integer(attribute="position")
    created = fields.Integer(attribute="created_count")
    updated = fields.Integer(attribute="updated_count")
    unchanged = fields.Integer(attribute="unchanged_count")
    refused = fields.Integer(attribute="refused_count")
    ignored_columns = fields.List(fields.String())
    errors = fields.List(fields.Nested(RowProblem), attribute="problems")
    created_at = Moment()
    ended_at = Moment()
