"""The recording dialect: /api/interview/recording."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from apiflask import APIBlueprint

from interview.accounts.policies import may
from interview.core.guards import actor, guard
from interview.recording import reading
from interview.recording.models import RecordingSession
from interview.recording.schemas import ConvertRecording, RetryProcessing, SessionQuery, TraceSound
from interview.recording.shown import recording_info
from interview.recording.shown.addresses import site_url
from interview.recording.shown.documents import RecordingAnswer
from interview.recording.tracks import conversions, processing, waveforms

bp = APIBlueprint("recordings", __name__, url_prefix="/api/interview/recording", tag="Recording")


@bp.get("/<int:candidate_id>")
@guard(may("recordings:read"))
@bp.input(SessionQuery, location="query")
@bp.output(RecordingAnswer)
def get_recording(candidate_id: int, query_data: dict[str, Any]) -> dict[str, Any]:
    """Show the recording of the candidate's newest session, with the receipt of every byte."""
    return _answer(_session(candidate_id, query_data))


@bp.post("/<int:candidate_id>/mp4")
@guard(may("recordings:read"))
@bp.input(ConvertRecording)
@bp.output(RecordingAnswer, status_code=202)
def convert_recording(candidate_id: int, json_data: dict[str, Any]) -> dict[str, Any]:
    """Have a track's recording written as MP4 in the background."""
    session = _session(candidate_id, json_data)
    conversions.request_mp4(session, track_name=json_data["track"], by=actor())
    return _answer(session)


@bp.post("/<int:candidate_id>/waveform")
@guard(may("recordings:read"))
@bp.input(TraceSound)
@bp.output(RecordingAnswer, status_code=202)
def trace_recording(candidate_id: int, json_data: dict[str, Any]) -> dict[str, Any]:
    """Have the outline of a track's sound drawn in the background, where finalising has not had it done."""
    session = _session(candidate_id, json_data)
    waveforms.request(session, track_name=json_data["track"])
    return _answer(session)


@bp.post("/<int:candidate_id>/retry")
@guard(may("jobs:write"))
@bp.input(RetryProcessing)
@bp.output(RecordingAnswer, status_code=202)
def retry_processing(candidate_id: int, json_data: dict[str, Any]) -> dict[str, Any]:
    """Process a recording again whose processing failed."""
    session = _session(candidate_id, json_data)
    processing.retry(session, by=actor())
    return _answer(session)


def _session(candidate_id: int, asked: Mapping[str, Any]) -> RecordingSession:
    named = {name: asked[name] for name in ("session_id", "interview_id")}
    return reading.newest(candidate_id, within=actor().organisation_id, **named)


def _answer(session: RecordingSession) -> dict[str, Any]:
    described = recording_info.describe(session, site_url=site_url(), by=actor())
    return {"candidate_id": session.candidate_id, "recording_info": described}
