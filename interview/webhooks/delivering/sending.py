"""One try at one message: outside of every transaction, bounded in time, and never an exception."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime

from interview.core import clock
from interview.core.headers import retry_after
from interview.providers.outbound import client as outbound
from interview.providers.outbound.port import FetchFailed, Unreachable
from interview.webhooks.delivering import signing

TIMEOUT_SECONDS = 10.0
ANSWER_BYTES = 2048
GONE = 410


@dataclass(frozen=True, slots=True)
class Order:
    """A message that is to be sent now."""

    url: str
    event_id: str
    body: str
    secrets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a try: the receiver's status and the beginning of its answer, or why there is none."""

    at: datetime
    milliseconds: int
    status: int | None = None
    answer: str | None = None
    error: str | None = None
    is_silent: bool = False
    retry_after_seconds: float | None = None

    @property
    def is_delivered(self) -> bool:
        """Whether the receiver took it, which any status of the 200s says."""
        return self.status is not None and 200 <= self.status < 300

    @property
    def is_gone(self) -> bool:
        """Whether the receiver asks never to be told again."""
        return self.status == GONE


def send(order: Order) -> Outcome:
    """Try once; whatever happens is an outcome."""
    at, begun = clock.now(), time.monotonic()
    if not order.secrets:
        return Outcome(at, 0, error="The secret cannot be read, since the server's own key has changed. Rotate it.")
    body = order.body.encode()
    headers = signing.headers(order.event_id, at=at, body=body, signed_with=order.secrets)
    try:
        answer = outbound.fetch(
            order.url,
            method="POST",
            headers={"Content-Type": "application/json", **headers},
            body=body,
            most_bytes=ANSWER_BYTES,
            timeout_seconds=TIMEOUT_SECONDS,
            cuts_body=True,
        )
    except FetchFailed as failure:
        is_silent = isinstance(failure, Unreachable)
        return Outcome(at, _since(begun), error=str(failure), is_silent=is_silent)
    return Outcome(
        at,
        _since(begun),
        status=answer.status,
        answer=_excerpt(answer.body),
        retry_after_seconds=retry_after(answer.headers, now=at),
    )


def _since(begun: float) -> int:
    return round((time.monotonic() - begun) * 1000)


def _excerpt(body: bytes) -> str:
    # No database of ours stores NUL in text.
    return body.decode("utf-8", errors="replace").replace("\x00", "\ufffd")
