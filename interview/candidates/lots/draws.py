"""Draws: published first, drawn once by a seed that nobody could choose, and recomputed by whoever likes.

`recompute` holds the selection itself, as RFC 3797 has it.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update

from interview.accounts.models import Organisation
from interview.candidates.lots import matching, recompute
from interview.candidates.lots import service as lots
from interview.candidates.lots.errors import (
    AlreadyDrawn,
    DrawNotFound,
    DrawNotNeeded,
    HoldsNoPlace,
    LotFrozen,
    SeedMalformed,
    SeedNotYet,
    TooLateToWithdraw,
    TooManyMatches,
)
from interview.candidates.lots.models import DrawEntry, DrawStatus, Entry, Lot, LotDraw, Place
from interview.candidates.signals import lot_drawn
from interview.core import audit, clock, current, ids
from interview.core.actors import Actor
from interview.core.db import db
from interview.core.errors import Malformed

SEALED = "seeds of draws"
SEED_BITS = 256
LATEST_SEED = timedelta(days=366)
MOST_LISTED = 100


def prepare(
    lot: Lot, *, sources: Sequence[Mapping[str, str]], uses_commitment: bool, seed_at: datetime | None, by: Actor
) -> LotDraw:
    """Freeze a held lot and publish what its draw is made of: criteria, pool, places and where the seed comes from.

    Raises `LotFrozen`, `LotNotOpen`, `DrawNotNeeded`, `TooManyMatches`, or `Malformed` for a moment that is no future.
    """
    lots.check_takes(lot)
    if lot.draw_status is not None:
        raise LotFrozen("A draw of this lot is published already.")
    if seed_at is not None and not clock.now() < seed_at <= clock.now() + LATEST_SEED:
        why = "Must lie in the future, within a year: a seed that is known already can be chosen."
        raise Malformed("Not valid: seedAt.", errors={"seedAt": [why]})
    pool = _pool(lot)
    number = str(secrets.randbits(SEED_BITS)) if uses_commitment else None
    draw = LotDraw(
        public_id=ids.opaque(),
        lot_id=lot.id,
        attempt=1 + (db.session.scalar(select(func.max(LotDraw.attempt)).where(LotDraw.lot_id == lot.id)) or 0),
        places=lot.places_left,
        pool_size=len(pool),
        sources=_published_sources(number, sources),
        seed_at=seed_at if sources else None,
        seed_sealed=current.keyring().encrypt(SEALED, number) if number else None,
        prepared_at=clock.now(),
        prepared_by=by.id,
    )
    entries = _pseudonymous(draw.public_id, pool)
    draw.document = recompute.canonical_json(_document(lot, draw, [name for name, _, _ in entries]))
    draw.document_sha256 = recompute.digest(draw.document)
    db.session.add(draw)
    db.session.flush()
    _write_entries(draw, entries)
    lot.draw_status = DrawStatus.PREPARED
    told = {"draw": draw.public_id, "sha256": draw.document_sha256, "pool_size": draw.pool_size}
    audit.record("lot.draw_prepared", lot, by=by, organisation_id=lot.organisation_id, **told)
    return draw


def _pool(lot: Lot) -> list[int]:
    if not lot.places_left:
        raise DrawNotNeeded("The lot has no places to draw; give it a number of places first.")
    pool = matching.matching_ids(lot.wanted, lot, most=recompute.LARGEST_POOL)
    if len(pool) > recompute.LARGEST_POOL:
        raise TooManyMatches(f"More than {recompute.LARGEST_POOL} candidates match; ask for more.")
    if len(pool) <= lot.places_left:
        raise DrawNotNeeded(f"{len(pool)} candidates match {lot.places_left} places: select them without a draw.")
    return pool


def _published_sources(number: str | None, sources: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    committed = [{"kind": "commitment", "sha256": recompute.digest(number)}] if number else []
    return committed + [{"kind": one["kind"], "about": one["about"].strip()} for one in sources]


def _pseudonymous(public_id: str, pool: Sequence[int]) -> list[tuple[str, int, str]]:
    """Pseudonym, candidate and secret, in the order of the pseudonyms, so that a place in the list tells nothing."""
    keys = [(candidate_id, ids.opaque()) for candidate_id in pool]
    return sorted((recompute.pseudonym(public_id, one, secret), one, secret) for one, secret in keys)


def _document(lot: Lot, draw: LotDraw, pool: Sequence[str]) -> dict[str, Any]:
    organisation = db.session.get_one(Organisation, lot.organisation_id)
    earlier = select(LotDraw).where(LotDraw.lot_id == lot.id).order_by(LotDraw.attempt.desc()).limit(MOST_LISTED)
    return {
        "format": recompute.FORMAT,
        "algorithm": recompute.ALGORITHM,
        "publicId": draw.public_id,
        "organisation": organisation.name,
        "lot": lot.name,
        "attempt": draw.attempt,
        "earlier": [
            {"publicId": one.public_id, "sha256": one.document_sha256, "withdrawnReason": one.withdrawn_reason}
            for one in db.session.scalars(earlier)
        ],
        "criteria": lot.criteria,
        "places": draw.places,
        "pool": list(pool),
        "sources": draw.sources,
        "seedAt": clock.wire(draw.seed_at),
        "preparedAt": clock.wire(draw.prepared_at),
    }


def _write_entries(draw: LotDraw, entries: Sequence[tuple[str, int, str]]) -> None:
    rows = [
        {"draw_id": draw.id, "number": number, "candidate_id": one, "secret": secret, "place": Place.POOL}
        for number, (_, one, secret) in enumerate(entries, start=1)
    ]
    db.session.execute(insert(DrawEntry), rows)


def withdraw(lot: Lot, *, reason: str, by: Actor) -> LotDraw:
    """Take a published draw of a held lot back, visibly and for good, while nobody can know its seed.

    Raises `DrawNotFound`, `AlreadyDrawn` or `TooLateToWithdraw`.
    """
    draw = _prepared(lot)
    if draw.seed_at is not None and clock.now() >= draw.seed_at:
        raise TooLateToWithdraw("The seed is known by now, so the draw takes place as published.")
    draw.status, draw.withdrawn_at, draw.withdrawn_reason = DrawStatus.WITHDRAWN, clock.now(), reason.strip()
    lot.draw_status = None
    told = {"draw": draw.public_id, "reason": draw.withdrawn_reason}
    audit.record("lot.draw_withdrawn", lot, by=by, organisation_id=lot.organisation_id, **told)
    return draw


def draw_lot(lot: Lot, *, seed: Sequence[str], by: Actor) -> LotDraw:
    """Draw a held lot, once: order the whole pool, give the first their places, and say why to each.

    `seed` is what the public sources said, one text each; a committed number is revealed here.
    Raises `DrawNotFound`, `AlreadyDrawn`, `SeedNotYet` or `SeedMalformed`.
    """
    draw = _prepared(lot)
    if draw.seed_at is not None and clock.now() < draw.seed_at:
        raise SeedNotYet(f"The seed is known from {clock.wire(draw.seed_at)} on.")
    draw.seed = _whole_seed(draw, seed)
    draw.key_string = _key_string(draw)
    order = recompute.order_of(draw.key_string, draw.pool_size)
    draw.status, draw.drawn_at, draw.drawn_by = DrawStatus.DRAWN, clock.now(), by.id
    draw.seed_sealed = None
    lot.draw_status = DrawStatus.DRAWN
    db.session.flush()
    _write_order(draw, order)
    _give_places(lot, draw, by=by)
    lot_drawn.announce(lot=lot, draw=draw)
    return draw


def _prepared(lot: Lot) -> LotDraw:
    draw = find_present(lot)
    if draw is None:
        raise DrawNotFound("No draw of this lot is published.")
    if draw.status == DrawStatus.DRAWN:
        raise AlreadyDrawn(f"The draw took place at {clock.wire(draw.drawn_at)}.")
    return draw


def _whole_seed(draw: LotDraw, seed: Sequence[str]) -> list[str]:
    asked = sum(1 for source in draw.sources if source["kind"] != "commitment")
    if len(seed) != asked:
        raise SeedMalformed(f"Expected {asked} texts, one for each public source.", errors={"seed": ["Not as many."]})
    if draw.seed_sealed is None:
        return list(seed)
    number = current.keyring().decrypt(SEALED, draw.seed_sealed)
    if number is None:
        raise SeedMalformed("The committed number was sealed with another key of this server, and cannot be revealed.")
    return [number, *seed]


def _key_string(draw: LotDraw) -> str:
    try:
        return recompute.key_string([source["kind"] for source in draw.sources], draw.seed or [])
    except recompute.NotCanonical as cause:
        raise SeedMalformed(f"The seed cannot be read: {cause}.", errors={"seed": [str(cause)]}) from cause


def _write_order(draw: LotDraw, order: Sequence[int]) -> None:
    table = DrawEntry.metadata.tables[DrawEntry.__tablename__]
    ranked = (
        update(table)
        .where(table.c.draw_id == draw.id, table.c.number == bindparam("drawn"))
        .values(rank=bindparam("at_rank"), place=bindparam("at_place"))
    )
    rows = [
        {"drawn": number, "at_rank": rank, "at_place": Place.HOLDING if rank <= draw.places else Place.WAITING}
        for rank, number in enumerate(order, start=1)
    ]
    db.session.connection().execute(ranked, rows)


def _give_places(lot: Lot, draw: LotDraw, *, by: Actor) -> None:
    first = select(DrawEntry.candidate_id, DrawEntry.rank, DrawEntry.number).where(
        DrawEntry.draw_id == draw.id, DrawEntry.place == Place.HOLDING, DrawEntry.candidate_id.is_not(None)
    )
    drawn = db.session.execute(first.order_by(DrawEntry.rank)).all()
    lots.enter(lot, {one.candidate_id: one.rank for one in drawn}, entry=Entry.DRAWN, by=by)
    shared = {"draw": draw.public_id, "pool_size": draw.pool_size, "places": draw.places}
    told = shared | {"sha256": draw.document_sha256, "key_string": draw.key_string}
    audit.record("lot.drawn", lot, by=by, organisation_id=lot.organisation_id, **told)
    why = {
        one.candidate_id: shared
        | {
            "lot": lot.id,
            "rank": one.rank,
            "number": one.number,
            "why": f"Drawn at rank {one.rank} of {draw.places} places by RFC 3797, as number {one.number} of the pool.",
        }
        for one in drawn
    }
    audit.record_each("candidate.drawn", "candidates", why, by=by, organisation_id=lot.organisation_id)


def decline(lot: Lot, candidate_id: int, *, reason: str | None, by: Actor) -> LotDraw:
    """Give back the place of somebody drawn, or their wait for one; the next on the waiting list takes a place.

    The lot is held. Raises `DrawNotFound` or `HoldsNoPlace`.
    """
    draw = find_present(lot)
    if draw is None or draw.status != DrawStatus.DRAWN:
        raise DrawNotFound("This lot has not been drawn.")
    query = select(DrawEntry).where(DrawEntry.draw_id == draw.id)
    entry = db.session.scalar(query.where(DrawEntry.candidate_id == candidate_id))
    if entry is None or entry.place not in {Place.HOLDING, Place.WAITING}:
        raise HoldsNoPlace("This candidate neither holds a place of the draw nor waits for one.")
    held, entry.place = entry.place == Place.HOLDING, Place.DECLINED
    next_one = None
    if held:
        lots.leave(lot, candidate_id)
        next_one = _next_waiting(draw)
    taken = _take_place(lot, draw, next_one, by=by) if next_one else None
    draw.changes = [*draw.changes, {"declined": entry.number, "taken": taken, "at": clock.wire(clock.now())}]
    told = {"draw": draw.public_id, "candidate": candidate_id, "reason": reason, "taken": taken}
    audit.record("lot.place_declined", lot, by=by, organisation_id=lot.organisation_id, **told)
    return draw


def _next_waiting(draw: LotDraw) -> DrawEntry | None:
    """Who waits first; those of whom nothing is known any more give their wait up, for everybody to see."""
    waiting = select(DrawEntry).where(DrawEntry.draw_id == draw.id, DrawEntry.place == Place.WAITING)
    next_one = db.session.scalar(waiting.where(DrawEntry.candidate_id.is_not(None)).order_by(DrawEntry.rank).limit(1))
    before = waiting.where(DrawEntry.rank < next_one.rank) if next_one else waiting
    for forgotten in db.session.scalars(before.order_by(DrawEntry.rank)).all():
        forgotten.place = Place.DECLINED
        change = {"declined": forgotten.number, "taken": None, "at": clock.wire(clock.now())}
        draw.changes = [*draw.changes, change]
    return next_one


def _take_place(lot: Lot, draw: LotDraw, entry: DrawEntry, *, by: Actor) -> int:
    entry.place = Place.HOLDING
    db.session.flush()
    who = int(entry.candidate_id or 0)
    lots.enter(lot, {who: entry.rank}, entry=Entry.REPLACEMENT, by=by)
    why = f"Next on the waiting list, at rank {entry.rank} of {draw.pool_size}."
    told = {"lot": lot.id, "draw": draw.public_id, "rank": entry.rank, "number": entry.number, "why": why}
    audit.record_each("candidate.drawn", "candidates", {who: told}, by=by, organisation_id=lot.organisation_id)
    return entry.number


def find_present(lot: Lot) -> LotDraw | None:
    """The lot's draw that is published or drawn; None where there is none in force."""
    query = select(LotDraw).where(LotDraw.lot_id == lot.id, LotDraw.status != DrawStatus.WITHDRAWN)
    return db.session.scalar(query.order_by(LotDraw.attempt.desc()).limit(1))
