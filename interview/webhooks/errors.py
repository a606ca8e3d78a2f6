"""What can go wrong with webhooks, as a caller is told."""

from __future__ import annotations

from interview.core.errors import Conflict, Malformed, NotFound


class WebhookNotFound(NotFound):
    """The subscription does not exist, or not in this organisation."""

    code, title = "webhook_not_found", "There is no such webhook"


class DeliveryNotFound(NotFound):
    """The subscription has no such delivery; deliveries that ended are kept for thirty days."""

    code, title = "delivery_not_found", "There is no such delivery"


class AddressRefused(Malformed):
    """The address is none that the server asks: not https, not on the public internet, or not written plainly."""

    code, title = "address_refused", "This address cannot be used"


class TooManyWebhooks(Conflict):
    """The organisation has as many subscriptions as it may."""

    code, title = "too_many_webhooks", "There are as many webhooks as there may be"


class WebhookOff(Conflict):
    """Nothing is sent to a subscription that is off; switch it on first."""

    code, title = "webhook_off", "This webhook is off"
