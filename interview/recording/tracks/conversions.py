"""MP4 on request: a second file of a track that is already recorded."""

from __future__ import annotations

from interview.core import audit
from interview.core.actors import SYSTEM, Actor
from interview.core.jobs import service as jobs
from interview.core.jobs.models import Job, JobState
from interview.media import conversions
from interview.media import service as media
from interview.media.conversions import Conversion
from interview.media.finalising.finalised import MediaFile
from interview.media.models import MediaKind, MediaObject
from interview.recording import service as recording
from interview.recording.errors import NothingToConvert
from interview.recording.models import RecordingSession

CONVERT = "convert_to_mp4"
MP4 = "mp4"


def request_mp4(session: RecordingSession, *, track_name: str, by: Actor) -> None:
    """Have a track's recording written as MP4; asking again changes nothing. Raises `NothingToConvert`."""
    source = _source(session, track_name)
    if status(session, source) in {JobState.DONE, JobState.PENDING, JobState.RUNNING, MP4}:
        return
    jobs.rerun(CONVERT, key=_key(session, track_name), args={"session_id": session.id, "track": track_name})
    audit.record("recording.converted", session, by=by, organisation_id=session.organisation_id, track=track_name)


def status(session: RecordingSession, source: MediaObject) -> str | None:
    """Where a recording's conversion stands: a job's state, `mp4` where it is one already, None where nobody asked."""
    if source.container == MP4:
        return MP4
    job: Job | None = jobs.find(_key(session, source.track_name))
    return job.state if job else None


def begin(session: RecordingSession, *, track_name: str) -> Conversion:
    """Plan the work; raises `NothingToConvert`."""
    return conversions.plan_mp4(_source(session, track_name))


def keep(session: RecordingSession, conversion: Conversion, made: MediaFile) -> None:
    """Store the converted file."""
    conversions.keep_mp4(conversion, made)
    recording.note(session, "mp4-ready", by=SYSTEM, details={"track": conversion.source.track_name})


def _source(session: RecordingSession, track_name: str) -> MediaObject:
    found = media.find_object(session.owner, kind=MediaKind.RECORDING, track_name=track_name)
    if found is None:
        raise NothingToConvert(f"The {track_name} has no finished recording.")
    return found


def _key(session: RecordingSession, track_name: str) -> str:
    return f"{CONVERT}:{session.id}:{track_name}"
