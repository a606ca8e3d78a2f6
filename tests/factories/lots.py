"""Candidates worth grouping, and lots with their draws, for tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import Any

from sqlalchemy import update

from interview.accounts.models import Organisation
from interview.candidates import service as candidates
from interview.candidates.lots import draws
from interview.candidates.lots import service as lots
from interview.candidates.lots.models import Lot, LotDraw
from interview.candidates.models import Candidate, Stage
from interview.candidates.positions import service as positions
from interview.candidates.positions.models import Position
from interview.core import clock
from interview.core.actors import OPERATOR
from interview.core.db import db, unit_of_work
from tests.factories import accounts

SOURCE = {"kind": "numbers", "about": "Six numbers of the example lottery of the day named"}
_numbers = count(1)


def make_person(organisation: Organisation, *, scores: dict[str, float] | None = None, **values: Any) -> Candidate:
    """A committed candidate; `scores` by the names technical, communication, problem_solving and cultural_fit."""
    given = {"name": f"Person {next(_numbers)}", "email": None} | values
    given["stage"] = Stage(given.get("stage", Stage.NEW))
    with unit_of_work():
        made = candidates.create(organisation_id=organisation.id, by=OPERATOR, **given)
        if scores:
            columns = {f"interview_ai_{name}_score": value for name, value in scores.items()}
            db.session.execute(update(Candidate).where(Candidate.id == made.id).values(**columns))
    return made


def make_people(organisation: Organisation, number: int, **values: Any) -> list[Candidate]:
    """Committed candidates who are alike."""
    return [make_person(organisation, **values) for _ in range(number)]


def make_position(organisation: Organisation, **values: Any) -> Position:
    """A committed position."""
    with unit_of_work():
        return positions.create(within=organisation.id, by=OPERATOR, **({"title": "Engineer"} | values))


def make_lot(organisation: Organisation | None = None, **values: Any) -> Lot:
    """A committed lot, in a new organisation where none is given."""
    where = organisation or accounts.make_organisation()
    given: dict[str, Any] = {"name": "First round", "criteria": {}} | values
    with unit_of_work():
        return lots.create(within=where.id, by=OPERATOR, **given)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A lot with more candidates than places, and its draw."""

    organisation: Organisation
    lot: Lot
    draw: LotDraw
    people: Sequence[Candidate]


def prepared(organisation: Organisation | None = None, *, pool: int = 5, places: int = 2, **how: Any) -> Drawing:
    """A published draw; by a commitment of the server unless told otherwise."""
    where = organisation or accounts.make_organisation()
    people = make_people(where, pool)
    lot = make_lot(where, places=places)
    given: dict[str, Any] = {"sources": [], "uses_commitment": True, "seed_at": None} | how
    with unit_of_work():
        draw = draws.prepare(lots.hold(lot.id, within=where.id), by=OPERATOR, **given)
    return Drawing(where, lot, draw, people)


def drawn(organisation: Organisation | None = None, **how: Any) -> Drawing:
    """A draw that has taken place."""
    made = prepared(organisation, **how)
    with unit_of_work():
        draw = draws.draw_lot(lots.hold(made.lot.id, within=made.organisation.id), seed=(), by=OPERATOR)
    return Drawing(made.organisation, made.lot, draw, made.people)


def make_known(draw: LotDraw) -> None:
    """Let the moment from which a draw's seed is known be past."""
    with unit_of_work():
        past = clock.now() - timedelta(seconds=1)
        db.session.execute(update(LotDraw).where(LotDraw.id == draw.id).values(seed_at=past))
