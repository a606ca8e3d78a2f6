"""Background work of media that needs to know nothing of what an upload is for."""

from __future__ import annotations

from flask import Flask

from interview.core import clock
from interview.core.db import unit_of_work
from interview.core.jobs import service as jobs
from interview.core.jobs.handlers import Run, handles
from interview.core.jobs.periodic import every
from interview.media import service as media

RECONCILE_MEDIA = "reconcile_media"
EXPIRY_SECONDS = 600
RECONCILING_SECONDS = 24 * 3600


@every(EXPIRY_SECONDS, "expire_uploads")
def expire_uploads() -> None:
    """Refuse further bytes to uploads that were silent for too long."""
    media.expire_uploads()


@every(RECONCILING_SECONDS, "plan_reconciling")
def plan_reconciling() -> None:
    """Have the store compared with the rows, in a job that holds no lock while it reads the disk."""
    jobs.submit(RECONCILE_MEDIA, key=f"{RECONCILE_MEDIA}:{clock.now():%Y-%m-%d}", args={}, max_attempts=3)


@handles(RECONCILE_MEDIA)
def reconcile_media(run: Run) -> None:
    """Drop files that no row names, and report rows whose file is gone."""
    with unit_of_work(write=False):
        media.reconcile()


def init(app: Flask) -> None:
    """Nothing to attach: importing this file has registered the handlers."""
