"""Many processes, one ledger: every job takes effect once, whoever is killed, frozen or slow."""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, text

from interview.core import clock
from interview.core.db import db, unit_of_work
from interview.core.jobs import ledger
from interview.core.jobs.models import Job, JobState
from tests.live_server import LiveServer, fresh_database
from tests.trust import backstage
from tests.trust.effects import effects
from tests.trust.nursery import SETTINGS, Nursery

PROCESSES = 4
JOBS = 240
LEASE_SECONDS = 2
PATIENCE_SECONDS = 60.0


@dataclass
class Crew:
    """Worker processes on one folder and database."""

    nursery: Nursery
    site: LiveServer
    pids: list[int] = field(default_factory=list)

    def hire(self, count: int = 1) -> int:
        """Start workers; returns the newest one's process id."""
        for _ in range(count):
            worker = self.nursery.fork(self.site.environment, self.site.console, module="tests.trust.worker")
            self.pids.append(worker)
        return self.pids[-1]

    def kill(self, pid: int) -> None:
        """Kill one."""
        os.killpg(pid, signal.SIGKILL)
        self.pids.remove(pid)


@pytest.fixture
def crew(nursery: Nursery, tmp_path: Path) -> Iterator[Crew]:
    """Nobody yet, in a place with an empty ledger."""
    with fresh_database() as database_url:
        settings = SETTINGS | {"JOB_LEASE_SECONDS": str(LEASE_SECONDS)}
        found = Crew(nursery, LiveServer(tmp_path, database_url=database_url, **settings))
        with backstage.behind(found.site):
            db.create_all()
            effects.create(db.engine)
            yield found
            for pid in list(found.pids):
                found.kill(pid)


class TestRace:
    """Four processes take from one ledger."""

    def test_every_job_takes_effect_once_though_workers_are_killed(self, crew: Crew) -> None:
        submit("count_once", JOBS)
        crew.hire(PROCESSES)
        for done in (JOBS // 6, JOBS // 3, JOBS // 2):
            until(lambda done=done: effect_count("count_once") >= done)
            crew.kill(crew.pids[0])
            crew.hire()
        until(lambda: ended() == JOBS + rounds())

        assert effect_counts("count_once") == {f"count_once:{number}": 1 for number in range(JOBS)}
        assert set(db.session.scalars(select(Job.state))) == {JobState.DONE}

    def test_a_round_comes_once_for_all_schedulers(self, crew: Crew) -> None:
        crew.hire(PROCESSES)
        until(lambda: effect_count("round") and len(workers_that_are_ready(crew)) == PROCESSES)
        until(lambda: ended() == rounds())

        slots = db.session.scalar(select(func.count()).where(Job.kind == "count_rounds"))
        assert effect_count("round") == slots == 1


class TestLease:
    """Who holds a job, and for how long."""

    def test_a_live_worker_keeps_a_job_that_lasts_longer_than_its_lease(self, crew: Crew) -> None:
        crew.hire(2)
        submit("count_slowly", 1, seconds=2.5 * LEASE_SECONDS)
        until(lambda: effect_count("count_slowly") == 1)

        assert job("count_slowly:0").attempts == 1

    def test_a_frozen_worker_loses_its_job_and_commits_nothing_when_it_wakes(self, crew: Crew) -> None:
        crew.hire(2)
        submit("count_slowly", 1, seconds=1.0)
        first = worker_at(crew, "count_slowly:0.1")
        freeze(crew, first)
        second = worker_at(crew, "count_slowly:0.2")
        os.killpg(first, signal.SIGCONT)
        until(lambda: "taken over" in crew.site.log() and job("count_slowly:0").state == JobState.DONE)

        authors = list(db.session.scalars(select(effects.c.worker).where(effects.c.name == "count_slowly:0")))
        assert authors == [second] and second != first

    def test_a_killed_worker_s_job_is_taken_up_by_another(self, crew: Crew) -> None:
        crew.hire(2)
        submit("count_slowly", 1, seconds=0.5)
        first = worker_at(crew, "count_slowly:0.1")
        crew.kill(first)
        until(lambda: effect_count("count_slowly") == 1)

        assert job("count_slowly:0").attempts == 2


def submit(kind: str, count: int, **args: Any) -> None:
    """Write so many jobs into the ledger in one transaction; the workers' sweeps find them."""
    with unit_of_work():
        for number in range(count):
            ledger.submit(kind, key=f"{kind}:{number}", args=args, run_at=clock.now())


def until(is_so: Callable[[], object]) -> None:
    """Wait for something that other processes bring about."""
    latest = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        db.session.rollback()
        assert time.monotonic() < latest, "it never came about"
        time.sleep(0.02)
    db.session.rollback()


def effect_counts(prefix: str) -> dict[str, int]:
    """How often each effect happened."""
    query = select(effects.c.name, func.count()).where(effects.c.name.startswith(prefix)).group_by(effects.c.name)
    return dict(db.session.execute(query).tuples().all())


def effect_count(prefix: str) -> int:
    """How many effects there are."""
    return sum(effect_counts(prefix).values())


def ended() -> int:
    """How many jobs are done or failed."""
    query = select(func.count()).where(Job.state.in_([JobState.DONE, JobState.FAILED]))
    return db.session.scalar(query) or 0


def rounds() -> int:
    """How many jobs came round by the clock: ours and the product's own."""
    by_the_clock = Job.kind.not_in(["count_once", "count_slowly"])
    return db.session.scalar(select(func.count()).select_from(Job).where(by_the_clock)) or 0


def job(key: str) -> Job:
    """The job with this key, as it is now."""
    query = select(Job).where(Job.key == key).execution_options(populate_existing=True)
    return db.session.scalars(query).one()


def worker_at(crew: Crew, name: str) -> int:
    """The worker that says it has begun this attempt, once it does."""
    said = crew.site.folder / name
    until(lambda: said.exists() and said.read_text())
    return int(said.read_text())


def freeze(crew: Crew, pid: int) -> None:
    """Stop a worker at a moment when it holds no lock, as the others could only wait for it then."""
    while True:
        os.killpg(pid, signal.SIGSTOP)
        while not is_stopped(pid):
            time.sleep(0.001)
        if all(is_unlocked(path) for path in crew.site.folder.glob("*.db")) and is_quiet():
            return
        os.killpg(pid, signal.SIGCONT)
        time.sleep(0.01)


def is_stopped(pid: int) -> bool:
    """Whether every thread has stopped; the signal only asks, and a thread under way could still take a lock."""
    stats = Path(f"/proc/{pid}/task").glob("*/stat")
    return all(stat.read_text().rpartition(")")[2].split()[0] == "T" for stat in stats)


def is_quiet() -> bool:
    """Whether nobody else is inside a transaction on the server under test; a file has its own way to tell."""
    if db.engine.dialect.name != "postgresql":
        return True
    others = text(
        "SELECT count(*) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL"
    )
    found = db.session.scalar(others)
    db.session.rollback()
    return found == 0


def is_unlocked(path: Path) -> bool:
    """Whether somebody else could write to an SQLite file now."""
    connection = sqlite3.connect(path, timeout=0.1, isolation_level=None)
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()
    return True


def workers_that_are_ready(crew: Crew) -> set[int]:
    """Which workers have said so."""
    return {int(path.suffix[1:]) for path in crew.site.folder.glob("ready.*")} & set(crew.pids)
