"""Unguessable identifiers."""

from __future__ import annotations

import secrets


def opaque() -> str:
    """A new id: 128 random bits as 32 hexadecimal characters."""
    return secrets.token_hex(16)


def token() -> str:
    """A new bearer token: 256 random bits, URL-safe."""
    return secrets.token_urlsafe(32)
