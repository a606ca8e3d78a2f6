"""Conducting interviews in the pipeline dialect, and asking who is free: /api/interviews."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint

from interview.accounts.policies import may
from interview.core.guards import actor, guard
from interview.core.pages import Page
from interview.core.schema import PageQuery
from interview.scheduling import asked, listing
from interview.scheduling import service as scheduling
from interview.scheduling.answers import ConflictsFound, LogPage, SessionDetail
from interview.scheduling.models import Interview, LogEntry
from interview.scheduling.schemas import CompleteInterview, FindConflicts, StartInterview
from interview.scheduling.seen import Seen

bp = APIBlueprint("conduct", __name__, url_prefix="/api/interviews", tag="Interviews")


def _mine(interview_id: str) -> Interview:
    return scheduling.get(interview_id, within=actor().organisation_id)


@bp.post("/conflicts")
@guard(may("interviews:write"))
@bp.input(FindConflicts)
@bp.output(ConflictsFound)
def find_conflicts(json_data: dict[str, Any]) -> dict[str, Any]:
    """Tell who is not free at a time, before anything is made or moved."""
    found = scheduling.foresee(within=actor().organisation_id, **json_data)
    return {"is_free": not found, "conflicts": found}


@bp.post("/<interview_id>/start")
@guard(may("interviews:conduct"))
@bp.input(StartInterview)
@bp.output(SessionDetail)
def start_interview(interview_id: str, json_data: dict[str, Any]) -> Seen:
    """Mark an interview live; one that is stays as it is."""
    return Seen(asked.start(_mine(interview_id), json_data, by=actor()), by=actor())


@bp.post("/<interview_id>/end")
@guard(may("interviews:conduct"))
@bp.input(CompleteInterview)
@bp.output(SessionDetail)
def end_interview(interview_id: str, json_data: dict[str, Any]) -> Seen:
    """End an interview with its feedback and score."""
    return Seen(asked.complete(_mine(interview_id), json_data, by=actor()), by=actor())


@bp.get("/<interview_id>/logs")
@guard(may("interviews:read"))
@bp.input(PageQuery, location="query")
@bp.output(LogPage)
def list_log(interview_id: str, query_data: dict[str, Any]) -> Page[LogEntry]:
    """List what has happened to an interview, oldest first."""
    return listing.list_log(_mine(interview_id), **query_data)
