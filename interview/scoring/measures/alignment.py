"""Alignment: how well each word of one passage finds its meaning among the words of another.

The idea is BERTScore's (Zhang et al., 2020) and Sultan's short-answer grader's (2016): match word by word, in context,
and let the words that the question already gave count little or nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from interview.scoring.reading.passage import Passage

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NOTHING_NEW = 0.5


@dataclass(frozen=True, slots=True)
class Alignment:
    """Cosines, -1 to 1, between the words of a reference and those of an answer.

    `residual` has a row per word of the reference and a column per word of the answer, after the question's direction
    was taken out of every vector, so that a shared topic does not pass for a shared statement.
    `relevant` is the best plain cosine of each word of the answer.
    """

    residual: NDArray[Any]
    relevant: NDArray[Any]

    @property
    def covered(self) -> NDArray[Any]:
        """The best residual cosine of each word of the reference."""
        best: NDArray[Any] = self.residual.max(axis=1)
        return best


def align(answer: Passage, reference: Passage, question: Passage) -> Alignment:
    """Align two encoded passages that both have words."""
    said, expected, topic = answer.vectors, reference.vectors, question.sentence
    if said is None or expected is None:
        raise ValueError("only encoded passages can be aligned")
    cosines = expected @ said.T
    residual = cosines if topic is None else _without(cosines, expected @ topic, said @ topic)
    return Alignment(residual=residual, relevant=cosines.max(axis=0))


def coverage(alignment: Alignment, reference: Passage, given: Collection[str]) -> float:
    """Average the reference's best cosines over its content words that the question had not given, if any."""
    new = [float(word.is_content and word.stem not in given) for word in reference.words]
    content = [float(word.is_content) for word in reference.words]
    return _mean(alignment.covered, new if any(new) else content)


def relevance(alignment: Alignment, answer: Passage, given: Collection[str]) -> float:
    """Average the answer's best cosines over its content words that the question had not given.

    An answer without any new word counts half of what its words reach.
    """
    new = [float(word.is_content and word.stem not in given) for word in answer.words]
    if any(new):
        return _mean(alignment.relevant, new)
    return _NOTHING_NEW * _mean(alignment.relevant, [float(word.is_content) for word in answer.words])


def _mean(values: NDArray[Any], weights: Sequence[float]) -> float:
    import numpy as np

    chosen = np.asarray(weights if any(weights) else [1.0] * len(weights), dtype=np.float64)
    return float(values @ chosen / chosen.sum())


def _without(cosines: NDArray[Any], left: NDArray[Any], right: NDArray[Any]) -> NDArray[Any]:
    """Take a direction out of unit vectors after the fact, from their cosines and each side's cosines with it."""
    import numpy as np

    lengths = np.outer(np.sqrt(np.maximum(1 - left**2, 1e-6)), np.sqrt(np.maximum(1 - right**2, 1e-6)))
    rest: NDArray[Any] = (cosines - np.outer(left, right)) / lengths
    return rest
