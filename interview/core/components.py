"""The mechanisms' own health: the database and the jobs."""

from __future__ import annotations

import sqlite3
from typing import Any

from flask import Flask
from sqlalchemy import text

from interview.core import health
from interview.core.db import db
from interview.core.jobs import ledger

# Before this version a rare race in the write-ahead log could lose a committed page (fixed in 3.51.3 and 3.53.0).
SAFE_SQLITE = (3, 51, 3)


def init(app: Flask) -> None:
    """Nothing to attach: importing this registers the checks."""


@health.check("database")
def check_database() -> dict[str, Any]:
    """The database answers; an SQLite with a known fault is told."""
    db.session.execute(text("SELECT 1"))
    kind = db.engine.dialect.name
    if kind == "sqlite" and sqlite_warning():
        return {"kind": kind, "warning": sqlite_warning()}
    return {"kind": kind}


def sqlite_warning() -> str | None:
    """What to know about the SQLite library in use, None when nothing."""
    if sqlite3.sqlite_version_info >= SAFE_SQLITE:
        return None
    return f"SQLite {sqlite3.sqlite_version} has a rare fault in its log; PostgreSQL is recommended for production"


@health.check("jobs")
def check_jobs() -> dict[str, Any]:
    """How many jobs wait, run, or have failed for good."""
    return ledger.counts()
