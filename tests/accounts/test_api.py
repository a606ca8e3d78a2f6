"""The doors of /api/auth."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from interview.accounts import service
from interview.accounts.models import Organisation, RefreshToken, User
from interview.core.actors import OPERATOR
from interview.core.audit import AuditEvent
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from tests.accounts.conftest import AtOnce
from tests.factories import accounts
from tests.factories.accounts import PASSWORD, bearer

FIRST = {"email": "First@Example.org", "password": PASSWORD, "name": "First Admin", "organisationName": "Northwind"}


def log_in(client: FlaskClient, email: str, password: str = PASSWORD, **headers: str) -> TestResponse:
    return client.post("/api/auth/login", json={"email": email, "password": password}, headers=headers)


def count(model: type) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


@pytest.fixture
def with_bootstrap_secret(app: Application) -> Any:
    settings = app.extensions["settings"]
    app.extensions["settings"] = replace(settings, bootstrap_secret="open sesame, thirty-two characters")
    yield "open sesame, thirty-two characters"
    app.extensions["settings"] = settings


class TestRegisterAdmin:
    """POST /api/auth/register-admin"""

    def test_first_registration_makes_organisation_and_admin(self, client: FlaskClient) -> None:
        answer = client.post("/api/auth/register-admin", json=FIRST)

        assert answer.status_code == 201
        assert answer.json["user"]["email"] == "first@example.org"
        assert answer.json["user"]["role"] == "admin"
        assert client.get("/api/users", headers=bearer(answer.json["token"])).status_code == 200
        assert db.session.scalars(select(Organisation)).one().name == "Northwind"

    def test_email_and_password_are_enough(self, client: FlaskClient) -> None:
        answer = client.post("/api/auth/register-admin", json={"email": "a@example.org", "password": PASSWORD})

        assert answer.status_code == 201
        assert answer.json["user"]["name"] == "a"

    def test_second_registration_is_refused(self, client: FlaskClient) -> None:
        client.post("/api/auth/register-admin", json=FIRST)

        again = client.post("/api/auth/register-admin", json=FIRST | {"email": "second@example.org"})

        assert again.status_code == 403
        assert again.json["code"] == "admin_exists"
        assert count(User) == 1

    def test_refused_where_the_operator_made_an_admin(self, client: FlaskClient, admin: User) -> None:
        assert client.post("/api/auth/register-admin", json=FIRST).status_code == 403

    def test_of_twenty_at_once_one_wins(self, at_once: AtOnce) -> None:
        answers = at_once(
            20,
            lambda client, number: client.post(
                "/api/auth/register-admin", json=FIRST | {"email": f"admin{number}@example.org"}
            ),
        )

        assert sorted(answer.status_code for answer in answers) == [201] + [403] * 19
        assert (count(User), count(Organisation)) == (1, 1)

    @pytest.mark.parametrize("place", ["header", "body"])
    def test_bootstrap_secret_opens_it_again(
        self, client: FlaskClient, admin: User, with_bootstrap_secret: str, place: str
    ) -> None:
        headers = {"X-Bootstrap-Secret": with_bootstrap_secret} if place == "header" else {}
        body = FIRST | ({"bootstrapSecret": with_bootstrap_secret} if place == "body" else {})

        answer = client.post("/api/auth/register-admin", json=body, headers=headers)

        assert answer.status_code == 201
        assert answer.json["user"]["organisationId"] != admin.organisation_id

    def test_wrong_bootstrap_secrets_are_limited(
        self, client: FlaskClient, admin: User, with_bootstrap_secret: str
    ) -> None:
        headers = {"X-Bootstrap-Secret": "wrong"}
        environ = {"REMOTE_ADDR": "192.0.2.77"}

        statuses = [
            client.post("/api/auth/register-admin", json=FIRST, headers=headers, environ_base=environ).status_code
            for _ in range(11)
        ]

        assert statuses == [403] * 10 + [429]

    def test_empty_secret_in_the_settings_opens_nothing(self, client: FlaskClient, admin: User) -> None:
        assert client.post("/api/auth/register-admin", json=FIRST | {"bootstrapSecret": ""}).status_code == 403

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"email": "no address"}, "email"),
            ({"password": "short"}, "password"),
            ({"password": "first@example.org"}, "password"),
            ({"role": "admin"}, "role"),
            ({"name": "x" * 201}, "name"),
            ({"email": "nul\x00@example.org"}, "email"),
        ],
    )
    def test_malformed(self, client: FlaskClient, change: dict[str, str], field: str) -> None:
        answer = client.post("/api/auth/register-admin", json=FIRST | change)

        assert answer.status_code == 422
        assert list(answer.json["errors"]) == [field]
        assert count(User) == 0

    def test_taken_email_undoes_the_organisation(
        self, client: FlaskClient, admin: User, with_bootstrap_secret: str
    ) -> None:
        answer = client.post(
            "/api/auth/register-admin",
            json=FIRST | {"email": admin.email.upper()},
            headers={"X-Bootstrap-Secret": with_bootstrap_secret},
        )

        assert answer.status_code == 409
        assert answer.json["code"] == "email_taken"
        assert count(Organisation) == 1


class TestLogIn:
    """POST /api/auth/login"""

    def test_right_password(self, client: FlaskClient, admin: User) -> None:
        answer = log_in(client, admin.email.upper())

        assert answer.status_code == 200
        assert answer.json["token"] == answer.json["accessToken"]
        assert answer.json["expiresIn"] == 900
        assert "passwordHash" not in answer.json["user"]
        assert client.get("/api/auth/me", headers=bearer(answer.json["token"])).json["id"] == admin.id

    def test_cookies_are_out_of_reach_of_scripts_but_one(self, client: FlaskClient, admin: User) -> None:
        cookies = {line.split("=")[0]: line for line in log_in(client, admin.email).headers.getlist("Set-Cookie")}

        assert set(cookies) == {"access_token", "refresh_token", "csrf_token"}
        assert all("SameSite=Lax" in line and "Path=/" in line for line in cookies.values())
        assert [name for name, line in cookies.items() if "HttpOnly" not in line] == ["csrf_token"]

    def test_https_site_sets_host_cookies(self, app: Application, client: FlaskClient, admin: User) -> None:
        settings = app.extensions["settings"]
        app.extensions["settings"] = replace(settings, public_url="https://talent.example.org")
        try:
            cookies = log_in(client, admin.email).headers.getlist("Set-Cookie")
        finally:
            app.extensions["settings"] = settings

        assert all(line.startswith("__Host-") and "Secure" in line and "Domain" not in line for line in cookies)

    def test_unknown_wrong_and_disabled_look_the_same(self, client: FlaskClient, admin: User) -> None:
        disabled = accounts.make_user(admin.organisation)
        with unit_of_work():
            service.disable_user(disabled, by=OPERATOR)
        without = accounts.make_user(admin.organisation, has_password=False)

        answers = [
            log_in(client, "nobody@example.org"),
            log_in(client, admin.email, "wrong"),
            log_in(client, disabled.email),
            log_in(client, without.email),
        ]

        told = {(answer.status_code, answer.json["code"], answer.json["detail"]) for answer in answers}
        assert told == {(401, "wrong_credentials", "The email or the password is wrong")}
        assert not any(answer.headers.getlist("Set-Cookie") for answer in answers)

    def test_eleventh_failure_waits_even_with_the_right_password(self, client: FlaskClient, admin: User) -> None:
        failed = [log_in(client, admin.email, "wrong").status_code for _ in range(10)]

        refused = log_in(client, admin.email.upper())

        assert failed == [401] * 10
        assert refused.status_code == 429
        assert 0 < int(refused.headers["Retry-After"]) <= 15 * 60 * 1.1 + 1

    def test_failures_elsewhere_or_of_others_do_not_count(self, client: FlaskClient, admin: User) -> None:
        other = accounts.make_user()
        for _ in range(10):
            log_in(client, admin.email, "wrong")

        assert log_in(client, other.email).status_code == 200
        elsewhere = client.post(
            "/api/auth/login",
            json={"email": admin.email, "password": PASSWORD},
            environ_base={"REMOTE_ADDR": "192.0.2.9"},
        )
        assert elsewhere.status_code == 200

    def test_failures_at_once_are_all_counted(self, client: FlaskClient, at_once: AtOnce, admin: User) -> None:
        answers = at_once(10, lambda each, _: log_in(each, admin.email, "wrong"))

        assert {answer.status_code for answer in answers} <= {401, 429}
        assert log_in(client, admin.email).status_code == 429

    def test_outdated_hash_is_renewed(self, client: FlaskClient, admin: User) -> None:
        from argon2 import PasswordHasher

        with unit_of_work():
            db.session.get_one(User, admin.id).password_hash = PasswordHasher(1, 8192, 1).hash(PASSWORD)

        assert log_in(client, admin.email).status_code == 200
        db.session.expire_all()
        assert "m=19456,t=2,p=1" in (db.session.get_one(User, admin.id).password_hash or "")

    @pytest.mark.parametrize(
        "body",
        [
            {},
            {"email": "a@example.org"},
            {"email": 5, "password": PASSWORD},
            {"email": "a@b.c", "password": ""},
            {"email": "a@b.c", "password": "x" * 257},
            {"email": "a@b.c", "password": PASSWORD, "role": "admin"},
            [],
            "x",
        ],
    )
    def test_malformed(self, client: FlaskClient, body: object) -> None:
        assert client.post("/api/auth/login", json=body).status_code == 422

    def test_form_of_another_site_is_not_taken(self, client: FlaskClient, admin: User) -> None:
        answer = client.post("/api/auth/login", data={"email": admin.email, "password": PASSWORD})

        assert answer.status_code in {415, 422}
        assert not answer.headers.getlist("Set-Cookie")

    def test_is_never_replayed(self, client: FlaskClient, admin: User) -> None:
        first, second = (log_in(client, admin.email, **{"Idempotency-Key": "1"}) for _ in range(2))

        assert first.json["token"] != second.json["token"]

    def test_leaves_a_trace(self, client: FlaskClient, admin: User) -> None:
        log_in(client, admin.email)

        event = db.session.scalars(select(AuditEvent).where(AuditEvent.action == "user.logged_in")).one()
        assert (event.actor_id, event.organisation_id) == (admin.id, admin.organisation_id)


class TestRefresh:
    """POST /api/auth/refresh"""

    def refresh(self, client: FlaskClient, token: str) -> TestResponse:
        return client.post("/api/auth/refresh", json={"refreshToken": token})

    def test_gives_new_tokens(self, client: FlaskClient, admin: User) -> None:
        issued = accounts.log_in(admin)

        answer = self.refresh(client, issued.refresh)

        assert answer.status_code == 200
        assert answer.json["refreshToken"] != issued.refresh
        assert client.get("/api/auth/me", headers=bearer(answer.json["token"])).status_code == 200

    def test_reuse_ends_the_whole_login(self, client: FlaskClient, admin: User) -> None:
        issued, other = accounts.log_in(admin), accounts.log_in(admin)
        renewed = self.refresh(client, issued.refresh).json

        reused = self.refresh(app_client(client), issued.refresh)

        assert reused.status_code == 401
        assert reused.json["code"] == "refresh_reused"
        assert self.refresh(app_client(client), renewed["refreshToken"]).json["code"] == "refresh_refused"
        assert app_client(client).get("/api/auth/me", headers=bearer(renewed["token"])).status_code == 401
        assert app_client(client).get("/api/auth/me", headers=bearer(other.access)).status_code == 200

    def test_of_many_at_once_one_wins_and_the_login_ends(self, at_once: AtOnce, admin: User) -> None:
        token = accounts.log_in(admin).refresh

        answers = at_once(8, lambda client, _: self.refresh(client, token))

        assert sorted(answer.status_code for answer in answers) == [200] + [401] * 7
        open_tokens = select(func.count()).select_from(RefreshToken).where(RefreshToken.revoked_at.is_(None))
        assert db.session.scalar(open_tokens) == 0

    def test_family_does_not_live_longer_by_refreshing(self, client: FlaskClient, admin: User) -> None:
        issued = accounts.log_in(admin)
        self.refresh(client, issued.refresh)

        ends = db.session.scalars(select(RefreshToken.expires_at)).all()
        assert len(ends) == 2
        assert len(set(ends)) == 1

    def test_access_token_is_no_refresh_token(self, client: FlaskClient, admin: User) -> None:
        assert self.refresh(client, accounts.log_in(admin).access).json["code"] == "refresh_refused"

    def test_disabled_user(self, client: FlaskClient, admin: User) -> None:
        other = accounts.make_user(admin.organisation)
        token = accounts.log_in(other).refresh
        with unit_of_work():
            service.disable_user(other, by=OPERATOR)

        assert self.refresh(client, token).status_code == 401

    @pytest.mark.parametrize("token", ["", "nonsense", "eyJhbGciOiJub25lIn0.e30.", "x" * 4000])
    def test_not_ours(self, client: FlaskClient, token: str) -> None:
        assert self.refresh(client, token).status_code == 401

    @pytest.mark.parametrize("body", [{"refreshToken": 5}, {"token": "x"}, [1]])
    def test_malformed(self, client: FlaskClient, body: object) -> None:
        assert client.post("/api/auth/refresh", json=body).status_code == 422

    def test_cookie_with_csrf_header(self, client: FlaskClient, admin: User) -> None:
        log_in(client, admin.email)
        csrf = client.get_cookie("csrf_token")

        answer = client.post("/api/auth/refresh", headers={"X-CSRF-Token": csrf.value if csrf else ""})

        assert answer.status_code == 200

    def test_cookie_without_csrf_header(self, client: FlaskClient, admin: User) -> None:
        log_in(client, admin.email)

        assert client.post("/api/auth/refresh").json["code"] == "csrf_failed"

    def test_nothing_presented(self, client: FlaskClient, app: Application) -> None:
        assert client.post("/api/auth/refresh").status_code == 401


class TestLogOut:
    """POST /api/auth/logout"""

    @pytest.mark.parametrize("by", ["access", "refresh"])
    def test_ends_this_login_only(self, client: FlaskClient, admin: User, by: str) -> None:
        mine, other = accounts.log_in(admin), accounts.log_in(admin)
        body = {"refreshToken": mine.refresh} if by == "refresh" else {}

        answer = client.post("/api/auth/logout", json=body, headers=bearer(mine.access) if by == "access" else {})

        assert answer.status_code == 204
        assert client.get("/api/auth/me", headers=bearer(mine.access)).status_code == 401
        assert client.post("/api/auth/refresh", json={"refreshToken": mine.refresh}).status_code == 401
        assert client.get("/api/auth/me", headers=bearer(other.access)).status_code == 200

    def test_browser_loses_its_cookies(self, client: FlaskClient, admin: User) -> None:
        log_in(client, admin.email)
        csrf = client.get_cookie("csrf_token")

        assert client.post("/api/auth/logout").json["code"] == "csrf_failed"
        assert client.post("/api/auth/logout", headers={"X-CSRF-Token": csrf.value if csrf else ""}).status_code == 204

        assert [client.get_cookie(name) for name in ("access_token", "refresh_token", "csrf_token")] == [None] * 3

    def test_twice_and_by_nobody(self, client: FlaskClient, admin: User) -> None:
        issued = accounts.log_in(admin)

        answers = [client.post("/api/auth/logout", json={"refreshToken": issued.refresh}) for _ in range(2)]
        answers.append(client.post("/api/auth/logout"))

        assert [answer.status_code for answer in answers] == [204] * 3

    def test_beside_a_refresh_leaves_no_token_open(self, at_once: AtOnce, admin: User) -> None:
        token = accounts.log_in(admin).refresh

        at_once(
            2,
            lambda client, number: client.post(
                f"/api/auth/{('logout', 'refresh')[number]}", json={"refreshToken": token}
            ),
        )

        open_tokens = select(func.count()).select_from(RefreshToken).where(RefreshToken.revoked_at.is_(None))
        assert db.session.scalar(open_tokens) == 0


class TestLogOutEverywhere:
    """POST /api/auth/logout-everywhere"""

    def test_ends_every_login(self, client: FlaskClient, admin: User) -> None:
        mine, other = accounts.log_in(admin), accounts.log_in(admin)

        assert client.post("/api/auth/logout-everywhere", headers=bearer(mine.access)).status_code == 204

        for issued in (mine, other):
            assert client.get("/api/auth/me", headers=bearer(issued.access)).status_code == 401
            assert client.post("/api/auth/refresh", json={"refreshToken": issued.refresh}).status_code == 401
        assert log_in(client, admin.email).status_code == 200

    def test_refused(self, client: FlaskClient, admin: User) -> None:
        key = accounts.make_key(admin.organisation)

        assert client.post("/api/auth/logout-everywhere").status_code == 401
        assert client.post("/api/auth/logout-everywhere", headers=accounts.basic(key)).json["code"] == "only_people"


class TestGetMe:
    """GET /api/auth/me"""

    def test_person(self, client: FlaskClient, admin: User, as_admin: dict[str, str]) -> None:
        me = client.get("/api/auth/me", headers=as_admin).json

        assert (me["kind"], me["id"], me["role"]) == ("user", admin.id, "admin")
        assert me["organisation"]["id"] == admin.organisation_id
        assert "users:write" in me["scopes"]

    def test_key(self, client: FlaskClient, admin: User) -> None:
        key = accounts.make_key(admin.organisation, scopes={"analysis:read"})

        me = client.get("/api/auth/me", headers=accounts.basic(key)).json

        assert (me["kind"], me["id"], me["user"], me["scopes"]) == ("api_key", key.key.id, None, ["analysis:read"])

    def test_nobody(self, client: FlaskClient, app: Application) -> None:
        assert client.get("/api/auth/me").status_code == 401


class TestChangePassword:
    """POST /api/auth/password"""

    NEXT = "another horse altogether"

    def change(self, client: FlaskClient, headers: dict[str, str], **change: object) -> TestResponse:
        body = {"currentPassword": PASSWORD, "newPassword": self.NEXT} | change
        return client.post("/api/auth/password", json=body, headers=headers)

    def test_keeps_this_login_and_ends_the_others(self, client: FlaskClient, admin: User) -> None:
        mine, other = accounts.log_in(admin), accounts.log_in(admin)

        assert self.change(client, bearer(mine.access)).status_code == 204

        assert client.get("/api/auth/me", headers=bearer(mine.access)).status_code == 200
        assert client.get("/api/auth/me", headers=bearer(other.access)).status_code == 401
        assert client.post("/api/auth/refresh", json={"refreshToken": other.refresh}).status_code == 401
        assert log_in(client, admin.email).status_code == 401
        assert log_in(client, admin.email, self.NEXT).status_code == 200

    def test_wrong_present_password_is_limited(self, client: FlaskClient, as_admin: dict[str, str]) -> None:
        statuses = [self.change(client, as_admin, currentPassword="wrong").status_code for _ in range(11)]

        assert statuses == [403] * 10 + [429]

    @pytest.mark.parametrize("change", [{"newPassword": "short"}, {"newPassword": None}, {"userId": "someone"}])
    def test_malformed(self, client: FlaskClient, as_admin: dict[str, str], change: dict[str, object]) -> None:
        assert self.change(client, as_admin, **change).status_code == 422

    def test_refused(self, client: FlaskClient, admin: User) -> None:
        key = accounts.make_key(admin.organisation)

        assert self.change(client, {}).status_code == 401
        assert self.change(client, accounts.basic(key)).status_code == 403

    def test_of_two_at_once_one_wins(self, at_once: AtOnce, admin: User) -> None:
        headers = accounts.headers_of(admin)

        answers = at_once(2, lambda client, number: self.change(client, headers, newPassword=f"new password {number}"))

        assert sorted(answer.status_code for answer in answers) in ([204, 401], [204, 403])


def app_client(client: FlaskClient) -> FlaskClient:
    """A fresh client of the same app, without the first one's cookies."""
    return client.application.test_client()


class TestGetSetup:
    """GET /api/auth/setup"""

    def test_until_the_first_admin(self, client: FlaskClient, app: Application) -> None:
        before = client.get("/api/auth/setup").json
        client.post("/api/auth/register-admin", json=FIRST)

        assert (before, client.get("/api/auth/setup").json) == ({"isAdminMissing": True}, {"isAdminMissing": False})


class TestUpdateMe:
    """PATCH /api/auth/me"""

    def test_changes_what_is_given(self, client: FlaskClient, admin: User) -> None:
        headers = accounts.headers_of(admin)

        answers = [
            client.patch("/api/auth/me", json=body, headers=headers).json
            for body in ({"name": "Other Name"}, {"timezone": "Europe/Paris"})
        ]

        assert (answers[1]["name"], answers[1]["timezone"]) == ("Other Name", "Europe/Paris")
        assert client.get("/api/auth/me", headers=headers).json["user"] == answers[1]

    @pytest.mark.parametrize("body", [{"name": ""}, {"timezone": "Nowhere"}, {"role": "admin"}, {"email": "a@b.org"}])
    def test_malformed(self, client: FlaskClient, admin: User, body: dict[str, str]) -> None:
        answer = client.patch("/api/auth/me", json=body, headers=accounts.headers_of(admin))

        assert (answer.status_code, list(answer.json["errors"])) == (422, list(body))

    def test_refused(self, client: FlaskClient, admin: User) -> None:
        key = accounts.basic(accounts.make_key(admin.organisation))

        statuses = [client.patch("/api/auth/me", json={}, headers=who).status_code for who in ({}, key)]

        assert statuses == [401, 403]
