"""The doors of `/api/webhooks`: the organisation's subscriptions, and which events there are."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Flask

from interview.accounts.policies import may
from interview.core.db import unit_of_work
from interview.core.guards import actor, guard
from interview.core.pages import Page
from interview.core.schema import PageQuery
from interview.webhooks import deliveries_api
from interview.webhooks import service as webhooks
from interview.webhooks.delivering import deliveries, sending
from interview.webhooks.models import WebhookDelivery, WebhookSubscription
from interview.webhooks.news.catalogue import EVENTS, Event
from interview.webhooks.schemas import (
    CreateWebhook,
    DeliveryDetail,
    EventCatalogue,
    UpdateWebhook,
    WebhookDetail,
    WebhookPage,
    WebhookWithSecret,
)
from interview.webhooks.service import WithSecret

bp = APIBlueprint("webhooks", __name__, url_prefix="/api/webhooks", tag="Webhooks")


def init(app: Flask) -> None:
    """Open the doors."""
    app.register_blueprint(bp)
    app.register_blueprint(deliveries_api.bp)


@bp.get("")
@guard(may("webhooks:write"))
@bp.input(PageQuery, location="query")
@bp.output(WebhookPage)
def list_webhooks(query_data: dict[str, Any]) -> Page[WebhookSubscription]:
    """List the organisation's webhooks, newest first, without their secrets."""
    return webhooks.list_subscriptions(actor().organisation_id, **query_data)


@bp.post("")
@guard(may("webhooks:write"))
@bp.input(CreateWebhook)
@bp.output(WebhookWithSecret, status_code=201)
def create_webhook(json_data: dict[str, Any]) -> dict[str, Any]:
    """Subscribe an address to events; its secret is shown this once."""
    by = actor()
    return _shown(webhooks.create(str(by.organisation_id), **json_data, by=by))


@bp.get("/events")
@guard(may("webhooks:write"))
@bp.output(EventCatalogue)
def list_events() -> dict[str, list[Event]]:
    """List the events that can be subscribed to, each with an example of its payload."""
    return {"items": list(EVENTS.values())}


@bp.get("/<webhook_id>")
@guard(may("webhooks:write"))
@bp.output(WebhookDetail)
def get_webhook(webhook_id: str) -> WebhookSubscription:
    """Show one webhook without its secret."""
    return webhooks.get(webhook_id, within=actor().organisation_id)


@bp.patch("/<webhook_id>")
@guard(may("webhooks:write"))
@bp.input(UpdateWebhook)
@bp.output(WebhookDetail)
def update_webhook(webhook_id: str, json_data: dict[str, Any]) -> WebhookSubscription:
    """Change a webhook's address, events or description, or switch it on or off."""
    return webhooks.update(webhooks.hold(webhook_id, within=actor().organisation_id), json_data, by=actor())


@bp.delete("/<webhook_id>")
@guard(may("webhooks:write"))
@bp.output({}, status_code=204)
def delete_webhook(webhook_id: str) -> str:
    """Delete a webhook and the record of its deliveries for good."""
    webhooks.delete(webhook_id, within=actor().organisation_id, by=actor())
    return ""


@bp.post("/<webhook_id>/rotate-secret")
@guard(may("webhooks:write"))
@bp.output(WebhookWithSecret)
def rotate_secret(webhook_id: str) -> dict[str, Any]:
    """Give a webhook a new secret, shown this once; messages carry both signatures for a day."""
    held = webhooks.hold(webhook_id, within=actor().organisation_id)
    return _shown(webhooks.rotate_secret(held, by=actor()))


@bp.post("/<webhook_id>/test")
@guard(may("webhooks:write"), owns_transactions=True)
@bp.output(DeliveryDetail)
def test_webhook(webhook_id: str) -> WebhookDelivery:
    """Send a test to a webhook's address now, on or off, and show what it answers."""
    within = actor().organisation_id
    with unit_of_work(write=False):
        order = deliveries.draft_test(webhooks.get(webhook_id, within=within))
    outcome = sending.send(order)
    with unit_of_work():
        return deliveries.keep_test(webhooks.hold(webhook_id, within=within), order, outcome, by=actor())


def _shown(made: WithSecret) -> dict[str, Any]:
    return {name: getattr(made.subscription, name) for name in WebhookDetail().fields} | {"secret": made.secret}
