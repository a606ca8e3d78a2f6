"""Background work of webhooks: send what is due, forget what is old."""

from __future__ import annotations

from flask import Flask

from interview.core.jobs.handlers import Run, handles
from interview.core.jobs.periodic import every
from interview.webhooks.delivering import deliveries, sending
from interview.webhooks.delivering.deliveries import DELIVER

DAY_SECONDS = 86_400


def init(app: Flask) -> None:
    """Nothing to attach: importing this registers the work."""


def _on_failure(run: Run, words: str) -> None:
    deliveries.fail(run.args["delivery_id"], words)


@handles(DELIVER, on_failure=_on_failure)
def deliver_webhook(run: Run) -> None:
    """Try a delivery once, outside of every transaction; a worker that dies in it leaves it to be sent again."""
    with run.step():
        order = deliveries.begin(**run.args)
    if order is None:
        return
    outcome = sending.send(order)
    with run.last_step():
        deliveries.keep(**run.args, outcome=outcome)


@every(DAY_SECONDS, "forget_old_deliveries")
def forget_old_deliveries() -> None:
    """Drop deliveries that ended a month ago."""
    deliveries.forget_old()
