"""Lots for the organisation's people: /api/admin/lots."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Flask

from interview.accounts.policies import may
from interview.candidates.lots import matching
from interview.candidates.lots import service as lots
from interview.candidates.lots.criteria import Criteria
from interview.candidates.lots.matching import Matches
from interview.candidates.lots.models import Lot, LotMember
from interview.candidates.lots.schemas import (
    AddCandidates,
    ChangeLot,
    CreateLot,
    FindMatches,
    LotDetail,
    LotPage,
    LotQuery,
    MatchExplanation,
    MatchPage,
    MemberPage,
    MembersChanged,
)
from interview.core.db import unit_of_work
from interview.core.guards import actor, guard
from interview.core.pages import Page
from interview.core.schema import PageQuery

bp = APIBlueprint("lots", __name__, url_prefix="/api/admin/lots", tag="Lots")


def init(app: Flask) -> None:
    """Open the doors."""
    app.register_blueprint(bp)


def _mine(lot_id: str) -> Lot:
    return lots.get(lot_id, within=actor().organisation_id)


def _held(lot_id: str) -> Lot:
    return lots.hold(lot_id, within=actor().organisation_id)


@bp.post("")
@guard(may("candidates:write"))
@bp.input(CreateLot)
@bp.output(LotDetail, status_code=201)
def create_lot(json_data: dict[str, Any]) -> Lot:
    """Make a lot."""
    return lots.create(within=str(actor().organisation_id), by=actor(), **json_data)


@bp.get("")
@guard(may("candidates:read"))
@bp.input(LotQuery, location="query")
@bp.output(LotPage)
def list_lots(query_data: dict[str, Any]) -> Page[Lot]:
    """List lots, newest first, archived ones where they are asked for."""
    return lots.list_lots(within=actor().organisation_id, **query_data)


@bp.get("/<lot_id>")
@guard(may("candidates:read"))
@bp.output(LotDetail)
def get_lot(lot_id: str) -> Lot:
    """Show one lot with its criteria."""
    return _mine(lot_id)


@bp.patch("/<lot_id>")
@guard(may("candidates:write"))
@bp.input(ChangeLot)
@bp.output(LotDetail)
def change_lot(lot_id: str, json_data: dict[str, Any]) -> Lot:
    """Change a lot; criteria and places stay once a draw is published."""
    return lots.change(_held(lot_id), by=actor(), **json_data)


@bp.post("/<lot_id>/archive")
@guard(may("candidates:write"))
@bp.output(LotDetail)
def archive_lot(lot_id: str) -> Lot:
    """Archive a lot; its members and its draw stay readable."""
    return lots.archive(_held(lot_id), by=actor())


@bp.post("/<lot_id>/candidates")
@guard(may("candidates:write"))
@bp.input(AddCandidates)
@bp.output(MembersChanged)
def add_candidates(lot_id: str, json_data: dict[str, Any]) -> dict[str, Any]:
    """Add candidates by hand: all of them or, where one is unknown, none."""
    lot = _held(lot_id)
    one = [json_data["candidate_id"]] if "candidate_id" in json_data else []
    return {"added": lots.add(lot, [*json_data.get("candidate_ids", []), *one], by=actor()), "lot": lot}


@bp.get("/<lot_id>/candidates")
@guard(may("candidates:read"))
@bp.input(PageQuery, location="query")
@bp.output(MemberPage)
def list_members(lot_id: str, query_data: dict[str, Any]) -> Page[LotMember]:
    """List who is in a lot, newest first, and how they came in."""
    return lots.list_members(_mine(lot_id), **query_data)


@bp.delete("/<lot_id>/candidates/<int:candidate_id>")
@guard(may("candidates:write"))
@bp.output({}, status_code=204)
def remove_candidate(lot_id: str, candidate_id: int) -> str:
    """Take a candidate out of a lot."""
    lots.remove(_held(lot_id), candidate_id, by=actor())
    return ""


@bp.post("/<lot_id>/matches")
@guard(may("candidates:read"), owns_transactions=True, keeps_answer=False)
@bp.input(FindMatches)
@bp.input(PageQuery, location="query")
@bp.output(MatchPage)
def find_matches(lot_id: str, json_data: dict[str, Any], query_data: dict[str, Any]) -> Matches:
    """Try criteria without keeping them: how many match, and who."""
    with unit_of_work(write=False):
        lot = _mine(lot_id)
        wanted = lot.wanted if json_data["criteria"] is None else Criteria.of(json_data["criteria"])
        return matching.find(wanted, lot, **query_data)


@bp.get("/<lot_id>/matches/<int:candidate_id>")
@guard(may("candidates:read"))
@bp.output(MatchExplanation)
def explain_match(lot_id: str, candidate_id: int) -> dict[str, Any]:
    """Show, criterion by criterion, why a candidate matches or does not."""
    lot = _mine(lot_id)
    answers = matching.explain(lot.wanted, lot, candidate_id)
    return {
        "candidate_id": candidate_id,
        "matches": all(answer.is_met for answer in answers),
        "criteria": answers,
    }


@bp.post("/<lot_id>/select")
@guard(may("candidates:write"))
@bp.output(MembersChanged)
def select_matches(lot_id: str) -> dict[str, Any]:
    """Add everybody who matches, where the places reach for all of them."""
    lot = _held(lot_id)
    return {"added": lots.select_matches(lot, by=actor()), "lot": lot}
