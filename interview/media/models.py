"""Rows of uploads, their chunks, and finished objects."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from interview.core import clock, ids
from interview.core.db import Base, UtcDateTime
from interview.media.finalising.finalised import MediaFile


class UploadState(StrEnum):
    """Where an upload stands; only an open one takes bytes."""

    OPEN = "open"
    COMPLETE = "complete"
    CLOSED = "closed"
    TERMINATED = "terminated"
    EXPIRED = "expired"


class Upload(Base):
    """One segment of a track on its way in; its id is the capability in its address.

    Open until its last byte (complete), its owner's end (closed), the client's wish (terminated) or silence (expired).
    `offset_bytes` is what has been acknowledged: below it every byte lies in the chunks, without a hole.
    `length_bytes` is null until the client tells it. `closed_at` is set for every upload of an owner that ended.
    `sha256` of all its bytes, and `findings` about them, are known once the track is finalised.
    `raw_dropped_at` is when the chunk files went; the rows stay, because they are the receipt.
    """

    __tablename__ = "uploads"
    __table_args__ = (
        Index(None, "owner", "track_name", "segment_number"),
        Index(None, "state", "expires_at"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    owner: Mapped[str] = mapped_column(String(80))
    organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisations.id"))
    track_name: Mapped[str] = mapped_column(String(16))
    segment_number: Mapped[int]
    filetype: Mapped[str | None] = mapped_column(String(120))
    filename: Mapped[str | None] = mapped_column(String(255))
    started_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    told_metadata: Mapped[str] = mapped_column(Text, default="")
    offset_bytes: Mapped[int] = mapped_column(BigInteger, default=0)
    length_bytes: Mapped[int | None] = mapped_column(BigInteger)
    sha256: Mapped[str | None] = mapped_column(String(64))
    findings: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    state: Mapped[str] = mapped_column(String(16), default=UploadState.OPEN)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    advanced_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    completed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    raw_dropped_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class UploadChunk(Base):
    """One immutable file of acknowledged bytes, with its hash; its row outlives the file, because it is the receipt."""

    __tablename__ = "upload_chunks"

    upload_id: Mapped[str] = mapped_column(ForeignKey("uploads.id"), primary_key=True)
    offset_bytes: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str] = mapped_column(String(64))
    storage_key: Mapped[str] = mapped_column(String(160))
    received_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)


class MediaKind(StrEnum):
    """What a finished object is."""

    RECORDING = "recording"
    THUMBNAIL = "thumbnail"
    WAVEFORM = "waveform"
    MP4 = "mp4"


class MediaState(StrEnum):
    """Where a finished object stands; only a ready one has bytes and can be played."""

    PENDING = "pending"
    PROCESSING = "processing"
    READY = "ready"
    FAILED = "failed"


class MediaObject(Base):
    """A file at rest: pending, processing, then ready, or failed with a code and words.

    A ready object has its key, size, SHA-256 and type; `verified_at` is when it was opened again and found whole.
    `starts_at_seconds` counts from the beginning of its track, which is in several files where codecs changed.
    """

    __tablename__ = "media_objects"
    __table_args__ = (Index(None, "owner", "track_name", "kind"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    owner: Mapped[str] = mapped_column(String(80))
    organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisations.id"))
    track_name: Mapped[str] = mapped_column(String(16))
    kind: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16), default=MediaState.PENDING)
    storage_key: Mapped[str | None] = mapped_column(String(160), unique=True)
    size_bytes: Mapped[int | None] = mapped_column(BigInteger)
    sha256: Mapped[str | None] = mapped_column(String(64))
    mime_type: Mapped[str | None] = mapped_column(String(120))
    container: Mapped[str | None] = mapped_column(String(16))
    starts_at_seconds: Mapped[float | None]
    duration_seconds: Mapped[float | None]
    width: Mapped[int | None]
    height: Mapped[int | None]
    frame_rate: Mapped[float | None]
    video_codec: Mapped[str | None] = mapped_column(String(32))
    audio_codec: Mapped[str | None] = mapped_column(String(32))
    failure_code: Mapped[str | None] = mapped_column(String(32))
    failure_detail: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    verified_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    def take_facts(self, file: MediaFile) -> None:
        """Write down what was found when a recording's file was opened again."""
        self.mime_type, self.duration_seconds = file.mime_type, file.duration_seconds
        self.width, self.height, self.frame_rate = file.width, file.height, file.frame_rate
        self.video_codec, self.audio_codec = file.video_codec, file.audio_codec
