"""The logistic combination of the features; `benchmarks/scoring/fit.py` prints these figures.

Fitted with equal weight for each set on the training splits of SciEntsBank and Beetle (SemEval-2013 task 7) and of
SAF; a wrong answer that is not contradictory counts 0.3, the share of part credit in the finer labels of both sets.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict

from interview.scoring.measures.features import Features

INTERCEPT = -1.7257
WEIGHTS: Mapping[str, float] = {
    "focus": 1.1265,
    "relevance": 1.2482,
    "overlap": 1.4454,
    "precision": 0.1924,
    "length": 0.785,
    "denial": -3.1086,
}
LEXICAL_INTERCEPT = -1.1926
LEXICAL_WEIGHTS: Mapping[str, float] = {"overlap": 2.3259, "precision": 1.0845, "length": 0.8893, "denial": -2.9018}

_OFF_TOPIC = 0.1, 0.25
_BESIDE_THE_POINT = 0.1, 0.25
_LONG_ENOUGH_TO_JUDGE = 8, 16
_NO_WORD_IN_COMMON = 0.15


def expected_grade(features: Features) -> float:
    """Combine the features to the grade a person is expected to give, from 0 to 1."""
    if features.focus is None or features.relevance is None:
        return expected_grade_by_words(features)
    return _logistic(INTERCEPT, WEIGHTS, features) * _to_the_point(features.topic, features.relevance, features.words)


def expected_grade_by_words(features: Features) -> float:
    """Combine only the features that need no encoder, from 0 to 1."""
    on_topic = _ramp(features.precision + features.overlap, 0.0, _NO_WORD_IN_COMMON)
    return _logistic(LEXICAL_INTERCEPT, LEXICAL_WEIGHTS, features) * on_topic


def _to_the_point(topic: float, relevance: float, words: int) -> float:
    """Weigh down what no grader in the fitted sets had to read: another topic, and many words beside the point.

    Both ramps lie where the fitted sets have next to nothing, so that they hardly touch an honest answer.
    """
    length = _ramp(words, *_LONG_ENOUGH_TO_JUDGE)
    return _ramp(topic, *_OFF_TOPIC) * (1 - length * (1 - _ramp(relevance, *_BESIDE_THE_POINT)))


def _ramp(value: float, low: float, high: float) -> float:
    return min(1.0, max(0.0, (value - low) / (high - low)))


def _logistic(intercept: float, weights: Mapping[str, float], features: Features) -> float:
    measured = asdict(features)
    return 1.0 / (1.0 + math.exp(-(intercept + sum(weight * measured[name] for name, weight in weights.items()))))
