"""How Alembic reaches the database: the app's engine, one transaction, one migrator at a time."""

from __future__ import annotations

from alembic import context
from flask import current_app
from sqlalchemy import Connection, text

from interview.core import db

# Any number that nothing else in the database uses as an advisory lock.
MIGRATION_LOCK = 7_205_311


def run() -> None:
    """Bring the database to the wanted revision, whole or not at all."""
    engine = current_app.extensions["migrate"].db.engine
    with db.begins_immediate(), engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=db.db.metadata,
            render_as_batch=True,
            transactional_ddl=True,
            compare_type=True,
        )
        with context.begin_transaction():
            _wait_for_others(connection)
            context.run_migrations()


def _wait_for_others(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": MIGRATION_LOCK})


run()
