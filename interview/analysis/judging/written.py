"""A judgement as the JSON that is stored, sent and shown."""

from __future__ import annotations

from typing import Any

from interview.scoring.exchange import Dimension
from interview.scoring.judgement import Claim, Judgement, Quote, Reason, Score


def judgement_written(judgement: Judgement) -> dict[str, Any]:
    """One question's judgement; every score a number or null with its reason, every claim with its quote."""
    return {
        "question_id": judgement.question_id,
        "score": judgement.score,
        "confidence": judgement.confidence,
        "reasons": [reason.value for reason in judgement.reasons],
        "scores": {dimension.value: score_written(score) for dimension, score in judgement.scores.items()},
        "strengths": [claim_written(claim, judgement.question_id) for claim in judgement.strengths],
        "improvements": [claim_written(claim, judgement.question_id) for claim in judgement.improvements],
        "key_points_covered": list(judgement.key_points_covered),
        "key_points_missed": list(judgement.key_points_missed),
        "follow_up_questions": list(judgement.follow_up_questions),
        "feedback": judgement.feedback,
        "injection_suspected": judgement.injection_suspected,
        "judged_by": judgement.by,
        "details": dict(judgement.details),
    }


def score_written(score: Score) -> dict[str, Any]:
    """A score with its evidence."""
    return {
        "score": score.value,
        "confidence": score.confidence,
        "reason": score.reason.value if score.reason else None,
        "evidence": [quote_written(quote) for quote in score.evidence],
    }


def claim_written(claim: Claim, question_id: str) -> dict[str, Any]:
    """A claim with its quote."""
    return {
        "text": claim.text,
        "dimension": claim.dimension.value,
        "quote": quote_written(claim.quote) if claim.quote else None,
        "point": claim.point,
        "question_id": question_id,
    }


def quote_written(quote: Quote) -> dict[str, Any]:
    """A passage of the answer and its place in characters."""
    return {"text": quote.text, "start": quote.start, "end": quote.end}


def judgement_read(written: dict[str, Any]) -> Judgement:
    """The judgement again, as far as a summary needs it."""
    return Judgement(
        question_id=written["question_id"],
        by=written["judged_by"],
        score=written["score"],
        confidence=written["confidence"],
        scores={Dimension(name): _score_read(score) for name, score in written["scores"].items()},
        strengths=tuple(map(_claim_read, written["strengths"])),
        improvements=tuple(map(_claim_read, written["improvements"])),
        injection_suspected=written["injection_suspected"],
    )


def _score_read(written: dict[str, Any]) -> Score:
    reason = Reason(written["reason"]) if written["reason"] else None
    return Score(written["score"], written["confidence"], reason, tuple(map(_quote_read, written["evidence"])))


def _claim_read(written: dict[str, Any]) -> Claim:
    quote = _quote_read(written["quote"]) if written["quote"] else None
    return Claim(written["text"], Dimension(written["dimension"]), quote, written["point"])


def _quote_read(written: dict[str, Any]) -> Quote:
    return Quote(written["text"], written["start"], written["end"])
