"""One question with its answer and everything the interview knows about what a good answer holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Dimension(StrEnum):
    """The four things an interview is judged by; values are the wire's words."""

    TECHNICAL = "technical"
    COMMUNICATION = "communication"
    PROBLEM_SOLVING = "problem_solving"
    CULTURAL_FIT = "cultural_fit"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing the organisation wrote down that a good answer shows."""

    id: str
    text: str
    dimension: Dimension = Dimension.TECHNICAL
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question as it was asked and the answer as it was given.

    `expected_answer`, `samples`, `key_points` and `keywords` are the reference; without any of them
    technical correctness is not assessable offline.
    `is_trusted` is false for a question that the candidate's own client added: its reference is then ignored.
    `transcript_confidence` is 0 to 1, or None when the answer was typed or the source is unknown.
    """

    question_id: str
    question: str
    answer: str
    type: str = "general"
    difficulty: str = "medium"
    expected_answer: str | None = None
    samples: tuple[str, ...] = ()
    key_points: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    duration_seconds: float | None = None
    transcript_confidence: float | None = None
    is_trusted: bool = True
