"""Runs one claimed job to its end, whatever happens in it."""

from __future__ import annotations

from flask import Flask

from interview.core import logs
from interview.core.db import db, unit_of_work
from interview.core.jobs import handlers, ledger
from interview.core.jobs.handlers import GiveUp, Run
from interview.core.jobs.ledger import Claim, LostLease
from interview.core.jobs.pulse import Pulse

logger = logs.get(__name__)


def run(app: Flask, job_id: str, *, pulse: Pulse, lease_seconds: float) -> bool:
    """Claim and run a job; returns whether there was something to run."""
    with app.app_context():
        with unit_of_work():
            claim = ledger.claim(job_id, lease_seconds=lease_seconds)
        if claim is None:
            return False
        try:
            with pulse.beating_for(claim):
                _attempt(Run(claim))
        finally:
            db.session.remove()
        return True


def _attempt(attempt: Run) -> None:
    claim = attempt.claim
    logger.info("job started", job=claim.job_id, kind=claim.kind, attempt=claim.attempt)
    try:
        if claim.attempt > claim.max_attempts:
            raise GiveUp("Every worker that tried this was lost while it did.")
        handlers.registered(claim.kind).handler(attempt)
        if not attempt.is_finished:
            with attempt.last_step():
                pass
        logger.info("job done", job=claim.job_id, kind=claim.kind)
    except LostLease:
        logger.warning("job taken over by another worker", job=claim.job_id, kind=claim.kind)
    except Exception as cause:
        _failed(attempt, cause)


def _failed(attempt: Run, cause: Exception) -> None:
    claim = attempt.claim
    is_final = claim.is_last_attempt or isinstance(cause, GiveUp) or claim.kind not in handlers.kinds()
    words = f"{type(cause).__name__}: {cause}"
    logger.warning("job failed", job=claim.job_id, kind=claim.kind, is_final=is_final, exc_info=cause)
    try:
        with unit_of_work():
            ledger.fail(claim, words, is_final=is_final)
            if is_final:
                _tell_failure(attempt, words)
    except LostLease:
        logger.warning("job taken over by another worker", job=claim.job_id, kind=claim.kind)


def _tell_failure(attempt: Run, words: str) -> None:
    claim: Claim = attempt.claim
    if claim.kind in handlers.kinds() and (on_failure := handlers.registered(claim.kind).on_failure):
        on_failure(attempt, words)
