"""Sockets: the one place that knows Socket.IO's async mode; features emit here, after commit."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from flask_socketio import SocketIO

from interview.core import db, logs

logger = logs.get(__name__)
socketio = SocketIO()
FRAME_BYTES = 1024**2


def init(app: Any, *, origins: tuple[str, ...]) -> None:
    """Attach to the app. The mode is explicit, because installing eventlet would silently change a guessed one."""
    socketio.init_app(
        app,
        async_mode="threading",
        cors_allowed_origins=list(origins) or None,
        max_http_buffer_size=FRAME_BYTES,
        manage_session=False,
    )


def emit(event: str, payload: dict[str, Any], *, room: str) -> None:
    """Tell a room, once the present unit of work has been committed."""
    db.after_commit(lambda: socketio.emit(event, payload, to=room))


def drop(sid: str) -> None:
    """Close a socket."""
    socketio.server.disconnect(sid)


class Rounds:
    """Calls a function every few seconds from one thread, which lives only as long as it is needed."""

    def __init__(self, call: Callable[[], None], *, is_needed: Callable[[], bool], seconds: float) -> None:
        self._call = call
        self._is_needed = is_needed
        self._seconds = seconds
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()

    def wake(self) -> None:
        """Have the thread run, now that it is needed."""
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="socket rounds", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        pause = threading.Event()
        while self._goes_on():
            pause.wait(self._seconds)
            try:
                self._call()
            except Exception:
                logger.warning("a round over the sockets failed; the next one follows", exc_info=True)

    def _goes_on(self) -> bool:
        with self._lock:
            if not self._is_needed():
                self._thread = None
            return self._thread is not None
