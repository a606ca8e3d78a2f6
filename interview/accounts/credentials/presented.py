"""What a request presents as its credential, read without asking the database.

An Authorization header alone decides where there is one: `Bearer` with an access token, `Bearer keyid.secret` or
`Basic` with an API key. Without it the cookie of a browser login counts. HTTP Basic that a browser adds by itself on
another site's behalf is ignored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Request

from interview.accounts.credentials import cookies, tokens
from interview.accounts.credentials.tokens import Claims, TokenKind
from interview.accounts.models import KEY_PREFIX
from interview.core import current, keys
from interview.core.http import SAFE_METHODS

CSRF_HEADER = "X-CSRF-Token"


@dataclass(frozen=True, slots=True)
class PresentedKey:
    """An API key's id and secret, not yet looked up."""

    key_id: str
    secret: str

    @property
    def caller(self) -> str:
        """A name for limits and idempotency; it depends on the secret, so that knowing an id is worth nothing."""
        return f"key:{self.key_id}:{current.keyring().digest('callers', self.secret)[:16]}"


@dataclass(frozen=True, slots=True)
class PresentedToken:
    """An access token's verified claims; from a cookie on an unsafe method only with its CSRF value."""

    claims: Claims
    has_csrf: bool = True

    @property
    def caller(self) -> str:
        """A name for limits and idempotency."""
        return f"user:{self.claims.user_id}"


Presented = PresentedKey | PresentedToken


def find(call: Request, auth: Mapping[str, Any] | None = None) -> Presented | None:
    """The request's credential, or the `token` of a socket's `auth`; None where there is none or it cannot be ours."""
    token = (auth or {}).get("token")
    if isinstance(token, str) and token:
        return _bearer(token)
    if "Authorization" in call.headers:
        return _authorization(call)
    return _cookie(call)


def caller(call: Request) -> str | None:
    """Who presents itself here, for limits and idempotency, never for access."""
    found = find(call)
    return found.caller if found else None


def carries_csrf(call: Request, claims: Claims) -> bool:
    """Whether the request repeats the login's CSRF value in its header, which another site cannot."""
    return keys.equal(call.headers.get(CSRF_HEADER, ""), claims.csrf)


def is_from_browser(call: Request) -> bool:
    """Whether a page's script or a navigation made the request; programs send no fetch metadata."""
    return any(name in call.headers for name in ("Sec-Fetch-Site", "Sec-Fetch-Mode", "Sec-Fetch-Dest"))


def _authorization(call: Request) -> Presented | None:
    given = call.authorization
    if given is None:
        return None
    if given.type == "bearer":
        return _bearer(given.token or "")
    if given.type == "basic" and not _is_cross_site(call):
        return _key(given.username or "", given.password or "")
    return None


def _bearer(token: str) -> Presented | None:
    if token.startswith(KEY_PREFIX):
        key_id, _, secret = token.partition(".")
        return _key(key_id, secret)
    claims = tokens.find_claims(token, TokenKind.ACCESS)
    return PresentedToken(claims) if claims else None


def _key(key_id: str, secret: str) -> PresentedKey | None:
    return PresentedKey(key_id, secret) if key_id.startswith(KEY_PREFIX) and secret else None


def _cookie(call: Request) -> PresentedToken | None:
    claims = tokens.find_claims(cookies.access_token(call), TokenKind.ACCESS)
    if claims is None:
        return None
    return PresentedToken(claims, has_csrf=call.method in SAFE_METHODS or carries_csrf(call, claims))


def _is_cross_site(call: Request) -> bool:
    """Another port of the same host is another origin too, so `same-site` does not pass."""
    if call.headers.get("Sec-Fetch-Site", "none") not in {"same-origin", "none"}:
        return True
    origin = call.headers.get("Origin")
    return origin is not None and origin not in {call.host_url.rstrip("/"), current.settings().site_url}
