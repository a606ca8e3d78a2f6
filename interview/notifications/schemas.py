"""Shapes of the notifications' API, in camelCase."""

from __future__ import annotations

from marshmallow import fields, validate

from interview.core.schema import CamelSchema, Moment, PageQuery, Text
from interview.notifications.models import Channel, MessageState
from interview.notifications.writing.kinds import KINDS
from interview.notifications.writing.sandbox import LONGEST_TEMPLATE

_KINDS = validate.OneOf(sorted(KINDS))
_STATES = validate.OneOf([state.value for state in MessageState])
_CHANNELS = validate.OneOf([channel.value for channel in Channel])
_TEMPLATE = validate.Length(max=LONGEST_TEMPLATE)


class MessageQuery(PageQuery):
    """Where in the list, and which messages."""

    status = fields.String(load_default=None, validate=_STATES)
    channel = fields.String(load_default=None, validate=_CHANNELS)
    kind = fields.String(load_default=None, validate=_KINDS)
    recipient = Text(
        load_default=None,
        validate=validate.Length(1, 254),
        metadata={"description": "`user:<id>`, `candidate:<id>`, an e-mail address or a number."},
    )
    about = Text(
        load_default=None,
        validate=validate.Length(1, 100),
        metadata={"description": "What it is about, such as `interview:<id>`."},
    )


class RecipientDetail(CamelSchema):
    """Whom a message is for."""

    subject = fields.String()
    name = fields.String()
    address = fields.String()


class MessageSummary(CamelSchema):
    """A message in a list."""

    id = fields.String()
    kind = fields.String()
    channel = fields.String(validate=_CHANNELS)
    status = fields.String(validate=_STATES)
    reason = fields.String(allow_none=True, metadata={"description": "Why it stands where it stands."})
    recipient = fields.Nested(RecipientDetail)
    subject = fields.String()
    about = fields.String(allow_none=True)
    attempts = fields.Integer()
    created_at = Moment()
    send_at = Moment(allow_none=True)
    sent_at = Moment(allow_none=True)


class MessagePage(CamelSchema):
    """A stretch of the list of messages."""

    items = fields.List(fields.Nested(MessageSummary))
    next_cursor = fields.String(allow_none=True)


class AttemptDetail(CamelSchema):
    """One try at sending a message."""

    number = fields.Integer()
    supplier = fields.String()
    outcome = fields.String()
    reason = fields.String(allow_none=True)
    started_at = Moment()
    handed_over_at = Moment(allow_none=True)
    ended_at = Moment(allow_none=True)
    next_try_at = Moment(allow_none=True)


class AttachmentDetail(CamelSchema):
    """A file that goes with a message."""

    filename = fields.String()
    content_type = fields.String()


class MessageDetail(MessageSummary):
    """A message with what it says and what was tried."""

    supplier = fields.String(allow_none=True)
    supplier_reference = fields.String(allow_none=True)
    text = fields.String()
    html = fields.String(allow_none=True)
    attachments = fields.List(fields.Nested(AttachmentDetail))
    tried = fields.List(fields.Nested(AttemptDetail))
    is_resendable = fields.Boolean()
    is_withdrawable = fields.Boolean()


class TryChannel(CamelSchema):
    """A channel to try; a text message needs a number."""

    channel = fields.String(load_default=Channel.EMAIL.value, validate=_CHANNELS)
    phone = Text(load_default=None, allow_none=True, validate=validate.Length(5, 40))


class StateCounts(CamelSchema):
    """How many messages are in each state, counted up to a thousand."""

    queued = fields.Integer()
    sending = fields.Integer()
    held = fields.Integer()
    failed = fields.Integer()
    unconfirmed = fields.Integer()
    sent = fields.Integer()


class ChannelDetail(CamelSchema):
    """A channel, who carries it, and the settings it waits for."""

    channel = fields.String()
    supplier = fields.String()
    has_credentials = fields.Boolean()
    missing_settings = fields.List(fields.String())


class QueueDetail(CamelSchema):
    """The queue."""

    name = fields.String()
    counts = fields.Nested(StateCounts)
    counted_up_to = fields.Integer()
    channels = fields.List(fields.Nested(ChannelDetail))


class TemplateTexts(CamelSchema):
    """The parts of a template; without HTML it is made from the text."""

    subject = Text(required=True, validate=validate.Length(1, 500))
    text = Text(required=True, validate=[validate.Length(1), _TEMPLATE])
    html = Text(load_default=None, allow_none=True, validate=_TEMPLATE)
    sms = Text(load_default=None, allow_none=True, validate=_TEMPLATE)


class TemplateSummary(CamelSchema):
    """A kind of message and whose text is in force."""

    kind = fields.String()
    about = fields.String()
    channels = fields.List(fields.String())
    is_own = fields.Boolean()
    is_account_security = fields.Boolean()
    updated_at = Moment(allow_none=True)


class TemplateDetail(TemplateSummary):
    """A template with its texts, the built-in ones, and the values that it may use."""

    texts = fields.Nested(TemplateTexts)
    built_in = fields.Nested(TemplateTexts)
    sample = fields.Dict(keys=fields.String())


class TemplateList(CamelSchema):
    """Every kind."""

    items = fields.List(fields.Nested(TemplateSummary))


class PreviewTemplate(CamelSchema):
    """Texts to try, those in force where none are given, with sample values or others."""

    texts = fields.Nested(TemplateTexts, load_default=None, allow_none=True)
    values = fields.Dict(
        keys=Text(validate=validate.Length(1, 64)), load_default=dict, validate=validate.Length(max=50)
    )
    timezone = Text(load_default="UTC", validate=validate.Length(1, 64))


class Preview(CamelSchema):
    """What a reader would see."""

    subject = fields.String()
    text = fields.String()
    html = fields.String()
    sms = fields.String(allow_none=True)


class Preferences(CamelSchema):
    """The channels that a person keeps quiet; security of their account is told all the same."""

    quiet_channels = fields.List(fields.String(validate=_CHANNELS), required=True, validate=validate.Length(max=2))
