"""The doors of /api/api-keys."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, text

from interview.accounts.models import ApiKey, User
from interview.accounts.signals import api_key_revoked
from interview.core.db import db
from tests.factories import accounts

NEW = {"name": "nightly export", "scopes": ["analysis:read", "recordings:read"]}


class TestCreateKey:
    """POST /api/api-keys"""

    def test_opens_what_its_scopes_say(self, client: FlaskClient, as_admin: dict[str, str]) -> None:
        made = client.post("/api/api-keys", json=NEW | {"scopes": ["users:read"]}, headers=as_admin)

        assert made.status_code == 201
        auth = (made.json["id"], made.json["secret"])
        assert client.get("/api/users", auth=auth).status_code == 200
        assert client.get("/api/api-keys", auth=auth).status_code == 403

    def test_secret_is_shown_once_and_stored_nowhere(self, client: FlaskClient, as_admin: dict[str, str]) -> None:
        made = client.post("/api/api-keys", json=NEW, headers=as_admin | {"Idempotency-Key": "k"}).json

        assert "secret" not in client.get(f"/api/api-keys/{made['id']}", headers=as_admin).json
        for table in db.metadata.sorted_tables:
            rows = db.session.execute(text(f"SELECT * FROM {table.name}")).all()
            assert made["secret"] not in str(rows)

    def test_nobody_gives_what_they_do_not_have(self, client: FlaskClient, admin: User) -> None:
        key = accounts.basic(accounts.make_key(admin.organisation, scopes={"api_keys:write"}))

        refused = client.post("/api/api-keys", json=NEW, headers=key)

        assert (refused.status_code, refused.json["code"]) == (403, "scope_missing")
        assert client.post("/api/api-keys", json=NEW | {"scopes": ["api_keys:write"]}, headers=key).status_code == 201

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"scopes": []}, "scopes"),
            ({"scopes": ["everything"]}, "scopes"),
            ({"scopes": "users:read"}, "scopes"),
            ({"name": ""}, "name"),
            ({"secret": "mine"}, "secret"),
            ({"expiresAt": "2001-01-01T00:00:00Z"}, "expiresAt"),
            ({"expiresAt": "2099-01-01T00:00:00"}, "expiresAt"),
        ],
    )
    def test_malformed(
        self, client: FlaskClient, as_admin: dict[str, str], change: dict[str, object], field: str
    ) -> None:
        answer = client.post("/api/api-keys", json=NEW | change, headers=as_admin)

        assert answer.status_code == 422
        assert list(answer.json["errors"]) == [field]

    def test_refused(self, client: FlaskClient, as_interviewer: dict[str, str], as_candidate: dict[str, str]) -> None:
        statuses = [
            client.post("/api/api-keys", json=NEW, headers=who).status_code
            for who in ({}, as_interviewer, as_candidate)
        ]

        assert statuses == [401, 403, 403]


class TestListKeys:
    """GET /api/api-keys"""

    def test_own_organisation_only(
        self, client: FlaskClient, admin: User, as_admin: dict[str, str], as_stranger: dict[str, str]
    ) -> None:
        mine = accounts.make_key(admin.organisation)

        own = client.get("/api/api-keys", headers=as_admin).json
        other = client.get("/api/api-keys", headers=as_stranger).json

        assert [key["id"] for key in own["items"]] == [mine.key.id]
        assert other == {"items": [], "nextCursor": None}

    def test_refused(self, client: FlaskClient, as_interviewer: dict[str, str]) -> None:
        assert client.get("/api/api-keys").status_code == 401
        assert client.get("/api/api-keys", headers=as_interviewer).status_code == 403


class TestGetKey:
    """GET /api/api-keys/<id>"""

    def test_other_organisation(self, client: FlaskClient, admin: User, as_stranger: dict[str, str]) -> None:
        mine = accounts.make_key(admin.organisation)

        assert client.get(f"/api/api-keys/{mine.key.id}", headers=as_stranger).json["code"] == "api_key_not_found"
        assert client.get(f"/api/api-keys/{mine.key.id}").status_code == 401


class TestRevokeKey:
    """DELETE /api/api-keys/<id>"""

    def test_opens_nothing_any_more(self, client: FlaskClient, admin: User, as_admin: dict[str, str]) -> None:
        told: list[str] = []
        api_key_revoked.after_commit(lambda *, key_id, organisation_id: told.append(key_id))
        made = accounts.make_key(admin.organisation)
        client.get("/api/users", headers=accounts.basic(made))

        answers = [client.delete(f"/api/api-keys/{made.key.id}", headers=as_admin) for _ in range(2)]

        assert [answer.status_code for answer in answers] == [204, 204]
        assert client.get("/api/users", headers=accounts.basic(made)).status_code == 401
        assert client.get(f"/api/api-keys/{made.key.id}", headers=as_admin).json["revokedAt"] is not None
        assert told == [made.key.id]

    def test_refused(
        self, client: FlaskClient, admin: User, as_interviewer: dict[str, str], as_stranger: dict[str, str]
    ) -> None:
        made = accounts.make_key(admin.organisation)

        statuses = [
            client.delete(f"/api/api-keys/{made.key.id}", headers=who).status_code
            for who in ({}, as_interviewer, as_stranger)
        ]

        assert statuses == [401, 403, 404]
        assert db.session.scalars(select(ApiKey.revoked_at)).all() == [None]
