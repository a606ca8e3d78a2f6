"""Fit the offline judge's coefficients: `python -m benchmarks.scoring.fit TRAIN.jsonl …` prints them.

Every file is one set and weighs the same. Prints first the figures of each set when the others alone are fitted,
then the coefficients of all sets together, in the units of `interview/scoring/measures/coefficients.py`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.scoring.graded import Graded, read_graded
from benchmarks.scoring.metrics import agreement
from interview.providers.ai.encoder import SentenceEncoder
from interview.scoring.exchange import Exchange
from interview.scoring.offline import OfflineAnalyser

NAMES = ("focus", "relevance", "overlap", "precision", "length", "denial")
LEXICAL_NAMES = NAMES[2:]
RIDGE = 1 / 30
PART_CREDIT = 0.3
Array = NDArray[np.float64]


def main(paths: Sequence[str]) -> None:
    """Fit on every set but one, report on that one, then fit on all and print the coefficients."""
    analyser = OfflineAnalyser(SentenceEncoder())
    sets = [_measured(read_graded(Path(path)), analyser) for path in paths]
    for names in (NAMES, LEXICAL_NAMES):
        columns = [NAMES.index(name) for name in names]
        parts = [(rows[:, columns], grades, graded) for rows, grades, graded in sets]
        for index, (rows, _, graded) in enumerate(parts):
            others = [part for place, part in enumerate(parts) if place != index] or parts
            intercept, weights = fit(others)
            print(f"held out {Path(paths[index]).name}:", agreement(_sigmoid(intercept + rows @ weights), graded))
        intercept, weights = fit(parts)
        print(f"INTERCEPT = {intercept:.4f}")
        print("WEIGHTS =", {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)})


def fit(sets: Sequence[tuple[Array, Array, Any]]) -> tuple[float, Array]:
    """Fit a ridge logistic regression of grades between 0 and 1 by Newton's method; every set weighs the same."""
    rows, grades = np.concatenate([part[0] for part in sets]), np.concatenate([part[1] for part in sets])
    shares = np.concatenate([np.full(len(part[1]), 1 / len(part[1]) / len(sets)) for part in sets])
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    design = np.column_stack([np.ones(len(rows)), (rows - mean) / scale])
    penalty = np.diag([0.0, *[RIDGE] * rows.shape[1]])
    beta = np.zeros(design.shape[1])
    for _ in range(50):
        expected = _sigmoid(design @ beta)
        gradient = design.T @ (shares * (expected - grades)) + penalty @ beta
        curvature = (design * (shares * expected * (1 - expected))[:, None]).T @ design + penalty
        beta -= np.linalg.solve(curvature, gradient)
    weights = beta[1:] / scale
    return float(beta[0] - weights @ mean), weights


def _measured(graded: Sequence[Graded], analyser: OfflineAnalyser) -> tuple[Array, Array, Sequence[Graded]]:
    rows, kept = [], []
    for item in graded:
        features = analyser.measure(Exchange(item.id, item.question, item.answer, expected_answer=item.reference))
        if features is not None:
            rows.append([asdict(features)[name] for name in NAMES])
            kept.append(item)
    grades = [PART_CREDIT if item.label == "incorrect" else item.grade for item in kept]
    return np.asarray(rows, dtype=np.float64), np.asarray(grades, dtype=np.float64), kept


def _sigmoid(values: Array) -> Array:
    return 1 / (1 + np.exp(-values))


if __name__ == "__main__":
    main(sys.argv[1:])
