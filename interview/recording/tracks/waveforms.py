"""The outline of a track's sound, drawn by a job: after finalising, or when somebody first asks for an older one."""

from __future__ import annotations

from pathlib import Path

from interview.core.jobs import service as jobs
from interview.core.jobs.models import Job, JobState
from interview.media import service as media
from interview.media import waveforms
from interview.media.models import MediaKind, MediaObject, MediaState
from interview.media.waveforms import SILENT, Tracing
from interview.recording.errors import NothingToConvert
from interview.recording.models import RecordingSession
from interview.recording.tracks import listing as tracks

TRACE = "trace_waveform"


def request(session: RecordingSession, *, track_name: str) -> None:
    """Have the outline of a track drawn; asking again changes nothing. Raises `NothingToConvert`."""
    source = media.find_object(session.owner, kind=MediaKind.RECORDING, track_name=track_name)
    if source is None:
        raise NothingToConvert(f"The {track_name} has no finished recording.")
    if status(source) is None:
        _submit(session, source)


def request_all(session: RecordingSession) -> None:
    """Have the outline of every finished track drawn that has sound, in the transaction that finished it."""
    ready = [one for one in tracks.ready_objects(session) if one.kind == MediaKind.RECORDING]
    longest = {one.track_name: one for one in reversed(ready)}
    for source in longest.values():
        if source.audio_codec is not None:
            _submit(session, source)


def status(source: MediaObject) -> str | None:
    """Where the outline of a recording stands: a job's state, `silent` where nothing is to be heard, None unasked."""
    kept = find(source)
    if kept is not None:
        return JobState.DONE if kept.state == MediaState.READY else SILENT
    if source.audio_codec is None:
        return SILENT
    job: Job | None = jobs.find(_key(source))
    return job.state if job else None


def find(source: MediaObject) -> MediaObject | None:
    """What was kept as a recording's outline."""
    kept = media.objects_of(source.owner, kind=MediaKind.WAVEFORM, track_name=source.track_name)
    return next((one for one in kept if one.starts_at_seconds == source.starts_at_seconds), None)


def begin(session: RecordingSession, *, object_id: str) -> Tracing | None:
    """Plan the work; None where the recording was made anew since, or its outline is there."""
    source = next((one for one in tracks.ready_objects(session) if one.id == object_id), None)
    if source is None or find(source) is not None:
        return None
    return waveforms.plan_waveform(source)


def keep(session: RecordingSession, tracing: Tracing, drawn: Path | None) -> None:
    """Store the outline, unless the recording was made anew meanwhile."""
    if any(one.id == tracing.source.id for one in tracks.ready_objects(session)):
        waveforms.keep_waveform(tracing, drawn)


def _submit(session: RecordingSession, source: MediaObject) -> None:
    jobs.submit(TRACE, key=_key(source), args={"session_id": session.id, "object_id": source.id}, max_attempts=3)


def _key(source: MediaObject) -> str:
    return f"{TRACE}:{source.id}"
