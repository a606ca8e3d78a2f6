"""The migrations: one head, reversible, and equal to the models; an older database is taken along."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask_migrate import downgrade, upgrade
from sqlalchemy import Engine, create_engine, inspect, text

from interview.core.config import Settings
from interview.core.db import db
from interview.factory import ROOT, create_app
from interview.upgrading import add_interview_automation_fields


def scripts() -> ScriptDirectory:
    """The migrations on disk."""
    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations"))
    return ScriptDirectory.from_config(config)


def tables(engine: Engine) -> set[str]:
    """The tables of a database, without Alembic's own."""
    return set(inspect(engine).get_table_names()) - {"alembic_version"}


class TestMigrations:
    """What holds for all of them."""

    def test_one_head_and_names_in_order(self) -> None:
        names = sorted(path.stem for path in (ROOT / "migrations" / "versions").glob("*.py"))
        walked = [script.revision for script in reversed(list(scripts().walk_revisions()))]

        assert len(scripts().get_heads()) == 1
        assert walked == names
        assert [name[:4] for name in names] == [f"{number:04d}" for number in range(1, len(names) + 1)]

    def test_models_equal_migrations(self, settings: Settings) -> None:
        app = create_app(settings)
        with app.app_context():
            upgrade()
            with db.engine.connect() as connection:
                context = MigrationContext.configure(connection, opts={"compare_type": True})
                differences = compare_metadata(context, db.metadata)
            db.engine.dispose()

        assert differences == []

    def test_every_step_can_be_taken_back(self, settings: Settings) -> None:
        app = create_app(settings)
        with app.app_context():
            upgrade()
            before = tables(db.engine)
            for _ in scripts().walk_revisions():
                downgrade(revision="-1")
            emptied = tables(db.engine)
            upgrade()
            after = tables(db.engine)
            db.engine.dispose()

        assert emptied == set() and before == after


class TestAddInterviewAutomationFields:
    """`from db import add_interview_automation_fields`."""

    @pytest.fixture
    def older(self, settings: Settings) -> Engine:
        """A database with a bare `candidates` table and two people in it."""
        engine = create_engine(settings.database)
        with engine.begin() as connection:
            connection.execute(
                text(
                    "CREATE TABLE candidates (id INTEGER PRIMARY KEY, name VARCHAR(99), email VARCHAR(99), stage TEXT)"
                )
            )
            connection.execute(
                text("INSERT INTO candidates VALUES (7, 'A', 'a@example.org', 'new'), (8, NULL, NULL, 'x')")
            )
        return engine

    def test_adds_every_column_and_keeps_the_people(self, settings: Settings, older: Engine) -> None:
        add_interview_automation_fields(settings)
        columns = {column["name"] for column in inspect(older).get_columns("candidates")}
        with older.connect() as connection:
            rows = connection.execute(text("SELECT id, name, stage FROM candidates ORDER BY id")).all()
        older.dispose()

        assert {column.name for column in db.metadata.tables["candidates"].columns} < columns
        assert [tuple(row) for row in rows] == [(7, "A", "new"), (8, "Candidate 8", "x")]

    def test_twice_is_harmless(self, settings: Settings, older: Engine) -> None:
        for _ in range(2):
            add_interview_automation_fields(settings)
        with older.connect() as connection:
            count = connection.scalar(text("SELECT count(*) FROM candidates"))
        older.dispose()

        assert count == 2

    def test_can_be_taken_back(self, settings: Settings, older: Engine) -> None:
        add_interview_automation_fields(settings)
        app = create_app(settings)
        with app.app_context():
            downgrade(revision="base")
            left = {column["name"] for column in inspect(db.engine).get_columns("candidates")}
            db.engine.dispose()
        older.dispose()

        assert left == {"id", "name", "email", "stage", "created_at"}

    def test_an_empty_database_gets_everything(self, settings: Settings) -> None:
        add_interview_automation_fields(settings)
        engine = create_engine(settings.database)
        found = tables(engine)
        engine.dispose()

        assert found == set(db.metadata.tables)


def test_the_module_db_offers_it() -> None:
    """A script imports it from `db`, as the recording dialect documents."""
    source = Path(ROOT / "db.py").read_text(encoding="utf-8")

    assert "add_interview_automation_fields" in source and len(source.splitlines()) <= 5
