"""Recognising a caller before any database is asked: for rate limits and idempotency scopes, never for access."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address, ip_network

from flask import Request, g, request
from werkzeug.exceptions import BadRequest as BadRequestError

Recogniser = Callable[[Request], str | None]
_recognisers: list[Recogniser] = []


def recogniser(function: Recogniser) -> Recogniser:
    """Register a way to recognise a caller; the first that answers decides."""
    if function not in _recognisers:
        _recognisers.append(function)
    return function


def caller() -> str:
    """The caller of this request as `kind:id`, or its address where nobody is recognised."""
    known: str | None = g.get("caller")
    if known is None:
        known = next((name for find in _recognisers if (name := find(request))), f"address:{address()}")
        g.caller = known
    return known


def address() -> str:
    """The address that called, behind configured proxies the one they vouch for."""
    return request.remote_addr or "unknown"


def body_value(call: Request, name: str) -> str | None:
    """A text member of the JSON body, None where there is none; leaves complaints to the schema."""
    if not call.is_json:
        return None
    try:
        body = call.get_json(silent=True)
    except (BadRequestError, RecursionError):
        return None
    value = body.get(name) if isinstance(body, dict) else None
    # What is not printable is in no database, and some cannot even be asked for it.
    return value if isinstance(value, str) and value.isprintable() else None


class TrustedProxies:
    """WSGI middleware that believes X-Forwarded-For and -Proto from configured networks only.

    The client is the last address in the chain that is not itself a trusted proxy, because everything left of it
    is the client's own word.
    """

    def __init__(self, app: Callable[..., object], networks: tuple[str, ...]) -> None:
        self.app = app
        self.networks = [ip_network(network) for network in networks]

    def __call__(self, environ: dict[str, object], start_response: object) -> object:
        """Rewrite the address and scheme when the peer is a configured proxy."""
        if self._trusts(str(environ.get("REMOTE_ADDR", ""))):
            chain = [part.strip() for part in str(environ.get("HTTP_X_FORWARDED_FOR", "")).split(",") if part.strip()]
            client = next((part for part in reversed(chain) if not self._trusts(part)), None)
            environ["REMOTE_ADDR"] = client or environ["REMOTE_ADDR"]
            if environ.get("HTTP_X_FORWARDED_PROTO") in {"http", "https"}:
                environ["wsgi.url_scheme"] = environ["HTTP_X_FORWARDED_PROTO"]
        return self.app(environ, start_response)

    def _trusts(self, text: str) -> bool:
        try:
            found = ip_address(text)
        except ValueError:
            return False
        return any(found in network for network in self.networks)
