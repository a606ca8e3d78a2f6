"""Policies of candidates."""

from __future__ import annotations

from interview.accounts.policies import person
from interview.accounts.scopes import Role
from interview.candidates.errors import OnlyCandidates
from interview.core.actors import Actor


def is_candidate(**_: object) -> Actor:
    """A person who is signed in as a candidate; raises `OnlyCandidates` for others, and what `person` raises."""
    found = person()
    if found.role != Role.CANDIDATE:
        raise OnlyCandidates("This is a candidate's own page.")
    return found
