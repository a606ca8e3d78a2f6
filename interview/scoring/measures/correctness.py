"""Correctness: the answer against the best of its references, with caps, findings and confidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from interview.providers.ai.encoder import SentenceEncoder
from interview.scoring.exchange import Exchange
from interview.scoring.judgement import Reason
from interview.scoring.measures.alignment import align
from interview.scoring.measures.caps import Cap, caps_of, is_bare_agreement
from interview.scoring.measures.coefficients import expected_grade, expected_grade_by_words
from interview.scoring.measures.features import Features, measure
from interview.scoring.measures.points import Finding, Reference, find_points
from interview.scoring.reading.passage import Passage, read_passage

_QUESTION_WINDOWS, _REFERENCE_WINDOWS, _ANSWER_WINDOWS = 4, 8, 10
_BY_EXPECTED, _BY_KEYWORDS, _BY_WORDS_ONLY = 0.8, 0.5, 0.6
_SURE_WORDS = 12
# The right decision without the reason that was asked for; a convention, for the fitted sets hardly have it.
_BARE_DECISION = 40.0


@dataclass(frozen=True, slots=True)
class Readings:
    """The texts of one exchange as they were read; `references` in the order of the exchange."""

    question: Passage
    answer: Passage
    references: tuple[tuple[Reference, Passage], ...]

    @property
    def is_lexical(self) -> bool:
        """Tell whether the texts were read without an encoder."""
        return self.answer.vectors is None


@dataclass(frozen=True, slots=True)
class Correctness:
    """The grade of the best reference, 0 to 100 and capped, what it rests on and how sure it is, 0 to 1."""

    value: float
    confidence: float
    features: Features
    caps: tuple[Cap, ...]
    findings: tuple[Finding, ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why the value is capped, the strictest cap first."""
        return tuple(cap.reason for cap in self.caps)


def read(
    exchange: Exchange, answer: str, references: Sequence[Reference], *, encoder: SentenceEncoder | None
) -> Readings:
    """Read the texts of an exchange; raises `EncoderUnavailable` when there is an encoder that cannot be used."""
    question = read_passage(exchange.question, encoder=encoder, most_windows=_QUESTION_WINDOWS, toward=())
    passages = [
        read_passage(reference.text, encoder=encoder, most_windows=_REFERENCE_WINDOWS, toward=question.stems)
        for reference in references
    ]
    pairs = tuple(pair for pair in zip(references, passages, strict=True) if pair[1].words)
    wanted = question.stems.union(*(passage.stems for _, passage in pairs))
    return Readings(question, read_passage(answer, encoder=encoder, most_windows=_ANSWER_WINDOWS, toward=wanted), pairs)


def grade(readings: Readings) -> Correctness | None:
    """Grade the answer against each reference and keep the best; None where there is no reference with words.

    What was covered and missed is told by the points that the organisation listed, where it did.
    """
    graded = [_graded(readings, reference, passage) for reference, passage in readings.references]
    best = max(graded, key=lambda correctness: correctness.value, default=None)
    listed = (one for one, (reference, _) in zip(graded, readings.references, strict=True) if reference.is_listed)
    return replace(best, findings=next(listed, best).findings) if best else None


def _graded(readings: Readings, reference: Reference, passage: Passage) -> Correctness:
    answer, question = readings.answer, readings.question
    alignment = None if readings.is_lexical else align(answer, passage, question)
    features = measure(answer, passage, question, alignment)
    caps = caps_of(answer, passage, question, denial=features.denial)
    value = 100 * expected_grade(features)
    if is_bare_agreement(answer, passage):
        value = max(value, _BARE_DECISION)
    return Correctness(
        value=min([value, *(cap.limit for cap in caps)]),
        confidence=_confidence(features, answer, reference),
        features=features,
        caps=caps,
        findings=find_points(reference, passage, answer=answer, question=question, alignment=alignment),
    )


def _confidence(features: Features, answer: Passage, reference: Reference) -> float:
    # Sure where words and meaning agree, the grade is not in the middle and there is enough to read.
    grades = expected_grade(features), expected_grade_by_words(features)
    agreement = 1 - abs(grades[0] - grades[1])
    decided = 0.6 + 0.8 * abs(grades[0] - 0.5)
    length = 0.5 + 0.5 * min(1.0, len(answer.words) / _SURE_WORDS)
    known = _BY_KEYWORDS if reference.is_keywords else _BY_EXPECTED
    judge = _BY_WORDS_ONLY if answer.vectors is None else 1.0
    return known * judge * agreement * min(1.0, decided) * length
