"""A candidate's own interviews: /api/candidates/interviews."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint

from interview.candidates.policies import is_candidate
from interview.core.guards import actor, guard
from interview.core.pages import Page
from interview.core.schema import PageQuery
from interview.scheduling import listing, seen
from interview.scheduling import service as scheduling
from interview.scheduling.answers import OwnInterview, OwnInterviewPage
from interview.scheduling.models import Interview
from interview.scheduling.schemas import CancelInterview, RescheduleOwn
from interview.scheduling.seen import Own

bp = APIBlueprint("own_interviews", __name__, url_prefix="/api/candidates/interviews", tag="Candidate's own")


def _mine(interview_id: str) -> Interview:
    return listing.get_own(interview_id, user_id=actor().id, within=actor().organisation_id)


@bp.get("")
@guard(is_candidate)
@bp.input(PageQuery, location="query")
@bp.output(OwnInterviewPage)
def list_own_interviews(query_data: dict[str, Any]) -> Page[Own]:
    """List the caller's own interviews, newest first."""
    found = listing.list_own(actor().id, within=actor().organisation_id, **query_data)
    return Page(seen.own(found.items), found.next_cursor)


@bp.get("/<interview_id>")
@guard(is_candidate)
@bp.output(OwnInterview)
def get_own_interview(interview_id: str) -> Own:
    """Show one of the caller's own interviews."""
    return seen.own([_mine(interview_id)])[0]


@bp.post("/<interview_id>/reschedule")
@guard(is_candidate)
@bp.input(RescheduleOwn)
@bp.output(OwnInterview)
def reschedule_own_interview(interview_id: str, json_data: dict[str, Any]) -> Own:
    """Move an own interview, as far as its rules allow."""
    return seen.own([scheduling.reschedule(_mine(interview_id), by=actor(), **json_data)])[0]


@bp.post("/<interview_id>/decline")
@guard(is_candidate)
@bp.input(CancelInterview)
@bp.output(OwnInterview)
def decline_own_interview(interview_id: str, json_data: dict[str, Any]) -> Own:
    """Call an own interview off before it begins."""
    return seen.own([scheduling.decline(_mine(interview_id), reason=json_data["reason"], by=actor())])[0]
