"""Failures that a caller is told about, as problem details (RFC 9457)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

PROBLEM_TYPE = "application/problem+json"


class AppError(Exception):
    """A failure with an HTTP status and a stable code; `detail` tells this caller what happened and what to do."""

    status: ClassVar[int] = 500
    code: ClassVar[str] = "internal_error"
    title: ClassVar[str] = "Something failed on our side"

    def __init__(self, detail: str = "", *, errors: Mapping[str, Any] | None = None, **extra: Any) -> None:
        super().__init__(detail or self.title)
        self.detail = detail or self.title
        self.errors = dict(errors or {})
        self.headers: dict[str, str] = {}
        self.extra = extra

    @classmethod
    def known(cls) -> Iterator[type[AppError]]:
        """Every kind of failure in the product, for the documentation."""
        for child in cls.__subclasses__():
            yield child
            yield from child.known()


class Malformed(AppError):
    """The body, a query value or a header cannot be read."""

    status, code, title = 422, "validation_failed", "The request is not valid"


class BadRequest(AppError):
    """The request as such is broken, before any field is looked at."""

    status, code, title = 400, "bad_request", "The request cannot be read"


class NotAuthenticated(AppError):
    """Nobody we know is calling."""

    status, code, title = 401, "not_authenticated", "Sign in to do this"


class Forbidden(AppError):
    """The caller is known and may not do this."""

    status, code, title = 403, "forbidden", "You may not do this"


class NotFound(AppError):
    """The object does not exist, or not for this caller."""

    status, code, title = 404, "not_found", "There is no such thing"


class MethodNotAllowed(AppError):
    """The path exists, not with this method."""

    status, code, title = 405, "method_not_allowed", "This address does not take that method"


class Conflict(AppError):
    """The object's state forbids this now."""

    status, code, title = 409, "conflict", "This cannot be done in the present state"


class Gone(AppError):
    """It existed and will not come back."""

    status, code, title = 410, "gone", "This no longer exists"


class TooLarge(AppError):
    """The body or the upload is larger than allowed."""

    status, code, title = 413, "too_large", "This is too large"


class UnsupportedMedia(AppError):
    """The body's type is not one that this address takes."""

    status, code, title = 415, "unsupported_media_type", "This address does not take that content type"


class TooManyRequests(AppError):
    """A rate limit is reached; `Retry-After` says when to come back."""

    status, code, title = 429, "too_many_requests", "Too many requests"


class Unavailable(AppError):
    """The database or a worker cannot answer now; trying again is right."""

    status, code, title = 503, "unavailable", "The service cannot answer right now"


class StorageFull(AppError):
    """The disk is full; nothing of this request was acknowledged."""

    status, code, title = 507, "storage_full", "The server's disk is full"


def problem(error: AppError, *, instance: str, request_id: str) -> dict[str, Any]:
    """The body that says it: RFC 9457 members, and those that the documented clients look at."""
    body: dict[str, Any] = {
        "type": f"/api/problems/{error.code}",
        "title": error.title,
        "status": error.status,
        "detail": error.detail,
        "instance": instance,
        "code": error.code,
        "request_id": request_id,
        "success": False,
        "message": error.detail,
    }
    if error.errors:
        body["errors"] = error.errors
    return body | error.extra
