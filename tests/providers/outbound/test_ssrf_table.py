"""Addresses that try to make this server ask its own network; a canary on this machine must never be reached."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event
from typing import Any

import httpcore2
import pytest

from interview.providers.outbound import addresses, client
from interview.providers.outbound.port import Refused, Unreachable
from tests.factories import receivers
from tests.providers.outbound import canary
from tests.providers.outbound.canary import Canary
from tests.providers.outbound.conftest import Names

# {port} is the canary's.
FORMS = (
    "http://127.0.0.1:{port}/",
    "https://127.0.0.1:{port}/",
    "https://localhost:{port}/",
    "https://LOCALHOST.:{port}/",
    "https://127.1:{port}/",
    "https://127.0.1:{port}/",
    "https://2130706433:{port}/",
    "https://0x7f000001:{port}/",
    "https://0x7f.0.0.1:{port}/",
    "https://0x7f.0x0.0x0.0x1:{port}/",
    "https://0177.0.0.1:{port}/",
    "https://017700000001:{port}/",
    "https://127.0.0.1.:{port}/",
    "https://127.000.000.001:{port}/",
    "https://0:{port}/",
    "https://0.0.0.0:{port}/",
    "https://127.255.255.254:{port}/",
    "https://[::1]:{port}/",
    "https://[::]:{port}/",
    "https://[0:0:0:0:0:0:0:1]:{port}/",
    "https://[::ffff:127.0.0.1]:{port}/",
    "https://[::ffff:7f00:1]:{port}/",
    "https://[::127.0.0.1]:{port}/",
    "https://[64:ff9b::127.0.0.1]:{port}/",
    "https://[2002:7f00:1::]:{port}/",
    "https://[2001:4860::5efe:7f00:1]:{port}/",
    "https://[2001:0:7f00:1::1]:{port}/",
    "https://[fe80::1%25lo]:{port}/",
    "https://[fe80::1%lo]:{port}/",
    "https://[fc00::1]:{port}/",
    "https://[::1].example.org:{port}/",
    "https://example.org[::1]:{port}/",
    "https://example.org@127.0.0.1:{port}/",
    "https://user:pass@127.0.0.1:{port}/",
    "https://127.0.0.1:{port}@example.org/",
    "https://example.org:443@127.0.0.1:{port}/",
    "https://example.org\\@127.0.0.1:{port}/",
    "https://127.0.0.1:{port}\\@example.org/",
    "https:\\\\127.0.0.1:{port}/",
    "https:///127.0.0.1:{port}/",
    "https:127.0.0.1:{port}/",
    "//127.0.0.1:{port}/",
    "https://127.0.0.1%2eexample.org:{port}/",
    "https://127.0.0.1\t:{port}/",
    "https://127.0.0.1\r\nHost: example.org:{port}/",
    "https://①②⑦.⓪.⓪.①:{port}/",
    "https://127。0。0。1:{port}/",
    "https://127.0.0.1:00{port}/",
    "https://127.0.0.1:{port}:443/",
    "file:///etc/passwd",
    "ftp://127.0.0.1:{port}/",
    "gopher://127.0.0.1:{port}/_",
    "dict://127.0.0.1:{port}/",
    "jar:https://127.0.0.1:{port}!/",
    "unix:///var/run/docker.sock",
    "https://169.254.169.254/latest/meta-data/",
    "https://metadata.google.internal/",
    "https://10.0.0.1/",
    "https://172.16.0.1/",
    "https://192.168.0.1/",
    "https://100.64.0.1/",
    "https://192.0.2.1/",
    "https://198.18.0.1/",
    "https://192.88.99.1/",
    "https://224.0.0.1/",
    "https://240.0.0.1/",
    "https://255.255.255.255/",
    "https://[ff02::1]/",
    "https://[fec0::1]/",
    "https://[2001:db8::1]/",
    "https://[3fff::1]/",
    "https://[64:ff9b:1::a00:1]/",
    "https://93.184.215.14:25/",
    "https://93.184.215.14:22/",
    "https://93.184.215.14:0/",
    "https://93.184.215.14:65536/",
    "http://93.184.215.14/",
    "https:///",
    "https://",
    "",
    "https://" + "a" * 2100,
    "https://-.example.org/",
    "https://a..example.org/",
)

# What a name may resolve to without ever being asked; one wrong address among right ones is enough.
ANSWERS = (
    ("127.0.0.1",),
    ("10.1.2.3",),
    ("169.254.169.254",),
    ("100.100.100.200",),
    ("0.0.0.0",),
    ("::1",),
    ("::",),
    ("fe80::1",),
    ("fd00:ec2::254",),
    ("::ffff:10.0.0.1",),
    ("64:ff9b::a00:1",),
    ("64:ff9b::7f00:1",),
    ("2002:a00:1::1",),
    ("224.0.0.251",),
    ("93.184.215.14", "127.0.0.1"),
    ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::1"),
)


@pytest.fixture
def listener(networks: Any) -> Iterator[Canary]:
    """The canary, with no network of the operator's own."""
    with canary.singing() as found:
        yield found


@pytest.fixture
def dialled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every address that a connection was tried to; none of these tries leaves the machine."""
    found: list[str] = []

    def connect(self: object, host: str, port: int, **_: object) -> None:
        found.append(host)
        raise httpcore2.ConnectError("no network in this test")

    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", connect)
    return found


def ask(url: str, **more: Any) -> client.Answer:
    """Fetch with small bounds."""
    return client.fetch(url, most_bytes=1000, timeout_seconds=2, **more)


class TestForms:
    """Ways to write an address."""

    @pytest.mark.parametrize("form", FORMS)
    def test_is_refused(self, listener: Canary, names: Names, form: str) -> None:
        names(["127.0.0.1"])

        with pytest.raises(Refused):
            ask(form.replace("{port}", str(listener.port)))
        assert listener.visits == []

    def test_the_table_is_long_enough(self) -> None:
        assert len(set(FORMS)) + len(ANSWERS) >= 40

    @pytest.mark.parametrize(
        "url", ["https://8.8.8.8/", "https://[2606:4700::1111]:8443/x?y=1", "https://[64:ff9b::808:808]/"]
    )
    def test_public_literals_are_asked(self, networks: Any, dialled: list[str], url: str) -> None:
        with pytest.raises(Unreachable):
            ask(url)
        assert len(dialled) == 1


class TestNames:
    """What DNS says."""

    @pytest.mark.parametrize("answer", ANSWERS)
    def test_every_address_has_to_be_public(
        self, listener: Canary, names: Names, dialled: list[str], answer: tuple[str, ...]
    ) -> None:
        names(answer)

        with pytest.raises(Refused):
            ask(f"https://hooks.example.org:{listener.port}/")
        assert dialled == [] and listener.visits == []

    def test_a_second_answer_is_never_asked_for(self, listener: Canary, names: Names, dialled: list[str]) -> None:
        """A name that turns to this machine between the check and the connection gains nothing."""
        asked = names(["93.184.215.14"], ["127.0.0.1"])

        with pytest.raises(Unreachable):
            ask(f"https://hooks.example.org:{listener.port}/")
        assert (asked, dialled, listener.visits) == (["hooks.example.org"], ["93.184.215.14"], [])

    def test_a_name_without_address(self, networks: Any, names: Names) -> None:
        names([])

        with pytest.raises(Unreachable):
            ask("https://hooks.example.org/")

    def test_a_resolver_that_does_not_answer(self, networks: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        end = Event()
        monkeypatch.setattr(addresses, "lookup", lambda *_: end.wait(5) and [])
        with pytest.raises(Unreachable):
            client.fetch("https://hooks.example.org/", most_bytes=1, timeout_seconds=0.1)
        end.set()


class TestRedirects:
    """Nothing is followed."""

    @pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
    def test_one_to_this_machine(self, listener: Canary, networks: Callable[..., None], status: int) -> None:
        networks("127.0.0.0/8")
        place = {"Location": f"http://127.0.0.2:{listener.port}/"}
        with receivers.receiving(receivers.answers(status, headers=place)) as server:
            answer = ask(server.url)

        assert (answer.status, answer.headers["location"]) == (status, place["Location"])
        assert listener.visits == []


class TestOwnNetworks:
    """The setting OUTBOUND_NETWORKS."""

    def test_http_is_allowed_inside_only(self, names: Names, networks: Callable[..., None]) -> None:
        networks("127.0.0.1/32")
        names(["127.0.0.1"], ["127.0.0.2"], ["93.184.215.14"])
        with receivers.receiving() as server:
            url = server.url.replace("127.0.0.1", "hooks.example.org")

            assert ask(url).status == 200
            for _ in range(2):
                with pytest.raises(Refused):
                    ask(url)

    def test_a_mapped_form_of_one_of_its_addresses(
        self, names: Names, networks: Callable[..., None], dialled: list[str]
    ) -> None:
        networks("10.0.0.0/8")
        names(["::ffff:10.0.0.1"])
        with pytest.raises(Unreachable):
            ask("http://hooks.example.org/")

        assert dialled == ["::ffff:a00:1"]

    def test_the_rest_of_the_rules_hold_there_too(self, networks: Callable[..., None]) -> None:
        networks("127.0.0.0/8")

        for url in ("http://user@127.0.0.1/", "http://127.1/", "http://127.0.0.1:22/"):
            with pytest.raises(Refused):
                ask(url)


class TestCheck:
    """Before anybody waits for DNS."""

    @pytest.mark.parametrize("url", ["http://hooks.example.org/", "https://127.0.0.1/", "https://u:p@example.org/"])
    def test_refused(self, networks: Any, url: str) -> None:
        with pytest.raises(Refused):
            client.check(url)

    def test_names_are_looked_up_later(self, networks: Any, names: Names) -> None:
        asked = names(["127.0.0.1"])
        client.check("https://hooks.example.org/")

        assert asked == []
