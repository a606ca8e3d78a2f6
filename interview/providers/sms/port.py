"""What sending a text message means here, whoever does it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from interview.providers.delivery.failures import HandOver


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One text message to one number."""

    to_number: str
    text: str


class Sms(Protocol):
    """A supplier of text messages."""

    name: str

    def deliver(self, note: Note, *, before_hand_over: HandOver) -> str | None:
        """Hand a note over, calling back just before; returns the supplier's own reference where it gives one.

        Raises `DeliveryRefused`, `DeliveryDelayed` or `DeliveryUnconfirmed`, and what `before_hand_over` raises.
        """
