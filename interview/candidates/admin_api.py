"""Candidates for the organisation's people: /api/admin/candidates."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Flask

from interview.accounts.policies import may
from interview.candidates import service as candidates
from interview.candidates.models import Candidate
from interview.candidates.schemas import CandidateDetail, CandidatePage, CandidateQuery, CreateCandidate
from interview.core.guards import actor, guard
from interview.core.pages import Page

bp = APIBlueprint("candidates", __name__, url_prefix="/api/admin/candidates", tag="Candidates")


def init(app: Flask) -> None:
    """Open the doors."""
    app.register_blueprint(bp)


@bp.post("")
@guard(may("candidates:write"))
@bp.input(CreateCandidate)
@bp.output(CandidateDetail, status_code=201)
def create_candidate(json_data: dict[str, Any]) -> Candidate:
    """Add a candidate."""
    caller = actor()
    return candidates.create(organisation_id=str(caller.organisation_id), by=caller, **json_data)


@bp.get("")
@guard(may("candidates:read"))
@bp.input(CandidateQuery, location="query")
@bp.output(CandidatePage)
def list_candidates(query_data: dict[str, Any]) -> Page[Candidate]:
    """List candidates, newest first."""
    return candidates.list_candidates(within=actor().organisation_id, **query_data)


@bp.get("/<int:candidate_id>")
@guard(may("candidates:read"))
@bp.output(CandidateDetail)
def get_candidate(candidate_id: int) -> Candidate:
    """Show one candidate."""
    return candidates.get(candidate_id, within=actor().organisation_id)
