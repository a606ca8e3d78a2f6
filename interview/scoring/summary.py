"""The session's summary: many judgements become four scores, strengths, improvements and a text of facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from interview.scoring.exchange import Dimension
from interview.scoring.judgement import Claim, Judgement, Quote, Reason, Score
from interview.scoring.rubric import Overall, overall_of, rounded

_MOST_CLAIMS = 8
_MOST_QUOTES = 5
_NAMES = {
    Dimension.TECHNICAL: "technical",
    Dimension.COMMUNICATION: "communication",
    Dimension.PROBLEM_SOLVING: "problem solving",
    Dimension.CULTURAL_FIT: "cultural fit",
}


@dataclass(frozen=True, slots=True)
class Summary:
    """What the answers of one session come to; each score is the mean of the answers that have one."""

    scores: Mapping[Dimension, Score]
    overall: Overall
    strengths: tuple[Claim, ...]
    improvements: tuple[Claim, ...]
    feedback: str
    answers: int
    answers_scored: int
    injection_suspected: bool


def summarise(
    judgements: Sequence[Judgement],
    *,
    by_confidence: bool = False,
    weights: Mapping[Dimension, float] | None = None,
) -> Summary:
    """Summarise a session; answers count alike, or by the confidence of their scores.

    A dimension that no answer has a score for stays None, with the reason most of them gave.
    """
    scores = {dimension: _session_score(judgements, dimension, by_confidence) for dimension in Dimension}
    overall = overall_of(scores, weights=weights)
    scored = sum(judgement.score is not None for judgement in judgements)
    return Summary(
        scores=scores,
        overall=overall,
        strengths=_claims(claim for judgement in judgements for claim in judgement.strengths),
        improvements=_claims(claim for judgement in judgements for claim in judgement.improvements),
        feedback=_feedback(judgements, scores, overall, scored),
        answers=len(judgements),
        answers_scored=scored,
        injection_suspected=any(judgement.injection_suspected for judgement in judgements),
    )


def _session_score(judgements: Iterable[Judgement], dimension: Dimension, by_confidence: bool) -> Score:
    given = [judgement.scores[dimension] for judgement in judgements if dimension in judgement.scores]
    scored = [(score, score.value) for score in given if score.value is not None]
    if not scored:
        reasons = Counter(score.reason for score in given if score.reason is not None)
        return Score(None, reason=reasons.most_common(1)[0][0] if reasons else Reason.NOT_ASSESSABLE)
    weights = [Decimal(str(score.confidence)) if by_confidence else Decimal(1) for score, _ in scored]
    if not sum(weights):
        weights = [Decimal(1)] * len(scored)
    total = sum((Decimal(str(value)) * weight for (_, value), weight in zip(scored, weights, strict=True)), Decimal(0))
    confidence = sum(score.confidence for score, _ in scored) / len(scored)
    quotes: list[Quote] = [quote for score, _ in scored for quote in score.evidence]
    return Score(rounded(total / sum(weights)), round(confidence, 3), None, tuple(quotes[:_MOST_QUOTES]))


def _claims(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(dict.fromkeys(claims))[:_MOST_CLAIMS]


def _feedback(judgements: Sequence[Judgement], scores: Mapping[Dimension, Score], overall: Overall, scored: int) -> str:
    if not judgements:
        return "There are no answers."
    sentences = [f"{scored} of {len(judgements)} answers could be scored."]
    if overall.value is not None:
        sentences.append(f"Overall {overall.value:g} of 100.")
    for dimension, name in _NAMES.items():
        score = scores[dimension]
        told = f"{score.value:g} of 100" if score.value is not None else f"not scored ({score.reason})"
        sentences.append(f"{name.capitalize()}: {told}.")
    covered = sum(len(judgement.key_points_covered) for judgement in judgements)
    missed = sum(len(judgement.key_points_missed) for judgement in judgements)
    if covered + missed:
        sentences.append(f"The answers cover {covered} of {covered + missed} expected points.")
    if any(judgement.injection_suspected for judgement in judgements):
        sentences.append("Sentences that address the grader were left out; a person should look at them.")
    return " ".join(sentences)
