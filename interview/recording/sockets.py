"""Live updates: a socket proves who it is when it connects, and joins only rooms of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask, current_app, request
from flask_socketio import ConnectionRefusedError as RefusedConnection
from flask_socketio import join_room, leave_room

from interview.accounts.credentials.held import Held
from interview.accounts.errors import ScopeMissing
from interview.accounts.policies import find_held_at_connect
from interview.accounts.signals import api_key_revoked, login_ended, role_changed, user_disabled
from interview.core import errors, ids, logs
from interview.core.db import db, unit_of_work
from interview.core.errors import AppError, NotAuthenticated, Unavailable
from interview.core.http import as_app_error
from interview.core.realtime import Rounds, drop, socketio
from interview.recording import policies, reading
from interview.recording.audience import ending, rooms
from interview.recording.audience.connections import Connection, Connections
from interview.recording.errors import SessionNotFound
from interview.scheduling.signals import invitation_revoked

logger = logs.get(__name__)
# A credential that another process ended closes its sockets within 5 s; this leaves time for the round itself.
ROUND_SECONDS = 2.0


def init(app: Flask) -> None:
    """Subscribe; a quarter of the request threads stays free of sockets."""
    connections = Connections(app.extensions["settings"].server_threads * 3 // 4)
    app.extensions["connections"] = connections
    app.extensions["socket_rounds"] = Rounds(
        lambda: drop_ended(app), is_needed=lambda: not connections.is_empty(), seconds=ROUND_SECONDS
    )
    socketio.on_event("connect", on_connect)
    socketio.on_event("disconnect", on_disconnect)
    socketio.on_event("join-session", on_join_session)
    socketio.on_event("leave-session", on_leave_session)
    socketio.on_event("join-organisation", on_join_organisation)
    socketio.on_event("leave-organisation", on_leave_organisation)
    user_disabled.after_commit(drop_user)
    role_changed.after_commit(drop_user)
    login_ended.after_commit(drop_login)
    api_key_revoked.after_commit(drop_key)
    invitation_revoked.after_commit(drop_candidate)


def on_connect(auth: Any = None) -> None:
    """Recognise the caller by token, cookie, API key or session id; refuse everybody else."""
    if not _connections().take_place(_sid()):
        raise _refused_connection(Unavailable("All live places are taken. Try again in a moment."))
    try:
        with unit_of_work(write=False):
            _connections().admit(_recognised(auth if isinstance(auth, dict) else {}))
        current_app.extensions["socket_rounds"].wake()
    except Exception as failure:
        _connections().leave(_sid())
        raise _refused_connection(_refusal_of(failure)) from failure


def _recognised(auth: dict[str, Any]) -> Connection:
    session_id = auth.get("session_id")
    if isinstance(session_id, str):
        return _as_candidate(session_id)
    held = find_held_at_connect(request, auth)
    if held is None:
        raise NotAuthenticated("Connect with a token, an API key or a session_id in auth.")
    return Connection(_sid(), held)


def _as_candidate(session_id: str) -> Connection:
    session = reading.get(session_id)
    policies.assert_live(session)
    policies.assert_readable(session)
    join_room(rooms.candidate_room(session.id))
    return Connection(_sid(), Held(policies.capability(session)), invitation_id=session.invitation_id)


def on_disconnect(*_: Any) -> None:
    """Give the place back."""
    _connections().leave(_sid())


def on_join_session(data: Any = None) -> dict[str, Any]:
    """Join the room of a session that the caller's organisation conducts; answers `{"success": true}` or a problem."""
    return _answered(lambda: _joined(data))


def _answered(join: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    try:
        with unit_of_work(write=False):
            return join()
    except Exception as failure:
        return _refused(_refusal_of(failure))
    finally:
        db.session.remove()


def _joined(data: Any) -> dict[str, Any]:
    session_id = data.get("session_id") if isinstance(data, dict) else None
    actor = _connections().actor(_sid())
    if actor is None or "interviews:read" not in actor.scopes or not isinstance(session_id, str):
        raise SessionNotFound("There is no such session.")
    session = reading.get_within(session_id, within=actor.organisation_id)
    join_room(rooms.staff_room(session.id))
    return {"success": True, "session_id": session.id, "status": session.status}


def on_leave_session(data: Any = None) -> dict[str, Any]:
    """Leave a session's room."""
    session_id = data.get("session_id") if isinstance(data, dict) else None
    if isinstance(session_id, str):
        leave_room(rooms.staff_room(session_id))
    return {"success": True}


def on_join_organisation(*_: Any) -> dict[str, Any]:
    """Join the room of the caller's organisation, where it is told how its interviews stand."""
    return _answered(_joined_organisation)


def _joined_organisation() -> dict[str, Any]:
    actor = _connections().actor(_sid())
    if actor is None or actor.organisation_id is None or "interviews:read" not in actor.scopes:
        raise ScopeMissing("This needs the scope interviews:read.")
    join_room(rooms.organisation_room(actor.organisation_id))
    return {"success": True}


def on_leave_organisation(*_: Any) -> dict[str, Any]:
    """Leave the organisation's room."""
    actor = _connections().actor(_sid())
    if actor is not None and actor.organisation_id is not None:
        leave_room(rooms.organisation_room(actor.organisation_id))
    return {"success": True}


def drop_user(*, user_id: str, **_: Any) -> None:
    """Close the sockets of a person who was disabled or has another role; who still may comes back by itself."""
    _drop(lambda one: one.actor.id == user_id)


def drop_login(*, user_id: str, family_id: str | None = None, but: str | None = None, **_: Any) -> None:
    """Close the sockets of a login that ended; without a family of all the person's logins but one."""
    _drop(
        lambda one: (
            one.actor.id == user_id
            and family_id in {None, one.held.family_id}
            and (but is None or one.held.family_id != but)
        )
    )


def drop_key(*, key_id: str, **_: Any) -> None:
    """Close the sockets of an API key that was revoked."""
    _drop(lambda one: one.actor.id == key_id)


def drop_candidate(*, invitation_id: str) -> None:
    """Close the sockets of a session whose token was taken back."""
    _drop(lambda one: one.invitation_id == invitation_id)


def drop_ended(app: Flask) -> None:
    """Close the sockets whose credential ended without a word here: by another process, or by time."""
    with app.app_context(), unit_of_work(write=False):
        for sid in ending.ended(_connections().all()):
            drop(sid)


def _drop(which: Callable[[Connection], bool]) -> None:
    for sid in _connections().those(which):
        drop(sid)


def _connections() -> Connections:
    found: Connections = current_app.extensions["connections"]
    return found


def _refused(refusal: AppError) -> dict[str, Any]:
    """A refusal as the acknowledgement and as the event `error`, with one body."""
    body = _problem(refusal)
    socketio.emit("error", body, to=_sid())
    return body


def _refused_connection(refusal: AppError) -> Exception:
    """A refusal to connect; the library tells a client the words and the body of its own exception alone."""
    refused: Exception = RefusedConnection(refusal.detail, _problem(refusal))
    return refused


def _refusal_of(failure: Exception) -> AppError:
    """A failure as what the caller is told; without it a socket would wait for an answer that never comes."""
    refusal = as_app_error(failure)
    if refusal.status >= 500 and not isinstance(failure, AppError):
        logger.error("socket event failed", exc_info=failure)
    return refusal


def _problem(refusal: AppError) -> dict[str, Any]:
    return errors.problem(refusal, instance="socket", request_id=ids.opaque())


def _sid() -> str:
    return str(request.sid)  # type: ignore[attr-defined]
