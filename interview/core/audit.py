"""The audit log: who did what to which object, append-only, written in the transaction of the deed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from flask import g, has_request_context
from sqlalchemy import JSON, Index, String, insert
from sqlalchemy.orm import Mapped, mapped_column

from interview.core import callers, clock
from interview.core.actors import Actor
from interview.core.db import Base, UtcDateTime, append, db


class AuditEvent(Base):
    """One deed. Never changed and never deleted by the product; retention of the log is the operator's."""

    __tablename__ = "audit_events"
    __table_args__ = (
        Index(None, "organisation_id", "at"),
        Index(None, "object_type", "object_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    organisation_id: Mapped[str | None] = mapped_column(String(32))
    actor_kind: Mapped[str] = mapped_column(String(32))
    actor_id: Mapped[str] = mapped_column(String(64))
    action: Mapped[str] = mapped_column(String(64))
    object_type: Mapped[str] = mapped_column(String(32))
    object_id: Mapped[str] = mapped_column(String(64))
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    request_id: Mapped[str | None] = mapped_column(String(64))
    address: Mapped[str | None] = mapped_column(String(64))


def record(action: str, subject: object, *, by: Actor, organisation_id: str | None = None, **details: Any) -> None:
    """Write one deed: the verb in the past (`interview.cancelled`), the row it was done to, and small details."""
    object_type = getattr(subject, "__tablename__", type(subject).__name__)
    told = {"object_type": object_type, "object_id": str(getattr(subject, "id", "")), "details": details}
    append(AuditEvent(**_common(action, by, organisation_id), **told))


def record_each(
    action: str, object_type: str, details: Mapping[Any, dict[str, Any]], *, by: Actor, organisation_id: str
) -> None:
    """Write the same deed for many rows of one table at once: their ids, each with its small details."""
    shared = _common(action, by, organisation_id) | {"at": clock.now(), "object_type": object_type}
    rows = [shared | {"object_id": str(one), "details": told} for one, told in details.items()]
    if rows:
        db.session.execute(insert(AuditEvent), rows)


def _common(action: str, by: Actor, organisation_id: str | None) -> dict[str, Any]:
    inside = has_request_context()
    return {
        "organisation_id": organisation_id or by.organisation_id,
        "actor_kind": by.kind.value,
        "actor_id": by.id,
        "action": action,
        "request_id": g.get("request_id") if inside else None,
        "address": callers.address() if inside else None,
    }
