"""Scale: every list and filter with many interviews against the same with few, and the conflict check.

    python -m benchmarks.scale [--few 10000] [--many 1000000] [--asks 40] [--json]

Each size has a PostgreSQL database of its own, made on the server that SCALE_DATABASE_URL or TEST_POSTGRES_URL names
and dropped afterwards. Lists are asked for over HTTP inside this process, first page and second. Prints the 95th
percentile of each at both sizes and their ratio, which is to be 1.5 or less, the plans of the slowest, and the conflict
check, which is to stay under 5 ms.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url

from benchmarks.scale.asking import KINDS, Kind, conflict_seconds, first_and_next
from benchmarks.scale.fill import fill
from interview.accounts.models import Organisation
from interview.core import config
from interview.core.db import db
from interview.core.http import Application
from interview.factory import create_app
from tests.factories import accounts

UNREACHABLE = "100000000 per minute"
AIM = 1.5
# Below this a ratio says more about the machine than about the database.
NOISE_MS = 1.0
WARM_UP = 5


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--few", type=int, default=10_000)
    asked.add_argument("--many", type=int, default=1_000_000)
    asked.add_argument("--asks", type=int, default=40)
    asked.add_argument("--json", action="store_true")
    chosen = asked.parse_args()
    url = os.environ.get("SCALE_DATABASE_URL") or os.environ.get("TEST_POSTGRES_URL")
    if not url:
        sys.exit("Name a PostgreSQL server in SCALE_DATABASE_URL; a database of its own is made on it and dropped.")
    with sized(url, chosen.few) as few, sized(url, chosen.many) as many:
        for each in (few, many):
            each.warm_up()
        for kind in KINDS:
            for _ in range(chosen.asks):
                # The sizes take turns, so that a busy machine is busy for both.
                for each in (few, many):
                    each.ask(kind)
        for _ in range(chosen.asks * 10):
            for each in (few, many):
                each.check()
        tell(few, many, chosen.json)


class Sized:
    """One size: an app on a filled database, the requests to it, and how long they took."""

    def __init__(self, app: Application, interviews: int) -> None:
        self.app, self.interviews, self.dice = app, interviews, random.Random(7)
        self.seconds: dict[str, list[float]] = {}
        self.checks: list[float] = []
        with app.app_context():
            fill(db.engine, db.metadata, interviews=interviews)
            self.headers = accounts.basic(accounts.make_key(db.session.get_one(Organisation, "org")))
            db.session.remove()
        self.client = app.test_client()

    def warm_up(self) -> None:
        """Let connections, caches and statements come into being."""
        for kind in KINDS:
            for _ in range(WARM_UP):
                self.ask(kind)
        self.seconds.clear()

    def ask(self, kind: Kind) -> None:
        """Ask for a first page and the one after it."""
        query = kind.query(self.dice, self.interviews)
        self.seconds.setdefault(_key(kind), []).extend(first_and_next(kind, self.client, self.headers, query))

    def check(self) -> None:
        """Look once for conflicts."""
        with self.app.app_context():
            self.checks.append(conflict_seconds(self.dice, self.interviews))
            db.session.rollback()

    @property
    def ms(self) -> dict[str, float]:
        """The 95th percentile of each kind."""
        return {name: p95(seconds) for name, seconds in self.seconds.items()}

    def plans(self, name: str) -> list[str]:
        """How PostgreSQL runs the statements of one kind of request."""
        kind = next(kind for kind in KINDS if _key(kind) == name)
        with self.app.app_context():
            return plans_of(db.engine, lambda: self.ask(kind))


def _key(kind: Kind) -> str:
    return f"{kind.path} {kind.name.strip()}"


def p95(seconds: list[float]) -> float:
    """The 95th percentile in milliseconds."""
    return statistics.quantiles(seconds, n=20, method="inclusive")[-1] * 1000


@contextmanager
def sized(url: str, interviews: int) -> Iterator[Sized]:
    """One size, for as long as the block lasts."""
    with own_database(url, f"talentflow_scale_{os.getpid()}_{interviews}") as made, serving(made) as app:
        yield Sized(app, interviews)
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


@contextmanager
def own_database(url: str, name: str) -> Iterator[str]:
    """The address of a new database on the same server, dropped afterwards."""
    server = create_engine(make_url(url), isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        yield make_url(url).set(database=name).render_as_string(hide_password=False)
    finally:
        with server.connect() as connection:
            connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        server.dispose()


@contextmanager
def serving(url: str) -> Iterator[Application]:
    """The app on that database."""
    with tempfile.TemporaryDirectory(prefix="scale-") as folder:
        settings = config.load(
            {"DATABASE_URL": url},
            env_file=None,
            data_dir=Path(folder),
            job_threads=0,
            secret_key="for the benchmark alone, thirty-two characters",
            log_level="ERROR",
            address_limit=UNREACHABLE,
            account_limit=UNREACHABLE,
        )
        yield create_app(settings)


def plans_of(engine: Engine, ask: Callable[[], None]) -> list[str]:
    """How PostgreSQL runs the statements of one request."""
    seen: list[tuple[str, Any]] = []

    def note(_connection: Connection, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        if "FROM interviews" in statement or "FROM candidates" in statement:
            seen.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    ask()
    event.remove(engine, "before_cursor_execute", note)
    with engine.connect() as connection:
        found = [connection.exec_driver_sql(f"EXPLAIN (ANALYZE, BUFFERS) {told}", values) for told, values in seen]
        return ["\n".join(row[0] for row in plan) for plan in found]


def tell(few: Sized, many: Sized, as_json: bool) -> None:
    """Print the table, the plans of the worst, and whether the aims are met."""
    before, after, checked = few.ms, many.ms, p95(many.checks)
    ratios = {name: after[name] / max(before[name], NOISE_MS) for name in after}
    if as_json:
        print(json.dumps({"few": before, "many": after, "ratios": ratios, "conflict_ms": checked}))
        return
    print(f"p95 in ms of each list and filter, {few.interviews:,} and {many.interviews:,} interviews")
    for name, ratio in ratios.items():
        mark = "" if ratio <= AIM else "  <-- above the aim"
        print(f"  {name:52} {before[name]:8.1f} {after[name]:8.1f}   x {ratio:4.2f}{mark}")
    print(f"worst ratio {max(ratios.values()):.2f} (aim: {AIM} or less)")
    print(f"conflict check {checked:.2f} ms, median {statistics.median(many.checks) * 1000:.2f} (aim: under 5)")
    for name in sorted(ratios, key=lambda one: -ratios[one])[:3]:
        print(f"\n{name}:")
        print("\n\n".join(many.plans(name)))


if __name__ == "__main__":
    main()
