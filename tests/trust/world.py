"""One of everything in one organisation, for callers to knock at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask.testing import FlaskClient

from interview.accounts.credentials import keys
from interview.accounts.scopes import Role
from interview.core.actors import OPERATOR
from interview.core.db import unit_of_work
from tests.factories import accounts, interviews

OCTETS = {"Tus-Resumable": "1.0.0", "Content-Type": "application/offset+octet-stream"}
# A key needs a scope; this one opens only what its routes say.
POOR_SCOPE = "audit:read"
# Path values that open what they name to whoever knows them, or that name nothing of an organisation.
CAPABILITIES = frozenset({"session_id", "upload_id", "code", "asset", "path", "page", "name"})
Headers = dict[str, str]


@dataclass(frozen=True)
class World:
    """The callers by name, and what they may ask for by the names of the routes' values."""

    callers: dict[str, Headers]
    objects: dict[str, Any]
    session_id: str
    key: Headers


def make(client: FlaskClient) -> World:
    """Make one of everything, with a session under way."""
    who, session_id = interviews.started(client)
    home = who.organisation
    people = {role: accounts.make_user(home, role=role) for role in Role}
    key, poor, revoked = accounts.make_key(home), accounts.make_key(home, scopes={POOR_SCOPE}), accounts.make_key(home)
    with unit_of_work():
        keys.revoke(revoked.key, by=OPERATOR)
    place = client.post(
        f"/api/interview/session/{session_id}/uploads", headers=OCTETS | {"Upload-Length": "10"}
    ).headers["Location"]
    return World(
        callers={
            "anonymous": {},
            "interviewer": accounts.headers_of(people[Role.INTERVIEWER]),
            "admin": accounts.headers_of(people[Role.ADMIN]),
            "candidate": accounts.headers_of(people[Role.CANDIDATE]),
            "key_without_scope": accounts.basic(poor),
            "foreign_admin": accounts.headers_of(accounts.make_user(role=Role.ADMIN)),
            "revoked_key": accounts.basic(revoked),
        },
        objects={
            "candidate_id": who.candidate.id,
            "interview_id": who.interview.id,
            "invitation_id": who.invitation.id,
            "user_id": people[Role.INTERVIEWER].id,
            "key_id": key.key.id,
            "session_id": session_id,
            "upload_id": place.rpartition("/")[2],
            "object_id": "0" * 32,
            "filename": "recording.webm",
            "code": "not_found",
            "asset": "swagger-ui.css",
            "path": "index.html",
            "page": "index.html",
            "name": "index.js",
        },
        session_id=session_id,
        key=accounts.basic(accounts.make_key(home)),
    )
