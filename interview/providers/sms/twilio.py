"""Text messages by Twilio's REST API: `POST /2010-04-01/Accounts/<sid>/Messages.json`, 201 when it took the note.

https://www.twilio.com/docs/messaging/api/message-resource. There is no idempotency key on its side.
"""

from __future__ import annotations

import json
import re
from urllib.parse import quote, urlencode

from interview.providers.delivery import exchange
from interview.providers.delivery.exchange import Answer
from interview.providers.delivery.failures import DeliveryRefused, HandOver, of_status
from interview.providers.sms.port import Note

DEFAULT_URL = "https://api.twilio.com"
# E.164: a plus, a country, at most fifteen digits.
_NUMBER = re.compile(r"\+[1-9]\d{6,14}")
_BETWEEN_DIGITS = re.compile(r"[\s()./-]")


class Twilio:
    """An account at Twilio."""

    name = "twilio"

    def __init__(
        self, account: str, secret: str, *, from_number: str, base_url: str = "", timeout_seconds: float = 20.0
    ) -> None:
        self._account, self._secret, self._from_number = account, secret, from_number
        self._url = f"{(base_url or DEFAULT_URL).rstrip('/')}/2010-04-01/Accounts/{quote(account)}/Messages.json"
        self._seconds = timeout_seconds

    def deliver(self, note: Note, *, before_hand_over: HandOver) -> str | None:
        """Hand a note over; the reference is Twilio's `sid`."""
        form = {"To": number_of(note.to_number), "From": self._from_number, "Body": note.text}
        answer = exchange.post(
            self._url,
            urlencode(form).encode(),
            headers={"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"},
            auth=(self._account, self._secret),
            timeout_seconds=self._seconds,
            before_hand_over=before_hand_over,
        )
        if answer.status not in {200, 201}:
            raise of_status(answer.status, code=_read(answer, "code"), headers=answer.headers)
        return str(_read(answer, "sid") or "")[:200] or None


def number_of(text: str) -> str:
    """A number as E.164, without what people write between digits; raises `DeliveryRefused` where it is none."""
    number = _BETWEEN_DIGITS.sub("", text)
    if not _NUMBER.fullmatch(number):
        raise DeliveryRefused("The number is not in the international form, such as +15551234567.")
    return number


def _read(answer: Answer, name: str) -> object:
    try:
        body = json.loads(answer.body)
    except ValueError:
        return None
    return body.get(name) if isinstance(body, dict) else None
