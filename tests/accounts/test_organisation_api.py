"""The door of /api/organisation."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from interview.accounts.models import User
from interview.core.audit import AuditEvent
from interview.core.db import db
from tests.factories import accounts


class TestGetOrganisation:
    """GET /api/organisation"""

    def test_own(self, client: FlaskClient, admin: User, as_candidate: dict[str, str]) -> None:
        answer = client.get("/api/organisation", headers=as_candidate)

        assert answer.json["id"] == admin.organisation_id
        assert (answer.json["name"], answer.json["timezone"]) == (admin.organisation.name, "UTC")

    def test_refused(self, client: FlaskClient, admin: User) -> None:
        assert client.get("/api/organisation").status_code == 401


class TestUpdateOrganisation:
    """PATCH /api/organisation"""

    def test_changes_what_is_given(self, client: FlaskClient, admin: User, as_admin: dict[str, str]) -> None:
        answers = [
            client.patch("/api/organisation", json=body, headers=as_admin).json
            for body in ({"name": "Southwind"}, {"timezone": "Europe/Paris"}, {})
        ]

        assert {(one["name"], one["timezone"]) for one in answers[1:]} == {("Southwind", "Europe/Paris")}
        told = db.session.scalars(select(AuditEvent.details).where(AuditEvent.action == "organisation.changed"))
        assert list(told) == [{"fields": ["name"]}, {"fields": ["timezone"]}]

    def test_new_people_begin_with_its_zone(self, client: FlaskClient, admin: User, as_admin: dict[str, str]) -> None:
        client.patch("/api/organisation", json={"timezone": "Asia/Tokyo"}, headers=as_admin)

        assert accounts.make_user(admin.organisation).timezone == "Asia/Tokyo"
        assert client.get("/api/auth/me", headers=as_admin).json["user"]["timezone"] == "UTC"

    @pytest.mark.parametrize(
        ("body", "field"),
        [
            ({"name": ""}, "name"),
            ({"name": "x" * 201}, "name"),
            ({"name": None}, "name"),
            ({"timezone": "Mars/Base"}, "timezone"),
            ({"timezone": "../etc/passwd"}, "timezone"),
            ({"timezone": ""}, "timezone"),
            ({"isFounding": True}, "isFounding"),
        ],
    )
    def test_malformed(
        self, client: FlaskClient, as_admin: dict[str, str], body: dict[str, object], field: str
    ) -> None:
        answer = client.patch("/api/organisation", json=body, headers=as_admin)

        assert (answer.status_code, list(answer.json["errors"])) == (422, [field])

    def test_refused(self, client: FlaskClient, admin: User, as_interviewer: dict[str, str]) -> None:
        recruiter = accounts.headers_of(accounts.make_user(admin.organisation, role="recruiter"))
        key = accounts.basic(accounts.make_key(admin.organisation, scopes={"users:write"}))

        statuses = [
            client.patch("/api/organisation", json={"name": "x"}, headers=who).status_code
            for who in ({}, as_interviewer, recruiter, key)
        ]

        assert statuses == [401, 403, 403, 403]
