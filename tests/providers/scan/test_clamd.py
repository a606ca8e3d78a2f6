"""The clamd client against a real socket, and against the real daemon where Debian's is installed."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from interview.providers.scan.absent import AbsentScanner
from interview.providers.scan.clamd import Clamd
from interview.providers.scan.port import Outcome, ScannerDown, Verdict
from interview.providers.scan.suppliers import configured
from tests.providers.scan.daemon import EICAR, tcp_daemon, unix_daemon

CLEAN = b"nothing to see" * 20_000


class TestInstream:
    """The protocol."""

    def test_over_tcp(self) -> None:
        with tcp_daemon() as address:
            scanner = configured(address)

            assert scanner.scan(BytesIO(CLEAN)) == Verdict(Outcome.CLEAN)
            assert scanner.scan(BytesIO(CLEAN + EICAR)) == Verdict(Outcome.INFECTED, "Eicar-Test-Signature")

    def test_over_a_unix_socket(self, tmp_path: Path) -> None:
        with unix_daemon(tmp_path) as address:
            assert configured(address).scan(BytesIO(EICAR)).outcome == Outcome.INFECTED

    @pytest.mark.parametrize(
        "said",
        [b"", b"INSTREAM size limit exceeded. ERROR\0", b"stream: Can't allocate memory ERROR\0", b"\xff" * 9000],
    )
    def test_what_is_no_verdict_is_never_clean(self, said: bytes) -> None:
        with tcp_daemon(lambda _: said) as address, pytest.raises(ScannerDown):
            configured(address).scan(BytesIO(CLEAN))

    def test_nobody_there(self, tmp_path: Path) -> None:
        for address in (("127.0.0.1", 1), str(tmp_path / "no.ctl")):
            with pytest.raises(ScannerDown):
                Clamd(address).scan(BytesIO(CLEAN))

    def test_silence(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as server, pytest.raises(ScannerDown):
            Clamd(server.getsockname()[:2], timeout_seconds=0.05).scan(BytesIO(CLEAN))


class TestConfigured:
    """What an operator may set."""

    @pytest.mark.parametrize("url", ["", "none"])
    def test_none_is_told(self, url: str) -> None:
        assert isinstance(configured(url), AbsentScanner)
        assert configured(url).scan(BytesIO(EICAR)) == Verdict(Outcome.UNSCANNED)

    @pytest.mark.parametrize("url", ["http://host", "tcp://", "unix:", "clamd"])
    def test_another_address_is_refused(self, url: str) -> None:
        with pytest.raises(ValueError, match="SCAN_URL"):
            configured(url)


@pytest.fixture
def clamd(tmp_path: Path) -> Iterator[str]:
    """The real daemon with one signature of our own; its database of millions is not for tests."""
    program = shutil.which("clamd")
    if program is None:
        pytest.skip("clamd is not installed")
    folder = tmp_path / "signatures"
    folder.mkdir()
    (folder / "own.ndb").write_text(f"Own.Test:0:*:{EICAR[:40].hex()}\n")
    control = tmp_path / "clamd.ctl"
    written = tmp_path / "clamd.conf"
    written.write_text(f"DatabaseDirectory {folder}\nLocalSocket {control}\nForeground yes\nMaxThreads 2\n")
    daemon = subprocess.Popen([program, "-c", written], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 10
        while not control.exists() and time.monotonic() < until and daemon.poll() is None:
            time.sleep(0.05)
        yield f"unix://{control}"
    finally:
        daemon.kill()
        daemon.wait()


class TestRealDaemon:
    """ClamAV's own."""

    def test_finds_what_its_signature_says(self, clamd: str) -> None:
        scanner = configured(clamd)

        assert scanner.scan(BytesIO(CLEAN)) == Verdict(Outcome.CLEAN)
        assert scanner.scan(BytesIO(EICAR)) == Verdict(Outcome.INFECTED, "Own.Test.UNOFFICIAL")
