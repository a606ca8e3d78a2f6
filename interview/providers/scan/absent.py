"""No scanner: the embedded default says so of every file."""

from __future__ import annotations

from typing import BinaryIO

from interview.providers.scan.port import Outcome, Verdict


class AbsentScanner:
    """Looks at nothing."""

    def scan(self, file: BinaryIO) -> Verdict:
        """Say that nobody looked."""
        return Verdict(Outcome.UNSCANNED)
