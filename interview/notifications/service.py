"""What happens to messages: queue them in the transaction of their cause, withdraw them, send them again.

Whether a message goes out is decided when its job runs; see `sending`.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, literal, select, union_all
from sqlalchemy.exc import IntegrityError

from interview.core import audit, clock, current, ids, pages
from interview.core.actors import Actor
from interview.core.db import db
from interview.core.jobs import service as jobs
from interview.core.pages import Page
from interview.notifications import suppliers
from interview.notifications.errors import NoCredentials, NoSuchMessage, NotResendable, NotWithdrawable
from interview.notifications.models import (
    UNSENT,
    Channel,
    Message,
    MessageAttempt,
    MessageState,
    QuietChannel,
)
from interview.notifications.writing import own_texts, rendering
from interview.notifications.writing.kinds import KINDS, Kind, kind_of

QUEUE = "notification-queue"
SEND = "send_message"
# A worker that dies before the hand-over costs one of these; what a supplier says is counted apart.
MOST_DEATHS = 20
MOST_COUNTED = 1000
MOST_ATTEMPTS_SHOWN = 100
SEALED_FOR = "message"
RESENDABLE = frozenset({MessageState.FAILED, MessageState.HELD, MessageState.UNCONFIRMED, MessageState.SENT})
COUNTED = (
    MessageState.QUEUED,
    MessageState.SENDING,
    MessageState.HELD,
    MessageState.FAILED,
    MessageState.UNCONFIRMED,
    MessageState.SENT,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Whom a message is for; `subject` is `user:<id>` or `candidate:<id>`, and `timezone` an IANA name."""

    subject: str
    name: str
    email: str | None = None
    phone: str | None = None
    timezone: str = "UTC"

    def address_on(self, channel: Channel) -> str:
        """Where they are reached on a channel; empty where they are not."""
        return ((self.email if channel is Channel.EMAIL else self.phone) or "").strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that goes with an e-mail, such as an .ics of the type `text/calendar; method=REQUEST; charset=utf-8`."""

    filename: str
    content_type: str
    content: str


@dataclass(frozen=True, slots=True)
class Content:
    """What a message is made of, as it is kept: the values of its texts and its files."""

    values: Mapping[str, Any]
    attachments: Sequence[Attachment]


def send(
    kind: str,
    *,
    to: Recipient,
    organisation_id: str,
    key: str,
    values: Mapping[str, Any],
    about: str | None = None,
    send_at: datetime | None = None,
    attachments: Sequence[Attachment] = (),
    channels: Collection[Channel] | None = None,
) -> list[Message]:
    """Queue a message on each channel of the kind, in the present transaction; the same key is the same messages.

    A channel that the person keeps quiet is written down as silenced. With `send_at` it waits until then.
    `channels` narrows the kind's own. Raises `UnknownKind`.
    """
    about_kind = kind_of(kind)
    known = _with_key(key, organisation_id)
    if known:
        return known
    values = {**values, "recipient_name": to.name}
    content = Content(values, tuple(attachments))
    title = _title(about_kind, values, organisation_id=organisation_id, timezone=to.timezone)
    made = [
        _new(about_kind, channel, to, content, organisation_id=organisation_id, key=key, about=about, send_at=send_at)
        for channel in _channels(about_kind, to, among=channels)
    ]
    _silence(made, about_kind)
    for message in made:
        message.title = title
    try:
        with db.session.begin_nested():
            db.session.add_all(made)
    except IntegrityError:
        # Another transaction wrote the same key first.
        return _with_key(key, organisation_id)
    for message in made:
        if message.state == MessageState.QUEUED:
            submit(message)
    return made


def _with_key(key: str, organisation_id: str) -> list[Message]:
    query = select(Message).where(Message.organisation_id == organisation_id, Message.key == key)
    return list(db.session.scalars(query.order_by(Message.channel)))


def _title(kind: Kind, values: Mapping[str, Any], *, organisation_id: str, timezone: str) -> str:
    texts = own_texts.in_force(kind, organisation_id=organisation_id)
    return own_texts.subject_of(kind, texts, rendering.without_link(values), timezone=timezone)


def _channels(kind: Kind, to: Recipient, *, among: Collection[Channel] | None) -> list[Channel]:
    """The channels on which the person can be reached; one without an address where there is none, to be seen."""
    wanted = [channel for channel in kind.channels if among is None or channel in among]
    return [channel for channel in wanted if to.address_on(channel)] or wanted[:1]


def _new(
    kind: Kind,
    channel: Channel,
    to: Recipient,
    content: Content,
    *,
    organisation_id: str,
    key: str,
    about: str | None,
    send_at: datetime | None,
) -> Message:
    address = to.address_on(channel)
    message = Message(
        id=ids.opaque(),
        organisation_id=organisation_id,
        key=key,
        kind=kind.name,
        channel=channel.value,
        about=about,
        recipient=to.subject,
        name=to.name[:200],
        address=address[:254],
        timezone=to.timezone,
        sealed=seal(content),
        state=MessageState.QUEUED,
        send_at=send_at,
        tries=0,
        edition=1,
        copy=1,
    )
    if not address:
        message.state, message.reason = MessageState.FAILED, "There is no address to send it to."
    elif send_at is None and waits_for_credentials(channel):
        message.state, message.reason = MessageState.HELD, held_reason(channel)
    return message


def _silence(messages: Sequence[Message], kind: Kind) -> None:
    if kind.is_account_security or not messages:
        return
    quiet = quiet_channels(messages[0].recipient, organisation_id=messages[0].organisation_id)
    for message in messages:
        if message.is_unsent and message.channel in quiet:
            message.state, message.reason = MessageState.SILENCED, "The person keeps this channel quiet."


def submit(message: Message, *, run_at: datetime | None = None) -> None:
    """Have a queued message's next try made by a job, now or at its time; each try is a job of its own."""
    when = run_at or message.send_at
    # A job with a moment waits for the sweep; without one it is delivered to a worker at once.
    jobs.submit(
        SEND,
        key=f"message:{message.id}:{message.edition}:{message.tries}",
        args={"message_id": message.id, "edition": message.edition, "tries": message.tries},
        max_attempts=MOST_DEATHS,
        run_at=when if when and when > clock.now() else None,
    )


def seal(content: Content) -> str:
    """What a message is made of, encrypted for the database."""
    written = {"values": dict(content.values), "attachments": [asdict(file) for file in content.attachments]}
    return current.keyring().encrypt(SEALED_FOR, json.dumps(written, ensure_ascii=False))


def unseal(message: Message) -> Content:
    """What a message is made of; nothing where the key it was written with is gone."""
    opened = current.keyring().decrypt(SEALED_FOR, message.sealed)
    read = json.loads(opened) if opened else {"values": {}, "attachments": []}
    return Content(read["values"], tuple(Attachment(**file) for file in read["attachments"]))


def withdraw(*, about: str, kinds: Collection[str] | None = None, organisation_id: str | None = None) -> int:
    """Take back what was not sent yet about something, such as `interview:<id>`; returns how many messages."""
    query = select(Message).where(Message.about == about, Message.state.in_(UNSENT))
    if kinds is not None:
        query = query.where(Message.kind.in_(kinds))
    if organisation_id is not None:
        query = query.where(Message.organisation_id == organisation_id)
    held = list(db.session.scalars(query.order_by(Message.id).with_for_update()))
    for message in held:
        _withdraw(message, "What it was about has changed.")
    db.session.flush()
    return len(held)


def _withdraw(message: Message, reason: str) -> None:
    message.state, message.reason = MessageState.WITHDRAWN, reason


def waits_for_credentials(channel: Channel) -> bool:
    """Whether messages of this channel are held because no supplier is configured for it."""
    return not suppliers.has_credentials(current.settings(), channel)


def held_reason(channel: Channel | str) -> str:
    """Why messages of this channel are held, naming the settings that release them."""
    missing = suppliers.missing_settings_of(current.settings(), Channel(channel))
    return f"No credentials for this channel yet. Set {', '.join(missing)}."


def get(message_id: str, *, organisation_id: str | None) -> Message:
    """The organisation's message; raises `NoSuchMessage`."""
    message = db.session.get(Message, message_id)
    if message is None or message.organisation_id != organisation_id:
        raise NoSuchMessage()
    return message


def hold(message_id: str) -> Message:
    """The message with its row locked until the transaction ends; raises `NoSuchMessage`."""
    query = select(Message).where(Message.id == message_id).with_for_update().execution_options(populate_existing=True)
    message = db.session.scalar(query)
    if message is None:
        raise NoSuchMessage()
    return message


def list_messages(
    organisation_id: str | None,
    *,
    limit: int,
    cursor: str | None,
    status: str | None = None,
    channel: str | None = None,
    kind: str | None = None,
    recipient: str | None = None,
    about: str | None = None,
) -> Page[Message]:
    """The organisation's messages, newest first; `recipient` is a subject, an e-mail address or a number."""
    query = select(Message).where(Message.organisation_id == organisation_id)
    given = {Message.state: status, Message.channel: channel, Message.kind: kind, Message.about: about}
    for column, value in given.items():
        if value is not None:
            query = query.where(column == value)
    if recipient is not None:
        is_subject = recipient.startswith(("user:", "candidate:"))
        query = query.where((Message.recipient if is_subject else Message.address) == recipient)
    return pages.page(
        query,
        newest_by=Message.created_at,
        id_column=Message.id,
        limit=limit,
        cursor=cursor,
        signed_with=current.keyring().derive("cursors"),
    )


def attempts_of(messages: Iterable[Message]) -> dict[str, int]:
    """How many attempts each message has had."""
    query = select(MessageAttempt.message_id, func.count()).where(
        MessageAttempt.message_id.in_([message.id for message in messages])
    )
    return dict(db.session.execute(query.group_by(MessageAttempt.message_id)).tuples().all())


def list_attempts(message: Message) -> list[MessageAttempt]:
    """The newest attempts of a message, newest first."""
    query = select(MessageAttempt).where(MessageAttempt.message_id == message.id)
    return list(db.session.scalars(query.order_by(MessageAttempt.number.desc()).limit(MOST_ATTEMPTS_SHOWN)))


def counts(organisation_id: str | None) -> dict[str, int]:
    """How many messages are in each state, counted up to `MOST_COUNTED`."""
    bounded = [_bounded_count(state, organisation_id) for state in COUNTED]
    return {state: int(number) for state, number in db.session.execute(union_all(*bounded))}


def _bounded_count(state: MessageState, organisation_id: str | None) -> Select[str, int]:
    some = select(Message.id).where(Message.organisation_id == organisation_id, Message.state == state)
    return select(literal(state.value), func.count()).select_from(some.limit(MOST_COUNTED).subquery())


def is_resendable(message: Message) -> bool:
    """Whether somebody may send it again; a link to an account is not kept once it was sent."""
    is_gone = message.state == MessageState.SENT and KINDS[message.kind].is_account_security
    return message.state in RESENDABLE and bool(message.address) and not is_gone


def resend(message: Message, *, by: Actor) -> Message:
    """Queue a message again: a failed, held or unconfirmed one, or one that was sent, which is then a second one.

    Raises `NotResendable`, and `NoCredentials` where the channel still has none.
    """
    message = hold(message.id)
    if not is_resendable(message):
        raise NotResendable(f"The message is {message.state}, and cannot be sent again.")
    if waits_for_credentials(Channel(message.channel)):
        raise NoCredentials(held_reason(message.channel))
    audit.record("message.resent", message, by=by, state=message.state)
    if message.state == MessageState.SENT:
        message.copy += 1
    requeue(message)
    return message


def requeue(message: Message) -> None:
    """Put a message back into the queue for three new tries."""
    message.state, message.reason = MessageState.QUEUED, None
    message.tries, message.edition, message.send_at = 0, message.edition + 1, None
    submit(message)


def withdraw_one(message: Message, *, by: Actor) -> Message:
    """Take back one message that was not sent yet; raises `NotWithdrawable`."""
    message = hold(message.id)
    if not message.is_unsent:
        raise NotWithdrawable(f"The message is {message.state}; only one that waits can be withdrawn.")
    _withdraw(message, "Withdrawn by hand.")
    audit.record("message.withdrawn", message, by=by)
    return message


def quiet_channels(subject: str, *, organisation_id: str | None) -> frozenset[str]:
    """The channels that a person keeps quiet."""
    query = select(QuietChannel.channel).where(
        QuietChannel.organisation_id == organisation_id, QuietChannel.recipient == subject
    )
    return frozenset(db.session.scalars(query))


def keep_quiet(subject: str, channels: Collection[str], *, organisation_id: str, by: Actor) -> frozenset[str]:
    """Have these channels kept quiet for a person, and no others; returns them."""
    query = select(QuietChannel).where(
        QuietChannel.organisation_id == organisation_id, QuietChannel.recipient == subject
    )
    known = {row.channel: row for row in db.session.scalars(query.order_by(QuietChannel.channel).with_for_update())}
    for channel in sorted(set(known) - set(channels)):
        db.session.delete(known[channel])
    for channel in sorted(set(channels) - set(known)):
        row = QuietChannel(organisation_id=organisation_id, recipient=subject, channel=channel)
        db.session.add(row)
        audit.record("channel.silenced", row, by=by, channel=channel, person=subject)
    db.session.flush()
    return frozenset(channels)
