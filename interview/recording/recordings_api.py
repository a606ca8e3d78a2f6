"""The recording dialect: /api/interview/recording."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint

from interview.accounts.policies import may
from interview.core.guards import actor, guard
from interview.recording import reading, recording_info
from interview.recording.addresses import site_url
from interview.recording.documents import RecordingAnswer
from interview.recording.schemas import SessionQuery

bp = APIBlueprint("recordings", __name__, url_prefix="/api/interview/recording", tag="Recording")


@bp.get("/<int:candidate_id>")
@guard(may("recordings:read"))
@bp.input(SessionQuery, location="query")
@bp.output(RecordingAnswer)
def get_recording(candidate_id: int, query_data: dict[str, Any]) -> dict[str, Any]:
    """Show the recording of the candidate's newest session, with the receipt of every byte."""
    session = reading.newest(candidate_id, within=actor().organisation_id, session_id=query_data["session_id"])
    described = recording_info.describe(session, site_url=site_url(), by=actor())
    return {"candidate_id": candidate_id, "recording_info": described}
