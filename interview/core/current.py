"""The present app's settings, keys and limits, for code that must not know Flask."""

from __future__ import annotations

from flask import current_app

from interview.core.config import Settings
from interview.core.keys import Keyring
from interview.core.limits import Limits


def settings() -> Settings:
    """The settings in force."""
    found: Settings = current_app.extensions["settings"]
    return found


def keyring() -> Keyring:
    """The keys in force."""
    found: Keyring = current_app.extensions["keyring"]
    return found


def limits() -> Limits:
    """The rate limits in force."""
    found: Limits = current_app.extensions["limits"]
    return found
