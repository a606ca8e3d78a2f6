"""Reminders by real worker processes and a real mail server: each arrives once, whoever is killed before it is due."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from interview.core import clock
from interview.core.actors import OPERATOR
from interview.core.db import db, unit_of_work
from interview.core.jobs.models import Job, JobState
from interview.notifications.models import Message
from interview.scheduling import panel
from interview.scheduling import service as scheduling
from interview.scheduling.models import Interview
from tests.factories import accounts, interviews, messages
from tests.factories.messages import Inbox
from tests.live_server import LiveServer, fresh_database
from tests.trust import backstage
from tests.trust.nursery import SETTINGS, Nursery

PATIENCE_SECONDS = 30.0
QUARTER = timedelta(minutes=15)
DUE_IN = timedelta(seconds=2)


@dataclass
class Office:
    """Workers on one database, sending by one mail server."""

    nursery: Nursery
    site: LiveServer
    inbox: Inbox
    pids: list[int] = field(default_factory=list)

    def hire(self, count: int) -> None:
        """Start workers and wait until they work."""
        for _ in range(count):
            self.pids.append(self.nursery.fork(self.site.environment, self.site.console, module="tests.trust.worker"))
        until(lambda: all((self.site.folder / f"ready.{pid}").exists() for pid in self.pids))

    def dismiss(self) -> None:
        """Kill all of them."""
        for pid in self.pids:
            os.killpg(pid, signal.SIGKILL)
        self.pids.clear()

    def letters(self) -> Counter[str]:
        """How many letters came with each word for its kind in the subject."""
        with self.inbox.lock:
            return Counter("Reminder" if b"Subject: Reminder" in letter else "other" for letter in self.inbox.letters)


def until(is_so: object) -> None:
    """Wait until something is so."""
    latest = time.monotonic() + PATIENCE_SECONDS
    while not is_so():  # type: ignore[operator]
        assert time.monotonic() < latest, "it took too long"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    """The process that workers are forked from."""
    found = Nursery()
    yield found
    found.close()


@pytest.fixture
def office(nursery: Nursery, tmp_path: Path) -> Iterator[Office]:
    """Nobody yet, on an empty database."""
    with fresh_database() as database_url, messages.mail_server() as inbox:
        settings = SETTINGS | {"SMTP_URL": inbox.url, "EMAIL_FROM": messages.SENDER, "JOB_LEASE_SECONDS": "2"}
        found = Office(nursery, LiveServer(tmp_path, database_url=database_url, **settings), inbox)
        with backstage.behind(found.site):
            db.create_all()
            try:
                yield found
            finally:
                found.dismiss()


def scheduled() -> Interview:
    """An interview whose last reminder is due in a moment, with one person on its panel."""
    interviewer = accounts.make_user(role="interviewer")
    candidate = interviews.make_candidate(interviewer.organisation, email="candidate@example.org")
    with unit_of_work():
        return scheduling.create(
            within=interviewer.organisation_id,
            candidate_id=candidate.id,
            panel=panel.seats([interviewer.id]),
            scheduled_at=clock.now() + QUARTER + DUE_IN,
            allows_reschedule=True,
            reschedule_deadline_hours=0,
            by=OPERATOR,
        )


def waiting() -> int:
    """How many messages have not left yet."""
    db.session.rollback()
    return len(db.session.scalars(select(Message.id).where(Message.state.in_(["queued", "sending"]))).all())


class TestTwoWorkers:
    """Two processes see the same reminder come due."""

    def test_each_reminder_arrives_once_though_workers_were_killed_before(self, office: Office) -> None:
        scheduled()
        office.hire(2)
        office.dismiss()
        office.hire(2)
        until(lambda: waiting() == 0)

        assert office.letters() == {"Reminder": 2, "other": 2}
        reminded = db.session.scalars(select(Message).where(Message.kind.like("%reminder"))).all()
        assert all(one.sent_at and one.send_at and one.sent_at >= one.send_at for one in reminded)

    def test_what_was_moved_is_reminded_of_at_its_new_time_alone(self, office: Office) -> None:
        made = scheduled()
        with unit_of_work():
            later = clock.now() + QUARTER + 2 * DUE_IN
            scheduling.reschedule(scheduling.hold(made.id), starts_at=later, by=OPERATOR)
        office.hire(2)
        until(lambda: office.letters()["Reminder"] == 2 and waiting() == 0 and not pending())

        assert office.letters() == {"Reminder": 2, "other": 2}
        sent = db.session.scalars(select(Message.key).where(Message.kind.like("%reminder"), Message.state == "sent"))
        assert all(":1:15" in key for key in sent)


def pending() -> list[str]:
    """Sends that are still to come."""
    db.session.rollback()
    query = select(Job.id).where(Job.kind == "send_message", Job.state != JobState.DONE)
    return list(db.session.scalars(query))
