"""Shapes of the webhooks' API, in camelCase."""

from __future__ import annotations

import json
from typing import Any

from marshmallow import fields, validate

from interview.core.schema import CamelSchema, Moment, PageQuery, Text
from interview.providers.outbound.targets import LONGEST_URL
from interview.webhooks.models import DeliveryState, OffReason
from interview.webhooks.news.catalogue import CHOICES, EventType

_STATES = [state.value for state in DeliveryState]


class _Events(fields.List[str]):
    """The events to be told of; doubles count once."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            fields.String(validate=validate.OneOf(CHOICES)), validate=validate.Length(1, len(CHOICES)), **kwargs
        )


class _Url(Text):
    """An address; which ones are refused the service says."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(validate=validate.Length(1, LONGEST_URL), metadata={"format": "uri"}, **kwargs)


class CreateWebhook(CamelSchema):
    """An address to tell of events."""

    url = _Url(required=True)
    events = _Events(required=True)
    description = Text(load_default="", validate=validate.Length(max=200))
    is_active = fields.Boolean(load_default=True, truthy={True}, falsy={False})


class UpdateWebhook(CamelSchema):
    """What to change; what is left out stays."""

    url = _Url()
    events = _Events()
    description = Text(validate=validate.Length(max=200))
    is_active = fields.Boolean(truthy={True}, falsy={False})


class WebhookDetail(CamelSchema):
    """A subscription without its secret."""

    id = fields.String()
    url = fields.String()
    description = fields.String()
    events = _Events()
    is_active = fields.Boolean()
    off_reason = fields.String(allow_none=True, validate=validate.OneOf([*OffReason, None]))
    failing_since = Moment(allow_none=True)
    former_secret_until = Moment(allow_none=True)
    created_by = fields.String()
    created_at = Moment()
    updated_at = Moment()


class WebhookWithSecret(WebhookDetail):
    """A subscription with a secret just made, shown this once."""

    secret = fields.String()


class WebhookPage(CamelSchema):
    """A stretch of the list of subscriptions."""

    items = fields.List(fields.Nested(WebhookDetail))
    next_cursor = fields.String(allow_none=True)


class EventDetail(CamelSchema):
    """A kind of event: when it is told, and a whole payload as it may look."""

    type = fields.String()
    about = fields.String()
    example = fields.Dict()


class EventCatalogue(CamelSchema):
    """Every kind of event."""

    items = fields.List(fields.Nested(EventDetail))


class DeliveryQuery(PageQuery):
    """Which deliveries."""

    state = fields.String(load_default=None, validate=validate.OneOf(_STATES))


class DeliverySummary(CamelSchema):
    """A delivery as a list shows it; `last_status` is the receiver's, `last_error` says why there is none."""

    id = fields.String()
    event_id = fields.String(metadata={"description": "The webhook-id of every try."})
    type = fields.String(validate=validate.OneOf([kind.value for kind in EventType]))
    state = fields.String(validate=validate.OneOf(_STATES))
    attempts = fields.Integer()
    last_status = fields.Integer(allow_none=True)
    last_error = fields.String(allow_none=True)
    last_milliseconds = fields.Integer(allow_none=True)
    last_tried_at = Moment(allow_none=True)
    next_try_at = Moment(allow_none=True)
    delivered_at = Moment(allow_none=True)
    created_at = Moment()


class DeliveryDetail(DeliverySummary):
    """A delivery with what was sent and the beginning of the last answer."""

    payload = fields.Function(lambda row: json.loads(row.payload), metadata={"type": "object"})
    last_answer = fields.String(allow_none=True, metadata={"description": "At most 2048 bytes of it."})


class DeliveryPage(CamelSchema):
    """A stretch of the list of deliveries."""

    items = fields.List(fields.Nested(DeliverySummary))
    next_cursor = fields.String(allow_none=True)
