"""What another process ends dies here: tokens with the next request, sockets within five seconds."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import requests
import socketio
from sqlalchemy import event

from interview.accounts import service
from interview.accounts.credentials import keys
from interview.accounts.credentials.held import Held
from interview.accounts.scopes import Role
from interview.core.actors import OPERATOR, Actor, ActorKind
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from interview.core.realtime import Rounds
from interview.recording.audience import ending
from interview.recording.audience.connections import Connection
from interview.scheduling import invitations
from tests import live_server
from tests.factories import accounts, interviews
from tests.live_server import LiveServer

PASSWORD = "correct horse battery"
WITHIN_SECONDS = 5


@dataclass
class Open:
    """A socket and when it was closed."""

    client: socketio.Client
    closed: threading.Event

    def is_closed_in_time(self) -> bool:
        return self.closed.wait(WITHIN_SECONDS)


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LiveServer, LiveServer]]:
    """Two servers on the same data."""
    folder = tmp_path_factory.mktemp("two")
    with live_server.serving(folder) as first:
        second = LiveServer(folder, database_url=first.environment["DATABASE_URL"])
        try:
            yield first, second.start()
        finally:
            second.stop()


@pytest.fixture(scope="module")
def told(servers: tuple[LiveServer, LiveServer]) -> dict[str, Any]:
    """An organisation with an admin, a key and an invited candidate."""
    return servers[0].demo()


@pytest.fixture
def connect(servers: tuple[LiveServer, LiveServer]) -> Iterator[Callable[..., Open]]:
    """Open a socket on the first server."""
    opened: list[Open] = []

    def open_one(**auth: str) -> Open:
        made = Open(socketio.Client(reconnection=False), threading.Event())
        made.client.on("disconnect", lambda *_: made.closed.set())
        made.client.connect(servers[0].url, auth=auth)
        opened.append(made)
        return made

    yield open_one
    for one in opened:
        one.client.disconnect()


def add_person(servers: tuple[LiveServer, LiveServer], told: dict[str, Any], email: str) -> str:
    """Add an interviewer; returns the access token of a login."""
    body = {"email": email, "name": "Some Person", "role": "interviewer", "password": PASSWORD}
    key = (told["api_key"]["id"], told["api_key"]["secret"])
    assert requests.post(f"{servers[0].url}/api/users", json=body, auth=key, timeout=20).status_code == 201
    login = requests.post(
        f"{servers[0].url}/api/auth/login", json={"email": email, "password": PASSWORD}, timeout=20
    ).json()
    return str(login["token"])


def me(server: LiveServer, token: str) -> int:
    return requests.get(
        f"{server.url}/api/auth/me", headers={"Authorization": f"Bearer {token}"}, timeout=20
    ).status_code


class TestByTheCommandLine:
    """`flask user disable` and its like, beside a running server."""

    @pytest.mark.parametrize("command", ["disable", "logout"])
    def test_person(
        self,
        servers: tuple[LiveServer, LiveServer],
        told: dict[str, Any],
        connect: Callable[..., Open],
        command: str,
    ) -> None:
        email = f"{command}@example.org"
        token = add_person(servers, told, email)
        socket, other = connect(token=token), connect(token=add_person(servers, told, f"not-{email}"))

        servers[0].flask("user", command, email)

        assert me(servers[0], token) == 401
        assert socket.is_closed_in_time()
        assert not other.closed.is_set()

    def test_key(
        self, servers: tuple[LiveServer, LiveServer], told: dict[str, Any], connect: Callable[..., Open]
    ) -> None:
        made = servers[0].flask("apikey", "create", "--organisation", told["organisation_id"], "--json")
        key = json.loads(made)
        socket = connect(token=f"{key['id']}.{key['secret']}")

        servers[0].flask("apikey", "revoke", key["id"])

        assert me(servers[0], f"{key['id']}.{key['secret']}") == 401
        assert socket.is_closed_in_time()


class TestByAnotherServer:
    """The same by HTTP, on a second server."""

    def test_role(
        self, servers: tuple[LiveServer, LiveServer], told: dict[str, Any], connect: Callable[..., Open]
    ) -> None:
        token = add_person(servers, told, "role@example.org")
        socket = connect(token=token)
        user = requests.get(
            f"{servers[1].url}/api/auth/me", headers={"Authorization": f"Bearer {token}"}, timeout=20
        ).json()

        key = (told["api_key"]["id"], told["api_key"]["secret"])
        changed = requests.patch(
            f"{servers[1].url}/api/users/{user['id']}", json={"role": "candidate"}, auth=key, timeout=20
        )

        assert changed.json()["role"] == "candidate"
        assert socket.is_closed_in_time()

    def test_invitation(
        self, servers: tuple[LiveServer, LiveServer], told: dict[str, Any], connect: Callable[..., Open]
    ) -> None:
        config = {"format": "webm", "quality": "HD", "audio": True, "video": True}
        body = {"interview_token": told["interview_token"], "recording_config": config}
        session_id = requests.post(f"{servers[0].url}/api/interview/session/start", json=body, timeout=20).json()[
            "session_id"
        ]
        socket = connect(session_id=session_id)
        key = (told["api_key"]["id"], told["api_key"]["secret"])
        address = f"{servers[1].url}/api/admin/interviews/{told['interview_id']}/invitations"
        invitation = requests.get(address, auth=key, timeout=20).json()["items"][0]

        requests.delete(f"{address}/{invitation['id']}", auth=key, timeout=20)

        assert requests.get(f"{servers[0].url}/api/interview/session/{session_id}", timeout=20).status_code in {
            401,
            403,
            410,
        }
        assert socket.is_closed_in_time()


class TestEnded:
    """Which of the held credentials are over."""

    def test_each_kind(self, app: Application) -> None:
        who = interviews.invited()
        people = [accounts.make_user(who.organisation, role="interviewer") for _ in range(4)]
        key, revoked = accounts.make_key(who.organisation), accounts.make_key(who.organisation)
        capability = Held(Actor(ActorKind.CANDIDATE_CAPABILITY, "session", who.organisation.id))
        held = {
            **{f"person {number}": _held(user) for number, user in enumerate(people)},
            "key": Held(key.key.as_actor()),
            "revoked": Held(revoked.key.as_actor()),
        }
        there = [Connection(name, one) for name, one in held.items()]
        there += [
            Connection("candidate", capability, invitation_id=who.invitation.id),
            Connection("nobody", capability),
        ]
        before = ending.ended(there)

        with unit_of_work():
            service.disable_user(people[1], by=OPERATOR)
            service.log_out_everywhere(people[2], by=OPERATOR)
            service.update_user(people[3], role=Role.RECRUITER, by=OPERATOR)
            keys.revoke(revoked.key, by=OPERATOR)
            invitations.revoke(who.interview, who.invitation.id, by=OPERATOR)

        assert before == []
        assert sorted(ending.ended(there)) == ["candidate", "person 1", "person 2", "person 3", "revoked"]

    def test_as_many_queries_for_fifty_as_for_one(self, app: Application) -> None:
        user, key = accounts.make_user(), accounts.make_key()
        there = [Connection(str(number), _held(user)) for number in range(50)]
        there.append(Connection("key", Held(key.key.as_actor())))
        asked: list[str] = []

        def count(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
            asked.extend([statement] if statement.startswith("SELECT") else [])

        event.listen(db.engine, "before_cursor_execute", count)
        try:
            assert ending.ended(there) == []
        finally:
            event.remove(db.engine, "before_cursor_execute", count)

        assert len(asked) == 2

    def test_nothing_is_asked_for_nobody(self, app: Application) -> None:
        assert ending.ended([]) == []


def _held(user: Any) -> Held:
    family_id = accounts.family_of(accounts.log_in(user))
    return Held(user.as_actor(), family_id)


class TestRounds:
    """The thread that looks after the sockets."""

    def test_lives_only_while_needed_and_outlives_failures(self) -> None:
        left = [3]

        def call() -> None:
            left[0] -= 1
            if left[0] == 1:
                raise RuntimeError("the database is away")

        rounds = Rounds(call, is_needed=lambda: left[0] > 0, seconds=0.001)
        for _ in range(3):
            rounds.wake()
        assert _becomes(lambda: left[0] == 0 and not _threads())
        left[0] = 1
        rounds.wake()

        assert _becomes(lambda: left[0] == 0 and not _threads())


def _threads() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if one.name == "socket rounds"]


def _becomes(is_so: Callable[[], bool]) -> bool:
    latest = time.monotonic() + 5
    while time.monotonic() < latest:
        if is_so():
            return True
        time.sleep(0.005)
    return False
