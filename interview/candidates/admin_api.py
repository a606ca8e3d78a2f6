"""Candidates for the organisation's people: /api/admin/candidates."""

from __future__ import annotations

import re
from typing import Any

from apiflask import APIBlueprint
from flask import Flask, request

from interview.accounts.policies import may
from interview.candidates import described
from interview.candidates import service as candidates
from interview.candidates.described import Described
from interview.candidates.errors import ChangedMeanwhile
from interview.candidates.finding.schemas import BoardQuery, CandidateQuery, LabelQuery
from interview.candidates.models import Candidate, LabelKind
from interview.candidates.schemas import (
    Board,
    CandidateChange,
    CandidateDetail,
    CandidatePage,
    ChangeStatus,
    CreateCandidate,
    LabelList,
    StageHistory,
)
from interview.core.guards import actor, guard
from interview.core.pages import Page
from interview.core.schema import PageQuery

bp = APIBlueprint("candidates", __name__, url_prefix="/api/admin/candidates", tag="Candidates")
Told = tuple[Described, int, dict[str, str]]


def init(app: Flask) -> None:
    """Open the doors."""
    app.register_blueprint(bp)


def _told(candidate: Candidate, status: int = 200) -> Told:
    """A candidate as they are answered, with their version as the tag that `If-Match` wants."""
    return described.described([candidate])[0], status, {"ETag": f'"{candidate.version}"'}


def _version() -> int | None:
    """The version that the caller has seen; raises `ChangedMeanwhile` for a tag that is none of ours."""
    header = request.headers.get("If-Match", "*").strip()
    if header == "*":
        return None
    match = re.fullmatch(r'"(\d{1,9})"', header, re.ASCII)
    if match is None:
        raise ChangedMeanwhile("If-Match is no tag of this candidate.")
    return int(match[1])


@bp.post("")
@guard(may("candidates:write"))
@bp.input(CreateCandidate)
@bp.output(CandidateDetail, status_code=201)
def create_candidate(json_data: dict[str, Any]) -> Told:
    """Add a candidate with their profile, and invite them to an account of their own where that is wanted."""
    caller, is_invited = actor(), json_data.pop("invite_to_portal")
    stage = json_data.pop("status")
    candidate = candidates.create(organisation_id=str(caller.organisation_id), by=caller, stage=stage, **json_data)
    if is_invited:
        candidates.invite_to_portal(candidate, by=caller)
    return _told(candidate, 201)


@bp.get("")
@guard(may("candidates:read"))
@bp.input(CandidateQuery, location="query")
@bp.output(CandidatePage)
def list_candidates(query_data: dict[str, Any]) -> Page[Described]:
    """List candidates with their profiles, newest first."""
    found = candidates.list_candidates(query_data.pop("wanted"), within=actor().organisation_id, **query_data)
    return Page(described.described(found.items), found.next_cursor)


@bp.get("/board")
@guard(may("candidates:read"))
@bp.input(BoardQuery, location="query")
@bp.output(Board)
def show_board(query_data: dict[str, Any]) -> dict[str, Any]:
    """Show the pipeline: every status with a bounded count and its newest candidates."""
    columns = candidates.show_board(query_data["wanted"], within=actor().organisation_id, limit=query_data["limit"])
    every = described.described([one for column in columns for one in column.candidates])
    by_id = {one.candidate.id: one for one in every}
    return {
        "columns": [
            {
                "status": column.status,
                "count": column.count,
                "is_count_cut": column.is_count_cut,
                "items": [by_id[one.id] for one in column.candidates],
            }
            for column in columns
        ]
    }


@bp.get("/skills")
@guard(may("candidates:read"))
@bp.input(LabelQuery, location="query")
@bp.output(LabelList)
def suggest_skills(query_data: dict[str, Any]) -> dict[str, Any]:
    """Suggest skills that the organisation uses, by how they begin."""
    return _suggested(LabelKind.SKILL, query_data["search"])


@bp.get("/tags")
@guard(may("candidates:read"))
@bp.input(LabelQuery, location="query")
@bp.output(LabelList)
def suggest_tags(query_data: dict[str, Any]) -> dict[str, Any]:
    """Suggest tags that the organisation uses, by how they begin."""
    return _suggested(LabelKind.TAG, query_data["search"])


def _suggested(kind: LabelKind, beginning: str) -> dict[str, Any]:
    return {"items": candidates.suggest_labels(kind, within=actor().organisation_id, beginning=beginning)}


@bp.get("/<int:candidate_id>")
@guard(may("candidates:read"))
@bp.output(CandidateDetail)
def get_candidate(candidate_id: int) -> Told:
    """Show one candidate."""
    return _told(candidates.get(candidate_id, within=actor().organisation_id))


@bp.patch("/<int:candidate_id>")
@guard(may("candidates:write"))
@bp.input(CandidateChange)
@bp.output(CandidateDetail)
def change_candidate(candidate_id: int, json_data: dict[str, Any]) -> Told:
    """Change what is given of a candidate; `If-Match` with the last answer's `ETag` keeps others' changes."""
    held = candidates.hold(
        candidate_id, within=actor().organisation_id, version=_version(), address="email" in json_data
    )
    return _told(candidates.change(held, by=actor(), **json_data))


@bp.post("/<int:candidate_id>/archive")
@guard(may("candidates:write"))
@bp.output(CandidateDetail)
def archive_candidate(candidate_id: int) -> Told:
    """Put a candidate away from lists and the board."""
    return _told(candidates.archive(candidates.get(candidate_id, within=actor().organisation_id), by=actor()))


@bp.post("/<int:candidate_id>/restore")
@guard(may("candidates:write"))
@bp.output(CandidateDetail)
def restore_candidate(candidate_id: int) -> Told:
    """Take a candidate back from the archive."""
    return _told(candidates.restore(candidates.get(candidate_id, within=actor().organisation_id), by=actor()))


@bp.post("/<int:candidate_id>/invite")
@guard(may("candidates:write"))
@bp.output(CandidateDetail)
def invite_candidate(candidate_id: int) -> Told:
    """Invite a candidate to an account of their own, again while they have not joined."""
    return _told(candidates.invite_to_portal(candidates.hold(candidate_id, within=actor().organisation_id), by=actor()))


@bp.post("/<int:candidate_id>/status")
@guard(may("candidates:write"))
@bp.input(ChangeStatus)
@bp.output(CandidateDetail)
def change_status(candidate_id: int, json_data: dict[str, Any]) -> Told:
    """Move a candidate in the pipeline, with the reason where there is one."""
    held = candidates.hold(candidate_id, within=actor().organisation_id, version=_version())
    return _told(candidates.set_stage(held, json_data["status"], reason=json_data["reason"], by=actor()))


@bp.get("/<int:candidate_id>/history")
@guard(may("candidates:read"))
@bp.input(PageQuery, location="query")
@bp.output(StageHistory)
def list_history(candidate_id: int, query_data: dict[str, Any]) -> Page[Any]:
    """List a candidate's way through the pipeline, newest first."""
    candidate = candidates.get(candidate_id, within=actor().organisation_id)
    found = candidates.list_stage_changes(candidate, **query_data)
    return Page(described.with_names(found.items), found.next_cursor)
