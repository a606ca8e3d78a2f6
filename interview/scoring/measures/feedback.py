"""Feedback in words: claims with their quotes, follow-up questions, and a text made of facts only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from interview.scoring import evidence
from interview.scoring.exchange import Dimension, Exchange
from interview.scoring.judgement import Claim, Reason
from interview.scoring.measures.points import Finding
from interview.scoring.measures.structure import Sign
from interview.scoring.reading.words import Sentence

_LONGEST_POINT = 160
_MOST_CLAIMS = 5
_SENTENCES = {
    Reason.NO_ANSWER: "There is no answer to judge.",
    Reason.NO_CONTENT: "The answer has no content words.",
    Reason.TOO_SHORT: "The answer is a single word that the reference does not hold.",
    Reason.DONT_KNOW: "The answer says that it is not known.",
    Reason.REPEATS_QUESTION: "The answer only repeats the question.",
    Reason.KEYWORD_LIST: "The answer lists words without making a statement.",
    Reason.VAGUE: "The answer says nothing that could be checked.",
    Reason.HEAVY_REPETITION: "The answer repeats itself.",
    Reason.CONTRADICTS_REFERENCE: "The answer seems to say the opposite of the expected answer; a person should check.",
    Reason.TRANSCRIPT_UNRELIABLE: "The transcript is too unreliable to judge.",
    Reason.NO_REFERENCE: "There is no expected answer, so correctness was not judged.",
    Reason.UNTRUSTED_QUESTION: "The question came from the candidate's side, so its expected answer was not used.",
    Reason.UNSUPPORTED_LANGUAGE: "The answer seems not to be in English, the only language this judge reads.",
    Reason.INJECTION_REMOVED: "Sentences that address the grader were left out.",
    Reason.LEXICAL_ONLY: "Only words were compared, for the sentence encoder was not available.",
}


def strengths_of(findings: Iterable[Finding], signs: Iterable[Sign], exchange: Exchange) -> tuple[Claim, ...]:
    """Claim each covered point and each sign of method whose phrase stands in the answer."""
    candidates: list[tuple[str, Dimension, Sentence, str | None]] = [
        (f"Covers: {shortened(finding.point)}", Dimension.TECHNICAL, finding.phrase, finding.point)
        for finding in findings
        if finding.is_covered and finding.phrase
    ]
    candidates += [(f"The answer {sign.name}.", Dimension.PROBLEM_SOLVING, sign.phrase, None) for sign in signs]
    claims = (
        Claim(text, dimension, evidence.locate(phrase.text, exchange.answer), point)
        for text, dimension, phrase, point in candidates
    )
    return tuple(claim for claim in claims if claim.quote is not None)[:_MOST_CLAIMS]


def improvements_of(findings: Iterable[Finding], exchange: Exchange) -> tuple[Claim, ...]:
    """Name each missed point, and with its quote each point that the answer denies."""
    claims = []
    for finding in findings:
        if finding.is_denied and finding.phrase:
            quote = evidence.locate(finding.phrase.text, exchange.answer)
            text = f"Seems to contradict: {shortened(finding.point)}"
            claims.append(Claim(text, Dimension.TECHNICAL, quote, finding.point))
        elif not finding.is_covered:
            claims.append(Claim(f"Missing: {shortened(finding.point)}", Dimension.TECHNICAL, None, finding.point))
    return tuple(claims[:_MOST_CLAIMS])


def follow_ups_of(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Ask about the words of each missed point that the answer did not reach."""
    topics = (", ".join(finding.missing) for finding in findings if not finding.is_covered and finding.missing)
    return tuple(dict.fromkeys(f"Could you say more about: {topic}?" for topic in topics))[:_MOST_CLAIMS]


def feedback_of(score: float | None, findings: Sequence[Finding], reasons: Iterable[Reason]) -> str:
    """Put score, points and reasons into whole sentences."""
    sentences = [] if score is None else [f"Score {score:g} of 100."]
    if score is None:
        sentences.append("Not scored.")
    if findings and score is not None:
        covered = sum(finding.is_covered for finding in findings)
        sentences.append(f"The answer covers {covered} of {len(findings)} expected points.")
    sentences += [_SENTENCES[reason] for reason in reasons if reason in _SENTENCES]
    return " ".join(sentences)


def shortened(point: str) -> str:
    """Shorten a point to a line."""
    line = " ".join(point.split())
    return line if len(line) <= _LONGEST_POINT else f"{line[: _LONGEST_POINT - 1].rstrip()}…"
