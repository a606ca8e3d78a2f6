"""The rows: lots, who is in them, their draws and who was in each draw's pool."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from interview.candidates.lots.criteria import Criteria
from interview.candidates.models import Candidate
from interview.candidates.positions.models import Position
from interview.core import clock, ids
from interview.core.db import Base, UtcDateTime


class LotStatus(StrEnum):
    """Where a lot stands; members of open lots can be left out of other lots' criteria."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    ARCHIVED = "archived"


class Entry(StrEnum):
    """How a candidate came into a lot: by hand, as one whom the criteria match, drawn, or next on the waiting list."""

    ADDED = "added"
    SELECTED = "selected"
    DRAWN = "drawn"
    REPLACEMENT = "replacement"


class DrawStatus(StrEnum):
    """Where a draw stands: published, then drawn; or withdrawn before its seed could be known."""

    PREPARED = "prepared"
    DRAWN = "drawn"
    WITHDRAWN = "withdrawn"


class Place(StrEnum):
    """Where somebody of a pool stands once it is drawn; those who declined stay in the record."""

    POOL = "pool"
    HOLDING = "holding"
    WAITING = "waiting"
    DECLINED = "declined"


class Lot(Base):
    """A group of candidates: draft or open, closed, archived; `places` null means any number.

    From the publication of a draw on (`draw_status`), criteria, places and members change by the draw alone.
    """

    __tablename__ = "lots"
    __table_args__ = (
        Index(None, "organisation_id", "created_at", "id"),
        Index(None, "organisation_id", "status", "created_at", "id"),
        Index(None, "position_id"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"))
    position_id: Mapped[str | None] = mapped_column(ForeignKey("positions.id"))
    name: Mapped[str] = mapped_column(String(200))
    description: Mapped[str | None] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(16), default=LotStatus.OPEN)
    places: Mapped[int | None]
    criteria: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    member_count: Mapped[int] = mapped_column(default=0)
    draw_status: Mapped[str | None] = mapped_column(String(16))
    created_by: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    position: Mapped[Position | None] = relationship(lazy="joined")

    @property
    def wanted(self) -> Criteria:
        """What the lot asks of a candidate."""
        return Criteria.kept(self.criteria)

    @property
    def places_left(self) -> int | None:
        """How many more the lot takes; None where it takes any number."""
        return None if self.places is None else max(0, self.places - self.member_count)


class LotMember(Base):
    """A candidate in a lot; gone once removed, which the audit log keeps."""

    __tablename__ = "lot_members"
    __table_args__ = (
        Index(None, "lot_id", "added_at", "candidate_id"),
        Index(None, "candidate_id"),
    )

    lot_id: Mapped[str] = mapped_column(ForeignKey("lots.id"), primary_key=True)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidates.id"), primary_key=True)
    entry: Mapped[str] = mapped_column(String(16))
    rank: Mapped[int | None]
    added_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    added_by: Mapped[str | None] = mapped_column(String(64))

    candidate: Mapped[Candidate] = relationship(lazy="joined", innerjoin=True)


class LotDraw(Base):
    """One draw: published with `document` (canonical JSON, never changed) and its hash, then drawn once.

    A withdrawn draw stays, and every later one of the lot names it. `seed_sealed` is the committed number, encrypted,
    until it is revealed in `seed`: one text for each source of the document.
    """

    __tablename__ = "lot_draws"
    __table_args__ = (UniqueConstraint("lot_id", "attempt"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    public_id: Mapped[str] = mapped_column(String(32), unique=True, default=ids.opaque)
    lot_id: Mapped[str] = mapped_column(ForeignKey("lots.id"))
    attempt: Mapped[int]
    status: Mapped[str] = mapped_column(String(16), default=DrawStatus.PREPARED)
    places: Mapped[int]
    pool_size: Mapped[int]
    sources: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    document: Mapped[str] = mapped_column(Text, deferred=True)
    document_sha256: Mapped[str] = mapped_column(String(64))
    seed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    seed_sealed: Mapped[str | None] = mapped_column(Text)
    seed: Mapped[list[str] | None] = mapped_column(JSON)
    key_string: Mapped[str | None] = mapped_column(Text)
    changes: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    prepared_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    prepared_by: Mapped[str] = mapped_column(String(64))
    drawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    drawn_by: Mapped[str | None] = mapped_column(String(64))
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    withdrawn_reason: Mapped[str | None] = mapped_column(String(500))


class DrawEntry(Base):
    """Somebody in a draw's pool: `number` in the published list (from 1), `rank` as drawn (from 1).

    `candidate_id` and `secret` are what connects the published pseudonym with a person: without them, as after an
    erasure, the list stays whole and names nobody.
    """

    __tablename__ = "lot_draw_entries"
    __table_args__ = (
        UniqueConstraint("draw_id", "candidate_id"),
        Index(None, "draw_id", "rank", "number"),
        Index(None, "candidate_id"),
    )

    draw_id: Mapped[str] = mapped_column(ForeignKey("lot_draws.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    candidate_id: Mapped[int | None] = mapped_column(ForeignKey("candidates.id"))
    secret: Mapped[str | None] = mapped_column(String(32))
    rank: Mapped[int | None]
    place: Mapped[str] = mapped_column(String(16), default=Place.POOL)

    candidate: Mapped[Candidate | None] = relationship(lazy="joined")
