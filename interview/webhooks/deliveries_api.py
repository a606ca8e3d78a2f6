"""The doors of `/api/webhooks/<id>/deliveries`: what was sent, what came back, and sending it again."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint

from interview.accounts.policies import may
from interview.core.guards import actor, guard
from interview.core.pages import Page
from interview.webhooks import service as webhooks
from interview.webhooks.delivering import deliveries
from interview.webhooks.models import WebhookDelivery
from interview.webhooks.schemas import DeliveryDetail, DeliveryPage, DeliveryQuery

bp = APIBlueprint("webhook_deliveries", __name__, url_prefix="/api/webhooks/<webhook_id>/deliveries", tag="Webhooks")


@bp.get("")
@guard(may("webhooks:write"))
@bp.input(DeliveryQuery, location="query")
@bp.output(DeliveryPage)
def list_deliveries(webhook_id: str, query_data: dict[str, Any]) -> Page[WebhookDelivery]:
    """List what was and is sent to a webhook, newest first, in one state or in all."""
    return deliveries.list_deliveries(webhooks.get(webhook_id, within=actor().organisation_id), **query_data)


@bp.get("/<delivery_id>")
@guard(may("webhooks:write"))
@bp.output(DeliveryDetail)
def get_delivery(webhook_id: str, delivery_id: str) -> WebhookDelivery:
    """Show one delivery with what was sent and the beginning of the last answer."""
    return deliveries.get(delivery_id, subscription=webhooks.get(webhook_id, within=actor().organisation_id))


@bp.post("/<delivery_id>/replay")
@guard(may("webhooks:write"))
@bp.output(DeliveryDetail, status_code=202)
def replay_delivery(webhook_id: str, delivery_id: str) -> WebhookDelivery:
    """Send a delivery again, with the same id and the same body."""
    held = webhooks.hold(webhook_id, within=actor().organisation_id)
    return deliveries.replay(deliveries.get(delivery_id, subscription=held), held, by=actor())
