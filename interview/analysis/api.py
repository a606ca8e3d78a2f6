"""The recording dialect: /api/interview/analysis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from apiflask import APIBlueprint
from flask import Flask

from interview.accounts.policies import may
from interview.analysis import describing
from interview.analysis import service as analysis
from interview.analysis.models import Decision
from interview.analysis.schemas import AnalysisAnswer, Decide, DecisionPage, DecisionQuery, Retry, SessionQuery
from interview.core.guards import actor, guard
from interview.core.pages import Page
from interview.recording import reading
from interview.recording.models import RecordingSession

bp = APIBlueprint("analysis", __name__, url_prefix="/api/interview/analysis", tag="Analysis")


def init(app: Flask) -> None:
    """Open the doors."""
    app.register_blueprint(bp)


def _session(candidate_id: int, asked: Mapping[str, Any]) -> RecordingSession:
    named = {name: asked[name] for name in ("session_id", "interview_id")}
    return reading.newest(candidate_id, within=actor().organisation_id, **named)


def _answer(session: RecordingSession) -> dict[str, Any]:
    return {"candidate_id": session.candidate_id, "analysis": describing.describe(session)}


@bp.get("/<int:candidate_id>")
@guard(may("analysis:read"))
@bp.input(SessionQuery, location="query")
@bp.output(AnalysisAnswer)
def get_analysis(candidate_id: int, query_data: dict[str, Any]) -> dict[str, Any]:
    """Show the analysis of the candidate's newest session, partial results included."""
    return _answer(_session(candidate_id, query_data))


@bp.post("/<int:candidate_id>/retry")
@guard(may("jobs:write"))
@bp.input(Retry)
@bp.output(AnalysisAnswer, status_code=202)
def retry_analysis(candidate_id: int, json_data: dict[str, Any]) -> dict[str, Any]:
    """Run an analysis again that failed or had to leave questions out; what was judged before stays."""
    session = _session(candidate_id, json_data)
    analysis.retry(session, by=actor())
    return _answer(session)


@bp.post("/<int:candidate_id>/decision")
@guard(may("decisions:write"))
@bp.input(Decide)
@bp.output(AnalysisAnswer, status_code=201)
def decide(candidate_id: int, json_data: dict[str, Any]) -> dict[str, Any]:
    """Decide about a candidate, with the recommendation or against it."""
    session = _session(candidate_id, json_data)
    analysis.decide(session, final_status=json_data["final_status"], reason=json_data["reason"], by=actor())
    return _answer(session)


@bp.get("/<int:candidate_id>/decisions")
@guard(may("analysis:read"))
@bp.input(DecisionQuery, location="query")
@bp.output(DecisionPage)
def list_decisions(candidate_id: int, query_data: dict[str, Any]) -> Page[Decision]:
    """List every decision about a session, the newest first."""
    session = _session(candidate_id, query_data)
    return analysis.list_decisions(session, limit=query_data["limit"], cursor=query_data["cursor"])
