"""What a supplier's HTTP status means for us."""

from __future__ import annotations

from collections.abc import Mapping

from interview.core.headers import retry_after
from interview.providers.ai.port import ModelFailed, ModelRefused, ModelUnavailable

_MAY_PASS = frozenset({408, 409, 425, 429})
_LONGEST_CODE = 60


def of_status(status: int, *, code: object = None, headers: Mapping[str, str] | None = None) -> ModelFailed:
    """The failure to raise for an HTTP status: unavailable for what may pass, refused for the rest.

    Of the supplier's words only its short error `code` is kept; its message can echo the key or the prompt.
    """
    cause = f"HTTP {status} {str(code or '')[:_LONGEST_CODE]}".strip()
    if status in _MAY_PASS or status >= 500:
        return ModelUnavailable(cause, retry_after=retry_after(headers or {}))
    return ModelRefused(cause)


def of_breakage(cause: Exception) -> ModelUnavailable:
    """The failure to raise when no response came, or one that the supplier's library cannot read."""
    import httpx2

    wire = next((error for error in (cause, cause.__cause__) if isinstance(error, httpx2.TransportError)), None)
    return ModelUnavailable(str(wire) if wire else f"unreadable response: {type(cause).__name__}")


def counted(tokens: object) -> int:
    """A count of tokens as the supplier reports it, or 0 where it reports nonsense."""
    return tokens if type(tokens) is int and tokens > 0 else 0
