"""One POST to a supplier: bounded in time and bytes, following nothing, telling when the body is about to leave."""

from __future__ import annotations

import io
import time
from dataclasses import dataclass
from typing import Any

import requests

from interview.providers.delivery.failures import DeliveryDelayed, DeliveryRefused, DeliveryUnconfirmed, HandOver

MOST_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


class _Body(io.BytesIO):
    """A request's body that calls once before its first byte is read, which is after the connection stands."""

    def __init__(self, content: bytes, before_hand_over: HandOver) -> None:
        super().__init__(content)
        self._before_hand_over = before_hand_over
        self.is_handed_over = False

    def read(self, size: int | None = -1, /) -> bytes:
        if not self.is_handed_over:
            self._before_hand_over()
            self.is_handed_over = True
        return super().read(size)


def post(
    url: str,
    body: bytes,
    *,
    headers: dict[str, str],
    auth: tuple[str, str] | None = None,
    timeout_seconds: float,
    before_hand_over: HandOver,
) -> Answer:
    """Send a body and read the answer.

    Raises `DeliveryDelayed` while nothing was handed over, `DeliveryUnconfirmed` once it was and no answer came,
    and `DeliveryRefused` for an address that is none.
    """
    content = _Body(body, before_hand_over)
    try:
        with requests.Session() as session:
            # No .netrc or proxy of the environment: either would carry the credentials elsewhere.
            session.trust_env = False
            response = session.post(
                url,
                data=content,
                headers=headers,
                auth=auth,
                timeout=(timeout_seconds, timeout_seconds),
                allow_redirects=False,
                stream=True,
            )
            with response:
                return Answer(response.status_code, _headers(response), _read(response, timeout_seconds))
    except (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema, requests.exceptions.MissingSchema) as no:
        raise DeliveryRefused("The supplier's address in the settings is none.") from no
    except (requests.RequestException, OSError) as cause:
        words = f"{type(cause).__name__} at the supplier"
        if content.is_handed_over:
            raise DeliveryUnconfirmed(f"{words}, after it had the message") from cause
        raise DeliveryDelayed(words) from cause


def _headers(response: Any) -> dict[str, str]:
    # Written as words with capitals, whatever the server's own way.
    return {str(name).title(): str(value) for name, value in response.headers.items()}


def _read(response: Any, seconds: float) -> bytes:
    """The beginning of the body; the status alone decides, so a slow or endless one is left unread."""
    latest, body = time.monotonic() + seconds, b""
    try:
        for chunk in response.iter_content(4096):
            body += chunk
            if len(body) >= MOST_BYTES or time.monotonic() > latest:
                break
    except (requests.RequestException, OSError):
        return body
    return body[:MOST_BYTES]
