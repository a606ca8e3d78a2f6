"""API keys: made with chosen scopes, shown once, found again by id and secret."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import or_, select, update

from interview.accounts.errors import NoSuchKey, ScopeMissing
from interview.accounts.models import ApiKey
from interview.accounts.scopes import EVERY_SCOPE
from interview.accounts.signals import api_key_revoked
from interview.core import audit, clock, current, ids, keys, pages
from interview.core.actors import Actor, ActorKind
from interview.core.db import after_commit, db, unit_of_work
from interview.core.errors import Malformed
from interview.core.pages import Page

USE_NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key just made, with the secret that is never shown again."""

    key: ApiKey
    secret: str


def create(
    organisation_id: str, *, name: str, scopes: frozenset[str], expires_at: datetime | None = None, by: Actor
) -> NewKey:
    """Make a key.

    Raises `Malformed` for unknown scopes or an end in the past, `ScopeMissing` for scopes that `by` does not have.
    """
    _check_scopes(scopes, by=by)
    if expires_at is not None and expires_at <= clock.now():
        raise Malformed("The key would be expired.", errors={"expiresAt": ["Lies in the past."]})
    secret = ids.token()
    key = ApiKey(
        organisation_id=organisation_id,
        name=name,
        scopes=sorted(scopes),
        expires_at=expires_at,
        secret_digest=_digest(secret),
        created_by=by.id,
    )
    db.session.add(key)
    db.session.flush()
    audit.record("api_key.created", key, by=by, organisation_id=organisation_id, scopes=key.scopes)
    return NewKey(key, secret)


def get(key_id: str, *, organisation_id: str | None) -> ApiKey:
    """The organisation's key; raises `NoSuchKey`."""
    key = get_any(key_id)
    if key.organisation_id != organisation_id:
        raise NoSuchKey()
    return key


def get_any(key_id: str) -> ApiKey:
    """The key of whichever organisation, for the operator; raises `NoSuchKey`."""
    key = db.session.get(ApiKey, key_id)
    if key is None:
        raise NoSuchKey()
    return key


def list_keys(organisation_id: str | None, *, limit: int, cursor: str | None) -> Page[ApiKey]:
    """The organisation's keys, newest first, revoked ones too."""
    return pages.page(
        select(ApiKey).where(ApiKey.organisation_id == organisation_id),
        newest_by=ApiKey.created_at,
        id_column=ApiKey.id,
        limit=limit,
        cursor=cursor,
        signed_with=current.keyring().derive("cursors"),
    )


def revoke(key: ApiKey, *, by: Actor) -> None:
    """End a key for good; a second time changes nothing."""
    if key.revoked_at is not None:
        return
    key.revoked_at = clock.now()
    audit.record("api_key.revoked", key, by=by, organisation_id=key.organisation_id)
    api_key_revoked.announce(key_id=key.id, organisation_id=key.organisation_id)


def find_by_secret(key_id: str, secret: str) -> ApiKey | None:
    """The key in force that has this secret; its use is noted once a minute, after the caller's own work."""
    key = db.session.get(ApiKey, key_id)
    if not keys.equal(key.secret_digest if key else "", _digest(secret)) or key is None:
        return None
    now = clock.now()
    if not key.is_in_force(now):
        return None
    if key.last_used_at is None or now - key.last_used_at >= USE_NOTED_EVERY:
        after_commit(lambda: _note_use(key_id, now))
    return key


def _note_use(key_id: str, now: datetime) -> None:
    unnoted = or_(ApiKey.last_used_at.is_(None), ApiKey.last_used_at <= now - USE_NOTED_EVERY)
    with unit_of_work():
        db.session.execute(update(ApiKey).where(ApiKey.id == key_id, unnoted).values(last_used_at=now))


def _digest(secret: str) -> str:
    return current.keyring().digest("api keys", secret)


def _check_scopes(scopes: frozenset[str], *, by: Actor) -> None:
    unknown = sorted(scopes - EVERY_SCOPE)
    if unknown or not scopes:
        told = f"Unknown: {', '.join(unknown)}." if unknown else "A key needs at least one scope."
        raise Malformed(told, errors={"scopes": [told]})
    beyond = sorted(scopes - by.scopes)
    if beyond and by.kind is not ActorKind.OPERATOR:
        raise ScopeMissing(f"You cannot give what you do not have: {', '.join(beyond)}.")
