"""Messages for tests, and a mail server that remembers what it was given."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from aiosmtpd.controller import Controller

from interview.accounts.models import Organisation
from interview.core import clock
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from interview.core.jobs.models import Job, JobState
from interview.notifications import service as notifications
from interview.notifications.models import Message
from interview.notifications.service import Recipient
from interview.notifications.writing.kinds import kind_of
from tests.factories import accounts
from tests.providers.delivery.servers import closed_port

SENDER = "Northwind <hello@northwind.example>"
_numbers = count(1)


def recipient(**changes: Any) -> Recipient:
    """Somebody who can be reached on both channels."""
    values: dict[str, Any] = {
        "subject": "candidate:1",
        "name": "Candidate Example",
        "email": "candidate@example.org",
        "phone": "+15551234567",
        "timezone": "Europe/Berlin",
    }
    return Recipient(**(values | changes))


def soon(**after: float) -> datetime:
    """A moment from now."""
    return clock.now() + timedelta(**(after or {"hours": 1}))


def queue(
    organisation: Organisation | None = None,
    kind: str = "panel_invitation",
    *,
    values: Mapping[str, Any] | None = None,
    **more: Any,
) -> list[Message]:
    """Committed messages, in a new organisation where none is given; a kind that is e-mail alone by default."""
    where = organisation or accounts.make_organisation()
    told = {"to": recipient(), "key": f"key {next(_numbers)}", "about": "interview:1"} | more
    with unit_of_work():
        return notifications.send(
            kind, organisation_id=where.id, values=dict(kind_of(kind).sample) | dict(values or {}), **told
        )


def queue_one(*given: Any, **more: Any) -> Message:
    """The e-mail among them."""
    return next(message for message in queue(*given, **more) if message.channel == "email")


def run_due(app: Application) -> None:
    """Make every waiting job due and run it, once, whatever it plans next."""
    with unit_of_work():
        ids = [
            job.id for job in db.session.query(Job).filter(Job.state == JobState.PENDING, Job.kind == "send_message")
        ]
        for job in db.session.query(Job).filter(Job.id.in_(ids)):
            job.run_at = clock.now()
    for job_id in ids:
        app.extensions["jobs"]._run_job(job_id)
    db.session.expire_all()


def again(message: Message) -> Message:
    """The message as it stands now."""
    db.session.expire_all()
    found = db.session.get(Message, message.id)
    assert found
    return found


@contextmanager
def using(app: Application, **settings: Any) -> Iterator[None]:
    """Other settings for a while."""
    before = app.extensions["settings"]
    app.extensions["settings"] = replace(before, **settings)
    try:
        yield
    finally:
        app.extensions["settings"] = before


@dataclass
class Inbox:
    """What a mail server took, and what it is told to answer to each letter in turn."""

    letters: list[bytes] = field(default_factory=list)
    replies: list[str] = field(default_factory=list)
    port: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    async def handle_DATA(self, _: Any, __: Any, envelope: Any) -> str:  # noqa: N802
        with self.lock:
            reply = self.replies.pop(0) if self.replies else "250 2.0.0 OK"
            if reply.startswith("250"):
                self.letters.append(envelope.content)
        return reply

    @property
    def url(self) -> str:
        """Where it is."""
        return f"smtp://127.0.0.1:{self.port}"


@contextmanager
def mail_server() -> Iterator[Inbox]:
    """A mail server on a free port."""
    inbox = Inbox(port=closed_port())
    controller = Controller(inbox, hostname="127.0.0.1", port=inbox.port)
    controller.start()
    try:
        yield inbox
    finally:
        controller.stop()
