"""SendGrid's wire format against a local server, and what its answers mean."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest

from interview.providers.delivery.failures import DeliveryDelayed, DeliveryRefused, DeliveryUnconfirmed
from interview.providers.mail.port import File, Letter
from interview.providers.mail.sendgrid import SendGrid
from tests.providers.delivery.servers import Script, closed_port, http_server

KEY = "SG.a key"
INVITE = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
LETTER = Letter(
    message_id="<1.1@interviews.example>",
    sender="Northwind <hello@northwind.example>",
    to_name="Zoë Example",
    to_address="zoe@example.org",
    subject="Invitation\r\nBcc: everybody@example.org",
    text="Hello",
    html="<p>Hello</p>",
    files=(File(filename="invite.ics", content_type="text/calendar; method=REQUEST; charset=utf-8", content=INVITE),),
)


@pytest.fixture
def script() -> Iterator[Script]:
    """A server that takes everything."""
    with http_server(Script(headers={"x-message-id": "abc.1"})) as found:
        yield found


def deliver(url: str, *, marks: list[str] | None = None, seconds: float = 2.0) -> str | None:
    """Deliver the letter."""
    told = marks if marks is not None else []
    return SendGrid(KEY, base_url=url, timeout_seconds=seconds).deliver(
        LETTER, before_hand_over=lambda: told.append("now")
    )


class TestRequest:
    """What SendGrid is sent."""

    def test_is_as_documented(self, script: Script) -> None:
        marks: list[str] = []
        assert deliver(script.url, marks=marks) == "abc.1" and marks == ["now"]
        seen = script.seen[0]
        body: dict[str, Any] = json.loads(seen.body)

        assert (seen.path, seen.headers["Authorization"]) == ("/v3/mail/send", f"Bearer {KEY}")
        assert seen.headers["Content-Type"] == "application/json" and seen.headers["Content-Length"]
        assert body["personalizations"] == [{"to": [{"email": "zoe@example.org", "name": "Zoë Example"}]}]
        assert body["from"] == {"email": "hello@northwind.example", "name": "Northwind"}
        assert body["subject"] == "Invitation Bcc: everybody@example.org"
        assert [part["type"] for part in body["content"]] == [
            "text/plain",
            "text/html",
            "text/calendar; method=REQUEST; charset=utf-8",
        ]
        assert body["headers"]["Message-ID"] == LETTER.message_id
        assert base64.b64decode(body["attachments"][0]["content"]).decode() == INVITE
        assert (body["attachments"][0]["type"], body["attachments"][0]["filename"]) == ("text/calendar", "invite.ics")


class TestAnswers:
    """Who may be asked again."""

    @pytest.mark.parametrize("status", [400, 401, 403, 413])
    def test_a_refusal_is_final(self, script: Script, status: int) -> None:
        script.status = status
        with pytest.raises(DeliveryRefused, match=f"HTTP {status}"):
            deliver(script.url)

    @pytest.mark.parametrize("status", [429, 500, 503])
    def test_what_may_pass_is_delayed_as_long_as_asked(self, script: Script, status: int) -> None:
        script.status, script.headers = status, {"Retry-After": "120"}
        with pytest.raises(DeliveryDelayed) as failure:
            deliver(script.url)

        assert failure.value.retry_after == 120

    def test_a_redirect_is_not_followed(self, script: Script) -> None:
        script.status, script.headers = 302, {"Location": script.url}
        with pytest.raises(DeliveryRefused):
            deliver(script.url)

        assert len(script.seen) == 1

    def test_a_line_cut_after_the_body_leaves_it_unknown(self, script: Script) -> None:
        script.hangs_up = True
        with pytest.raises(DeliveryUnconfirmed):
            deliver(script.url)

    def test_silence_after_the_body_leaves_it_unknown(self, script: Script) -> None:
        script.is_silent = True
        with pytest.raises(DeliveryUnconfirmed):
            deliver(script.url, seconds=0.2)

    def test_nobody_there_is_delayed_and_nothing_was_marked(self) -> None:
        marks: list[str] = []
        with pytest.raises(DeliveryDelayed):
            deliver(f"http://127.0.0.1:{closed_port()}", marks=marks)

        assert marks == []

    def test_a_mark_that_cannot_be_made_stops_it(self, script: Script) -> None:
        with pytest.raises(ZeroDivisionError):
            SendGrid(KEY, base_url=script.url).deliver(LETTER, before_hand_over=lambda: 1 // 0)  # type: ignore[arg-type, return-value]

        assert [seen.body for seen in script.seen] in ([], [b""])

    def test_an_address_that_is_none_is_refused(self) -> None:
        with pytest.raises(DeliveryRefused):
            deliver("ftp://nowhere.example")

    def test_tells_neither_key_nor_address(self, script: Script) -> None:
        script.status, script.body = 400, b'{"errors":[{"message":"zoe@example.org is bad, key SG.a key"}]}'
        with pytest.raises(DeliveryRefused) as failure:
            deliver(script.url)

        assert "zoe" not in str(failure.value) and "SG." not in str(failure.value)
