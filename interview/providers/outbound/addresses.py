"""Which machines may be asked: those of the public internet, and the networks that the operator names."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from interview.providers.outbound.port import Refused, Unreachable
from interview.providers.outbound.targets import Address, Target

Network = IPv4Network | IPv6Network

_UNICAST = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")
_SIX_TO_FOUR_RELAYS = IPv4Network("192.88.99.0/24")
# Set aside after the tables of the Python in use were written.
_DOCUMENTATION = IPv6Network("3fff::/20")
_ISATAP_MASK, _ISATAP = 0xFDFF_FFFF, 0x0000_5EFE


def resolve(target: Target, *, timeout_seconds: float) -> list[Address]:
    """Every address of the target's host, asked for once; raises `Unreachable` for none in time.

    The system's resolver has no deadline of its own, so it is waited for from outside.
    """
    if target.literal is not None:
        return [target.literal]
    found: list[Address] = []
    asking = threading.Thread(target=_ask, args=(target, found), name="outbound-resolve", daemon=True)
    asking.start()
    asking.join(timeout_seconds)
    if not found:
        raise Unreachable("The host has no address.")
    return list(dict.fromkeys(found))


def _ask(target: Target, found: list[Address]) -> None:
    try:
        told = lookup(target.host, target.port)
        # One step, so that whoever stopped waiting never sees half a list.
        found[:] = [ip_address(address) for address in told]
    except (OSError, ValueError):
        return


def lookup(host: str, port: int) -> list[str]:
    """What the system's resolver says; raises `OSError`."""
    told = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[0]).partition("%")[0] for *_, address in told]


def check(found: Sequence[Address], *, scheme: str, networks: Iterable[str]) -> None:
    """Raise `Refused` unless every address may be asked; plain http only inside the operator's networks."""
    named = [ip_network(network) for network in networks]
    is_plain = scheme == "http"
    for address in found:
        if not _is_named(address, named) and (is_plain or not is_public(address)):
            raise Refused("Only https addresses are asked." if is_plain else "The host is not on the public internet.")


def _is_named(address: Address, networks: Sequence[Network]) -> bool:
    inner = embedded(address) if isinstance(address, IPv6Address) else None
    return any(one in network for network in networks for one in (address, inner) if one is not None)


def is_public(address: Address) -> bool:
    """Whether an address is a single machine of the public internet, whatever form it is written in."""
    if isinstance(address, IPv4Address):
        is_special = address.is_multicast or address.is_reserved or address in _SIX_TO_FOUR_RELAYS
        return address.is_global and not is_special
    inner = embedded(address)
    if inner is not None and not is_public(inner):
        return False
    if address.ipv4_mapped is not None or address in _NAT64:
        return True
    return address in _UNICAST and address.is_global and address not in _DOCUMENTATION and address.teredo is None


def embedded(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that a gateway or the kernel would reach for an IPv6 one (mapped, NAT64, 6to4, ISATAP)."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _NAT64 or (int(address) >> 32) & _ISATAP_MASK == _ISATAP:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.sixtofour
