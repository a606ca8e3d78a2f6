"""The edge of HTTP: one request is one unit of work; failures become problem details; headers are safe."""

from __future__ import annotations

import re
import time
from contextlib import nullcontext
from typing import Any

import structlog
from apiflask import APIFlask
from apiflask.exceptions import HTTPError
from flask import Flask, Response, current_app, g, json, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from interview.core import callers, current, errors, idempotency, ids, logs
from interview.core.db import db, outage, unit_of_work
from interview.core.errors import AppError, Malformed, TooLarge
from interview.core.idempotency import Key

logger = logs.get(__name__)

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
LARGEST_BODY = 2 * 1024**2
# What a multipart body has beside the file in it.
ENVELOPE_BYTES = 64 * 1024
MOST_DRAINED = 16 * 1024**2
_REQUEST_ID = re.compile(r"[\w.-]{1,64}")
_BY_STATUS = {
    kind.status: kind
    for kind in (
        errors.BadRequest,
        errors.NotAuthenticated,
        errors.Forbidden,
        errors.NotFound,
        errors.MethodNotAllowed,
        errors.Conflict,
        errors.Gone,
        errors.TooLarge,
        errors.UnsupportedMedia,
        errors.Malformed,
        errors.TooManyRequests,
    )
}


class Application(APIFlask):
    """APIFlask whose every view runs inside a unit of work, and once per idempotency key."""

    def dispatch_request(self) -> ResponseReturnValue:
        """Run the view: commit what it did, keep its answer under its key, tell the news."""
        if request.routing_exception is not None:
            return super().dispatch_request()
        key = idempotency.key_of(request) if self._says("keeps_answer", True) else None
        if key is None:
            with self._unit():
                return super().dispatch_request()
        with idempotency.running(key):
            return self._stream_once(key) if self._owns_transactions else self._answer_once(key)

    def _answer_once(self, key: Key) -> ResponseReturnValue:
        """Claim, effect and answer are one transaction: a process that is killed in it leaves none of them."""
        claim = None
        try:
            with unit_of_work():
                claim = idempotency.claim(key)
                return claim.answer or claim.keep(self.make_response(super().dispatch_request()))
        except Exception as failure:
            answer = self.make_response(answer_to(failure))
            if claim is not None and _is_final(answer):
                with unit_of_work():
                    idempotency.claim(key).keep(answer)
            raise

    def _stream_once(self, key: Key) -> ResponseReturnValue:
        """The claim stands on its own, because the view commits by itself and more than once."""
        with unit_of_work():
            claim = idempotency.claim(key)
        if claim.answer:
            return claim.answer
        try:
            answer, failed = self.make_response(super().dispatch_request()), None
        except Exception as failure:
            answer, failed = self.make_response(answer_to(failure)), failure
        with unit_of_work():
            claim.keep(answer) if failed is None or _is_final(answer) else claim.release()
        if failed is not None:
            raise failed
        return answer

    def _unit(self) -> Any:
        if self._owns_transactions:
            return nullcontext()
        return unit_of_work(write=request.method not in SAFE_METHODS)

    @property
    def _owns_transactions(self) -> bool:
        return self._says("owns_transactions", False)

    def _says(self, what: str, otherwise: bool) -> bool:
        """What the view's guard declared about it."""
        return bool(getattr(self.view_functions.get(request.endpoint or ""), what, otherwise))


def _is_final(answer: Response) -> bool:
    """Whether a refusal is kept like an answer; what may succeed later gives the key back."""
    return answer.status_code < 500 and answer.status_code not in {409, 429}


def init(app: Flask) -> None:
    """Give every request its id, its log line, safe headers and, where it fails, a problem body."""
    app.config["MAX_CONTENT_LENGTH"] = None
    app.before_request(_open)
    app.after_request(_close)
    app.register_error_handler(Exception, answer_to)
    app.register_error_handler(HTTPException, answer_to)
    app.register_error_handler(HTTPError, answer_to)


def _open() -> None:
    g.started = time.perf_counter()
    for known in ("caller", "actor"):  # a test's outer context is shared by its requests
        g.pop(known, None)
    told = request.headers.get("X-Request-ID", "")
    g.request_id = told if _REQUEST_ID.fullmatch(told) else ids.opaque()
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=g.request_id)
    _bound_body()
    if not request.path.isprintable():
        raise errors.NotFound("There is no such address.")


def _bound_body() -> None:
    """Bound what may be sent; views that take files read their body themselves, up to the setting they name."""
    view = current_app.view_functions.get(request.endpoint or "")
    if named := getattr(view, "largest_body", None):
        request.max_content_length = getattr(current.settings(), named) + ENVELOPE_BYTES
    elif request.content_type != "application/offset+octet-stream":
        request.max_content_length = LARGEST_BODY
        _assert_whole()


def _assert_whole() -> None:
    """The server hands on a body that broke off as if it were whole, so what arrived is counted."""
    declared = request.content_length
    if declared and len(request.get_data(parse_form_data=False)) < declared:
        raise errors.BadRequest(f"The body broke off before its {declared} bytes.")


def _drain() -> None:
    """Read a body away that nobody looked at; what is left of it would be taken for the connection's next request."""
    if request.content_length and request.content_length <= MOST_DRAINED:
        request.environ["wsgi.input"].read(request.content_length)


def _close(response: Response) -> Response:
    if response.status_code == TooLarge.status and request.content_type != "application/offset+octet-stream":
        _drain()
    response.headers["X-Request-ID"] = g.get("request_id", "")
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "no-referrer")
    response.headers.setdefault("X-Frame-Options", "DENY")
    response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    response.headers.setdefault("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
    response.headers.setdefault("Cache-Control", "no-store")
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    _log(response)
    return response


def _log(response: Response) -> None:
    found = g.get("actor")
    # A chunk that arrived is on its receipt; one line for each would bury all others.
    tell = logger.debug if request.method == "PATCH" and response.status_code == 204 else logger.info
    tell(
        "request",
        method=request.method,
        path=request.path,
        status=response.status_code,
        ms=round((time.perf_counter() - g.get("started", time.perf_counter())) * 1000, 1),
        actor=f"{found.kind}:{found.id[:12]}" if found else None,
        address=callers.address(),
    )


def answer_to(failure: Exception) -> Response:
    """A failure as its response; one that nobody foresaw is logged and told as 500 without its words."""
    error = as_app_error(failure)
    if error.status >= 500 and not isinstance(failure, AppError):
        logger.error("request failed", path=request.path, exc_info=failure)
        db.session.rollback()
    body = errors.problem(error, instance=request.path, request_id=g.get("request_id", ""))
    response = Response(json.dumps(body), error.status, content_type=errors.PROBLEM_TYPE)
    response.headers.update(error.headers)
    return response


def as_app_error(failure: Exception) -> AppError:
    """Any exception as one of ours."""
    if isinstance(failure, AppError):
        return failure
    if isinstance(failure, HTTPError):
        return _from_schema(failure)
    if isinstance(failure, RecursionError):  # the parser of a body is all that recurses as deep as a caller says
        return errors.BadRequest("The body is nested too deeply.")
    if isinstance(failure, HTTPException):
        kind = _BY_STATUS.get(failure.code or 500, AppError)
        error = kind(failure.description or "")
        if "Allow" in (found := dict(failure.get_headers())):
            error.headers["Allow"] = found["Allow"]
        return error
    return outage(failure) or AppError("Something failed on our side. The request id helps to find it.")


def _from_schema(failure: HTTPError) -> AppError:
    fields: Any = next(iter(failure.detail.values()), {}) if isinstance(failure.detail, dict) else {}
    if failure.status_code != Malformed.status:
        return _BY_STATUS.get(failure.status_code, AppError)(str(failure.message))
    named = {str(name): told for name, told in fields.items()} if isinstance(fields, dict) else {"body": fields}
    return Malformed(f"Not valid: {', '.join(sorted(named)) or 'body'}.", errors=named)
