"""Candidates with what is told of them, gathered for a whole page in a few queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from interview.accounts.models import User
from interview.candidates.finding import labels
from interview.candidates.models import Candidate, LabelKind, Resume, StageChange
from interview.candidates.resumes import service as resumes
from interview.core.actors import ActorKind
from interview.core.db import db


@dataclass(frozen=True, slots=True)
class Described:
    """A candidate with their skills, tags and newest resume."""

    candidate: Candidate
    skills: list[str]
    tags: list[str]
    resume: Resume | None
    organisation_name: str = ""

    @property
    def profile(self) -> Described:
        """What is told of the candidate, for answers that put it together."""
        return self

    @property
    def has_account(self) -> bool:
        """Whether they can log in, or were invited to."""
        return self.candidate.user_id is not None


@dataclass(frozen=True, slots=True)
class Step:
    """A step in the pipeline, and the name of whoever took it."""

    change: StageChange
    by_name: str | None

    @property
    def by(self) -> str:
        """Whoever took it, as kind and id."""
        return f"{self.change.by_kind}:{self.change.by_id}"


def described(candidates: Sequence[Candidate]) -> list[Described]:
    """Candidates with what is told of them, in their order."""
    ids = [candidate.id for candidate in candidates]
    if not ids:
        return []
    labelled, newest = labels.of(ids), resumes.newest_of(ids)
    return [
        Described(
            one,
            labelled.get((one.id, LabelKind.SKILL), []),
            labelled.get((one.id, LabelKind.TAG), []),
            newest.get(one.id),
        )
        for one in candidates
    ]


def with_names(changes: Sequence[StageChange]) -> list[Step]:
    """Steps in the pipeline with the names of the people who took them."""
    people = {change.by_id for change in changes if change.by_kind == ActorKind.USER}
    named = select(User.id, User.name).where(User.id.in_(people))
    names: dict[str, str] = dict(db.session.execute(named).tuples().all()) if people else {}
    return [Step(change, names.get(change.by_id)) for change in changes]
