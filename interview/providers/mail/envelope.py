"""A letter as bytes on the wire (RFC 5322, MIME), in the shape that Outlook and Gmail read invitations from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from interview.providers.mail.port import File, Letter, address_of, one_line, sender_of

# Not every server takes eight bits.
_POLICY = SMTP.clone(cte_type="7bit")
_PARAMETER = re.compile(r';\s*([A-Za-z0-9-]+)\s*=\s*"?([A-Za-z0-9/._+-]+)"?')
_TYPE = re.compile(r"[A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+")


def message_of(letter: Letter) -> EmailMessage:
    """The message: text, HTML and a calendar's invitation as alternatives, and every file attached.

    Raises `DeliveryRefused` for an address that is none.
    """
    message = EmailMessage(policy=_POLICY)
    message["From"] = sender_of(letter.sender)
    message["To"] = address_of(letter.to_name, letter.to_address)
    message["Subject"] = one_line(letter.subject)
    message["Date"] = format_datetime(datetime.now(UTC))
    message["Message-ID"] = letter.message_id
    # Asks programs that answer letters by themselves to leave this one alone (RFC 3834).
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    message.add_alternative(letter.html, subtype="html")
    for file in letter.files:
        if file.is_calendar:
            message.add_alternative(file.content, subtype="calendar", params=dict(parameters(file)))
    for file in letter.files:
        main, _, sub = _type(file).partition("/")
        message.add_attachment(
            file.content.encode(),
            maintype=main,
            subtype=sub,
            filename=one_line(file.filename),
            params=dict(parameters(file)),
        )
    return message


def parameters(file: File) -> Iterator[tuple[str, str]]:
    """The parameters of a content type other than its charset, such as `method=REQUEST`."""
    for name, value in _PARAMETER.findall(file.content_type):
        if name.lower() != "charset":
            yield name.lower(), value


def _type(file: File) -> str:
    found = _TYPE.match(file.content_type)
    return found[0] if found else "application/octet-stream"
