"""Filters over very many candidates, each on its own index.

A list is read newest first. A filter that few pass is the quickest way in: those few are looked at. One that many
pass is quickest asked of each row on the way down the list. Which is which no planner knows beforehand, so a bounded
look at every filter decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, select

from interview.candidates.finding import labels, words
from interview.candidates.models import Candidate, CandidateLabel, CandidateWord, LabelKind, Stage
from interview.core.db import db

FEW = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which candidates: `is_archived` None means both, years and scores are ranges with both ends in them."""

    search: str | None = None
    status: Stage | None = None
    skills: tuple[str, ...] = ()
    tag: str | None = None
    least_experience_years: float | None = None
    most_experience_years: float | None = None
    least_score: float | None = None
    most_score: float | None = None
    is_archived: bool | None = False


@dataclass(frozen=True, slots=True)
class Test:
    """One filter in both its ways: the ids of those who pass it, and whether a row does."""

    ids: Select[int]
    holds: ColumnElement[bool]


def narrowed(wanted: Wanted, *, within: str | None) -> Select[Candidate]:
    """The organisation's candidates that pass every filter, not yet in any order."""
    tests = list(_tests(wanted, within))
    few, which = _fewest(tests)
    query: Select[Any] = select(Candidate).where(*(test.holds for place, test in enumerate(tests) if place != which))
    if few is None:
        query = query.where(Candidate.organisation_id == within)
    elif few:
        # As an expression the column is on no index, or SQLite would walk down the list looking for the ids.
        query = query.where(Candidate.id.in_(few), Candidate.organisation_id.concat("") == within)
    else:
        query = query.where(false())
    if wanted.is_archived is not None:
        place = Candidate.archived_at
        query = query.where(place.is_not(None) if wanted.is_archived else place.is_(None))
    return query if wanted.status is None else query.where(Candidate.stage == wanted.status)


def _fewest(tests: list[Test]) -> tuple[list[int] | None, int | None]:
    """The ids that pass the narrowest filter, where they are few, and which filter it is."""
    if not tests:
        return None, None
    looks = [select(func.count()).select_from(test.ids.limit(FEW + 1).subquery()) for test in tests]
    passed = db.session.execute(select(*(look.scalar_subquery() for look in looks))).one()
    which = min(range(len(tests)), key=lambda place: passed[place])
    if passed[which] > FEW:
        return None, None
    return list(db.session.scalars(tests[which].ids)), which


def _tests(wanted: Wanted, within: str | None) -> Iterator[Test]:
    for term in words.terms_of(wanted.search or ""):
        yield _word(term, within)
    for skill in wanted.skills:
        yield _label(LabelKind.SKILL, skill, within)
    if wanted.tag:
        yield _label(LabelKind.TAG, wanted.tag, within)
    yield from _range(Candidate.experience_years, wanted.least_experience_years, wanted.most_experience_years, within)
    yield from _range(Candidate.overall_score, wanted.least_score, wanted.most_score, within)


def _word(beginning: str, within: str | None) -> Test:
    begins = (CandidateWord.word >= beginning, CandidateWord.word < beginning + words.LAST)
    return Test(
        select(CandidateWord.candidate_id).where(CandidateWord.organisation_id == within, *begins).distinct(),
        exists().where(CandidateWord.candidate_id == Candidate.id, *begins),
    )


def _label(kind: LabelKind, text: str, within: str | None) -> Test:
    this = (CandidateLabel.kind == kind.value, CandidateLabel.label == labels.normal(text))
    return Test(
        select(CandidateLabel.candidate_id).where(CandidateLabel.organisation_id == within, *this),
        exists().where(CandidateLabel.candidate_id == Candidate.id, *this),
    )


def _range(column: Any, least: float | None, most: float | None, within: str | None) -> Iterator[Test]:
    if least is None and most is None:
        return
    ids = select(Candidate.id).where(Candidate.organisation_id == within, *_bounds(column, least, most))
    # As a sum the column is on no index, or a planner would read by it and sort all that it finds.
    yield Test(ids, and_(*_bounds(column + 0.0, least, most)))


def _bounds(value: Any, least: float | None, most: float | None) -> list[ColumnElement[bool]]:
    lower = [value >= least] if least is not None else []
    return lower + ([value <= most] if most is not None else [])
