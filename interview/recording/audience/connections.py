"""Who is connected by socket to this process, so that a credential taken back takes its sockets along."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from interview.accounts.credentials.held import Held
from interview.core.actors import Actor


@dataclass(frozen=True, slots=True)
class Connection:
    """One socket: who it is and the credential it came with, for the candidate's side its invitation."""

    sid: str
    held: Held
    invitation_id: str | None = None

    @property
    def actor(self) -> Actor:
        """Who it is."""
        return self.held.actor


class Connections:
    """The sockets of this process, at most `most`: each holds a request thread, so there is a last one."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: dict[str, Connection | None] = {}
        self._lock = threading.Lock()

    def take_place(self, sid: str) -> bool:
        """Keep a place for a socket that is still proving who it is; False when all are taken."""
        with self._lock:
            if len(self._known) >= self._most:
                return False
            self._known[sid] = None
            return True

    def admit(self, connection: Connection) -> None:
        """Remember who a socket is."""
        with self._lock:
            self._known[connection.sid] = connection

    def leave(self, sid: str) -> None:
        """Give a socket's place back."""
        with self._lock:
            self._known.pop(sid, None)

    def actor(self, sid: str) -> Actor | None:
        """Who a socket is."""
        found = self._known.get(sid)
        return found.actor if found else None

    def those(self, which: Callable[[Connection], bool]) -> list[str]:
        """The sockets that fit."""
        with self._lock:
            return [sid for sid, found in self._known.items() if found and which(found)]

    def all(self) -> list[Connection]:
        """Every socket that has proved who it is."""
        with self._lock:
            return [found for found in self._known.values() if found]

    def is_empty(self) -> bool:
        """Whether nobody is connected."""
        return not self._known
