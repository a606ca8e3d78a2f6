"""Somebody else holds the database for seconds: requests wait for it, none fails."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import requests
from sqlalchemy import create_engine, text

from interview.core import config
from tests.trust import backstage
from tests.trust.nursery import Forked

HELD_SECONDS = 3.0
CLIENTS = 6


class TestLockedDatabase:
    """A foreign transaction over everything."""

    def test_requests_wait_and_succeed(self, server: Forked) -> None:
        tokens, _ = backstage.invite(server, CLIENTS)
        with held(server), ThreadPoolExecutor(CLIENTS) as pool:
            answers = list(pool.map(lambda token: start(server, token), tokens))

        assert [answer.status_code for answer in answers] == [200] * CLIENTS
        assert max(answer.elapsed.total_seconds() for answer in answers) >= HELD_SECONDS / 2


def start(server: Forked, token: str) -> requests.Response:
    """Start the session of a token."""
    return requests.post(f"{server.url}/api/interview/session/start", json={"interview_token": token}, timeout=60)


@contextmanager
def held(server: Forked) -> Iterator[None]:
    """Hold the database by itself for the first seconds of the block."""
    engine = create_engine(config.load(server.environment, env_file=None).database)
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN EXCLUSIVE")
        else:
            connection.execute(text("LOCK TABLE recording_sessions, interviews IN ACCESS EXCLUSIVE MODE"))
        let_go = threading.Event()
        waiting = threading.Thread(target=lambda: let_go.wait(HELD_SECONDS))
        waiting.start()
        release = threading.Thread(target=lambda: (waiting.join(), connection.rollback()))
        release.start()
        yield
        release.join()
    engine.dispose()
