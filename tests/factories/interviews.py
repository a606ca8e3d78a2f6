"""Interviews that can be started, for tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask.testing import FlaskClient

from interview.accounts.models import Organisation
from interview.candidates import service as candidates
from interview.candidates.models import Candidate
from interview.consent import service as consent
from interview.consent.notices import CURRENT, Purpose
from interview.core.actors import OPERATOR
from interview.core.db import unit_of_work
from interview.scheduling import invitations
from interview.scheduling import service as scheduling
from interview.scheduling.models import Interview, Invitation
from tests.factories import accounts

PLAN: tuple[dict[str, Any], ...] = (
    {
        "text": "What is a database index?",
        "type": "technical",
        "expected_answer": "An ordered structure that finds rows without reading the whole table; writes get slower.",
        "key_points": ["finds rows without reading the whole table", "writes get slower"],
        "keywords": ["index"],
    },
)


@dataclass(frozen=True, slots=True)
class Invited:
    """A candidate with an interview and its live token."""

    organisation: Organisation
    candidate: Candidate
    interview: Interview
    invitation: Invitation
    token: str


def make_candidate(organisation: Organisation | None = None, *, email: str | None = None) -> Candidate:
    """A committed candidate, in a new organisation where none is given."""
    where = organisation or accounts.make_organisation()
    with unit_of_work():
        return candidates.create(organisation_id=where.id, name="Some Candidate", email=email, by=OPERATOR)


def invited(
    organisation: Organisation | None = None,
    *,
    candidate: Candidate | None = None,
    agreed: tuple[Purpose, ...] = tuple(Purpose),
    questions: tuple[dict[str, Any], ...] = PLAN,
    **values: Any,
) -> Invited:
    """A committed interview with a token, and consent recorded by the organisation unless told otherwise."""
    where = organisation or accounts.make_organisation()
    person = candidate or make_candidate(where)
    with unit_of_work():
        interview = scheduling.create(
            within=where.id, candidate_id=person.id, title="Round one", questions=questions, by=OPERATOR, **values
        )
        if agreed:
            agree(interview, *agreed)
        invitation, token = invitations.invite(interview, by=OPERATOR)
    return Invited(where, person, interview, invitation, token)


def agree(interview: Interview, *purposes: Purpose, is_granted: bool = True) -> None:
    """State consent in the present transaction."""
    consent.state(
        organisation_id=interview.organisation_id,
        subject=interview.consent_subject,
        context=interview.consent_context,
        purposes=dict.fromkeys(purposes, is_granted),
        notice_version=CURRENT.version,
        method="organisation",
        evidence="signed form",
        by=OPERATOR,
    )


def start(client: FlaskClient, token: str, **more: Any) -> Any:
    """Start the session of a token over HTTP."""
    return client.post("/api/interview/session/start", json={"interview_token": token, **more})


def started(client: FlaskClient, **values: Any) -> tuple[Invited, str]:
    """An invited candidate and the id of the session that was started."""
    who = invited(**values)
    return who, start(client, who.token).get_json()["session_id"]


def ask(client: FlaskClient, session_id: str, text: str = "What is a database index?", **more: Any) -> str:
    """Add a question over HTTP; returns its id."""
    body = {"session_id": session_id, "question_data": {"text": text, **more}}
    return str(client.post("/api/interview/question/add", json=body).get_json()["question_id"])


def answer(client: FlaskClient, session_id: str, question_id: str, text: str, **more: Any) -> Any:
    """Add an answer over HTTP."""
    body = {"session_id": session_id, "question_id": question_id, "answer_data": {"text": text, **more}}
    return client.post("/api/interview/answer/add", json=body)


def end(client: FlaskClient, session_id: str) -> Any:
    """End a session over HTTP."""
    return client.post("/api/interview/session/end", json={"session_id": session_id})
