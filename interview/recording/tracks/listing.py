"""A session's tracks: which may be recorded, what became of them, and the files they were made into."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from interview.consent import service as consent
from interview.consent.notices import Purpose
from interview.core.db import db
from interview.media import service as media
from interview.media.models import MediaKind, MediaObject
from interview.media.segments import TRACKS
from interview.recording.errors import TrackNotRecorded
from interview.recording.models import RecordingSession, RecordingStatus, Track
from interview.scheduling.models import Interview

FOLDER = "recordings"


def admit(session: RecordingSession, track_name: str) -> Track:
    """The track that media is about to arrive for; made when it is the first.

    Raises `ConsentRequired`, or `TrackNotRecorded` when the session's configuration leaves the track out.
    """
    interview = db.session.get_one(Interview, session.interview_id)
    consent.gate(Purpose.RECORDING, subject=interview.consent_subject, context=interview.consent_context)
    config = session.recording_config
    if not (config["audio"] if track_name == "audio" else config["video"] or track_name == "camera"):
        raise TrackNotRecorded(f"recording_config leaves the {track_name} out.")
    query = select(Track).where(Track.session_id == session.id, Track.name == track_name)
    track = db.session.scalar(query)
    if track is None:
        track = Track(session_id=session.id, name=track_name)
        db.session.add(track)
        db.session.flush()
    if session.recording_status == RecordingStatus.NOT_STARTED:
        session.recording_status = RecordingStatus.RECORDING
    return track


def tracks_of(session_id: str) -> Sequence[Track]:
    """The session's tracks, the camera first."""
    found = db.session.scalars(select(Track).where(Track.session_id == session_id)).all()
    return sorted(found, key=lambda track: TRACKS.index(track.name))


def main_object(session: RecordingSession) -> MediaObject | None:
    """The file to show where only one can be shown: the longest of the first track that has one."""
    ready = {one.track_name: one for one in reversed(ready_objects(session)) if one.kind == MediaKind.RECORDING}
    return next((ready[name] for name in TRACKS if name in ready), None)


def main_file(session: RecordingSession) -> str | None:
    """Where the main file lies, as the recording dialect writes it."""
    found = main_object(session)
    return path_of(found) if found else None


def path_of(found: MediaObject) -> str:
    """A file's place below the data folder."""
    return f"{FOLDER}/{found.storage_key}"


def ready_objects(session: RecordingSession) -> list[MediaObject]:
    """Every file of the session that can be played, longest first within a track and kind."""
    found = [one for one in media.objects_of(session.owner) if one.state == "ready"]
    return sorted(found, key=lambda one: (one.track_name, one.kind, -(one.duration_seconds or 0)))
