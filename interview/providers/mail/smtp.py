"""E-mail by any SMTP server (RFC 5321): plain, STARTTLS or TLS, with or without a login.

The end of DATA is the hand-over: before its final dot the server throws everything away when the line is cut, and
after it the server may have taken the letter, whether we hear of it or not.
"""

from __future__ import annotations

import re
import smtplib
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import unquote, urlsplit

from interview.providers.delivery.failures import DeliveryDelayed, DeliveryRefused, DeliveryUnconfirmed, HandOver
from interview.providers.mail.envelope import message_of
from interview.providers.mail.port import Letter, address_of, sender_of

IDLE_SECONDS = 20.0
LETTERS_A_CONNECTION = 100
_LEADING_DOT = re.compile(rb"(?m)^\.")


@dataclass(frozen=True, slots=True)
class Server:
    """Where the mail server is and who we are there."""

    host: str
    port: int
    is_tls: bool
    user: str
    password: str

    @classmethod
    def of(cls, url: str) -> Server:
        """Read `smtp://user:password@host:587` or `smtps://…`; raises `ValueError`, without the password in it."""
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as cause:
            raise ValueError("SMTP_URL has no valid host and port") from cause
        if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
            raise ValueError("SMTP_URL begins with smtp:// or smtps:// and names a host")
        is_tls = parts.scheme == "smtps"
        name, secret = unquote(parts.username or ""), unquote(parts.password or "")
        return cls(parts.hostname, port or (465 if is_tls else 587 if name else 25), is_tls, name, secret)

    @property
    def is_near(self) -> bool:
        """Whether it is this machine, where a login needs no encryption."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


@dataclass(slots=True)
class _Line:
    """A connection that waits for its next letter."""

    smtp: smtplib.SMTP
    letters: int
    used_at: float


class Smtp:
    """An SMTP server; connections are kept for a while, so that many letters need few of them."""

    name = "smtp"

    def __init__(self, url: str, *, timeout_seconds: float = 20.0, tls: ssl.SSLContext | None = None) -> None:
        self._server = Server.of(url)
        self._seconds = timeout_seconds
        self._tls = tls or ssl.create_default_context()
        self._waiting: list[_Line] = []
        self._lock = threading.Lock()

    def deliver(self, letter: Letter, *, before_hand_over: HandOver) -> str | None:
        """Hand a letter over; the reference is the server's own words about its queue, when it says any."""
        sender, recipient = sender_of(letter.sender).addr_spec, address_of("", letter.to_address).addr_spec
        content = _LEADING_DOT.sub(b"..", message_of(letter).as_bytes())
        with self._line() as smtp:
            self._offer(smtp, sender, recipient, content)
            before_hand_over()
            return self._hand_over(smtp)

    def close(self) -> None:
        """Say good-bye on every connection that waits."""
        with self._lock:
            waiting, self._waiting = self._waiting, []
        for line in waiting:
            _quit(line.smtp)

    def _offer(self, smtp: smtplib.SMTP, sender: str, recipient: str, content: bytes) -> None:
        """Everything but the final dot; a cut line here has cost nothing."""
        try:
            _expect(smtp.mail(sender), {250}, "sender")
            _expect(smtp.rcpt(recipient), {250, 251}, "recipient")
            _expect(smtp.docmd("DATA"), {354}, "DATA")
            smtp.send(content if content.endswith(b"\r\n") else content + b"\r\n")
        except (smtplib.SMTPException, OSError) as cause:
            raise DeliveryDelayed(f"{type(cause).__name__} before the letter was handed over") from cause

    @staticmethod
    def _hand_over(smtp: smtplib.SMTP) -> str | None:
        try:
            smtp.send(b".\r\n")
            code, words = smtp.getreply()
        except (smtplib.SMTPException, OSError) as cause:
            raise DeliveryUnconfirmed(f"{type(cause).__name__} after the server had the letter") from cause
        _expect((code, words), {250}, "letter")
        return words.decode("ascii", "replace")[:200] or None

    @contextmanager
    def _line(self) -> Iterator[smtplib.SMTP]:
        """A connection that stands, given back when all went well or the server only said no."""
        line = self._take() or _Line(self._connected(), 0, 0.0)
        is_good = False
        try:
            yield line.smtp
            is_good = True
        except (DeliveryRefused, DeliveryDelayed):
            is_good = _is_clean(line.smtp)
            raise
        finally:
            self._give_back(line) if is_good else line.smtp.close()

    def _take(self) -> _Line | None:
        while True:
            with self._lock:
                line = self._waiting.pop() if self._waiting else None
            if line is None:
                return None
            if time.monotonic() - line.used_at < IDLE_SECONDS and _is_clean(line.smtp):
                return line
            line.smtp.close()

    def _give_back(self, line: _Line) -> None:
        line.letters, line.used_at = line.letters + 1, time.monotonic()
        if line.letters >= LETTERS_A_CONNECTION:
            _quit(line.smtp)
            return
        with self._lock:
            self._waiting.append(line)

    def _connected(self) -> smtplib.SMTP:
        server = self._server
        try:
            if server.is_tls:
                smtp: smtplib.SMTP = smtplib.SMTP_SSL(
                    server.host, server.port, timeout=self._seconds, context=self._tls
                )
            else:
                smtp = smtplib.SMTP(server.host, server.port, timeout=self._seconds)
        except smtplib.SMTPConnectError as cause:
            raise DeliveryDelayed(f"The mail server answered {cause.smtp_code} to the connection") from cause
        except (smtplib.SMTPException, OSError) as cause:
            raise DeliveryDelayed(f"{type(cause).__name__}: the mail server cannot be reached") from cause
        try:
            self._introduce(smtp)
        except BaseException:
            smtp.close()
            raise
        return smtp

    def _introduce(self, smtp: smtplib.SMTP) -> None:
        try:
            smtp.ehlo_or_helo_if_needed()
            if not self._server.is_tls and smtp.has_extn("starttls"):
                _expect(smtp.starttls(context=self._tls), {220}, "STARTTLS")
                smtp.ehlo()
            if self._server.user:
                self._log_in(smtp)
        except smtplib.SMTPAuthenticationError as cause:
            words = f"The mail server refused the login ({cause.smtp_code})"
            raise (DeliveryRefused if cause.smtp_code >= 500 else DeliveryDelayed)(words) from cause
        except (smtplib.SMTPException, OSError) as cause:
            raise DeliveryDelayed(f"{type(cause).__name__} while greeting the mail server") from cause

    def _log_in(self, smtp: smtplib.SMTP) -> None:
        is_encrypted = isinstance(smtp.sock, ssl.SSLSocket)
        if not is_encrypted and not self._server.is_near:
            raise DeliveryRefused("The mail server offers no encryption; the password was not sent.")
        smtp.login(self._server.user, self._server.password)


def _expect(reply: tuple[int, bytes], good: set[int], step: str) -> None:
    """Raise what a reply means: 4xx may pass, everything else that is not good will not (RFC 5321, 4.2.1)."""
    code, words = reply
    if code in good:
        return
    # The server's words can hold the address; its code and the enhanced one (RFC 3463) say enough.
    enhanced = re.match(rb"\d\.\d{1,3}\.\d{1,3}", words or b"")
    told = f"The mail server answered {code}{' ' + enhanced[0].decode() if enhanced else ''} to the {step}"
    # 421 and a reply that is none (-1) come with a closing line.
    raise (DeliveryDelayed if code < 500 else DeliveryRefused)(told)


def _is_clean(smtp: smtplib.SMTP) -> bool:
    """Whether a connection still answers, with nothing of the letter before left on it."""
    with suppress(smtplib.SMTPException, OSError):
        return smtp.rset()[0] == 250
    return False


def _quit(smtp: smtplib.SMTP) -> None:
    with suppress(smtplib.SMTPException, OSError):
        smtp.quit()
    smtp.close()
