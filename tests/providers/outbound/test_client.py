"""One exchange over real sockets: what is sent, what comes back, and its bounds."""

from __future__ import annotations

import datetime
import ssl
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from interview.providers.outbound import client
from interview.providers.outbound.port import Unreachable
from tests.factories import receivers
from tests.providers.outbound.conftest import Names


@pytest.fixture(autouse=True)
def _own_network(networks: Callable[..., None]) -> None:
    networks("127.0.0.0/8")


def ask(url: str, *, seconds: float = 5, most_bytes: int = 1000, **more: Any) -> client.Answer:
    """Fetch."""
    return client.fetch(url, most_bytes=most_bytes, timeout_seconds=seconds, **more)


class TestFetch:
    def test_request_and_answer(self) -> None:
        act = receivers.answers(201, b"made", headers={"X-Seen": "yes"})
        with receivers.receiving(act) as server:
            told = {"Content-Type": "text/plain", "Host": "elsewhere.example.org", "content-length": "1"}
            answer = ask(f"{server.url}/path?query=1#part", method="POST", headers=told, body=b"some words")

        (got,) = server.got
        assert (answer.status, answer.body, answer.headers["x-seen"], answer.is_whole) == (201, b"made", "yes", True)
        assert (got.method, got.path, got.body) == ("POST", "/path?query=1", b"some words")
        assert (got.headers["host"], got.headers["content-type"]) == (f"127.0.0.1:{server.port}", "text/plain")
        assert got.headers["accept-encoding"] == "identity"

    def test_a_proxy_of_the_environment_is_not_asked(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with receivers.receiving() as server, receivers.receiving() as proxy:
            for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
                monkeypatch.setenv(name, proxy.url)

            assert ask(server.url).status == 200
        assert proxy.got == []

    def test_a_compressed_body_is_not_unpacked(self) -> None:
        packed = b"\x1f\x8b" + b"\x00" * 50
        with receivers.receiving(receivers.answers(200, packed, headers={"Content-Encoding": "gzip"})) as server:
            answer = ask(server.url)

        assert (answer.body, answer.headers["content-encoding"]) == (packed, "gzip")

    @pytest.mark.parametrize("act", [receivers.hangs, receivers.drips])
    def test_the_deadline_holds_for_the_whole_call(self, act: receivers.Act) -> None:
        """Each read of a drip ends long before its timeout, and still the call is over in time."""
        begun = time.monotonic()
        with receivers.receiving(act) as server:
            with pytest.raises(Unreachable, match="in time"):
                ask(server.url, seconds=0.2)

            assert time.monotonic() - begun < 1.5

    @pytest.mark.parametrize("act", [receivers.floods, receivers.answers(200, b"x" * 1001)])
    def test_too_large(self, act: receivers.Act) -> None:
        with receivers.receiving(act) as server, pytest.raises(Unreachable, match="larger"):
            ask(server.url)

    @pytest.mark.parametrize("act", [receivers.floods, receivers.answers(200, b"x" * 200_000)])
    def test_cut_where_only_the_beginning_matters(self, act: receivers.Act) -> None:
        with receivers.receiving(act) as server:
            answer = ask(server.url, cuts_body=True)

        assert (answer.status, len(answer.body), answer.is_whole) == (200, 1000, False)

    def test_endless_headers(self) -> None:
        headers = {f"X-{number}": "y" * 1000 for number in range(200)}
        with receivers.receiving(receivers.answers(200, headers=headers)) as server, pytest.raises(Unreachable):
            ask(server.url)

    def test_a_body_that_breaks_off(self) -> None:
        with receivers.receiving(receivers.answers(200, b"half", length=8)) as server, pytest.raises(Unreachable):
            ask(server.url)

    def test_nobody_listens(self) -> None:
        with receivers.receiving() as server:
            pass
        with pytest.raises(Unreachable):
            ask(server.url)


class TestTls:
    """A self-made authority, whose certificate is for the name and not for the address."""

    @pytest.fixture
    def authority(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
        made = Authority(tmp_path)
        monkeypatch.setattr(client, "trusted", lambda: ssl.create_default_context(cafile=str(made.certificate)))
        return made

    def test_the_name_is_shown_and_checked(self, authority: Authority, names: Names) -> None:
        names(["127.0.0.1"])
        context = authority.server("hooks.example.org")
        shown: list[str | None] = []
        context.sni_callback = lambda _socket, name, _context: shown.append(name)
        with receivers.receiving(tls=context) as server:
            assert ask(f"https://hooks.example.org:{server.port}/").status == 200
            with pytest.raises(Unreachable, match="certificate"):
                ask(f"https://other.example.org:{server.port}/")

        assert shown == ["hooks.example.org", "other.example.org"]
        assert server.got[0].headers["host"] == f"hooks.example.org:{server.port}"

    def test_a_stranger_s_certificate(self, authority: Authority, names: Names, tmp_path: Path) -> None:
        names(["127.0.0.1"])
        (tmp_path / "stranger").mkdir()
        stranger = Authority(tmp_path / "stranger")
        tls = stranger.server("hooks.example.org")
        with receivers.receiving(tls=tls) as server, pytest.raises(Unreachable, match="certificate"):
            ask(f"https://hooks.example.org:{server.port}/")

        assert server.got == []

    def test_a_drip_inside(self, authority: Authority, names: Names) -> None:
        names(["127.0.0.1"])
        tls = authority.server("hooks.example.org")
        with receivers.receiving(receivers.drips, tls=tls) as server, pytest.raises(Unreachable, match="in time"):
            ask(f"https://hooks.example.org:{server.port}/", seconds=0.3)


class Authority:
    """A certificate authority in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Authority of a test")])
        self.certificate = folder / "authority.pem"
        made = self._certified(self._name, self._key, x509.BasicConstraints(ca=True, path_length=None))
        self.certificate.write_bytes(made)

    def server(self, name: str) -> ssl.SSLContext:
        """The context of a server that is known under a name."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "server")])
        secret = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        pem = self._folder / "server.pem"
        pem.write_bytes(self._certified(subject, key, x509.SubjectAlternativeName([x509.DNSName(name)])) + secret)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pem)
        return context

    def _certified(self, subject: x509.Name, key: ec.EllipticCurvePrivateKey, says: x509.ExtensionType) -> bytes:
        now = datetime.datetime.now(datetime.UTC)
        certificate = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=1))
            .add_extension(says, critical=True)
            .sign(self._key, hashes.SHA256())
        )
        return certificate.public_bytes(serialization.Encoding.PEM)
