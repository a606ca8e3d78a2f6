"""The rows: candidates, what is said of them in labels, their way through the pipeline, resumes and imports."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from interview.candidates.columns import (
    RecordingColumns,
    ScoreColumns,
    SessionColumns,
    StatusColumns,
    TranscriptColumns,
)
from interview.core import clock, ids
from interview.core.db import Base, UtcDateTime

# What the column holds; a larger number in an address is nobody, not a failure of the database.
LARGEST_ID = 2**31 - 1
LONGEST_LABEL = 100
# Compared byte by byte, so that the beginning of a word is a range of the index in every database.
_Compared = String(LONGEST_LABEL).with_variant(String(LONGEST_LABEL, collation="C"), "postgresql")
_ACTIVE, _ARCHIVED = text("archived_at IS NULL"), text("archived_at IS NOT NULL")


class Stage(StrEnum):
    """Where a candidate stands in the pipeline; callers know it as `status`."""

    NEW = "new"
    SCREENING = "screening"
    INTERVIEW = "interview"
    OFFER = "offer"
    HIRED = "hired"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class LabelKind(StrEnum):
    """What a label says: what the candidate can do, or how the organisation sorts them."""

    SKILL = "skill"
    TAG = "tag"


class ScanState(StrEnum):
    """What the virus scanner says of a file; `unscanned` where none is set up, `waiting` while it cannot be asked."""

    UNSCANNED = "unscanned"
    WAITING = "waiting"
    CLEAN = "clean"
    INFECTED = "infected"


class Progress(StrEnum):
    """How far work in the background has come."""

    PENDING = "pending"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"


class Candidate(RecordingColumns, TranscriptColumns, ScoreColumns, SessionColumns, StatusColumns, Base):
    """One person in one organisation: created, then archived and perhaps restored; never deleted but by erasure.

    The e-mail address, where there is one, is used once in an organisation: the service holds the organisation's row
    while it looks, because older databases may already hold doubles that a constraint would refuse.
    The column is `pipeline_stage` because databases of older recruiting products have a `stage` of their own.
    `version` rises with every change of the profile; `overall_score` mirrors the newest analysis, 0 to 100.
    """

    __tablename__ = "candidates"
    __table_args__ = (
        Index(None, "organisation_id", "created_at", "id"),
        Index(None, "organisation_id", "email"),
        Index(None, "organisation_id", "pipeline_stage", "created_at", "id"),
        Index(None, "organisation_id", "experience_years"),
        Index(None, "organisation_id", "overall_score"),
        Index(None, "interview_session_id"),
        Index(None, "user_id"),
        Index(
            "ix_candidates_active",
            "organisation_id",
            "created_at",
            "id",
            sqlite_where=_ACTIVE,
            postgresql_where=_ACTIVE,
        ),
        Index(
            "ix_candidates_active_in_stage",
            "organisation_id",
            "pipeline_stage",
            "created_at",
            "id",
            sqlite_where=_ACTIVE,
            postgresql_where=_ACTIVE,
        ),
        Index(
            "ix_candidates_archived",
            "organisation_id",
            "created_at",
            "id",
            sqlite_where=_ARCHIVED,
            postgresql_where=_ARCHIVED,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"))
    user_id: Mapped[str | None] = mapped_column(ForeignKey("users.id"))
    name: Mapped[str] = mapped_column(String(200))
    email: Mapped[str | None] = mapped_column(String(254))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    phone: Mapped[str | None] = mapped_column(String(40))
    headline: Mapped[str | None] = mapped_column(String(200))
    location: Mapped[str | None] = mapped_column(String(200))
    timezone: Mapped[str | None] = mapped_column(String(64))
    experience_years: Mapped[float | None]
    summary: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str | None] = mapped_column(String(100))
    stage: Mapped[str] = mapped_column("pipeline_stage", String(16), default=Stage.NEW)
    overall_score: Mapped[float | None]
    version: Mapped[int] = mapped_column(default=1)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)


class CandidateLabel(Base):
    """A skill or a tag of a candidate: `label` as it is compared, `shown` as it was written."""

    __tablename__ = "candidate_labels"
    __table_args__ = (Index(None, "organisation_id", "kind", "label", "candidate_id"),)

    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidates.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(8), primary_key=True)
    label: Mapped[str] = mapped_column(_Compared, primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"))
    shown: Mapped[str] = mapped_column(String(LONGEST_LABEL))


class CandidateWord(Base):
    """A word of a candidate's name, or their address, as it is searched by its beginning."""

    __tablename__ = "candidate_words"
    __table_args__ = (Index(None, "organisation_id", "word", "candidate_id"),)

    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidates.id"), primary_key=True)
    word: Mapped[str] = mapped_column(_Compared, primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"))


class StageChange(Base):
    """One step in the pipeline, append-only; the first has no `from_stage`."""

    __tablename__ = "candidate_stage_changes"
    __table_args__ = (Index(None, "candidate_id", "at", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidates.id"))
    from_stage: Mapped[str | None] = mapped_column(String(16))
    to_stage: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str | None] = mapped_column(String(500))
    by_kind: Mapped[str] = mapped_column(String(32))
    by_id: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)


class Resume(Base):
    """One version of a candidate's resume; the highest counts. Its bytes lie in the store and are never changed.

    An infected one keeps its row and loses its bytes. The text is read out of it in the background.
    """

    __tablename__ = "resumes"
    __table_args__ = (UniqueConstraint("candidate_id", "version"), Index(None, "storage_key"))

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidates.id"))
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"))
    version: Mapped[int]
    filename: Mapped[str] = mapped_column(String(200))
    media_type: Mapped[str] = mapped_column(String(100))
    size_bytes: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    storage_key: Mapped[str | None] = mapped_column(String(160))
    scan_status: Mapped[str] = mapped_column(String(16))
    text_status: Mapped[str] = mapped_column(String(16), default=Progress.PENDING)
    text_problem: Mapped[str | None] = mapped_column(String(40))
    text: Mapped[str | None] = mapped_column(Text, deferred=True)
    page_count: Mapped[int | None]
    is_cut: Mapped[bool] = mapped_column(default=False)
    has_hidden_text: Mapped[bool] = mapped_column(default=False)
    suggested_skills: Mapped[list[str]] = mapped_column(JSON, default=list)
    created_by: Mapped[str] = mapped_column(String(100))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)


class CandidateImport(Base):
    """One CSV file being read into candidates: pending, processing, then completed or failed.

    `position` rows are done; it moves in the transaction of what those rows did, so a run that is taken up again
    goes on behind them. A dry run changes nothing but its own report.
    """

    __tablename__ = "candidate_imports"
    __table_args__ = (Index(None, "organisation_id", "created_at", "id"), Index(None, "storage_key"))

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"))
    is_dry_run: Mapped[bool]
    storage_key: Mapped[str | None] = mapped_column(String(160))
    size_bytes: Mapped[int]
    status: Mapped[str] = mapped_column(String(16), default=Progress.PENDING)
    problem: Mapped[str | None] = mapped_column(String(500))
    total_rows: Mapped[int | None]
    position: Mapped[int] = mapped_column(default=0)
    created_count: Mapped[int] = mapped_column(default=0)
    updated_count: Mapped[int] = mapped_column(default=0)
    unchanged_count: Mapped[int] = mapped_column(default=0)
    refused_count: Mapped[int] = mapped_column(default=0)
    problems: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    ignored_columns: Mapped[list[str]] = mapped_column(JSON, default=list)
    created_by: Mapped[str] = mapped_column(String(100))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
