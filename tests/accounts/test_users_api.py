"""The doors of /api/users."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from interview.accounts.models import User
from interview.accounts.signals import role_changed, user_disabled
from interview.core.db import db
from tests.accounts.conftest import AtOnce
from tests.factories import accounts
from tests.factories.accounts import PASSWORD, bearer

NEW = {"email": "New@Example.org", "name": "New Person", "role": "interviewer", "password": PASSWORD}


class TestCreateUser:
    """POST /api/users"""

    def test_new_person_logs_in(self, client: FlaskClient, admin: User, as_admin: dict[str, str]) -> None:
        answer = client.post("/api/users", json=NEW, headers=as_admin)

        assert answer.status_code == 201
        assert answer.json["organisationId"] == admin.organisation_id
        assert answer.json["email"] == "new@example.org"
        login = client.post("/api/auth/login", json={"email": "NEW@example.org", "password": PASSWORD})
        assert login.json["user"]["role"] == "interviewer"

    def test_without_password_is_invited(self, client: FlaskClient, as_admin: dict[str, str]) -> None:
        body = {name: value for name, value in NEW.items() if name != "password"}

        answer = client.post("/api/users", json=body, headers=as_admin)

        assert (answer.status_code, answer.json["state"]) == (201, "invited")
        address, _, token = answer.json["invitation"]["link"].partition("#")
        assert address.endswith("/join")
        joined = client.post("/api/auth/invitations/accept", json={"token": token, "password": PASSWORD})
        assert joined.json["user"]["state"] == "active"

    def test_with_password_is_not_invited(self, client: FlaskClient, as_admin: dict[str, str]) -> None:
        answer = client.post("/api/users", json=NEW, headers=as_admin)

        assert (answer.json["state"], answer.json["invitation"]) == ("active", None)

    @pytest.mark.parametrize(
        ("given", "role"),
        [("Instructor", "interviewer"), ("STUDENT", "candidate"), ("Recruiter", "recruiter"), (" ADMIN ", "admin")],
    )
    def test_other_names_of_roles(self, client: FlaskClient, as_admin: dict[str, str], given: str, role: str) -> None:
        assert client.post("/api/users", json=NEW | {"role": given}, headers=as_admin).json["role"] == role

    def test_address_taken_in_any_spelling_anywhere(
        self, client: FlaskClient, admin: User, as_admin: dict[str, str], as_stranger: dict[str, str]
    ) -> None:
        body = NEW | {"email": admin.email.upper()}

        answers = [client.post("/api/users", json=body, headers=who) for who in (as_admin, as_stranger)]

        assert [(answer.status_code, answer.json["code"]) for answer in answers] == [(409, "email_taken")] * 2

    def test_of_many_at_once_one_wins(self, at_once: AtOnce, as_admin: dict[str, str]) -> None:
        answers = at_once(6, lambda client, _: client.post("/api/users", json=NEW, headers=as_admin))

        assert sorted(answer.status_code for answer in answers) == [201] + [409] * 5

    def test_same_idempotency_key_gives_the_first_answer(self, client: FlaskClient, as_admin: dict[str, str]) -> None:
        headers = as_admin | {"Idempotency-Key": "once"}

        first, second = (client.post("/api/users", json=NEW, headers=headers) for _ in range(2))
        other = client.post("/api/users", json=NEW | {"email": "b@example.org"}, headers=headers)

        assert first.json == second.json
        assert second.headers["Idempotency-Replayed"] == "true"
        assert other.status_code == 422

    def test_idempotency_key_of_another_caller_gives_nothing_away(
        self, client: FlaskClient, as_admin: dict[str, str], as_stranger: dict[str, str]
    ) -> None:
        client.post("/api/users", json=NEW, headers=as_admin | {"Idempotency-Key": "once"})

        answer = client.post("/api/users", json=NEW, headers=as_stranger | {"Idempotency-Key": "once"})

        assert answer.status_code == 409

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"email": "x"}, "email"),
            ({"role": "owner"}, "role"),
            ({"name": ""}, "name"),
            ({"name": "a\x00"}, "name"),
            ({"organisationId": "other"}, "organisationId"),
            ({"isActive": False}, "isActive"),
            ({"password": "x"}, "password"),
        ],
    )
    def test_malformed(
        self, client: FlaskClient, as_admin: dict[str, str], change: dict[str, object], field: str
    ) -> None:
        answer = client.post("/api/users", json=NEW | change, headers=as_admin)

        assert answer.status_code == 422
        assert list(answer.json["errors"]) == [field]

    def test_refused(self, client: FlaskClient, as_interviewer: dict[str, str], as_candidate: dict[str, str]) -> None:
        statuses = [
            client.post("/api/users", json=NEW, headers=who).status_code for who in ({}, as_interviewer, as_candidate)
        ]

        assert statuses == [401, 403, 403]

    def test_key_makes_nobody_who_may_do_more(self, client: FlaskClient, admin: User) -> None:
        key = accounts.make_key(admin.organisation, scopes={"users:write"})

        answers = [
            client.post(
                "/api/users", json=NEW | {"role": role, "email": f"{role}@example.org"}, headers=accounts.basic(key)
            )
            for role in ("admin", "interviewer", "candidate")
        ]

        assert [answer.status_code for answer in answers] == [403, 403, 201]


class TestListUsers:
    """GET /api/users"""

    def test_walks_each_person_of_the_organisation_once(
        self, client: FlaskClient, admin: User, as_admin: dict[str, str], as_stranger: dict[str, str]
    ) -> None:
        made = [admin.id] + [accounts.make_user(admin.organisation, role="interviewer").id for _ in range(4)]
        seen: list[str] = []
        cursor = ""
        while cursor is not None:
            page = client.get(f"/api/users?limit=2{cursor and '&cursor=' + cursor}", headers=as_admin).json
            seen += [user["id"] for user in page["items"]]
            cursor = page["nextCursor"]

        assert seen == list(reversed(made))

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("role=interviewer", ["Grace Example", "Ada Example"]),
            ("role=Instructor&search=ada", ["Ada Example"]),
            ("role=candidate", []),
            ("search=FIRST", ["Grace Example", "Ada Example"]),
            ("search=exa+gra", ["Grace Example"]),
            ("search=grace@", ["Grace Example"]),
            ("search=xample", []),
            ("search=%25", ["Grace Example", "Ada Example", "Some Person"]),
            ("search=_", []),
        ],
    )
    def test_by_role_and_words(
        self, client: FlaskClient, as_admin: dict[str, str], query: str, found: list[str]
    ) -> None:
        for name in ("Ada", "Grace"):
            body = NEW | {"name": f"{name} Example", "email": f"{name}@first.test"}
            client.post("/api/users", json=body, headers=as_admin)

        page = client.get(f"/api/users?{query}", headers=as_admin).json

        assert [user["name"] for user in page["items"]] == found

    def test_words_of_another_organisation_are_not_found(
        self, client: FlaskClient, admin: User, as_stranger: dict[str, str]
    ) -> None:
        page = client.get(f"/api/users?search={admin.email}", headers=as_stranger).json

        assert page["items"] == []

    @pytest.mark.parametrize(
        "query", ["role=owner", f"search={'x' * 201}", "limit=0", "limit=101", "limit=x", "cursor=?"]
    )
    def test_malformed(self, client: FlaskClient, as_admin: dict[str, str], query: str) -> None:
        assert client.get(f"/api/users?{query}", headers=as_admin).status_code == 422

    def test_refused(self, client: FlaskClient, as_interviewer: dict[str, str], as_candidate: dict[str, str]) -> None:
        statuses = [client.get("/api/users", headers=who).status_code for who in ({}, as_interviewer, as_candidate)]

        assert statuses == [401, 200, 403]


class TestGetUser:
    """GET /api/users/<id>"""

    def test_own_and_other_organisation(
        self, client: FlaskClient, admin: User, as_admin: dict[str, str], as_stranger: dict[str, str]
    ) -> None:
        own = client.get(f"/api/users/{admin.id}", headers=as_admin)
        other = client.get(f"/api/users/{admin.id}", headers=as_stranger)
        unknown = client.get("/api/users/nobody", headers=as_stranger)

        assert own.json["id"] == admin.id
        assert (
            (other.status_code, other.json["code"], other.json["detail"])
            == (
                unknown.status_code,
                unknown.json["code"],
                unknown.json["detail"],
            )
            == (404, "user_not_found", "There is no such user")
        )

    def test_refused(self, client: FlaskClient, admin: User, as_candidate: dict[str, str]) -> None:
        assert client.get(f"/api/users/{admin.id}").status_code == 401
        assert client.get(f"/api/users/{admin.id}", headers=as_candidate).status_code == 403


class TestUpdateUser:
    """PATCH /api/users/<id>"""

    def test_name_is_changed_and_found(self, client: FlaskClient, admin: User, as_admin: dict[str, str]) -> None:
        answer = client.patch(f"/api/users/{admin.id}", json={"name": "Ada Example"}, headers=as_admin)

        assert (answer.json["name"], answer.json["role"]) == ("Ada Example", "admin")
        found = [
            client.get(f"/api/users?search={word}", headers=as_admin).json["items"] for word in ("example", "person")
        ]
        assert [len(items) for items in found] == [1, 1 if "person" in admin.email else 0]

    def test_role_holds_at_once(self, client: FlaskClient, admin: User, as_admin: dict[str, str]) -> None:
        told: list[str] = []
        role_changed.after_commit(lambda *, user_id, organisation_id: told.append(user_id))
        other = accounts.make_user(admin.organisation, role="interviewer")
        headers = accounts.headers_of(other)
        before = client.get("/api/api-keys", headers=headers).status_code

        answers = [
            client.patch(f"/api/users/{other.id}", json={"role": role}, headers=as_admin).json["role"]
            for role in ("Admin", "admin")
        ]

        assert answers == ["admin", "admin"]
        assert (before, client.get("/api/api-keys", headers=headers).status_code) == (403, 200)
        assert told == [other.id]

    def test_last_admin_stays(self, client: FlaskClient, admin: User, as_admin: dict[str, str]) -> None:
        accounts.make_user(admin.organisation, has_password=False)

        answer = client.patch(f"/api/users/{admin.id}", json={"role": "recruiter", "name": "x"}, headers=as_admin)

        assert (answer.status_code, answer.json["code"]) == (409, "last_admin")
        assert client.get(f"/api/users/{admin.id}", headers=as_admin).json["name"] == admin.name

    def test_two_admins_at_once_leave_one(self, at_once: AtOnce, admin: User) -> None:
        admins = [admin, accounts.make_user(admin.organisation)]
        headers = [accounts.headers_of(one) for one in admins]

        answers = at_once(
            2,
            lambda client, number: client.patch(
                f"/api/users/{admins[1 - number].id}", json={"role": "candidate"}, headers=headers[number]
            ),
        )

        assert sorted(answer.status_code for answer in answers)[0] == 200
        left = select(func.count()).select_from(User).where(User.role == "admin")
        assert db.session.scalar(left) == 1

    @pytest.mark.parametrize(
        ("body", "field"),
        [
            ({"role": "owner"}, "role"),
            ({"role": None}, "role"),
            ({"name": ""}, "name"),
            ({"email": "x@example.org"}, "email"),
        ],
    )
    def test_malformed(
        self, client: FlaskClient, admin: User, as_admin: dict[str, str], body: dict[str, object], field: str
    ) -> None:
        answer = client.patch(f"/api/users/{admin.id}", json=body, headers=as_admin)

        assert (answer.status_code, list(answer.json["errors"])) == (422, [field])

    def test_refused(
        self, client: FlaskClient, admin: User, as_interviewer: dict[str, str], as_stranger: dict[str, str]
    ) -> None:
        weak_key = accounts.basic(accounts.make_key(admin.organisation, scopes={"users:write"}))

        statuses = [
            client.patch(f"/api/users/{admin.id}", json={"name": "x"}, headers=who).status_code
            for who in ({}, as_interviewer, as_stranger, weak_key)
        ]

        assert statuses == [401, 403, 404, 403]

    def test_key_lifts_nobody_above_itself(self, client: FlaskClient, admin: User) -> None:
        key = accounts.basic(accounts.make_key(admin.organisation, scopes={"users:write"}))
        other = accounts.make_user(admin.organisation, role="candidate")

        assert client.patch(f"/api/users/{other.id}", json={"role": "admin"}, headers=key).status_code == 403


class TestInviteAgain:
    """POST /api/users/<id>/invite"""

    def test_new_link_each_time(self, client: FlaskClient, admin: User, as_admin: dict[str, str]) -> None:
        other = accounts.make_user(admin.organisation, has_password=False)

        links = [client.post(f"/api/users/{other.id}/invite", headers=as_admin).json["link"] for _ in range(2)]

        assert links[0] != links[1]

    def test_of_many_at_once_the_last_link_works(
        self, client: FlaskClient, at_once: AtOnce, admin: User, as_admin: dict[str, str]
    ) -> None:
        other = accounts.make_user(admin.organisation, has_password=False)

        answers = at_once(4, lambda one, _: one.post(f"/api/users/{other.id}/invite", headers=as_admin))

        tokens = [answer.json["link"].partition("#")[2] for answer in answers]
        seen = [client.post("/api/auth/invitations/preview", json={"token": token}).status_code for token in tokens]
        assert sorted(seen) == [200, 410, 410, 410]

    def test_conflicts(self, client: FlaskClient, admin: User, as_admin: dict[str, str]) -> None:
        other = accounts.make_user(admin.organisation, has_password=False)
        client.post(f"/api/users/{other.id}/disable", headers=as_admin)

        answers = [client.post(f"/api/users/{one.id}/invite", headers=as_admin) for one in (admin, other)]

        assert [(answer.status_code, answer.json["code"]) for answer in answers] == [
            (409, "already_joined"),
            (409, "person_disabled"),
        ]

    def test_refused(
        self, client: FlaskClient, admin: User, as_interviewer: dict[str, str], as_stranger: dict[str, str]
    ) -> None:
        other = accounts.make_user(admin.organisation, has_password=False)

        statuses = [
            client.post(f"/api/users/{other.id}/invite", headers=who).status_code
            for who in ({}, as_interviewer, as_stranger)
        ]

        assert statuses == [401, 403, 404]


class TestDisableUser:
    """POST /api/users/<id>/disable"""

    def test_ends_everything_at_once(self, client: FlaskClient, admin: User, as_admin: dict[str, str]) -> None:
        told: list[str] = []
        user_disabled.after_commit(lambda *, user_id, organisation_id: told.append(user_id))
        other = accounts.make_user(admin.organisation, role="interviewer")
        issued = accounts.log_in(other)

        answer = client.post(f"/api/users/{other.id}/disable", headers=as_admin)
        again = client.post(f"/api/users/{other.id}/disable", headers=as_admin)

        assert (answer.json["isActive"], again.status_code) == (False, 200)
        assert client.get("/api/auth/me", headers=bearer(issued.access)).status_code == 401
        assert client.post("/api/auth/refresh", json={"refreshToken": issued.refresh}).status_code == 401
        assert told == [other.id]

    def test_last_admin_stays(self, client: FlaskClient, admin: User, as_admin: dict[str, str]) -> None:
        answer = client.post(f"/api/users/{admin.id}/disable", headers=as_admin)

        assert (answer.status_code, answer.json["code"]) == (409, "last_admin")
        assert client.get("/api/auth/me", headers=as_admin).status_code == 200

    def test_two_admins_at_once_leave_one(self, at_once: AtOnce, admin: User) -> None:
        admins = [admin, accounts.make_user(admin.organisation)]
        headers = [accounts.headers_of(one) for one in admins]

        answers = at_once(
            2,
            lambda client, number: client.post(f"/api/users/{admins[1 - number].id}/disable", headers=headers[number]),
        )

        assert sorted(answer.status_code for answer in answers)[0] == 200
        active = select(func.count()).select_from(User).where(User.is_active)
        assert db.session.scalar(active) == 1

    def test_refused(
        self, client: FlaskClient, admin: User, as_interviewer: dict[str, str], as_stranger: dict[str, str]
    ) -> None:
        weak_key = accounts.basic(accounts.make_key(admin.organisation, scopes={"users:write"}))

        statuses = [
            client.post(f"/api/users/{admin.id}/disable", headers=who).status_code
            for who in ({}, as_interviewer, as_stranger, weak_key)
        ]

        assert statuses == [401, 403, 404, 403]


class TestEnableUser:
    """POST /api/users/<id>/enable"""

    def test_may_log_in_again_but_old_tokens_stay_dead(
        self, client: FlaskClient, admin: User, as_admin: dict[str, str]
    ) -> None:
        other = accounts.make_user(admin.organisation)
        issued = accounts.log_in(other)
        client.post(f"/api/users/{other.id}/disable", headers=as_admin)

        answers = [client.post(f"/api/users/{other.id}/enable", headers=as_admin) for _ in range(2)]

        assert [answer.json["isActive"] for answer in answers] == [True, True]
        assert client.get("/api/auth/me", headers=bearer(issued.access)).status_code == 401
        assert client.post("/api/auth/login", json={"email": other.email, "password": PASSWORD}).status_code == 200

    def test_refused(
        self, client: FlaskClient, admin: User, as_candidate: dict[str, str], as_stranger: dict[str, str]
    ) -> None:
        statuses = [
            client.post(f"/api/users/{admin.id}/enable", headers=who).status_code
            for who in ({}, as_candidate, as_stranger)
        ]

        assert statuses == [401, 403, 404]
