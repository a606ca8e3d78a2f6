"""A process that does nothing but jobs, of kinds whose effects can be counted."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

from sqlalchemy import insert

from interview.core import config, current
from interview.core.db import db
from interview.core.jobs.handlers import Run, handles
from interview.core.jobs.periodic import every
from interview.factory import create_app
from tests.trust.effects import effects

THREADS = 2


def effect(name: str) -> None:
    """Write one countable effect, in the present transaction."""
    db.session.execute(insert(effects).values(name=name, worker=os.getpid()))


@handles("count_once")
def count_once(run: Run) -> None:
    """Work a moment, write a partial result, work on, and have the effect."""
    time.sleep(random.uniform(0, 0.01))
    with run.step():
        pass
    time.sleep(random.uniform(0, 0.01))
    with run.last_step():
        effect(run.claim.key)


@handles("count_slowly")
def count_slowly(run: Run) -> None:
    """Say where it runs, then work for as long as the order says."""
    _say(f"{run.claim.key}.{run.claim.fence}")
    time.sleep(run.args["seconds"])
    with run.last_step():
        effect(run.claim.key)


@every(3600, "count_rounds")
def count_rounds() -> None:
    """Count how often the slot came round."""
    effect("round")


def _say(name: str) -> None:
    Path(current.settings().data_dir / name).write_text(str(os.getpid()))


def serve() -> None:
    """Do jobs until killed."""
    app = create_app(config.load(env_file=None))
    app.extensions["jobs"].start(threads=THREADS)
    with app.app_context():
        _say(f"ready.{os.getpid()}")
    while True:
        time.sleep(60)
