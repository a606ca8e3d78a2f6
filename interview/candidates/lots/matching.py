"""Who meets a lot's criteria, and why somebody does not: one set of SQL expressions answers both.

Each criterion is an expression that is true, false, or null where the candidate's row does not say; only candidates
for whom all are true match.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Select, and_, exists, func, literal, select, type_coerce

from interview.candidates import service as candidates
from interview.candidates.finding.labels import normal
from interview.candidates.lots.criteria import WIRE, Criteria, Range
from interview.candidates.lots.models import Lot, LotMember, LotStatus
from interview.candidates.models import Candidate, CandidateLabel, LabelKind
from interview.core import current
from interview.core.db import db
from interview.core.pages import page

# Counting further helps nobody who looks at a list, and costs time.
MOST_COUNTED = 10_000
FEW = 1000
SCORE_COLUMNS = {
    "technical": Candidate.interview_ai_technical_score,
    "communication": Candidate.interview_ai_communication_score,
    "problem_solving": Candidate.interview_ai_problem_solving_score,
    "cultural_fit": Candidate.interview_ai_cultural_fit_score,
}


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing asked: its name, what is wanted, and the expression that says whether a candidate has it."""

    name: str
    wanted: Any
    holds: ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a candidate meets one criterion: True, False, or None where that is not known."""

    name: str
    wanted: Any
    is_met: bool | None


@dataclass(frozen=True, slots=True)
class Matches:
    """How many match (more than `count` where it is bounded), and a page of them."""

    count: int
    is_count_bounded: bool
    items: list[Candidate]
    next_cursor: str | None


def criteria_of(criteria: Criteria, lot: Lot) -> Iterator[Criterion]:
    """Everything that is asked of a candidate for this lot."""
    yield Criterion("isActive", True, Candidate.archived_at.is_(None))
    yield Criterion("isNotInThisLot", True, ~_in_lot(LotMember.lot_id == lot.id))
    yield from (Criterion("skillsAll", skill, _has(lot, LabelKind.SKILL, [skill])) for skill in criteria.skills_all)
    if criteria.skills_any:
        yield Criterion("skillsAny", list(criteria.skills_any), _has(lot, LabelKind.SKILL, criteria.skills_any))
    yield from (Criterion("tags", tag, _has(lot, LabelKind.TAG, [tag])) for tag in criteria.tags)
    if criteria.statuses:
        yield Criterion("statuses", list(criteria.statuses), Candidate.stage.in_(criteria.statuses))
    if criteria.experience_years:
        yield _ranged("experienceYears", criteria.experience_years, Candidate.experience_years)
    for name, wanted in criteria.scores.items():
        if wanted:
            yield _ranged(f"scores.{WIRE.get(name, name)}", wanted, SCORE_COLUMNS[name])
    if criteria.location:
        is_there = func.lower(Candidate.location) == func.lower(literal(criteria.location))
        yield Criterion("location", criteria.location, is_there)
    if criteria.excludes_other_lots:
        is_elsewhere = _in_lot(
            and_(LotMember.lot_id == Lot.id, LotMember.lot_id != lot.id, Lot.status == LotStatus.OPEN)
        )
        yield Criterion("excludesOtherLots", True, ~is_elsewhere)


def _ranged(name: str, wanted: Range, column: ColumnElement[Any] | Any) -> Criterion:
    bounds = [column >= wanted.min] if wanted.min is not None else []
    bounds += [column <= wanted.max] if wanted.max is not None else []
    return Criterion(name, wanted.as_document(), and_(*bounds))


def _has(lot: Lot, kind: LabelKind, labels: Sequence[str]) -> ColumnElement[bool]:
    wanted = (
        # Said once more for the index, which begins with it.
        CandidateLabel.organisation_id == lot.organisation_id,
        CandidateLabel.candidate_id == Candidate.id,
        CandidateLabel.kind == kind.value,
        CandidateLabel.label.in_([normal(label) for label in labels]),
    )
    return exists().where(*wanted)


def _in_lot(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(LotMember.candidate_id == Candidate.id, condition)


def matching(criteria: Criteria, lot: Lot) -> Select[Candidate]:
    """The candidates of the lot's organisation who meet everything and are not in the lot yet."""
    asked = [criterion.holds for criterion in criteria_of(criteria, lot)]
    return select(Candidate).where(Candidate.organisation_id == lot.organisation_id, *asked)


def find(criteria: Criteria, lot: Lot, *, limit: int, cursor: str | None) -> Matches:
    """How many match and a page of them, newest first.

    Where they are few, they are found first and put in order afterwards: a list that is read in its order until a page
    is full has to look at everybody when hardly anybody matches. Where they are many, the page is full at once.
    """
    query = matching(criteria, lot)
    found = list(db.session.scalars(query.with_only_columns(Candidate.id).limit(MOST_COUNTED + 1)))
    if len(found) <= FEW:
        query = select(Candidate).where(Candidate.id.in_(found))
    shown = page(
        query,
        newest_by=Candidate.created_at,
        id_column=Candidate.id,
        limit=limit,
        cursor=cursor,
        signed_with=current.keyring().derive("cursors"),
    )
    return Matches(min(len(found), MOST_COUNTED), len(found) > MOST_COUNTED, shown.items, shown.next_cursor)


def matching_ids(criteria: Criteria, lot: Lot, *, most: int) -> list[int]:
    """The ids of those who match, ascending; `most + 1` of them where there are more."""
    query = matching(criteria, lot).with_only_columns(Candidate.id).order_by(Candidate.id).limit(most + 1)
    return list(db.session.scalars(query))


def explain(criteria: Criteria, lot: Lot, candidate_id: int) -> list[Answer]:
    """Criterion by criterion, whether a candidate meets it; raises `CandidateNotFound`."""
    candidate = candidates.get(candidate_id, within=lot.organisation_id)
    asked = list(criteria_of(criteria, lot))
    told = [type_coerce(one.holds, Boolean).label(f"c{position}") for position, one in enumerate(asked)]
    row = db.session.execute(select(*told).where(Candidate.id == candidate.id)).one()
    return [
        Answer(one.name, one.wanted, None if met is None else bool(met)) for one, met in zip(asked, row, strict=True)
    ]
