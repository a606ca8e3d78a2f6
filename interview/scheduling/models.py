"""The appointment's rows."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from interview.candidates.models import Candidate
from interview.core import clock, ids
from interview.core.db import Base, UtcDateTime


class InterviewStatus(StrEnum):
    """Where an interview stands."""

    SCHEDULED = "scheduled"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


class Interview(Base):
    """An appointment: scheduled, in_progress once somebody begins it, then completed; or cancelled, or no_show.

    `opens_at` and `closes_at` bound when it can be begun; either may be open. `scheduled_at` keeps the IANA zone it
    was made in beside it, because an offset alone does not survive a change to daylight saving.
    """

    __tablename__ = "interviews"
    __table_args__ = (
        Index(None, "organisation_id", "created_at", "id"),
        Index(None, "organisation_id", "status", "created_at"),
        Index(None, "candidate_id", "created_at"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"))
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidates.id"))
    title: Mapped[str] = mapped_column(String(200))
    position: Mapped[str | None] = mapped_column(String(200))
    status: Mapped[str] = mapped_column(String(16), default=InterviewStatus.SCHEDULED)
    scheduled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    timezone: Mapped[str] = mapped_column(String(64), default="UTC")
    duration_minutes: Mapped[int] = mapped_column(default=60)
    opens_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closes_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    language: Mapped[str] = mapped_column(String(16), default="en")
    allows_retake: Mapped[bool] = mapped_column(default=False)
    shows_hints: Mapped[bool] = mapped_column(default=True)
    records_screen: Mapped[bool] = mapped_column(default=False)
    culture_criteria: Mapped[list[str]] = mapped_column(JSON, default=list)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    started_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    cancelled_reason: Mapped[str | None] = mapped_column(String(500))

    candidate: Mapped[Candidate] = relationship(lazy="joined", innerjoin=True)
    questions: Mapped[list[PlannedQuestion]] = relationship(order_by="PlannedQuestion.position", lazy="select")

    @property
    def consent_subject(self) -> str:
        """Who is asked for consent."""
        return f"candidate:{self.candidate_id}"

    @property
    def consent_context(self) -> str:
        """What the consent is about."""
        return f"interview:{self.id}"


class PlannedQuestion(Base):
    """A question the organisation prepared, with what a good answer holds; fixed once the interview began."""

    __tablename__ = "planned_questions"
    __table_args__ = (Index(None, "interview_id", "position", unique=True),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    interview_id: Mapped[str] = mapped_column(ForeignKey("interviews.id"))
    position: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    type: Mapped[str] = mapped_column(String(50), default="general")
    difficulty: Mapped[str] = mapped_column(String(20), default="medium")
    keywords: Mapped[list[str]] = mapped_column(JSON, default=list)
    expected_answer: Mapped[str | None] = mapped_column(Text)
    sample_answers: Mapped[list[str]] = mapped_column(JSON, default=list)
    key_points: Mapped[list[str]] = mapped_column(JSON, default=list)
    hints: Mapped[list[str]] = mapped_column(JSON, default=list)
    time_limit_seconds: Mapped[int | None]


class Invitation(Base):
    """A token for one interview: live until it expires or is revoked.

    Looked up by HMAC; kept encrypted too, because the recording dialect's session data echoes it.
    """

    __tablename__ = "invitations"
    __table_args__ = (Index(None, "interview_id"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    interview_id: Mapped[str] = mapped_column(ForeignKey("interviews.id"))
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    token_sealed: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    interview: Mapped[Interview] = relationship(lazy="joined", innerjoin=True)


class LogEntry(Base):
    """One line of an interview's log: append-only, numbered by its id, in the order things became true."""

    __tablename__ = "interview_log"
    __table_args__ = (Index(None, "interview_id", "id"), Index(None, "session_id", "id"))

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    interview_id: Mapped[str] = mapped_column(ForeignKey("interviews.id"))
    session_id: Mapped[str | None] = mapped_column(String(32))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    event: Mapped[str] = mapped_column(String(64))
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    actor: Mapped[str] = mapped_column(String(100))
