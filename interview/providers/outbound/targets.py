"""Reads an address strictly: what two readers could take for two different hosts is refused, not guessed at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlsplit

from interview.providers.outbound.port import Refused

Address = IPv4Address | IPv6Address

LONGEST_URL = 2000
LONGEST_NAME = 253
LARGEST_PORT = 65535

_VISIBLE = re.compile(r"[!-~]+")
_NETLOC = re.compile(r"(?:\[(?P<six>[0-9a-fA-F:.]+)\]|(?P<name>[A-Za-z0-9._-]+))(?::(?P<port>[0-9]{1,5}))?")
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
# Names whose last label looks like a number are addresses to some readers (decimal, octal, hexadecimal, short forms).
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_PORTS = {"https": 443, "http": 80}
# The Fetch standard's bad ports (https://fetch.spec.whatwg.org/#port-blocking): services that could mistake a request
# for their own protocol. Every other port is allowed, since receivers behind 8443 are common and TLS guards the rest.
BAD_PORTS = frozenset(
    {0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109}
    | {110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530}
    | {531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190}
    | {5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080}
)


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart: `host` in lower case without brackets, `literal` where it is an IP address itself."""

    scheme: str
    host: str
    port: int
    path: str
    literal: Address | None

    @property
    def netloc(self) -> str:
        """Host and port as a Host header says them."""
        host = f"[{self.host}]" if isinstance(self.literal, IPv6Address) else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def read(url: str) -> Target:
    """Take an address apart; raises `Refused` for what is no plain http or https address."""
    if len(url) > LONGEST_URL or not _VISIBLE.fullmatch(url) or "\\" in url:
        raise Refused("The address is too long, or holds characters that no address has; write names in ASCII.")
    try:
        parts = urlsplit(url)
    except ValueError as cause:
        raise Refused("The address cannot be read.") from cause
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        raise Refused("Only https addresses are asked.")
    if "@" in parts.netloc:
        raise Refused("An address with a user name or a password in it is not asked.")
    found = _NETLOC.fullmatch(parts.netloc)
    if found is None:
        raise Refused("The host is neither a name nor an IP address in its usual form.")
    port = int(found["port"] or _PORTS[scheme])
    if port in BAD_PORTS or port > LARGEST_PORT:
        raise Refused(f"Port {port} is not asked.")
    host, literal = _literal(found["six"]) if found["six"] else _named(found["name"])
    query = f"?{parts.query}" if parts.query else ""
    return Target(scheme, host, port, (parts.path or "/") + query, literal)


def _named(text: str) -> tuple[str, Address | None]:
    name = text.lower().removesuffix(".")
    labels = name.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return _literal(name)
    if len(name) > LONGEST_NAME or not all(_LABEL.fullmatch(label) for label in labels):
        raise Refused("The host is not a name that DNS knows.")
    return name, None


def _literal(text: str) -> tuple[str, Address]:
    try:
        found = ip_address(text)
    except ValueError as cause:
        raise Refused("The host is neither a name nor an IP address in its usual form.") from cause
    return str(found), found
