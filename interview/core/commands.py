"""Commands of the operator: background jobs."""

from __future__ import annotations

import json

import click
from flask import Flask
from flask.cli import AppGroup
from sqlalchemy import select

from interview.core import clock
from interview.core.db import db, unit_of_work
from interview.core.errors import AppError
from interview.core.jobs import ledger
from interview.core.jobs.models import Job, JobState

job = AppGroup("job", help="Background jobs.")
MOST_SHOWN = 100


def init(app: Flask) -> None:
    """Add the commands."""
    app.cli.add_command(job)


@job.command("list")
@click.option("--state", type=click.Choice([state.value for state in JobState]), default=JobState.FAILED.value)
@click.option("--json", "is_json", is_flag=True, help="Print JSON lines and nothing else.")
def list_jobs(*, state: str, is_json: bool) -> None:
    """Show the newest jobs of a state, the failed ones unless told otherwise."""
    query = select(Job).where(Job.state == state).order_by(Job.created_at.desc()).limit(MOST_SHOWN)
    with unit_of_work(write=False):
        rows = [_shown(one) for one in db.session.scalars(query)]
    for row in rows:
        click.echo(json.dumps(row) if is_json else "  ".join(str(value) for value in row.values() if value is not None))


@job.command("retry")
@click.argument("job_id")
def retry_job(job_id: str) -> None:
    """Run a failed job again; the running server takes it up within a second."""
    try:
        with unit_of_work():
            ledger.retry(job_id)
    except AppError as refusal:
        raise click.ClickException(refusal.detail) from refusal
    click.echo("submitted")


def _shown(one: Job) -> dict[str, object]:
    return {
        "id": one.id,
        "kind": one.kind,
        "key": one.key,
        "state": one.state,
        "attempts": one.attempts,
        "created_at": clock.wire(one.created_at),
        "error": one.error,
    }
