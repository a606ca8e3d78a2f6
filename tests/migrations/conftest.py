"""Empty databases to migrate."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from interview.core import config
from interview.core.config import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    """Settings with an empty database of their own, on the kind of database under test."""
    url = os.environ.get("TEST_DATABASE_URL", "")
    given = {"environment": "testing", "data_dir": tmp_path, "secret_key": "for the tests alone, thirty-two characters"}
    if not url:
        yield config.load({}, env_file=None, **given)
        return
    name = f"migrations_{secrets.token_hex(4)}"
    server = create_engine(make_url(url), isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield config.load({"DATABASE_URL": _with_name(url, name)}, env_file=None, **given)
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


def _with_name(url: str, name: str) -> str:
    return make_url(url).set(database=name).render_as_string(hide_password=False)
