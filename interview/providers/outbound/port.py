"""What comes back from an address that somebody gave us, and how asking can fail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as it was sent: any status, redirects too, since none is followed.

    `headers` has lower-case names, doubles joined by a comma. `body` is not unpacked: a server that compresses though
    it was asked not to is told by `content-encoding`. `is_whole` is False where the body was cut at the limit.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    is_whole: bool = True


class FetchFailed(Exception):
    """No answer; `args[0]` says why in words that may be shown to whoever gave the address."""


class Refused(FetchFailed):
    """The address is none that we ask; the same address is refused again until it or its DNS entry changes."""


class Unreachable(FetchFailed):
    """The address may be asked and gave no answer in time and in bounds; trying again can help."""
