"""Every decision about imports: taken in, worked off by a job, shown."""

from __future__ import annotations

from typing import BinaryIO

from sqlalchemy import select

from interview.candidates.errors import ImportNotFound
from interview.candidates.models import CandidateImport, Progress
from interview.candidates.resumes.store import delete_after_commit, store
from interview.candidates.transfers import importing
from interview.candidates.transfers.importing import Check, Outcome
from interview.candidates.transfers.records import NotReadable
from interview.core import audit, clock
from interview.core.actors import Actor, ActorKind
from interview.core.db import db, unit_of_work
from interview.core.jobs import service as jobs
from interview.core.jobs.handlers import Run

IMPORT_CANDIDATES = "import_candidates"


def begin(*, organisation_id: str, storage_key: str, size_bytes: int, is_dry_run: bool, by: Actor) -> CandidateImport:
    """Have a stored file worked off in the background."""
    order = CandidateImport(
        organisation_id=organisation_id,
        storage_key=storage_key,
        size_bytes=size_bytes,
        is_dry_run=is_dry_run,
        created_by=f"{by.kind}:{by.id}"[:100],
    )
    db.session.add(order)
    db.session.flush()
    jobs.submit(IMPORT_CANDIDATES, key=f"{IMPORT_CANDIDATES}:{order.id}", args={"import_id": order.id})
    audit.record("candidates.import_begun", order, by=by, organisation_id=organisation_id, is_dry_run=is_dry_run)
    return order


def get(import_id: str, *, within: str | None) -> CandidateImport:
    """An import of this organisation; raises `ImportNotFound`."""
    query = select(CandidateImport).where(CandidateImport.id == import_id, CandidateImport.organisation_id == within)
    order = db.session.scalar(query)
    if order is None:
        raise ImportNotFound("There is no such import.")
    return order


def work_off(run: Run, *, check: Check) -> None:
    """Read the file of an import to its end; what an earlier run has done stays done."""
    with unit_of_work(write=False):
        order = db.session.get(CandidateImport, run.args["import_id"])
    if order is None or order.storage_key is None:
        return
    try:
        _prepare(run, order)
        _read(run, order, check)
    except NotReadable as refusal:
        problem: str | None = str(refusal)
    else:
        problem = None
    with run.last_step():
        close(order.id, problem=problem)


def _open(order: CandidateImport) -> BinaryIO:
    return store().open(str(order.storage_key))


def _prepare(run: Run, order: CandidateImport) -> None:
    with _open(order) as file:
        total, ignored = importing.count(file)
    if total > importing.MOST_ROWS:
        raise NotReadable(f"The file has more than {importing.MOST_ROWS} rows. Split it.")
    with run.step():
        order = _held(order.id)
        order.total_rows, order.ignored_columns, order.status = total, ignored, Progress.PROCESSING
        if order.is_dry_run:  # it has done nothing yet that could be done twice
            order.position, order.problems = 0, []
            order.created_count = order.updated_count = order.unchanged_count = order.refused_count = 0


def _read(run: Run, order: CandidateImport, check: Check) -> None:
    by, met = _actor(order), set[str]()
    with unit_of_work(write=False):
        behind = _held(order.id).position
    with _open(order) as file:
        for rows in importing.stretches(file, behind=behind, check=check):
            with run.step():
                held = _held(order.id)
                _note(held, importing.carry_out(held, rows, by=by, met=met), rows=len(rows))
            db.session.expunge_all()


def _held(import_id: str) -> CandidateImport:
    return db.session.get_one(CandidateImport, import_id, populate_existing=True)


def _note(order: CandidateImport, outcome: Outcome, *, rows: int) -> None:
    order.position += rows
    order.created_count += outcome.created
    order.updated_count += outcome.updated
    order.unchanged_count += outcome.unchanged
    order.refused_count += outcome.refused
    room = importing.MOST_PROBLEMS - len(order.problems)
    order.problems = [*order.problems, *outcome.problems[:room]]


def _actor(order: CandidateImport) -> Actor:
    """Whoever sent the file, for what is written down of it; nothing is allowed by this."""
    kind, _, name = order.created_by.partition(":")
    return Actor(ActorKind(kind), name, order.organisation_id)


def close(import_id: str, *, problem: str | None) -> None:
    """End an import, remove its file, and write down what it came to."""
    order = _held(import_id)
    order.status = Progress.FAILED if problem else Progress.COMPLETED
    order.problem, order.ended_at = problem, clock.now()
    delete_after_commit(order.storage_key)
    order.storage_key = None
    audit.record(
        "candidates.import_ended",
        order,
        by=_actor(order),
        organisation_id=order.organisation_id,
        created=order.created_count,
        updated=order.updated_count,
    )
