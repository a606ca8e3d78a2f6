"""Whose address counts behind proxies, and who is recognised before any database is asked."""

from __future__ import annotations

from typing import Any

import pytest

from interview.core import callers
from interview.core.callers import TrustedProxies
from interview.core.http import Application


def seen(
    peer: str, *, forwarded: str | None = None, proto: str | None = None, trusted: tuple[str, ...] = ()
) -> tuple[Any, Any]:
    """The address and scheme that the app sees."""
    environ = {"REMOTE_ADDR": peer, "wsgi.url_scheme": "http"}
    environ |= {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded is not None else {}
    environ |= {"HTTP_X_FORWARDED_PROTO": proto} if proto is not None else {}
    TrustedProxies(lambda environ, start: environ, trusted)(environ, None)
    return environ["REMOTE_ADDR"], environ["wsgi.url_scheme"]


class TestTrustedProxies:
    """X-Forwarded-For and -Proto."""

    def test_nobody_is_believed_by_default(self) -> None:
        assert seen("203.0.113.9", forwarded="198.51.100.1", proto="https") == ("203.0.113.9", "http")

    def test_a_configured_proxy_is_believed(self) -> None:
        found = seen("10.0.0.1", forwarded="198.51.100.1", proto="https", trusted=("10.0.0.0/8",))

        assert found == ("198.51.100.1", "https")

    def test_what_the_client_says_of_itself_is_not(self) -> None:
        forged = "127.0.0.1, 192.0.2.7, 198.51.100.1, 10.0.0.2"

        assert seen("10.0.0.1", forwarded=forged, trusted=("10.0.0.0/8",))[0] == "198.51.100.1"

    @pytest.mark.parametrize("forwarded", ["", " , ", "10.0.0.2", None])
    def test_without_a_client_in_the_chain_the_proxy_itself_counts(self, forwarded: str | None) -> None:
        assert seen("10.0.0.1", forwarded=forwarded, trusted=("10.0.0.0/8",))[0] == "10.0.0.1"

    def test_an_unknown_scheme_is_ignored(self) -> None:
        assert seen("10.0.0.1", proto="javascript", trusted=("10.0.0.0/8",))[1] == "http"


class TestCaller:
    """A name for limits and idempotency."""

    def test_without_a_credential_it_is_the_address(self, app: Application) -> None:
        with app.test_request_context("/x", environ_base={"REMOTE_ADDR": "192.0.2.1"}):
            assert callers.caller() == "address:192.0.2.1"

    def test_a_session_is_named_without_its_id(self, app: Application) -> None:
        with app.test_request_context("/x", method="POST", json={"session_id": "f" * 32}):
            named = callers.caller()

        assert named.startswith("session:") and "f" * 8 not in named

    @pytest.mark.parametrize("body", ["[1]", "{", '"x"', '{"session_id": 5}', "[" * 5000])
    def test_a_body_that_makes_no_sense_names_nobody(self, app: Application, body: str) -> None:
        with app.test_request_context("/x", method="POST", data=body, content_type="application/json"):
            assert callers.caller().startswith("address:")
