"""The offline judge: a sentence encoder, fitted features and caps; the same exchange gives the same judgement."""

from __future__ import annotations

from dataclasses import asdict

from interview.providers.ai.encoder import EncoderUnavailable, SentenceEncoder
from interview.scoring.exchange import Dimension, Exchange
from interview.scoring.judgement import Judgement, Reason, Score
from interview.scoring.measures import feedback, structure
from interview.scoring.measures.correctness import Correctness, Readings, grade, read
from interview.scoring.measures.dimensions import (
    quotes_of,
    score_communication,
    score_cultural_fit,
    score_problem_solving,
)
from interview.scoring.measures.features import Features
from interview.scoring.measures.points import references_of
from interview.scoring.reading.injection import Cleaned, cut_injections
from interview.scoring.reading.language import has_letters, is_english
from interview.scoring.reading.words import read_phrases, read_words

_LEAST_TRANSCRIPT_CONFIDENCE = 0.4
_MOST_CHARS = 200_000
_BEGINNING = 8


class OfflineAnalyser:
    """Judges English answers without any service; without its encoder by words alone, less surely."""

    name = "offline/1"

    def __init__(self, encoder: SentenceEncoder | None = None) -> None:
        self._encoder = encoder

    def judge(self, exchange: Exchange) -> Judgement:
        """Judge one exchange; never raises `AnalyserUnavailable`."""
        cleaned = cut_injections(_safe(exchange.answer))
        withheld = _withheld(exchange, cleaned)
        if withheld is not None:
            return self._unscored(exchange, withheld, cleaned)
        try:
            return self._judged(exchange, cleaned, self._encoder)
        except EncoderUnavailable:
            return self._judged(exchange, cleaned, None)

    def measure(self, exchange: Exchange) -> Features | None:
        """Measure an answer as `judge` does, for fitting; None where `judge` withholds a score or caps it.

        A cap for contradiction does not count, for `denial` is a feature as well.
        """
        cleaned = cut_injections(_safe(exchange.answer))
        if _withheld(exchange, cleaned) is not None:
            return None
        technical = grade(read(exchange, cleaned.text, references_of(exchange), encoder=self._encoder))
        is_open = technical is not None and {*technical.reasons} <= {Reason.CONTRADICTS_REFERENCE}
        return technical.features if technical is not None and is_open else None

    def _judged(self, exchange: Exchange, cleaned: Cleaned, encoder: SentenceEncoder | None) -> Judgement:
        readings = read(exchange, cleaned.text, references_of(exchange), encoder=encoder)
        technical = grade(readings)
        score = _technical_score(technical, readings, exchange)
        scores = {
            Dimension.TECHNICAL: _as_technical(score, exchange),
            Dimension.COMMUNICATION: score_communication(readings.answer, exchange),
            Dimension.PROBLEM_SOLVING: score_problem_solving(
                readings.answer, exchange, technical=technical, encoder=encoder
            ),
            Dimension.CULTURAL_FIT: score_cultural_fit(readings.answer, exchange, encoder=encoder),
        }
        reasons = _reasons(score, technical, exchange, cleaned, readings)
        findings = technical.findings if technical else ()
        signs = structure.signs_of(cleaned.text) if scores[Dimension.PROBLEM_SOLVING].value is not None else ()
        return Judgement(
            question_id=exchange.question_id,
            by=self.name,
            score=score.value,
            confidence=score.confidence,
            scores=scores,
            reasons=reasons,
            strengths=feedback.strengths_of(findings, signs, exchange),
            improvements=feedback.improvements_of(findings, exchange),
            key_points_covered=tuple(finding.point for finding in findings if finding.is_covered),
            key_points_missed=tuple(finding.point for finding in findings if not finding.is_covered),
            follow_up_questions=feedback.follow_ups_of(findings),
            feedback=feedback.feedback_of(score.value, findings, reasons),
            injection_suspected=cleaned.is_suspected,
            details=_details(technical),
        )

    def _unscored(self, exchange: Exchange, reason: Reason, cleaned: Cleaned) -> Judgement:
        reasons = (reason, Reason.INJECTION_REMOVED) if cleaned.is_suspected else (reason,)
        floor = 0.0 if reason is Reason.NO_CONTENT and references_of(exchange) else None
        scores = {dimension: Score(None, reason=reason) for dimension in Dimension}
        scores[Dimension.TECHNICAL] = Score(floor, reason=reason)
        return Judgement(
            question_id=exchange.question_id,
            by=self.name,
            score=floor,
            confidence=0.0,
            scores=scores,
            reasons=reasons,
            feedback=feedback.feedback_of(floor, (), reasons),
            injection_suspected=cleaned.is_suspected,
        )


def _safe(text: str) -> str:
    # Lone surrogates come out of JSON and no encoder takes them; the replacement keeps every place.
    return text[:_MOST_CHARS].encode("utf-8", "replace").decode("utf-8")


def _withheld(exchange: Exchange, cleaned: Cleaned) -> Reason | None:
    if not exchange.answer.strip():
        return Reason.NO_ANSWER
    confidence = exchange.transcript_confidence
    if confidence is not None and not confidence >= _LEAST_TRANSCRIPT_CONFIDENCE:
        return Reason.TRANSCRIPT_UNRELIABLE
    if not has_letters(cleaned.text):
        return Reason.NO_CONTENT
    return None if is_english(cleaned.text, read_words(cleaned.text)) else Reason.UNSUPPORTED_LANGUAGE


# Questions about behaviour have answers that fit better or worse, not technical ones.
_NOT_TECHNICAL = frozenset({"behavioral", "behavioural", "cultural", "culture_fit", "hr", "motivation"})


def _as_technical(score: Score, exchange: Exchange) -> Score:
    return Score(None, reason=Reason.NOT_ASSESSABLE) if exchange.type.lower() in _NOT_TECHNICAL else score


def _technical_score(technical: Correctness | None, readings: Readings, exchange: Exchange) -> Score:
    if technical is None:
        return Score(None, reason=Reason.NO_REFERENCE if exchange.is_trusted else Reason.NOT_ASSESSABLE)
    phrases = [finding.phrase for finding in technical.findings if finding.phrase]
    # What matches no point is still what was judged: then the answer's beginning is the evidence.
    quotes = quotes_of(phrases, exchange) or quotes_of(read_phrases(readings.answer.text)[:_BEGINNING], exchange)[:1]
    if not quotes and not technical.caps:
        return Score(None, reason=Reason.NO_EVIDENCE)
    heard = 1.0 if exchange.transcript_confidence is None else min(1.0, exchange.transcript_confidence)
    reason = technical.reasons[0] if technical.reasons else None
    return Score(round(technical.value, 1), round(technical.confidence * heard, 3), reason, quotes)


def _reasons(
    score: Score, technical: Correctness | None, exchange: Exchange, cleaned: Cleaned, readings: Readings
) -> tuple[Reason, ...]:
    reasons = list(technical.reasons) if technical else []
    if score.reason is not None and score.reason not in reasons:
        reasons.insert(0, score.reason)
    if not exchange.is_trusted:
        reasons.append(Reason.UNTRUSTED_QUESTION)
    if cleaned.is_suspected:
        reasons.append(Reason.INJECTION_REMOVED)
    if readings.is_lexical:
        reasons.append(Reason.LEXICAL_ONLY)
    return tuple(dict.fromkeys(reasons))


def _details(technical: Correctness | None) -> dict[str, float]:
    if technical is None:
        return {}
    return {name: round(value, 4) for name, value in asdict(technical.features).items() if value is not None}
