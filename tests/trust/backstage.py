"""The same data from behind: an app of this process on a server's folder and database, to prepare and to check."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from flask_migrate import upgrade

from interview.core import config
from interview.core.db import db
from interview.core.http import Application
from interview.factory import create_app
from tests.factories import accounts, interviews
from tests.live_server import LiveServer

Credentials = tuple[str, str]


@contextmanager
def behind(server: LiveServer) -> Iterator[Application]:
    """An app on the server's data, inside its context; it runs no jobs."""
    settings = config.load(server.environment, env_file=None, job_threads=0, log_level="ERROR")
    app = create_app(settings)
    with app.app_context():
        try:
            yield app
        finally:
            db.session.remove()
            db.engine.dispose()


def invite(server: LiveServer, count: int) -> tuple[list[str], Credentials]:
    """Make so many interviews in one new organisation; returns their tokens, and a key that sees them."""
    with behind(server):
        upgrade()
        organisation = accounts.make_organisation()
        key = accounts.make_key(organisation)
        tokens = [interviews.invited(organisation).token for _ in range(count)]
        return tokens, (key.key.id, key.secret)
