"""The organisation's room: how its interviews stand, told to those who watch the list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

from interview.core.actors import OPERATOR
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from interview.core.realtime import socketio
from interview.scheduling.models import Interview, InterviewStatus
from interview.scheduling.signals import interview_cancelled, interview_missed, interview_rescheduled
from tests.factories import accounts, interviews
from tests.factories.interviews import Invited


@pytest.fixture
def who() -> Invited:
    """An organisation with an interview."""
    return interviews.invited()


@pytest.fixture
def listen(app: Application) -> Iterator[Any]:
    """Open sockets and close them in the end."""
    opened: list[Any] = []

    def connect(headers: dict[str, str] | None = None, **auth: str) -> Any:
        opened.append(socketio.test_client(app, headers=headers or {}, auth=auth or None))
        return opened[-1]

    yield connect
    for socket in opened:
        if socket.is_connected():
            socket.disconnect()


def headers_in(who: Invited, role: str = "interviewer") -> dict[str, str]:
    """The headers of somebody in the organisation."""
    return accounts.headers_of(accounts.make_user(who.organisation, role=role))


def told(socket: Any) -> list[Any]:
    """What a socket heard of interviews."""
    return [one["args"][0] for one in socket.get_received() if one["name"] == "interview-status-changed"]


class TestJoinOrganisation:
    """The event `join-organisation`."""

    def test_whoever_sees_interviews(self, listen: Any, who: Invited) -> None:
        assert listen(headers_in(who)).emit("join-organisation", callback=True) == {"success": True}

    def test_a_key(self, listen: Any, who: Invited) -> None:
        key = accounts.basic(accounts.make_key(who.organisation))

        assert listen(key).emit("join-organisation", callback=True)["success"] is True

    def test_not_without_the_scope(self, listen: Any, who: Invited) -> None:
        poor = accounts.basic(accounts.make_key(who.organisation, scopes={"audit:read"}))
        refused = listen(poor).emit("join-organisation", callback=True)

        assert (refused["success"], refused["status"]) == (False, 403)

    def test_not_a_candidate(self, client: FlaskClient, listen: Any, who: Invited) -> None:
        session_id = interviews.start(client, who.token).get_json()["session_id"]

        assert listen(session_id=session_id).emit("join-organisation", callback=True)["success"] is False


class TestNews:
    """The event `interview-status-changed`."""

    @pytest.mark.parametrize(
        ("news", "more"),
        [(interview_cancelled, {}), (interview_missed, {}), (interview_rescheduled, {"previous": None})],
    )
    def test_reaches_the_organisation_alone(self, listen: Any, who: Invited, news: Any, more: Any) -> None:
        interview_id = who.interview.id
        ours, theirs, elsewhere = map(listen, (headers_in(who), headers_in(interviews.invited()), headers_in(who)))
        for socket in (ours, theirs):
            socket.emit("join-organisation", callback=True)
        with unit_of_work():
            interview = db.session.get_one(Interview, interview_id)
            interview.status = InterviewStatus.CANCELLED
            news.announce(interview=interview, by=OPERATOR, **more)

        assert told(ours) == [{"interview_id": interview_id, "status": "cancelled"}]
        assert told(theirs) == told(elsewhere) == []

    def test_nothing_after_leaving(self, listen: Any, who: Invited) -> None:
        interview_id, socket = who.interview.id, listen(headers_in(who))
        socket.emit("join-organisation", callback=True)
        left = socket.emit("leave-organisation", callback=True)
        with unit_of_work():
            interview_cancelled.announce(interview=db.session.get_one(Interview, interview_id), by=OPERATOR)

        assert left == {"success": True} and told(socket) == []

    def test_of_an_interview_that_is_held(self, client: FlaskClient, listen: Any, who: Invited) -> None:
        socket = listen(headers_in(who))
        socket.emit("join-organisation", callback=True)
        session_id = interviews.start(client, who.token).get_json()["session_id"]
        interviews.end(client, session_id)

        assert [one["status"] for one in told(socket)] == ["in_progress", "completed"]
