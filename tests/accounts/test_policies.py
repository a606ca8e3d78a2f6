"""Who is recognised, by which credential, and who is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import jwt
import pytest
from flask import g
from flask.testing import FlaskClient
from sqlalchemy import select, update

from interview.accounts.credentials import tokens
from interview.accounts.credentials.held import Held
from interview.accounts.models import ApiKey, RefreshToken, User
from interview.accounts.policies import CHALLENGE, find_actor, find_held_at_connect, may, signed_in
from interview.core import callers, clock, current
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from tests.factories import accounts
from tests.factories.accounts import PASSWORD, bearer

BROWSER = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"}


def me(client: FlaskClient, headers: dict[str, str]) -> int:
    return client.get("/api/auth/me", headers=headers).status_code


def signed(admin: User, *, key: bytes | None = None, header: dict[str, str] | None = None, **change: object) -> str:
    """The claims of a good access token with some changed, signed; a claim of None is left out."""
    good = jwt.decode(accounts.log_in(admin).access, options={"verify_signature": False})
    claims = {name: value for name, value in (good | change).items() if value is not None}
    return jwt.encode(
        claims, key or current.keyring().derive("access tokens"), "HS256", headers=header or {"typ": "at+jwt"}
    )


class TestAccessToken:
    """Authorization: Bearer with an access token"""

    def test_good_one(self, client: FlaskClient, admin: User) -> None:
        assert me(client, bearer(signed(admin))) == 200

    @pytest.mark.parametrize(
        "change",
        [
            {"exp": 1},
            {"exp": None},
            {"iss": None},
            {"iss": "elsewhere"},
            {"aud": None},
            {"aud": "elsewhere"},
            {"sub": None},
            {"sub": "nobody"},
            {"sid": None},
            {"sid": "other"},
            {"ver": None},
            {"ver": 2},
            {"type": "refresh"},
            {"csrf": None},
            {"nbf": 2**40},
            {"jti": None},
        ],
        ids=str,
    )
    def test_claim_missing_or_wrong(self, client: FlaskClient, admin: User, change: dict[str, object]) -> None:
        assert me(client, bearer(signed(admin, **change))) == 401

    @pytest.mark.parametrize("typ", ["JWT", "rt+jwt"])
    def test_wrong_type_in_the_header(self, client: FlaskClient, admin: User, typ: str) -> None:
        assert me(client, bearer(signed(admin, header={"typ": typ}))) == 401

    def test_another_key(self, client: FlaskClient, admin: User) -> None:
        assert me(client, bearer(signed(admin, key=b"another key of thirty-two bytes."))) == 401

    @pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
    def test_other_algorithms(self, client: FlaskClient, admin: User) -> None:
        claims = jwt.decode(signed(admin), options={"verify_signature": False})
        key = current.keyring().derive("access tokens")

        for algorithm, with_key in (("none", None), ("HS384", key), ("HS512", key)):
            forged = jwt.encode(claims, with_key, algorithm, headers={"typ": "at+jwt"})
            assert me(client, bearer(forged)) == 401

    def test_refresh_token(self, client: FlaskClient, admin: User) -> None:
        assert me(client, bearer(accounts.log_in(admin).refresh)) == 401

    @pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Bearer a.b.c", "Token x", "Bearer \xff", "Basic ???"])
    def test_nonsense(self, client: FlaskClient, app: Application, header: str) -> None:
        assert me(client, {"Authorization": header}) == 401


class TestApiKey:
    """HTTP Basic, and Bearer keyid.secret"""

    def test_both_forms(self, client: FlaskClient, admin: User) -> None:
        made = accounts.make_key(admin.organisation)

        assert me(client, accounts.basic(made)) == 200
        assert me(client, bearer(f"{made.key.id}.{made.secret}")) == 200

    def test_wrong_secret_or_id(self, client: FlaskClient, admin: User) -> None:
        made, other = accounts.make_key(admin.organisation), accounts.make_key(admin.organisation)

        for pair in (f"{made.key.id}.{other.secret}", f"{made.key.id}.", made.key.id, f"tfk_none.{made.secret}"):
            assert me(client, bearer(pair)) == 401

    def test_expired(self, client: FlaskClient, admin: User) -> None:
        made = accounts.make_key(admin.organisation)
        with unit_of_work():
            db.session.execute(update(ApiKey).values(expires_at=clock.now()))

        assert me(client, accounts.basic(made)) == 401

    def test_use_is_noted_at_most_once_a_minute(self, client: FlaskClient, admin: User) -> None:
        made = accounts.make_key(admin.organisation)
        me(client, accounts.basic(made))
        first = db.session.scalars(select(ApiKey.last_used_at)).one()
        me(client, accounts.basic(made))
        second = db.session.scalars(select(ApiKey.last_used_at)).one()
        with unit_of_work():
            db.session.execute(update(ApiKey).values(last_used_at=first - timedelta(seconds=61)))
        me(client, accounts.basic(made))
        third = db.session.scalars(select(ApiKey.last_used_at)).one()

        assert first == second
        assert third > first

    @pytest.mark.parametrize(
        "headers",
        [
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
            {"Origin": "https://evil.example"},
            {"Origin": "http://localhost:9999"},
            {"Origin": "null"},
        ],
        ids=str,
    )
    def test_browser_does_not_lend_it_to_another_site(
        self, client: FlaskClient, admin: User, headers: dict[str, str]
    ) -> None:
        made = accounts.make_key(admin.organisation)

        assert me(client, accounts.basic(made) | headers) == 401
        assert me(client, bearer(f"{made.key.id}.{made.secret}") | headers) == 200

    @pytest.mark.parametrize(
        "headers",
        [
            {"Sec-Fetch-Site": "same-origin"},
            {"Sec-Fetch-Site": "none"},
            {"Origin": "http://localhost"},
            {"Origin": "http://localhost:5000"},
        ],
        ids=str,
    )
    def test_own_site_may_use_it(self, client: FlaskClient, admin: User, headers: dict[str, str]) -> None:
        assert me(client, accounts.basic(accounts.make_key(admin.organisation)) | headers) == 200


class TestCookie:
    """The cookies of a browser login"""

    @pytest.fixture
    def csrf(self, client: FlaskClient, admin: User) -> Iterator[str]:
        client.post("/api/auth/login", json={"email": admin.email, "password": PASSWORD})
        cookie = client.get_cookie("csrf_token")
        yield cookie.value if cookie else ""

    def test_reads_without_and_writes_with_the_csrf_header(self, client: FlaskClient, csrf: str) -> None:
        body = {"email": "x@example.org", "name": "X", "role": "candidate"}

        assert client.get("/api/users").status_code == 200
        assert client.post("/api/users", json=body).json["code"] == "csrf_failed"
        assert client.post("/api/users", json=body, headers={"X-CSRF-Token": "guess"}).status_code == 403
        assert client.post("/api/users", json=body, headers={"X-CSRF-Token": csrf}).status_code == 201

    def test_csrf_value_of_another_login(self, client: FlaskClient, csrf: str, admin: User) -> None:
        other = accounts.log_in(admin)

        assert client.post("/api/auth/logout-everywhere", headers={"X-CSRF-Token": other.csrf}).status_code == 403

    def test_authorization_header_decides_alone(self, client: FlaskClient, csrf: str) -> None:
        assert me(client, {}) == 200
        assert me(client, bearer("nonsense")) == 401


class TestChallenge:
    """What a 401 says about ways to sign in"""

    def test_programs_are_told_and_browsers_are_not(self, client: FlaskClient, app: Application) -> None:
        program, browser = client.get("/api/users"), client.get("/api/users", headers=BROWSER)

        assert program.headers["WWW-Authenticate"] == CHALLENGE
        assert (browser.status_code, "WWW-Authenticate" in browser.headers) == (401, False)


class TestMay:
    """The policy of a scope"""

    def test_says_what_it_asks(self) -> None:
        assert may("analysis:read").__name__ == repr(may("analysis:read")) == "may(analysis:read)"

    def test_unknown_scope_is_found_at_start(self) -> None:
        with pytest.raises(ValueError, match="analysis:raed"):
            may("analysis:raed")


class TestFindActor:
    """Recognition without refusal, for policies that open to other credentials too"""

    def test_unknown_invalid_and_known(self, app: Application, admin: User) -> None:
        for headers, expected in (({}, None), (bearer("x"), None), (accounts.headers_of(admin), admin.id)):
            with app.test_request_context(headers=headers):
                found = find_actor()
                assert (found.id if found else None) == expected

    def test_cookie_without_csrf_on_a_write_is_nobody(self, app: Application, admin: User) -> None:
        cookie = {"Cookie": f"access_token={accounts.log_in(admin).access}"}
        with app.test_request_context(method="POST", headers=cookie):
            assert find_actor() is None
        with app.test_request_context(method="GET", headers=cookie):
            assert find_actor() == signed_in()


class TestFindActorAtConnect:
    """Recognition of a socket"""

    def test_every_credential(self, app: Application, admin: User) -> None:
        token, key = accounts.log_in(admin).access, accounts.make_key(admin.organisation)
        with app.test_request_context(headers={"Cookie": f"access_token={token}"}) as context:
            by_cookie = find_held_at_connect(context.request, None)
        with app.test_request_context() as context:
            by_token = find_held_at_connect(context.request, {"token": token})
            by_key = find_held_at_connect(context.request, {"token": f"{key.key.id}.{key.secret}"})

        family_id = db.session.scalars(select(RefreshToken.family_id)).one()
        assert by_cookie == by_token == Held(admin.as_actor(), family_id)
        assert by_key == Held(key.key.as_actor())

    @pytest.mark.parametrize("auth", [None, {}, {"token": None}, {"token": 5}, {"token": "x"}, "text", ["token"]])
    def test_nobody(self, app: Application, auth: object) -> None:
        with app.test_request_context() as context:
            assert find_held_at_connect(context.request, auth) is None  # type: ignore[arg-type]


class TestCaller:
    """The name for limits and idempotency, before any database"""

    def test_follows_the_proved_part_of_the_credential(self, app: Application, admin: User) -> None:
        key = accounts.make_key(admin.organisation)
        forged = signed(admin, key=b"another key of thirty-two bytes.")
        names = []
        for headers in (
            accounts.headers_of(admin),
            accounts.basic(key),
            bearer(f"{key.key.id}.wrong"),
            bearer(forged),
            {},
        ):
            with app.test_request_context(headers=headers, environ_base={"REMOTE_ADDR": "192.0.2.1"}):
                g.pop("caller", None)
                names.append(callers.caller())

        assert names[0] == f"user:{admin.id}"
        assert names[1].startswith(f"key:{key.key.id}:")
        assert names[2] != names[1]
        assert names[3:] == ["address:192.0.2.1"] * 2


class TestClaims:
    """What a token carries"""

    def test_pair_shares_all_but_its_identity(self, app: Application, admin: User) -> None:
        issued = accounts.log_in(admin)

        access = tokens.find_claims(issued.access, tokens.TokenKind.ACCESS)
        refresh = tokens.find_claims(issued.refresh, tokens.TokenKind.REFRESH)

        assert access is not None
        assert refresh is not None
        assert (access.family_id, access.csrf, access.user_id) == (refresh.family_id, refresh.csrf, admin.id)
        assert access.jti != refresh.jti
