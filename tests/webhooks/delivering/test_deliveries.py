"""From an event to its arrival: what is written, when it is tried, and what a receiver's answers lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import event, select
from standardwebhooks import Webhook

from interview.accounts.models import User
from interview.core import clock
from interview.core.actors import OPERATOR
from interview.core.audit import AuditEvent
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from interview.core.jobs.models import Job
from interview.webhooks import service
from interview.webhooks.delivering import deliveries, schedule, sending
from interview.webhooks.models import DeliveryState, OffReason, WebhookSubscription
from interview.webhooks.news.catalogue import EventType
from interview.webhooks.service import WithSecret
from tests.factories import accounts, receivers, webhooks
from tests.factories.receivers import Receiver
from tests.webhooks.conftest import MovedClock

RunJobs = Callable[[], None]


@pytest.fixture
def made(admin: User, receiver: Receiver) -> WithSecret:
    """A subscription of the receiver."""
    return webhooks.make_webhook(admin.organisation, url=receiver.url)


@pytest.fixture
def statements(app: Application) -> Iterator[list[str]]:
    """Every statement sent to the database."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    yield sent
    event.remove(db.engine, "before_cursor_execute", note)


def stored() -> WebhookSubscription:
    """The only subscription as it is stored now."""
    db.session.expire_all()
    return db.session.scalars(select(WebhookSubscription)).one()


def deeds() -> list[tuple[str, dict[str, Any]]]:
    """What was done by the product itself."""
    query = select(AuditEvent).where(AuditEvent.actor_kind == "system", AuditEvent.action.startswith("webhook."))
    return [(found.action, found.details) for found in db.session.scalars(query)]


class TestPublish:
    """An event in its transaction."""

    def test_one_look_up_where_nobody_asked(self, admin: User, statements: list[str]) -> None:
        statements.clear()

        assert webhooks.tell(admin.organisation_id) == 0
        assert [one for one in statements if not one.startswith(("BEGIN", "COMMIT"))] == [
            one for one in statements if "FROM webhook_subscriptions" in one
        ]
        assert len([one for one in statements if "webhook_subscriptions" in one]) == 1

    def test_one_insert_for_all(self, admin: User, statements: list[str]) -> None:
        for _ in range(5):
            webhooks.make_webhook(admin.organisation)
        statements.clear()

        assert webhooks.tell(admin.organisation_id) == 5
        inserts = [one.split()[2] for one in statements if one.startswith("INSERT")]
        assert inserts == ["webhook_deliveries", "jobs"]
        assert len({row.event_id for row in webhooks.deliveries()}) == 1

    def test_only_to_those_who_asked(self, admin: User) -> None:
        wants = webhooks.make_webhook(admin.organisation, events=("candidate.created",))
        webhooks.make_webhook(admin.organisation, events=("lot.drawn",))
        webhooks.make_webhook(admin.organisation, is_active=False)
        webhooks.make_webhook(accounts.make_organisation())
        webhooks.tell(admin.organisation_id)

        assert [row.subscription_id for row in webhooks.deliveries()] == [wants.subscription.id]

    def test_nothing_where_the_deed_is_undone(self, admin: User, made: WithSecret) -> None:
        with pytest.raises(RuntimeError), unit_of_work():
            deliveries.publish(EventType.CANDIDATE_CREATED, organisation_id=admin.organisation_id, data=dict)
            raise RuntimeError

        assert webhooks.deliveries() == [] and db.session.scalars(select(Job)).all() == []


class TestAtOnce:
    """Events while somebody deletes the subscription."""

    def test_neither_fails_the_other(self, app: Application, admin: User) -> None:
        for _ in range(5):
            made = webhooks.make_webhook(admin.organisation)
            gate = Barrier(4)

            def tell(gate: Barrier = gate) -> None:
                with app.app_context():
                    gate.wait()
                    webhooks.tell(admin.organisation_id)

            def delete(gate: Barrier = gate, webhook_id: str = made.subscription.id) -> None:
                with app.app_context():
                    gate.wait()
                    with unit_of_work():
                        service.delete(webhook_id, within=admin.organisation_id, by=OPERATOR)

            with ThreadPoolExecutor(4) as pool:
                for done in [pool.submit(one) for one in (tell, tell, delete, tell)]:
                    done.result()

        assert webhooks.deliveries() == []


class TestDeliver:
    """The job."""

    def test_arrives_signed(self, admin: User, made: WithSecret, receiver: Receiver, run_jobs: RunJobs) -> None:
        webhooks.tell(admin.organisation_id, note="größer 🎉")
        run_jobs()
        (got,) = receiver.got
        (found,) = webhooks.deliveries()
        told = Webhook(made.secret).verify(got.body, got.headers)

        assert (told["type"], told["data"]) == ("candidate.created", {"note": "größer 🎉"})
        assert told["timestamp"] == clock.wire(found.created_at)
        assert got.headers["content-type"] == "application/json"
        assert (found.state, found.attempts, found.last_status) == (DeliveryState.DELIVERED, 1, 200)
        assert found.next_try_at is None and found.delivered_at == found.last_tried_at

    @pytest.mark.parametrize("status", [301, 400, 404, 500, 503])
    def test_any_other_status_is_tried_again_later(
        self, admin: User, made: WithSecret, receiver: Receiver, run_jobs: RunJobs, moved: MovedClock, status: int
    ) -> None:
        receiver.script[:] = [receivers.answers(status, b"no"), receivers.answers()]
        webhooks.tell(admin.organisation_id)
        run_jobs()
        (waiting,) = webhooks.deliveries()
        assert (waiting.state, waiting.last_status, waiting.last_answer) == (DeliveryState.PENDING, status, "no")
        assert waiting.next_try_at and timedelta(seconds=5) <= waiting.next_try_at - clock.now() + timedelta(seconds=1)
        assert stored().failing_since is not None
        moved.forward(seconds=7)
        run_jobs()
        (found,) = webhooks.deliveries()

        assert (found.state, found.attempts, len(receiver.got)) == (DeliveryState.DELIVERED, 2, 2)
        assert len({got.headers["webhook-id"] for got in receiver.got}) == len({got.body for got in receiver.got}) == 1
        assert stored().failing_since is None

    def test_eight_tries_then_failed(
        self, admin: User, made: WithSecret, receiver: Receiver, run_jobs: RunJobs, moved: MovedClock
    ) -> None:
        receiver.script[:] = [receivers.answers(500)]
        webhooks.tell(admin.organisation_id)
        begun = moved.now()
        while (found := webhooks.deliveries()[0]).state == DeliveryState.PENDING:
            assert found.next_try_at
            moved.forward(seconds=(found.next_try_at - moved.now()).total_seconds() + 0.1)
            run_jobs()

        assert len(receiver.got) == found.attempts == schedule.MOST_TRIES == 8
        assert timedelta(hours=31) < moved.now() - begun < timedelta(hours=39)
        assert stored().is_active and deeds() == []

    @pytest.mark.parametrize(("header", "seconds"), [("120", 120), ("0", 5), ("999999999", 86_400), ("soon", 5)])
    def test_retry_after(
        self, admin: User, made: WithSecret, receiver: Receiver, run_jobs: RunJobs, header: str, seconds: int
    ) -> None:
        receiver.script[:] = [receivers.answers(429, headers={"Retry-After": header})]
        webhooks.tell(admin.organisation_id)
        run_jobs()
        (found,) = webhooks.deliveries()
        assert found.next_try_at and found.last_tried_at
        waits = (found.next_try_at - found.last_tried_at).total_seconds()

        assert seconds <= waits <= seconds * 1.2 + 1

    def test_gone_switches_off(self, admin: User, made: WithSecret, receiver: Receiver, run_jobs: RunJobs) -> None:
        receiver.script[:] = [receivers.answers(410)]
        webhooks.tell(admin.organisation_id)
        run_jobs()

        assert webhooks.deliveries()[0].state == DeliveryState.FAILED
        assert (stored().is_active, stored().off_reason) == (False, OffReason.GONE)
        assert deeds() == [("webhook.switched_off", {"reason": "gone"})]
        assert webhooks.tell(admin.organisation_id) == 0

    def test_five_days_of_failing_switch_off(
        self, admin: User, made: WithSecret, receiver: Receiver, run_jobs: RunJobs, moved: MovedClock
    ) -> None:
        receiver.script[:] = [receivers.answers(500)]
        for _ in range(8):
            webhooks.tell(admin.organisation_id)
            run_jobs()
            moved.forward(hours=15)
        assert stored().is_active
        run_jobs()

        assert (stored().is_active, stored().off_reason) == (False, OffReason.FAILING)
        assert deeds() == [("webhook.switched_off", {"reason": "failing"})]
        moved.forward(days=2)
        run_jobs()
        left = webhooks.deliveries()
        assert {row.state for row in left} == {DeliveryState.FAILED}
        assert deliveries.OFF in {row.last_error for row in left}

    def test_so_do_five_days_of_silence(
        self,
        admin: User,
        made: WithSecret,
        receiver: Receiver,
        run_jobs: RunJobs,
        moved: MovedClock,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """However many wait, so that none of them comes to its last try."""
        monkeypatch.setattr(sending, "TIMEOUT_SECONDS", 0.02)
        receiver.script[:] = [receivers.hangs]
        for _ in range(20):
            webhooks.tell(admin.organisation_id)
        for _ in range(22):
            run_jobs()
            moved.forward(hours=6)

        assert (stored().is_active, stored().off_reason) == (False, OffReason.FAILING)
        assert len(receiver.got) <= 22

    def test_what_waits_for_an_address_that_is_off_fails(
        self, admin: User, made: WithSecret, receiver: Receiver, run_jobs: RunJobs
    ) -> None:
        webhooks.tell(admin.organisation_id)
        with unit_of_work():
            stored().is_active = False
        run_jobs()
        (found,) = webhooks.deliveries()

        assert (found.state, found.last_error, receiver.got) == (DeliveryState.FAILED, deliveries.OFF, [])

    def test_an_address_of_our_own_network_is_never_asked(self, admin: User, run_jobs: RunJobs) -> None:
        """What DNS says of a name is looked at when a message is sent, not only when somebody subscribes."""
        with receivers.receiving() as server:
            made = webhooks.make_webhook(admin.organisation)
            with unit_of_work():
                db.session.merge(made.subscription).url = f"https://localhost:{server.port}/"
            webhooks.tell(admin.organisation_id)
            run_jobs()
            (found,) = webhooks.deliveries()

            assert (found.state, found.last_error) == (DeliveryState.PENDING, "The host is not on the public internet.")
        assert server.got == []

    def test_a_secret_that_cannot_be_opened(
        self, admin: User, made: WithSecret, receiver: Receiver, run_jobs: RunJobs
    ) -> None:
        with unit_of_work():
            stored().secret_sealed = "A" * 64
        webhooks.tell(admin.organisation_id)
        run_jobs()

        assert "Rotate" in str(webhooks.deliveries()[0].last_error) and receiver.got == []


class TestSilence:
    """Addresses that do not answer at all."""

    def test_are_left_alone_for_longer_and_longer(
        self,
        admin: User,
        made: WithSecret,
        receiver: Receiver,
        run_jobs: RunJobs,
        moved: MovedClock,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """Ten events to a dead address cost one timeout, not ten."""
        monkeypatch.setattr(sending, "TIMEOUT_SECONDS", 0.05)
        receiver.script[:] = [receivers.hangs]
        for _ in range(10):
            webhooks.tell(admin.organisation_id)
        run_jobs()
        assert len(receiver.got) == 1 and stored().silences == 1
        moved.forward(seconds=40)
        run_jobs()
        assert len(receiver.got) == 2
        moved.forward(seconds=40)
        run_jobs()
        assert len(receiver.got) == 2

        receiver.script[:] = [receivers.answers()]
        for _ in range(3):
            moved.forward(minutes=6)
            run_jobs()
        assert {row.state for row in webhooks.deliveries()} == {DeliveryState.DELIVERED}
        assert (stored().silences, stored().paused_until) == (0, None)


class TestForgetOld:
    """The daily round."""

    def test_drops_what_ended_a_month_ago(
        self, admin: User, made: WithSecret, run_jobs: RunJobs, moved: MovedClock
    ) -> None:
        webhooks.tell(admin.organisation_id)
        run_jobs()
        moved.forward(days=29)
        webhooks.tell(admin.organisation_id)
        with unit_of_work():
            assert deliveries.forget_old() == 0
        moved.forward(days=2)
        with unit_of_work():
            assert deliveries.forget_old() == 1
        moved.forward(days=60)
        with unit_of_work():
            assert deliveries.forget_old() == 0

        assert [row.state for row in webhooks.deliveries()] == [DeliveryState.PENDING]


class TestFail:
    """A job that could not even run."""

    def test_is_visible(self, admin: User, made: WithSecret) -> None:
        found = webhooks.delivery_to(made)
        with unit_of_work():
            deliveries.fail(found.id, "Every worker was lost.")

        assert webhooks.deliveries()[0].last_error == "Every worker was lost."
        assert webhooks.deliveries()[0].state == DeliveryState.FAILED
