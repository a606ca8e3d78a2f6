"""Evaluate the offline judge: `python -m benchmarks.scoring.evaluate [--lexical] [--limit N] FILE.jsonl …`.

For each graded set prints r, r within questions, RMSE, QWK or AUC as the grades allow, what was not scored, how
far confidence tells good scores from bad, and milliseconds of one core an answer; then what attacks on the same
questions reach.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.scoring.attacks import attacks_on, denied, injections_into
from benchmarks.scoring.graded import Graded, read_graded
from benchmarks.scoring.metrics import agreement
from interview.providers.ai.encoder import SentenceEncoder
from interview.scoring.exchange import Exchange
from interview.scoring.judgement import Judgement
from interview.scoring.offline import OfflineAnalyser

_ATTACKED = 100


def main() -> None:
    """Read the arguments and print the report of every file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--lexical", action="store_true", help="judge by words alone, as without the encoder")
    parser.add_argument("--limit", type=int, default=0, help="only so many answers of a set, drawn at random")
    arguments = parser.parse_args()
    analyser = OfflineAnalyser(None if arguments.lexical else SentenceEncoder())
    for path in arguments.paths:
        graded = read_graded(path)
        if 0 < arguments.limit < len(graded):
            graded = random.Random(1).sample(graded, arguments.limit)
        print(f"\n{path.name}")
        report_agreement(graded, analyser)
        report_attacks(graded, analyser)


def report_agreement(graded: Sequence[Graded], analyser: OfflineAnalyser) -> None:
    """Judge every answer and print the agreement; an answer that was not scored counts as 0."""
    analyser.judge(_exchange(graded[0], "warm up"))
    started = time.process_time()
    judged = [analyser.judge(_exchange(item, item.answer)) for item in graded]
    milliseconds = 1000 * (time.process_time() - started) / len(graded)
    grades = _grades(judged)
    unscored = sum(judgement.score is None for judgement in judged)
    print(f"  {agreement(grades, graded)}")
    print(f"  not scored {unscored}, mean score {grades.mean():.2f}, {milliseconds:.1f} ms of one core an answer")
    errors = np.abs(grades - np.array([item.grade for item in graded]))
    confidence = np.array([judgement.confidence for judgement in judged])
    sure = confidence >= np.median(confidence)
    print(f"  mean error {errors[sure].mean():.3f} in the surer half, {errors[~sure].mean():.3f} in the other")


def report_attacks(graded: Sequence[Graded], analyser: OfflineAnalyser) -> None:
    """Attack a sample of the questions and print the mean and the highest score of each kind of attack."""
    sample = random.Random(1).sample(list(graded), min(_ATTACKED, len(graded)))
    scores: dict[str, list[float]] = defaultdict(list)
    raised = 0
    for item in sample:
        other = next((other for other in sample if other.qid != item.qid), item)
        for kind, answer in attacks_on(item, other, seed=1).items():
            scores[kind].append(analyser.judge(_exchange(item, answer)).score or 0.0)
        honest = analyser.judge(_exchange(item, item.answer)).score or 0.0
        paired = [analyser.judge(_exchange(item, text)).score or 0.0 for text in injections_into(item.answer)]
        raised += sum(score > honest for score in paired)
        scores["(reference itself)"].append(analyser.judge(_exchange(item, item.reference)).score or 0.0)
        opposite = denied(item.reference)
        if opposite:
            scores["(reference denied)"].append(analyser.judge(_exchange(item, opposite)).score or 0.0)
    for kind, reached in scores.items():
        print(f"  {kind:28s} mean {np.mean(reached):5.1f}  highest {max(reached):5.1f}")
    attacks = [score for kind, reached in scores.items() if not kind.startswith("(") for score in reached]
    print(f"  all attacks: mean {np.mean(attacks):.1f}; injections that raised a score: {raised} of {8 * len(sample)}")


def _exchange(item: Graded, answer: str) -> Exchange:
    return Exchange(item.id, item.question, answer, expected_answer=item.reference)


def _grades(judged: Sequence[Judgement]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array([(judgement.score or 0.0) / 100 for judgement in judged])


if __name__ == "__main__":
    main()
