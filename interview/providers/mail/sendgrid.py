"""E-mail by SendGrid's v3 API: `POST /v3/mail/send`, 202 when it took the letter.

https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send. There is no idempotency key on its side.
"""

from __future__ import annotations

import base64
import json
from typing import Any

from interview.providers.delivery import exchange
from interview.providers.delivery.failures import HandOver, of_status
from interview.providers.mail.port import File, Letter, address_of, one_line, sender_of

DEFAULT_URL = "https://api.sendgrid.com"


class SendGrid:
    """An account at SendGrid."""

    name = "sendgrid"

    def __init__(self, key: str, *, base_url: str = "", timeout_seconds: float = 20.0) -> None:
        self._key = key
        self._url = f"{(base_url or DEFAULT_URL).rstrip('/')}/v3/mail/send"
        self._seconds = timeout_seconds

    def deliver(self, letter: Letter, *, before_hand_over: HandOver) -> str | None:
        """Hand a letter over; the reference is SendGrid's `X-Message-Id`."""
        answer = exchange.post(
            self._url,
            json.dumps(body_of(letter)).encode(),
            headers={"Authorization": f"Bearer {self._key}", "Content-Type": "application/json"},
            timeout_seconds=self._seconds,
            before_hand_over=before_hand_over,
        )
        if answer.status not in {200, 202}:
            raise of_status(answer.status, headers=answer.headers)
        return answer.headers.get("X-Message-Id", "")[:200] or None


def body_of(letter: Letter) -> dict[str, Any]:
    """The letter in SendGrid's words; raises `DeliveryRefused` for an address that is none."""
    sender, recipient = sender_of(letter.sender), address_of(letter.to_name, letter.to_address)
    body: dict[str, Any] = {
        "personalizations": [{"to": [_person(recipient.addr_spec, recipient.display_name)]}],
        "from": _person(sender.addr_spec, sender.display_name),
        "subject": one_line(letter.subject),
        # In this order: plain text first, HTML, then what else stands for the letter.
        "content": [
            {"type": "text/plain", "value": letter.text},
            {"type": "text/html", "value": letter.html},
            *({"type": file.content_type, "value": file.content} for file in letter.files if file.is_calendar),
        ],
        "headers": {"Message-ID": letter.message_id, "Auto-Submitted": "auto-generated"},
        "tracking_settings": {"click_tracking": {"enable": False}, "open_tracking": {"enable": False}},
    }
    if letter.files:
        body["attachments"] = [_attachment(file) for file in letter.files]
    return body


def _person(address: str, name: str) -> dict[str, str]:
    return {"email": address} | ({"name": name} if name else {})


def _attachment(file: File) -> dict[str, str]:
    return {
        "content": base64.b64encode(file.content.encode()).decode(),
        "type": file.content_type.partition(";")[0].strip(),
        "filename": one_line(file.filename),
        "disposition": "attachment",
    }
