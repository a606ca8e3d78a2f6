"""The candidate's row."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from interview.candidates.columns import (
    RecordingColumns,
    ScoreColumns,
    SessionColumns,
    StatusColumns,
    TranscriptColumns,
)
from interview.core import clock
from interview.core.db import Base, UtcDateTime

# What the column holds; a larger number in an address is nobody, not a failure of the database.
LARGEST_ID = 2**31 - 1


class Candidate(RecordingColumns, TranscriptColumns, ScoreColumns, SessionColumns, StatusColumns, Base):
    """One person in one organisation: created, then archived; never deleted but by erasure.

    The e-mail address, where there is one, is used once in an organisation: the service holds the organisation's row
    while it looks, because older databases may already hold doubles that a constraint would refuse.
    """

    __tablename__ = "candidates"
    __table_args__ = (
        Index(None, "organisation_id", "created_at", "id"),
        Index(None, "organisation_id", "email"),
        Index(None, "interview_session_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"))
    user_id: Mapped[str | None] = mapped_column(ForeignKey("users.id"))
    name: Mapped[str] = mapped_column(String(200))
    email: Mapped[str | None] = mapped_column(String(254))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
