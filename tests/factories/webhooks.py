"""Subscriptions and deliveries, for tests."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import undefer

from interview.accounts.models import Organisation
from interview.core.actors import OPERATOR
from interview.core.db import db, unit_of_work
from interview.webhooks import service as webhooks
from interview.webhooks.delivering.deliveries import publish
from interview.webhooks.models import WebhookDelivery
from interview.webhooks.news.catalogue import CHOICES, EventType
from interview.webhooks.service import WithSecret
from tests.factories import accounts

# A name that no DNS server knows.
NOWHERE = "https://receiver.invalid/hook"


def make_webhook(
    organisation: Organisation | None = None,
    *,
    url: str = NOWHERE,
    events: tuple[str, ...] = CHOICES,
    is_active: bool = True,
) -> WithSecret:
    """A committed subscription, in a new organisation where none is given."""
    where = organisation or accounts.make_organisation()
    with unit_of_work():
        return webhooks.create(where.id, url=url, events=events, description="", is_active=is_active, by=OPERATOR)


def tell(organisation_id: str, kind: EventType = EventType.CANDIDATE_CREATED, **data: Any) -> int:
    """A committed event; returns to how many subscriptions it goes."""
    with unit_of_work():
        return publish(kind, organisation_id=organisation_id, data=lambda: data or {"candidateId": 1})


def deliveries(**values: Any) -> list[WebhookDelivery]:
    """Every delivery as it is stored now, oldest first."""
    query = select(WebhookDelivery).filter_by(**values).order_by(WebhookDelivery.created_at, WebhookDelivery.id)
    full = query.options(undefer("*")).execution_options(populate_existing=True)
    return list(db.session.scalars(full))


def delivery_to(made: WithSecret) -> WebhookDelivery:
    """One committed pending delivery of this subscription."""
    tell(made.subscription.organisation_id)
    return deliveries(subscription_id=made.subscription.id)[-1]
