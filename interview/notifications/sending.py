"""One try at sending a message: what is to be sent, the mark just before the hand-over, and what came of it.

No message goes out twice. The mark is a transaction of its own, held by the job's fence and by the message's state; a
worker that dies before it has sent nothing, and the try is made again. After it nobody can know: the message stays
unconfirmed until a person looks.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import func, select

from interview.core import clock, current
from interview.core.db import db
from interview.notifications import service as notifications
from interview.notifications import suppliers
from interview.notifications.errors import BadTemplate
from interview.notifications.models import Channel, Message, MessageAttempt, MessageState, Outcome
from interview.notifications.service import Content
from interview.notifications.writing import own_texts, rendering
from interview.notifications.writing.kinds import KINDS, Kind
from interview.notifications.writing.rendering import Written
from interview.providers.delivery.failures import DeliveryDelayed, DeliveryFailed, DeliveryRefused, DeliveryUnconfirmed
from interview.providers.mail.port import File, Letter, Mail
from interview.providers.sms.port import Note, Sms

MOST_TRIES = 3
FIRST_WAIT_SECONDS = 15.0
# Each wait is this many times the one before it.
GROWTH = 4.0
LONGEST_WAIT_SECONDS = 6 * 3600.0
RELEASED_AT_ONCE = 200
DIED = "The worker died at the moment of the hand-over; whether the message went out cannot be known."


class NoLongerWanted(Exception):
    """The message was withdrawn, or another worker has it: nothing may be handed over."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A message that is not to be sent, and what it becomes."""

    state: MessageState
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be sent by whom; `started_at` is when this try began."""

    message_id: str
    supplier: Mail | Sms
    parcel: Letter | Note
    started_at: datetime

    def deliver(self, before_hand_over: Callable[[], None]) -> Delivered:
        """Hand it over and tell how that ended; lets through what the callback raises."""
        try:
            # A plan pairs a supplier with its own kind of parcel.
            reference = self.supplier.deliver(self.parcel, before_hand_over=before_hand_over)  # type: ignore[arg-type]
        except DeliveryRefused as failure:
            return Delivered(Outcome.REFUSED, failure)
        except DeliveryDelayed as failure:
            return Delivered(Outcome.DELAYED, failure)
        except DeliveryUnconfirmed as failure:
            return Delivered(Outcome.UNCONFIRMED, failure)
        return Delivered(Outcome.ACCEPTED, None, reference)


@dataclass(frozen=True, slots=True)
class Delivered:
    """How a try ended."""

    outcome: Outcome
    failure: DeliveryFailed | None
    reference: str | None = None

    @property
    def reason(self) -> str | None:
        """Why, where it did not go well."""
        return self.failure.words if self.failure else None


def prepare(message_id: str, *, edition: int, tries: int) -> Plan | Verdict | None:
    """What to do for a message now: send it, write a verdict down, or nothing where this try is not its next one."""
    message = db.session.get(Message, message_id, populate_existing=True)
    if message is None or (message.edition, message.tries) != (edition, tries):
        return None
    if message.state == MessageState.SENDING:
        return Verdict(MessageState.UNCONFIRMED, DIED)
    if message.state != MessageState.QUEUED:
        return None
    kind, channel, content = KINDS[message.kind], Channel(message.channel), notifications.unseal(message)
    if is_useless(kind, content):
        return Verdict(MessageState.WITHDRAWN, "Its moment has passed.")
    quiet = notifications.quiet_channels(message.recipient, organisation_id=message.organisation_id)
    if channel in quiet and not kind.is_account_security:
        return Verdict(MessageState.SILENCED, "The person keeps this channel quiet.")
    if notifications.waits_for_credentials(channel):
        return Verdict(MessageState.HELD, notifications.held_reason(channel))
    try:
        written = write(message, content)
    except BadTemplate as mistake:
        return Verdict(MessageState.FAILED, f"It could not be written: {mistake.detail}"[:500])
    return _plan(message, content, written)


def is_useless(kind: Kind, content: Content) -> bool:
    """Whether the moment has passed after which nobody needs the message."""
    latest = content.values.get(kind.useless_after) if kind.useless_after else None
    return bool(latest) and datetime.fromisoformat(str(latest)) < clock.now()


def write(message: Message, content: Content, *, hides_link: bool = False) -> Written:
    """What a message says, with the texts in force now; raises `BadTemplate`."""
    kind = KINDS[message.kind]
    texts = own_texts.in_force(kind, organisation_id=message.organisation_id)
    values = rendering.without_link(content.values) if hides_link else content.values
    return own_texts.write_surely(kind, texts, values, timezone=message.timezone)


def _plan(message: Message, content: Content, written: Written) -> Plan:
    settings = current.settings()
    channel = Channel(message.channel)
    parcel = (
        Letter(
            message_id=message_id_of(message),
            sender=settings.email_from,
            to_name=message.name,
            to_address=message.address,
            subject=written.subject,
            text=written.text,
            html=written.html,
            files=tuple(
                File(filename=file.filename, content_type=file.content_type, content=file.content)
                for file in content.attachments
            ),
        )
        if channel is Channel.EMAIL
        else Note(to_number=message.address, text=written.sms or "")
    )
    return Plan(message.id, suppliers.supplier_of(settings, channel), parcel, clock.now())


def message_id_of(message: Message) -> str:
    """The Message-ID of all tries: only a message that somebody sends once more after it was sent gets another."""
    host = urlsplit(current.settings().site_url).hostname or "localhost"
    return f"<{message.id}.{message.copy}@{host}>"


def hand_over(plan: Plan) -> None:
    """Mark the message as being taken over now; raises `NoLongerWanted` where it is not waiting any more."""
    message = notifications.hold(plan.message_id)
    if message.state != MessageState.QUEUED:
        raise NoLongerWanted()
    message.state, message.supplier = MessageState.SENDING, plan.supplier.name
    attempt = _attempt(message, plan)
    attempt.outcome, attempt.handed_over_at = Outcome.HANDED_OVER, clock.now()
    db.session.add(attempt)


def _attempt(message: Message, plan: Plan) -> MessageAttempt:
    number = select(func.coalesce(func.max(MessageAttempt.number), 0) + 1).where(
        MessageAttempt.message_id == message.id
    )
    return MessageAttempt(
        message_id=message.id,
        number=db.session.scalar(number) or 1,
        supplier=plan.supplier.name,
        outcome=Outcome.DELAYED,
        started_at=plan.started_at,
    )


def settle(message_id: str, verdict: Verdict) -> None:
    """Write a verdict down, unless somebody else was faster."""
    message = notifications.hold(message_id)
    if message.state not in {MessageState.QUEUED, MessageState.SENDING}:
        return
    message.state, message.reason = verdict.state, verdict.reason
    if verdict.state == MessageState.UNCONFIRMED:
        _end_attempt(message, Delivered(Outcome.UNCONFIRMED, DeliveryUnconfirmed(verdict.reason)))


def conclude(plan: Plan, delivered: Delivered) -> None:
    """Write down how a try ended, and plan the next one where it may help."""
    message = notifications.hold(plan.message_id)
    if message.state not in {MessageState.QUEUED, MessageState.SENDING}:
        return  # withdrawn while the supplier was asked, before the hand-over
    if message.state == MessageState.QUEUED:
        db.session.add(_attempt(message, plan))
        db.session.flush()
    message.tries, message.reason = message.tries + 1, delivered.reason
    attempt = _end_attempt(message, delivered)
    match delivered.outcome:
        case Outcome.ACCEPTED:
            message.state, message.sent_at = MessageState.SENT, clock.now()
            message.supplier_reference = delivered.reference
            _forget_secret(message)
        case Outcome.UNCONFIRMED:
            message.state = MessageState.UNCONFIRMED
        case Outcome.DELAYED if message.tries < MOST_TRIES:
            _try_later(message, attempt, delivered)
        case _:
            message.state = MessageState.FAILED


def _end_attempt(message: Message, delivered: Delivered) -> MessageAttempt:
    query = select(MessageAttempt).where(MessageAttempt.message_id == message.id)
    attempt = db.session.scalars(query.order_by(MessageAttempt.number.desc()).limit(1)).one()
    attempt.outcome, attempt.reason, attempt.ended_at = delivered.outcome, delivered.reason, clock.now()
    return attempt


def _try_later(message: Message, attempt: MessageAttempt, delivered: Delivered) -> None:
    asked = delivered.failure.retry_after if isinstance(delivered.failure, DeliveryDelayed) else None
    attempt.next_try_at = clock.now() + timedelta(seconds=wait_seconds(message.tries, asked=asked))
    message.state = MessageState.QUEUED
    notifications.submit(message, run_at=attempt.next_try_at)


def wait_seconds(tries: int, *, asked: float | None = None) -> float:
    """Seconds until the next try: growing with each, up to a quarter longer by chance, and never before asked."""
    wait = FIRST_WAIT_SECONDS * GROWTH ** (tries - 1) * random.uniform(1.0, 1.25)
    return min(LONGEST_WAIT_SECONDS, max(wait, asked or 0.0))


def _forget_secret(message: Message) -> None:
    """Once it was sent, a link to an account is kept by its reader alone."""
    if KINDS[message.kind].is_account_security:
        content = notifications.unseal(message)
        message.sealed = notifications.seal(Content(rendering.without_link(content.values), content.attachments))


def give_up(message_id: str, words: str) -> None:
    """Write down that every worker that tried was lost; a message that was handed over stays unconfirmed."""
    message = db.session.get(Message, message_id)
    if message is None:
        return
    if message.state == MessageState.SENDING:
        settle(message_id, Verdict(MessageState.UNCONFIRMED, DIED))
    elif message.state == MessageState.QUEUED:
        settle(message_id, Verdict(MessageState.FAILED, words[:500]))


def release_held() -> int:
    """Queue held messages of channels that have credentials by now; returns how many, at most `RELEASED_AT_ONCE`."""
    ready = [channel.value for channel in Channel if not notifications.waits_for_credentials(channel)]
    if not ready:
        return 0
    query = select(Message).where(Message.state == MessageState.HELD, Message.channel.in_(ready))
    held = list(
        db.session.scalars(query.order_by(Message.id).limit(RELEASED_AT_ONCE).with_for_update(skip_locked=True))
    )
    for message in held:
        notifications.requeue(message)
    return len(held)


def describe(message: Message, *, shows_links: bool) -> dict[str, Any]:
    """What a message says to the eyes of the organisation; links to an account are never among it."""
    content = notifications.unseal(message)
    hides = KINDS[message.kind].is_account_security or not shows_links
    try:
        written = write(message, content, hides_link=hides)
    except BadTemplate:
        written = Written("", "", "", None)
    is_mail = message.channel == Channel.EMAIL
    return {
        "text": written.text if is_mail else written.sms or "",
        "html": written.html if is_mail else None,
        "attachments": [{"filename": file.filename, "content_type": file.content_type} for file in content.attachments],
    }
