"""Every decision about positions."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select

from interview.candidates.positions.errors import PositionNotFound
from interview.candidates.positions.models import Position, PositionStatus
from interview.core import audit, clock, current
from interview.core.actors import Actor
from interview.core.db import db
from interview.core.pages import Page, page


def create(*, within: str, by: Actor, **values: Any) -> Position:
    """Open a position."""
    position = Position(organisation_id=within, **_tidy(values))
    db.session.add(position)
    db.session.flush()
    audit.record("position.created", position, by=by, organisation_id=within)
    return position


def get(position_id: str, *, within: str | None, holds: bool = False) -> Position:
    """A position of this organisation, held against other writers if asked; raises `PositionNotFound`."""
    query = select(Position).where(Position.id == position_id, Position.organisation_id == within)
    query = query.with_for_update().execution_options(populate_existing=True) if holds else query
    position = db.session.scalar(query)
    if position is None:
        raise PositionNotFound("There is no such position.")
    return position


def list_positions(
    *, within: str | None, limit: int, cursor: str | None, status: str | None = None, search: str | None = None
) -> Page[Position]:
    """The organisation's positions, newest first; `search` is the beginning of a title."""
    query = select(Position).where(Position.organisation_id == within)
    if status:
        query = query.where(Position.status == status)
    if search and (start := search.strip().lower()):
        query = query.where(func.lower(Position.title).startswith(start, autoescape=True))
    return page(
        query,
        newest_by=Position.created_at,
        id_column=Position.id,
        limit=limit,
        cursor=cursor,
        signed_with=current.keyring().derive("cursors"),
    )


def change(position: Position, *, by: Actor, **values: Any) -> Position:
    """Change what is said of a position."""
    values = _tidy(values)
    changed = sorted(name for name, value in values.items() if getattr(position, name) != value)
    for name in changed:
        setattr(position, name, values[name])
    if changed:
        audit.record("position.changed", position, by=by, organisation_id=position.organisation_id, fields=changed)
    return position


def _tidy(values: dict[str, Any]) -> dict[str, Any]:
    """Titles and skills without the space around them, no skill twice."""
    if "title" in values:
        values["title"] = values["title"].strip()
    if "skills" in values:
        values["skills"] = list(dict.fromkeys(" ".join(skill.split()) for skill in values["skills"]))
    return values


def close(position: Position, *, by: Actor) -> Position:
    """Close a position; twice is harmless."""
    return _move(position, PositionStatus.CLOSED, by=by)


def reopen(position: Position, *, by: Actor) -> Position:
    """Open a closed position again; twice is harmless."""
    return _move(position, PositionStatus.OPEN, by=by)


def _move(position: Position, status: PositionStatus, *, by: Actor) -> Position:
    if position.status == status:
        return position
    position.status = status
    position.closed_at = clock.now() if status is PositionStatus.CLOSED else None
    verb = "closed" if status is PositionStatus.CLOSED else "reopened"
    audit.record(f"position.{verb}", position, by=by, organisation_id=position.organisation_id)
    return position
