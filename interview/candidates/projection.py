"""Appending to JSON lists that are kept as text, in the database, without reading them first."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Text, Update, bindparam, case, func, literal, update

from interview.candidates.models import Candidate
from interview.core.db import Base

_table = Base.metadata.tables[Candidate.__tablename__]
_columns = _table.c


@cache
def event_update(appended: tuple[str, ...], replaced: tuple[str, ...]) -> Update:
    """The statement that mirrors one kind of event, built once: building it took longer than running it.

    It wants `candidate`, `session`, and for each column its value, a list's new item `written`.
    """
    values: dict[str, ColumnElement[Any]] = {name: _longer(name) for name in appended}
    values |= {name: bindparam(name, type_=_columns[name].type) for name in replaced}
    mirrored = (_columns.id == bindparam("candidate"), _columns.interview_session_id == bindparam("session"))
    return update(_table).where(*mirrored).values(values)


def written(item: Any) -> str:
    """An item as it is appended."""
    return json.dumps(item, ensure_ascii=False, separators=(",", ":"))


def _longer(name: str) -> ColumnElement[str]:
    """The list with one item more, as an SQL expression; an absent list becomes one of this item.

    A long interview's answers are megabytes: rewriting them in Python at every answer would be quadratic work.
    """
    column, item = _columns[name], bindparam(name, type_=Text)
    longer = func.substr(column, 1, func.length(column) - 1).concat(",").concat(item).concat("]")
    return case((func.coalesce(func.length(column), 0) > 2, longer), else_=literal("[").concat(item).concat("]"))
