"""News: what a feature announces and who hears it.

A `within` subscriber runs at once, inside the announcer's transaction, and can fail it.
An `after_commit` subscriber runs when the news has become true, and can fail nobody but itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from interview.core import db

Listener = Callable[..., None]


class Signal:
    """One kind of news, named in the past tense."""

    def __init__(self, name: str, about: str) -> None:
        self.name = name
        self.about = about
        self._within: list[Listener] = []
        self._after: list[Listener] = []

    def within(self, listener: Listener) -> Listener:
        """Subscribe inside the transaction."""
        return _added(self._within, listener)

    def after_commit(self, listener: Listener) -> Listener:
        """Subscribe to what has been committed."""
        return _added(self._after, listener)

    def announce(self, **news: Any) -> None:
        """Tell the subscribers: the inner ones now, the others after the commit."""
        for listener in self._within:
            listener(**news)
        for listener in self._after:
            db.after_commit(partial(listener, **news))


def _added(listeners: list[Listener], listener: Listener) -> Listener:
    if listener not in listeners:
        listeners.append(listener)
    return listener
