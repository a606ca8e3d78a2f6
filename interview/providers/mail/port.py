"""What sending e-mail means here, whoever does it."""

from __future__ import annotations

from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from email.utils import parseaddr
from typing import Protocol

from interview.providers.delivery.failures import DeliveryRefused, HandOver


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of a letter; one of the type `text/calendar` is shown as an invitation too."""

    filename: str
    content_type: str
    content: str

    @property
    def is_calendar(self) -> bool:
        """Whether mail programs shall offer it as an invitation."""
        return self.content_type.partition(";")[0].strip().lower() == "text/calendar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One e-mail to one person; `message_id` is the same in every try."""

    message_id: str
    sender: str
    to_name: str
    to_address: str
    subject: str
    text: str
    html: str
    files: tuple[File, ...] = ()


class Mail(Protocol):
    """A supplier of e-mail."""

    name: str

    def deliver(self, letter: Letter, *, before_hand_over: HandOver) -> str | None:
        """Hand a letter over, calling back just before; returns the supplier's own reference where it gives one.

        Raises `DeliveryRefused`, `DeliveryDelayed` or `DeliveryUnconfirmed`, and what `before_hand_over` raises.
        """


def one_line(text: str) -> str:
    """A text without line breaks and other control characters, so that nobody writes headers of their own."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def address_of(name: str, address: str) -> Address:
    """A name and an address for a header, its domain in the ASCII form of IDNA.

    Raises `DeliveryRefused` for an address that is none, or that has other letters than ASCII before its @.
    """
    if one_line(address) != address or parseaddr(address)[1] != address:
        raise DeliveryRefused("The address is not one of e-mail.")
    local, _, domain = address.rpartition("@")
    try:
        ascii_address = f"{local.encode('ascii').decode()}@{domain.encode('idna').decode()}"
        return Address(display_name=one_line(name), addr_spec=ascii_address)
    except (ValueError, IndexError, MessageError) as cause:
        raise DeliveryRefused("The address is not one of e-mail that can be reached.") from cause


def sender_of(text: str) -> Address:
    """The sender in the settings: an address, or a name with one in angle brackets; raises `DeliveryRefused`."""
    name, address = parseaddr(text)
    return address_of(name, address)
