"""The ledger's verbs: submit, claim, hold, finish, fail, retry.

Retries wait base × 2^(attempt-1) seconds with full jitter of a quarter, so that a herd does not return at once.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import CursorResult, Update, and_, delete, func, insert, or_, select, update

from interview.core import clock, ids
from interview.core.db import db
from interview.core.errors import Conflict, NotFound
from interview.core.jobs.models import Job, JobState

FIRST_WAIT_SECONDS = 2.0
LONGEST_WAIT_SECONDS = 300.0
LONGEST_ERROR = 2000
KEPT = timedelta(days=7)


class LostLease(Exception):
    """Another worker took the job over; nothing of this run may be committed."""


class NotFailed(Conflict):
    """Only a failed job can be retried by hand."""

    code, title = "job_not_failed", "This job has not failed"


@dataclass(frozen=True, slots=True)
class Claim:
    """A job that this worker holds, as long as `fence` is still the row's."""

    job_id: str
    kind: str
    key: str
    args: dict[str, Any]
    fence: int
    attempt: int
    max_attempts: int

    @property
    def is_last_attempt(self) -> bool:
        """Whether a failure now is final."""
        return self.attempt >= self.max_attempts


def submit(kind: str, *, key: str, args: dict[str, Any], max_attempts: int = 5, run_at: datetime | None = None) -> Job:
    """Write a job in the present transaction; with a key that exists, find that job instead."""
    known = db.session.scalar(select(Job).where(Job.key == key))
    if known is not None:
        return known
    job = Job(kind=kind, key=key, args=args, max_attempts=max_attempts, run_at=run_at or clock.now())
    db.session.add(job)
    db.session.flush()
    return job


def submit_new(kind: str, args_by_key: Mapping[str, dict[str, Any]], *, max_attempts: int = 5) -> list[str]:
    """Write several jobs whose keys nobody has used before, in one statement; returns their ids."""
    now = clock.now()
    rows = [
        {"id": ids.opaque(), "kind": kind, "key": key, "args": args, "max_attempts": max_attempts, "run_at": now}
        for key, args in args_by_key.items()
    ]
    db.session.execute(insert(Job), rows)
    return [str(row["id"]) for row in rows]


def claim(job_id: str, *, lease_seconds: float) -> Claim | None:
    """Take a due job, or one whose holder fell silent; None when there is nothing to take."""
    now = clock.now()
    take = (
        update(Job)
        .where(Job.id == job_id, _is_due(now))
        .values(
            state=JobState.RUNNING,
            fence=Job.fence + 1,
            attempts=Job.attempts + 1,
            started_at=now,
            lease_until=now + timedelta(seconds=lease_seconds),
        )
        .returning(Job.id, Job.kind, Job.key, Job.args, Job.fence, Job.attempts, Job.max_attempts)
        .execution_options(synchronize_session=False)
    )
    row = db.session.execute(take).one_or_none()
    return Claim(*row) if row else None


def due(*, limit: int) -> list[str]:
    """Ids of jobs that are due or abandoned, oldest first."""
    query = select(Job.id).where(_is_due(clock.now())).order_by(Job.run_at).limit(limit)
    return list(db.session.scalars(query))


def _is_due(now: datetime) -> Any:
    return or_(
        and_(Job.state == JobState.PENDING, Job.run_at <= now),
        and_(Job.state == JobState.RUNNING, Job.lease_until < now),
    )


def extend(claims: Iterable[tuple[str, int]], *, lease_seconds: float) -> None:
    """Prolong the leases of jobs still held."""
    until = clock.now() + timedelta(seconds=lease_seconds)
    for job_id, fence in claims:
        db.session.execute(_held(job_id, fence).values(lease_until=until))


def assert_held(claim: Claim) -> None:
    """Check, and in the present transaction keep, the claim; raises `LostLease`."""
    _one(_held(claim.job_id, claim.fence).values(fence=claim.fence))


def finish(claim: Claim) -> None:
    """Mark the job done in the transaction of its effect; raises `LostLease`."""
    done = {"state": JobState.DONE, "ended_at": clock.now(), "lease_until": None, "error": None}
    _one(_held(claim.job_id, claim.fence).values(**done))


def credit(claim: Claim) -> None:
    """Take this attempt off the count, because it brought the job further; raises `LostLease`.

    A worker lost after that is no sign of a job that kills its workers. A failure still counts the attempt.
    """
    _one(_held(claim.job_id, claim.fence).values(attempts=claim.attempt - 1))


def fail(claim: Claim, error: str, *, is_final: bool) -> None:
    """Give the job back for a later attempt, or mark it failed for people to see; raises `LostLease`."""
    state = JobState.FAILED if is_final else JobState.PENDING
    values = {"state": state, "lease_until": None, "error": error[:LONGEST_ERROR], "run_at": _next_try(claim.attempt)}
    ended_at = clock.now() if is_final else None
    _one(_held(claim.job_id, claim.fence).values(**values, attempts=claim.attempt, ended_at=ended_at))


def _next_try(attempt: int) -> datetime:
    wait = min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (attempt - 1))
    return clock.now() + timedelta(seconds=wait * random.uniform(1.0, 1.25))


def retry(job_id: str) -> Job:
    """Run a failed job again from its first attempt; raises `NotFound` or `NotFailed`."""
    job = db.session.scalar(select(Job).where(Job.id == job_id).with_for_update())
    if job is None:
        raise NotFound("There is no such job.")
    if job.state != JobState.FAILED:
        raise NotFailed(f"The job is {job.state}; only a failed one can be retried.")
    job.state, job.attempts, job.run_at, job.error, job.ended_at = JobState.PENDING, 0, clock.now(), None, None
    return job


def rerun(kind: str, *, key: str, args: dict[str, Any]) -> Job:
    """Submit a job, or run the one with this key again when it has ended."""
    job = submit(kind, key=key, args=args)
    if job.state in {JobState.DONE, JobState.FAILED}:
        job.state, job.attempts, job.run_at, job.error, job.ended_at = JobState.PENDING, 0, clock.now(), None, None
    return job


def counts() -> dict[str, int]:
    """How many jobs are in each state that still matters."""
    waiting = (JobState.PENDING, JobState.RUNNING, JobState.FAILED)
    rows = db.session.execute(select(Job.state, func.count()).where(Job.state.in_(waiting)).group_by(Job.state))
    found = {str(state): int(number) for state, number in rows}
    return {state.value: found.get(state.value, 0) for state in waiting}


def forget_old() -> int:
    """Drop jobs that were done a week ago; failed ones stay until somebody retries them. Returns how many."""
    old = delete(Job).where(Job.state == JobState.DONE, Job.ended_at < clock.now() - KEPT)
    result = db.session.execute(old)
    return result.rowcount if isinstance(result, CursorResult) else 0


def _held(job_id: str, fence: int) -> Update:
    held = update(Job).where(Job.id == job_id, Job.fence == fence, Job.state == JobState.RUNNING)
    return held.execution_options(synchronize_session=False)


def _one(change: Update) -> None:
    result = db.session.execute(change)
    if not isinstance(result, CursorResult) or result.rowcount != 1:
        raise LostLease()
