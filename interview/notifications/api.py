"""Messages and their queue: /api/notifications."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Flask

from interview.accounts import service as accounts
from interview.accounts.errors import OnlyPeople
from interview.accounts.policies import may, person
from interview.core import current, ids
from interview.core.actors import Actor, ActorKind
from interview.core.guards import actor, guard
from interview.notifications import sending, suppliers, templates_api
from interview.notifications import service as notifications
from interview.notifications.models import Channel, Message
from interview.notifications.schemas import (
    MessageDetail,
    MessagePage,
    MessageQuery,
    MessageSummary,
    Preferences,
    QueueDetail,
    TryChannel,
)
from interview.notifications.service import Recipient

bp = APIBlueprint("notifications", __name__, url_prefix="/api/notifications", tag="Notifications")


def init(app: Flask) -> None:
    """Open the doors."""
    app.register_blueprint(bp)
    app.register_blueprint(templates_api.bp)


def _mine(message_id: str) -> Message:
    return notifications.get(message_id, organisation_id=actor().organisation_id)


def _summary(message: Message, *, attempts: int) -> dict[str, Any]:
    return {
        "id": message.id,
        "kind": message.kind,
        "channel": message.channel,
        "status": message.state,
        "reason": message.reason,
        "recipient": {"subject": message.recipient, "name": message.name, "address": message.address},
        "subject": message.title,
        "about": message.about,
        "attempts": attempts,
        "created_at": message.created_at,
        "send_at": message.send_at,
        "sent_at": message.sent_at,
    }


def _detail(message: Message, *, by: Actor) -> dict[str, Any]:
    tried = notifications.list_attempts(message)
    return {
        **_summary(message, attempts=max((attempt.number for attempt in tried), default=0)),
        # Whoever can make interview tokens may read one; everybody else sees that there was a link.
        **sending.describe(message, shows_links="interviews:write" in by.scopes),
        "supplier": message.supplier,
        "supplier_reference": message.supplier_reference,
        "tried": tried,
        "is_resendable": notifications.is_resendable(message),
        "is_withdrawable": message.is_unsent,
    }


@bp.get("/messages")
@guard(may("messages:read"))
@bp.input(MessageQuery, location="query")
@bp.output(MessagePage)
def list_messages(query_data: dict[str, Any]) -> dict[str, Any]:
    """List the organisation's messages, newest first."""
    page = notifications.list_messages(actor().organisation_id, **query_data)
    counts = notifications.attempts_of(page.items)
    items = [_summary(message, attempts=counts.get(message.id, 0)) for message in page.items]
    return {"items": items, "next_cursor": page.next_cursor}


@bp.get("/messages/<message_id>")
@guard(may("messages:read"))
@bp.output(MessageDetail)
def get_message(message_id: str) -> dict[str, Any]:
    """Show one message with what it says and what was tried."""
    return _detail(_mine(message_id), by=actor())


@bp.post("/messages/<message_id>/resend")
@guard(may("messages:write"))
@bp.output(MessageDetail)
def resend_message(message_id: str) -> dict[str, Any]:
    """Send a message again that failed, was held, is unconfirmed or was sent already."""
    return _detail(notifications.resend(_mine(message_id), by=actor()), by=actor())


@bp.post("/messages/<message_id>/withdraw")
@guard(may("messages:write"))
@bp.output(MessageDetail)
def withdraw_message(message_id: str) -> dict[str, Any]:
    """Withdraw a message that was not sent yet."""
    return _detail(notifications.withdraw_one(_mine(message_id), by=actor()), by=actor())


@bp.post("/messages/test")
@guard(may("messages:write"))
@bp.input(TryChannel)
@bp.output(MessageSummary, status_code=201)
def send_test_message(json_data: dict[str, Any]) -> dict[str, Any]:
    """Send the caller a message that shows whether a channel works."""
    by = actor()
    if by.kind is not ActorKind.USER:
        raise OnlyPeople()
    user = accounts.get_person(by.id)
    name = user.name or user.email
    channel = Channel(json_data["channel"])
    made = notifications.send(
        "test_message",
        to=Recipient(subject=f"user:{user.id}", name=name, email=user.email, phone=json_data["phone"]),
        organisation_id=user.organisation_id,
        key=f"test:{ids.opaque()}",
        values={"name": name, "organisation_name": accounts.get_organisation(user.organisation_id).name},
        channels={channel},
    )
    return _summary(made[0], attempts=0)


@bp.get("/queue")
@guard(may("messages:read"))
@bp.output(QueueDetail)
def get_queue() -> dict[str, Any]:
    """Show how many messages wait, failed or are held, and which channels have credentials."""
    return {
        "name": notifications.QUEUE,
        "counts": notifications.counts(actor().organisation_id),
        "counted_up_to": notifications.MOST_COUNTED,
        "channels": [_channel(channel) for channel in Channel],
    }


def _channel(channel: Channel) -> dict[str, Any]:
    settings = current.settings()
    missing = suppliers.missing_settings_of(settings, channel)
    return {
        "channel": channel.value,
        "supplier": "outbox" if missing else suppliers.supplier_of(settings, channel).name,
        "has_credentials": not missing,
        "missing_settings": list(missing),
    }


@bp.get("/preferences")
@guard(person)
@bp.output(Preferences)
def get_preferences() -> dict[str, Any]:
    """Show which channels the caller keeps quiet."""
    quiet = notifications.quiet_channels(f"user:{actor().id}", organisation_id=actor().organisation_id)
    return {"quiet_channels": sorted(quiet)}


@bp.put("/preferences")
@guard(person)
@bp.input(Preferences)
@bp.output(Preferences)
def set_preferences(json_data: dict[str, Any]) -> dict[str, Any]:
    """Set which channels the caller keeps quiet; security of their account is told all the same."""
    by = actor()
    quiet = notifications.keep_quiet(
        f"user:{by.id}", json_data["quiet_channels"], organisation_id=str(by.organisation_id), by=by
    )
    return {"quiet_channels": sorted(quiet)}
