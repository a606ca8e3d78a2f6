"""The session's rows."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from interview.core import clock, ids
from interview.core.db import Base, UtcDateTime


class SessionStatus(StrEnum):
    """Whether a session is under way."""

    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"


class RecordingStatus(StrEnum):
    """Whether there is a recording; `recording` until its file has been verified."""

    NOT_STARTED = "not_started"
    RECORDING = "recording"
    COMPLETED = "completed"
    FAILED = "failed"


class ProcessingStatus(StrEnum):
    """Whether what was recorded has been made into a file that plays."""

    PENDING = "pending"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"


class RecordingSession(Base):
    """One conducting of an interview: in_progress, then completed; afterwards only its processing goes on.

    One session of an interview is open at a time; the partial unique index decides a race.
    The id is a capability of 128 random bits for the candidate's side, dead once its invitation is revoked.
    """

    __tablename__ = "recording_sessions"
    __table_args__ = (
        Index(
            "uq_recording_sessions_open",
            "interview_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index(None, "candidate_id", "started_at"),
        Index(None, "invitation_id"),
        Index(None, "status", "last_active_at"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"))
    interview_id: Mapped[str] = mapped_column(ForeignKey("interviews.id"))
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidates.id"))
    invitation_id: Mapped[str] = mapped_column(ForeignKey("invitations.id"))
    status: Mapped[str] = mapped_column(String(16), default=SessionStatus.IN_PROGRESS)
    recording_config: Mapped[dict[str, Any]] = mapped_column(JSON)
    recording_status: Mapped[str] = mapped_column(String(16), default=RecordingStatus.NOT_STARTED)
    recording_reason: Mapped[str | None] = mapped_column(String(500))
    processing_status: Mapped[str] = mapped_column(String(16), default=ProcessingStatus.PENDING)
    browser_info: Mapped[str | None] = mapped_column(String(500))
    network_quality: Mapped[str | None] = mapped_column(String(100))
    avatar: Mapped[str | None] = mapped_column(String(100))
    avatar_settings: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    question_count: Mapped[int] = mapped_column(default=0)
    answered_count: Mapped[int] = mapped_column(default=0)
    started_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    last_active_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_by: Mapped[str | None] = mapped_column(String(100))

    @property
    def owner(self) -> str:
        """The name under which its media is kept."""
        return f"session:{self.id}"

    @property
    def file_name(self) -> str:
        """The server-made base name of its recording."""
        return f"interview_session_{self.candidate_id}_{int(self.started_at.timestamp() * 1000)}"


class AskedQuestion(Base):
    """A question at the moment it was asked; never changed. `answer_count` is the number of its answer's versions."""

    __tablename__ = "asked_questions"
    __table_args__ = (Index(None, "session_id", "position", unique=True),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    session_id: Mapped[str] = mapped_column(ForeignKey("recording_sessions.id"))
    planned_question_id: Mapped[str | None] = mapped_column(ForeignKey("planned_questions.id"))
    position: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    type: Mapped[str] = mapped_column(String(50))
    avatar: Mapped[str | None] = mapped_column(String(100))
    keywords: Mapped[list[str]] = mapped_column(JSON, default=list)
    difficulty: Mapped[str] = mapped_column(String(20))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    asked_by: Mapped[str] = mapped_column(String(32))
    answer_count: Mapped[int] = mapped_column(default=0)


class Answer(Base):
    """One version of an answer; never changed. The highest version counts, the earlier ones are kept."""

    __tablename__ = "answers"
    __table_args__ = (
        Index(None, "question_id", "version", unique=True),
        Index(None, "session_id", "answered_at"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    session_id: Mapped[str] = mapped_column(ForeignKey("recording_sessions.id"))
    question_id: Mapped[str] = mapped_column(ForeignKey("asked_questions.id"))
    version: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    duration_seconds: Mapped[float | None]
    audio_quality: Mapped[str | None] = mapped_column(String(50))
    confidence: Mapped[float | None]
    answered_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    answered_by: Mapped[str] = mapped_column(String(32))


class Track(Base):
    """One stream of a session (camera, screen, audio): recording, then completed, or failed with its reason.

    Its segments are the uploads, and its files the media objects, with this session as owner and this name as track.
    """

    __tablename__ = "tracks"
    __table_args__ = (Index(None, "session_id", "name", unique=True),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    session_id: Mapped[str] = mapped_column(ForeignKey("recording_sessions.id"))
    name: Mapped[str] = mapped_column(String(16))
    status: Mapped[str] = mapped_column(String(16), default=RecordingStatus.RECORDING)
    reason: Mapped[str | None] = mapped_column(String(500))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
