"""Structured logs: JSON lines in logs/talentflow.log, readable ones on the console, both without secrets."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import MutableMapping
from functools import lru_cache
from logging.handlers import RotatingFileHandler
from typing import Any

import structlog

from interview.core.config import Settings

FILE_BYTES = 20 * 1024**2
FILES_KEPT = 10
REDACTED = "[redacted]"

_SECRET_NAMES = re.compile(
    r"token|password|secret|authorization|cookie|api_?key|transcript|resume|answer_text|^text$|^answer$|signature", re.I
)
_SECRET_TEXTS = re.compile(
    r"(?<=/i/)[\w-]{16,}"
    r"|(?<=/book/)[\w-]{16,}"
    r"|(?<=/feeds/)[\w-]{16,}"
    r"|(?<=Bearer )[\w.~+/=-]+"
    r"|(?<=Basic )[\w+/=]+"
    r"|\beyJ[\w-]+\.[\w-]+\.[\w-]+"
    r"|(?<=signature=)[\w-]+"
    # A session's or an upload's id opens it; its beginning is enough to follow it through the log.
    r"|(?<=[/:][0-9a-f]{8})[0-9a-f]{24}(?![0-9a-f])"
)


def redact(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Take secrets out of a log line: by the name of the member, and by the look of the text."""
    return {name: _clean(name, value) for name, value in event.items()}


def _clean(name: str, value: Any) -> Any:
    if isinstance(value, dict):
        return {inner: _clean(inner, content) for inner, content in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(name, item) for item in value]
    if value is not None and _is_secret(name):
        return REDACTED
    return _SECRET_TEXTS.sub(REDACTED, value) if isinstance(value, str) else value


@lru_cache(maxsize=1024)
def _is_secret(name: str) -> bool:
    return _SECRET_NAMES.search(name) is not None


_SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def configure(settings: Settings) -> None:
    """Send every log line, ours and the libraries', through one redaction into both places."""
    settings.logs_dir.mkdir(parents=True, exist_ok=True)
    structlog.configure(
        processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    root = logging.getLogger()
    root.handlers[:] = [_file(settings), _console()]
    root.setLevel(settings.log_level)
    for quiet in ("huey", "engineio", "socketio", "alembic", "httpx2", "urllib3", "google_genai"):
        logging.getLogger(quiet).setLevel(logging.WARNING)


class LogFile(RotatingFileHandler):
    """A file that is put aside once it is full."""

    def shouldRollover(self, record: logging.LogRecord) -> bool:  # noqa: N802
        """Ask for the size so far; the parent would write every line twice to know it before."""
        if self.stream is None:
            self.stream = self._open()
        return self.stream.tell() >= self.maxBytes


def _file(settings: Settings) -> logging.Handler:
    path = settings.logs_dir / "talentflow.log"
    handler = LogFile(path, maxBytes=FILE_BYTES, backupCount=FILES_KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(_formatter(structlog.processors.format_exc_info, redact, structlog.processors.JSONRenderer()))
    return handler


def _console() -> logging.Handler:
    handler = logging.StreamHandler(sys.stderr)
    # Another formatter, chosen where rich is installed, would print the frames' variables: answers and tokens.
    plain = structlog.dev.plain_traceback
    renderer = structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain)
    handler.setFormatter(_formatter(redact, renderer))
    return handler


def _formatter(*last: Any) -> logging.Formatter:
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=_SHARED,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
    )


def get(name: str) -> structlog.stdlib.BoundLogger:
    """A logger whose lines carry named values."""
    logger: structlog.stdlib.BoundLogger = structlog.get_logger(name)
    return logger
