"""How finalising fails."""

from __future__ import annotations

from typing import Literal

Reason = Literal[
    "empty",
    "playlist_refused",
    "image_refused",
    "unknown_format",
    "header_missing",
    "no_usable_streams",
    "no_packets",
]


class FinalisingFailed(Exception):
    """Nothing was written; the raw chunks are untouched and must be kept."""

    def __init__(self, reason_code: str, detail: str) -> None:
        super().__init__(f"{reason_code}: {detail}")
        self.reason_code, self.detail = reason_code, detail


class Unplayable(FinalisingFailed):
    """The bytes hold no recording we accept; trying again is of no use. `reason_code` is a `Reason`."""

    def __init__(self, reason_code: Reason, detail: str) -> None:
        super().__init__(reason_code, detail)


class FinalisingTimedOut(FinalisingFailed):
    """The child took longer than it was given and was killed."""

    def __init__(self, timeout_seconds: float) -> None:
        super().__init__("timed_out", f"no answer within {timeout_seconds:g} s")


class FinalisingCrashed(FinalisingFailed):
    """The child ended without an answer; `reason_code` is crashed, killed, disk_full, too_large or proof_failed."""
