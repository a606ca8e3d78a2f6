"""The operator's commands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import requests
from click.testing import Result
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.serving import BaseWSGIServer, make_server

from interview.accounts.models import ApiKey, User
from interview.accounts.scopes import EVERY_SCOPE
from interview.core.audit import AuditEvent
from interview.core.db import db
from interview.core.http import Application
from tests.factories import accounts
from tests.factories.accounts import PASSWORD


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("NETRC", raising=False)
    return tmp_path


@pytest.fixture
def server(app: Application) -> Iterator[BaseWSGIServer]:
    """The app behind a real, threaded server on a free port."""
    made = make_server("localhost", 0, app, threaded=True)
    thread = Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


def run(app: Application, *words: str, typed: str | None = None) -> Result:
    return app.test_cli_runner().invoke(args=list(words), input=typed)


def made(app: Application, *words: str, typed: str | None = None) -> dict[str, Any]:
    result = run(app, *words, "--json", typed=typed)
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


class TestOrganisation:
    """flask organisation create, list"""

    def test_create_and_list(self, app: Application) -> None:
        organisation = made(app, "organisation", "create", "Northwind")

        assert organisation["name"] == "Northwind"
        assert made(app, "organisation", "list") == [organisation]
        assert organisation["id"] in run(app, "organisation", "list").stdout
        assert db.session.scalars(select(AuditEvent.actor_kind)).one() == "operator"


class TestUserCreate:
    """flask user create"""

    def test_made_up_password_opens_the_account(self, app: Application, client: FlaskClient) -> None:
        organisation = accounts.make_organisation()

        user = made(app, "user", "create", "Ops@Example.org", "--organisation", organisation.id)

        login = client.post("/api/auth/login", json={"email": user["email"], "password": user["password"]})
        assert login.json["user"]["role"] == "admin"

    def test_typed_password(self, app: Application, client: FlaskClient) -> None:
        organisation = accounts.make_organisation()
        words = ["user", "create", "a@example.org", "--organisation", organisation.id, "--password-stdin"]

        user = made(app, *words, "--role", "interviewer", typed=PASSWORD + "\n")

        assert "password" not in user
        login = client.post("/api/auth/login", json={"email": "a@example.org", "password": PASSWORD})
        assert login.json["user"]["role"] == "interviewer"

    @pytest.mark.parametrize(
        "words",
        [
            ["a@example.org", "--organisation", "nowhere"],
            ["a@example.org"],
            ["a@example.org", "--password-stdin"],
            ["a@example.org", "--role", "owner"],
        ],
    )
    def test_refused_in_one_line(self, app: Application, words: list[str]) -> None:
        result = run(app, "user", "create", *words, typed="short\n")

        assert result.exit_code != 0
        assert "Error: " in result.stderr
        assert "Traceback" not in result.output
        assert db.session.scalars(select(User)).all() == []

    def test_taken_address(self, app: Application, admin: User) -> None:
        result = run(app, "user", "create", admin.email, "--organisation", admin.organisation_id)

        assert (result.exit_code, "exists" in result.stderr) == (1, True)


class TestApiKeyCreate:
    """flask apikey create"""

    def test_by_organisation_with_scopes(self, app: Application, client: FlaskClient, admin: User) -> None:
        key = made(
            app,
            "apikey",
            "create",
            "--organisation",
            admin.organisation_id,
            "--scope",
            "users:read",
            "--scope",
            "analysis:read",
            "--days",
            "3",
        )

        assert key["scopes"] == ["analysis:read", "users:read"]
        assert key["expires_at"] is not None
        assert client.get("/api/users", auth=(key["id"], key["secret"])).status_code == 200

    def test_by_email_with_every_scope(self, app: Application, admin: User) -> None:
        key = made(app, "apikey", "create", "--email", admin.email)

        assert set(key["scopes"]) == EVERY_SCOPE
        assert db.session.scalars(select(ApiKey.organisation_id)).one() == admin.organisation_id

    def test_readable(self, app: Application, admin: User) -> None:
        output = run(app, "apikey", "create", "--email", admin.email, "--scope", "users:read").stdout

        assert output.startswith("id: tfk_")
        assert "secret: " in output

    @pytest.mark.parametrize(
        "words",
        [
            [],
            ["--email", "nobody@example.org"],
            ["--organisation", "nowhere"],
            ["--scope", "all"],
            ["--days", "0"],
        ],
    )
    def test_refused(self, app: Application, admin: User, words: list[str]) -> None:
        owner = ["--email", admin.email] if words and words[0] in {"--scope", "--days"} else []

        result = run(app, "apikey", "create", *owner, *words)

        assert result.exit_code != 0
        assert db.session.scalars(select(ApiKey)).all() == []

    @pytest.mark.parametrize("by", ["home", "variable"])
    def test_bare_requests_finds_the_key(
        self,
        app: Application,
        admin: User,
        server: BaseWSGIServer,
        home: Path,
        by: str,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        path = home / (".netrc" if by == "home" else "elsewhere")
        if by == "variable":
            monkeypatch.setenv("NETRC", str(path))
        address = f"http://localhost:{server.port}/api/auth/me"
        before = requests.get(address, timeout=5)

        key = made(app, "apikey", "create", "--email", admin.email, "--write-netrc")
        after = requests.get(address, timeout=5)

        assert before.status_code == 401
        assert (after.status_code, after.json()["id"]) == (200, key["id"])
        assert path.stat().st_mode & 0o777 == 0o600

    def test_secret_stays_off_the_screen_when_it_is_written(self, app: Application, admin: User, home: Path) -> None:
        result = run(app, "apikey", "create", "--email", admin.email, "--write-netrc", "--machine", "api.example.org")

        assert "secret: " not in result.stdout
        assert "machine: api.example.org" in result.stdout
        assert "machine api.example.org" in (home / ".netrc").read_text()

    def test_unreadable_netrc_is_left_alone_and_no_key_made(self, app: Application, admin: User, home: Path) -> None:
        (home / ".netrc").write_text("machine broken login\n")

        result = run(app, "apikey", "create", "--email", admin.email, "--write-netrc")

        assert result.exit_code == 1
        assert (home / ".netrc").read_text() == "machine broken login\n"
        assert db.session.scalars(select(ApiKey)).all() == []


class TestApiKeyList:
    """flask apikey list"""

    def test_without_secrets(self, app: Application, admin: User) -> None:
        key = accounts.make_key(admin.organisation)
        accounts.make_key()

        listed = made(app, "apikey", "list", "--email", admin.email)

        assert [one["id"] for one in listed] == [key.key.id]
        assert key.secret not in run(app, "apikey", "list", "--organisation", admin.organisation_id).stdout


class TestApiKeyRevoke:
    """flask apikey revoke"""

    def test_opens_nothing_any_more(self, app: Application, client: FlaskClient, admin: User) -> None:
        key = accounts.make_key(admin.organisation)

        assert run(app, "apikey", "revoke", key.key.id).exit_code == 0

        assert client.get("/api/auth/me", headers=accounts.basic(key)).status_code == 401

    def test_unknown(self, app: Application) -> None:
        result = run(app, "apikey", "revoke", "tfk_none")

        assert (result.exit_code, result.stderr) == (1, "Error: There is no such API key\n")
