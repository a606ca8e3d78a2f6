"""What is taken out of every log line."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest

from interview.core.logs import REDACTED, LogFile, redact


def cleaned(**line: Any) -> Any:
    """The line as it is written."""
    return dict(redact(None, "info", line))


class TestRedact:
    """By name and by look."""

    @pytest.mark.parametrize(
        "name",
        ["password", "access_token", "Authorization", "Set-Cookie", "api_key", "apikey", "text", "answer_text",
         "resume", "transcript", "interview_token", "client_secret", "signature"],
    )  # fmt: skip
    def test_by_name(self, name: str) -> None:
        assert cleaned(**{name: "x"})[name] == REDACTED

    @pytest.mark.parametrize("name", ["event", "path", "status", "context", "kind", "answered_at"])
    def test_harmless_names_stay(self, name: str) -> None:
        assert cleaned(**{name: "x"})[name] == "x"

    @pytest.mark.parametrize(
        ("text", "secret"),
        [
            ("GET /i/abcdefghijklmnopqrstuvwxyz-0123", "abcdefghijklmnopqrstuvwxyz-0123"),
            ("Authorization: Bearer abc.def-ghi", "abc.def-ghi"),
            ("Basic dXNlcjpwYXNz", "dXNlcjpwYXNz"),
            ("got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln here", "eyJzdWIiOiIxIn0"),
            ("/api/media/1/a.webm?expires=1&signature=abcDEF123", "abcDEF123"),
            ("/api/interview/session/0123456789abcdef0123456789abcdef", "89abcdef0123456789abcdef"),
            ("session:0123456789abcdef0123456789abcdef", "89abcdef0123456789abcdef"),
        ],
    )
    def test_by_look(self, text: str, secret: str) -> None:
        assert secret not in cleaned(path=text)["path"]

    def test_an_id_keeps_its_beginning(self) -> None:
        line = cleaned(path="/api/uploads/0123456789abcdef0123456789abcdef")

        assert line["path"] == f"/api/uploads/01234567{REDACTED}"

    def test_inside_of_what_is_nested(self) -> None:
        line = cleaned(told={"inner": {"password": "x"}, "list": ["Bearer abc", {"token": "y"}]})

        assert line["told"] == {"inner": {"password": REDACTED}, "list": [f"Bearer {REDACTED}", {"token": REDACTED}]}

    def test_nothing_stays_nothing(self) -> None:
        assert cleaned(token=None)["token"] is None


class TestLogFile:
    """The file that is put aside."""

    def test_is_put_aside_once_it_is_full(self, tmp_path: Path) -> None:
        file = LogFile(tmp_path / "log", maxBytes=100, backupCount=2, encoding="utf-8")
        for number in range(40):
            file.emit(logging.LogRecord("x", logging.INFO, "x", 1, f"line {number}", None, None))
        file.close()

        assert sorted(path.name for path in tmp_path.iterdir()) == ["log", "log.1", "log.2"]
        assert all(path.stat().st_size < 120 for path in tmp_path.iterdir())
