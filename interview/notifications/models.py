"""The rows: messages, what was tried for each, an organisation's own texts, and channels people want quiet."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from interview.core import clock, ids
from interview.core.db import Base, UtcDateTime


class Channel(StrEnum):
    """How somebody is reached."""

    EMAIL = "email"
    SMS = "sms"


class MessageState(StrEnum):
    """Where a message stands."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    HELD = "held"
    WITHDRAWN = "withdrawn"
    SILENCED = "silenced"
    UNCONFIRMED = "unconfirmed"


# Nobody has taken these over yet: they can still be withdrawn.
UNSENT = frozenset({MessageState.QUEUED, MessageState.HELD})


class Outcome(StrEnum):
    """How one attempt ended; `handed_over` while its result is not known yet."""

    HANDED_OVER = "handed_over"
    ACCEPTED = "accepted"
    DELAYED = "delayed"
    REFUSED = "refused"
    UNCONFIRMED = "unconfirmed"


class Message(Base):
    """What one person is told on one channel.

    queued → sending, written just before the supplier takes it over → sent, failed, or queued again; held where the
    channel has no credentials; silenced, withdrawn; unconfirmed where nobody can know whether it was taken over.
    `tries` counts towards the three of this edition; a new edition begins when the message is queued again, a new
    copy when one that was sent is sent once more.
    What it says is kept encrypted, because it carries links that open something.
    """

    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("organisation_id", "key", "channel"),
        Index(None, "organisation_id", "created_at", "id"),
        Index(None, "organisation_id", "state", "created_at", "id"),
        Index(None, "organisation_id", "channel", "created_at", "id"),
        Index(None, "organisation_id", "kind", "created_at", "id"),
        Index(None, "organisation_id", "recipient", "created_at", "id"),
        Index(None, "organisation_id", "address", "created_at", "id"),
        Index(None, "organisation_id", "about", "created_at", "id"),
        Index(None, "state", "channel", "id"),
        Index(None, "about", "state"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"))
    key: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(64))
    channel: Mapped[str] = mapped_column(String(16))
    about: Mapped[str | None] = mapped_column(String(100))
    recipient: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(200))
    address: Mapped[str] = mapped_column(String(254))
    timezone: Mapped[str] = mapped_column(String(64), default="UTC")
    title: Mapped[str] = mapped_column(String(300), default="")
    sealed: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(16), default=MessageState.QUEUED)
    reason: Mapped[str | None] = mapped_column(String(500))
    send_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    tries: Mapped[int] = mapped_column(default=0)
    edition: Mapped[int] = mapped_column(default=1)
    copy: Mapped[int] = mapped_column(default=1)
    supplier: Mapped[str | None] = mapped_column(String(16))
    supplier_reference: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now, onupdate=clock.now)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @property
    def is_unsent(self) -> bool:
        """Whether nobody has taken it over yet."""
        return self.state in UNSENT


class MessageAttempt(Base):
    """One try at handing a message over: when, by whom, and what the supplier said."""

    __tablename__ = "message_attempts"
    __table_args__ = (UniqueConstraint("message_id", "number"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    message_id: Mapped[str] = mapped_column(ForeignKey("messages.id"))
    number: Mapped[int]
    supplier: Mapped[str] = mapped_column(String(16))
    outcome: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str | None] = mapped_column(String(500))
    started_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    handed_over_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    next_try_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class MessageTemplate(Base):
    """An organisation's own text of one kind, in force instead of the built-in one."""

    __tablename__ = "message_templates"

    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(64), primary_key=True)
    subject: Mapped[str] = mapped_column(String(500))
    text: Mapped[str] = mapped_column(Text)
    html: Mapped[str | None] = mapped_column(Text)
    sms: Mapped[str | None] = mapped_column(Text)
    updated_by: Mapped[str] = mapped_column(String(64))
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now, onupdate=clock.now)


class QuietChannel(Base):
    """A channel on which somebody wants to hear nothing, security of their account excepted."""

    __tablename__ = "quiet_channels"

    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"), primary_key=True)
    recipient: Mapped[str] = mapped_column(String(64), primary_key=True)
    channel: Mapped[str] = mapped_column(String(16), primary_key=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
