"""Asks one address that somebody gave us, under rules that keep this server's own network out of reach."""

from __future__ import annotations

import ssl
import time
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from interview.core import current
from interview.providers.outbound import addresses, targets
from interview.providers.outbound.port import Answer, FetchFailed, Refused, Unreachable
from interview.providers.outbound.targets import Target

if TYPE_CHECKING:
    import httpcore2

__all__ = ["Answer", "FetchFailed", "Refused", "Unreachable", "check", "fetch"]

AGENT = "TalentFlow-Interview/1"
# Beside the body: the head of the answer, interim answers, and what chunked coding adds.
HEAD_BYTES = 128 * 1024


def fetch(
    url: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: bytes = b"",
    most_bytes: int,
    timeout_seconds: float,
    cuts_body: bool = False,
) -> Answer:
    """Ask an address once and read the answer; needs the app's context for the setting OUTBOUND_NETWORKS.

    The host is resolved once, every address it has must be public, and the connection goes to one of them whatever
    DNS says later. `timeout_seconds` bounds the whole call, a slow drip too. No redirect is followed, no proxy or
    `.netrc` of the environment is used. A body past `most_bytes` is a failure, or with `cuts_body` is cut there.
    Raises `Refused` or `Unreachable`.
    """
    deadline = time.monotonic() + timeout_seconds
    target = targets.read(url)
    _check_form(target)
    found = addresses.resolve(target, timeout_seconds=timeout_seconds)
    addresses.check(found, scheme=target.scheme, networks=current.settings().outbound_networks)
    asked = {"method": method, "headers": _headers(target, method, headers or {}, body), "content": body or None}
    pinned = [str(address) for address in found]
    return _exchange(target, pinned, deadline, most_bytes, cuts_body, **asked)


def check(url: str) -> None:
    """Raise `Refused` for an address that is refused whatever DNS says of its host, before anybody waits for it."""
    _check_form(targets.read(url))


def _check_form(target: Target) -> None:
    networks = current.settings().outbound_networks
    if target.scheme == "http" and not networks:
        raise Refused("Only https addresses are asked.")
    if target.literal is not None:
        addresses.check([target.literal], scheme=target.scheme, networks=networks)


def _headers(target: Target, method: str, given: Mapping[str, str], body: bytes) -> list[tuple[bytes, bytes]]:
    """The caller's headers under those that are ours to say."""
    ours = {"Host": target.netloc, "User-Agent": AGENT, "Accept-Encoding": "identity", "Connection": "close"}
    if body or method not in {"GET", "HEAD"}:
        ours["Content-Length"] = str(len(body))
    reserved = {name.lower() for name in ours}
    kept = ((name, value) for name, value in given.items() if name.lower() not in reserved)
    return [(name.encode(), value.encode()) for name, value in (*ours.items(), *kept)]


def _exchange(
    target: Target, pinned: Sequence[str], deadline: float, most_bytes: int, cuts_body: bool, **asked: Any
) -> Answer:
    import httpcore2

    from interview.providers.outbound.line import Line

    url = httpcore2.URL(scheme=target.scheme, host=target.host, port=target.port, target=target.path)
    # The certificate is checked against the name that was asked for, not against the address it is pinned to.
    extensions = {"sni_hostname": target.host}
    line = Line(deadline=deadline, most_bytes=HEAD_BYTES + 2 * most_bytes, addresses=lambda *_: pinned)
    try:
        with (
            httpcore2.ConnectionPool(ssl_context=trusted(), network_backend=line) as pool,
            pool.stream(url=url, extensions=extensions, **asked) as response,
        ):
            return _read(response, most_bytes=most_bytes, cuts_body=cuts_body)
    except httpcore2.TimeoutException as cause:
        raise Unreachable("There was no whole answer in time.") from cause
    except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError) as cause:
        raise Unreachable(_words(cause)) from cause


def _read(response: httpcore2.Response, *, most_bytes: int, cuts_body: bool) -> Answer:
    headers: dict[str, str] = {}
    for raw_name, raw_value in response.headers:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    body = bytearray()
    for piece in response.iter_stream():
        body += piece
        if len(body) > most_bytes and not cuts_body:
            raise Unreachable(f"The answer is larger than {most_bytes} bytes.")
        if len(body) > most_bytes:
            return Answer(response.status, headers, bytes(body[:most_bytes]), is_whole=False)
    return Answer(response.status, headers, bytes(body))


def _words(cause: Exception) -> str:
    words = str(cause)
    if "certificate" in words.lower():
        return "The server's certificate is not valid for this address."
    if "too large" in words:
        return "The answer is too large."
    return "The connection failed, or what came back is no HTTP."


@cache
def trusted() -> ssl.SSLContext:
    """Whom to trust: the system's certificate authorities, or those that SSL_CERT_FILE names; names are checked."""
    import httpcore2

    return httpcore2.default_ssl_context()
