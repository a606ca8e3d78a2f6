"""Huey carries job ids to threads; the ledger alone decides who runs what.

Huey itself delivers at most once. The sweep makes up for that: a due or abandoned job is delivered again, and a
delivery too many finds nothing to claim.
"""

from __future__ import annotations

import threading
import time
from typing import Any

from flask import Flask
from huey import PostgresHuey, RedisHuey, SqliteHuey
from huey.api import Huey
from huey.consumer import Consumer
from huey.serializer import SignedSerializer

from interview.core import logs
from interview.core.config import Settings
from interview.core.db import db, unit_of_work
from interview.core.jobs import ledger, periodic, runner
from interview.core.jobs.pulse import Pulse

logger = logs.get(__name__)

SWEEP_SECONDS = 1.0
SWEEP_AT_ONCE = 100
ROUND_SECONDS = 30.0


class QuietConsumer(Consumer):  # type: ignore[misc]
    """A consumer inside the server's process: signals stay with the server."""

    def _set_signal_handlers(self) -> None:
        """Leave them alone."""


class Delivery:
    """The queue of one process: sends ids, runs what arrives, sweeps what was forgotten."""

    def __init__(self, app: Flask, settings: Settings, *, signed_with: bytes) -> None:
        self._app = app
        self._settings = settings
        self._huey = _queue(settings, signed_with)
        self._run = self._huey.task()(self._run_job)
        self._pulse = Pulse(app, lease_seconds=settings.job_lease_seconds)
        self._consumer: Consumer | None = None
        self._stopped = threading.Event()
        self._sent: dict[str, float] = {}

    def send(self, job_id: str) -> None:
        """Deliver a job id; a failure here is only a delay, because the sweep finds the row."""
        try:
            self._sent[job_id] = time.monotonic()
            self._run(job_id)
        except Exception:
            self._sent.pop(job_id, None)
            logger.warning("job could not be sent; the sweep will", job=job_id, exc_info=True)

    def start(self, *, threads: int) -> None:
        """Run jobs in this process with so many threads, beginning with what an earlier process left."""
        if threads < 1 or self._consumer:
            return
        self._pulse.start()
        self._consumer = QuietConsumer(
            self._huey, workers=threads, periodic=False, worker_type="thread", max_delay=0.5, check_worker_health=True
        )
        self._consumer.start()
        threading.Thread(target=self._sweep, name="job-sweep", daemon=True).start()

    def stop(self) -> None:
        """Let running jobs end, take no new ones."""
        self._stopped.set()
        if self._consumer:
            self._consumer.stop(graceful=True)
        self._pulse.stop()

    def run_due(self) -> int:
        """Run everything that is due, here and now, in this thread; for commands and tests."""
        done = 0
        while job_ids := self._due():
            done += sum(self._run_job(job_id) for job_id in job_ids)
        return done

    def _run_job(self, job_id: str) -> bool:
        self._sent.pop(job_id, None)
        return runner.run(self._app, job_id, pulse=self._pulse, lease_seconds=self._settings.job_lease_seconds)

    def _due(self) -> list[str]:
        with self._app.app_context():
            try:
                with unit_of_work(write=False):
                    return ledger.due(limit=SWEEP_AT_ONCE)
            finally:
                db.session.remove()

    def _sweep(self) -> None:
        next_round = 0.0
        while True:
            try:
                if time.monotonic() >= next_round:
                    self._come_round()
                    next_round = time.monotonic() + ROUND_SECONDS
                self._forget_sent()
                for job_id in self._due():
                    if job_id not in self._sent:
                        self.send(job_id)
            except Exception:
                logger.warning("the job sweep failed; it will run again", exc_info=True)
            if self._stopped.wait(SWEEP_SECONDS):
                return

    def _forget_sent(self) -> None:
        # Another process may have taken the id from the queue and died, so nothing counts as sent for ever.
        oldest = time.monotonic() - self._settings.job_lease_seconds
        for job_id in [job_id for job_id, sent_at in list(self._sent.items()) if sent_at < oldest]:
            self._sent.pop(job_id, None)

    def _come_round(self) -> None:
        with self._app.app_context():
            try:
                with unit_of_work():
                    periodic.submit_due()
            finally:
                db.session.remove()


def _queue(settings: Settings, signed_with: bytes) -> Huey:
    common: dict[str, Any] = {"results": False, "serializer": SignedSerializer(secret=signed_with.hex())}
    url = settings.jobs_url
    if url.startswith("redis"):
        return RedisHuey("talentflow", url=url, **common)
    if url.startswith("postgres"):
        return PostgresHuey("talentflow", dsn=url, **common)
    # Ids may be lost with the queue file, the ledger keeps the work: no fsync here.
    return SqliteHuey("talentflow", filename=str(settings.data_dir / "jobs.db"), fsync=False, **common)
