"""What a supplier's status and its Retry-After mean."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from interview.providers.delivery.failures import DeliveryDelayed, DeliveryRefused, of_status, retry_after

NOW = datetime(2030, 1, 1, tzinfo=UTC)


class TestOfStatus:
    """For good or for now."""

    @pytest.mark.parametrize(
        ("status", "kind"),
        [(302, DeliveryRefused), (404, DeliveryRefused), (408, DeliveryDelayed), (502, DeliveryDelayed)],
    )
    def test_follows_the_number(self, status: int, kind: type[Exception]) -> None:
        assert type(of_status(status)) is kind

    def test_keeps_no_long_words(self) -> None:
        assert len(of_status(400, code="x" * 5000).words) < 100


class TestRetryAfter:
    """RFC 9110, 10.2.3."""

    @pytest.mark.parametrize(
        ("text", "seconds"),
        [
            ("5", 5.0),
            ("Tue, 01 Jan 2030 00:01:00 GMT", 60.0),
            ("Mon, 31 Dec 2029 00:00:00 GMT", 0.0),
            ("soon", None),
            ("-5", None),
            ("", None),
        ],
    )
    def test_is_seconds_or_a_date(self, text: str, seconds: float | None) -> None:
        assert retry_after({"Retry-After": text}, now=NOW) == seconds
