"""What several judgements of one exchange by the same judge amount to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median_low

from interview.scoring.exchange import Dimension
from interview.scoring.judgement import Judgement, Reason, Score

Values = Sequence[float | None]


def of(judgements: Sequence[Judgement], *, most_spread: float) -> Judgement:
    """The judgement whose score is the median, its scores withheld where the judgements differ too much.

    A score that some give and others withhold is unstable too. `details` gets `repeats` and, where every
    judgement gave a score, the `spread` from lowest to highest in points. One judgement stays as it is.
    """
    if len(judgements) == 1:
        return judgements[0]
    middle = _middle(judgements)
    values = [judgement.score for judgement in judgements]
    agreed = replace(
        middle,
        scores={dimension: _agreed(dimension, middle, judgements, most_spread) for dimension in Dimension},
        details={**middle.details, "repeats": float(len(judgements)), **_spread(values)},
    )
    if _is_stable(values, most_spread):
        return agreed
    return replace(agreed, score=None, confidence=0.0, reasons=(*agreed.reasons, Reason.UNSTABLE))


def _middle(judgements: Sequence[Judgement]) -> Judgement:
    scored = {judgement.score: judgement for judgement in judgements if judgement.score is not None}
    values = [judgement.score for judgement in judgements if judgement.score is not None]
    return scored[median_low(values)] if values else judgements[0]


def _agreed(dimension: Dimension, middle: Judgement, judgements: Sequence[Judgement], most_spread: float) -> Score:
    if _is_stable([judgement.scores[dimension].value for judgement in judgements], most_spread):
        return middle.scores[dimension]
    return Score(None, reason=Reason.UNSTABLE)


def _spread(values: Values) -> dict[str, float]:
    given = [value for value in values if value is not None]
    return {"spread": max(given) - min(given)} if len(given) == len(values) else {}


def _is_stable(values: Values, most_spread: float) -> bool:
    return all(value is None for value in values) or _spread(values).get("spread", 101.0) <= most_spread
