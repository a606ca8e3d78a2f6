"""Messages are queued with their cause, once, for those who want to hear."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from interview.core.actors import OPERATOR
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from interview.core.jobs.models import Job
from interview.notifications import service as notifications
from interview.notifications.errors import UnknownKind
from interview.notifications.models import Channel, Message
from tests.factories import accounts, messages
from tests.factories.messages import Inbox


def states(made: list[Message]) -> dict[str, str]:
    """How each channel's message stands."""
    return {message.channel: message.state for message in made}


def jobs() -> list[Job]:
    """The queue's jobs."""
    return list(db.session.scalars(select(Job).where(Job.kind == notifications.SEND)))


class TestSend:
    """Queueing."""

    def test_makes_one_message_for_each_channel_of_the_kind(self, inbox: Inbox) -> None:
        made = messages.queue(kind="interview_invitation")

        assert states(made) == {"email": "queued", "sms": "held"} and len(jobs()) == 1
        assert made[0].title == "Invitation: Backend engineer, first round, Monday, 18 March 2030, 14:00 (CET)"

    def test_the_same_key_is_the_same_messages(self, inbox: Inbox) -> None:
        home = accounts.make_organisation()
        first, second = (messages.queue(home, key="k") for _ in range(2))

        assert [message.id for message in first] == [message.id for message in second] and len(jobs()) == 1

    def test_the_same_key_at_the_same_time_is_one_message(self, app: Application, inbox: Inbox) -> None:
        home = accounts.make_organisation()
        db.session.remove()

        def queue(_: int) -> str:
            with app.app_context():
                try:
                    return messages.queue(home, key="k")[0].id
                finally:
                    db.session.remove()

        with ThreadPoolExecutor(6) as threads:
            ids = list(threads.map(queue, range(6)))

        assert len(set(ids)) == 1 and len(jobs()) == 1

    def test_another_organisation_s_key_is_another(self, inbox: Inbox) -> None:
        assert messages.queue(key="k")[0].id != messages.queue(key="k")[0].id

    def test_a_rolled_back_cause_sends_nothing(self, app: Application) -> None:
        home = accounts.make_organisation()
        with pytest.raises(ZeroDivisionError), unit_of_work():
            notifications.send(
                "test_message", to=messages.recipient(), organisation_id=home.id, key="k", values={}, about=None
            )
            raise ZeroDivisionError

        assert db.session.scalars(select(Message)).all() == [] and jobs() == []

    def test_an_unknown_kind_is_refused(self, app: Application) -> None:
        with pytest.raises(UnknownKind), unit_of_work():
            notifications.send("none", to=messages.recipient(), organisation_id="o", key="k", values={})

    def test_without_credentials_it_is_held_and_says_which_setting(self, app: Application) -> None:
        message = messages.queue_one()

        assert message.state == "held" and "SMTP_URL or SENDGRID_API_KEY, EMAIL_FROM" in str(message.reason)
        assert jobs() == [] and notifications.waits_for_credentials(Channel.EMAIL)

    def test_only_channels_with_an_address(self, inbox: Inbox) -> None:
        made = messages.queue(kind="interview_invitation", to=messages.recipient(phone=None))

        assert states(made) == {"email": "queued"}

    def test_nobody_to_reach_is_seen(self, inbox: Inbox) -> None:
        made = messages.queue(kind="interview_invitation", to=messages.recipient(phone=None, email=" "))

        assert states(made) == {"email": "failed"} and jobs() == []

    def test_a_quiet_channel_is_silenced(self, inbox: Inbox) -> None:
        home = accounts.make_organisation()
        with unit_of_work():
            notifications.keep_quiet("candidate:1", ["sms"], organisation_id=home.id, by=OPERATOR)
        made = messages.queue(home, kind="interview_invitation")

        assert states(made) == {"email": "queued", "sms": "silenced"}

    def test_security_of_an_account_is_never_silenced(self, inbox: Inbox) -> None:
        home = accounts.make_organisation()
        with unit_of_work():
            notifications.keep_quiet("candidate:1", ["email"], organisation_id=home.id, by=OPERATOR)

        assert messages.queue_one(home, kind="password_reset").state == "queued"

    def test_later_waits_as_a_job(self, inbox: Inbox) -> None:
        when = messages.soon(hours=2)
        message = messages.queue_one(send_at=when)

        assert message.state == "queued" and jobs()[0].run_at == when

    def test_what_it_says_is_not_readable_in_the_database(self, inbox: Inbox) -> None:
        message = messages.queue_one(values={"link": "https://interviews.example/i/secret"})

        assert "secret" not in message.sealed and "secret" not in message.title


class TestWithdraw:
    """Taking back what was not sent yet."""

    def test_takes_the_waiting_ones_of_the_kinds(self, app: Application) -> None:
        home = accounts.make_organisation()
        kept = messages.queue_one(home, kind="interview_invitation", to=messages.recipient(phone=None))
        reminders = [messages.queue_one(home, kind="panel_reminder", send_at=messages.soon()) for _ in range(2)]
        other = messages.queue_one(home, kind="panel_reminder", about="interview:2")
        with unit_of_work():
            count = notifications.withdraw(about="interview:1", kinds={"panel_reminder"})

        assert count == 2 and {messages.again(one).state for one in reminders} == {"withdrawn"}
        assert {messages.again(one).state for one in (kept, other)} == {"held"}

    def test_a_withdrawn_reminder_is_not_sent(self, app: Application, inbox: Inbox) -> None:
        message = messages.queue_one(send_at=messages.soon())
        with unit_of_work():
            notifications.withdraw(about="interview:1")
        messages.run_due(app)

        assert messages.again(message).state == "withdrawn" and inbox.letters == []

    def test_what_was_sent_stays_sent(self, app: Application, inbox: Inbox) -> None:
        message = messages.queue_one()
        messages.run_due(app)
        with unit_of_work():
            assert notifications.withdraw(about="interview:1") == 0

        assert messages.again(message).state == "sent"

    def test_a_new_key_after_it_is_a_new_reminder(self, app: Application, inbox: Inbox) -> None:
        home = accounts.make_organisation()
        messages.queue_one(home, key="reminder:1", send_at=messages.soon())
        with unit_of_work():
            notifications.withdraw(about="interview:1")
        messages.queue_one(home, key="reminder:2", send_at=messages.soon(hours=5))
        messages.run_due(app)

        assert len(inbox.letters) == 1
