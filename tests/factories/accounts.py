"""Organisations, people and keys for tests, and the headers that make a request theirs."""

from __future__ import annotations

import base64
from itertools import count

from interview.accounts import service as accounts
from interview.accounts.credentials import keys, logins, passwords, tokens
from interview.accounts.credentials.keys import NewKey
from interview.accounts.credentials.logins import Tokens
from interview.accounts.credentials.tokens import TokenKind
from interview.accounts.models import Organisation, User
from interview.accounts.scopes import EVERY_SCOPE, Role
from interview.accounts.service import NewUser
from interview.core.actors import OPERATOR
from interview.core.db import unit_of_work

PASSWORD = "correct horse battery"
_numbers = count(1)
# One hash for all: hashing each person's password anew would make the suite slow.
_hash: list[str] = []


def make_organisation(name: str = "Northwind") -> Organisation:
    """A committed organisation."""
    with unit_of_work():
        return accounts.create_organisation(name, by=OPERATOR)


def make_user(
    organisation: Organisation | None = None,
    *,
    role: Role | str = Role.ADMIN,
    email: str | None = None,
    has_password: bool = True,
) -> User:
    """A committed person, in a new organisation where none is given; the password is `PASSWORD`."""
    if not _hash:
        _hash.append(passwords.rehashed(PASSWORD))
    email = email or f"person{next(_numbers)}@example.org"
    new = NewUser(email, "Some Person", Role(role), _hash[0] if has_password else None)
    where = organisation or make_organisation()
    with unit_of_work():
        return accounts.create_user(where, new, by=OPERATOR)


def make_key(organisation: Organisation | None = None, *, scopes: set[str] | frozenset[str] = EVERY_SCOPE) -> NewKey:
    """A committed API key, in a new organisation where none is given."""
    where = organisation or make_organisation()
    with unit_of_work():
        return keys.create(where.id, name="script", scopes=frozenset(scopes), by=OPERATOR)


def log_in(user: User) -> Tokens:
    """The tokens of a new login."""
    with unit_of_work():
        return logins.start(user)


def family_of(issued: Tokens) -> str:
    """The login that tokens belong to."""
    claims = tokens.find_claims(issued.access, TokenKind.ACCESS)
    assert claims is not None
    return claims.family_id


def headers_of(user: User) -> dict[str, str]:
    """The headers of a new login's access token."""
    return bearer(log_in(user).access)


def bearer(token: str) -> dict[str, str]:
    """The header of a bearer token."""
    return {"Authorization": f"Bearer {token}"}


def basic(key: NewKey) -> dict[str, str]:
    """The header of an API key in HTTP Basic."""
    pair = base64.b64encode(f"{key.key.id}:{key.secret}".encode()).decode()
    return {"Authorization": f"Basic {pair}"}
