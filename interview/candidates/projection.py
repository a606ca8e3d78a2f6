"""Appending to a JSON list that is kept as text, in the database, without reading it first."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import ColumnElement, case, func, literal
from sqlalchemy.orm import InstrumentedAttribute


def appended(column: InstrumentedAttribute[Any], item: Any) -> ColumnElement[str]:
    """The list with one item more, as an SQL expression; an absent list becomes one of this item.

    A long interview's answers are megabytes: rewriting them in Python at every answer would be quadratic work.
    """
    written = json.dumps(item, ensure_ascii=False, separators=(",", ":"))
    longer = func.substr(column, 1, func.length(column) - 1).concat(literal("," + written + "]"))
    return case((func.coalesce(func.length(column), 0) > 2, longer), else_=literal("[" + written + "]"))
