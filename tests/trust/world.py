"""One of everything in one organisation, for callers to knock at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask.testing import FlaskClient

from interview.accounts.credentials import keys
from interview.accounts.models import Organisation, User
from interview.accounts.scopes import Role
from interview.candidates.models import Candidate
from interview.core.actors import OPERATOR
from interview.core.db import unit_of_work
from interview.scheduling import panel
from interview.scheduling import service as scheduling
from interview.scheduling.models import Interview
from tests.factories import accounts, calendars, candidates, interviews, lots, messages, notes, webhooks

OCTETS = {"Tus-Resumable": "1.0.0", "Content-Type": "application/offset+octet-stream"}
# A key needs a scope; this one opens only what its routes say.
POOR_SCOPE = "audit:read"
# Path values that open what they name to whoever knows them, or that name nothing of an organisation.
CAPABILITIES = frozenset(
    {"session_id", "public_id", "upload_id", "code", "asset", "path", "page", "name", "kind", "token"}
)
# Those that name something of the product itself, the same for every organisation.
OF_THE_PRODUCT = frozenset({"kind"})
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
    give_part_in(who.interview, interviewer=people[Role.INTERVIEWER], candidate=people[Role.CANDIDATE])
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
            "recruiter": accounts.headers_of(people[Role.RECRUITER]),
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
            **webhook_and_delivery(home),
            **lot_and_draw(home),
            "import_id": candidates.begin_import(home).id,
            "message_id": messages.queue_one(home).id,
            "note_id": notes.make_note(people[Role.INTERVIEWER], session_id).id,
            "kind": "interview_invitation",
            **calendar_things(people[Role.INTERVIEWER], who.candidate),
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


def give_part_in(interview: Interview, *, interviewer: User, candidate: User) -> None:
    """Put the interviewer on the panel, and let the candidate's user be who is interviewed."""
    with unit_of_work():
        row = scheduling.hold(interview.id)
        panel.set_panel(row, panel.seats([interviewer.id]))
        row.candidate.user_id = candidate.id


def webhook_and_delivery(home: Organisation) -> dict[str, str]:
    """A webhook at an address that nobody has, and something on its way to it."""
    made = webhooks.make_webhook(home)
    return {"webhook_id": made.subscription.id, "delivery_id": webhooks.delivery_to(made).id}


def lot_and_draw(home: Organisation) -> dict[str, str]:
    """A lot for a position, and its draw as it is published."""
    made = lots.prepared(home, pool=2, places=1)
    return {"lot_id": made.lot.id, "position_id": lots.make_position(home).id, "public_id": made.draw.public_id}


def calendar_things(interviewer: User, candidate: Candidate) -> dict[str, str]:
    """A booking link, a calendar elsewhere, and the private address of a calendar."""
    return {
        "link_id": calendars.booking_link(interviewer, candidate=candidate)[0].id,
        "source_id": calendars.busy_source(interviewer).id,
        "token": calendars.feed_token(interviewer),
    }
