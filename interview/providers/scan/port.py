"""What a virus scanner does, whoever supplies it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO, Protocol


class Outcome(StrEnum):
    """What a scanner says of a file; `unscanned` where nobody looked."""

    UNSCANNED = "unscanned"
    CLEAN = "clean"
    INFECTED = "infected"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome, and for an infected file the name of what was found."""

    outcome: Outcome
    signature: str | None = None


class ScannerDown(Exception):
    """The scanner cannot be asked, or cannot say; asking later is right."""


class Scanner(Protocol):
    """Somebody who looks at files."""

    def scan(self, file: BinaryIO) -> Verdict:
        """Look at a file from where it stands to its end; raises `ScannerDown`."""
