"""Messages through a mail server while worker processes are killed: what arrived, how often, and what the rows say."""

from __future__ import annotations

import asyncio
import os
import random
import re
import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from sqlalchemy import func, select

from interview.core.db import db, unit_of_work
from interview.notifications import service as notifications
from interview.notifications.models import Message
from interview.notifications.service import Recipient
from tests.factories import accounts
from tests.live_server import LiveServer, free_port, fresh_database
from tests.trust import backstage
from tests.trust.nursery import SETTINGS, Nursery

LEASE_SECONDS = 2
BATCH = 500
MESSAGE_ID = re.compile(rb"^Message-ID: <([0-9a-f]{32})\.1@", re.M | re.I)
SETTLED = ("sent", "failed", "withdrawn", "unconfirmed")


@dataclass
class Postbox:
    """A mail server that counts how often it took each message, after a moment in which its client may die."""

    port: int
    longest_moment: float = 0.004
    taken: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    async def handle_DATA(self, _: Any, __: Any, envelope: Any) -> str:  # noqa: N802
        await asyncio.sleep(random.uniform(0, self.longest_moment))
        found = MESSAGE_ID.search(envelope.content)
        with self.lock:
            self.taken[found[1].decode() if found else "none"] += 1
        await asyncio.sleep(random.uniform(0, self.longest_moment))
        return "250 2.0.0 OK"


@dataclass(frozen=True)
class Tally:
    """What came of the messages: by the mail server's count and by the rows."""

    queued: int
    delivered: int
    duplicates: int
    lost: int
    unconfirmed: int
    failed: int
    kills: int
    seconds: float

    @property
    def per_second(self) -> float:
        """Messages a second, kills and leases included."""
        return self.delivered / self.seconds if self.seconds else 0.0


@dataclass
class Office:
    """Workers on one database, sending by one postbox."""

    nursery: Nursery
    site: LiveServer
    postbox: Postbox
    pids: list[int] = field(default_factory=list)
    kills: int = 0

    def hire(self, count: int = 1) -> None:
        """Start workers."""
        for _ in range(count):
            self.pids.append(self.nursery.fork(self.site.environment, self.site.console, module="tests.trust.worker"))

    def kill(self) -> None:
        """Kill the worker that has been there longest, as a power cut would."""
        os.killpg(self.pids.pop(0), signal.SIGKILL)
        self.kills += 1

    def dismiss(self) -> None:
        """End all of them."""
        for pid in self.pids:
            os.killpg(pid, signal.SIGKILL)
        self.pids.clear()

    def queue(self, count: int, *, kind: str = "panel_invitation", send_at: datetime | None = None) -> None:
        """Queue so many messages."""
        home = accounts.make_organisation()
        for first in range(0, count, BATCH):
            with unit_of_work():
                for number in range(first, min(first + BATCH, count)):
                    notifications.send(
                        kind,
                        to=Recipient(subject=f"user:{number}", name="Person", email=f"person{number}@example.org"),
                        organisation_id=home.id,
                        key=f"{kind}:{number}",
                        values={"interview_title": "First round", "candidate_name": "Candidate Example"},
                        about=f"interview:{number}",
                        send_at=send_at,
                    )
            db.session.expunge_all()

    def states(self) -> Counter[str]:
        """How many messages are in each state."""
        found = Counter(
            dict(db.session.execute(select(Message.state, func.count()).group_by(Message.state)).tuples().all())
        )
        db.session.rollback()
        return found

    def until_taken(self, count: int, *, seconds: float) -> None:
        """Wait until the postbox has so many messages; raises `TimeoutError`."""
        latest = time.monotonic() + seconds
        while len(self.postbox.taken) < count:
            _check(latest, self)
            time.sleep(0.005)

    def until_settled(self, *, seconds: float) -> None:
        """Wait until no message waits or is under way; raises `TimeoutError`."""
        latest = time.monotonic() + seconds
        while sum(number for state, number in self.states().items() if state not in SETTLED):
            _check(latest, self)
            time.sleep(0.1)

    def tally(self, *, seconds: float) -> Tally:
        """Compare what arrived with what the rows say."""
        taken, states = self.postbox.taken, self.states()
        sent = set(db.session.scalars(select(Message.id).where(Message.state == "sent")))
        unsettled = sum(number for state, number in states.items() if state not in SETTLED)
        return Tally(
            queued=sum(states.values()),
            delivered=len(taken),
            duplicates=sum(taken.values()) - len(taken),
            lost=len(sent - set(taken)) + unsettled,
            unconfirmed=states["unconfirmed"],
            failed=states["failed"],
            kills=self.kills,
            seconds=seconds,
        )


def _check(latest: float, office: Office) -> None:
    if time.monotonic() > latest:
        raise TimeoutError(f"not in time: {office.states()}, {len(office.postbox.taken)} taken")


@contextmanager
def office(nursery: Nursery, folder: Path) -> Iterator[Office]:
    """Nobody yet, at an empty database, with a postbox."""
    postbox = Postbox(free_port())
    controller = Controller(postbox, hostname="127.0.0.1", port=postbox.port)
    controller.start()
    try:
        with fresh_database() as database_url:
            settings = SETTINGS | {
                "JOB_LEASE_SECONDS": str(LEASE_SECONDS),
                "SMTP_URL": f"smtp://127.0.0.1:{postbox.port}",
                "EMAIL_FROM": "Northwind <hello@northwind.example>",
                "LOG_LEVEL": "WARNING",
            }
            site = LiveServer(folder, database_url=database_url, **settings)
            with backstage.behind(site):
                db.create_all()
                found = Office(nursery, site, postbox)
                try:
                    yield found
                finally:
                    found.dismiss()
    finally:
        controller.stop()


def endure(place: Office, *, messages: int, kills: int, workers: int, seconds: float) -> Tally:
    """Queue messages, send them while workers are killed at even distances, and count."""
    place.queue(messages)
    began = time.monotonic()
    place.hire(workers)
    for number in range(kills):
        place.until_taken((number + 1) * messages // (kills + 1), seconds=seconds)
        # Anywhere in a letter's way, not only where the count has just risen.
        time.sleep(random.uniform(0, 0.05))
        place.kill()
        place.hire()
    place.until_settled(seconds=seconds)
    return place.tally(seconds=time.monotonic() - began)
