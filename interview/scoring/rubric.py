"""The rubric: how four scores become one, and one score a recommendation."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from interview.scoring.exchange import Dimension
from interview.scoring.judgement import Reason, Score


class Verdict(StrEnum):
    """What the machine recommends; a person decides."""

    PASSED = "passed"
    NEEDS_REVIEW = "needs_review"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Overall:
    """The overall score, 0 to 100 with one decimal or None, the dimensions it leaves out and why."""

    value: float | None
    confidence: float
    left_out: Mapping[Dimension, Reason]


def overall_of(scores: Mapping[Dimension, Score], *, weights: Mapping[Dimension, float] | None = None) -> Overall:
    """Average the scored dimensions: plainly, or by weights where an organisation has set some.

    A dimension without a score is left out and named; where none is scored the overall is None as well.
    A dimension without a weight, or with one that is not above zero, does not count.
    """
    counted = {dimension: score for dimension in Dimension if (score := scores.get(dimension)) and _is_scored(score)}
    shares = {dimension: 1.0 if weights is None else weights.get(dimension, 0.0) for dimension in counted}
    shares = {dimension: share for dimension, share in shares.items() if math.isfinite(share) and share > 0}
    left_out = {
        dimension: (scores[dimension].reason if dimension in scores else None) or Reason.NOT_ASSESSABLE
        for dimension in Dimension
        if dimension not in counted
    }
    total = sum(shares.values())
    if not total:
        return Overall(None, 0.0, left_out)
    value = sum(Decimal(str(counted[dimension].value)) * Decimal(str(share)) for dimension, share in shares.items())
    confidence = sum(counted[dimension].confidence * share for dimension, share in shares.items()) / total
    exact = Decimal(value) / sum(Decimal(str(share)) for share in shares.values())
    return Overall(rounded(exact), round(confidence, 3), left_out)


def verdict_of(overall: Overall, *, passed_from: float, failed_below: float, least_confidence: float = 0.0) -> Verdict:
    """Recommend from the overall score; too little evidence always goes to a person.

    Raises ValueError where the bounds cross.
    """
    if failed_below > passed_from:
        raise ValueError("failed_below must not be above passed_from")
    if overall.value is None or overall.confidence < least_confidence:
        return Verdict.NEEDS_REVIEW
    if overall.value >= passed_from:
        return Verdict.PASSED
    return Verdict.FAILED if overall.value < failed_below else Verdict.NEEDS_REVIEW


def rounded(value: Decimal) -> float:
    """Round half up to one decimal, as a person does by hand."""
    return float(value.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))


def _is_scored(score: Score) -> bool:
    return score.value is not None and math.isfinite(score.value)
