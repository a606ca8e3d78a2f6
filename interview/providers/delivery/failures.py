"""How handing a message over can fail: for good, for now, or so that nobody can know."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from interview.core.headers import retry_after

# Called once, at the last moment before the other side can take the message; whatever it raises stops the delivery.
HandOver = Callable[[], None]
LONGEST_WORDS = 300
_MAY_PASS = frozenset({408, 425, 429})


class DeliveryFailed(Exception):
    """The message did not go out, or may not have; `words` say why without its text or address."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = " ".join(words.split())[:LONGEST_WORDS]


class DeliveryRefused(DeliveryFailed):
    """Trying again cannot help."""


class DeliveryDelayed(DeliveryFailed):
    """It did not go out; a later try may help, not before `retry_after` seconds where that is known."""

    def __init__(self, words: str, *, retry_after: float | None = None) -> None:
        super().__init__(words)
        self.retry_after = retry_after


class DeliveryUnconfirmed(DeliveryFailed):
    """The other side had all of it and gave no answer: it may have gone out."""


def of_status(status: int, *, code: object = None, headers: Mapping[str, str] | None = None) -> DeliveryFailed:
    """The failure to raise for an HTTP status; of the supplier's words only its short error code is kept."""
    words = f"HTTP {status} {str(code or '')[:60]}".strip()
    if status in _MAY_PASS or status >= 500:
        return DeliveryDelayed(words, retry_after=retry_after(headers or {}))
    return DeliveryRefused(words)
