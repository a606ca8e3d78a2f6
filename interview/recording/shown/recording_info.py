"""The recording info of the recording dialect: the file, its tracks, and the receipt of every segment."""

from __future__ import annotations

from typing import Any

from interview.core.actors import Actor
from interview.media import service as media
from interview.media.models import MediaKind, MediaObject, Upload
from interview.recording.models import RecordingSession, Track
from interview.recording.tracks import conversions, waveforms
from interview.recording.tracks import listing as tracks


def describe(session: RecordingSession, *, site_url: str, by: Actor) -> dict[str, Any]:
    """Everything about a session's recording, for `RecordingInfo`, with addresses that this caller may play."""
    found = _Media(session, site_url, by)
    main = tracks.main_object(session)
    thumbnail = found.first(main.track_name, MediaKind.THUMBNAIL) if main else None
    return {
        "recording_file": tracks.path_of(main) if main else None,
        "recording_duration": round(main.duration_seconds) if main and main.duration_seconds is not None else None,
        "recording_size": main.size_bytes if main else None,
        "recording_format": main.container if main else session.recording_config["format"],
        "recording_quality": session.recording_config["quality"],
        "recording_status": session.recording_status,
        "recording_reason": session.recording_reason,
        "processing_status": session.processing_status,
        "session_id": session.id,
        "started_at": session.started_at,
        "completed_at": session.ended_at,
        "sha256": main.sha256 if main else None,
        "playback_url": found.url(main),
        "thumbnail_url": found.url(thumbnail),
        "tracks": [found.track(track) for track in tracks.tracks_of(session.id)],
    }


class _Media:
    """The session's objects and uploads, read once."""

    def __init__(self, session: RecordingSession, site_url: str, by: Actor) -> None:
        self._session = session
        self._objects = tracks.ready_objects(session)
        self._uploads = media.uploads_of(session.owner)
        self._receipts = media.receipts_of(session.owner)
        self._site_url = site_url
        self._by = by

    def first(self, track_name: str, kind: MediaKind) -> MediaObject | None:
        wanted = (track_name, kind)
        return next((one for one in self._objects if (one.track_name, one.kind) == wanted), None)

    def url(self, one: MediaObject | None) -> str | None:
        return self._site_url + media.playback_url(one, by=self._by) if one else None

    def track(self, track: Track) -> dict[str, Any]:
        file = self.first(track.name, MediaKind.RECORDING)
        mp4 = self.first(track.name, MediaKind.MP4)
        return {
            "track": track.name,
            "status": track.status,
            "reason": track.reason,
            **(_facts(file) if file else {}),
            "playback_url": self.url(file),
            "thumbnail_url": self.url(self.first(track.name, MediaKind.THUMBNAIL)),
            "waveform_status": waveforms.status(file) if file else None,
            "waveform_url": self.url(self.first(track.name, MediaKind.WAVEFORM)),
            "mp4_status": conversions.status(self._session, file) if file else None,
            "mp4_url": self.url(mp4),
            "segments": [self._segment(one) for one in self._uploads if one.track_name == track.name],
        }

    def _segment(self, upload: Upload) -> dict[str, Any]:
        receipt = self._receipts[upload.id]
        findings = upload.findings or {}
        return {
            "segment": upload.segment_number,
            "upload_id": upload.id,
            "state": upload.state,
            "bytes": receipt.size_bytes,
            "chunk_count": receipt.chunk_count,
            "sha256": receipt.sha256,
            "gaps": [list(gap) for gap in receipt.gaps],
            "is_truncated": findings.get("is_truncated"),
            "duration_seconds": findings.get("duration_seconds"),
            "started_at": upload.started_at,
        }


def _facts(file: MediaObject) -> dict[str, Any]:
    return {
        "file": tracks.path_of(file),
        "mime_type": file.mime_type,
        "format": file.container,
        "duration_seconds": file.duration_seconds,
        "size_bytes": file.size_bytes,
        "sha256": file.sha256,
        "width": file.width,
        "height": file.height,
        "frame_rate": file.frame_rate,
        "video_codec": file.video_codec,
        "audio_codec": file.audio_codec,
    }
