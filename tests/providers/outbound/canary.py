"""A listener that must never be reached, and a look at every address that was dialled."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field


@dataclass
class Canary:
    """Who reached the port, on any address of this machine."""

    port: int
    visits: list[str] = field(default_factory=list)


@contextmanager
def singing() -> Iterator[Canary]:
    """Listen on every IPv4 address of this machine, and on the IPv6 ones where it has some."""
    listeners = [socket.create_server(("0.0.0.0", 0))]
    port = listeners[0].getsockname()[1]
    with suppress(OSError):
        listeners.append(socket.create_server(("::", port), family=socket.AF_INET6))
    canary = Canary(port)
    threads = [threading.Thread(target=_listen, args=(one, canary), daemon=True) for one in listeners]
    for thread in threads:
        thread.start()
    try:
        yield canary
    finally:
        for listener in listeners:
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        for thread in threads:
            thread.join(timeout=1)


def _listen(listener: socket.socket, canary: Canary) -> None:
    while True:
        try:
            connection, address = listener.accept()
        except OSError:
            return
        canary.visits.append(str(address))
        connection.close()
