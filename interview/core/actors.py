"""Who is doing something."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class ActorKind(StrEnum):
    """The kinds of caller; values are stored with what they did."""

    USER = "user"
    API_KEY = "api_key"
    CANDIDATE_CAPABILITY = "candidate_capability"
    OPERATOR = "operator"
    SYSTEM = "system"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Actor:
    """A caller after the guard has recognised it; `organisation_id` is the boundary of all it can see."""

    kind: ActorKind
    id: str
    organisation_id: str | None = None
    role: str | None = None
    scopes: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_staff(self) -> bool:
        """Whether the organisation's own people or keys are acting, not the candidate's side."""
        return self.kind in {ActorKind.API_KEY, ActorKind.OPERATOR, ActorKind.SYSTEM} or self.role in {
            "admin",
            "recruiter",
            "interviewer",
        }


SYSTEM = Actor(ActorKind.SYSTEM, "system")
OPERATOR = Actor(ActorKind.OPERATOR, "command line")
ANONYMOUS = Actor(ActorKind.ANONYMOUS, "anonymous")
