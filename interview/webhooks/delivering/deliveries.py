"""Every decision about deliveries: what is written for an event, when it is tried, and what is kept of a try."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import CursorResult, delete, insert, select
from sqlalchemy.orm import undefer

from interview.core import audit, clock, current, ids, pages
from interview.core.actors import Actor
from interview.core.db import db
from interview.core.jobs import service as jobs
from interview.core.pages import Page
from interview.webhooks import service as webhooks
from interview.webhooks.delivering import schedule
from interview.webhooks.delivering.sending import Order, Outcome
from interview.webhooks.errors import DeliveryNotFound, WebhookOff
from interview.webhooks.models import DeliveryState, OffReason, WebhookDelivery, WebhookSubscription, new_event_id
from interview.webhooks.news import payloads
from interview.webhooks.news.catalogue import EventType

DELIVER = "deliver_webhook"
KEPT = timedelta(days=30)
LONGEST_ERROR = 300
OFF = "The webhook was switched off before this could be sent."


def publish(kind: EventType, *, organisation_id: str, data: Callable[[], Mapping[str, Any]]) -> int:
    """Write an event for everybody who wants it, in the present transaction; returns for how many.

    `data` is asked for only where somebody does. One look-up, and where it finds somebody two inserts in all.
    """
    wanted = webhooks.subscribed(organisation_id, kind)
    if not wanted:
        return 0
    now, event_id = clock.now(), new_event_id()
    payload = payloads.written(kind, data(), at=now)
    rows: list[dict[str, Any]] = [
        {
            "id": ids.opaque(),
            "subscription_id": subscription_id,
            "event_id": event_id,
            "type": kind.value,
            "payload": payload,
            "try_key": ids.opaque(),
            "next_try_at": now,
            "created_at": now,
        }
        for subscription_id in wanted
    ]
    db.session.execute(insert(WebhookDelivery), rows)
    jobs.submit_new(DELIVER, {_job_key(row["try_key"]): _job_args(row["id"], row["try_key"]) for row in rows})
    return len(rows)


def _job_key(try_key: str) -> str:
    return f"{DELIVER}:{try_key}"


def _job_args(delivery_id: str, try_key: str) -> dict[str, str]:
    return {"delivery_id": delivery_id, "try_key": try_key}


def list_deliveries(
    subscription: WebhookSubscription, *, state: str | None, limit: int, cursor: str | None
) -> Page[WebhookDelivery]:
    """What was and is sent to a subscription, newest first, in one state or in all."""
    query = select(WebhookDelivery).where(WebhookDelivery.subscription_id == subscription.id)
    if state is not None:
        query = query.where(WebhookDelivery.state == state)
    return pages.page(
        query,
        newest_by=WebhookDelivery.created_at,
        id_column=WebhookDelivery.id,
        limit=limit,
        cursor=cursor,
        signed_with=current.keyring().derive("cursors"),
    )


def get(delivery_id: str, *, subscription: WebhookSubscription) -> WebhookDelivery:
    """A delivery of this subscription with its payload and the last answer; raises `DeliveryNotFound`."""
    query = (
        select(WebhookDelivery)
        .where(WebhookDelivery.id == delivery_id, WebhookDelivery.subscription_id == subscription.id)
        .options(undefer(WebhookDelivery.payload), undefer(WebhookDelivery.last_answer))
    )
    found = db.session.scalar(query)
    if found is None:
        raise DeliveryNotFound("There is no such delivery.")
    return found


def replay(delivery: WebhookDelivery, subscription: WebhookSubscription, *, by: Actor) -> WebhookDelivery:
    """Send a delivery again from its first try, whatever came of it, with the same id and body.

    Raises `WebhookOff`. A pending one is tried now instead of later.
    """
    if not subscription.is_active:
        raise WebhookOff("The webhook is off; switch it on to send anything.")
    delivery.state, delivery.attempts = DeliveryState.PENDING, 0
    subscription.silences, subscription.paused_until = 0, None
    _plan(delivery, None)
    audit.record("webhook.replayed", delivery, by=by, organisation_id=subscription.organisation_id)
    return delivery


def begin(delivery_id: str, try_key: str) -> Order | None:
    """What to send now; None where there is nothing, or not yet."""
    delivery = db.session.get(WebhookDelivery, delivery_id, options=[undefer(WebhookDelivery.payload)])
    if delivery is None or delivery.state != DeliveryState.PENDING or delivery.try_key != try_key:
        return None
    subscription = db.session.get_one(WebhookSubscription, delivery.subscription_id)
    if not subscription.is_active:
        _give_up(delivery, OFF)
        return None
    if subscription.paused_until and subscription.paused_until > clock.now():
        _plan(delivery, subscription.paused_until)
        return None
    return _order(subscription, delivery.event_id, delivery.payload)


def keep(delivery_id: str, try_key: str, outcome: Outcome) -> None:
    """Store what came of a try, and plan the next one where it failed; nothing where the delivery is gone."""
    delivery = db.session.get(WebhookDelivery, delivery_id)
    if delivery is None:
        return
    subscription = db.session.get_one(
        WebhookSubscription, delivery.subscription_id, with_for_update={"key_share": True}, populate_existing=True
    )
    _note(delivery, outcome)
    webhooks.note(subscription, outcome)
    if outcome.is_delivered:
        return
    if outcome.is_gone:
        webhooks.switch_off(subscription, OffReason.GONE)
        _give_up(delivery, "The receiver answered that it is gone for good.")
    elif subscription.failing_since and outcome.at - subscription.failing_since >= schedule.GIVEN_UP_AFTER:
        webhooks.switch_off(subscription, OffReason.FAILING)
        _give_up(delivery, outcome.error)
    elif delivery.try_key == try_key:
        _retry(delivery, outcome)


def _retry(delivery: WebhookDelivery, outcome: Outcome) -> None:
    wait = schedule.wait_after(delivery.attempts, retry_after_seconds=outcome.retry_after_seconds)
    if wait is None:
        _give_up(delivery, outcome.error)
    else:
        _plan(delivery, clock.now() + wait)


def fail(delivery_id: str, words: str) -> None:
    """Give up a delivery whose job could not even run."""
    delivery = db.session.get(WebhookDelivery, delivery_id)
    if delivery is not None and delivery.state == DeliveryState.PENDING:
        _give_up(delivery, words)


def draft_test(subscription: WebhookSubscription) -> Order:
    """A message that only says that it is a test; sent to an address that is off as well."""
    payload = payloads.written(EventType.TEST, {"webhookId": subscription.id}, at=clock.now())
    return _order(subscription, new_event_id(), payload)


def keep_test(subscription: WebhookSubscription, order: Order, outcome: Outcome, *, by: Actor) -> WebhookDelivery:
    """Store a test and what came of it; a failed one is neither repeated nor held against the address."""
    delivery = WebhookDelivery(
        subscription_id=subscription.id,
        event_id=order.event_id,
        type=EventType.TEST,
        payload=order.body,
        state=DeliveryState.FAILED,
        attempts=0,
        created_at=outcome.at,
    )
    _note(delivery, outcome)
    db.session.add(delivery)
    db.session.flush()
    if outcome.is_delivered:
        webhooks.note(subscription, outcome)
    audit.record("webhook.tested", delivery, by=by, organisation_id=subscription.organisation_id)
    return delivery


def forget_old() -> int:
    """Drop what ended thirty days ago; returns how many."""
    ended = (DeliveryState.DELIVERED, DeliveryState.FAILED)
    old = WebhookDelivery.state.in_(ended), WebhookDelivery.created_at < clock.now() - KEPT
    result = db.session.execute(delete(WebhookDelivery).where(*old))
    return result.rowcount if isinstance(result, CursorResult) else 0


def _order(subscription: WebhookSubscription, event_id: str, payload: str) -> Order:
    return Order(subscription.url, event_id, payload, webhooks.secrets_of(subscription))


def _note(delivery: WebhookDelivery, outcome: Outcome) -> None:
    delivery.attempts += 1
    delivery.last_tried_at, delivery.last_milliseconds = outcome.at, outcome.milliseconds
    delivery.last_status, delivery.last_answer = outcome.status, outcome.answer
    delivery.last_error = outcome.error[:LONGEST_ERROR] if outcome.error else None
    if outcome.is_delivered:
        delivery.state, delivery.delivered_at, delivery.next_try_at = DeliveryState.DELIVERED, outcome.at, None


def _give_up(delivery: WebhookDelivery, words: str | None) -> None:
    delivery.state, delivery.next_try_at = DeliveryState.FAILED, None
    delivery.last_error = words[:LONGEST_ERROR] if words else None


def _plan(delivery: WebhookDelivery, at: datetime | None) -> None:
    """Have a job make the next try at this moment, or at once; every earlier plan is void."""
    delivery.try_key, delivery.next_try_at = ids.opaque(), at or clock.now()
    jobs.submit(DELIVER, key=_job_key(delivery.try_key), args=_job_args(delivery.id, delivery.try_key), run_at=at)
