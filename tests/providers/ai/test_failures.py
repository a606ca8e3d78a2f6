"""What HTTP statuses and headers of suppliers mean."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from interview.providers.ai import failures
from interview.providers.ai.port import ModelRefused, ModelUnavailable


class TestOfStatus:
    @pytest.mark.parametrize("status", [408, 409, 425, 429, 500, 502, 503, 504, 529])
    def test_may_pass(self, status: int) -> None:
        assert isinstance(failures.of_status(status), ModelUnavailable)

    @pytest.mark.parametrize("status", [0, 204, 302, 400, 401, 403, 404, 413, 422])
    def test_fails_again(self, status: int) -> None:
        assert isinstance(failures.of_status(status), ModelRefused)

    def test_code_is_kept_short(self) -> None:
        assert len(str(failures.of_status(400, code="x" * 1000))) < 80


class TestRetryAfter:
    NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)

    @pytest.mark.parametrize(
        ("text", "seconds"),
        [
            ("7", 7.0),
            ("0", 0.0),
            ("Fri, 20 Nov 2026 12:00:30 GMT", 30.0),
            ("Fri, 20 Nov 2026 12:00:30 -0000", 30.0),
            ("Fri, 20 Nov 2026 11:00:00 GMT", 0.0),
            ("-5", None),
            ("1e3", None),
            ("soon", None),
            ("²", None),
            ("", None),
            ("9" * 5000, 999_999_999.0),
        ],
    )
    def test_value(self, text: str, seconds: float | None) -> None:
        assert failures.retry_after({"retry-after": text}, now=self.NOW) == seconds

    def test_absent(self) -> None:
        assert failures.retry_after({}) is None


class TestCounted:
    @pytest.mark.parametrize(("tokens", "count"), [(3, 3), (0, 0), (-1, 0), (None, 0), (True, 0), (1.5, 0), ("9", 0)])
    def test_value(self, tokens: object, count: int) -> None:
        assert failures.counted(tokens) == count
