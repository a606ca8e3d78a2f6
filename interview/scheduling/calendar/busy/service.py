"""Calendars elsewhere: added and removed by their owner, fetched in the background, told without titles."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Collection, Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from sqlalchemy import delete, func, insert, select

from interview.accounts.models import User
from interview.core import audit, clock, current, ids
from interview.core.actors import Actor
from interview.core.db import db
from interview.core.jobs import service as jobs
from interview.providers.outbound import client as outbound
from interview.scheduling.calendar.errors import SourceNotFound, TooManySources, UnfitAddress
from interview.scheduling.calendar.hours.spans import Span
from interview.scheduling.calendar.models import BusySource, BusyTime
from interview.scheduling.conflicts import Taken

FETCH = "fetch_busy_times"
PURPOSE = "busy calendar addresses"
MOST_SOURCES = 5
AHEAD = timedelta(days=60)
BEHIND = timedelta(days=1)
MOST_EVENTS = 2000
MOST_BYTES = 4 * 1024**2
FETCH_SECONDS = 20.0
READ_SECONDS = 30.0
MOST_TOLD = 5000


class NotRead(Exception):
    """What was fetched cannot be read as a calendar; the words are for its owner."""


def add(user: User, *, url: str, label: str, by: Actor) -> BusySource:
    """Follow a calendar by its address; raises `UnfitAddress` or `TooManySources`."""
    db.session.scalars(select(User).where(User.id == user.id).with_for_update(of=User)).one()
    count = select(func.count()).select_from(BusySource).where(BusySource.user_id == user.id)
    if (db.session.scalar(count) or 0) >= MOST_SOURCES:
        raise TooManySources(f"A person can follow {MOST_SOURCES} calendars.")
    address = _address(url)
    source = BusySource(
        user_id=user.id,
        label=label,
        host=(urlsplit(address).hostname or "")[:255],
        url_sealed=current.keyring().encrypt(PURPOSE, address),
    )
    db.session.add(source)
    db.session.flush()
    audit.record("busy_source.added", source, by=by, organisation_id=user.organisation_id)
    _plan(source, round_=0)
    return source


def _address(url: str) -> str:
    """The address as it is asked; webcal is how calendars write https."""
    address = "https" + url[len("webcal") :] if url.startswith("webcal:") else url
    try:
        outbound.check(address)
    except outbound.FetchFailed as cause:
        raise UnfitAddress(f"This address cannot be used: {cause}", errors={"url": [str(cause)]}) from cause
    return address


def list_sources(user_id: str) -> list[BusySource]:
    """The calendars that a person follows, oldest first."""
    query = select(BusySource).where(BusySource.user_id == user_id).order_by(BusySource.created_at, BusySource.id)
    return list(db.session.scalars(query.limit(MOST_SOURCES)))


def get(source_id: str, *, user_id: str) -> BusySource:
    """A calendar that this person follows, held against other writers; raises `SourceNotFound`."""
    query = select(BusySource).where(BusySource.id == source_id, BusySource.user_id == user_id)
    source = db.session.scalar(query.with_for_update(of=BusySource))
    if source is None:
        raise SourceNotFound("You follow no such calendar.")
    return source


def remove(source: BusySource, *, by: Actor, organisation_id: str | None) -> None:
    """Follow a calendar no more, and forget what it told."""
    audit.record("busy_source.removed", source, by=by, organisation_id=organisation_id)
    db.session.execute(delete(BusyTime).where(BusyTime.source_id == source.id))
    db.session.delete(source)


def refresh(source: BusySource) -> None:
    """Have a calendar fetched now, beside its usual rounds."""
    jobs.submit(FETCH, key=f"{FETCH}:{source.id}:asked:{ids.opaque()}", args={"source_id": source.id}, max_attempts=1)


def _plan(source: BusySource, *, round_: int) -> None:
    """Plan one fetch of a source's chain: each plans the next in the transaction of its own end."""
    run_at = clock.now() + timedelta(minutes=current.settings().busy_minutes) if round_ else None
    args = {"source_id": source.id, "round": round_}
    jobs.submit(FETCH, key=f"{FETCH}:{source.id}:{round_}", args=args, max_attempts=1, run_at=run_at)


def begin(source_id: str) -> tuple[str, str] | None:
    """The address to ask and the zone of whom it is asked for; None once the calendar is followed no more."""
    query = select(BusySource.url_sealed, User.timezone).join(User, User.id == BusySource.user_id)
    row = db.session.execute(query.where(BusySource.id == source_id)).one_or_none()
    if row is None:
        return None
    return current.keyring().decrypt(PURPOSE, row.url_sealed) or "", row.timezone


def fetch(address: str, *, zone: str) -> tuple[list[Span], bool]:
    """Ask for a calendar and read its busy time of the next 60 days; opens no transaction.

    Raises `outbound.FetchFailed` or `NotRead`.
    """
    answer = outbound.fetch(address, most_bytes=MOST_BYTES, timeout_seconds=FETCH_SECONDS)
    if answer.status != 200:
        raise NotRead(f"The address answered {answer.status}.")
    now = clock.now()
    return _read(answer.body, start=now - BEHIND, end=now + AHEAD, zone=zone)


def _read(body: bytes, *, start: datetime, end: datetime, zone: str) -> tuple[list[Span], bool]:
    """Have a process of its own read the file: it may be made to exhaust its reader."""
    order = [sys.executable, "-m", "interview.scheduling.calendar.busy.expansion"]
    order += [start.isoformat(), end.isoformat(), zone, str(MOST_EVENTS)]
    try:
        done = subprocess.run(order, input=body, capture_output=True, timeout=READ_SECONDS, check=True)  # noqa: S603  (our own module)
        told = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError) as cause:
        raise NotRead("The calendar takes too long to read.") from cause
    if "error" in told:
        raise NotRead("What the address gives is no calendar.")
    found = [(datetime.fromisoformat(one), datetime.fromisoformat(other)) for one, other in told["busy"]]
    return found, bool(told["is_cut"])


def keep(source_id: str, found: list[Span], *, is_cut: bool, round_: int | None) -> None:
    """Put what a calendar told in the place of what it told before, and plan the next fetch."""
    source = _held(source_id)
    if source is None:
        return
    source.tried_at = source.fetched_at = clock.now()
    source.error = f"Only the first {MOST_EVENTS} events count." if is_cut else None
    source.busy_count = len(found)
    db.session.execute(delete(BusyTime).where(BusyTime.source_id == source.id))
    rows = [
        {"source_id": source.id, "user_id": source.user_id, "starts_at": start.astimezone(UTC), "ends_at": end}
        for start, end in found
    ]
    if rows:
        db.session.execute(insert(BusyTime), rows)
    if round_ is not None:
        _plan(source, round_=round_ + 1)


def fail(source_id: str, words: str, *, round_: int | None) -> None:
    """Show that a calendar could not be fetched, keep what it told before, and plan the next fetch."""
    source = _held(source_id)
    if source is None:
        return
    source.tried_at, source.error = clock.now(), words[:300]
    if round_ is not None:
        _plan(source, round_=round_ + 1)


def _held(source_id: str) -> BusySource | None:
    return db.session.scalar(select(BusySource).where(BusySource.id == source_id).with_for_update(of=BusySource))


def busy_times(user_ids: Collection[str], start: datetime, end: datetime) -> dict[str, list[Span]]:
    """When people are busy elsewhere between two moments, by their id; the earliest 5,000 stretches in all."""
    query = select(BusyTime.user_id, BusyTime.starts_at, BusyTime.ends_at).where(
        BusyTime.user_id.in_(list(user_ids)),
        BusyTime.starts_at < end,
        BusyTime.starts_at > start - AHEAD - 2 * BEHIND,
        BusyTime.ends_at > start,
    )
    found: dict[str, list[Span]] = {user_id: [] for user_id in user_ids}
    for user_id, starts_at, ends_at in db.session.execute(query.order_by(BusyTime.starts_at).limit(MOST_TOLD)):
        found[user_id].append((starts_at, ends_at))
    return found


def taken(people: Collection[str], start: datetime, end: datetime) -> Iterator[Taken]:
    """The same for people as bookings name them; candidates have no calendars here."""
    users = [person.removeprefix("user:") for person in people if person.startswith("user:")]
    for user_id, spans in busy_times(users, start, end).items() if users else ():
        for starts_at, ends_at in spans:
            yield f"user:{user_id}", starts_at, ends_at
