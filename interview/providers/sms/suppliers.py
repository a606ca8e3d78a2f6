"""The supplier of text messages that an operator has configured."""

from __future__ import annotations

from functools import lru_cache

from interview.providers.sms.outbox import Outbox
from interview.providers.sms.port import Sms
from interview.providers.sms.twilio import Twilio


@lru_cache(maxsize=8)
def configured(
    *, account: str = "", secret: str = "", from_number: str = "", base_url: str = "", timeout_seconds: float = 20.0
) -> Sms:
    """Twilio where it has all it needs, else the outbox."""
    if account and secret and from_number:
        return Twilio(account, secret, from_number=from_number, base_url=base_url, timeout_seconds=timeout_seconds)
    return Outbox()
