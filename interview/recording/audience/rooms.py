"""The rooms: two of each live session, for the candidate's side and the organisation's people, and one for these."""

from __future__ import annotations

from typing import Any

from interview.core import realtime


def candidate_room(session_id: str) -> str:
    """Who holds the session id."""
    return f"session:{session_id}:candidate"


def staff_room(session_id: str) -> str:
    """The organisation's people who watch."""
    return f"session:{session_id}:staff"


def organisation_room(organisation_id: str) -> str:
    """The organisation's people who watch its interviews."""
    return f"organisation:{organisation_id}"


def tell_all(session_id: str, event: str, payload: dict[str, Any]) -> None:
    """Tell both sides something, after commit."""
    for room in (candidate_room(session_id), staff_room(session_id)):
        realtime.emit(event, {"session_id": session_id, **payload}, room=room)


def tell_staff(session_id: str, event: str, payload: dict[str, Any]) -> None:
    """Tell the organisation's people alone, after commit: scores and suggestions never reach a candidate."""
    realtime.emit(event, {"session_id": session_id, **payload}, room=staff_room(session_id))


def tell_organisation(organisation_id: str, event: str, payload: dict[str, Any]) -> None:
    """Tell an organisation's people something that is about no session, after commit."""
    realtime.emit(event, payload, room=organisation_room(organisation_id))
