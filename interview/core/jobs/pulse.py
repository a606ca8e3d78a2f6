"""Keeps the leases of this process's running jobs alive, from one thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask

from interview.core import logs
from interview.core.db import db, unit_of_work
from interview.core.jobs import ledger
from interview.core.jobs.ledger import Claim

logger = logs.get(__name__)


class Pulse:
    """A heart that beats for every job held here; a process that dies stops beating and loses its leases."""

    def __init__(self, app: Flask, *, lease_seconds: float) -> None:
        self._app = app
        self._lease_seconds = lease_seconds
        self._held: set[tuple[str, int]] = set()
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="job-pulse", daemon=True)

    def start(self) -> None:
        """Begin beating."""
        self._thread.start()

    def stop(self) -> None:
        """Stop beating."""
        self._stopped.set()

    @contextmanager
    def beating_for(self, claim: Claim) -> Iterator[None]:
        """Prolong this job's lease while the block runs."""
        held = (claim.job_id, claim.fence)
        with self._lock:
            self._held.add(held)
        try:
            yield
        finally:
            with self._lock:
                self._held.discard(held)

    def _beat(self) -> None:
        while not self._stopped.wait(self._lease_seconds / 3):
            with self._lock:
                held = list(self._held)
            if held:
                self._extend(held)

    def _extend(self, held: list[tuple[str, int]]) -> None:
        with self._app.app_context():
            try:
                with unit_of_work():
                    ledger.extend(held, lease_seconds=self._lease_seconds)
            except Exception:
                logger.warning("leases could not be prolonged", exc_info=True)
            finally:
                db.session.remove()
