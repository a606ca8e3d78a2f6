"""Which sockets came with a credential that has ended since, in this process or in another."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from interview.accounts.credentials import held
from interview.core.db import db
from interview.recording.audience.connections import Connection
from interview.scheduling.models import Invitation


def ended(connections: Collection[Connection]) -> list[str]:
    """The sockets to close, in at most three queries: each floor says which of its credentials have ended."""
    logins_and_keys = held.ended({one.held for one in connections})
    invitations = _revoked({one.invitation_id for one in connections if one.invitation_id})
    return [one.sid for one in connections if one.held in logins_and_keys or one.invitation_id in invitations]


def _revoked(invitation_ids: set[str]) -> set[str | None]:
    if not invitation_ids:
        return set()
    query = select(Invitation.id).where(Invitation.id.in_(invitation_ids), Invitation.revoked_at.is_not(None))
    return set(db.session.scalars(query))
