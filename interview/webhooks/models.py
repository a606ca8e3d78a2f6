"""The rows: who wants to be told what, and what was sent."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from interview.core import clock, ids
from interview.core.db import Base, UtcDateTime

EVENT_PREFIX = "evt_"


class OffReason(StrEnum):
    """Why a subscription is off."""

    BY_PERSON = "by_person"
    GONE = "gone"
    FAILING = "failing"


class DeliveryState(StrEnum):
    """Where a delivery stands; `pending` until it arrived or was given up."""

    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"


class WebhookSubscription(Base):
    """An address of one organisation that is told of chosen events: on, or off with the reason; deleted for good.

    The secret is kept encrypted, because each message is signed with it. After a rotation the former one signs too,
    until `former_secret_until`. `failing_since` is the first failed try since the last that arrived. While an address
    does not answer at all, `silences` counts and nothing is sent there until `paused_until`.
    """

    __tablename__ = "webhook_subscriptions"
    __table_args__ = (Index(None, "organisation_id", "created_at", "id"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"))
    url: Mapped[str] = mapped_column(String(2000))
    description: Mapped[str] = mapped_column(String(200), default="")
    events: Mapped[list[str]] = mapped_column(JSON)
    is_active: Mapped[bool] = mapped_column(default=True)
    off_reason: Mapped[str | None] = mapped_column(String(16))
    secret_sealed: Mapped[str] = mapped_column(Text)
    former_secret_sealed: Mapped[str | None] = mapped_column(Text)
    former_secret_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    failing_since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    silences: Mapped[int] = mapped_column(default=0)
    paused_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_by: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)


def new_event_id() -> str:
    """The id of an event, which is the `webhook-id` of every message about it."""
    return EVENT_PREFIX + ids.opaque()


class WebhookDelivery(Base):
    """One event on its way to one subscription: pending, then delivered, or failed after its last try.

    `payload` is the body, byte for byte the same at every try. `try_key` names the job that may make the next try, so
    that an older one, such as from before a replay, finds nothing to do.
    """

    __tablename__ = "webhook_deliveries"
    __table_args__ = (
        UniqueConstraint("subscription_id", "event_id"),
        Index(None, "subscription_id", "created_at", "id"),
        Index(None, "subscription_id", "state", "created_at", "id"),
        Index(None, "state", "created_at"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    subscription_id: Mapped[str] = mapped_column(ForeignKey("webhook_subscriptions.id"))
    event_id: Mapped[str] = mapped_column(String(40))
    type: Mapped[str] = mapped_column(String(64))
    payload: Mapped[str] = mapped_column(Text, deferred=True)
    state: Mapped[str] = mapped_column(String(16), default=DeliveryState.PENDING)
    try_key: Mapped[str | None] = mapped_column(String(32))
    attempts: Mapped[int] = mapped_column(default=0)
    last_status: Mapped[int | None]
    last_answer: Mapped[str | None] = mapped_column(Text, deferred=True)
    last_error: Mapped[str | None] = mapped_column(String(300))
    last_milliseconds: Mapped[int | None]
    last_tried_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    next_try_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    delivered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
