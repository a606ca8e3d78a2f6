"""The calendar's rows."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from interview.accounts.models import User
from interview.candidates.models import Candidate
from interview.core import clock, ids
from interview.core.db import Base, UtcDateTime
from interview.scheduling.models import Interview


class CalendarFeed(Base):
    """The private address of one person's calendar: one at a time; of its 256-bit token only the HMAC is stored."""

    __tablename__ = "calendar_feeds"

    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"), primary_key=True)
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)

    user: Mapped[User] = relationship(lazy="joined", innerjoin=True)


class WorkingHours(Base):
    """When a person can be asked for an interview, on the clock of their zone.

    `rules` holds `{weekday, starts_minute, ends_minute}`, `exceptions` holds `{day, stretches}`; both are written by
    `hours.service` alone.
    """

    __tablename__ = "working_hours"

    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"), primary_key=True)
    timezone: Mapped[str] = mapped_column(String(64))
    rules: Mapped[list[dict[str, int]]] = mapped_column(JSON, default=list)
    exceptions: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now, onupdate=clock.now)


class BusySource(Base):
    """A calendar elsewhere that tells when a person is busy: fetched again and again until it is removed.

    Its address opens it to whoever knows it, so it is encrypted; `host` is what people are shown.
    `error` is the failure of the last fetch, None once one has worked again; the times last known stay.
    """

    __tablename__ = "busy_sources"
    __table_args__ = (Index(None, "user_id", "created_at"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"))
    label: Mapped[str] = mapped_column(String(100), default="")
    host: Mapped[str] = mapped_column(String(255))
    url_sealed: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    tried_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    fetched_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    error: Mapped[str | None] = mapped_column(String(300))
    busy_count: Mapped[int] = mapped_column(default=0)


class BusyTime(Base):
    """A stretch of a person's time that a calendar elsewhere takes; nothing else of what stands there is kept."""

    __tablename__ = "busy_times"
    __table_args__ = (Index(None, "user_id", "starts_at"), Index(None, "source_id"))

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    source_id: Mapped[str] = mapped_column(ForeignKey("busy_sources.id"))
    user_id: Mapped[str] = mapped_column(String(32))
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)


class BookingLink(Base):
    """What a candidate may book by themselves: open until it expires or is revoked, then with `interview_id` booked.

    The days from `first_day` to `last_day` are days in `timezone`. Of the 256-bit token only the HMAC is stored.
    """

    __tablename__ = "booking_links"
    __table_args__ = (Index(None, "organisation_id", "created_at", "id"), Index(None, "candidate_id", "created_at"))

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"))
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidates.id"))
    interview_id: Mapped[str | None] = mapped_column(ForeignKey("interviews.id"))
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    title: Mapped[str] = mapped_column(String(200))
    position: Mapped[str | None] = mapped_column(String(200))
    type: Mapped[str] = mapped_column(String(16))
    mode: Mapped[str] = mapped_column(String(16))
    location: Mapped[str | None] = mapped_column(String(300))
    meeting_url: Mapped[str | None] = mapped_column(String(2000))
    duration_minutes: Mapped[int]
    buffer_minutes: Mapped[int]
    step_minutes: Mapped[int]
    timezone: Mapped[str] = mapped_column(String(64))
    first_day: Mapped[date]
    last_day: Mapped[date]
    notice_hours: Mapped[int]
    deadline_hours: Mapped[int]
    changes_left: Mapped[int]
    interviewer_ids: Mapped[list[str]] = mapped_column(JSON)
    created_by: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    candidate: Mapped[Candidate] = relationship(lazy="joined", innerjoin=True)
    interview: Mapped[Interview | None] = relationship(lazy="select")
