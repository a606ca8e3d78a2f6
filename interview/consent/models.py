"""The ledger's row."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from interview.core import clock
from interview.core.db import Base, UtcDateTime


class Consent(Base):
    """One statement about one purpose; never changed, a withdrawal is a later statement.

    `subject` is the person (`candidate:12`), `context` what it is about (`interview:…`).
    """

    __tablename__ = "consents"
    __table_args__ = (Index(None, "subject", "context", "purpose", "id"), Index(None, "organisation_id", "at"))

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"))
    subject: Mapped[str] = mapped_column(String(80))
    context: Mapped[str] = mapped_column(String(80))
    purpose: Mapped[str] = mapped_column(String(32))
    is_granted: Mapped[bool]
    notice_version: Mapped[str] = mapped_column(String(32))
    notice_sha256: Mapped[str] = mapped_column(String(64))
    locale: Mapped[str] = mapped_column(String(16))
    method: Mapped[str] = mapped_column(String(32))
    evidence: Mapped[str | None] = mapped_column(Text)
    stated_by: Mapped[str] = mapped_column(String(100))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
