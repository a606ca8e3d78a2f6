"""Fit the offline judge's coefficients: `python -m benchmarks.scoring.fit TRAIN.jsonl …` prints them.

Every file is one set and weighs the same. Prints first the figures of each set when the others alone are fitted,
then the coefficients of all sets together, in the units of `interview/scoring/measures/coefficients.py`.
"Incorrect" in the three-way labels of two sets holds both answers that deserve part credit and answers beside the
point, about half of each by their makers' finer labels: by a first fit the half nearer the reference counts more.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

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
EVEN_CREDIT, NEARER_CREDIT, FARTHER_CREDIT = 0.3, 0.45, 0.15
Array = NDArray[np.float64]
Part = tuple[Array, Sequence[Graded]]


def main(paths: Sequence[str]) -> None:
    """Fit on every set but one, report on that one, then fit on all and print the coefficients."""
    analyser = OfflineAnalyser(SentenceEncoder())
    sets = [_measured(read_graded(Path(path)), analyser) for path in paths]
    for names in (NAMES, LEXICAL_NAMES):
        columns = [NAMES.index(name) for name in names]
        parts = [(rows[:, columns], graded) for rows, graded in sets]
        for index, (rows, graded) in enumerate(parts):
            others = [part for place, part in enumerate(parts) if place != index] or parts
            intercept, weights = fit_twice(others)
            print(f"held out {Path(paths[index]).name}:", agreement(_sigmoid(intercept + rows @ weights), graded))
        intercept, weights = fit_twice(parts)
        print(f"INTERCEPT = {intercept:.4f}")
        print("WEIGHTS =", {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)})


def fit_twice(sets: Sequence[Part]) -> tuple[float, Array]:
    """Fit the weights with even credit, then stretch them to the grades with credit for the nearer half only."""
    intercept, weights = fit([(rows, _credited(graded, np.full(len(graded), EVEN_CREDIT))) for rows, graded in sets])
    nearness = [intercept + rows @ weights for rows, _ in sets]
    stretched = [
        (
            near[:, None],
            _credited(graded, np.where(near >= _median_of_incorrect(near, graded), NEARER_CREDIT, FARTHER_CREDIT)),
        )
        for near, (_, graded) in zip(nearness, sets, strict=True)
    ]
    shift, (factor,) = fit(stretched, ridge=0.0)
    return shift + factor * intercept, factor * weights


def fit(sets: Sequence[tuple[Array, Array]], *, ridge: float = RIDGE) -> tuple[float, Array]:
    """Fit a ridge logistic regression of grades between 0 and 1 by Newton's method; every set weighs the same."""
    rows, grades = np.concatenate([part[0] for part in sets]), np.concatenate([part[1] for part in sets])
    shares = np.concatenate([np.full(len(part[1]), 1 / len(part[1]) / len(sets)) for part in sets])
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    design = np.column_stack([np.ones(len(rows)), (rows - mean) / scale])
    penalty = np.diag([0.0, *[ridge] * rows.shape[1]])
    beta = np.zeros(design.shape[1])
    for _ in range(50):
        expected = _sigmoid(design @ beta)
        gradient = design.T @ (shares * (expected - grades)) + penalty @ beta
        curvature = (design * (shares * expected * (1 - expected))[:, None]).T @ design + penalty
        beta -= np.linalg.solve(curvature, gradient)
    weights = beta[1:] / scale
    return float(beta[0] - weights @ mean), weights


def _measured(graded: Sequence[Graded], analyser: OfflineAnalyser) -> Part:
    rows, kept = [], []
    for item in graded:
        features = analyser.measure(Exchange(item.id, item.question, item.answer, expected_answer=item.reference))
        if features is not None:
            rows.append([asdict(features)[name] for name in NAMES])
            kept.append(item)
    return np.asarray(rows, dtype=np.float64), kept


def _credited(graded: Sequence[Graded], credit: Array) -> Array:
    grades = np.array([item.grade for item in graded])
    return np.where(_is_open(graded), credit, grades)


def _median_of_incorrect(nearness: Array, graded: Sequence[Graded]) -> float:
    is_open = _is_open(graded)
    return float(np.median(nearness[is_open])) if is_open.any() else 0.0


def _is_open(graded: Sequence[Graded]) -> NDArray[np.bool_]:
    # A set that gives part credit itself means by "incorrect" that nothing is right.
    has_parts = any(0 < item.grade < 1 for item in graded)
    return np.array([item.label == "incorrect" and not has_parts for item in graded])


def _sigmoid(values: Array) -> Array:
    return 1 / (1 + np.exp(-values))


if __name__ == "__main__":
    main(sys.argv[1:])
