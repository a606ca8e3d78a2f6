"""Credentials that go on being used without being shown again, as by an open socket, and which of them have ended."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import or_, select

from interview.accounts.models import ApiKey, RefreshToken, User
from interview.core import clock
from interview.core.actors import Actor, ActorKind
from interview.core.db import db


@dataclass(frozen=True, slots=True)
class Held:
    """Who came with a credential, as what, and for a person the login it belongs to."""

    actor: Actor
    family_id: str | None = None


def ended(held: Collection[Held]) -> set[Held]:
    """Those no longer in force, in at most two queries: keys revoked or expired; logins ended or over by time, and
    people who were disabled or have another role. Callers of other kinds are left to those who know them.
    """
    keys = {one.actor.id for one in held if one.actor.kind is ActorKind.API_KEY}
    families = {one.family_id for one in held if one.actor.kind is ActorKind.USER and one.family_id}
    live_keys, live_logins = _keys_in_force(keys), _logins_in_force(families)
    return {one for one in held if not _is_in_force(one, live_keys, live_logins)}


def _is_in_force(one: Held, keys: set[str], logins: set[tuple[str, str, str]]) -> bool:
    match one.actor.kind:
        case ActorKind.API_KEY:
            return one.actor.id in keys
        case ActorKind.USER:
            return (one.family_id or "", one.actor.id, one.actor.role or "") in logins
        case _:
            return True


def _keys_in_force(key_ids: set[str]) -> set[str]:
    if not key_ids:
        return set()
    unexpired = or_(ApiKey.expires_at.is_(None), ApiKey.expires_at > clock.now())
    return set(
        db.session.scalars(select(ApiKey.id).where(ApiKey.id.in_(key_ids), ApiKey.revoked_at.is_(None), unexpired))
    )


def _logins_in_force(family_ids: set[str]) -> set[tuple[str, str, str]]:
    """Login, person and role of each."""
    if not family_ids:
        return set()
    query = (
        select(RefreshToken.family_id, User.id, User.role)
        .join(User, User.id == RefreshToken.user_id)
        .where(
            RefreshToken.family_id.in_(family_ids),
            RefreshToken.revoked_at.is_(None),
            RefreshToken.expires_at > clock.now(),
            User.is_active,
        )
        .distinct()
    )
    return {(family_id, user_id, role) for family_id, user_id, role in db.session.execute(query)}
