"""The logistic combination of the features; `benchmarks/scoring/fit.py` prints these figures.

Fitted with equal weight for each set on the training splits of SciEntsBank and Beetle (SemEval-2013 task 7) and of
SAF. Their three-way labels call an answer with part of the truth incorrect; such rows count 0.3 in the weights, and
0.45 or 0.15 in the scale, by whether they lie in the half nearer to the reference.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict

from interview.scoring.measures.features import Features

INTERCEPT = -3.4961
WEIGHTS: Mapping[str, float] = {
    "focus": 1.5712,
    "relevance": 2.1097,
    "overlap": 1.6282,
    "precision": 0.3319,
    "length": 1.8574,
    "denial": -4.2193,
}
LEXICAL_INTERCEPT = -2.6152
LEXICAL_WEIGHTS: Mapping[str, float] = {"overlap": 3.0832, "precision": 1.7716, "length": 1.9619, "denial": -4.2107}

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
