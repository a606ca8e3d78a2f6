"""Every decision about subscriptions: who is told what, with which secret, and when an address is switched off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy import delete as delete_rows

from interview.accounts.models import Organisation
from interview.core import audit, clock, current, pages
from interview.core.actors import SYSTEM, Actor
from interview.core.db import db
from interview.core.pages import Page
from interview.providers.outbound import client as outbound
from interview.providers.outbound.port import Refused
from interview.webhooks.delivering import schedule, signing
from interview.webhooks.delivering.sending import Outcome
from interview.webhooks.errors import AddressRefused, TooManyWebhooks, WebhookNotFound
from interview.webhooks.models import OffReason, WebhookDelivery, WebhookSubscription
from interview.webhooks.news.catalogue import EventType

MOST_SUBSCRIPTIONS = 20
FORMER_SECRET_SIGNS = timedelta(hours=24)
_SEALING = "webhook secrets"


@dataclass(frozen=True, slots=True)
class WithSecret:
    """A subscription with the secret that is never shown again."""

    subscription: WebhookSubscription
    secret: str


def create(
    organisation_id: str, *, url: str, events: Sequence[str], description: str, is_active: bool, by: Actor
) -> WithSecret:
    """Subscribe an address; raises `AddressRefused` or `TooManyWebhooks`."""
    _check_address(url)
    db.session.execute(select(Organisation.id).where(Organisation.id == organisation_id).with_for_update())
    mine = select(func.count()).where(WebhookSubscription.organisation_id == organisation_id)
    if (db.session.scalar(mine) or 0) >= MOST_SUBSCRIPTIONS:
        raise TooManyWebhooks(f"An organisation has at most {MOST_SUBSCRIPTIONS} webhooks; delete one first.")
    secret = signing.new_secret()
    subscription = WebhookSubscription(
        organisation_id=organisation_id,
        url=url,
        description=description,
        events=sorted(set(events)),
        is_active=is_active,
        off_reason=None if is_active else OffReason.BY_PERSON,
        secret_sealed=_sealed(secret),
        created_by=f"{by.kind}:{by.id}"[:64],
    )
    db.session.add(subscription)
    db.session.flush()
    _record("created", subscription, by=by, url=url, events=subscription.events)
    return WithSecret(subscription, secret)


def get(webhook_id: str, *, within: str | None) -> WebhookSubscription:
    """The organisation's subscription; raises `WebhookNotFound`."""
    return _one(_query(webhook_id, within))


def hold(webhook_id: str, *, within: str | None) -> WebhookSubscription:
    """The organisation's subscription, held against other writers, but not against events; raises as `get`."""
    return _one(_query(webhook_id, within).with_for_update(key_share=True))


def _query(webhook_id: str, within: str | None) -> Select[WebhookSubscription]:
    return select(WebhookSubscription).where(
        WebhookSubscription.id == webhook_id, WebhookSubscription.organisation_id == within
    )


def _one(query: Select[WebhookSubscription]) -> WebhookSubscription:
    found = db.session.scalar(query.execution_options(populate_existing=True))
    if found is None:
        raise WebhookNotFound("There is no such webhook.")
    return found


def list_subscriptions(within: str | None, *, limit: int, cursor: str | None) -> Page[WebhookSubscription]:
    """The organisation's subscriptions, newest first."""
    return pages.page(
        select(WebhookSubscription).where(WebhookSubscription.organisation_id == within),
        newest_by=WebhookSubscription.created_at,
        id_column=WebhookSubscription.id,
        limit=limit,
        cursor=cursor,
        signed_with=current.keyring().derive("cursors"),
    )


def update(subscription: WebhookSubscription, changes: dict[str, Any], *, by: Actor) -> WebhookSubscription:
    """Change the address, the events, the description, or switch on and off; raises `AddressRefused`.

    Switching on, or another address, forgets earlier failures.
    """
    if "url" in changes:
        _check_address(changes["url"])
    if "events" in changes:
        changes["events"] = sorted(set(changes["events"]))
    changed = {name: value for name, value in changes.items() if getattr(subscription, name) != value}
    if not changed:
        return subscription
    for name, value in changed.items():
        setattr(subscription, name, value)
    if "is_active" in changed:
        subscription.off_reason = None if subscription.is_active else OffReason.BY_PERSON
    if subscription.is_active and changed.keys() & {"is_active", "url"}:
        _forget_failures(subscription)
    subscription.updated_at = clock.now()
    _record("changed", subscription, by=by, **changed)
    return subscription


def delete(webhook_id: str, *, within: str | None, by: Actor) -> None:
    """Delete a subscription and what was sent to it, for good; raises `WebhookNotFound`."""
    # Held against events too: one that is being told now must not find its subscription gone.
    subscription = _one(_query(webhook_id, within).with_for_update())
    db.session.execute(delete_rows(WebhookDelivery).where(WebhookDelivery.subscription_id == subscription.id))
    db.session.delete(subscription)
    _record("deleted", subscription, by=by, url=subscription.url)


def rotate_secret(subscription: WebhookSubscription, *, by: Actor) -> WithSecret:
    """Give a new secret; the former one signs beside it for a day, any older one no more."""
    secret = signing.new_secret()
    subscription.former_secret_sealed = subscription.secret_sealed
    subscription.former_secret_until = clock.now() + FORMER_SECRET_SIGNS
    subscription.secret_sealed = _sealed(secret)
    subscription.updated_at = clock.now()
    _record("secret_rotated", subscription, by=by)
    return WithSecret(subscription, secret)


def secrets_of(subscription: WebhookSubscription) -> tuple[str, ...]:
    """The secrets that sign now, newest first; one that cannot be opened with the server's key is left out."""
    sealed = [subscription.secret_sealed]
    until = subscription.former_secret_until
    if subscription.former_secret_sealed and until and clock.now() < until:
        sealed.append(subscription.former_secret_sealed)
    opened = (current.keyring().decrypt(_SEALING, one) for one in sealed)
    return tuple(secret for secret in opened if secret)


def subscribed(organisation_id: str, kind: EventType) -> list[str]:
    """Ids of the subscriptions that want this event, kept from being deleted until the end of the transaction."""
    query = (
        select(WebhookSubscription.id, WebhookSubscription.events)
        .where(WebhookSubscription.organisation_id == organisation_id, WebhookSubscription.is_active)
        .order_by(WebhookSubscription.created_at, WebhookSubscription.id)
        .with_for_update(read=True, key_share=True)
    )
    return [webhook_id for webhook_id, events in db.session.execute(query) if kind.value in events]


def note(subscription: WebhookSubscription, outcome: Outcome) -> None:
    """Remember how the address answers, for the pause after silence and for switching off."""
    if outcome.is_delivered:
        _forget_failures(subscription)
        return
    subscription.failing_since = subscription.failing_since or outcome.at
    if outcome.is_silent:
        subscription.silences += 1
        subscription.paused_until = clock.now() + schedule.pause_after(subscription.silences)
    else:
        subscription.silences, subscription.paused_until = 0, None


def switch_off(subscription: WebhookSubscription, reason: OffReason) -> None:
    """Switch off an address that is gone or has failed for too long, for people to see; again changes nothing."""
    if not subscription.is_active:
        return
    subscription.is_active, subscription.off_reason = False, reason
    subscription.updated_at = clock.now()
    _record("switched_off", subscription, by=SYSTEM, reason=reason.value)


def _forget_failures(subscription: WebhookSubscription) -> None:
    subscription.failing_since, subscription.silences, subscription.paused_until = None, 0, None


def _check_address(url: str) -> None:
    try:
        outbound.check(url)
    except Refused as cause:
        raise AddressRefused(str(cause), errors={"url": [str(cause)]}) from cause


def _sealed(secret: str) -> str:
    return current.keyring().encrypt(_SEALING, secret)


def _record(verb: str, subscription: WebhookSubscription, *, by: Actor, **details: Any) -> None:
    audit.record(f"webhook.{verb}", subscription, by=by, organisation_id=subscription.organisation_id, **details)
