"""Handing candidates out as CSV, a stretch at a time, so that 200,000 of them need no more memory than a few."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from sqlalchemy import Select, tuple_

from interview.candidates.finding import filters, labels
from interview.candidates.finding.filters import Wanted
from interview.candidates.models import Candidate, LabelKind
from interview.candidates.transfers import cells
from interview.core import clock
from interview.core.db import db, unit_of_work

AT_ONCE = 500


def lines(wanted: Wanted, *, within: str | None) -> Iterator[str]:
    """The header, then the candidates that pass the filters, newest first; opens its own units of work."""
    yield "\ufeff" + _written([list(cells.COLUMNS)])
    with unit_of_work(write=False):
        query = filters.narrowed(wanted, within=within)
    ordered = query.order_by(Candidate.created_at.desc(), Candidate.id.desc()).limit(AT_ONCE)
    last: Candidate | None = None
    while True:
        with unit_of_work(write=False):
            found = list(db.session.scalars(_behind(ordered, last)))
            labelled = labels.of([candidate.id for candidate in found])
            text = _written([_row(candidate, labelled) for candidate in found])
            db.session.expunge_all()
        yield text
        if len(found) < AT_ONCE:
            return
        last = found[-1]


def _behind(ordered: Select[Candidate], last: Candidate | None) -> Select[Candidate]:
    if last is None:
        return ordered
    return ordered.where(tuple_(Candidate.created_at, Candidate.id) < tuple_(last.created_at, last.id))


def _row(candidate: Candidate, labelled: dict[tuple[int, str], list[str]]) -> list[str]:
    years = candidate.experience_years
    values = (
        candidate.id,
        candidate.name,
        candidate.email,
        candidate.phone,
        candidate.headline,
        candidate.location,
        candidate.timezone,
        int(years) if years is not None and years.is_integer() else years,
        candidate.summary,
        candidate.source,
        candidate.stage,
        cells.joined(labelled.get((candidate.id, LabelKind.SKILL), ())),
        cells.joined(labelled.get((candidate.id, LabelKind.TAG), ())),
        candidate.overall_score,
        clock.wire(candidate.created_at),
        clock.wire(candidate.archived_at),
    )
    return ["" if value is None else cells.guarded(str(value)) for value in values]


def _written(rows: list[list[str]]) -> str:
    buffer = StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerows(rows)
    return buffer.getvalue()
