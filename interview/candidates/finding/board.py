"""The board: one column for each stage, with a bounded count and the newest of it, in two queries."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import select, union_all

from interview.candidates.finding import filters
from interview.candidates.finding.filters import Wanted
from interview.candidates.models import Candidate, Stage
from interview.core.db import db

MOST_COUNTED = 1000


@dataclass(frozen=True, slots=True)
class Column:
    """One stage: `count` up to `MOST_COUNTED`, whether there are more than that, and the newest candidates."""

    status: Stage
    count: int
    is_count_cut: bool
    candidates: list[Candidate]


def columns(wanted: Wanted, *, within: str | None, limit: int) -> list[Column]:
    """Every stage in the order of the pipeline; whatever stage is wanted, all are shown."""
    found = filters.narrowed(replace(wanted, status=None), within=within)
    newest = [
        found.with_only_columns(Candidate.id, Candidate.stage)
        .where(Candidate.stage == stage)
        .order_by(Candidate.created_at.desc(), Candidate.id.desc())
        .limit(MOST_COUNTED + 1)
        .subquery()
        for stage in Stage
    ]
    ids: dict[str, list[int]] = {stage: [] for stage in Stage}
    for candidate_id, stage in db.session.execute(union_all(*(select(one) for one in newest))):
        ids[stage].append(candidate_id)
    shown = select(Candidate).where(Candidate.id.in_([one for column in ids.values() for one in column[:limit]]))
    rows = {candidate.id: candidate for candidate in db.session.scalars(shown)}
    return [
        Column(
            stage,
            min(len(ids[stage]), MOST_COUNTED),
            len(ids[stage]) > MOST_COUNTED,
            [rows[one] for one in ids[stage][:limit]],
        )
        for stage in Stage
    ]
