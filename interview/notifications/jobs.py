"""The queue `notification-queue`: its jobs send messages, and release what waited for credentials."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask

from interview.core import logs
from interview.core.db import unit_of_work
from interview.core.jobs.handlers import Run, handles
from interview.core.jobs.periodic import every
from interview.notifications import sending
from interview.notifications.sending import NoLongerWanted, Verdict
from interview.notifications.service import SEND

logger = logs.get(__name__)

RELEASE_SECONDS = int(timedelta(minutes=1).total_seconds())


def _on_failure(run: Run, words: str) -> None:
    sending.give_up(run.args["message_id"], words)


@handles(SEND, on_failure=_on_failure)
def send_message(run: Run) -> None:
    """Try once to hand a message over; a further try is a job of its own."""
    message_id = run.args["message_id"]
    with unit_of_work(write=False):
        found = sending.prepare(message_id, edition=run.args["edition"], tries=run.args["tries"])
    if found is None:
        return
    if isinstance(found, Verdict):
        with run.last_step():
            sending.settle(message_id, found)
        return

    def mark() -> None:
        with run.step():
            sending.hand_over(found)

    try:
        delivered = found.deliver(mark)
    except NoLongerWanted:
        return
    with run.last_step():
        sending.conclude(found, delivered)
    logger.info("message tried", message=message_id, outcome=delivered.outcome.value, supplier=found.supplier.name)


@every(RELEASE_SECONDS, "release_held_messages")
def release_held_messages() -> None:
    """Queue what was held for want of credentials, once there are some."""
    sending.release_held()


def init(app: Flask) -> None:
    """Nothing to attach: importing this registers the handlers."""
