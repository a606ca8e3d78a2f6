"""The cookies of a browser login: two that no script can read, and the CSRF value that the page repeats."""

from __future__ import annotations

from datetime import timedelta

from flask import Request, Response

from interview.accounts.credentials.logins import Tokens
from interview.core import clock, current


def put(response: Response, issued: Tokens) -> Response:
    """The response with a login's tokens for the browser."""
    rest_seconds = int((issued.expires_at - clock.now()).total_seconds())
    access_seconds = int(timedelta(minutes=current.settings().access_token_minutes).total_seconds())
    _put(response, "access_token", issued.access, seconds=access_seconds)
    _put(response, "refresh_token", issued.refresh, seconds=rest_seconds)
    _put(response, "csrf_token", issued.csrf, seconds=rest_seconds, is_readable=True)
    return response


def taken_back(response: Response) -> Response:
    """The response that has the browser forget them."""
    for name in ("access_token", "refresh_token", "csrf_token"):
        response.delete_cookie(_name(name), path="/", secure=_is_https(), samesite="Lax", httponly=name != "csrf_token")
    return response


def access_token(call: Request) -> str:
    """The access token of a browser login, empty where there is none."""
    return call.cookies.get(_name("access_token"), "")


def refresh_token(call: Request) -> str:
    """The refresh token of a browser login, empty where there is none."""
    return call.cookies.get(_name("refresh_token"), "")


def _put(response: Response, name: str, value: str, *, seconds: int, is_readable: bool = False) -> None:
    response.set_cookie(
        _name(name), value, max_age=seconds, path="/", secure=_is_https(), httponly=not is_readable, samesite="Lax"
    )


def _name(name: str) -> str:
    """The `__Host-` prefix makes browsers refuse the cookie from other hosts and over plain HTTP."""
    return f"__Host-{name}" if _is_https() else name


def _is_https() -> bool:
    return current.settings().site_url.startswith("https://")
