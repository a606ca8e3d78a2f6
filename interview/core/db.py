"""The database: one session per unit of work, only the edge commits, news leaves after the commit.

SQLite runs in WAL with `synchronous=FULL`; a unit that writes begins with `BEGIN IMMEDIATE`, because a deferred
transaction that upgrades late fails with "database is locked" whatever the timeout.
"""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import cache
from typing import Any

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import DateTime, Engine, Insert, MetaData, Update, bindparam, event, insert, update
from sqlalchemy.engine import Dialect, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.types import TypeDecorator

from interview.core.errors import AppError, StorageFull, Unavailable

logger = logging.getLogger(__name__)

BUSY_SECONDS = 20
_writes: ContextVar[bool] = ContextVar("writes", default=False)

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Parent of every model."""

    metadata = MetaData(naming_convention=NAMES)


db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False})


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware and in UTC in Python, without zone in the database; a naive moment is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store as UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Read as UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


def engine_options(url: str) -> dict[str, Any]:
    """Engine arguments for a database URL; pools are sized for one process of request and job threads."""
    # Errors are logged and stored with jobs; what people said must not travel in them.
    pool: dict[str, Any] = {"pool_size": 20, "max_overflow": 80, "hide_parameters": True}
    if make_url(url).get_backend_name() != "sqlite":
        return pool | {"pool_pre_ping": True, "connect_args": {"connect_timeout": 10}}
    # Autocommit at the driver: SQLAlchemy's begin event below decides which BEGIN is sent.
    return pool | {"connect_args": {"timeout": BUSY_SECONDS, "isolation_level": None}}


def prepare(engine: Engine) -> None:
    """Attach SQLite's settings to an engine; other databases need none."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)


def _on_connect(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "journal_size_limit=67108864"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _on_begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes.get() else "BEGIN")


@contextmanager
def begins_immediate(*, write: bool = True) -> Iterator[None]:
    """Have the transactions that begin in this block take SQLite's write lock at once."""
    mode = _writes.set(write)
    try:
        yield
    finally:
        _writes.reset(mode)


@contextmanager
def unit_of_work(*, write: bool = True) -> Iterator[None]:
    """Run one edge's work: commit at its end and tell the news, or roll everything back.

    Raises `Unavailable` when the database stays locked or unreachable and `StorageFull` when its disk is full.
    """
    with begins_immediate(write=write):
        try:
            yield
            if write:
                db.session.commit()
            else:
                db.session.rollback()
        except (DBAPIError, OSError) as cause:
            _forget()
            raise outage(cause) or cause from cause
        except BaseException:
            _forget()
            raise
    _tell_news()


def append(row: Base) -> None:
    """Insert a row at once, for rows that are never changed: one statement, none of the session's bookkeeping.

    The object stays a plain one, without what the database adds to the row.
    """
    if db.session.new:
        db.session.flush()  # what the row refers to comes first
    given = {name: value for name, value in vars(row).items() if name != "_sa_instance_state"}
    db.session.connection().execute(_insert_into(type(row)), given)


def rewrite(row: Base, **values: Any) -> None:
    """Change columns of a stored row at once, for verbs that are called at every step of an interview.

    One statement, where a changed attribute would bring the whole session's bookkeeping along; needs a column `id`.
    """
    for name, value in values.items():
        set_committed_value(row, name, value)
    changed = {"row_id": vars(row)["id"], **values}
    db.session.connection().execute(_update_of(type(row), tuple(values)), changed)


@cache
def _update_of(kind: type[Base], names: tuple[str, ...]) -> Update:
    table = kind.metadata.tables[kind.__tablename__]
    values = {name: bindparam(name, type_=table.c[name].type) for name in names}
    return update(table).where(table.c.id == bindparam("row_id")).values(values)


@cache
def _insert_into(kind: type[Base]) -> Insert:
    return insert(kind.metadata.tables[kind.__tablename__])


def after_commit(callback: Callable[[], None]) -> None:
    """Have something done once the present unit of work has been committed, never otherwise."""
    db.session.info.setdefault("news", []).append(callback)


def _forget() -> None:
    db.session.info.pop("news", None)
    db.session.rollback()


def _tell_news() -> None:
    """Tell what was committed, and what the subscribers add to it, such as what a room is told."""
    while news := db.session.info.pop("news", []):
        for callback in news:
            try:
                callback()
            except Exception:
                db.session.rollback()
                logger.exception("a subscriber failed after the commit")
    # A subscriber that looked something up has begun a transaction; the next unit must begin one of its own.
    # A rollback would end it too, but forget what is loaded.
    db.session.commit()


def outage(cause: BaseException) -> AppError | None:
    """The failure to tell when the database or the disk gives up; None for an error that is ours."""
    if isinstance(cause, OSError) and cause.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return StorageFull(
            "The disk is full. Nothing of this request was stored; what was acknowledged before is safe."
        )
    if not isinstance(cause, DBAPIError):
        return None
    words = str(cause.orig)
    if "is full" in words or "No space left" in words or "disk I/O error" in words:
        return StorageFull(
            "The disk is full. Nothing of this request was stored; what was acknowledged before is safe."
        )
    if "locked" in words or cause.connection_invalidated or "connect" in words:
        error = Unavailable("The database is busy or unreachable. Nothing was stored; try again in a moment.")
        error.headers["Retry-After"] = "2"
        return error
    return None
