"""A mail server that the app sends by."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from interview.core.http import Application
from tests.factories import messages
from tests.factories.messages import Inbox


@pytest.fixture
def inbox(app: Application) -> Iterator[Inbox]:
    """The server, with the app configured for it."""
    with messages.mail_server() as found, messages.using(app, smtp_url=found.url, email_from=messages.SENDER):
        yield found
