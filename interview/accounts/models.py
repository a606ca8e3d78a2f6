"""The rows: organisations, users, API keys, refresh tokens and the tokens of links that set a password."""

from __future__ import annotations

import secrets
from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, ForeignKey, Index, PrimaryKeyConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from interview.accounts.scopes import SCOPES_OF_ROLE, Role
from interview.core import clock, ids
from interview.core.actors import Actor, ActorKind
from interview.core.db import Base, UtcDateTime

KEY_PREFIX = "tfk_"


class LinkPurpose(StrEnum):
    """What a link that sets a password is for."""

    INVITATION = "invitation"
    RESET = "password_reset"


def normal_email(text: str) -> str:
    """An address as it is compared: without surrounding space, in lower case."""
    return text.strip().lower()


def _key_id() -> str:
    return KEY_PREFIX + secrets.token_hex(12)


class Organisation(Base):
    """A tenant: the boundary of all that its users and keys can see.

    `is_founding` is true for the one that the first admin made and null for all others; being unique, it lets one
    of many simultaneous first registrations win. `timezone` is the IANA zone its people begin with.
    """

    __tablename__ = "organisations"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    name: Mapped[str] = mapped_column(String(200))
    timezone: Mapped[str] = mapped_column(String(64), default="UTC", server_default="UTC")
    is_founding: Mapped[bool | None] = mapped_column(unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)


class User(Base):
    """A person of one organisation: active, or disabled and possibly enabled again; never deleted here.

    `email` is stored in its compared form and unique in the whole product. Without `password_hash` nobody can log
    in. `session_version` is in every access token; raising it ends all logins at once.
    """

    __tablename__ = "users"
    __table_args__ = (
        Index(None, "organisation_id", "created_at", "id"),
        Index(None, "organisation_id", "role", "created_at", "id"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"))
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(200), default="")
    role: Mapped[str] = mapped_column(String(16))
    timezone: Mapped[str] = mapped_column(String(64), default="UTC", server_default="UTC")
    password_hash: Mapped[str | None] = mapped_column(String(200))
    is_active: Mapped[bool] = mapped_column(default=True)
    session_version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now, onupdate=clock.now)

    organisation: Mapped[Organisation] = relationship()

    @property
    def state(self) -> str:
        """How far the person is: `invited` until a password is set, then `active`; or `disabled`."""
        if not self.is_active:
            return "disabled"
        return "active" if self.password_hash else "invited"

    def as_actor(self) -> Actor:
        """This person as the caller of a verb."""
        role = Role(self.role)
        return Actor(ActorKind.USER, self.id, self.organisation_id, role.value, SCOPES_OF_ROLE[role])


class UserWord(Base):
    """A word of a person's name or address, in lower case, by whose beginning the person is found.

    PostgreSQL compares it byte by byte, so that a range finds a beginning whatever the database's language is.
    """

    __tablename__ = "user_words"
    __table_args__ = (PrimaryKeyConstraint("organisation_id", "word", "user_id"), Index(None, "user_id"))

    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"))
    word: Mapped[str] = mapped_column(String(254).with_variant(String(254, collation="C"), "postgresql"))
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"))


class ApiKey(Base):
    """A program's credential in one organisation: in force until it expires or is revoked, and kept after that.

    Of its 256-bit secret only the HMAC is stored. It outlives the person who made it.
    """

    __tablename__ = "api_keys"
    __table_args__ = (Index(None, "organisation_id", "created_at", "id"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=_key_id)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"))
    name: Mapped[str] = mapped_column(String(200), default="")
    secret_digest: Mapped[str] = mapped_column(String(64))
    scopes: Mapped[list[str]] = mapped_column(JSON)
    created_by: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    last_used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    def is_in_force(self, now: datetime) -> bool:
        """Whether the key opens anything at this moment."""
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)

    def as_actor(self) -> Actor:
        """This key as the caller of a verb."""
        return Actor(ActorKind.API_KEY, self.id, self.organisation_id, scopes=frozenset(self.scopes))


class RefreshToken(Base):
    """One link of a login's chain: unused, then used once for its successor; revoked with its whole family.

    The family is the login and lives as long as its first token. Of the token only the HMAC of its `jti` is stored.
    """

    __tablename__ = "refresh_tokens"
    __table_args__ = (Index(None, "user_id"), Index(None, "family_id"), Index(None, "expires_at"))

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"))
    family_id: Mapped[str] = mapped_column(String(32))
    jti_digest: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class AccountToken(Base):
    """The open link by which a person sets a password, at most one for each purpose; using it takes the row away.

    Of its 256-bit token only the HMAC is stored.
    """

    __tablename__ = "account_tokens"
    __table_args__ = (UniqueConstraint("user_id", "purpose"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=ids.opaque)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"))
    purpose: Mapped[str] = mapped_column(String(16))
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    created_by: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)

    user: Mapped[User] = relationship()
