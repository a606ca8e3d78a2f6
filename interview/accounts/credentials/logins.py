"""Logins: one family of refresh tokens each, rotated on use, ended as a whole when one is used twice.

Every change of a family first locks its user's row, so that a family is not revoked and prolonged at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, CursorResult, Executable, delete, select, update

from interview.accounts.credentials import tokens
from interview.accounts.credentials.tokens import Claims
from interview.accounts.errors import RefreshRefused
from interview.accounts.models import RefreshToken, User
from interview.accounts.signals import login_ended
from interview.core import audit, clock, current, ids
from interview.core.db import db


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a login is given: both tokens, the CSRF value they share, and when the login ends."""

    access: str
    refresh: str
    csrf: str
    expires_at: datetime


def start(user: User) -> Tokens:
    """Begin a login."""
    expires_at = clock.now() + timedelta(days=current.settings().refresh_token_days)
    return _issue(user, family_id=ids.opaque(), expires_at=expires_at)


def renew(claims: Claims) -> Tokens | None:
    """Trade a refresh token for new tokens; None when it was used before, and its login is ended then.

    Raises `RefreshRefused` when the login or its user is no longer in force.
    """
    user = _lock(claims.user_id)
    token = db.session.scalar(select(RefreshToken).where(RefreshToken.jti_digest == tokens.digest(claims)))
    if token is None or token.revoked_at is not None or clock.now() >= token.expires_at:
        raise RefreshRefused()
    if token.used_at is not None:
        end(claims.family_id, user=user)
        audit.record("login.refresh_reused", token, by=user.as_actor())
        return None
    if not user.is_active or user.session_version != claims.session_version:
        raise RefreshRefused()
    token.used_at = clock.now()
    return _issue(user, family_id=token.family_id, expires_at=token.expires_at)


def end(family_id: str, *, user: User) -> None:
    """End one login of a user whose row is locked."""
    if _revoke(RefreshToken.user_id == user.id, RefreshToken.family_id == family_id):
        login_ended.announce(user_id=user.id, family_id=family_id)


def end_by(claims: Claims) -> None:
    """End the login that a verified token belongs to."""
    user = db.session.get(User, claims.user_id, with_for_update=True)
    if user is not None:
        end(claims.family_id, user=user)


def end_all(user: User, *, but: str | None = None) -> None:
    """End every login of a user whose row is locked, except the one named."""
    if _revoke(RefreshToken.user_id == user.id, RefreshToken.family_id != (but or "")):
        login_ended.announce(user_id=user.id, family_id=None, but=but)


def find_user(claims: Claims) -> User | None:
    """The user for whom an access token still speaks: active, the same session version, the login not ended."""
    alive = select(RefreshToken.id).where(
        RefreshToken.family_id == claims.family_id,
        RefreshToken.user_id == User.id,
        RefreshToken.revoked_at.is_(None),
    )
    return db.session.scalar(
        select(User).where(
            User.id == claims.user_id,
            User.is_active,
            User.session_version == claims.session_version,
            alive.exists(),
        )
    )


def forget_expired() -> int:
    """Drop the tokens of logins that ended by time; returns how many."""
    return _rows(delete(RefreshToken).where(RefreshToken.expires_at < clock.now()))


def _issue(user: User, *, family_id: str, expires_at: datetime) -> Tokens:
    claims = tokens.claims_for(user.id, family_id=family_id, session_version=user.session_version)
    db.session.add(
        RefreshToken(user_id=user.id, family_id=family_id, jti_digest=tokens.digest(claims), expires_at=expires_at)
    )
    return Tokens(tokens.access(claims), tokens.refresh(claims, expires_at=expires_at), claims.csrf, expires_at)


def _lock(user_id: str) -> User:
    user = db.session.get(User, user_id, with_for_update=True, populate_existing=True)
    if user is None:
        raise RefreshRefused()
    return user


def _revoke(*which: ColumnElement[bool]) -> int:
    open_ones = update(RefreshToken).where(*which, RefreshToken.revoked_at.is_(None))
    return _rows(open_ones.values(revoked_at=clock.now()))


def _rows(change: Executable) -> int:
    result = db.session.execute(change)
    return result.rowcount if isinstance(result, CursorResult) else 0
