"""What notifications hears: people of the organisation who are to get a link to their account."""

from __future__ import annotations

from datetime import datetime

from flask import Flask

from interview.accounts import service as accounts
from interview.accounts.models import User
from interview.accounts.signals import password_reset_asked, person_invited
from interview.core import clock, current
from interview.core.actors import Actor, ActorKind
from interview.notifications import service as notifications
from interview.notifications.service import Recipient


def init(app: Flask) -> None:
    """Subscribe."""
    person_invited.within(on_person_invited)
    password_reset_asked.within(on_password_reset_asked)


def on_person_invited(*, user: User, link: str, expires_at: datetime, by: Actor) -> None:
    """Send the link by which a person sets a password."""
    _send("account_invitation", user, link, expires_at, invited_by=_name_of(by))


def on_password_reset_asked(*, user: User, link: str, expires_at: datetime) -> None:
    """Send the link by which a person sets another password."""
    _send("password_reset", user, link, expires_at, invited_by="")


def _send(kind: str, user: User, link: str, expires_at: datetime, *, invited_by: str) -> None:
    notifications.send(
        kind,
        to=Recipient(subject=f"user:{user.id}", name=user.name or user.email, email=user.email, timezone=user.timezone),
        organisation_id=user.organisation_id,
        # The link is the only thing that is new each time, and must not be read from the key.
        key=f"{kind}:{current.keyring().digest('message key', link)}",
        about=f"user:{user.id}",
        values={
            "name": user.name or user.email,
            "organisation_name": accounts.get_organisation(user.organisation_id).name,
            "link": link,
            "expires_at": clock.wire(expires_at),
            "invited_by": invited_by,
        },
    )


def _name_of(by: Actor) -> str:
    return accounts.get_person(by.id).name if by.kind is ActorKind.USER else ""
