"""The three dimensions beside correctness, each scored from quoted text or not at all."""

from __future__ import annotations

from collections.abc import Iterable

from interview.providers.ai.encoder import SentenceEncoder
from interview.scoring import evidence
from interview.scoring.exchange import Dimension, Exchange
from interview.scoring.judgement import Quote, Reason, Score
from interview.scoring.measures import communication, structure
from interview.scoring.measures.correctness import Correctness, grade, read
from interview.scoring.measures.points import Reference
from interview.scoring.reading.passage import Passage
from interview.scoring.reading.words import Sentence, read_sentences

_COMMUNICATION_CONFIDENCE = 0.3
_STRUCTURE_CONFIDENCE = 0.35
_CRITERIA_CONFIDENCE = 0.4
_ON_TOPIC_SCORE = 50.0


def score_communication(answer: Passage, exchange: Exchange) -> Score:
    """Score clarity of the text; None under fifteen words."""
    if len(answer.words) < communication.FEWEST_WORDS:
        return Score(None, reason=Reason.TOO_SHORT)
    clarity = communication.clarity_of(answer)
    return _evidenced(clarity.value, _COMMUNICATION_CONFIDENCE, clarity.phrases, exchange)


def score_problem_solving(
    answer: Passage, exchange: Exchange, *, technical: Correctness | None, encoder: SentenceEncoder | None
) -> Score:
    """Score the signs of method in the text and the criteria marked so; None where the text shows neither.

    Method in an answer that misses the question counts in proportion to what it gets right.
    """
    by_criteria = _score_criteria(exchange, answer, Dimension.PROBLEM_SOLVING, encoder=encoder)
    if len(answer.words) < structure.FEWEST_WORDS:
        return by_criteria if by_criteria.value is not None else Score(None, reason=Reason.TOO_SHORT)
    signs = structure.signs_of(answer.text)
    if not signs:
        return by_criteria if by_criteria.value is not None else Score(None, reason=Reason.NO_EVIDENCE)
    topical = 1.0 if technical is None else min(1.0, technical.value / _ON_TOPIC_SCORE)
    by_text = _evidenced(
        structure.value_of(signs) * topical, _STRUCTURE_CONFIDENCE, [sign.phrase for sign in signs], exchange
    )
    return _mean(by_text, by_criteria)


def score_cultural_fit(answer: Passage, exchange: Exchange, *, encoder: SentenceEncoder | None) -> Score:
    """Score the answer against the organisation's written criteria; None where it wrote none."""
    return _score_criteria(exchange, answer, Dimension.CULTURAL_FIT, encoder=encoder)


def _score_criteria(
    exchange: Exchange, answer: Passage, dimension: Dimension, *, encoder: SentenceEncoder | None
) -> Score:
    criteria = [criterion for criterion in exchange.criteria if criterion.dimension == dimension and criterion.text]
    total, weights, phrases = 0.0, 0.0, []
    for criterion in criteria if exchange.is_trusted else ():
        reference = Reference(criterion.text, read_sentences(criterion.text))
        correctness = grade(read(exchange, answer.text, [reference], encoder=encoder))
        if correctness is None or not criterion.weight > 0:
            continue
        total += criterion.weight * correctness.value
        weights += criterion.weight
        phrases += [finding.phrase for finding in correctness.findings if finding.is_covered and finding.phrase]
    if not weights:
        return Score(None, reason=Reason.NO_CRITERIA)
    return _evidenced(total / weights, _CRITERIA_CONFIDENCE, phrases, exchange)


def _evidenced(value: float, confidence: float, phrases: Iterable[Sentence], exchange: Exchange) -> Score:
    quotes = quotes_of(phrases, exchange)
    if not quotes:
        return Score(None, reason=Reason.NO_EVIDENCE)
    return Score(round(value, 1), round(confidence, 3), None, quotes)


def quotes_of(phrases: Iterable[Sentence], exchange: Exchange) -> tuple[Quote, ...]:
    """Quote each phrase that stands in the answer as it was given, without repeating one."""
    found = (evidence.locate(phrase.text, exchange.answer) for phrase in phrases)
    return tuple(dict.fromkeys(quote for quote in found if quote is not None))


def _mean(left: Score, right: Score) -> Score:
    if left.value is None or right.value is None:
        return left if right.value is None else right
    return Score(
        round((left.value + right.value) / 2, 1),
        min(left.confidence, right.confidence),
        None,
        tuple(dict.fromkeys(left.evidence + right.evidence)),
    )
