"""Reading a CSV file into candidates, a stretch of rows to a transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, BinaryIO

from sqlalchemy import select

from interview.candidates import service as candidates
from interview.candidates.finding import labels
from interview.candidates.models import Candidate, CandidateImport, LabelKind, Stage
from interview.candidates.signals import candidate_updated
from interview.candidates.transfers import cells
from interview.candidates.transfers.records import Record, Records
from interview.core.actors import Actor
from interview.core.db import db

MOST_ROWS = 50_000
AT_ONCE = 200
MOST_PROBLEMS = 1000
REASON = "Imported from a file"

# Checks one row: the values as a candidate keeps them, and what is wrong by column.
Check = Callable[[Mapping[str, Any]], tuple[dict[str, Any], dict[str, list[str]]]]


@dataclass(slots=True)
class Row:
    """A record that was checked: what it says of whom, and what is wrong with it."""

    line: int
    candidate_id: int | None = None
    values: dict[str, Any] = field(default_factory=dict)
    problems: dict[str, list[str]] = field(default_factory=dict)

    @property
    def email(self) -> str | None:
        """The address by which the candidate is known."""
        return candidates.normal_email(self.values.get("email"))


@dataclass(slots=True)
class Outcome:
    """What a stretch of rows came to."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    problems: list[dict[str, Any]] = field(default_factory=list)

    def refuse(self, line: int, column: str | None, reason: str) -> None:
        """Note why a row is left out."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append({"line": line, "column": column, "reason": reason[:300]})


def count(file: BinaryIO) -> tuple[int, list[str]]:
    """How many rows a file has, to one more than allowed, and its columns that nobody reads; raises `NotReadable`."""
    records = Records(file)
    return sum(1 for _ in islice(records, MOST_ROWS + 1)), records.ignored


def stretches(file: BinaryIO, *, behind: int, check: Check) -> Iterator[list[Row]]:
    """The file's rows behind a position, checked, a stretch at a time; raises `NotReadable`."""
    rest = islice(Records(file), behind, None)
    while stretch := list(islice(rest, AT_ONCE)):
        yield [_checked(record, check) for record in stretch]


def _checked(record: Record, check: Check) -> Row:
    if record.problem:
        return Row(record.line, problems={"": [record.problem]})
    told: dict[str, Any] = {column: cell.strip() for column, cell in record.cells.items() if cell.strip()}
    if "name" not in told and (parts := [told[part] for part in (cells.FIRST_NAME, cells.LAST_NAME) if part in told]):
        told["name"] = " ".join(parts)
    candidate_id = told.pop("id", "")
    for part in (cells.FIRST_NAME, cells.LAST_NAME):
        told.pop(part, None)
    for column in ("skills", "tags"):
        if column in told:
            told[column] = cells.parted(told[column])
    values, problems = check(told)
    number = int(candidate_id) if candidate_id.isascii() and candidate_id.isdigit() and len(candidate_id) < 10 else None
    return Row(record.line, number, values, problems)


def carry_out(order: CandidateImport, rows: Sequence[Row], *, by: Actor, met: set[str]) -> Outcome:
    """Add and change candidates as the rows say, or in a dry run only tell what would be done.

    `met` are the addresses of earlier rows, which a dry run has to remember.
    """
    outcome = Outcome()
    good = [row for row in rows if _is_good(row, outcome)]
    if not order.is_dry_run:
        candidates.hold_organisation(order.organisation_id)
    known = _Known(order, good)
    plan = _Plan(known, met)
    for row in good:
        plan.take(row, outcome)
    if not order.is_dry_run:
        plan.carry_out(by=by)
    outcome.problems.sort(key=lambda problem: int(problem["line"]))
    return outcome


def _is_good(row: Row, outcome: Outcome) -> bool:
    if not row.problems:
        return True
    outcome.refused += 1
    for column, reasons in row.problems.items():
        outcome.refuse(row.line, column or None, " ".join(reasons))
    return False


class _Known:
    """The candidates that a stretch of rows speaks of, read at once and held."""

    def __init__(self, order: CandidateImport, rows: Sequence[Row]) -> None:
        self.order = order
        mine = select(Candidate).where(Candidate.organisation_id == order.organisation_id).order_by(Candidate.id)
        if not order.is_dry_run:
            mine = mine.with_for_update()
        emails = {row.email for row in rows if row.email}
        numbers = {row.candidate_id for row in rows if row.candidate_id and not row.email}
        found = list(db.session.scalars(mine.where(Candidate.email.in_(emails)))) if emails else []
        self.by_email: dict[str, Candidate] = {one.email: one for one in reversed(found) if one.email}
        numbered = list(db.session.scalars(mine.where(Candidate.id.in_(numbers)))) if numbers else []
        self.by_id = {one.id: one for one in numbered}
        self.labels: dict[tuple[int, str], list[str]] = labels.of({one.id for one in (*found, *numbered)})

    def find(self, row: Row) -> Candidate | None:
        """Whom a row speaks of: by the address, and without one by the number of an earlier export."""
        return self.by_email.get(row.email) if row.email else self.by_id.get(row.candidate_id or 0)


class _Plan:
    """What a stretch of rows does, gathered so that it is written in a few statements."""

    def __init__(self, known: _Known, met: set[str]) -> None:
        self._known, self._met = known, met
        self._new: dict[Candidate, dict[LabelKind, list[str]]] = {}
        self._changes: dict[Candidate, dict[str, Any]] = {}
        self._stages: dict[Candidate, Stage] = {}

    def take(self, row: Row, outcome: Outcome) -> None:
        """Decide what one row does."""
        candidate = self._known.find(row)
        if candidate is None:
            self._add(row, outcome)
        elif candidate.archived_at is not None:
            outcome.refused += 1
            outcome.refuse(row.line, "email" if row.email else "id", "The candidate is archived.")
        elif self._change(candidate, row):
            outcome.updated += 1
        else:
            outcome.unchanged += 1

    def _add(self, row: Row, outcome: Outcome) -> None:
        values = dict(row.values)
        labelled = {LabelKind.SKILL: values.pop("skills", []), LabelKind.TAG: values.pop("tags", [])}
        if row.email and row.email in self._met:
            outcome.updated += 1
            return
        outcome.created += 1
        values |= {"name": values["name"].strip(), "email": row.email, "stage": values.pop("status", Stage.NEW)}
        candidate = Candidate(organisation_id=self._known.order.organisation_id, **values)
        if row.email and self._known.order.is_dry_run:
            self._met.add(row.email)
        elif row.email:
            self._known.by_email[row.email] = candidate
        self._new[candidate] = labelled

    def _change(self, candidate: Candidate, row: Row) -> bool:
        values = dict(row.values)
        stage = values.pop("status", None)
        if candidate in self._new:
            return self._change_new(candidate, values, stage)
        if stage is not None and stage != candidate.stage:
            self._stages[candidate] = stage
        changed = candidates.differing(candidate, values, self._known.labels)
        if changed:
            self._changes[candidate] = self._changes.get(candidate, {}) | changed
        return bool(changed) or candidate in self._stages

    def _change_new(self, candidate: Candidate, values: dict[str, Any], stage: Stage | None) -> bool:
        """A later row of the same stretch about somebody whom an earlier one adds."""
        for name, kind in (("skills", LabelKind.SKILL), ("tags", LabelKind.TAG)):
            if name in values:
                self._new[candidate][kind] = values.pop(name)
        for name in values.keys() - {"email"}:
            setattr(candidate, name, values[name])
        candidate.stage = stage or candidate.stage
        return True

    def carry_out(self, *, by: Actor) -> None:
        """Write it all, and tell of each candidate."""
        candidates.add(list(self._new), self._new, by=by, reason=REASON)
        candidates.apply(self._changes)
        for candidate, stage in self._stages.items():
            candidates.set_stage(candidate, stage, reason=REASON, by=by)
        for candidate in self._changes:
            candidate_updated.announce(candidate=candidate)
