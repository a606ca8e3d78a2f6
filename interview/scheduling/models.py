"""The appointment's rows."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

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


DEFAULT_PREPARATION_MINUTES = 10
# What each row of a panel repeats of its interview, so that one person's list is read from one index.
REPEATED = ("status", "type", "scheduled_at", "created_at")
# What nobody came to by itself: the condition of the index and of the round that reads it, word for word the same.
MISSABLE = "status = 'scheduled' AND mode <> 'in_person' AND created_at < ends_at"
# Compared byte by byte, so that the beginning of a title is a range of the index in every database.
_Compared = String(200).with_variant(String(200, collation="C"), "postgresql")


def folded(title: str) -> str:
    """A title as its beginning is looked for."""
    return title.strip().lower()[:200]


class Interview(Base):
    """An appointment: scheduled, in_progress once somebody begins it, then completed; or cancelled, or no_show.

    `opens_at` and `closes_at` bound when it can be begun; either may be open. `scheduled_at` keeps the IANA zone it
    was made in beside it, because an offset alone does not survive a change to daylight saving; `ends_at` is
    `duration_minutes` later, and `buffer_minutes` after that its people are free again. `sequence` rises with each
    change of what people were told. `score` is 0 to 100, `feedback` a text for each area; both, and `notes`, are for
    its panel and for those who schedule.
    """

    __tablename__ = "interviews"
    __table_args__ = (
        Index(None, "organisation_id", "created_at", "id"),
        Index(None, "organisation_id", "status", "created_at", "id"),
        Index(None, "organisation_id", "type", "created_at", "id"),
        Index(None, "organisation_id", "mode", "created_at", "id"),
        Index(None, "organisation_id", "difficulty", "created_at", "id"),
        Index(None, "organisation_id", "is_ai_interview", "created_at", "id"),
        Index(None, "organisation_id", "scheduled_at", "id"),
        Index(None, "organisation_id", "title_key", "created_at", "id"),
        Index(None, "candidate_id", "created_at", "id"),
        Index(None, "position_id", "created_at", "id"),
        Index("ix_interviews_missable", "ends_at", sqlite_where=text(MISSABLE), postgresql_where=text(MISSABLE)),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"))
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidates.id"))
    title: Mapped[str] = mapped_column(String(200))
    title_key: Mapped[str] = mapped_column(_Compared, default="")
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
    preparation_minutes: Mapped[int] = mapped_column(default=DEFAULT_PREPARATION_MINUTES)
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
    assessed_by: Mapped[str | None] = mapped_column(String(64))
    assessed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
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
    questions: Mapped[list[PlannedQuestion]] = relationship(
        order_by="PlannedQuestion.position", lazy="select", cascade="all, delete-orphan"
    )
    panel: Mapped[list[InterviewPerson]] = relationship(
        lazy="selectin", order_by="InterviewPerson.position", cascade="all, delete-orphan"
    )
    labels: Mapped[list[InterviewTag]] = relationship(
        lazy="selectin", order_by="InterviewTag.tag", cascade="all, delete-orphan"
    )

    @validates("title")
    def _fold(self, _name: str, title: str) -> str:
        self.title_key = folded(title)
        return title

    @validates(*REPEATED)
    def _repeat(self, name: str, value: Any) -> Any:
        for person in self.panel:
            setattr(person, name, value)
        return value

    @validates("panel")
    def _seat(self, _name: str, person: InterviewPerson) -> InterviewPerson:
        for name in REPEATED:
            if (value := getattr(self, name)) is not None:
                setattr(person, name, value)
        return person

    @property
    def tags(self) -> list[str]:
        """The words it can be found by, in their order."""
        return [label.tag for label in self.labels]

    @property
    def interviewer_ids(self) -> list[str]:
        """The panel's people, who leads first."""
        return [person.user_id for person in self.panel]

    @property
    def people(self) -> list[str]:
        """Whose time it takes, as bookings name them."""
        return [f"candidate:{self.candidate_id}", *(f"user:{user_id}" for user_id in self.interviewer_ids)]

    @property
    def is_assessed(self) -> bool:
        """Whether somebody said how it went."""
        return self.assessed_at is not None

    @property
    def consent_subject(self) -> str:
        """Who is asked for consent."""
        return f"candidate:{self.candidate_id}"

    @property
    def consent_context(self) -> str:
        """What the consent is about."""
        return f"interview:{self.id}"


class InterviewPerson(Base):
    """A person of the organisation on an interview's panel; who leads it stands first.

    What `REPEATED` names follows the interview by itself, written in the same flush.
    """

    __tablename__ = "interview_people"
    __table_args__ = (
        Index(None, "user_id", "created_at", "interview_id"),
        Index(None, "user_id", "scheduled_at", "interview_id"),
        Index(None, "user_id", "status", "created_at", "interview_id"),
    )

    interview_id: Mapped[str] = mapped_column(ForeignKey("interviews.id"), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"), primary_key=True)
    position: Mapped[int]
    role: Mapped[str] = mapped_column(String(16), default=PanelRole.INTERVIEWER)
    status: Mapped[str] = mapped_column(String(16), default=InterviewStatus.SCHEDULED)
    type: Mapped[str] = mapped_column(String(16), default=InterviewType.TECHNICAL)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    scheduled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    user: Mapped[User] = relationship(lazy="joined", innerjoin=True)


class InterviewTag(Base):
    """A word that an interview can be found by; `created_at` repeats the interview's."""

    __tablename__ = "interview_tags"
    __table_args__ = (Index(None, "organisation_id", "tag", "created_at", "interview_id"),)

    interview_id: Mapped[str] = mapped_column(ForeignKey("interviews.id"), primary_key=True)
    tag: Mapped[str] = mapped_column(String(50), primary_key=True)
    organisation_id: Mapped[str] = mapped_column(String(32))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)


class Booking(Base):
    """A stretch of one person's time that an interview takes, its buffer included; gone once it no longer takes it.

    `person` is `user:<id>` or `candidate:<id>`. The end is the first moment that is free again. No two bookings of a
    person overlap, but for those made knowingly.
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
