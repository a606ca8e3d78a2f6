"""Letters through real sockets: an SMTP server with and without TLS, refusals, and lines that break."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from interview.providers.delivery.failures import DeliveryDelayed, DeliveryRefused, DeliveryUnconfirmed
from interview.providers.mail.port import File, Letter
from interview.providers.mail.smtp import Server, Smtp
from tests.providers.delivery.servers import closed_port, cutting_smtp_server

INVITE = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"


def letter(**changes: Any) -> Letter:
    """A letter with an invitation."""
    values: dict[str, Any] = {
        "message_id": "<1.1@interviews.example>",
        "sender": "Northwind <hello@northwind.example>",
        "to_name": "Zoë Example",
        "to_address": "zoe@example.org",
        "subject": "Invitation: first round",
        "text": "Hello Zoë,\n\n.a line that begins with a dot\n",
        "html": "<p>Hello Zoë</p>",
        "files": (
            File(filename="invite.ics", content_type="text/calendar; method=REQUEST; charset=utf-8", content=INVITE),
        ),
    }
    return Letter(**(values | changes))


@dataclass
class Post:
    """A mail server's memory, and what it is told to answer."""

    envelopes: list[Envelope] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    recipient_reply: str = "250 OK"
    letter_reply: str = "250 2.0.0 OK queued as 77"
    port: int = 0

    async def handle_RCPT(self, _: Any, session: Session, envelope: Envelope, address: str, options: Any) -> str:  # noqa: N802
        if self.recipient_reply.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.recipient_reply

    async def handle_DATA(self, _: Any, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.sessions.append(session)
        self.envelopes.append(envelope)
        return self.letter_reply

    def message(self, number: int = 0) -> EmailMessage:
        """A letter as another program reads it."""
        content = self.envelopes[number].content
        assert isinstance(content, bytes)
        return message_from_bytes(content, policy=policy.default)  # type: ignore[arg-type]


@contextmanager
def running(post: Post, **options: Any) -> Iterator[Post]:
    """The server on a free port."""
    post.port = closed_port()
    controller = Controller(post, hostname="127.0.0.1", port=post.port, **options)
    controller.start()
    try:
        yield post
    finally:
        controller.stop()


@pytest.fixture
def post() -> Iterator[Post]:
    """A plain server."""
    with running(Post()) as found:
        yield found


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A self-made certificate of localhost: what a server shows, and what a client has to trust."""
    folder: Path = tmp_path_factory.mktemp("certificate")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pair = folder / "pair.pem"
    pair.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(serialization.Encoding.PEM)
    )
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(pair)
    return server, ssl.create_default_context(cadata=made.public_bytes(serialization.Encoding.PEM).decode())


def deliver(smtp: Smtp, parcel: Letter | None = None) -> tuple[str | None, list[str]]:
    """Deliver a letter; returns the reference and the marks that were made."""
    marks: list[str] = []
    return smtp.deliver(parcel or letter(), before_hand_over=lambda: marks.append("now")), marks


def at(post: Post, *, scheme: str = "smtp", login: str = "", host: str = "127.0.0.1", **options: Any) -> Smtp:
    """Our client of a server."""
    return Smtp(f"{scheme}://{login}{host}:{post.port}", timeout_seconds=2, **options)


class TestLetter:
    """What arrives."""

    def test_has_text_html_and_an_invitation_as_alternatives_and_the_file(self, post: Post) -> None:
        reference, marks = deliver(at(post))
        message = post.message()
        leaves = [
            (part.get_content_type(), part.get_content_disposition())
            for part in message.walk()
            if not part.is_multipart()
        ]
        invitation = next(part for part in message.walk() if part.get_content_type() == "text/calendar")

        assert (reference, marks) == ("2.0.0 OK queued as 77", ["now"])
        assert message.get_content_type() == "multipart/mixed"
        assert leaves == [
            ("text/plain", None),
            ("text/html", None),
            ("text/calendar", None),
            ("text/calendar", "attachment"),
        ]
        assert invitation["Content-Type"].params["method"] == "REQUEST"
        assert invitation.get_content().split() == INVITE.split()

    def test_says_who_whom_and_which_in_its_headers(self, post: Post) -> None:
        deliver(at(post))
        message, envelope = post.message(), post.envelopes[0]

        assert (envelope.mail_from, envelope.rcpt_tos) == ("hello@northwind.example", ["zoe@example.org"])
        assert message["From"] == "Northwind <hello@northwind.example>" and "Zoë Example" in message["To"]
        assert message["Message-ID"] == "<1.1@interviews.example>" and message["Auto-Submitted"] == "auto-generated"

    def test_keeps_lines_that_begin_with_a_dot(self, post: Post) -> None:
        deliver(at(post))
        text = post.message().get_body(("plain",))

        assert text is not None and "\n.a line that begins" in text.get_content()

    @pytest.mark.parametrize("where", ["subject", "to_name", "filename"])
    def test_nobody_writes_headers_of_their_own(self, post: Post, where: str) -> None:
        evil = "Hello\r\nBcc: everybody@example.org\r\n\r\nbody"
        files = (File(filename=evil, content_type="text/plain", content="x"),)
        deliver(at(post), letter(files=files) if where == "filename" else letter(**{where: evil}))
        message = post.message()

        assert "Bcc" not in message and post.envelopes[0].rcpt_tos == ["zoe@example.org"]

    @pytest.mark.parametrize(
        "address", ["a@example.org\r\nRCPT TO:<b@example.org>", "nobody", "", "a b@example.org", "zoë@example.org"]
    )
    def test_what_is_no_address_is_refused_without_a_word_on_the_line(self, post: Post, address: str) -> None:
        with pytest.raises(DeliveryRefused) as failure:
            deliver(at(post), letter(to_address=address))

        assert post.envelopes == [] and "example" not in failure.value.words

    def test_a_domain_of_other_letters_is_written_in_ascii(self, post: Post) -> None:
        deliver(at(post), letter(to_address="zoe@bücher.example"))

        assert post.envelopes[0].rcpt_tos == ["zoe@xn--bcher-kva.example"]


class TestConnections:
    """Lines are kept for the next letter."""

    def test_many_letters_go_over_one(self, post: Post) -> None:
        smtp = at(post)
        for _ in range(3):
            deliver(smtp)

        assert len(post.envelopes) == 3 and len({session.peer for session in post.sessions}) == 1

    def test_one_that_was_closed_meanwhile_costs_nothing(self) -> None:
        with running(Post()) as first:
            smtp = at(first)
            deliver(smtp)
        with running(
            Post(),
        ) as second:
            smtp._server = Server.of(f"smtp://127.0.0.1:{second.port}")
            deliver(smtp)

            assert len(second.envelopes) == 1

    def test_a_refused_letter_leaves_the_line_for_the_next(self, post: Post) -> None:
        smtp = at(post)
        post.recipient_reply = "550 5.1.1 nobody here"
        with pytest.raises(DeliveryRefused):
            deliver(smtp)
        post.recipient_reply = "250 OK"
        deliver(smtp)

        assert len(post.envelopes) == 1


class TestEncryption:
    """STARTTLS, TLS, and passwords that never travel in the open."""

    def test_is_used_where_the_server_offers_it(self, certificate: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
        server, client = certificate
        with running(Post(), tls_context=server, require_starttls=True) as post:
            deliver(at(post, host="localhost", tls=client))

            assert post.sessions[0].ssl is not None

    def test_an_unknown_certificate_stops_the_letter_for_now(
        self, certificate: tuple[ssl.SSLContext, ssl.SSLContext]
    ) -> None:
        with running(Post(), tls_context=certificate[0], require_starttls=True) as post:
            with pytest.raises(DeliveryDelayed):
                deliver(at(post, host="localhost"))

            assert post.envelopes == []

    def test_smtps_encrypts_from_the_first_byte(self, certificate: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
        server, client = certificate
        with running(Post(), ssl_context=server, server_hostname="localhost") as post:
            deliver(at(post, scheme="smtps", host="localhost", tls=client))

            assert len(post.envelopes) == 1

    @pytest.mark.parametrize(("secret", "works"), [("right", True), ("wrong", False)])
    def test_logs_in(self, certificate: tuple[ssl.SSLContext, ssl.SSLContext], secret: str, works: bool) -> None:
        def check(_: Any, __: Any, ___: Any, mechanism: str, login: LoginPassword) -> AuthResult:
            return AuthResult(success=login == LoginPassword(b"user@x", b"right"), handled=False)

        server, client = certificate
        with running(Post(), tls_context=server, authenticator=check, auth_required=True) as post:
            smtp = at(post, host="localhost", login=f"user%40x:{secret}@", tls=client)
            if works:
                deliver(smtp)
            else:
                with pytest.raises(DeliveryRefused, match="535"):
                    deliver(smtp)

            assert len(post.envelopes) == works

    def test_a_password_never_goes_over_a_bare_line_to_another_machine(self, post: Post) -> None:
        smtp = at(post, login="user:secret@")
        smtp._server = Server("127.0.0.1", post.port, False, "user", "secret")
        object.__setattr__(smtp, "_server", _Far("127.0.0.1", post.port, False, "user", "secret"))
        with pytest.raises(DeliveryRefused, match="password was not sent"):
            deliver(smtp)


class _Far(Server):
    """A server that counts as another machine."""

    __slots__ = ()
    is_near = False


class TestFailures:
    """Who may be asked again."""

    @pytest.mark.parametrize(
        ("recipient", "final", "failure", "is_marked"),
        [
            ("450 4.2.1 try later", "", DeliveryDelayed, False),
            ("550 5.1.1 nobody here", "", DeliveryRefused, False),
            ("250 OK", "451 4.3.0 later", DeliveryDelayed, True),
            ("250 OK", "554 5.7.1 spam", DeliveryRefused, True),
        ],
    )
    def test_follows_the_server_s_reply(
        self, post: Post, recipient: str, final: str, failure: type[Exception], is_marked: bool
    ) -> None:
        marks: list[str] = []
        post.recipient_reply, post.letter_reply = recipient, final or post.letter_reply
        with pytest.raises(failure):
            at(post).deliver(letter(), before_hand_over=lambda: marks.append("now"))

        assert bool(marks) is is_marked

    def test_a_mark_that_cannot_be_made_stops_the_letter(self, post: Post) -> None:
        smtp = at(post)
        with pytest.raises(ZeroDivisionError):
            smtp.deliver(letter(), before_hand_over=lambda: 1 // 0)  # type: ignore[arg-type, return-value]
        deliver(smtp)

        assert len(post.envelopes) == 1

    def test_nobody_there(self) -> None:
        with pytest.raises(DeliveryDelayed):
            deliver(Smtp(f"smtp://127.0.0.1:{closed_port()}", timeout_seconds=1))

    @pytest.mark.parametrize(
        ("after", "says", "failure"),
        [
            (b"DATA", None, DeliveryDelayed),
            (b"rcpt", b"421 closing\r\n", DeliveryDelayed),
            (b"Hello", None, DeliveryUnconfirmed),
            (b"\r\n.\r\n", None, DeliveryUnconfirmed),
        ],
    )
    def test_a_cut_line(self, after: bytes, says: bytes | None, failure: type[Exception]) -> None:
        """Before the hand-over nothing has happened; after it nobody knows."""
        with cutting_smtp_server(after=after, says=says) as port, pytest.raises(failure):
            deliver(Smtp(f"smtp://127.0.0.1:{port}", timeout_seconds=2), letter(text="Hello " * 20_000, files=()))

    def test_a_server_that_says_nothing(self) -> None:
        with cutting_smtp_server(after=b"never") as port, pytest.raises(DeliveryUnconfirmed):
            deliver(Smtp(f"smtp://127.0.0.1:{port}", timeout_seconds=0.2))


class TestAddressOfTheServer:
    """SMTP_URL."""

    @pytest.mark.parametrize(
        ("url", "port", "is_tls"),
        [
            ("smtp://mail.example", 25, False),
            ("smtp://u:p@mail.example", 587, False),
            ("smtps://u:p@mail.example", 465, True),
            ("smtp://u:p%2F%40@mail.example:2525", 2525, False),
        ],
    )
    def test_is_read(self, url: str, port: int, is_tls: bool) -> None:
        server = Server.of(url)

        assert (server.host, server.port, server.is_tls) == ("mail.example", port, is_tls)

    @pytest.mark.parametrize(
        "url", ["http://u:hidden@mail.example", "smtp://", "smtp://u:hidden@x:port", "mail.example"]
    )
    def test_is_refused_without_its_password(self, url: str) -> None:
        with pytest.raises(ValueError, match="SMTP_URL") as failure:
            Server.of(url)

        assert "hidden" not in str(failure.value)
