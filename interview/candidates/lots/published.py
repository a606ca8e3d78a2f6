"""What is told of draws: the public file, the check of it, and who stands where."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import select

from interview.candidates.lots import draws, recompute
from interview.candidates.lots.errors import DrawNotFound
from interview.candidates.lots.models import DrawEntry, DrawStatus, Lot, LotDraw, Place
from interview.candidates.lots.recompute import Check, Step
from interview.candidates.models import Candidate
from interview.core import clock, current
from interview.core.db import db
from interview.core.pages import Page, page_in_order

STEPS_TOLD = 100
MOST_LISTED = 100


@dataclass(frozen=True, slots=True)
class Verified:
    """A draw recomputed: what was looked at, and the first steps of the selection."""

    checks: list[Check]
    steps: list[Step]

    @property
    def is_right(self) -> bool:
        """Whether all is as it has to be."""
        return all(check.is_right for check in self.checks)


def present(lot: Lot) -> LotDraw:
    """The lot's draw in force; raises `DrawNotFound`."""
    found = draws.find_present(lot)
    if found is None:
        raise DrawNotFound("No draw of this lot is published.")
    return found


def by_public_id(public_id: str) -> LotDraw:
    """A draw by the name under which anybody may read it, a withdrawn one too; raises `DrawNotFound`."""
    found = db.session.scalar(select(LotDraw).where(LotDraw.public_id == public_id))
    if found is None:
        raise DrawNotFound("There is no such draw.")
    return found


def list_draws(lot: Lot) -> list[LotDraw]:
    """The newest hundred draws of a lot, withdrawn ones too."""
    query = select(LotDraw).where(LotDraw.lot_id == lot.id).order_by(LotDraw.attempt.desc())
    return list(db.session.scalars(query.limit(MOST_LISTED)))


def file_of(draw: LotDraw) -> dict[str, Any]:
    """The whole draw as anybody may have it, without anything about a person; `recompute` reads it."""
    document = db.session.scalar(select(LotDraw.document).where(LotDraw.id == draw.id)) or "{}"
    ranked = select(DrawEntry.number).where(DrawEntry.draw_id == draw.id, DrawEntry.rank.is_not(None))
    holding = ranked.where(DrawEntry.place == Place.HOLDING)
    return {
        "published": json.loads(document),
        "published_sha256": draw.document_sha256,
        "status": draw.status,
        "seed": draw.seed,
        "key_string": draw.key_string,
        "drawn_at": clock.wire(draw.drawn_at),
        "order": list(db.session.scalars(ranked.order_by(DrawEntry.rank))),
        "holding": list(db.session.scalars(holding.order_by(DrawEntry.number))),
        "changes": draw.changes,
        "withdrawn_at": clock.wire(draw.withdrawn_at),
        "withdrawn_reason": draw.withdrawn_reason,
    }


def as_read(file: dict[str, Any]) -> dict[str, Any]:
    """The file with its members named as on the wire."""
    names = {"published_sha256": "publishedSha256", "key_string": "keyString", "drawn_at": "drawnAt"}
    return {names.get(name, name): value for name, value in file.items()}


def verify(draw: LotDraw, *, with_people: bool) -> Verified:
    """Recompute a draw from what is stored; for staff, whether every pseudonym is that of its candidate as well."""
    file = as_read(file_of(draw))
    found = recompute.checks(file)
    if with_people:
        found.append(_people(draw, file["published"]["pool"]))
    steps: list[Step] = []
    if draw.status == DrawStatus.DRAWN and draw.key_string:
        steps = list(islice(recompute.selections(draw.key_string, draw.pool_size), STEPS_TOLD))
    return Verified(found, steps)


def _people(draw: LotDraw, pool: list[str]) -> Check:
    query = select(DrawEntry.number, DrawEntry.candidate_id, DrawEntry.secret).where(DrawEntry.draw_id == draw.id)
    rows = db.session.execute(query).all()
    known = [one for one in rows if one.candidate_id is not None and one.secret is not None]
    wrong = [
        one.number
        for one in known
        if recompute.pseudonym(draw.public_id, one.candidate_id, one.secret) != pool[one.number - 1]
    ]
    is_right = not wrong and len(rows) == len(pool)
    told = f"{len(known)} of {len(pool)} pseudonyms are those of their candidates"
    return Check("people", is_right, told if is_right else f"wrong: {wrong[:20]}")


def list_entries(draw: LotDraw, *, place: str | None, limit: int, cursor: str | None) -> Page[DrawEntry]:
    """Who is in the pool: by rank once drawn, by number before."""
    query = select(DrawEntry).where(DrawEntry.draw_id == draw.id)
    return page_in_order(
        query.where(DrawEntry.place == place) if place else query,
        by=DrawEntry.rank if draw.status == DrawStatus.DRAWN else DrawEntry.number,
        limit=limit,
        cursor=cursor,
        signed_with=current.keyring().derive("cursors"),
    )


def of_person(user_id: str) -> list[dict[str, Any]]:
    """The newest hundred draws that a signed-in candidate was in, with what finds them in the public file."""
    query = (
        select(DrawEntry, LotDraw)
        .join(LotDraw, LotDraw.id == DrawEntry.draw_id)
        .join(Candidate, Candidate.id == DrawEntry.candidate_id)
        .where(Candidate.user_id == user_id, DrawEntry.secret.is_not(None))
        .order_by(LotDraw.prepared_at.desc(), LotDraw.id)
        .limit(MOST_LISTED)
    )
    return [_own(entry, draw) for entry, draw in db.session.execute(query)]


def _own(entry: DrawEntry, draw: LotDraw) -> dict[str, Any]:
    candidate_id, secret = int(entry.candidate_id or 0), str(entry.secret)
    told = {name: getattr(draw, name) for name in ("public_id", "status", "pool_size", "places")}
    return told | {
        "candidate_id": candidate_id,
        "secret": secret,
        "pseudonym": recompute.pseudonym(draw.public_id, candidate_id, secret),
        "number": entry.number,
        "rank": entry.rank,
        "place": entry.place,
        "prepared_at": draw.prepared_at,
        "drawn_at": draw.drawn_at,
    }
