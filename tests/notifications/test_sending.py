"""Three tries, never twice: what each end of a try makes of a message."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from interview.core import clock
from interview.core.actors import OPERATOR
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from interview.core.jobs import ledger
from interview.core.jobs.models import Job
from interview.notifications import jobs as notifications_jobs
from interview.notifications import sending, suppliers
from interview.notifications import service as notifications
from interview.notifications.models import Message, MessageAttempt, QuietChannel
from interview.providers.delivery.failures import DeliveryUnconfirmed
from tests.factories import accounts, messages
from tests.factories.messages import Inbox


def attempts(message: Message) -> list[tuple[int, str]]:
    """The attempts of a message, oldest first."""
    query = select(MessageAttempt).where(MessageAttempt.message_id == message.id).order_by(MessageAttempt.number)
    return [(attempt.number, attempt.outcome) for attempt in db.session.scalars(query)]


class Supplier:
    """A supplier that dies, or is silent, where it is told to."""

    name = "scripted"

    def __init__(self, before: Callable[[], Any] | None = None, after: Callable[[], Any] | None = None) -> None:
        self.before, self.after = before, after
        self.took = 0

    def deliver(self, parcel: Any, *, before_hand_over: Callable[[], None]) -> str | None:
        """Call, mark, take, call."""
        if self.before:
            self.before()
        before_hand_over()
        self.took += 1
        if self.after:
            self.after()
        return "reference"


class Death(BaseException):
    """What ends a worker."""


def die() -> None:
    """End the worker."""
    raise Death


@pytest.fixture
def supplier(inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> Supplier:
    """The supplier in force."""
    scripted = Supplier()
    monkeypatch.setattr(suppliers, "supplier_of", lambda *_: scripted)
    return scripted


def lease_ends() -> None:
    """Let the dead worker's lease run out."""
    with unit_of_work():
        for job in db.session.scalars(select(Job).where(Job.state == "running")):
            job.lease_until = clock.now() - timedelta(seconds=1)


def work(app: Application) -> None:
    """Run what is due in this moment, as a worker that can die."""
    with unit_of_work(write=False):
        due = ledger.due(limit=10)
    for job_id in due:
        try:
            app.extensions["jobs"]._run_job(job_id)
        except Death:
            db.session.rollback()
    db.session.expire_all()


class TestTry:
    """What the server says."""

    def test_a_letter_that_was_taken_is_sent(self, app: Application, inbox: Inbox) -> None:
        message = messages.queue_one()
        messages.run_due(app)
        message = messages.again(message)

        assert (message.state, message.reason, message.supplier) == ("sent", None, "smtp")
        assert message.sent_at and attempts(message) == [(1, "accepted")] and len(inbox.letters) == 1

    def test_a_temporary_refusal_is_tried_three_times_later_and_later(self, app: Application, inbox: Inbox) -> None:
        inbox.replies = ["451 4.3.0 later"] * 3
        message = messages.queue_one()
        for _ in range(5):
            messages.run_due(app)
        message = messages.again(message)

        assert message.state == "failed" and "451 4.3.0" in str(message.reason)
        assert attempts(message) == [(1, "delayed"), (2, "delayed"), (3, "delayed")] and inbox.letters == []

    def test_the_second_try_can_work_under_the_same_message_id(self, app: Application, inbox: Inbox) -> None:
        inbox.replies = ["451 4.3.0 later"]
        message = messages.queue_one()
        messages.run_due(app)
        assert messages.again(message).state == "queued"
        messages.run_due(app)

        assert messages.again(message).state == "sent" and f"{message.id}.1@".encode() in inbox.letters[0]

    def test_a_permanent_refusal_is_final(self, app: Application, inbox: Inbox) -> None:
        inbox.replies = ["554 5.7.1 spam"]
        message = messages.queue_one()
        for _ in range(2):
            messages.run_due(app)

        assert messages.again(message).state == "failed" and attempts(message) == [(1, "refused")]

    def test_nobody_there_is_an_attempt_without_a_hand_over(self, app: Application) -> None:
        with messages.using(app, smtp_url="smtp://127.0.0.1:9", email_from=messages.SENDER):
            message = messages.queue_one()
            messages.run_due(app)
        attempt = db.session.scalars(select(MessageAttempt)).one()

        assert messages.again(message).state == "queued" and attempt.handed_over_at is None and attempt.next_try_at

    def test_no_answer_after_the_hand_over_is_unconfirmed(self, app: Application, supplier: Supplier) -> None:
        def be_silent() -> None:
            raise DeliveryUnconfirmed("no answer")

        supplier.after = be_silent
        message = messages.queue_one()
        for _ in range(2):
            messages.run_due(app)

        assert messages.again(message).state == "unconfirmed" and supplier.took == 1

    @pytest.mark.parametrize("reply", ["250 OK", "550 5.1.1 <candidate@example.org> is nobody"])
    def test_neither_addresses_nor_words_are_logged(
        self, app: Application, inbox: Inbox, caplog: pytest.LogCaptureFixture, reply: str
    ) -> None:
        inbox.replies = [reply]
        caplog.set_level("DEBUG", logger="interview")
        message = messages.queue_one(values={"link": "https://interviews.example/i/secret"})
        messages.run_due(app)
        job = db.session.scalars(select(Job)).one()
        ours = [str(line.msg) for line in caplog.records if line.name.startswith("interview")]
        told = " ".join(ours) + str(messages.again(message).reason) + str(job.error) + str(job.args)

        assert "message tried" in told and "example.org" not in told and "secret" not in told


class TestWait:
    """How long until the next try."""

    @pytest.mark.parametrize(("tries", "shortest"), [(1, 15), (2, 60), (3, 240)])
    def test_grows_with_jitter(self, tries: int, shortest: float) -> None:
        waits = {sending.wait_seconds(tries) for _ in range(50)}

        assert len(waits) > 1 and shortest <= min(waits) and max(waits) <= shortest * 1.25

    def test_is_never_shorter_than_asked_nor_endless(self) -> None:
        assert sending.wait_seconds(1, asked=500) == 500
        assert sending.wait_seconds(1, asked=1e9) == sending.LONGEST_WAIT_SECONDS


class TestDeath:
    """A worker dies."""

    def test_before_the_hand_over_it_is_tried_again(self, app: Application, supplier: Supplier) -> None:
        supplier.before = die
        message = messages.queue_one()
        work(app)
        assert messages.again(message).state == "queued"
        supplier.before = None
        lease_ends()
        work(app)

        assert messages.again(message).state == "sent" and supplier.took == 1

    def test_after_it_nobody_can_know(self, app: Application, supplier: Supplier) -> None:
        supplier.after = die
        message = messages.queue_one()
        work(app)
        assert messages.again(message).state == "sending"
        supplier.after = None
        lease_ends()
        work(app)
        message = messages.again(message)

        assert (message.state, message.reason) == ("unconfirmed", sending.DIED) and supplier.took == 1
        assert attempts(message) == [(1, "unconfirmed")]

    def test_again_and_again_fails_for_people_to_see(
        self, app: Application, supplier: Supplier, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(notifications, "MOST_DEATHS", 2)
        supplier.before = die
        message = messages.queue_one()
        for _ in range(3):
            work(app)
            lease_ends()

        assert messages.again(message).state == "failed" and supplier.took == 0

    def test_a_worker_that_lost_its_lease_hands_nothing_over(self, app: Application, supplier: Supplier) -> None:
        """The first worker stands still until another one has sent the message."""

        def stand_still() -> None:
            supplier.before = None
            db.session.rollback()
            lease_ends()
            work(app)

        supplier.before = stand_still
        message = messages.queue_one()
        work(app)

        assert messages.again(message).state == "sent" and supplier.took == 1


class TestMeanwhile:
    """What changes between queueing and sending."""

    def test_withdrawn_while_the_supplier_is_asked(self, app: Application, supplier: Supplier) -> None:
        def withdraw() -> None:
            db.session.rollback()
            with unit_of_work():
                notifications.withdraw(about="interview:1")

        supplier.before = withdraw
        message = messages.queue_one()
        work(app)

        assert messages.again(message).state == "withdrawn" and supplier.took == 0

    def test_silenced_before_the_reminder(self, app: Application, inbox: Inbox) -> None:
        home = accounts.make_organisation()
        message = messages.queue_one(home, send_at=messages.soon())
        with unit_of_work():
            notifications.keep_quiet("candidate:1", ["email"], organisation_id=home.id, by=OPERATOR)
        messages.run_due(app)

        assert messages.again(message).state == "silenced" and inbox.letters == []
        assert db.session.scalars(select(QuietChannel)).one().channel == "email"

    def test_a_reminder_whose_moment_has_passed_is_not_sent(self, app: Application, inbox: Inbox) -> None:
        past = clock.wire(clock.now() - timedelta(minutes=1))
        message = messages.queue_one(kind="panel_reminder", values={"starts_at": past})
        messages.run_due(app)

        assert messages.again(message).state == "withdrawn" and inbox.letters == []

    def test_an_old_try_leaves_a_message_that_was_queued_again_alone(self, app: Application, inbox: Inbox) -> None:
        message = messages.queue_one(send_at=messages.soon())
        with unit_of_work():
            notifications.requeue(notifications.hold(message.id))
        for _ in range(2):
            messages.run_due(app)

        assert len(inbox.letters) == 1

    def test_a_link_to_an_account_is_forgotten_once_sent(self, app: Application, inbox: Inbox) -> None:
        message = messages.queue_one(kind="password_reset", values={"link": "https://interviews.example/r/secret"})
        messages.run_due(app)

        assert b"r/secret" in inbox.letters[0].replace(b"=\r\n", b"")
        assert "secret" not in str(notifications.unseal(messages.again(message)))


class TestHeld:
    """Messages without credentials."""

    def test_a_due_reminder_is_held_and_sent_once_there_are_credentials(self, app: Application) -> None:
        message = messages.queue_one(send_at=messages.soon())
        messages.run_due(app)
        assert messages.again(message).state == "held"
        with messages.mail_server() as inbox, messages.using(app, smtp_url=inbox.url, email_from=messages.SENDER):
            with unit_of_work():
                notifications_jobs.release_held_messages()
            messages.run_due(app)

            assert messages.again(message).state == "sent" and len(inbox.letters) == 1

    def test_stay_held_without_them(self, app: Application) -> None:
        message = messages.queue_one()
        with unit_of_work():
            assert sending.release_held() == 0

        assert messages.again(message).state == "held"
