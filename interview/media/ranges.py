"""Which bytes of a file a request asks for (RFC 9110, section 14)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ONE = re.compile(r"bytes=[ \t]*(?:([0-9]+)-([0-9]*)|-([0-9]+))[ \t]*", re.IGNORECASE)
_DIGITS_THAT_MATTER = 18


class Unsatisfiable(Exception):
    """The range lies outside the file."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Bytes from `first` to `last`, both included."""

    first: int
    last: int

    @property
    def size_bytes(self) -> int:
        """How many bytes it is."""
        return self.last - self.first + 1


def asked(header: str | None, *, size_bytes: int) -> Stretch | None:
    """The one range that is asked for, None where the whole file is to be sent.

    Another unit than bytes, a broken header, and several ranges at once are answered with the whole file, as the
    standard allows. Raises `Unsatisfiable` where the range begins behind the end, or asks for the last 0 bytes.
    """
    found = _ONE.fullmatch(header.strip()) if header else None
    if found is None:
        return None
    first, last, suffix = (None if not text else _number(text) for text in found.groups())
    if first is None:
        return _of_suffix(suffix or 0, size_bytes)
    if last is not None and last < first:
        return None
    if first >= size_bytes:
        raise Unsatisfiable()
    return Stretch(first, size_bytes - 1 if last is None else min(last, size_bytes - 1))


def _of_suffix(suffix: int, size_bytes: int) -> Stretch:
    if suffix == 0 or size_bytes == 0:
        raise Unsatisfiable()
    return Stretch(max(0, size_bytes - suffix), size_bytes - 1)


def _number(text: str) -> int:
    digits = text.lstrip("0") or "0"
    return int(digits) if len(digits) <= _DIGITS_THAT_MATTER else 10**_DIGITS_THAT_MATTER
