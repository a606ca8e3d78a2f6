"""The judgement's rows."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from interview.accounts.models import User
from interview.core import clock, ids
from interview.core.db import Base, UtcDateTime


class AnalysisStatus(StrEnum):
    """Where an analysis stands."""

    PENDING = "pending"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"


class FinalStatus(StrEnum):
    """What is recommended or decided."""

    PASSED = "passed"
    NEEDS_REVIEW = "needs_review"
    FAILED = "failed"


class Analysis(Base):
    """The software's view of one session: pending, processing, then completed, or failed until it is retried.

    Scores are 0 to 100, or null with a word in `reasons` under the score's name. `final_status` is a recommendation.
    """

    __tablename__ = "analyses"
    __table_args__ = (Index(None, "organisation_id", "created_at"), Index(None, "candidate_id"))

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    session_id: Mapped[str] = mapped_column(ForeignKey("recording_sessions.id"), unique=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"))
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidates.id"))
    status: Mapped[str] = mapped_column(String(16), default=AnalysisStatus.PENDING)
    question_total: Mapped[int] = mapped_column(default=0)
    question_done: Mapped[int] = mapped_column(default=0)
    technical_score: Mapped[float | None]
    communication_score: Mapped[float | None]
    problem_solving_score: Mapped[float | None]
    cultural_fit_score: Mapped[float | None]
    overall_score: Mapped[float | None]
    confidence: Mapped[float | None]
    reasons: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    overall_feedback: Mapped[str | None] = mapped_column(Text)
    strengths: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    improvements: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    final_status: Mapped[str | None] = mapped_column(String(16))
    is_injection_suspected: Mapped[bool] = mapped_column(default=False)
    judged_by: Mapped[list[str]] = mapped_column(JSON, default=list)
    error: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    started_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    completed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class QuestionAnalysis(Base):
    """The software's view of one question; kept as soon as it is made, so a killed analysis goes on where it was."""

    __tablename__ = "question_analyses"
    __table_args__ = (Index(None, "analysis_id", "position", unique=True),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    analysis_id: Mapped[str] = mapped_column(ForeignKey("analyses.id"))
    question_id: Mapped[str] = mapped_column(ForeignKey("asked_questions.id"))
    answer_id: Mapped[str | None] = mapped_column(ForeignKey("answers.id"))
    position: Mapped[int]
    score: Mapped[float | None]
    confidence: Mapped[float]
    judged_by: Mapped[str] = mapped_column(String(120))
    judgement: Mapped[dict[str, Any]] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)


class AiRun(Base):
    """One try of one judge at one question: what was asked of whom, and what came of it. Append-only."""

    __tablename__ = "ai_runs"
    __table_args__ = (Index(None, "analysis_id", "started_at"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    analysis_id: Mapped[str] = mapped_column(ForeignKey("analyses.id"))
    question_id: Mapped[str] = mapped_column(ForeignKey("asked_questions.id"))
    analyser: Mapped[str] = mapped_column(String(120))
    model: Mapped[str | None] = mapped_column(String(120))
    outcome: Mapped[str] = mapped_column(String(32))
    error: Mapped[str | None] = mapped_column(Text)
    prompt_sha256: Mapped[str | None] = mapped_column(String(64))
    input_sha256: Mapped[str | None] = mapped_column(String(64))
    output: Mapped[str | None] = mapped_column(Text)
    tokens_in: Mapped[int] = mapped_column(default=0)
    tokens_out: Mapped[int] = mapped_column(default=0)
    cost_usd: Mapped[float | None]
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ReviewNote(Base):
    """What a person of the organisation wrote down at a moment of a session: written, edited at will, then deleted.

    A deleted note stays as a row, so that its author can take the deletion back; nobody is shown it.
    `at_seconds` counts from the recording's beginning, and where nothing was recorded from the session's.
    """

    __tablename__ = "review_notes"
    __table_args__ = (Index(None, "session_id", "created_at", "id"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"))
    session_id: Mapped[str] = mapped_column(ForeignKey("recording_sessions.id"))
    author_id: Mapped[str] = mapped_column(ForeignKey("users.id"))
    at_seconds: Mapped[float]
    text: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    edited_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    author: Mapped[User] = relationship(lazy="joined", innerjoin=True)


class Decision(Base):
    """A named person's decision about a session, with the reason; append-only, the newest counts."""

    __tablename__ = "decisions"
    __table_args__ = (Index(None, "session_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    session_id: Mapped[str] = mapped_column(ForeignKey("recording_sessions.id"))
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"))
    ai_status: Mapped[str | None] = mapped_column(String(16))
    final_status: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str] = mapped_column(Text)
    decided_by: Mapped[str] = mapped_column(ForeignKey("users.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)

    person: Mapped[User] = relationship(lazy="joined", innerjoin=True)

    @property
    def decided_by_name(self) -> str:
        """Who that is, as people call them."""
        return self.person.name or self.person.email
