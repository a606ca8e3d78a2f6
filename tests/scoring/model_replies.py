"""An exchange and the replies a model may give to it."""

from __future__ import annotations

import json
from typing import Any

from interview.providers.ai.port import Reply
from interview.scoring.exchange import Criterion, Dimension, Exchange

ANSWER = (
    "A hash table keeps pairs in buckets. The hash of the key picks the bucket, so a lookup takes constant time "
    "on average. When two keys fall into the same bucket we can chain them in a list."
)

EXCHANGE = Exchange(
    question_id="q-1",
    question="How does a hash table work?",
    answer=ANSWER,
    expected_answer="Keys are hashed to buckets; lookups are O(1) on average; collisions are chained or probed.",
    key_points=("hash picks the bucket", "average constant time", "resizing"),
    criteria=(
        Criterion("c-depth", "names a way to resolve collisions"),
        Criterion("c-team", "thinks of the colleagues", Dimension.CULTURAL_FIT),
    ),
)


def score(
    value: float | None = 80, quote: str = "The hash of the key picks the bucket", **changes: Any
) -> dict[str, Any]:
    """A score with its quote, or null with a reason."""
    if value is None:
        return {"value": None, "confidence": 0.2, "reason": "not_assessable", "quotes": []} | changes
    return {"value": value, "confidence": 0.9, "reason": None, "quotes": [quote]} | changes


def reply(**changes: Any) -> dict[str, Any]:
    """A sound reply to `EXCHANGE`, with changes."""
    return {
        "question_id": "q-1",
        "overall": score(82),
        "technical": score(85),
        "communication": score(78, "A hash table keeps pairs in buckets"),
        "problem_solving": score(70, "we can chain them in a list"),
        "cultural_fit": score(None),
        "key_points": [
            {"id": "key_point_1", "is_covered": True, "quote": "The hash of the key picks the bucket"},
            {"id": "key_point_2", "is_covered": True, "quote": "constant time on average"},
            {"id": "key_point_3", "is_covered": False, "quote": None},
        ],
        "criteria": [
            {"id": "c-depth", "is_met": True, "quote": "chain them in a list"},
            {"id": "c-team", "is_met": False, "quote": None},
        ],
        "strengths": [
            {
                "text": "Explains how the bucket is found.",
                "dimension": "technical",
                "quote": "the hash of the key picks the bucket",
                "point_id": "key_point_1",
            }
        ],
        "improvements": [
            {"text": "Does not mention resizing.", "dimension": "technical", "quote": None, "point_id": "key_point_3"}
        ],
        "follow_up_questions": ["What happens when the table fills up?"],
        "feedback": "A right and orderly answer. Resizing is missing.",
    } | changes


def written(body: object, *, tokens_in: int = 100, tokens_out: int = 40) -> Reply:
    """A reply as the model's port gives it; text is taken as it is."""
    text = body if isinstance(body, str) else json.dumps(body)
    return Reply(text, "m-1", tokens_in=tokens_in, tokens_out=tokens_out, cost_usd=0.001)
