"""Bringing a database to the newest migration, whatever it held before."""

from __future__ import annotations

from flask_migrate import upgrade

from interview.core.config import Settings
from interview.factory import create_app


def add_interview_automation_fields(settings: Settings | None = None) -> None:
    """Give the database's `candidates` table every `interview_*` column, and the database everything else.

    Works on an empty database, on an older TalentFlow database with a bare `candidates` table, whose rows are kept,
    and on one that is up to date already: then nothing changes.
    """
    app = create_app(settings)
    with app.app_context():
        upgrade()
