"""The numbers that the offline judge reads from a question, a reference and an answer."""

from __future__ import annotations

import math
from dataclasses import dataclass

from interview.scoring.measures.alignment import Alignment, coverage, relevance
from interview.scoring.reading.negation import denial, read_statements
from interview.scoring.reading.passage import Passage

_LONGEST_RATIO = 1.5


@dataclass(frozen=True, slots=True)
class Features:
    """What is measured of one answer against one reference, each from 0 (or -1 for a cosine) to 1.

    `focus`: how far the reference's new content words find their meaning in the answer, the question's topic taken
    out of the vectors. `relevance`: how far the answer's new content words find theirs in the reference.
    Both are mean best cosines, None without an encoder.
    `overlap`: the reference's runs of four characters found in the answer.
    `precision`: the answer's new stems that the reference has.
    `length`: ratio of the log lengths in words, at most 1.5.
    `denial`: the part of the reference that the answer denies.
    `topic`: the greater of the answer's cosines with the whole reference and the whole question; without an encoder
    the share of its content stems that either has. `words`: how many words the answer has.
    """

    focus: float | None
    relevance: float | None
    overlap: float
    precision: float
    length: float
    denial: float
    topic: float
    words: int


def measure(answer: Passage, reference: Passage, question: Passage, alignment: Alignment | None) -> Features:
    """Measure an answer with words against a reference with words; `alignment` is None without an encoder."""
    given = question.stems
    said = answer.stems - given
    return Features(
        focus=None if alignment is None else coverage(alignment, reference, given),
        relevance=None if alignment is None else relevance(alignment, answer, given),
        overlap=(answer.grams & reference.grams).total() / max(1, reference.grams.total()),
        precision=len(said & reference.stems) / max(1, len(said)),
        length=min(_LONGEST_RATIO, math.log1p(len(answer.words)) / math.log1p(len(reference.words))),
        denial=denial(read_statements(answer.text), read_statements(reference.text)),
        topic=_topic(answer, reference, question),
        words=len(answer.words),
    )


def _topic(answer: Passage, reference: Passage, question: Passage) -> float:
    if answer.sentence is None or reference.sentence is None:
        return len(answer.stems & (reference.stems | question.stems)) / max(1, len(answer.stems))
    to_question = 0.0 if question.sentence is None else float(answer.sentence @ question.sentence)
    return max(float(answer.sentence @ reference.sentence), to_question)
