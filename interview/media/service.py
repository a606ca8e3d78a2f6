"""The verbs of uploads and finished objects; none of them commits."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, func, select, update

from interview.core import clock, current
from interview.core.db import db
from interview.media.errors import QuotaExceeded, UnknownMedia, UnknownUpload, UploadClosed, UploadGone, UploadTooLarge
from interview.media.models import MediaKind, MediaObject, MediaState, Upload, UploadChunk, UploadState
from interview.media.playback import playback_url
from interview.media.receipts import Receipt, receipt, receipts_of
from interview.media.reconciling import Reconciled, reconcile
from interview.media.segments import NewUpload, SegmentNews
from interview.media.store import delete_after_commit
from interview.media.tracks import TrackPlan, TrackResult, fail_track, finalise_track, keep_track, plan_track

__all__ = [
    "NewUpload",
    "Receipt",
    "Reconciled",
    "SegmentNews",
    "TrackPlan",
    "TrackResult",
    "close_uploads",
    "create_upload",
    "drop_raw",
    "expire_uploads",
    "fail_track",
    "finalise_track",
    "find_object",
    "find_upload",
    "get_object",
    "get_upload",
    "keep_track",
    "objects_of",
    "plan_track",
    "playback_url",
    "receipt",
    "receipts_of",
    "reconcile",
    "terminate_upload",
    "track_names",
    "uploads_of",
]


def create_upload(wanted: NewUpload, *, owner: str, organisation_id: str | None) -> Upload:
    """Begin an upload; one without a segment number gets the next of its track.

    Raises `UploadTooLarge` when its length, and `QuotaExceeded` when the owner's total, would be more than allowed.
    """
    settings = current.settings()
    if (wanted.length_bytes or 0) > settings.max_upload_bytes:
        raise UploadTooLarge(f"An upload may have at most {settings.max_upload_bytes} bytes.")
    if used_bytes(owner) + (wanted.length_bytes or 0) > settings.session_upload_bytes:
        raise QuotaExceeded(f"All uploads together may have at most {settings.session_upload_bytes} bytes.")
    segment, now = wanted.segment, clock.now()
    is_empty = wanted.length_bytes == 0
    upload = Upload(
        owner=owner,
        organisation_id=organisation_id,
        track_name=segment.track_name,
        segment_number=_next_segment(owner, segment) if segment.segment_number is None else segment.segment_number,
        filetype=segment.filetype,
        filename=segment.filename,
        started_at=segment.started_at,
        told_metadata=segment.told,
        length_bytes=wanted.length_bytes,
        state=UploadState.COMPLETE if is_empty else UploadState.OPEN,
        completed_at=now if is_empty else None,
        created_at=now,
        expires_at=now + timedelta(hours=settings.upload_expiry_hours),
    )
    db.session.add(upload)
    db.session.flush()
    return upload


def _next_segment(owner: str, segment: SegmentNews) -> int:
    of_track = (Upload.owner == owner, Upload.track_name == segment.track_name)
    return 1 + (db.session.scalar(select(func.max(Upload.segment_number)).where(*of_track)) or 0)


def used_bytes(owner: str) -> int:
    """How many bytes the owner's uploads hold."""
    kept = (Upload.owner == owner, Upload.state != UploadState.TERMINATED)
    return int(db.session.scalar(select(func.coalesce(func.sum(Upload.offset_bytes), 0)).where(*kept)) or 0)


def find_upload(upload_id: str) -> Upload | None:
    """The upload with this id."""
    return db.session.get(Upload, upload_id)


def get_upload(upload_id: str) -> Upload:
    """The upload with this id; raises `UnknownUpload`."""
    upload = find_upload(upload_id)
    if upload is None:
        raise UnknownUpload()
    return upload


def uploads_of(owner: str, *, track_name: str | None = None) -> list[Upload]:
    """Every upload of an owner that was not terminated, by track and segment; they are few, so this is no page."""
    query = select(Upload).where(Upload.owner == owner, Upload.state != UploadState.TERMINATED)
    if track_name is not None:
        query = query.where(Upload.track_name == track_name)
    order = (Upload.track_name, Upload.segment_number, Upload.created_at, Upload.id)
    return list(db.session.scalars(query.order_by(*order)))


def track_names(owner: str) -> list[str]:
    """The tracks of an owner for which bytes arrived."""
    arrived = (Upload.owner == owner, Upload.state != UploadState.TERMINATED, Upload.offset_bytes > 0)
    return list(db.session.scalars(select(Upload.track_name).where(*arrived).distinct().order_by(Upload.track_name)))


def close_uploads(owner: str) -> int:
    """End an owner's uploads: once this is committed none of them takes a byte or can be terminated.

    Returns how many had not told their end; their acknowledged bytes stay and are finalised like the others.
    """
    # Read anew and locked: a PATCH moves the offset behind the session's back, and must not do so after this.
    running = select(Upload).where(Upload.owner == owner, Upload.closed_at.is_(None)).with_for_update()
    uploads = list(db.session.scalars(running.execution_options(populate_existing=True)))
    cut_off = [upload for upload in uploads if upload.state == UploadState.OPEN]
    for upload in uploads:
        upload.closed_at = clock.now()
    for upload in cut_off:
        upload.state = UploadState.CLOSED
    db.session.flush()
    return len(cut_off)


def terminate_upload(upload_id: str) -> None:
    """Throw an upload away at its client's wish; its files go after the commit.

    Raises `UnknownUpload`, `UploadGone`, or `UploadClosed` once what it belongs to has ended.
    """
    held = select(Upload).where(Upload.id == upload_id).with_for_update().execution_options(populate_existing=True)
    upload = db.session.scalar(held)
    if upload is None:
        raise UnknownUpload()
    if upload.state in {UploadState.TERMINATED, UploadState.EXPIRED}:
        raise UploadGone()
    if upload.closed_at is not None:
        raise UploadClosed("What this upload belongs to has ended. Its bytes are kept.")
    upload.state, upload.raw_dropped_at = UploadState.TERMINATED, clock.now()
    _delete_files_of([upload.id])
    db.session.execute(delete(UploadChunk).where(UploadChunk.upload_id == upload.id))


def expire_uploads() -> int:
    """Refuse further bytes to uploads that were silent for too long; what they acknowledged stays. Returns how many."""
    late = (Upload.state == UploadState.OPEN, Upload.expires_at < clock.now())
    found = list(db.session.scalars(select(Upload.id).where(*late)))
    db.session.execute(update(Upload).where(Upload.id.in_(found), *late).values(state=UploadState.EXPIRED))
    return len(found)


def drop_raw(owner: str, *, track_name: str) -> int:
    """Drop the raw chunk files of a track once its finished file is verified; rows and receipts stay.

    Uploads with damage, or not finalised yet, keep their files, because only these could still be repaired.
    Returns how many uploads were dropped.
    """
    done = [
        upload
        for upload in uploads_of(owner, track_name=track_name)
        if upload.sha256 and upload.raw_dropped_at is None and not (upload.findings or {}).get("needs_raw")
    ]
    for upload in done:
        upload.raw_dropped_at = clock.now()
    _delete_files_of([upload.id for upload in done])
    return len(done)


def _delete_files_of(upload_ids: list[str]) -> None:
    keys = list(db.session.scalars(select(UploadChunk.storage_key).where(UploadChunk.upload_id.in_(upload_ids))))
    delete_after_commit(keys)


def objects_of(owner: str, *, kind: MediaKind | None = None, track_name: str | None = None) -> list[MediaObject]:
    """The finished objects of an owner, by track and place in it."""
    query = select(MediaObject).where(MediaObject.owner == owner)
    if kind is not None:
        query = query.where(MediaObject.kind == kind)
    if track_name is not None:
        query = query.where(MediaObject.track_name == track_name)
    order = (MediaObject.track_name, MediaObject.starts_at_seconds, MediaObject.created_at, MediaObject.id)
    return list(db.session.scalars(query.order_by(*order)))


def find_object(owner: str, *, kind: MediaKind, track_name: str) -> MediaObject | None:
    """The longest ready object of a kind of a track: what to show where only one can be shown."""
    query = select(MediaObject).where(
        MediaObject.owner == owner,
        MediaObject.kind == kind,
        MediaObject.track_name == track_name,
        MediaObject.state == MediaState.READY,
    )
    return db.session.scalars(query.order_by(func.coalesce(MediaObject.duration_seconds, 0).desc())).first()


def get_object(object_id: str) -> MediaObject:
    """The finished object with this id; raises `UnknownMedia`."""
    found = db.session.get(MediaObject, object_id)
    if found is None:
        raise UnknownMedia()
    return found
