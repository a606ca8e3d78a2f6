"""Links that set a password: made for one person and purpose, told once, used once.

The token stands in the fragment of the address, which browsers send to no server; only its HMAC is stored.
A new link takes the place of the one before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from interview.accounts.errors import LinkDead
from interview.accounts.models import AccountToken, LinkPurpose, User
from interview.core import clock, current, ids
from interview.core.actors import Actor
from interview.core.db import db

# Who asks for one again and again sends no more than one message a minute to a stranger's mailbox.
RESET_AGAIN_AFTER = timedelta(minutes=1)
_PAGES = {LinkPurpose.INVITATION: "join", LinkPurpose.RESET: "reset"}


@dataclass(frozen=True, slots=True)
class Link:
    """A link just made, told this once, and when it stops working."""

    address: str
    expires_at: datetime


def make(user: User, purpose: LinkPurpose, *, by: Actor) -> Link:
    """Make a link in place of the last one of this purpose; the user's row is locked."""
    drop(user, purpose)
    token = ids.token()
    made = AccountToken(
        user_id=user.id,
        purpose=purpose.value,
        token_digest=_digest(purpose, token),
        created_by=by.id,
        expires_at=clock.now() + _life(purpose),
    )
    db.session.add(made)
    db.session.flush()
    return Link(f"{current.settings().site_url}/{_PAGES[purpose]}#{token}", made.expires_at)


def drop(user: User, *purposes: LinkPurpose) -> None:
    """Make the open links of these purposes worthless, of all where none is named."""
    kinds = [purpose.value for purpose in purposes or LinkPurpose]
    db.session.execute(delete(AccountToken).where(AccountToken.user_id == user.id, AccountToken.purpose.in_(kinds)))


def read(token: str, purpose: LinkPurpose) -> AccountToken:
    """The open link with this token, whose person may still act; raises `LinkDead`, the same for every reason."""
    digest = _digest(purpose, token)
    query = select(AccountToken).where(AccountToken.token_digest == digest).execution_options(populate_existing=True)
    found = db.session.scalar(query)
    if found is None or clock.now() >= found.expires_at or not found.user.is_active:
        raise LinkDead("This link was used, has expired or was replaced by a newer one. Ask for another.")
    return found


def use(token: str, purpose: LinkPurpose) -> User:
    """Use a link up; returns its person, locked. Of several at once one succeeds. Raises `LinkDead`."""
    user = read(token, purpose).user
    db.session.refresh(user, with_for_update=True)
    read(token, purpose)
    drop(user, purpose)
    return user


def has_fresh(user: User, purpose: LinkPurpose) -> bool:
    """Whether a link of this purpose was made a moment ago."""
    newest = select(AccountToken.created_at).where(
        AccountToken.user_id == user.id, AccountToken.purpose == purpose.value
    )
    made_at = db.session.scalar(newest)
    return made_at is not None and clock.now() - made_at < RESET_AGAIN_AFTER


def _life(purpose: LinkPurpose) -> timedelta:
    settings = current.settings()
    if purpose is LinkPurpose.INVITATION:
        return timedelta(days=settings.account_invitation_days)
    return timedelta(minutes=settings.password_reset_minutes)


def _digest(purpose: LinkPurpose, token: str) -> str:
    return current.keyring().digest(f"account links, {purpose.value}", token)
