"""Passwords: hashed with Argon2id in OWASP's 19 MiB profile, a few at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from interview.accounts.errors import WeakPassword
from interview.core.errors import Unavailable

SHORTEST = 8
LONGEST = 256
# Each computation takes 19 MiB and about 21 ms of one core; more at once would starve the request threads.
AT_ONCE = 4
LONGEST_WAIT_SECONDS = 10

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_seats = BoundedSemaphore(AT_ONCE)
# The hash of random bytes that nobody kept: an unknown account costs as long as a wrong password.
_DECOY = "$argon2id$v=19$m=19456,t=2,p=1$zVHurp9cg6jD+Ltde/2gCg$UEAIeeJfc1TFs5cQwo2p8sHoHGoM0FJQRu0iHW9Hy50"


def hashed(password: str, *, email: str) -> str:
    """The hash to store; run it outside any write transaction.

    Raises `WeakPassword` for one that is too short, too long or the account's own address, `Unavailable` when too
    many wait already.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise _weak(f"A password has {SHORTEST} to {LONGEST} characters.")
    if password.strip().lower() in {email, email.partition("@")[0]}:
        raise _weak("A password must differ from the email address.")
    return rehashed(password)


def rehashed(password: str) -> str:
    """The hash of a password that is in use already, whatever it is; raises `Unavailable` like `hashed`."""
    with _seat():
        return _hasher.hash(password)


def is_right(password: str, stored: str | None) -> bool:
    """Whether the password belongs to the stored hash; takes as long where there is none.

    Raises `Unavailable` when too many wait already.
    """
    with _seat():
        try:
            return _hasher.verify(stored or _DECOY, password) and stored is not None
        except (VerificationError, InvalidHashError):
            return False


def is_outdated(stored: str) -> bool:
    """Whether the hash was made with another profile than today's."""
    return _hasher.check_needs_rehash(stored)


@contextmanager
def _seat() -> Iterator[None]:
    if not _seats.acquire(timeout=LONGEST_WAIT_SECONDS):
        error = Unavailable("Too many people are logging in at this moment. Try again shortly.")
        error.headers["Retry-After"] = "5"
        raise error
    try:
        yield
    finally:
        _seats.release()


def _weak(why: str) -> WeakPassword:
    return WeakPassword(why, errors={"password": [why]})
