"""Lists by signed cursor: stable under inserts, no OFFSET, at most 100 rows a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from itsdangerous import BadData, URLSafeSerializer
from sqlalchemy import ColumnElement, Select, select, tuple_, union
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
    newest_by: InstrumentedAttribute[Any],
    id_column: InstrumentedAttribute[Any],
    limit: int,
    cursor: str | None,
    signed_with: bytes,
    is_oldest_first: bool = False,
    sorted_by: tuple[InstrumentedAttribute[Any], InstrumentedAttribute[Any]] | None = None,
    any_of: Sequence[ColumnElement[bool]] = (),
) -> Page[Row]:
    """Read one page, newest first unless told, from a query with its filters already on it.

    `sorted_by` are columns equal to the two of the order, in a joined table whose index the list is to be read by.
    `any_of` are conditions of which one suffices; each is looked for by itself, so that each can use its own index.
    Raises `Malformed` for a cursor that is not one of ours, or of another order.
    """
    order = f" by {newest_by.key}{' ascending' if is_oldest_first else ''}"
    signer = URLSafeSerializer(signed_with, salt=f"cursor of {id_column.class_.__tablename__}{order}")
    moment_column, tie_column = sorted_by or (newest_by, id_column)
    directions = [column if is_oldest_first else column.desc() for column in (moment_column, tie_column)]
    if cursor is not None:
        here, reached = tuple_(moment_column, tie_column), tuple_(*_place(signer, cursor))
        query = query.where(here > reached if is_oldest_first else here < reached)
    query = query.order_by(*directions).limit(limit + 1)
    rows = list(db.session.scalars(_of_either(query, any_of, id_column) if any_of else query))
    if len(rows) <= limit:
        return Page(rows, None)
    last = rows[limit - 1]
    place = [getattr(last, newest_by.key).isoformat(), getattr(last, id_column.key)]
    return Page(rows[:limit], str(signer.dumps(place)))


def _of_either(
    query: Select[Row], conditions: Sequence[ColumnElement[bool]], id_column: InstrumentedAttribute[Any]
) -> Select[Row]:
    found = [select(query.with_only_columns(id_column).where(each).subquery()) for each in conditions]
    return query.where(id_column.in_(union(*found)))


def page_in_order(
    query: Select[Row], *, by: InstrumentedAttribute[Any], limit: int, cursor: str | None, signed_with: bytes
) -> Page[Row]:
    """Read one page in the rising order of a number that no two of the query's rows share.

    Raises `Malformed` for a cursor that is not one of ours.
    """
    signer = URLSafeSerializer(signed_with, salt=f"cursor of {by.class_.__tablename__} by {by.key}")
    if cursor is not None:
        try:
            query = query.where(by > int(signer.loads(cursor)))
        except (BadData, ValueError, TypeError) as cause:
            raise Malformed("The cursor is not valid.", errors={"cursor": ["Not a cursor of this list."]}) from cause
    rows = list(db.session.scalars(query.order_by(by).limit(limit + 1)))
    if len(rows) <= limit:
        return Page(rows, None)
    return Page(rows[:limit], str(signer.dumps(getattr(rows[limit - 1], by.key))))


def _place(signer: URLSafeSerializer, cursor: str) -> tuple[datetime, Any]:
    try:
        moment, last_id = signer.loads(cursor)
        return datetime.fromisoformat(moment), last_id
    except (BadData, ValueError, TypeError) as cause:
        raise Malformed("The cursor is not valid.", errors={"cursor": ["Not a cursor of this list."]}) from cause
