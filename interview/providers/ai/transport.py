"""The wire under both suppliers' libraries: one exchange, bounded in time and in bytes.

The libraries bound neither; the line that all our requests go over does.
Imports the HTTP stack; adapters import this module when they are first asked.
"""

from __future__ import annotations

import ssl
import time

import httpcore2
import httpx2

from interview.providers.outbound.line import Line, any_address

MOST_BYTES = 1024 * 1024
_DEFAULT_SECONDS = 60.0


def client(*, most_bytes: int = MOST_BYTES, tls: ssl.SSLContext | None = None) -> httpx2.Client:
    """A client for the suppliers' libraries.

    It follows no redirect, since that would carry the key and the candidate's words to another host,
    and it reads no `.netrc`, whose password would replace the key.
    """
    return httpx2.Client(
        transport=BoundedTransport(most_bytes=most_bytes, tls=tls), follow_redirects=False, trust_env=False
    )


class BoundedTransport(httpx2.BaseTransport):
    """Carries one request on a connection of its own; the request's read timeout bounds the whole exchange."""

    def __init__(self, *, most_bytes: int = MOST_BYTES, tls: ssl.SSLContext | None = None) -> None:
        self._most_bytes = most_bytes
        self._tls = tls or httpx2.create_ssl_context()

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Exchange the request for a response whose body is read; raises `httpx2.TransportError`s."""
        seconds = request.extensions.get("timeout", {}).get("read") or _DEFAULT_SECONDS
        line = Line(deadline=time.monotonic() + seconds, most_bytes=self._most_bytes, addresses=any_address)
        try:
            status, headers, body = self._exchange(request, line)
        except httpcore2.TimeoutException as cause:
            raise httpx2.ReadTimeout(f"no whole response in {seconds:.1f} s", request=request) from cause
        except (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.UnsupportedProtocol) as cause:
            raise httpx2.ReadError(str(cause) or type(cause).__name__, request=request) from cause
        response = httpx2.Headers(headers)
        if response.get("content-encoding", "identity").lower() != "identity":
            # We asked for none; unpacking would let a small body grow past the cap.
            raise httpx2.ReadError("the response is compressed", request=request)
        return httpx2.Response(status, headers=response, content=body)

    def _exchange(self, request: httpx2.Request, line: Line) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
        request.headers["Accept-Encoding"] = "identity"
        url = request.url
        outgoing = httpcore2.Request(
            method=request.method,
            url=httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.read(),
        )
        with httpcore2.ConnectionPool(ssl_context=self._tls, network_backend=line) as pool:
            response = pool.handle_request(outgoing)
            return response.status, response.headers, response.read()
