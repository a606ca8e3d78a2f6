"""From the raw tracks of an ended session to its recording; each verb is one step under the job's fence."""

from __future__ import annotations

from sqlalchemy import select

from interview.candidates import service as candidates
from interview.core import audit
from interview.core.actors import SYSTEM, Actor
from interview.core.db import db
from interview.core.jobs import service as jobs
from interview.media import service as media
from interview.media.service import TrackPlan, TrackResult
from interview.recording import mirror, signals
from interview.recording import service as recording
from interview.recording.errors import NothingToRetry
from interview.recording.models import ProcessingStatus, RecordingSession, RecordingStatus, Track
from interview.recording.tracks import listing as tracks
from interview.recording.tracks import waveforms

NO_MEDIA = "No media arrived."


def begin(session: RecordingSession) -> list[TrackPlan]:
    """Plan every track that is not finished yet; what an earlier attempt finished is not done again."""
    session.processing_status = ProcessingStatus.PROCESSING
    mirror.status(session)
    config = session.recording_config
    waiting = [track for track in tracks.tracks_of(session.id) if track.status == RecordingStatus.RECORDING]
    plans = (
        media.plan_track(
            session.owner,
            track_name=track.name,
            name=_file_name(session, track.name),
            container=config["format"],
            audio=config["audio"],
            video=config["video"],
        )
        for track in waiting
    )
    return [plan for plan in plans if plan is not None]


def _file_name(session: RecordingSession, track_name: str) -> str:
    return session.file_name if track_name == "camera" else f"{session.file_name}_{track_name}"


def keep(session: RecordingSession, result: TrackResult) -> None:
    """Store the files of a track, and drop its raw chunks where they hold nothing that the files lack."""
    media.keep_track(result)
    track = _track(session, result.plan.track_name)
    track.status, track.reason = RecordingStatus.COMPLETED, None
    media.drop_raw(session.owner, track_name=track.name)
    recording.note(session, "track-finalised", by=SYSTEM, details={"track": track.name})


def refuse(session: RecordingSession, plan: TrackPlan, *, code: str, detail: str) -> None:
    """Mark a track whose bytes hold no recording; the bytes are kept for an operator."""
    media.fail_track(plan, code=code, detail=detail)
    track = _track(session, plan.track_name)
    track.status, track.reason = RecordingStatus.FAILED, f"{code}: {detail}"[:500]
    recording.note(session, "track-failed", by=SYSTEM, details={"track": track.name, "reason": code})


def complete(session: RecordingSession) -> None:
    """Say how the recording turned out: completed with its file, failed with the reason, or never begun."""
    found = tracks.tracks_of(session.id)
    for track in found:
        if track.status == RecordingStatus.RECORDING:
            track.status, track.reason = RecordingStatus.NOT_STARTED, NO_MEDIA
    failed = [track for track in found if track.status == RecordingStatus.FAILED]
    main = tracks.main_object(session)
    session.processing_status = ProcessingStatus.FAILED if failed else ProcessingStatus.COMPLETED
    session.recording_status = RecordingStatus.COMPLETED if main else RecordingStatus.NOT_STARTED
    session.recording_reason = None if main else NO_MEDIA
    if failed and not (main and main.track_name == found[0].name):
        session.recording_status, session.recording_reason = RecordingStatus.FAILED, failed[0].reason
    waveforms.request_all(session)
    _show(session)


def retry(session: RecordingSession, *, by: Actor) -> None:
    """Process a recording again whose processing failed, from the bytes that were kept; raises `NothingToRetry`."""
    if session.processing_status != ProcessingStatus.FAILED:
        raise NothingToRetry(f"The processing is {session.processing_status}; only a failed one can be retried.")
    for track in tracks.tracks_of(session.id):
        if track.status == RecordingStatus.FAILED:
            track.status, track.reason = RecordingStatus.RECORDING, None
    session.processing_status, session.recording_status = ProcessingStatus.PENDING, RecordingStatus.RECORDING
    session.recording_reason = None
    mirror.status(session)
    jobs.rerun(recording.FINALISE, key=f"{recording.FINALISE}:{session.id}", args={"session_id": session.id})
    audit.record("recording.retried", session, by=by, organisation_id=session.organisation_id)


def fail(session: RecordingSession, words: str) -> None:
    """Mark a recording that could not be processed; its bytes stay, and an operator can retry the job."""
    session.processing_status = ProcessingStatus.FAILED
    session.recording_status = RecordingStatus.FAILED
    session.recording_reason = words[:500]
    _show(session)


def _show(session: RecordingSession) -> None:
    mirror.status(session)
    main = tracks.main_object(session)
    if main:
        candidates.project(
            session.candidate_id,
            session_id=session.id,
            interview_recording_file=tracks.path_of(main),
            interview_recording_duration=round(main.duration_seconds or 0),
            interview_recording_size=main.size_bytes,
            interview_recording_format=main.container,
        )
    recording.note(session, "recording-ready", by=SYSTEM, details={"status": session.recording_status})
    signals.recording_ready.announce(session=session)


def _track(session: RecordingSession, name: str) -> Track:
    return db.session.scalars(select(Track).where(Track.session_id == session.id, Track.name == name)).one()
