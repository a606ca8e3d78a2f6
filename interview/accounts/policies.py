"""Policies for guards and sockets: who is calling, and whether the caller may do this.

`guard(signed_in)` lets any user or key in, `guard(person)` users only, `guard(may("analysis:read"))` those with the
scope. A policy of a higher feature that also opens to a session id asks `find_actor()` first.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Request, request

from interview.accounts.credentials import keys, logins, presented
from interview.accounts.credentials.held import Held
from interview.accounts.credentials.presented import PresentedKey, PresentedToken
from interview.accounts.errors import CsrfMissing, OnlyPeople, ScopeMissing
from interview.accounts.scopes import EVERY_SCOPE
from interview.core.actors import Actor, ActorKind
from interview.core.errors import NotAuthenticated

CHALLENGE = 'Basic realm="TalentFlow Interview", charset="UTF-8", Bearer'


class May:
    """The policy of one scope; two of the same scope are equal."""

    def __init__(self, scope: str) -> None:
        if scope not in EVERY_SCOPE:
            raise ValueError(f"unknown scope: {scope}")
        self.scope = scope
        self.__name__ = f"may({scope})"

    def __call__(self, **_: object) -> Actor:
        """The caller, once it is known to have the scope."""
        actor = signed_in()
        if self.scope not in actor.scopes:
            raise ScopeMissing(f"This needs the scope {self.scope}.")
        return actor

    def __repr__(self) -> str:
        return self.__name__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, May) and other.scope == self.scope

    def __hash__(self) -> int:
        return hash(self.scope)


def may(scope: str) -> May:
    """The policy that lets in users and keys with the scope; raises `ValueError` for a scope that does not exist."""
    return May(scope)


def signed_in(**_: object) -> Actor:
    """Any user or API key in force; raises `NotAuthenticated`, and `CsrfMissing` for a browser without its header."""
    found = presented.find(request)
    if isinstance(found, PresentedToken) and not found.has_csrf:
        raise CsrfMissing(f"Send the value of the csrf_token cookie in the header {presented.CSRF_HEADER}.")
    actor = _actor(found)
    if actor is None:
        raise not_authenticated()
    return actor


def person(**_: object) -> Actor:
    """A signed-in person; raises `OnlyPeople` for an API key and what `signed_in` raises."""
    actor = signed_in()
    if actor.kind is not ActorKind.USER:
        raise OnlyPeople()
    return actor


def find_actor() -> Actor | None:
    """The user or API key that makes the present request; None where there is none, or a credential not in force."""
    found = presented.find(request)
    if isinstance(found, PresentedToken) and not found.has_csrf:
        return None
    return _actor(found)


def find_held_at_connect(call: Request, auth: Mapping[str, Any] | None) -> Held | None:
    """The user or API key that opens a socket, by `auth={"token": …}`, header or cookie, and the login it goes on with.

    Socket.IO has checked the handshake's Origin, which is why no CSRF value is asked for here.
    """
    found = presented.find(call, auth if isinstance(auth, Mapping) else None)
    actor = _actor(found)
    if actor is None:
        return None
    return Held(actor, found.claims.family_id if isinstance(found, PresentedToken) else None)


def not_authenticated(detail: str = "") -> NotAuthenticated:
    """The refusal of a caller whom nobody recognises.

    Programs are told which credentials work; browsers are not, because they would open a password window.
    """
    error = NotAuthenticated(detail)
    if not presented.is_from_browser(request):
        error.headers["WWW-Authenticate"] = CHALLENGE
    return error


def _actor(found: PresentedKey | PresentedToken | None) -> Actor | None:
    if found is None:
        return None
    if isinstance(found, PresentedKey):
        key = keys.find_by_secret(found.key_id, found.secret)
        return key.as_actor() if key else None
    user = logins.find_user(found.claims)
    return user.as_actor() if user else None
