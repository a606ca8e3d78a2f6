"""Turns a model's valid reply into a judgement: what its quotes do not bear out is dropped or withheld."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from interview.scoring import prompt
from interview.scoring.evidence import locate
from interview.scoring.exchange import Dimension, Exchange
from interview.scoring.judgement import Claim, Judgement, Quote, Reason, Score

MOST_CONFIDENT_WITHOUT_REFERENCE = 0.5
SHORTEST_EVIDENCE = 8
"""Characters a quote needs to show anything, unless the whole answer is shorter: "the" stands in every answer."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An exchange as the model saw it: `shown` is the answer without the sentences that address the grader."""

    exchange: Exchange
    shown: str
    is_suspected: bool

    def quote(self, passage: str | None) -> Quote | None:
        """The passage's place in the answer as given, or None when the model cannot have read it there."""
        if not passage or len(passage.strip()) < min(SHORTEST_EVIDENCE, len(self.shown.strip())):
            return None
        if locate(passage, self.shown) is None:
            return None
        return locate(passage, self.exchange.answer)

    @property
    def most_confidence(self) -> float:
        """No surer than the transcript, and half sure at most when nobody wrote down what is right."""
        transcript = self.exchange.transcript_confidence
        ceiling = 1.0 if prompt.has_reference(self.exchange) else MOST_CONFIDENT_WITHOUT_REFERENCE
        return ceiling if transcript is None else min(ceiling, max(0.0, transcript))


def judgement(reply: Mapping[str, Any], reading: Reading, *, by: str) -> Judgement:
    """The judgement that the reply's evidence supports; `reply` is what `validation.read` gave."""
    overall = _correctness(reply["overall"], reading)
    return Judgement(
        question_id=reading.exchange.question_id,
        by=by,
        score=overall.value,
        confidence=overall.confidence,
        scores={dimension: _dimension_score(dimension, reply, reading) for dimension in Dimension},
        reasons=tuple(_reasons(overall, reading)),
        strengths=tuple(_strengths(reply, reading)),
        improvements=tuple(_improvements(reply, reading)),
        key_points_covered=tuple(_key_points(reply, reading, are_covered=True)),
        key_points_missed=tuple(_key_points(reply, reading, are_covered=False)),
        follow_up_questions=tuple(_sentences(reply["follow_up_questions"])),
        feedback=" ".join(reply["feedback"].split()),
        injection_suspected=reading.is_suspected,
        details=_details(reply, reading, overall),
    )


def _score(given: Mapping[str, Any], reading: Reading) -> Score:
    if given["value"] is None:
        return Score(None, reason=Reason(given["reason"]))
    evidence = tuple(quote for passage in given["quotes"] if (quote := reading.quote(passage)))
    if not evidence:
        return Score(None, reason=Reason.NO_EVIDENCE)
    return Score(given["value"], min(given["confidence"], reading.most_confidence), evidence=evidence)


def _correctness(given: Mapping[str, Any], reading: Reading) -> Score:
    """A score that says what is right; for a question of the candidate's own making it would say nothing."""
    if not reading.exchange.is_trusted:
        return Score(None, reason=Reason.NOT_ASSESSABLE)
    return _score(given, reading)


def _reasons(overall: Score, reading: Reading) -> Iterator[Reason]:
    if overall.reason:
        yield overall.reason
    if not reading.exchange.is_trusted:
        yield Reason.UNTRUSTED_QUESTION
    if reading.is_suspected:
        yield Reason.INJECTION_REMOVED


def _dimension_score(dimension: Dimension, reply: Mapping[str, Any], reading: Reading) -> Score:
    if dimension is Dimension.TECHNICAL:
        return _correctness(reply[dimension], reading)
    written = {criterion.dimension for criterion in reading.exchange.criteria if reading.exchange.is_trusted}
    if dimension is Dimension.CULTURAL_FIT and dimension not in written:
        return Score(None, reason=Reason.NO_CRITERIA)
    return _score(reply[dimension], reading)


def _strengths(reply: Mapping[str, Any], reading: Reading) -> Iterator[Claim]:
    points = _points(reading)
    for given in reply["strengths"]:
        if quote := reading.quote(given["quote"]):
            yield Claim(_sentence(given["text"]), Dimension(given["dimension"]), quote, points.get(given["point_id"]))


def _improvements(reply: Mapping[str, Any], reading: Reading) -> Iterator[Claim]:
    """A claim stands on a passage or on a point of the reference; a passage that is not there voids it."""
    points = _points(reading)
    for given in reply["improvements"]:
        quote, point = reading.quote(given["quote"]), points.get(given["point_id"])
        if quote or (point and not given["quote"]):
            yield Claim(_sentence(given["text"]), Dimension(given["dimension"]), quote, point)


def _key_points(reply: Mapping[str, Any], reading: Reading, *, are_covered: bool) -> Iterator[str]:
    """The points of that kind; one said to be covered without a passage that shows it is neither."""
    points = _points(reading)
    for given in reply["key_points"]:
        is_shown = not are_covered or reading.quote(given["quote"]) is not None
        if given["is_covered"] is are_covered and is_shown:
            yield points[given["id"]]


def _details(reply: Mapping[str, Any], reading: Reading, overall: Score) -> dict[str, float]:
    met = {
        f"criterion:{given['id']}": float(given["is_met"])
        for given in reply["criteria"]
        if not given["is_met"] or reading.quote(given["quote"])
    }
    return met | {"quotes_given": float(len(reply["overall"]["quotes"])), "quotes_found": float(len(overall.evidence))}


def _points(reading: Reading) -> dict[str | None, str]:
    points: dict[str | None, str] = {}
    points.update(prompt.criterion_ids(reading.exchange))
    points.update(prompt.key_point_ids(reading.exchange))
    return points


def _sentence(text: str) -> str:
    return " ".join(text.split())


def _sentences(texts: Iterable[str]) -> Iterator[str]:
    return (sentence for text in texts if (sentence := _sentence(text)))
