"""Scale: every list and filter with many interviews against the same with few, and the conflict check.

    python -m benchmarks.scale [--few 10000] [--many 1000000] [--asks 40] [--keep] [--json]

Each size has a PostgreSQL database of its own, made on the server that SCALE_DATABASE_URL or TEST_POSTGRES_URL names
and dropped afterwards, unless it is to be kept. Lists are asked for over HTTP inside this process, first page and
second. Prints the 95th percentile of each at both sizes and their ratio, which is to be 1.5 or less where both sizes
answer with pages equally full, the plans of the slowest, and the conflict check, which is to stay under 5 ms. Where a
value is so rare that the smaller size answers with fewer rows, the ratio is not one of equal work and is told apart.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, text
from sqlalchemy.engine import make_url

from benchmarks.scale.asking import KINDS, Answered, Kind, conflict_seconds, first_and_next
from benchmarks.scale.fill import fill, is_filled
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
# Pages whose number of rows differs by less than this are equally full.
SAME_ROWS = 0.05
WARM_UP = 5


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--few", type=int, default=10_000)
    asked.add_argument("--many", type=int, default=1_000_000)
    asked.add_argument("--asks", type=int, default=40)
    asked.add_argument("--json", action="store_true")
    asked.add_argument("--keep", action="store_true", help="keep the filled databases, and use those that were kept")
    chosen = asked.parse_args()
    url = os.environ.get("SCALE_DATABASE_URL") or os.environ.get("TEST_POSTGRES_URL")
    if not url:
        sys.exit("Name a PostgreSQL server in SCALE_DATABASE_URL; a database of its own is made on it and dropped.")
    keep: bool = chosen.keep
    with sized(url, chosen.few, keep=keep) as few, sized(url, chosen.many, keep=keep) as many:
        load = os.getloadavg()[0]
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
        print(f"Load of this machine's {os.cpu_count()} cores: {load:.1f} before, {os.getloadavg()[0]:.1f} after.")
        tell(few, many, chosen.json)


class Sized:
    """One size: an app on a filled database, the requests to it, and how long they took."""

    def __init__(self, app: Application, interviews: int) -> None:
        self.app, self.interviews, self.dice = app, interviews, random.Random(7)
        self.answers: dict[str, list[Answered]] = {}
        self.checks: list[float] = []
        with app.app_context():
            if not is_filled(db.engine, db.metadata):
                began = time.monotonic()
                fill(db.engine, db.metadata, interviews=interviews)
                print(f"Filled {interviews:,} interviews in {time.monotonic() - began:.0f} s.", file=sys.stderr)
            self.headers = accounts.basic(accounts.make_key(db.session.get_one(Organisation, "org")))
            db.session.remove()
        self.client = app.test_client()

    def warm_up(self) -> None:
        """Let connections, caches and statements come into being."""
        for kind in KINDS:
            for _ in range(WARM_UP):
                self.ask(kind)
                self.check()
        self.answers.clear()
        self.checks.clear()

    def ask(self, kind: Kind) -> None:
        """Ask for a first page and the one after it."""
        query = kind.query(self.dice, self.interviews)
        self.answers.setdefault(_key(kind), []).extend(first_and_next(kind, self.client, self.headers, query))

    def check(self) -> None:
        """Look once for conflicts."""
        with self.app.app_context():
            self.checks.append(conflict_seconds(self.dice, self.interviews))
            db.session.rollback()

    @property
    def ms(self) -> dict[str, float]:
        """The 95th percentile of each kind."""
        return {name: p95([one.seconds for one in answers]) for name, answers in self.answers.items()}

    @property
    def medians(self) -> dict[str, float]:
        """The median of each kind in milliseconds, which a busy machine disturbs less."""
        return {
            name: statistics.median(one.seconds for one in answers) * 1000 for name, answers in self.answers.items()
        }

    @property
    def rows(self) -> dict[str, float]:
        """How many rows an answer of each kind has on average."""
        return {name: statistics.fmean(one.rows for one in answers) for name, answers in self.answers.items()}

    def plans(self, name: str) -> list[str]:
        """How PostgreSQL runs the statements of one kind of request."""
        kind = next(kind for kind in KINDS if _key(kind) == name)
        return self._plans(lambda: self.ask(kind))

    def check_plans(self) -> list[str]:
        """How PostgreSQL looks for conflicts."""
        return self._plans(self.check)

    def _plans(self, ask: Callable[[], None]) -> list[str]:
        with self.app.app_context():
            return plans_of(db.engine, ask)


def _key(kind: Kind) -> str:
    return f"{kind.path} {kind.name.strip()}"


def p95(seconds: list[float]) -> float:
    """The 95th percentile in milliseconds."""
    return statistics.quantiles(seconds, n=20, method="inclusive")[-1] * 1000


@contextmanager
def sized(url: str, interviews: int, *, keep: bool) -> Iterator[Sized]:
    """One size, for as long as the block lasts."""
    name = f"talentflow_scale_{'kept' if keep else os.getpid()}_{interviews}"
    with own_database(url, name, keep=keep) as made, serving(made) as app:
        yield Sized(app, interviews)
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


@contextmanager
def own_database(url: str, name: str, *, keep: bool) -> Iterator[str]:
    """The address of a database on the same server: new and dropped afterwards, or kept and filled by these steps."""
    server = create_engine(make_url(url), isolation_level="AUTOCOMMIT")
    made = make_url(url).set(database=name)
    with server.connect() as connection:
        there = connection.scalar(text("SELECT 1 FROM pg_database WHERE datname = :name"), {"name": name})
        if not (keep and there and _is_filled(made)):
            connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
            connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        yield made.render_as_string(hide_password=False)
    finally:
        if not keep:
            with server.connect() as connection:
                connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        server.dispose()


def _is_filled(url: URL) -> bool:
    engine = create_engine(url, poolclass=NullPool)
    return is_filled(engine, db.metadata)


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
        if any(f"FROM {table}" in statement for table in ("interviews", "candidates", "bookings")):
            seen.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    ask()
    event.remove(engine, "before_cursor_execute", note)
    with engine.connect() as connection:
        found = [connection.exec_driver_sql(f"EXPLAIN (ANALYZE, BUFFERS) {told}", values) for told, values in seen]
        return ["\n".join(row[0] for row in plan) for plan in found]


def tell(few: Sized, many: Sized, as_json: bool) -> None:
    """Print the tables, the plans of the worst, and whether the aims are met."""
    before, after, checked = few.ms, many.ms, p95(many.checks)
    ratios = {name: after[name] / max(before[name], NOISE_MS) for name in after}
    is_equal = {name: abs(rows - many.rows[name]) <= SAME_ROWS * many.rows[name] for name, rows in few.rows.items()}
    if as_json:
        rows = {"few": few.rows, "many": many.rows}
        print(json.dumps({"few": before, "many": after, "ratios": ratios, "rows": rows, "conflict_ms": checked}))
        return
    print(
        f"p95 in ms of each list and filter, {few.interviews:,} and {many.interviews:,} interviews: pages equally full"
    )
    _table(few, many, {name: ratio for name, ratio in ratios.items() if is_equal[name]})
    print("values too rare to fill as many rows at the smaller size, rows per answer in brackets")
    _table(few, many, {name: ratio for name, ratio in ratios.items() if not is_equal[name]}, shows_rows=True)
    print(
        f"worst ratio of pages equally full {max(r for name, r in ratios.items() if is_equal[name]):.2f} (aim: {AIM})"
    )
    medians = [statistics.median(each.checks) * 1000 for each in (few, many)]
    print(f"conflict check p95 {p95(few.checks):.2f} and {checked:.2f} ms (aim: under 5)", end=", ")
    print(f"median {medians[0]:.2f} and {medians[1]:.2f}")
    print("\nconflict check:", "\n\n".join(many.check_plans()), sep="\n")
    for name in sorted(ratios, key=lambda one: (not is_equal[one], -ratios[one]))[:3]:
        print(f"\n{name}:")
        print("\n\n".join(many.plans(name)))


def _table(few: Sized, many: Sized, ratios: dict[str, float], *, shows_rows: bool = False) -> None:
    print(f"  {'':52} {'p95':>8} {'p95':>8}     ratio    medians        ratio")
    before, after = few.medians, many.medians
    for name, ratio in ratios.items():
        medians = f"{before[name]:6.1f} {after[name]:6.1f}   x {after[name] / max(before[name], NOISE_MS):4.2f}"
        rows = f"  ({few.rows[name]:.1f} and {many.rows[name]:.1f})" if shows_rows else ""
        mark = "" if ratio <= AIM else "  <-- above the aim"
        print(f"  {name:52} {few.ms[name]:8.1f} {many.ms[name]:8.1f}   x {ratio:4.2f}  {medians}{rows}{mark}")


if __name__ == "__main__":
    main()
