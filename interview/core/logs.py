"""Structured logs: JSON lines in logs/talentflow.log, readable ones on the console, both without secrets."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import MutableMapping
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
_SECRET_TEXTS = (
    re.compile(r"(?<=/i/)[\w-]{16,}"),
    re.compile(r"(?<=Bearer )[\w.~+/=-]+"),
    re.compile(r"(?<=Basic )[\w+/=]+"),
    re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]+"),
    re.compile(r"(?<=signature=)[\w-]+"),
)


def redact(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Take secrets out of a log line: by the name of the member, and by the look of the text."""
    return {name: _clean(name, value) for name, value in event.items()}


def _clean(name: str, value: Any) -> Any:
    if isinstance(value, dict):
        return {inner: _clean(inner, content) for inner, content in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(name, item) for item in value]
    if _SECRET_NAMES.search(name) and value is not None:
        return REDACTED
    if isinstance(value, str):
        for pattern in _SECRET_TEXTS:
            value = pattern.sub(REDACTED, value)
    return value


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


def _file(settings: Settings) -> logging.Handler:
    path = settings.logs_dir / "talentflow.log"
    handler = RotatingFileHandler(path, maxBytes=FILE_BYTES, backupCount=FILES_KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(_formatter(structlog.processors.format_exc_info, redact, structlog.processors.JSONRenderer()))
    return handler


def _console() -> logging.Handler:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_formatter(redact, structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())))
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
