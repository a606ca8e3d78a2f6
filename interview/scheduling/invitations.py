"""Interview tokens: made, looked up, taken back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import bindparam, select, update

from interview.core import audit, clock, current, ids
from interview.core.actors import Actor
from interview.core.db import db
from interview.scheduling.errors import InvitationNotFound, TokenExpired, TokenRevoked, TokenUnknown
from interview.scheduling.models import Interview, Invitation
from interview.scheduling.signals import invitation_revoked

PURPOSE = "interview tokens"
# Asked at every request of a session, so it is built once.
_REVOKED = select(Invitation.revoked_at).where(Invitation.id == bindparam("invitation_id"))


def invite(interview: Interview, *, by: Actor, expires_at: datetime | None = None) -> tuple[Invitation, str]:
    """Make a new token for an interview; the token itself is told once, here."""
    token = ids.token()
    keyring = current.keyring()
    invitation = Invitation(
        interview_id=interview.id,
        token_digest=keyring.digest(PURPOSE, token),
        token_sealed=keyring.encrypt(PURPOSE, token),
        expires_at=expires_at or _expiry(interview),
    )
    db.session.add(invitation)
    db.session.flush()
    audit.record("invitation.created", invitation, by=by, organisation_id=interview.organisation_id)
    return invitation, token


def _expiry(interview: Interview) -> datetime:
    """A token lives its days from now, and as long from the interview's time where that is to come."""
    life = timedelta(days=current.settings().invitation_days)
    return max(clock.now(), interview.scheduled_at or clock.now()) + life


def lengthen(interview: Interview) -> None:
    """Let the live tokens of an interview that was moved live on until its new time."""
    until = _expiry(interview)
    live = update(Invitation).where(
        Invitation.interview_id == interview.id,
        Invitation.revoked_at.is_(None),
        Invitation.expires_at > clock.now(),
        Invitation.expires_at < until,
    )
    db.session.execute(live.values(expires_at=until))


def redeem(token: str) -> Invitation:
    """The live invitation behind a token; raises `TokenUnknown`, `TokenRevoked` or `TokenExpired`."""
    digest = current.keyring().digest(PURPOSE, token)
    invitation = db.session.scalar(select(Invitation).where(Invitation.token_digest == digest))
    if invitation is None:
        raise TokenUnknown("This interview token is not known. Ask the people who invited you for a new link.")
    if invitation.revoked_at is not None:
        raise TokenRevoked("This interview token has been revoked. Ask the people who invited you for a new link.")
    if invitation.expires_at <= clock.now():
        raise TokenExpired("This interview token has expired. Ask the people who invited you for a new link.")
    return invitation


def is_revoked(invitation_id: str) -> bool:
    """Whether the token was taken back."""
    return db.session.connection().scalar(_REVOKED, {"invitation_id": invitation_id}) is not None


def token_of(invitation_id: str) -> str | None:
    """The token again, for the session data that echoes it; None when the key has changed since."""
    sealed = db.session.scalar(select(Invitation.token_sealed).where(Invitation.id == invitation_id))
    return current.keyring().decrypt(PURPOSE, sealed) if sealed else None


def live_tokens(interview_ids: Collection[str]) -> dict[str, str]:
    """The newest token in force of each of these interviews that has one, by the interview's id."""
    live = (
        select(Invitation.interview_id, Invitation.token_sealed)
        .where(
            Invitation.interview_id.in_(interview_ids),
            Invitation.revoked_at.is_(None),
            Invitation.expires_at > clock.now(),
        )
        .order_by(Invitation.created_at)
        .limit(1000)
    )
    sealed = {row.interview_id: row.token_sealed for row in db.session.execute(live)}
    opened = {name: current.keyring().decrypt(PURPOSE, text) for name, text in sealed.items()}
    return {name: token for name, token in opened.items() if token}


def list_invitations(interview: Interview) -> list[Invitation]:
    """The newest hundred invitations of an interview."""
    query = select(Invitation).where(Invitation.interview_id == interview.id).order_by(Invitation.created_at.desc())
    return list(db.session.scalars(query.limit(100)))


def revoke(interview: Interview, invitation_id: str, *, by: Actor) -> Invitation:
    """Take a token back, at once and for whatever it opened; twice is harmless. Raises `InvitationNotFound`."""
    query = select(Invitation).where(Invitation.id == invitation_id, Invitation.interview_id == interview.id)
    invitation = db.session.scalar(query.with_for_update(of=Invitation))
    if invitation is None:
        raise InvitationNotFound("There is no such invitation for this interview.")
    if invitation.revoked_at is None:
        invitation.revoked_at = clock.now()
        db.session.flush()
        audit.record("invitation.revoked", invitation, by=by, organisation_id=interview.organisation_id)
        invitation_revoked.announce(invitation_id=invitation.id)
    return invitation


def revoke_all(interview: Interview, *, by: Actor) -> None:
    """Take every live token of an interview back."""
    live = select(Invitation.id).where(Invitation.interview_id == interview.id, Invitation.revoked_at.is_(None))
    for invitation_id in db.session.scalars(live).all():
        revoke(interview, invitation_id, by=by)
