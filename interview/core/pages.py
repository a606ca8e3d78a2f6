"""Lists by signed cursor: stable under inserts, no OFFSET, at most 100 rows a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from itsdangerous import BadData, URLSafeSerializer
from sqlalchemy import Select, tuple_
from sqlalchemy.orm import InstrumentedAttribute

from interview.core.db import db
from interview.core.errors import Malformed

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """A stretch of a list and the cursor of the next one, None at the end."""

    items: list[Row]
    next_cursor: str | None


def page(
    query: Select[Row],
    *,
    newest_by: InstrumentedAttribute[datetime],
    id_column: InstrumentedAttribute[Any],
    limit: int,
    cursor: str | None,
    signed_with: bytes,
) -> Page[Row]:
    """Read one page, newest first, from a query with its filters already on it.

    Raises `Malformed` for a cursor that is not one of ours.
    """
    signer = URLSafeSerializer(signed_with, salt=f"cursor of {id_column.class_.__tablename__}")
    if cursor is not None:
        moment, last_id = _place(signer, cursor)
        query = query.where(tuple_(newest_by, id_column) < tuple_(moment, last_id))
    rows = list(db.session.scalars(query.order_by(newest_by.desc(), id_column.desc()).limit(limit + 1)))
    if len(rows) <= limit:
        return Page(rows, None)
    last = rows[limit - 1]
    place = [getattr(last, newest_by.key).isoformat(), getattr(last, id_column.key)]
    return Page(rows[:limit], str(signer.dumps(place)))


def _place(signer: URLSafeSerializer, cursor: str) -> tuple[datetime, Any]:
    try:
        moment, last_id = signer.loads(cursor)
        return datetime.fromisoformat(moment), last_id
    except (BadData, ValueError, TypeError) as cause:
        raise Malformed("The cursor is not valid.", errors={"cursor": ["Not a cursor of this list."]}) from cause
