"""People who are to get a link to their account get it by e-mail, in the transaction that made it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from interview.accounts.models import User
from interview.accounts.signals import password_reset_asked, person_invited
from interview.core import clock
from interview.core.actors import OPERATOR
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from interview.notifications.models import Message
from tests.factories import accounts
from tests.factories import messages as made
from tests.factories.messages import Inbox

LINK = "https://interviews.example/r/secret"


@pytest.fixture
def user(app: Application) -> User:
    """A person."""
    return accounts.make_user()


def messages() -> list[Message]:
    """All of them."""
    return list(db.session.scalars(select(Message)))


class TestAccountMails:
    """Invitations and resets."""

    def test_an_invited_person_gets_the_link(self, app: Application, user: User, inbox: Inbox) -> None:
        with unit_of_work():
            person_invited.announce(
                user=user, link=LINK, expires_at=clock.now() + timedelta(days=7), by=user.as_actor()
            )
        made.run_due(app)

        assert [message.kind for message in messages()] == ["account_invitation"]
        assert b"r/secret" in inbox.letters[0].replace(b"=\r\n", b"") and user.name.encode() in inbox.letters[0]

    def test_who_forgot_a_password_gets_the_link(self, app: Application, user: User, inbox: Inbox) -> None:
        with unit_of_work():
            password_reset_asked.announce(user=user, link=LINK, expires_at=clock.now() + timedelta(hours=1))
        made.run_due(app)

        assert [(message.kind, message.state) for message in messages()] == [("password_reset", "sent")]

    def test_each_link_is_a_message_of_its_own(self, user: User) -> None:
        for link in (LINK, LINK, f"{LINK}2"):
            with unit_of_work():
                password_reset_asked.announce(user=user, link=link, expires_at=clock.now() + timedelta(hours=1))

        assert len(messages()) == 2 and all("secret" not in message.key for message in messages())

    def test_a_link_that_was_never_made_is_not_sent(self, user: User) -> None:
        with pytest.raises(ZeroDivisionError), unit_of_work():
            person_invited.announce(user=user, link=LINK, expires_at=clock.now(), by=OPERATOR)
            raise ZeroDivisionError

        assert messages() == []
