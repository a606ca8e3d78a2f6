"""Twilio's wire format against a local server, and what its answers mean."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from urllib.parse import parse_qs

import pytest

from interview.providers.delivery.failures import DeliveryDelayed, DeliveryRefused, DeliveryUnconfirmed
from interview.providers.sms.port import Note
from interview.providers.sms.twilio import Twilio, number_of
from tests.providers.delivery.servers import Script, closed_port, http_server

ACCOUNT, SECRET, NUMBER = "AC0", "a secret", "+15005550006"


@pytest.fixture
def script() -> Iterator[Script]:
    """A server that takes everything."""
    with http_server(Script(status=201, body=b'{"sid": "SM1", "status": "queued"}')) as found:
        yield found


def deliver(url: str, number: str = "+49 (30) 123-4567", *, seconds: float = 2.0) -> str | None:
    """Deliver a note."""
    twilio = Twilio(ACCOUNT, SECRET, from_number=NUMBER, base_url=url, timeout_seconds=seconds)
    return twilio.deliver(Note(to_number=number, text="Hello Zoë & all"), before_hand_over=lambda: None)


class TestRequest:
    """What Twilio is sent."""

    def test_is_as_documented(self, script: Script) -> None:
        assert deliver(script.url) == "SM1"
        seen = script.seen[0]
        login = base64.b64encode(f"{ACCOUNT}:{SECRET}".encode()).decode()

        assert seen.path == f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
        assert seen.headers["Authorization"] == f"Basic {login}"
        assert seen.headers["Content-Type"] == "application/x-www-form-urlencoded"
        assert parse_qs(seen.body.decode()) == {
            "To": ["+49301234567"], "From": [NUMBER], "Body": ["Hello Zoë & all"],
        }  # fmt: skip


class TestNumber:
    """Whom it goes to."""

    @pytest.mark.parametrize("text", ["", "030 1234567", "+0123456789", "+49 30 12a", "+12345", "+1234567890123456"])
    def test_is_in_the_international_form(self, text: str) -> None:
        with pytest.raises(DeliveryRefused):
            number_of(text)


class TestAnswers:
    """Who may be asked again."""

    def test_a_refusal_is_final_and_told_by_its_code(self, script: Script) -> None:
        script.status, script.body = 400, b'{"code": 21211, "message": "+49301234567 is not valid", "status": 400}'
        with pytest.raises(DeliveryRefused) as failure:
            deliver(script.url)

        assert failure.value.words == "HTTP 400 21211"

    @pytest.mark.parametrize("status", [429, 500, 503])
    def test_what_may_pass_is_delayed_as_long_as_asked(self, script: Script, status: int) -> None:
        script.status, script.headers, script.body = status, {"Retry-After": "7"}, b"not json"
        with pytest.raises(DeliveryDelayed) as failure:
            deliver(script.url)

        assert failure.value.retry_after == 7

    def test_a_line_cut_after_the_body_leaves_it_unknown(self, script: Script) -> None:
        script.hangs_up = True
        with pytest.raises(DeliveryUnconfirmed):
            deliver(script.url)

    def test_nobody_there_is_delayed(self) -> None:
        with pytest.raises(DeliveryDelayed):
            deliver(f"http://127.0.0.1:{closed_port()}")

    @pytest.mark.parametrize("body", [b"", b"[]", b"\xff"])
    def test_an_answer_without_a_reference_is_a_good_one(self, script: Script, body: bytes) -> None:
        script.body = body

        assert deliver(script.url) is None
