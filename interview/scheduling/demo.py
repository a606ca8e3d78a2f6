"""A demonstration: a new organisation with all that is needed to record one interview, and more where wanted."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from interview.accounts import service as accounts
from interview.accounts.credentials import keys, passwords
from interview.accounts.scopes import EVERY_SCOPE, Role
from interview.accounts.service import NewUser
from interview.candidates import service as candidates
from interview.consent import service as consent
from interview.consent.notices import Purpose
from interview.core import current, ids
from interview.core.actors import OPERATOR
from interview.core.db import unit_of_work
from interview.scheduling import invitations, scenery
from interview.scheduling import service as scheduling

QUESTIONS: tuple[dict[str, Any], ...] = (
    {
        "text": "What is a database index, and what does it cost?",
        "type": "technical",
        "difficulty": "medium",
        "keywords": ["index", "lookup", "write", "storage"],
        "expected_answer": (
            "An index is an ordered structure, usually a B-tree, that lets the database find rows by a column's value "
            "without reading the whole table. It costs storage, and every insert, update or delete has to maintain it, "
            "so writes become slower."
        ),
        "key_points": [
            "an index is an ordered structure such as a B-tree",
            "it finds rows without reading the whole table",
            "every write has to maintain it and becomes slower",
            "it takes storage",
        ],
    },
    {
        "text": "A page that used to be fast has become slow. How do you find out why?",
        "type": "problem_solving",
        "difficulty": "medium",
        "keywords": ["measure", "profile", "compare", "cause"],
        "expected_answer": (
            "First measure where the time goes, with a profiler, traces or the query log. Compare with the time before "
            "it became slow and look at what changed. Form a hypothesis, test one change at a time and verify the "
            "result with the same measurement."
        ),
        "key_points": [
            "measure where the time goes before changing anything",
            "compare with the state before and look at what changed",
            "test one hypothesis at a time",
            "verify with the same measurement",
        ],
    },
    {
        "text": "Tell us about a disagreement in a team and how it was settled.",
        "type": "behavioral",
        "difficulty": "easy",
        "keywords": ["listen", "evidence", "decision"],
    },
)


@dataclass(frozen=True, slots=True)
class Demo:
    """What a demonstration tells once; `password_hash` is made before the transaction, because it takes its time."""

    number: str
    name: str
    email: str
    password: str
    password_hash: str


def make(demo: Demo, *, is_furnished: bool = False) -> dict[str, Any]:
    """Make an organisation, its admin, an API key with every scope, and a candidate with a scheduled interview.

    The candidate's consent is recorded by the organisation, so that the interview can be recorded at once. Furnished,
    there is more to look at; what is told stays the newest of everything.
    """
    organisation = accounts.create_organisation(demo.name, by=OPERATOR)
    person = NewUser(demo.email, "Demo Admin", Role.ADMIN, demo.password_hash)
    admin = accounts.create_user(organisation, person, by=OPERATOR)
    if is_furnished:
        scenery.furnish(organisation.id, admin=admin, number=demo.number)
    key = keys.create(organisation.id, name="demonstration", scopes=EVERY_SCOPE, expires_at=None, by=OPERATOR)
    candidate = candidates.create(
        organisation_id=organisation.id, name="Sample Candidate", email="candidate@example.org", by=OPERATOR
    )
    interview = scheduling.create(
        within=organisation.id,
        candidate_id=candidate.id,
        title="Sample interview",
        position="Software engineer",
        culture_criteria=["Listens to others and decides on evidence"],
        questions=QUESTIONS,
        by=OPERATOR,
    )
    consent.state(
        organisation_id=organisation.id,
        subject=interview.consent_subject,
        context=interview.consent_context,
        purposes=dict.fromkeys(Purpose, True),
        notice_version=consent.notice().version,
        method="organisation",
        evidence="Made with the demonstration; nobody real is concerned.",
        by=OPERATOR,
    )
    _, token = invitations.invite(interview, by=OPERATOR)
    return {
        "organisation_id": organisation.id,
        "admin": {"email": demo.email, "password": demo.password},
        "candidate_id": candidate.id,
        "interview_id": interview.id,
        "interview_token": token,
        "link": f"{current.settings().site_url}/i/{token}",
        "api_key": {"id": key.key.id, "secret": key.secret},
    }


def make_new(*, is_furnished: bool = False) -> dict[str, Any]:
    """Make a demonstration that no earlier one shares a name with, in a unit of work of its own."""
    number, password = secrets.token_hex(4), ids.token()
    email = f"admin-{number}@example.org"
    told = Demo(number, f"Demo organisation {number}", email, password, passwords.hashed(password, email=email))
    with unit_of_work():
        return make(told, is_furnished=is_furnished)
