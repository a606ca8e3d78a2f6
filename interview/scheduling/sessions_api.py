"""Interviews in the management dialect: /api/interviews/sessions."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint

from interview.accounts.policies import may
from interview.core.guards import actor, guard
from interview.core.pages import Page
from interview.scheduling import asked, listing, seen
from interview.scheduling import service as scheduling
from interview.scheduling.answers import SessionDetail, SessionPage
from interview.scheduling.models import Interview
from interview.scheduling.schemas import (
    CancelInterview,
    ChangeInterview,
    CompleteInterview,
    CreateInterview,
    InterviewQuery,
    RescheduleInterview,
    StartInterview,
)
from interview.scheduling.seen import Seen

bp = APIBlueprint("sessions", __name__, url_prefix="/api/interviews/sessions", tag="Interviews")


def _mine(interview_id: str) -> Interview:
    return scheduling.get(interview_id, within=actor().organisation_id)


@bp.post("")
@guard(may("interviews:write"))
@bp.input(CreateInterview)
@bp.output(SessionDetail, status_code=201)
def create_session(json_data: dict[str, Any]) -> Seen:
    """Schedule an interview."""
    return Seen(scheduling.create(within=str(actor().organisation_id), by=actor(), **json_data), by=actor())


@bp.get("")
@guard(may("interviews:read"))
@bp.input(InterviewQuery, location="query")
@bp.output(SessionPage)
def search_sessions(query_data: dict[str, Any]) -> Page[Seen]:
    """Search interviews, newest first, or by their time where dates are asked for."""
    found = listing.list_interviews(within=actor().organisation_id, **asked.listed(query_data, by=actor()))
    return seen.page_of(found, by=actor())


@bp.get("/<interview_id>")
@guard(may("interviews:read"))
@bp.output(SessionDetail)
def get_session(interview_id: str) -> Seen:
    """Show one interview."""
    return Seen(_mine(interview_id), by=actor())


@bp.patch("/<interview_id>")
@guard(may("interviews:write"))
@bp.input(ChangeInterview(partial=True))
@bp.output(SessionDetail)
def change_session(interview_id: str, json_data: dict[str, Any]) -> Seen:
    """Change an interview; all of it while it is scheduled."""
    return Seen(asked.change(_mine(interview_id), json_data, by=actor()), by=actor())


@bp.post("/<interview_id>/start")
@guard(may("interviews:conduct"))
@bp.input(StartInterview)
@bp.output(SessionDetail)
def start_session(interview_id: str, json_data: dict[str, Any]) -> Seen:
    """Begin an interview; one that has begun stays as it is."""
    return Seen(asked.start(_mine(interview_id), json_data, by=actor()), by=actor())


@bp.post("/<interview_id>/complete")
@guard(may("interviews:conduct"))
@bp.input(CompleteInterview)
@bp.output(SessionDetail)
def complete_session(interview_id: str, json_data: dict[str, Any]) -> Seen:
    """End an interview and say how it went."""
    return Seen(asked.complete(_mine(interview_id), json_data, by=actor()), by=actor())


@bp.post("/<interview_id>/reschedule")
@guard(may("interviews:write"))
@bp.input(RescheduleInterview)
@bp.output(SessionDetail)
def reschedule_session(interview_id: str, json_data: dict[str, Any]) -> Seen:
    """Give an interview another time."""
    return Seen(scheduling.reschedule(_mine(interview_id), by=actor(), **json_data), by=actor())


@bp.post("/<interview_id>/cancel")
@guard(may("interviews:write"))
@bp.input(CancelInterview)
@bp.output(SessionDetail)
def cancel_session(interview_id: str, json_data: dict[str, Any]) -> Seen:
    """Cancel an interview and take its tokens back."""
    return Seen(scheduling.cancel(_mine(interview_id), reason=json_data["reason"], by=actor()), by=actor())


@bp.post("/<interview_id>/no-show")
@guard(may("interviews:conduct"))
@bp.output(SessionDetail)
def mark_session_missed(interview_id: str) -> Seen:
    """Say that nobody came to an interview."""
    return Seen(asked.mark_missed(_mine(interview_id), by=actor()), by=actor())
