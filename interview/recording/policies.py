"""Who may act on a session: its own id as a capability, or the organisation's people and keys."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from flask import g, request

from interview.accounts.policies import find_actor
from interview.core import callers, clock, current
from interview.core.actors import Actor, ActorKind
from interview.core.errors import Forbidden, Malformed
from interview.recording import reading
from interview.recording import service as recording
from interview.recording.errors import SessionIdExpired, SessionNotFound, SessionRevoked
from interview.recording.models import RecordingSession
from interview.scheduling import invitations


def holds_token(**_: Any) -> Actor:
    """An interview token in the body; the service decides what it opens."""
    return Actor(ActorKind.CANDIDATE_CAPABILITY, "interview token")


def holds_session(session_id: str | None = None, **_: Any) -> Actor:
    """The session's id in the path or body, or staff who conduct interviews; the session is held for writing."""
    session = recording.hold(_session_id(session_id))
    return _admit(session, staff_scope="interviews:conduct")


def reads_session(session_id: str, **_: Any) -> Actor:
    """The session's id until 15 minutes after its end, or staff who see interviews."""
    actor = _admit(_found(session_id), staff_scope="interviews:read")
    if actor.kind is ActorKind.CANDIDATE_CAPABILITY:
        assert_readable(g.session)
    return actor


def _session_id(given: str | None) -> str:
    found = given or callers.body_value(request, "session_id")
    if not found:
        raise Malformed("Not valid: session_id.", errors={"session_id": ["Missing data for required field."]})
    return found


def _found(session_id: str) -> RecordingSession | None:
    try:
        return reading.get(session_id)
    except SessionNotFound:
        return None


def _admit(session: RecordingSession | None, *, staff_scope: str) -> Actor:
    if session is None:
        raise SessionNotFound("There is no such session.")
    g.session = session
    staff = find_actor()
    if staff is not None and staff.organisation_id == session.organisation_id and staff.is_staff:
        if staff_scope not in staff.scopes:
            raise Forbidden(f"This needs the scope {staff_scope}.")
        return staff
    assert_live(session)
    return capability(session)


def capability(session: RecordingSession) -> Actor:
    """The candidate's side of a session as a caller."""
    return Actor(ActorKind.CANDIDATE_CAPABILITY, f"session {fingerprint(session.id)}", session.organisation_id)


def fingerprint(session_id: str) -> str:
    """A name for a session id that opens nothing, for logs and limits."""
    return current.keyring().digest("session fingerprints", session_id)[:16]


def assert_live(session: RecordingSession) -> None:
    """Check that the token behind the session still stands; raises `SessionRevoked`."""
    if invitations.is_revoked(session.invitation_id):
        raise SessionRevoked("The invitation to this session has been revoked.")


def assert_readable(session: RecordingSession) -> None:
    """Check that the id still reads its own state; raises `SessionIdExpired`."""
    grace = timedelta(minutes=current.settings().session_grace_minutes)
    if session.ended_at is not None and clock.now() > session.ended_at + grace:
        raise SessionIdExpired("The session ended a while ago; its id alone no longer gives access.")


def held_session() -> RecordingSession:
    """The session that the guard found."""
    session: RecordingSession = g.session
    return session


@callers.recogniser
def _recognise(call: Any) -> str | None:
    """Name callers by the token or session they hold, without a database."""
    held = (call.view_args or {}).get("session_id") or callers.body_value(call, "session_id")
    held = held or callers.body_value(call, "interview_token")
    return f"session:{fingerprint(held)}" if held else None
