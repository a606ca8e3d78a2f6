"""Sockets: the one place that knows Socket.IO's async mode; features emit here, after commit."""

from __future__ import annotations

from typing import Any

from flask_socketio import SocketIO

from interview.core import db

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
