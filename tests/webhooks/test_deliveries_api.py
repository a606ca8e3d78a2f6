"""The doors of /api/webhooks/<id>/deliveries."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from interview.accounts.models import User
from interview.core.db import db, unit_of_work
from interview.webhooks.models import DeliveryState
from interview.webhooks.service import WithSecret
from tests.factories import receivers, webhooks
from tests.factories.receivers import Receiver

Headers = dict[str, str]


@pytest.fixture
def made(admin: User, receiver: Receiver) -> WithSecret:
    """A subscription of the receiver."""
    return webhooks.make_webhook(admin.organisation, url=receiver.url)


def path_of(made: WithSecret, *more: str) -> str:
    """The address of a subscription's deliveries, or of something below."""
    return "/".join((f"/api/webhooks/{made.subscription.id}/deliveries", *more))


class TestListDeliveries:
    """GET /api/webhooks/<id>/deliveries"""

    def test_newest_first_by_pages(self, client: FlaskClient, made: WithSecret, as_admin: Headers) -> None:
        ids = [webhooks.delivery_to(made).id for _ in range(3)]
        first = client.get(path_of(made) + "?limit=2", headers=as_admin).json
        rest = client.get(path_of(made) + f"?limit=2&cursor={first['nextCursor']}", headers=as_admin).json

        assert [one["id"] for one in first["items"] + rest["items"]] == ids[::-1]
        assert rest["nextCursor"] is None and "payload" not in first["items"][0]

    def test_in_one_state(self, client: FlaskClient, made: WithSecret, as_admin: Headers, run_jobs: Any) -> None:
        arrived = webhooks.delivery_to(made).id
        run_jobs()
        waiting = webhooks.delivery_to(made).id
        found = {
            state.value: [
                one["id"] for one in client.get(path_of(made) + f"?state={state}", headers=as_admin).json["items"]
            ]
            for state in DeliveryState
        }

        assert found == {"pending": [waiting], "delivered": [arrived], "failed": []}

    @pytest.mark.parametrize("query", ["state=lost", "limit=0", "limit=101", "cursor=x"])
    def test_malformed(self, client: FlaskClient, made: WithSecret, as_admin: Headers, query: str) -> None:
        assert client.get(f"{path_of(made)}?{query}", headers=as_admin).status_code == 422

    def test_refused(self, client: FlaskClient, made: WithSecret, as_recruiter: Headers, as_stranger: Headers) -> None:
        statuses = [client.get(path_of(made), headers=who).status_code for who in ({}, as_recruiter, as_stranger)]

        assert statuses == [401, 403, 404]


class TestGetDelivery:
    """GET /api/webhooks/<id>/deliveries/<delivery id>"""

    def test_with_payload_and_answer(
        self, client: FlaskClient, made: WithSecret, receiver: Receiver, as_admin: Headers, run_jobs: Any
    ) -> None:
        receiver.script[:] = [receivers.answers(200, b"\x00\xffok " + b"x" * 5000)]
        delivery_id = webhooks.delivery_to(made).id
        run_jobs()
        found = client.get(path_of(made, delivery_id), headers=as_admin).json

        assert found["payload"] == receiver.got[0].json()
        assert (found["state"], found["attempts"], found["lastStatus"]) == ("delivered", 1, 200)
        assert found["lastAnswer"].startswith("\ufffd\ufffdok xx") and len(found["lastAnswer"]) == 2048
        assert found["eventId"] == receiver.got[0].headers["webhook-id"]

    def test_another_subscription_s(
        self, client: FlaskClient, admin: User, made: WithSecret, as_admin: Headers
    ) -> None:
        other = webhooks.make_webhook(admin.organisation, events=("lot.drawn",))
        answer = client.get(path_of(other, webhooks.delivery_to(made).id), headers=as_admin)

        assert (answer.status_code, answer.json["code"]) == (404, "delivery_not_found")

    def test_refused(self, client: FlaskClient, made: WithSecret, as_recruiter: Headers, as_stranger: Headers) -> None:
        path = path_of(made, webhooks.delivery_to(made).id)
        statuses = [client.get(path, headers=who).status_code for who in ({}, as_recruiter, as_stranger)]

        assert statuses == [401, 403, 404]


class TestReplayDelivery:
    """POST /api/webhooks/<id>/deliveries/<delivery id>/replay"""

    def test_the_same_id_and_body_again(
        self, client: FlaskClient, made: WithSecret, receiver: Receiver, as_admin: Headers, run_jobs: Any
    ) -> None:
        delivery_id = webhooks.delivery_to(made).id
        run_jobs()
        answer = client.post(path_of(made, delivery_id, "replay"), headers=as_admin)
        run_jobs()

        assert (answer.status_code, answer.json["state"], answer.json["attempts"]) == (202, "pending", 0)
        first, again = receiver.got
        assert (first.body, first.headers["webhook-id"]) == (again.body, again.headers["webhook-id"])
        assert webhooks.deliveries()[0].state == DeliveryState.DELIVERED

    def test_a_failed_one_begins_its_tries_anew(
        self, client: FlaskClient, made: WithSecret, receiver: Receiver, as_admin: Headers, run_jobs: Any
    ) -> None:
        delivery_id = webhooks.delivery_to(made).id
        with unit_of_work():
            row = webhooks.deliveries()[0]
            row.state, row.attempts = DeliveryState.FAILED, 8
        receiver.script[:] = [receivers.answers(500), receivers.answers()]
        client.post(path_of(made, delivery_id, "replay"), headers=as_admin)
        run_jobs()
        (found,) = webhooks.deliveries()

        assert (found.state, found.attempts, found.last_status) == (DeliveryState.PENDING, 1, 500)
        assert found.next_try_at is not None

    def test_a_pending_one_is_tried_now_and_the_later_plan_is_void(
        self, client: FlaskClient, made: WithSecret, receiver: Receiver, as_admin: Headers, run_jobs: Any, moved: Any
    ) -> None:
        receiver.script[:] = [receivers.answers(500), receivers.answers()]
        delivery_id = webhooks.delivery_to(made).id
        run_jobs()
        for _ in range(2):
            client.post(path_of(made, delivery_id, "replay"), headers=as_admin)
        run_jobs()
        moved.forward(days=3)
        run_jobs()

        assert len(receiver.got) == 2 and webhooks.deliveries()[0].state == DeliveryState.DELIVERED

    def test_not_while_it_is_off(
        self, client: FlaskClient, made: WithSecret, receiver: Receiver, as_admin: Headers, run_jobs: Any
    ) -> None:
        delivery_id = webhooks.delivery_to(made).id
        run_jobs()
        client.patch(f"/api/webhooks/{made.subscription.id}", json={"isActive": False}, headers=as_admin)
        answer = client.post(path_of(made, delivery_id, "replay"), headers=as_admin)

        assert (answer.status_code, answer.json["code"]) == (409, "webhook_off")

    def test_refused(self, client: FlaskClient, made: WithSecret, as_recruiter: Headers, as_stranger: Headers) -> None:
        path = path_of(made, webhooks.delivery_to(made).id, "replay")
        statuses = [client.post(path, headers=who).status_code for who in ({}, as_recruiter, as_stranger)]
        db.session.expire_all()

        assert statuses == [401, 403, 404]
