"""Draws: /api/admin/lots/<lot_id>/draw for the organisation, /api/draws/<public_id> for everybody."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Flask

from interview.accounts.policies import may
from interview.candidates.lots import draws, published
from interview.candidates.lots import service as lots
from interview.candidates.lots.draw_schemas import (
    Decline,
    Draw,
    DrawFile,
    DrawList,
    DrawSummary,
    DrawVerified,
    EntryPage,
    EntryQuery,
    OwnDraws,
    PrepareDraw,
    WithdrawDraw,
)
from interview.candidates.lots.models import DrawEntry, Lot, LotDraw
from interview.candidates.lots.published import Verified
from interview.candidates.policies import is_candidate
from interview.core.guards import actor, guard, public
from interview.core.pages import Page

bp = APIBlueprint("draws", __name__, tag="Lots")
LOT = "/api/admin/lots/<lot_id>"


def init(app: Flask) -> None:
    """Open the doors."""
    app.register_blueprint(bp)


def _present(lot_id: str) -> LotDraw:
    return published.present(lots.get(lot_id, within=actor().organisation_id))


def _held(lot_id: str) -> Lot:
    return lots.hold(lot_id, within=actor().organisation_id)


@bp.post(f"{LOT}/draw/prepare")
@guard(may("candidates:write"))
@bp.input(PrepareDraw)
@bp.output(DrawSummary, status_code=201)
def prepare_draw(lot_id: str, json_data: dict[str, Any]) -> LotDraw:
    """Publish what a draw will be made of, and freeze the lot."""
    return draws.prepare(_held(lot_id), by=actor(), **json_data)


@bp.post(f"{LOT}/draw")
@guard(may("candidates:write"))
@bp.input(Draw)
@bp.output(DrawSummary)
def draw_lot(lot_id: str, json_data: dict[str, Any]) -> LotDraw:
    """Draw the published pool by its seed, once."""
    return draws.draw_lot(_held(lot_id), by=actor(), **json_data)


@bp.post(f"{LOT}/draw/withdraw")
@guard(may("candidates:write"))
@bp.input(WithdrawDraw)
@bp.output(DrawSummary)
def withdraw_draw(lot_id: str, json_data: dict[str, Any]) -> LotDraw:
    """Take a published draw back while nobody can know its seed; it stays readable for good."""
    return draws.withdraw(_held(lot_id), by=actor(), **json_data)


@bp.post(f"{LOT}/draw/decline")
@guard(may("candidates:write"))
@bp.input(Decline)
@bp.output(DrawSummary)
def decline_place(lot_id: str, json_data: dict[str, Any]) -> LotDraw:
    """Give somebody's place back; the next on the waiting list takes it."""
    return draws.decline(_held(lot_id), by=actor(), **json_data)


@bp.get(f"{LOT}/draws")
@guard(may("candidates:read"))
@bp.output(DrawList)
def list_draws(lot_id: str) -> dict[str, Any]:
    """List the draws of a lot, the newest first, withdrawn ones too."""
    return {"items": published.list_draws(lots.get(lot_id, within=actor().organisation_id))}


@bp.get(f"{LOT}/draw")
@guard(may("candidates:read"))
@bp.output(DrawFile)
def get_draw(lot_id: str) -> dict[str, Any]:
    """Give the present draw's file, as everybody may have it."""
    return published.file_of(_present(lot_id))


@bp.get(f"{LOT}/draw/verify")
@guard(may("candidates:read"))
@bp.output(DrawVerified)
def verify_draw(lot_id: str) -> Verified:
    """Recompute the present draw, its candidates' pseudonyms included."""
    return published.verify(_present(lot_id), with_people=True)


@bp.get(f"{LOT}/draw/entries")
@guard(may("candidates:read"))
@bp.input(EntryQuery, location="query")
@bp.output(EntryPage)
def list_entries(lot_id: str, query_data: dict[str, Any]) -> Page[DrawEntry]:
    """List who is in the present draw's pool, with the secret by which each finds themselves."""
    return published.list_entries(_present(lot_id), **query_data)


@bp.get("/api/draws/<public_id>")
@guard(public)
@bp.output(DrawFile)
def get_published_draw(public_id: str) -> dict[str, Any]:
    """Give a draw's file to anybody: pseudonyms, sources, seed and outcome, nothing about a person."""
    return published.file_of(published.by_public_id(public_id))


@bp.get("/api/draws/<public_id>/verify")
@guard(public)
@bp.output(DrawVerified)
def verify_published_draw(public_id: str) -> Verified:
    """Recompute a draw for anybody."""
    return published.verify(published.by_public_id(public_id), with_people=False)


@bp.get("/api/candidates/me/draws")
@guard(is_candidate)
@bp.output(OwnDraws)
def list_own_draws() -> dict[str, Any]:
    """List the draws that the signed-in candidate was in, with what finds them in the public file."""
    return {"items": published.of_person(actor().id)}
