"""What features call: submit work in their transaction, retry it, ask how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from flask import current_app
from sqlalchemy import select

from interview.core.db import after_commit, db
from interview.core.jobs import ledger
from interview.core.jobs.delivery import Delivery
from interview.core.jobs.models import Job


def delivery() -> Delivery:
    """The queue of the present app."""
    found: Delivery = current_app.extensions["jobs"]
    return found


def submit(kind: str, *, key: str, args: dict[str, Any], max_attempts: int = 5, run_at: datetime | None = None) -> Job:
    """Have work done in the background once this transaction commits; the same key is the same work."""
    job = ledger.submit(kind, key=key, args=args, max_attempts=max_attempts, run_at=run_at)
    if run_at is None:
        _send_after_commit(job.id)
    return job


def submit_new(kind: str, args_by_key: Mapping[str, dict[str, Any]], *, max_attempts: int = 5) -> None:
    """Have several pieces of work done once this transaction commits, under keys that nobody has used before."""
    for job_id in ledger.submit_new(kind, args_by_key, max_attempts=max_attempts):
        _send_after_commit(job_id)


def rerun(kind: str, *, key: str, args: dict[str, Any]) -> Job:
    """Have work done, again if it was done or failed before."""
    job = ledger.rerun(kind, key=key, args=args)
    _send_after_commit(job.id)
    return job


def retry(job_id: str) -> Job:
    """Run a failed job again; raises `NotFound` or `NotFailed`."""
    job = ledger.retry(job_id)
    _send_after_commit(job.id)
    return job


def find(key: str) -> Job | None:
    """The job with this key."""
    return db.session.scalar(select(Job).where(Job.key == key))


def _send_after_commit(job_id: str) -> None:
    queue = delivery()
    after_commit(lambda: queue.send(job_id))
