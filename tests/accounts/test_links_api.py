"""The doors of invitations and forgotten passwords."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select, update

from interview.accounts import service
from interview.accounts.models import AccountToken, User
from interview.accounts.scopes import Role
from interview.accounts.signals import password_reset_asked, person_invited
from interview.core import clock
from interview.core.actors import OPERATOR
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from tests.accounts.conftest import AtOnce
from tests.factories import accounts
from tests.factories.accounts import PASSWORD, bearer

CHOSEN = "another horse battery"
DEAD = (410, "link_dead")


@dataclass(frozen=True)
class Told:
    """A link that somebody was told."""

    user: User
    link: str
    expires_at: datetime

    @property
    def token(self) -> str:
        return self.link.partition("#")[2]


@pytest.fixture
def told(app: Application) -> Iterator[list[Told]]:
    """The links that are told while a test runs."""
    heard: list[Told] = []

    def listen(*, user: User, link: str, expires_at: datetime, **_: Any) -> None:
        heard.append(Told(user, link, expires_at))

    signals = (person_invited, password_reset_asked)
    for signal in signals:
        signal.within(listen)
    yield heard
    for signal in signals:
        signal._within.remove(listen)


@pytest.fixture
def run_jobs(app: Application) -> Callable[[], None]:
    """Run everything that is due, in this thread."""

    def run() -> None:
        db.session.remove()
        app.extensions["jobs"].run_due()

    return run


@pytest.fixture
def invited(admin: User, told: list[Told]) -> Told:
    """A recruiter who was invited by the admin."""
    with unit_of_work():
        service.invite(
            organisation_id=admin.organisation_id,
            email="New@Example.org",
            name="New Person",
            role=Role.RECRUITER,
            by=admin.as_actor(),
        )
    return told[-1]


@pytest.fixture
def forgotten(admin: User, told: list[Told]) -> Told:
    """A link for the admin's forgotten password."""
    with unit_of_work():
        service.ask_password_reset(admin.email)
    return told[-1]


def refusal(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json["code"]


def expire() -> None:
    with unit_of_work():
        db.session.execute(update(AccountToken).values(expires_at=clock.now() - timedelta(seconds=1)))


def accept(client: FlaskClient, token: str, **change: Any) -> Any:
    return client.post("/api/auth/invitations/accept", json={"token": token, "password": CHOSEN} | change)


def reset(client: FlaskClient, token: str, **change: Any) -> Any:
    return client.post("/api/auth/password/reset", json={"token": token, "password": CHOSEN} | change)


def log_in(client: FlaskClient, email: str, password: str) -> int:
    return client.post("/api/auth/login", json={"email": email, "password": password}).status_code


class TestPreviewInvitation:
    """POST /api/auth/invitations/preview"""

    def test_who_invites_to_what(self, client: FlaskClient, admin: User, invited: Told) -> None:
        answer = client.post("/api/auth/invitations/preview", json={"token": invited.token})

        assert answer.json == {
            "email": "new@example.org",
            "name": "New Person",
            "role": "recruiter",
            "organisationName": admin.organisation.name,
            "invitedBy": admin.name,
            "expiresAt": clock.wire(invited.expires_at),
        }
        assert accept(client, invited.token).status_code == 200

    def test_nobody_where_a_program_invited(self, client: FlaskClient, admin: User, told: list[Told]) -> None:
        key = accounts.basic(accounts.make_key(admin.organisation))
        body = {"email": "b@example.org", "name": "B", "role": "candidate"}
        client.post("/api/users", json=body, headers=key)

        answer = client.post("/api/auth/invitations/preview", json={"token": told[-1].token})

        assert answer.json["invitedBy"] is None

    def test_token_of_another_purpose(self, client: FlaskClient, forgotten: Told) -> None:
        answer = client.post("/api/auth/invitations/preview", json={"token": forgotten.token})

        assert refusal(answer) == DEAD

    @pytest.mark.parametrize("body", [{}, {"token": ""}, {"token": 5}, {"token": "x" * 201}, {"token": "x", "a": 1}])
    def test_malformed(self, client: FlaskClient, app: Application, body: dict[str, object]) -> None:
        assert client.post("/api/auth/invitations/preview", json=body).status_code == 422


class TestAcceptInvitation:
    """POST /api/auth/invitations/accept"""

    def test_joins_and_is_logged_in(self, client: FlaskClient, admin: User, invited: Told) -> None:
        answer = accept(client, invited.token, name="Chosen Name")

        user = answer.json["user"]
        assert (user["name"], user["state"], user["role"]) == ("Chosen Name", "active", "recruiter")
        assert client.get("/api/auth/me", headers=bearer(answer.json["token"])).json["id"] == user["id"]
        assert len(answer.headers.getlist("Set-Cookie")) == 3
        assert log_in(client, "new@example.org", CHOSEN) == 200

    def test_name_stays_where_none_is_given(self, client: FlaskClient, invited: Told) -> None:
        assert accept(client, invited.token).json["user"]["name"] == "New Person"

    def test_once(self, client: FlaskClient, invited: Told) -> None:
        statuses = [accept(client, invited.token).status_code for _ in range(2)]

        assert statuses == [200, 410]

    def test_of_many_at_once_one_joins(self, at_once: AtOnce, invited: Told) -> None:
        answers = at_once(6, lambda client, _: accept(client, invited.token))

        assert sorted(answer.status_code for answer in answers) == [200] + [410] * 5

    def test_expired(self, client: FlaskClient, invited: Told) -> None:
        expire()

        assert refusal(accept(client, invited.token)) == DEAD

    def test_unknown(self, client: FlaskClient, app: Application) -> None:
        assert refusal(accept(client, "nobody knows this")) == DEAD

    def test_disabled_meanwhile(self, client: FlaskClient, invited: Told) -> None:
        with unit_of_work():
            service.disable_user(invited.user, by=OPERATOR)

        assert refusal(accept(client, invited.token)) == DEAD

    def test_replaced_by_a_newer_one(
        self, client: FlaskClient, as_admin: dict[str, str], invited: Told, told: list[Told]
    ) -> None:
        client.post(f"/api/users/{invited.user.id}/invite", headers=as_admin)

        answers = [accept(client, one.token) for one in (invited, told[-1])]

        assert [answer.status_code for answer in answers] == [410, 200]

    @pytest.mark.parametrize("password", ["short", "new@example.org", "x" * 257, None])
    def test_bad_password_leaves_the_link_open(self, client: FlaskClient, invited: Told, password: str) -> None:
        refused = accept(client, invited.token, password=password)

        assert (refused.status_code, list(refused.json["errors"])) == (422, ["password"])
        assert accept(client, invited.token).status_code == 200

    def test_token_is_not_stored(self, invited: Told) -> None:
        stored = db.session.execute(select(AccountToken.__table__)).one()

        assert invited.token not in map(str, stored)
        assert f"/join#{invited.token}" in invited.link


class TestForgetPassword:
    """POST /api/auth/password/forgot"""

    def test_tells_a_link(
        self, client: FlaskClient, admin: User, told: list[Told], run_jobs: Callable[[], None]
    ) -> None:
        answer = client.post("/api/auth/password/forgot", json={"email": admin.email.upper()})
        run_jobs()

        assert answer.status_code == 202
        assert [one.user.id for one in told] == [admin.id]
        assert "/reset#" in told[0].link

    def test_unknown_and_disabled_are_answered_the_same(
        self, client: FlaskClient, admin: User, told: list[Told], run_jobs: Callable[[], None]
    ) -> None:
        other = accounts.make_user(admin.organisation)
        with unit_of_work():
            service.disable_user(other, by=OPERATOR)

        answers = [
            client.post("/api/auth/password/forgot", json={"email": email})
            for email in (admin.email, other.email, "nobody@example.org")
        ]
        run_jobs()

        assert {(answer.status_code, answer.data) for answer in answers} == {(202, answers[0].data)}
        assert [one.user.id for one in told] == [admin.id]

    def test_again_within_a_minute_tells_nothing_more(self, admin: User, told: list[Told]) -> None:
        for _ in range(2):
            with unit_of_work():
                service.ask_password_reset(admin.email)

        assert len(told) == 1

    def test_limited_for_known_and_unknown_alike(self, client: FlaskClient, admin: User) -> None:
        def ask(email: str) -> int:
            answer = client.post(
                "/api/auth/password/forgot", json={"email": email}, environ_base={"REMOTE_ADDR": "192.0.2.78"}
            )
            return answer.status_code

        statuses = [[ask(email) for _ in range(11)] for email in (admin.email, "unknown@example.org")]

        assert statuses == [[202] * 10 + [429]] * 2

    @pytest.mark.parametrize("email", ["x", None, "a\x00@example.org"])
    def test_malformed(self, client: FlaskClient, app: Application, email: object) -> None:
        assert client.post("/api/auth/password/forgot", json={"email": email}).status_code == 422


class TestResetPassword:
    """POST /api/auth/password/reset"""

    def test_sets_the_password_and_ends_every_login(self, client: FlaskClient, admin: User, forgotten: Told) -> None:
        issued = accounts.log_in(admin)

        answer = reset(client, forgotten.token)

        assert answer.status_code == 204
        assert client.get("/api/auth/me", headers=bearer(issued.access)).status_code == 401
        assert client.post("/api/auth/refresh", json={"refreshToken": issued.refresh}).status_code == 401
        assert [log_in(client, admin.email, word) for word in (PASSWORD, CHOSEN)] == [401, 200]

    def test_once(self, client: FlaskClient, forgotten: Told) -> None:
        assert [reset(client, forgotten.token).status_code for _ in range(2)] == [204, 410]

    def test_of_many_at_once_one_counts(self, at_once: AtOnce, forgotten: Told) -> None:
        answers = at_once(6, lambda client, _: reset(client, forgotten.token))

        assert sorted(answer.status_code for answer in answers) == [204] + [410] * 5

    def test_expired(self, client: FlaskClient, forgotten: Told) -> None:
        expire()

        assert refusal(reset(client, forgotten.token)) == DEAD

    def test_changing_the_password_otherwise_closes_it(
        self, client: FlaskClient, admin: User, as_admin: dict[str, str], forgotten: Told
    ) -> None:
        body = {"currentPassword": PASSWORD, "newPassword": CHOSEN}
        client.post("/api/auth/password", json=body, headers=as_admin)

        assert refusal(reset(client, forgotten.token)) == DEAD

    def test_invited_person_may_join_by_it(self, client: FlaskClient, invited: Told, told: list[Told]) -> None:
        with unit_of_work():
            service.ask_password_reset(invited.user.email)

        assert reset(client, told[-1].token).status_code == 204
        assert log_in(client, invited.user.email, CHOSEN) == 200
        assert refusal(accept(client, invited.token)) == DEAD

    def test_of_every_purpose_one_link_is_kept(self, invited: Told) -> None:
        for _ in range(2):
            with unit_of_work():
                service.make_reset_link(invited.user, by=OPERATOR)

        assert db.session.scalar(select(func.count()).select_from(AccountToken)) == 2
