"""What a new login is answered: its tokens in the body, and as cookies for a browser."""

from __future__ import annotations

from typing import Any

from flask import after_this_request

from interview.accounts.credentials import cookies
from interview.accounts.credentials.logins import Tokens
from interview.accounts.models import User
from interview.core import current


def logged_in(user: User, issued: Tokens) -> dict[str, Any]:
    """The values of the shape `LoggedIn`; the present response also carries the cookies."""
    after_this_request(lambda response: cookies.put(response, issued))
    return {
        "token": issued.access,
        "access_token": issued.access,
        "refresh_token": issued.refresh,
        "expires_in": current.settings().access_token_minutes * 60,
        "user": user,
    }
