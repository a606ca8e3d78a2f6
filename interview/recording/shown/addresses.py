"""The address that clients call us by."""

from __future__ import annotations

from flask import request

from interview.core import current


def site_url() -> str:
    """The configured address of the site, or the one of the present request."""
    return current.settings().public_url.rstrip("/") or request.url_root.rstrip("/")
