"""The bounded wire: one deadline and one count of bytes for a whole exchange."""

from __future__ import annotations

import datetime
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from interview.providers.ai import transport
from tests.providers.ai import wire


def post(
    url: str, *, seconds: float = 5.0, content: bytes = b"{}", tls: ssl.SSLContext | None = None
) -> httpx2.Response:
    with transport.client(most_bytes=10_000, tls=tls or ssl.create_default_context()) as client:
        return client.post(url, content=content, timeout=seconds)


class TestBoundedTransport:
    def test_response(self) -> None:
        with wire.serving(wire.answers({"a": 1}, headers={"X-Seen": "yes"})) as server:
            response = post(server.url)

        assert (response.status_code, response.json(), response.headers["x-seen"]) == (200, {"a": 1}, "yes")
        assert server.headers[0]["accept-encoding"] == "identity"

    @pytest.mark.parametrize("act", [wire.hangs, wire.drips_body, wire.drips_headers])
    def test_deadline_holds_for_the_whole_exchange(self, act: wire.Act) -> None:
        """Each read of a drip ends long before its timeout, and still the exchange is over in time."""
        with wire.serving(act) as server, pytest.raises(httpx2.ReadTimeout):
            post(server.url, seconds=0.15)

    def test_server_that_does_not_read(self) -> None:
        """A request that nobody takes ends with the deadline too."""
        with _deaf() as url, pytest.raises(httpx2.TransportError):
            post(url, seconds=0.15, content=b"x" * 20_000_000)

    def test_too_large(self) -> None:
        with wire.serving(wire.answers(b"x" * 20_000)) as server, pytest.raises(httpx2.ReadError, match="too large"):
            post(server.url)

    def test_endless_headers(self) -> None:
        """Headers count as well as the body."""
        act = wire.answers(b"", headers={f"X-{number}": "y" * 900 for number in range(20)})
        with wire.serving(act) as server, pytest.raises(httpx2.ReadError):
            post(server.url)

    def test_compressed_body(self) -> None:
        """What we did not ask for is not unpacked, so a small body cannot become a large one."""
        act = wire.answers(b"\x1f\x8b", headers={"Content-Encoding": "gzip"})
        with wire.serving(act) as server, pytest.raises(httpx2.ReadError, match="compressed"):
            post(server.url)

    @pytest.mark.parametrize("host", ["127.0.0.1:9", "no-such-host.invalid"])
    def test_unreachable(self, host: str) -> None:
        with pytest.raises(httpx2.ReadError):
            post(f"http://{host}/")

    def test_tls(self, tmp_path: Path) -> None:
        """The certificate is checked against the host's name, and TLS runs over the bounded connection."""
        server_tls, trusting = _certified(tmp_path)
        with wire.serving(wire.answers({"a": 1}), tls=server_tls) as server:
            url = server.url.replace("127.0.0.1", "localhost")

            assert post(url, tls=trusting).json() == {"a": 1}
            with pytest.raises(httpx2.ReadError, match="certificate"):
                post(url)

    def test_tls_drip(self, tmp_path: Path) -> None:
        server_tls, trusting = _certified(tmp_path)
        with wire.serving(wire.drips_body, tls=server_tls) as server, pytest.raises(httpx2.ReadTimeout):
            post(server.url.replace("127.0.0.1", "localhost"), seconds=0.2, tls=trusting)


@contextmanager
def _deaf() -> Iterator[str]:
    """A server that accepts and never reads."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        accepted: list[socket.socket] = []
        thread = threading.Thread(target=lambda: accepted.append(listener.accept()[0]))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            thread.join()
            for connection in accepted:
                connection.close()


def _certified(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's context with a fresh certificate for localhost, and a client's that trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = folder / "server.pem"
    pem.write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(pem)
    return serving, ssl.create_default_context(cafile=str(pem))
