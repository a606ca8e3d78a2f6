"""Positions for the organisation's people: /api/admin/positions."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Flask

from interview.accounts.policies import may
from interview.candidates.positions import service as positions
from interview.candidates.positions.models import Position
from interview.candidates.positions.schemas import (
    ChangePosition,
    CreatePosition,
    PositionDetail,
    PositionPage,
    PositionQuery,
)
from interview.core.guards import actor, guard
from interview.core.pages import Page

bp = APIBlueprint("positions", __name__, url_prefix="/api/admin/positions", tag="Positions")


def init(app: Flask) -> None:
    """Open the doors."""
    app.register_blueprint(bp)


def _held(position_id: str) -> Position:
    return positions.get(position_id, within=actor().organisation_id, holds=True)


@bp.post("")
@guard(may("candidates:write"))
@bp.input(CreatePosition)
@bp.output(PositionDetail, status_code=201)
def create_position(json_data: dict[str, Any]) -> Position:
    """Open a position."""
    return positions.create(within=str(actor().organisation_id), by=actor(), **json_data)


@bp.get("")
@guard(may("candidates:read"))
@bp.input(PositionQuery, location="query")
@bp.output(PositionPage)
def list_positions(query_data: dict[str, Any]) -> Page[Position]:
    """List positions, newest first."""
    return positions.list_positions(within=actor().organisation_id, **query_data)


@bp.get("/<position_id>")
@guard(may("candidates:read"))
@bp.output(PositionDetail)
def get_position(position_id: str) -> Position:
    """Show one position."""
    return positions.get(position_id, within=actor().organisation_id)


@bp.patch("/<position_id>")
@guard(may("candidates:write"))
@bp.input(ChangePosition)
@bp.output(PositionDetail)
def change_position(position_id: str, json_data: dict[str, Any]) -> Position:
    """Change what is said of a position."""
    return positions.change(_held(position_id), by=actor(), **json_data)


@bp.post("/<position_id>/close")
@guard(may("candidates:write"))
@bp.output(PositionDetail)
def close_position(position_id: str) -> Position:
    """Close a position; its lots and interviews stay."""
    return positions.close(_held(position_id), by=actor())


@bp.post("/<position_id>/reopen")
@guard(may("candidates:write"))
@bp.output(PositionDetail)
def reopen_position(position_id: str) -> Position:
    """Open a closed position again."""
    return positions.reopen(_held(position_id), by=actor())
