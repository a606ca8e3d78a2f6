"""The appointment's rows."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from interview.accounts.models import User
from interview.candidates.models import Candidate
from interview.candidates.positions.models import Position  # noqa: F401  (the table that position_id refers to)
from interview.core import clock, ids
from interview.core.db import Base, UtcDateTime


class InterviewStatus(StrEnum):
    """Where an interview stands."""

    SCHEDULED = "scheduled"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


class InterviewType(StrEnum):
    """What an interview is about."""

    TECHNICAL = "technical"
    BEHAVIORAL = "behavioral"
    HR = "hr"
    CASE_STUDY = "case_study"
    GROUP = "group"
    PANEL = "panel"


class InterviewMode(StrEnum):
    """How people meet."""

    VIDEO = "video"
    AUDIO = "audio"
    CHAT = "chat"
    IN_PERSON = "in_person"


class Difficulty(StrEnum):
    """How hard the questions are."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"
    EXPERT = "expert"


class PanelRole(StrEnum):
    """What a person of the organisation does in an interview."""

    LEAD = "lead"
    INTERVIEWER = "interviewer"
    OBSERVER = "observer"


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
    position_id: Mapped[str | None] = mapped_column(ForeignKey("positions.id"))
    type: Mapped[str] = mapped_column(String(16), default=InterviewType.TECHNICAL)
    mode: Mapped[str] = mapped_column(String(16), default=InterviewMode.VIDEO)
    difficulty: Mapped[str] = mapped_column(String(16), default=Difficulty.MEDIUM)
    status: Mapped[str] = mapped_column(String(16), default=InterviewStatus.SCHEDULED)
    scheduled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    timezone: Mapped[str] = mapped_column(String(64), default="UTC")
    duration_minutes: Mapped[int] = mapped_column(default=60)
    ends_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    buffer_minutes: Mapped[int] = mapped_column(default=0)
    preparation_minutes: Mapped[int] = mapped_column(default=0)
    allows_reschedule: Mapped[bool] = mapped_column(default=True)
    reschedule_deadline_hours: Mapped[int] = mapped_column(default=24)
    reschedule_count: Mapped[int] = mapped_column(default=0)
    sequence: Mapped[int] = mapped_column(default=0)
    meeting_url: Mapped[str | None] = mapped_column(String(2000))
    location: Mapped[str | None] = mapped_column(String(300))
    is_ai_interview: Mapped[bool] = mapped_column(default=False)
    coding_exercise: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    notes: Mapped[str | None] = mapped_column(Text)
    score: Mapped[float | None]
    feedback: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    device_info: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    created_by: Mapped[str | None] = mapped_column(String(64))
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
    panel: Mapped[list[InterviewPerson]] = relationship(lazy="selectin", order_by="InterviewPerson.position")
    labels: Mapped[list[InterviewTag]] = relationship(lazy="selectin", order_by="InterviewTag.tag")

    @property
    def consent_subject(self) -> str:
        """Who is asked for consent."""
        return f"candidate:{self.candidate_id}"

    @property
    def consent_context(self) -> str:
        """What the consent is about."""
        return f"interview:{self.id}"


class InterviewPerson(Base):
    """A person of the organisation on an interview's panel; who leads it stands first."""

    __tablename__ = "interview_people"
    __table_args__ = (Index(None, "user_id", "created_at", "interview_id"),)

    interview_id: Mapped[str] = mapped_column(ForeignKey("interviews.id"), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"), primary_key=True)
    position: Mapped[int]
    role: Mapped[str] = mapped_column(String(16), default=PanelRole.INTERVIEWER)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)

    user: Mapped[User] = relationship(lazy="joined", innerjoin=True)


class InterviewTag(Base):
    """A word that an interview can be found by."""

    __tablename__ = "interview_tags"
    __table_args__ = (Index(None, "organisation_id", "tag", "created_at", "interview_id"),)

    interview_id: Mapped[str] = mapped_column(ForeignKey("interviews.id"), primary_key=True)
    tag: Mapped[str] = mapped_column(String(50), primary_key=True)
    organisation_id: Mapped[str] = mapped_column(String(32))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)


class Booking(Base):
    """A stretch of one person's time that an interview takes, its buffer included; gone once it no longer takes it.

    `person` is `user:<id>` or `candidate:<id>`. No two bookings of a person overlap, but for those made knowingly.
    """

    __tablename__ = "bookings"
    __table_args__ = (Index(None, "person", "starts_at"),)

    interview_id: Mapped[str] = mapped_column(ForeignKey("interviews.id"), primary_key=True)
    person: Mapped[str] = mapped_column(String(48), primary_key=True)
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)


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
