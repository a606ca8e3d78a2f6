"""A worker that dies while it tells a receiver: the message arrives all the same, perhaps twice, under one id."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import select

from interview.core.db import db
from interview.webhooks.models import DeliveryState, WebhookDelivery
from tests.factories import accounts, receivers, webhooks
from tests.trust import backstage
from tests.trust.nursery import Nursery

PATIENCE_SECONDS = 30.0
EVENTS = 20


def until(is_so: Callable[[], object]) -> None:
    """Wait for something that another process brings about."""
    latest = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        assert time.monotonic() < latest, "it never came about"
        time.sleep(0.02)


def states() -> list[str]:
    """Where the deliveries stand."""
    db.session.rollback()
    return list(db.session.scalars(select(WebhookDelivery.state)))


class TestKill:
    """SIGKILL between the request and its record."""

    def test_what_was_under_way_is_sent_again_under_the_same_id(self, nursery: Nursery, tmp_path: Path) -> None:
        settings: dict[str, Any] = {"OUTBOUND_NETWORKS": "127.0.0.0/8", "JOB_LEASE_SECONDS": "1"}
        with (
            receivers.receiving(receivers.hangs) as receiver,
            nursery.serving(tmp_path, **settings) as server,
            backstage.behind(server),
        ):
            made = webhooks.make_webhook(accounts.make_organisation(), url=receiver.url)
            for _ in range(EVENTS):
                webhooks.tell(made.subscription.organisation_id)
            until(lambda: receiver.got)
            server.kill()
            before = len(receiver.got)
            receiver.script[:] = [receivers.answers()]
            server.start()
            until(lambda: states() == [DeliveryState.DELIVERED] * EVENTS)

        ids = [got.headers["webhook-id"] for got in receiver.got]
        assert set(ids[:before]) <= set(ids[before:])
        assert len(set(ids)) == EVENTS and len(ids) == EVENTS + before
        assert len({got.body for got in receiver.got if got.headers["webhook-id"] == ids[0]}) == 1
