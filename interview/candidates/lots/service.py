"""Every decision about lots and who is in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Select, delete, func, insert, select

from interview.candidates.lots import matching
from interview.candidates.lots.criteria import Criteria
from interview.candidates.lots.errors import (
    DrawNeeded,
    LotFrozen,
    LotFull,
    LotNotFound,
    LotNotOpen,
    NotInLot,
    TooManyMatches,
    UnknownCandidates,
)
from interview.candidates.lots.models import Entry, Lot, LotMember, LotStatus
from interview.candidates.models import LARGEST_ID, Candidate
from interview.candidates.positions import service as positions
from interview.core import audit, clock, current
from interview.core.actors import Actor
from interview.core.db import db
from interview.core.pages import Page, page

MOST_SELECTED = 10_000
_FROZEN = ("places", "criteria")


def create(*, within: str, criteria: Mapping[str, Any], by: Actor, **values: Any) -> Lot:
    """Make a lot; raises `PositionNotFound`."""
    if values.get("position_id"):
        positions.get(values["position_id"], within=within)
    values["name"] = values["name"].strip()
    lot = Lot(organisation_id=within, criteria=Criteria.of(criteria).as_document(), created_by=by.id, **values)
    db.session.add(lot)
    db.session.flush()
    audit.record("lot.created", lot, by=by, organisation_id=within)
    return lot


def get(lot_id: str, *, within: str | None) -> Lot:
    """A lot of this organisation; raises `LotNotFound`, for another organisation's too."""
    return _found(select(Lot).where(Lot.id == lot_id, Lot.organisation_id == within))


def hold(lot_id: str, *, within: str | None) -> Lot:
    """The lot, held against other writers until the end of the transaction; raises `LotNotFound`."""
    query = select(Lot).where(Lot.id == lot_id, Lot.organisation_id == within).with_for_update(of=Lot)
    return _found(query.execution_options(populate_existing=True))


def _found(query: Select[Lot]) -> Lot:
    lot = db.session.scalar(query)
    if lot is None:
        raise LotNotFound("There is no such lot.")
    return lot


def list_lots(
    *,
    within: str | None,
    limit: int,
    cursor: str | None,
    status: str | None = None,
    position_id: str | None = None,
    search: str | None = None,
) -> Page[Lot]:
    """The organisation's lots, newest first; archived ones only where asked for. `search` begins a name."""
    query = select(Lot).where(Lot.organisation_id == within)
    query = query.where(Lot.status == status) if status else query.where(Lot.status != LotStatus.ARCHIVED)
    if position_id:
        query = query.where(Lot.position_id == position_id)
    if search and (start := search.strip().lower()):
        query = query.where(func.lower(Lot.name).startswith(start, autoescape=True))
    return page(
        query,
        newest_by=Lot.created_at,
        id_column=Lot.id,
        limit=limit,
        cursor=cursor,
        signed_with=current.keyring().derive("cursors"),
    )


def change(lot: Lot, *, by: Actor, **values: Any) -> Lot:
    """Change a held lot; raises `PositionNotFound`, `LotNotOpen`, `LotFull` and `LotFrozen`."""
    if lot.status == LotStatus.ARCHIVED:
        raise LotNotOpen("An archived lot is not changed.")
    if values.get("position_id"):
        positions.get(values["position_id"], within=lot.organisation_id)
    if "name" in values:
        values["name"] = values["name"].strip()
    if "criteria" in values:
        values["criteria"] = Criteria.of(values["criteria"]).as_document()
    changed = sorted(name for name, value in values.items() if getattr(lot, name) != value)
    if lot.draw_status is not None and (frozen := [name for name in _FROZEN if name in changed]):
        raise LotFrozen(f"A draw of this lot is published; {' and '.join(frozen)} stay as they are.")
    if "places" in changed and values["places"] is not None and values["places"] < lot.member_count:
        raise LotFull(f"The lot has {lot.member_count} members already.")
    for name in changed:
        setattr(lot, name, values[name])
    if changed:
        lot.updated_at = clock.now()
        db.session.flush()
        db.session.refresh(lot, ["position"])
        audit.record("lot.changed", lot, by=by, organisation_id=lot.organisation_id, fields=changed)
    return lot


def archive(lot: Lot, *, by: Actor) -> Lot:
    """Archive a held lot; twice is harmless. Raises `LotFrozen` while a draw is published and not drawn."""
    if lot.status == LotStatus.ARCHIVED:
        return lot
    if lot.draw_status == "prepared":
        raise LotFrozen("A draw of this lot is published; draw it, or withdraw it first.")
    lot.status = LotStatus.ARCHIVED
    lot.archived_at = lot.updated_at = clock.now()
    audit.record("lot.archived", lot, by=by, organisation_id=lot.organisation_id)
    return lot


def add(lot: Lot, candidate_ids: Sequence[int], *, by: Actor) -> int:
    """Add candidates to a held lot by hand; those who are in it already stay as they are. Returns how many came in.

    Raises `UnknownCandidates`, `LotFull`, `LotFrozen` or `LotNotOpen`, and then adds nobody.
    """
    _check_open(lot)
    asked = sorted(set(candidate_ids))
    known = select(Candidate.id).where(
        Candidate.id.in_(asked), Candidate.organisation_id == lot.organisation_id, Candidate.archived_at.is_(None)
    )
    if unknown := set(asked) - set(db.session.scalars(known)):
        told = {str(one): ["There is no such candidate."] for one in sorted(unknown)}
        raise UnknownCandidates("Some of these candidates do not exist; nobody was added.", errors=told)
    present = select(LotMember.candidate_id).where(LotMember.lot_id == lot.id, LotMember.candidate_id.in_(asked))
    new = sorted(set(asked) - set(db.session.scalars(present)))
    if lot.places_left is not None and len(new) > lot.places_left:
        raise LotFull(f"The lot has {lot.places_left} places left for {len(new)} candidates.")
    if new:
        enter(lot, dict.fromkeys(new), entry=Entry.ADDED, by=by)
        audit.record("lot.candidates_added", lot, by=by, organisation_id=lot.organisation_id, candidates=new)
    return len(new)


def enter(lot: Lot, ranks: Mapping[int, int | None], *, entry: Entry, by: Actor) -> None:
    """Write candidates into a held lot, each with the rank of the draw that brought it."""
    now = clock.now()
    rows = [
        {
            "lot_id": lot.id,
            "candidate_id": candidate_id,
            "entry": entry,
            "rank": rank,
            "added_at": now,
            "added_by": by.id,
        }
        for candidate_id, rank in ranks.items()
    ]
    if rows:
        db.session.execute(insert(LotMember), rows)
        lot.member_count += len(rows)


def remove(lot: Lot, candidate_id: int, *, by: Actor) -> None:
    """Take a candidate out of a held lot; raises `NotInLot`, `LotFrozen` or `LotNotOpen`."""
    _check_open(lot)
    if candidate_id > LARGEST_ID or not leave(lot, candidate_id):
        raise NotInLot("This candidate is not in the lot.")
    audit.record("lot.candidate_removed", lot, by=by, organisation_id=lot.organisation_id, candidate=candidate_id)


def leave(lot: Lot, candidate_id: int) -> bool:
    """Strike a candidate out of a held lot; False where they were not in it."""
    gone = delete(LotMember).where(LotMember.lot_id == lot.id, LotMember.candidate_id == candidate_id)
    count = int(getattr(db.session.execute(gone), "rowcount", 0))
    lot.member_count -= count
    return bool(count)


def list_members(lot: Lot, *, limit: int, cursor: str | None) -> Page[LotMember]:
    """Who is in the lot, newest first."""
    return page(
        select(LotMember).where(LotMember.lot_id == lot.id),
        newest_by=LotMember.added_at,
        id_column=LotMember.candidate_id,
        limit=limit,
        cursor=cursor,
        signed_with=current.keyring().derive("cursors"),
    )


def select_matches(lot: Lot, *, by: Actor) -> int:
    """Add everybody who matches to a held lot, where all of them fit; returns how many came in.

    Raises `DrawNeeded` where there are fewer places, `TooManyMatches`, `LotFrozen` or `LotNotOpen`.
    """
    _check_open(lot)
    most = MOST_SELECTED if lot.places_left is None else lot.places_left
    found = matching.matching_ids(lot.wanted, lot, most=most)
    if len(found) > most:
        if lot.places_left is None:
            raise TooManyMatches(f"More than {most} candidates match; ask for more, or set places and draw.")
        raise DrawNeeded(f"More candidates match than the {most} places that are left: prepare a draw.")
    enter(lot, dict.fromkeys(found), entry=Entry.SELECTED, by=by)
    if found:
        audit.record(
            "lot.candidates_selected",
            lot,
            by=by,
            organisation_id=lot.organisation_id,
            candidates=found,
            criteria=lot.criteria,
        )
    return len(found)


def _check_open(lot: Lot) -> None:
    check_takes(lot)
    if lot.draw_status is not None:
        raise LotFrozen("A draw of this lot is published; its members change by the draw alone.")


def check_takes(lot: Lot) -> None:
    """Raises `LotNotOpen` for a lot that takes nobody."""
    if lot.status not in {LotStatus.OPEN, LotStatus.DRAFT}:
        raise LotNotOpen(f"The lot is {lot.status}.")
