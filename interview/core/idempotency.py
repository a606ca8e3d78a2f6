"""Idempotency keys: a POST sent again with its key gets its first answer again (draft-ietf-httpapi-idempotency-key).

A key belongs to one caller, method and path. Claim, effect and answer are one transaction, so one exists exactly when
the others do, and a killed process leaves nothing to wait for. A view that streams commits by itself; its claim stands
alone, and one left behind by a killed process is taken over after a minute.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from flask import Request, Response
from sqlalchemy import CursorResult, String, Text, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from interview.core import callers, clock, current, ids
from interview.core.db import Base, UtcDateTime, db
from interview.core.errors import BadRequest, Conflict, Malformed

HEADER = "Idempotency-Key"
KEPT = timedelta(hours=48)
TAKEN_OVER_AFTER = timedelta(seconds=60)
LONGEST_KEY = 255
_running: set[str] = set()
_lock = threading.Lock()
_KEPT_HEADERS = ("Content-Type", "Location", "Upload-Offset", "Upload-Expires", "Tus-Resumable")


class StillRunning(Conflict):
    """The first request with this key has not been answered yet."""

    code, title = "request_in_progress", "The same request is still running"


class KeyReused(Malformed):
    """The key was used for another request."""

    code, title = "idempotency_key_reused", "This idempotency key was used for another request"


class IdempotencyKey(Base):
    """One key: claimed, then answered; kept for two days.

    `token` is new with every claim, so that a request whose claim was taken over cannot store its answer.
    The answer is kept encrypted, because some answers tell a secret once.
    """

    __tablename__ = "idempotency_keys"

    scope: Mapped[str] = mapped_column(String(64), primary_key=True)
    fingerprint: Mapped[str] = mapped_column(String(64))
    token: Mapped[str] = mapped_column(String(32))
    claimed_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    status: Mapped[int | None]
    headers: Mapped[str | None] = mapped_column(Text)
    body_sealed: Mapped[str | None] = mapped_column(Text)


@dataclass(frozen=True, slots=True)
class Key:
    """A key as it was sent: whose and for which address it is, and what makes the request the same."""

    scope: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A right to answer for a key, or the answer that was given before."""

    scope: str
    token: str
    answer: Response | None = None

    def keep(self, response: Response) -> Response:
        """Store the answer in the present transaction; raises `StillRunning` when the claim was taken over."""
        kept = {name: response.headers[name] for name in _KEPT_HEADERS if name in response.headers}
        change = (
            update(IdempotencyKey)
            .where(IdempotencyKey.scope == self.scope, IdempotencyKey.token == self.token)
            .values(status=response.status_code, headers=json.dumps(kept), body_sealed=_sealed(response))
        )
        if _rows(db.session.execute(change)) != 1:
            raise StillRunning()
        return response

    def release(self) -> None:
        """Give the key back, in the present transaction, after a failure that may be tried again."""
        mine = (IdempotencyKey.scope == self.scope, IdempotencyKey.token == self.token)
        db.session.execute(delete(IdempotencyKey).where(*mine))


def key_of(request: Request) -> Key | None:
    """The key of a POST; None where it carries none. Raises `BadRequest` for an empty or overlong one."""
    key = request.headers.get(HEADER)
    if key is None or request.method != "POST":
        return None
    if not 0 < len(key) <= LONGEST_KEY:
        raise BadRequest(f"{HEADER} must have 1 to {LONGEST_KEY} characters.")
    scope = sha256("\n".join((callers.caller(), request.method, request.path, key)).encode()).hexdigest()
    return Key(scope, _fingerprint(request))


@contextmanager
def running(key: Key) -> Iterator[None]:
    """Run the only request of this key in this process; raises `StillRunning` for a second one.

    A second one in another process waits for the first by the unique index, and then gets its answer.
    """
    with _lock:
        if key.scope in _running:
            raise StillRunning("The first request with this key is still running. Ask again in a moment.")
        _running.add(key.scope)
    try:
        yield
    finally:
        with _lock:
            _running.discard(key.scope)


def claim(key: Key) -> Claim:
    """Claim a key in the present transaction, or find its first answer.

    Raises `KeyReused` when the key came with another body, `StillRunning` while another process streams its answer.
    """
    mine = IdempotencyKey(scope=key.scope, fingerprint=key.fingerprint, token=ids.opaque(), claimed_at=clock.now())
    try:
        with db.session.begin_nested():
            db.session.add(mine)
        return Claim(key.scope, mine.token)
    except IntegrityError:
        return _met(key)


def _met(key: Key) -> Claim:
    found = db.session.scalars(select(IdempotencyKey).where(IdempotencyKey.scope == key.scope).with_for_update()).one()
    if found.fingerprint != key.fingerprint:
        raise KeyReused("This key was sent before with another body. Use a new key for a new request.")
    if found.status is not None:
        answer = Response(_opened(found), found.status, json.loads(found.headers or "{}"))
        answer.headers["Idempotency-Replayed"] = "true"
        return Claim(key.scope, found.token, answer)
    if clock.now() - found.claimed_at < TAKEN_OVER_AFTER:
        raise StillRunning("The first request with this key is still running. Ask again in a moment.")
    found.token, found.claimed_at = ids.opaque(), clock.now()
    return Claim(key.scope, found.token)


def _fingerprint(request: Request) -> str:
    """What makes the request the same: its JSON body, or for media its declared length and metadata."""
    if request.is_json:
        return sha256(request.get_data(cache=True)).hexdigest()
    told = (request.headers.get(name, "") for name in ("Content-Length", "Upload-Length", "Upload-Metadata"))
    return sha256("\n".join(told).encode()).hexdigest()


def _sealed(response: Response) -> str:
    return current.keyring().encrypt(HEADER, response.get_data(as_text=True))


def _opened(key: IdempotencyKey) -> str:
    return current.keyring().decrypt(HEADER, key.body_sealed or "") or ""


def forget_old() -> int:
    """Drop keys older than two days; returns how many."""
    old = delete(IdempotencyKey).where(IdempotencyKey.claimed_at < clock.now() - KEPT)
    return _rows(db.session.execute(old))


def _rows(result: object) -> int:
    return result.rowcount if isinstance(result, CursorResult) else 0
