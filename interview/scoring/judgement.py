"""What an analyser says of one exchange: scores or reasons, claims with quotes, and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from interview.scoring.exchange import Dimension


class Reason(StrEnum):
    """Why a score is null or capped; values are stable words that clients may rely on."""

    NO_ANSWER = "no_answer"
    NO_CONTENT = "no_content"
    TOO_SHORT = "too_short"
    DONT_KNOW = "dont_know"
    REPEATS_QUESTION = "repeats_question"
    KEYWORD_LIST = "keyword_list"
    VAGUE = "vague"
    HEAVY_REPETITION = "heavy_repetition"
    CONTRADICTS_REFERENCE = "contradicts_reference"
    TRANSCRIPT_UNRELIABLE = "transcript_unreliable"
    NO_REFERENCE = "no_reference"
    UNTRUSTED_QUESTION = "untrusted_question"
    NO_CRITERIA = "no_criteria"
    NO_EVIDENCE = "no_evidence"
    NOT_ASSESSABLE = "not_assessable"
    UNSUPPORTED_LANGUAGE = "unsupported_language"
    INJECTION_REMOVED = "injection_removed"
    LEXICAL_ONLY = "lexical_only"
    PROVIDER_FAILED = "provider_failed"
    UNSTABLE = "unstable"
    CONSENT_REQUIRED = "consent_required"


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of the answer; `answer[start:end]` is `text`, in characters."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Score:
    """A score from 0 to 100, or None with the reason; `confidence` from 0 to 1."""

    value: float | None
    confidence: float = 0.0
    reason: Reason | None = None
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence about the answer, with the passage that shows it.

    A missed point has no passage to show; it names the point of the reference instead (`point`).
    """

    text: str
    dimension: Dimension
    quote: Quote | None = None
    point: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One analyser's view of one exchange.

    `score` is the answer's overall quality from 0 to 100 (what `flask score` prints), None with `reasons`
    where it cannot be judged. `by` names who judged, as `name/version`.
    """

    question_id: str
    by: str
    score: float | None
    confidence: float
    scores: Mapping[Dimension, Score]
    reasons: tuple[Reason, ...] = ()
    strengths: tuple[Claim, ...] = ()
    improvements: tuple[Claim, ...] = ()
    key_points_covered: tuple[str, ...] = ()
    key_points_missed: tuple[str, ...] = ()
    follow_up_questions: tuple[str, ...] = ()
    feedback: str = ""
    injection_suspected: bool = False
    tokens_in: int = 0
    tokens_out: int = 0
    details: Mapping[str, float] = field(default_factory=dict)
