"""Access and refresh tokens: JWTs with a fixed algorithm, required claims, and a type in their signed header.

Access tokens follow RFC 9068 (`typ: at+jwt`). A refresh token has another `typ` and is never taken for one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from flask import Flask
from flask_jwt_extended import JWTManager, create_access_token, create_refresh_token, decode_token
from flask_jwt_extended.exceptions import JWTExtendedException
from flask_jwt_extended.utils import get_unverified_jwt_headers
from jwt.exceptions import PyJWTError

from interview.core import clock, current, ids

ISSUER = "talentflow-interview"
AUDIENCE = "talentflow-interview-api"
# The library checks issuer and audience itself, and the end only where there is one.
_REQUIRED = ("exp", "sub", "sid", "ver", "jti", "csrf")


class TokenKind(Enum):
    """What a token is for; the value is the `typ` of its header."""

    ACCESS = "at+jwt"
    REFRESH = "rt+jwt"


@dataclass(frozen=True, slots=True)
class Claims:
    """What a verified token says. It is no permission yet: the user or the login may have ended since.

    The tokens of a pair share all of it but the `jti`, which here is the refresh token's when they are issued.
    """

    user_id: str
    family_id: str
    session_version: int
    jti: str
    csrf: str


def init(app: Flask) -> None:
    """Give the JWT library its key, algorithm, issuer and audience."""
    app.config.update(
        JWT_SECRET_KEY=app.extensions["keyring"].derive("access tokens"),
        JWT_ALGORITHM="HS256",
        JWT_DECODE_ALGORITHMS=["HS256"],
        JWT_ENCODE_ISSUER=ISSUER,
        JWT_DECODE_ISSUER=ISSUER,
        JWT_ENCODE_AUDIENCE=AUDIENCE,
        JWT_DECODE_AUDIENCE=AUDIENCE,
        JWT_ACCESS_TOKEN_EXPIRES=timedelta(minutes=app.extensions["settings"].access_token_minutes),
    )
    JWTManager(app)


def access(claims: Claims) -> str:
    """Sign an access token."""
    signed: str = create_access_token(
        claims.user_id, additional_claims=_carried(claims), additional_headers={"typ": TokenKind.ACCESS.value}
    )
    return signed


def refresh(claims: Claims, *, expires_at: datetime) -> str:
    """Sign a refresh token that ends with its login."""
    signed: str = create_refresh_token(
        claims.user_id,
        expires_delta=expires_at - clock.now(),
        additional_claims=_carried(claims) | {"jti": claims.jti},
        additional_headers={"typ": TokenKind.REFRESH.value},
    )
    return signed


def claims_for(user_id: str, *, family_id: str, session_version: int) -> Claims:
    """New claims, with a `jti` and a CSRF value of their own."""
    return Claims(user_id, family_id, session_version, jti=ids.token(), csrf=ids.token())


def find_claims(token: str, kind: TokenKind) -> Claims | None:
    """What the token says, or None unless it is whole, ours, in force and of this kind."""
    try:
        found = decode_token(token)
        header = get_unverified_jwt_headers(token)
    except (PyJWTError, JWTExtendedException, ValueError, TypeError):
        return None
    if header.get("typ") != kind.value or found.get("type") != kind.name.lower() or None in map(found.get, _REQUIRED):
        return None
    return Claims(found["sub"], found["sid"], found["ver"], found["jti"], found["csrf"])


def digest(claims: Claims) -> str:
    """What is stored of a refresh token."""
    return current.keyring().digest("refresh tokens", claims.jti)


def _carried(claims: Claims) -> dict[str, Any]:
    return {"sid": claims.family_id, "ver": claims.session_version, "csrf": claims.csrf}
