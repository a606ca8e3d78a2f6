"""Text messages where nobody has configured any: nothing is sent, messages wait to be seen."""

from __future__ import annotations

from interview.providers.delivery.failures import DeliveryDelayed, HandOver
from interview.providers.sms.port import Note


class Outbox:
    """Sends nothing; whoever asks it all the same is told so."""

    name = "outbox"

    def deliver(self, note: Note, *, before_hand_over: HandOver) -> str | None:
        """Refuse for now; raises `DeliveryDelayed`."""
        raise DeliveryDelayed("No supplier of text messages is configured.")
