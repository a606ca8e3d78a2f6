"""Agreement between a machine's grades and people's, as short-answer grading reports it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.scoring.graded import Graded

Array = NDArray[np.float64]
_FEWEST_IN_QUESTION = 5


def agreement(grades: Array, graded: Sequence[Graded]) -> str:
    """Describe the agreement in one line: r, r within questions, RMSE, and AUC or quadratic weighted kappa."""
    people = np.array([item.grade for item in graded])
    figures = [
        f"n {len(people)}",
        f"r {pearson(grades, people):.3f}",
        f"within-question r {within_question(grades, graded):.3f}",
        f"RMSE {np.sqrt(np.mean((grades - people) ** 2)):.3f} of 1",
        f"RMSE calibrated {calibrated_rmse(grades, graded):.3f} of 1",
    ]
    if len(set(people)) > 2:
        figures.append(f"QWK {weighted_kappa(grades, people, levels=_levels(graded)):.3f}")
    if 0 < np.mean(people >= 1) < 1:
        figures.append(f"AUC (full marks or not) {auc(grades, people >= 1):.3f}")
    return ", ".join(figures)


def pearson(left: Array, right: Array) -> float:
    """Pearson's correlation; 0 where one side does not vary."""
    if len(left) < 2 or left.std() == 0 or right.std() == 0:
        return 0.0
    return float(np.corrcoef(left, right)[0, 1])


def within_question(grades: Array, graded: Sequence[Graded]) -> float:
    """Pearson's correlation inside each question, averaged by the number of its answers."""
    total = weight = 0.0
    for places in _by_question(graded).values():
        people = np.array([graded[place].grade for place in places])
        if len(places) >= _FEWEST_IN_QUESTION and people.std() > 0:
            total += len(places) * pearson(grades[places], people)
            weight += len(places)
    return total / weight if weight else 0.0


def calibrated_rmse(grades: Array, graded: Sequence[Graded]) -> float:
    """Root mean square error after a straight line fitted on all the other questions."""
    people, fitted = np.array([item.grade for item in graded]), np.zeros(len(graded))
    for places in _by_question(graded).values():
        others = np.ones(len(graded), dtype=bool)
        others[places] = False
        if others.sum() < 2 or grades[others].std() == 0:
            return float("nan")
        slope, base = np.polyfit(grades[others], people[others], 1)
        fitted[places] = np.clip(slope * grades[places] + base, 0, 1)
    return float(np.sqrt(np.mean((fitted - people) ** 2)))


def auc(grades: Array, is_right: NDArray[np.bool_]) -> float:
    """Area under the receiver operating characteristic (Mann-Whitney), ties counted half."""
    order = np.argsort(grades, kind="stable")
    _, first, counts = np.unique(grades[order], return_index=True, return_counts=True)
    ranks = np.empty(len(grades))
    ranks[order] = np.repeat(first + (counts + 1) / 2, counts)
    right = int(is_right.sum())
    return float((ranks[is_right].sum() - right * (right + 1) / 2) / (right * (len(grades) - right)))


def weighted_kappa(grades: Array, people: Array, *, levels: int) -> float:
    """Cohen's kappa with quadratic weights over `levels` steps between 0 and 1."""
    left, right = np.rint(grades * (levels - 1)), np.rint(people * (levels - 1))
    observed = np.mean((left - right) ** 2)
    chance = np.mean((left[:, None] - np.unique(right)[None, :]) ** 2 @ _shares(right))
    return float(1 - observed / chance) if chance else 0.0


def _shares(values: Array) -> Array:
    return np.unique(values, return_counts=True)[1] / len(values)


def _levels(graded: Sequence[Graded]) -> int:
    top = max(item.top for item in graded)
    return int(top) + 1 if top >= 2 else 5


def _by_question(graded: Sequence[Graded]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, item in enumerate(graded):
        places[item.qid].append(place)
    return places
