"""The doors of /api/webhooks."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, text
from standardwebhooks import Webhook

from interview.accounts.models import User
from interview.core.audit import AuditEvent
from interview.core.db import db
from interview.core.http import Application
from interview.webhooks.models import WebhookSubscription
from interview.webhooks.news.catalogue import CHOICES, EVENTS
from interview.webhooks.service import MOST_SUBSCRIPTIONS
from tests.factories import accounts, receivers, webhooks
from tests.factories.receivers import Receiver

NEW = {"url": "https://hooks.example.org/talentflow", "events": ["candidate.created", "interview.scheduled"]}
Headers = dict[str, str]


def refused(client: FlaskClient, method: str, path: str, *who: Headers) -> list[int]:
    """What a request meets as nobody and as these callers."""
    return [client.open(path, method=method, headers=headers).status_code for headers in ({}, *who)]


def stored() -> WebhookSubscription:
    """The only subscription as it is stored now."""
    db.session.expire_all()
    return db.session.scalars(select(WebhookSubscription)).one()


class TestCreateWebhook:
    """POST /api/webhooks"""

    def test_made(self, client: FlaskClient, as_admin: Headers) -> None:
        made = client.post("/api/webhooks", json=NEW | {"description": "HR system"}, headers=as_admin)

        assert made.status_code == 201
        assert made.json["secret"].startswith("whsec_") and made.json["isActive"] is True
        assert (made.json["url"], made.json["events"], made.json["description"]) == (*NEW.values(), "HR system")
        assert (made.json["offReason"], made.json["failingSince"]) == (None, None)

    def test_secret_is_shown_once_and_stored_sealed(self, client: FlaskClient, as_admin: Headers) -> None:
        made = client.post("/api/webhooks", json=NEW, headers=as_admin | {"Idempotency-Key": "k"}).json

        assert "secret" not in client.get(f"/api/webhooks/{made['id']}", headers=as_admin).json
        assert made["secret"] not in client.get("/api/webhooks", headers=as_admin).text
        for table in db.metadata.sorted_tables:
            assert made["secret"] not in str(db.session.execute(text(f"SELECT * FROM {table.name}")).all())

    def test_sent_again_with_its_key(self, client: FlaskClient, as_admin: Headers) -> None:
        told = [client.post("/api/webhooks", json=NEW, headers=as_admin | {"Idempotency-Key": "k"}) for _ in "12"]

        assert told[0].json == told[1].json and stored().id == told[0].json["id"]

    def test_by_a_key_with_the_scope(self, client: FlaskClient, admin: User) -> None:
        key = accounts.basic(accounts.make_key(admin.organisation, scopes={"webhooks:write"}))

        assert client.post("/api/webhooks", json=NEW, headers=key).status_code == 201

    def test_events_count_once_and_it_may_begin_switched_off(self, client: FlaskClient, as_admin: Headers) -> None:
        told = NEW | {"events": ["session.ended", "lot.drawn", "session.ended"], "isActive": False}
        made = client.post("/api/webhooks", json=told, headers=as_admin).json

        assert (made["events"], made["isActive"], made["offReason"]) == (
            ["lot.drawn", "session.ended"],
            False,
            "by_person",
        )

    @pytest.mark.parametrize(
        "url",
        [
            "http://hooks.example.org/",
            "https://127.0.0.1/",
            "https://169.254.169.254/latest",
            "https://2130706433/",
            "https://user:pass@hooks.example.org/",
            "https://hooks.example.org:22/",
            "https://hööks.example.org/",
            "ftp://hooks.example.org/",
            "hooks.example.org",
        ],
    )
    def test_address_refused(self, client: FlaskClient, as_admin: Headers, url: str) -> None:
        answer = client.post("/api/webhooks", json=NEW | {"url": url}, headers=as_admin)

        assert (answer.status_code, answer.json["code"]) == (422, "address_refused")
        assert list(answer.json["errors"]) == ["url"]

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"url": ""}, "url"),
            ({"url": "https://a.example.org/" + "x" * 2000}, "url"),
            ({"url": None}, "url"),
            ({"events": []}, "events"),
            ({"events": ["candidate.hired"]}, "events"),
            ({"events": ["webhook.test"]}, "events"),
            ({"events": "candidate.created"}, "events"),
            ({"description": "x" * 201}, "description"),
            ({"description": "\x00"}, "description"),
            ({"isActive": "maybe"}, "isActive"),
            ({"secret": "mine"}, "secret"),
        ],
    )
    def test_malformed(self, client: FlaskClient, as_admin: Headers, change: dict[str, Any], field: str) -> None:
        answer = client.post("/api/webhooks", json=NEW | change, headers=as_admin)

        assert answer.status_code == 422
        assert list(answer.json["errors"]) == [field]

    def test_refused(self, client: FlaskClient, as_recruiter: Headers, as_candidate: Headers) -> None:
        assert refused(client, "POST", "/api/webhooks", as_recruiter, as_candidate) == [401, 403, 403]

    def test_twenty_at_most_though_they_come_at_once(self, app: Application, as_admin: Headers) -> None:
        gate = Barrier(4)

        def make(_: int) -> list[int]:
            gate.wait()
            return [app.test_client().post("/api/webhooks", json=NEW, headers=as_admin).status_code for _ in range(6)]

        with ThreadPoolExecutor(4) as pool:
            statuses = [status for found in pool.map(make, range(4)) for status in found]

        assert (statuses.count(201), statuses.count(409)) == (MOST_SUBSCRIPTIONS, 24 - MOST_SUBSCRIPTIONS)


class TestListWebhooks:
    """GET /api/webhooks"""

    def test_own_organisation_only_newest_first(
        self, client: FlaskClient, admin: User, as_admin: Headers, as_stranger: Headers
    ) -> None:
        mine = [webhooks.make_webhook(admin.organisation).subscription.id for _ in range(3)]
        first = client.get("/api/webhooks?limit=2", headers=as_admin).json
        rest = client.get(f"/api/webhooks?limit=2&cursor={first['nextCursor']}", headers=as_admin).json

        assert [one["id"] for one in first["items"] + rest["items"]] == mine[::-1]
        assert client.get("/api/webhooks", headers=as_stranger).json == {"items": [], "nextCursor": None}

    def test_refused(self, client: FlaskClient, as_recruiter: Headers, as_candidate: Headers) -> None:
        assert refused(client, "GET", "/api/webhooks", as_recruiter, as_candidate) == [401, 403, 403]


class TestListEvents:
    """GET /api/webhooks/events"""

    def test_each_with_an_example(self, client: FlaskClient, as_admin: Headers) -> None:
        items = client.get("/api/webhooks/events", headers=as_admin).json["items"]

        assert [one["type"] for one in items] == [*CHOICES, "webhook.test"]
        assert [one["example"] for one in items] == [event.example for event in EVENTS.values()]

    def test_refused(self, client: FlaskClient, as_recruiter: Headers) -> None:
        assert refused(client, "GET", "/api/webhooks/events", as_recruiter) == [401, 403]


class TestGetWebhook:
    """GET /api/webhooks/<id>"""

    def test_shown(self, client: FlaskClient, admin: User, as_admin: Headers) -> None:
        made = webhooks.make_webhook(admin.organisation)
        answer = client.get(f"/api/webhooks/{made.subscription.id}", headers=as_admin)

        assert (answer.status_code, answer.json["url"]) == (200, webhooks.NOWHERE)

    def test_refused(self, client: FlaskClient, admin: User, as_recruiter: Headers, as_stranger: Headers) -> None:
        path = f"/api/webhooks/{webhooks.make_webhook(admin.organisation).subscription.id}"

        assert refused(client, "GET", path, as_recruiter, as_stranger) == [401, 403, 404]
        assert client.get(path, headers=as_stranger).json["code"] == "webhook_not_found"


class TestUpdateWebhook:
    """PATCH /api/webhooks/<id>"""

    def test_only_what_is_sent(self, client: FlaskClient, admin: User, as_admin: Headers) -> None:
        path = f"/api/webhooks/{webhooks.make_webhook(admin.organisation).subscription.id}"
        told = {"url": "https://other.example.org:8443/x", "events": ["lot.drawn"]}
        answer = client.patch(path, json=told, headers=as_admin)

        assert answer.status_code == 200 and {name: answer.json[name] for name in told} == told
        assert client.patch(path, json={"description": "new"}, headers=as_admin).json["events"] == ["lot.drawn"]

    def test_off_and_on_again_forgets_failures(self, client: FlaskClient, admin: User, as_admin: Headers) -> None:
        made = webhooks.make_webhook(admin.organisation).subscription
        path = f"/api/webhooks/{made.id}"
        off = client.patch(path, json={"isActive": False}, headers=as_admin).json
        row = stored()
        row.failing_since, row.silences, row.paused_until = row.created_at, 4, row.created_at
        db.session.commit()
        on = client.patch(path, json={"isActive": True}, headers=as_admin).json

        assert (off["isActive"], off["offReason"]) == (False, "by_person")
        assert (on["isActive"], on["offReason"], on["failingSince"]) == (True, None, None)
        assert (stored().silences, stored().paused_until) == (0, None)

    def test_the_same_again_is_no_deed(self, client: FlaskClient, admin: User, as_admin: Headers) -> None:
        path = f"/api/webhooks/{webhooks.make_webhook(admin.organisation).subscription.id}"
        for _ in range(2):
            assert client.patch(path, json={"description": "new"}, headers=as_admin).status_code == 200

        deeds = db.session.scalars(select(AuditEvent).where(AuditEvent.action == "webhook.changed")).all()
        assert len(deeds) == 1

    @pytest.mark.parametrize("change", [{"url": "http://x.example.org"}, {"events": []}, {"url": None}, {"id": "x"}])
    def test_malformed(self, client: FlaskClient, admin: User, as_admin: Headers, change: dict[str, Any]) -> None:
        path = f"/api/webhooks/{webhooks.make_webhook(admin.organisation).subscription.id}"

        assert client.patch(path, json=change, headers=as_admin).status_code == 422
        assert stored().url == webhooks.NOWHERE

    def test_refused(self, client: FlaskClient, admin: User, as_recruiter: Headers, as_stranger: Headers) -> None:
        path = f"/api/webhooks/{webhooks.make_webhook(admin.organisation).subscription.id}"
        statuses = [
            client.patch(path, json={"isActive": False}, headers=who).status_code
            for who in ({}, as_recruiter, as_stranger)
        ]

        assert statuses == [401, 403, 404] and stored().is_active


class TestDeleteWebhook:
    """DELETE /api/webhooks/<id>"""

    def test_gone_with_its_deliveries(
        self, client: FlaskClient, admin: User, as_admin: Headers, receiver: Receiver, run_jobs: Any
    ) -> None:
        made = webhooks.make_webhook(admin.organisation, url=receiver.url)
        webhooks.delivery_to(made)
        path = f"/api/webhooks/{made.subscription.id}"
        statuses = [client.delete(path, headers=as_admin).status_code for _ in range(2)]
        run_jobs()

        assert statuses == [204, 404] and webhooks.deliveries() == [] and receiver.got == []

    def test_refused(self, client: FlaskClient, admin: User, as_recruiter: Headers, as_stranger: Headers) -> None:
        path = f"/api/webhooks/{webhooks.make_webhook(admin.organisation).subscription.id}"

        assert refused(client, "DELETE", path, as_recruiter, as_stranger) == [401, 403, 404]


class TestRotateSecret:
    """POST /api/webhooks/<id>/rotate-secret"""

    def test_both_sign_for_a_day(
        self,
        client: FlaskClient,
        admin: User,
        as_admin: Headers,
        receiver: Receiver,
        run_jobs: Any,
        moved: Any,
    ) -> None:
        made = webhooks.make_webhook(admin.organisation, url=receiver.url)
        answer = client.post(f"/api/webhooks/{made.subscription.id}/rotate-secret", headers=as_admin)
        secret = answer.json["secret"]
        webhooks.tell(admin.organisation_id)
        run_jobs()

        assert answer.status_code == 200 and secret != made.secret and answer.json["formerSecretUntil"]
        for one in (secret, made.secret):
            Webhook(one).verify(receiver.got[0].body, receiver.got[0].headers)
        assert receiver.got[0].headers["webhook-signature"].count("v1,") == 2

        moved.forward(hours=24, seconds=1)
        webhooks.tell(admin.organisation_id)
        run_jobs()
        assert receiver.got[1].headers["webhook-signature"].count("v1,") == 1

    def test_refused(self, client: FlaskClient, admin: User, as_recruiter: Headers, as_stranger: Headers) -> None:
        path = f"/api/webhooks/{webhooks.make_webhook(admin.organisation).subscription.id}/rotate-secret"

        assert refused(client, "POST", path, as_recruiter, as_stranger) == [401, 403, 404]


class TestTestWebhook:
    """POST /api/webhooks/<id>/test"""

    @pytest.mark.parametrize("is_active", [True, False])
    def test_sent_at_once_and_the_answer_shown(
        self, client: FlaskClient, admin: User, as_admin: Headers, receiver: Receiver, is_active: bool
    ) -> None:
        receiver.script[:] = [receivers.answers(202, b"thank you")]
        made = webhooks.make_webhook(admin.organisation, url=receiver.url, is_active=is_active)
        answer = client.post(f"/api/webhooks/{made.subscription.id}/test", headers=as_admin)

        assert answer.status_code == 200
        assert (answer.json["state"], answer.json["lastStatus"], answer.json["lastAnswer"]) == (
            "delivered",
            202,
            "thank you",
        )
        told = Webhook(made.secret).verify(receiver.got[0].body, receiver.got[0].headers)
        assert told == answer.json["payload"]
        assert (told["type"], told["data"]) == ("webhook.test", {"webhookId": made.subscription.id})

    def test_a_failed_one_is_shown_and_not_repeated(
        self, client: FlaskClient, admin: User, as_admin: Headers, receiver: Receiver, run_jobs: Any, moved: Any
    ) -> None:
        receiver.script[:] = [receivers.answers(410)]
        made = webhooks.make_webhook(admin.organisation, url=receiver.url)
        answer = client.post(f"/api/webhooks/{made.subscription.id}/test", headers=as_admin)
        moved.forward(days=2)
        run_jobs()

        assert (answer.status_code, answer.json["state"], answer.json["lastStatus"]) == (200, "failed", 410)
        assert len(receiver.got) == 1 and stored().is_active and stored().failing_since is None

    def test_an_address_that_cannot_be_reached(self, client: FlaskClient, admin: User, as_admin: Headers) -> None:
        made = webhooks.make_webhook(admin.organisation)
        answer = client.post(f"/api/webhooks/{made.subscription.id}/test", headers=as_admin).json

        assert (answer["state"], answer["lastStatus"], answer["lastError"]) == (
            "failed",
            None,
            "The host has no address.",
        )

    def test_refused(self, client: FlaskClient, admin: User, as_recruiter: Headers, as_stranger: Headers) -> None:
        path = f"/api/webhooks/{webhooks.make_webhook(admin.organisation).subscription.id}/test"

        assert refused(client, "POST", path, as_recruiter, as_stranger) == [401, 403, 404]
