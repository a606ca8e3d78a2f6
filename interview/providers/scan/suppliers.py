"""The scanner that an operator has configured."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit

from interview.providers.scan.absent import AbsentScanner
from interview.providers.scan.clamd import Clamd
from interview.providers.scan.port import Scanner

CLAMD_PORT = 3310


@lru_cache(maxsize=8)
def configured(url: str) -> Scanner:
    """Return the scanner at `tcp://host:port` or `unix:///path`, or none; raises `ValueError` for another address."""
    if url in {"", "none"}:
        return AbsentScanner()
    told = urlsplit(url)
    if told.scheme == "unix" and told.path:
        return Clamd(told.path)
    if told.scheme == "tcp" and told.hostname:
        return Clamd((told.hostname, told.port or CLAMD_PORT))
    raise ValueError(f"SCAN_URL is neither tcp://host:port nor unix:///path: {url!r}")
