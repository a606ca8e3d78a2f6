"""The supplier of e-mail that an operator has configured."""

from __future__ import annotations

from functools import lru_cache

from interview.providers.mail.outbox import Outbox
from interview.providers.mail.port import Mail
from interview.providers.mail.sendgrid import SendGrid
from interview.providers.mail.smtp import Smtp


@lru_cache(maxsize=8)
def configured(
    *, smtp_url: str = "", sendgrid_key: str = "", sendgrid_base_url: str = "", timeout_seconds: float = 20.0
) -> Mail:
    """The SMTP server, else SendGrid, else the outbox; made once for each, so that connections are shared.

    Raises `ValueError` for an SMTP_URL that is none.
    """
    if smtp_url:
        return Smtp(smtp_url, timeout_seconds=timeout_seconds)
    if sendgrid_key:
        return SendGrid(sendgrid_key, base_url=sendgrid_base_url, timeout_seconds=timeout_seconds)
    return Outbox()
