"""Key points: the parts of a reference, each found in the answer with the phrase that says it, or missed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from interview.scoring.exchange import Exchange
from interview.scoring.measures.alignment import Alignment
from interview.scoring.reading.negation import denial_of, read_statements
from interview.scoring.reading.passage import Passage
from interview.scoring.reading.words import Sentence, Word, read_phrases, read_sentences

COVERED_COSINE = 0.45
_COVERED_STEMS = 0.5
_WORD_FOUND = 0.45
_MOST_POINTS = 12
_MOST_REFERENCES = 6
_TOPIC_WORDS = 4


@dataclass(frozen=True, slots=True)
class Reference:
    """One text that a good answer resembles, and the places of its points in it.

    `is_listed` is true where the organisation itself wrote the points down one by one.
    """

    text: str
    points: tuple[Sentence, ...]
    is_keywords: bool = False
    is_listed: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one point: how much of it was found (0 to 1), where, and which of its words were not."""

    point: str
    share: float
    is_covered: bool
    is_denied: bool
    phrase: Sentence | None
    missing: tuple[str, ...]


def references_of(exchange: Exchange) -> tuple[Reference, ...]:
    """List what a trusted exchange is compared with; keywords only where there is nothing better."""
    if not exchange.is_trusted:
        return ()
    texts = [text for text in (exchange.expected_answer, *exchange.samples) if text and text.strip()]
    found = [Reference(text, read_sentences(text)[:_MOST_POINTS]) for text in texts]
    points = [point.strip() for point in exchange.key_points if point.strip()]
    if points:
        found.append(replace(_listed(points, ".\n"), is_listed=True))
    keywords = [word.strip() for word in exchange.keywords if word.strip()]
    if not found and keywords:
        found.append(_listed(keywords, ", ", is_keywords=True))
    return tuple(found[:_MOST_REFERENCES])


def find_points(
    reference: Reference, passage: Passage, *, answer: Passage, question: Passage, alignment: Alignment | None
) -> tuple[Finding, ...]:
    """Look for each point of a reference in the answer; `passage` is the reference as it was read."""
    said, phrases = read_statements(answer.text), read_phrases(answer.text)
    findings = []
    for point in reference.points:
        rows = _rows(point, passage, question)
        if not rows:
            continue
        denials = [denial_of(statement, said) for statement in read_statements(point.text)]
        is_denied = max(denials, default=0.0) > 0.5
        if alignment is None:
            found = [float(passage.words[row].stem in answer.stems) for row in rows]
            is_found = [share > 0 for share in found]
        else:
            found = [float(alignment.residual[row].max()) for row in rows]
            is_found = [cosine >= _WORD_FOUND for cosine in found]
        share = sum(found) / len(found)
        findings.append(
            Finding(
                point=point.text,
                share=share,
                is_covered=not is_denied and share >= (_COVERED_STEMS if alignment is None else COVERED_COSINE),
                is_denied=is_denied,
                phrase=_best_phrase(phrases, [passage.words[row] for row in rows], rows, answer, alignment),
                missing=_topic([passage.words[row] for row, hit in zip(rows, is_found, strict=True) if not hit]),
            )
        )
    return tuple(findings)


def _listed(points: Sequence[str], joint: str, *, is_keywords: bool = False) -> Reference:
    places, start = [], 0
    for point in points:
        places.append(Sentence(point, start, start + len(point)))
        start += len(point) + len(joint)
    return Reference(joint.join(points), tuple(places[:_MOST_POINTS]), is_keywords)


def _rows(point: Sentence, passage: Passage, question: Passage) -> list[int]:
    inside = [row for row, word in enumerate(passage.words) if point.start <= word.start < point.end]
    content = [row for row in inside if passage.words[row].is_content]
    return [row for row in content if passage.words[row].stem not in question.stems] or content or inside


def _best_phrase(
    phrases: Sequence[Sentence],
    words: Sequence[Word],
    rows: Sequence[int],
    answer: Passage,
    alignment: Alignment | None,
) -> Sentence | None:
    best, most = None, 0.0
    stems = {word.stem for word in words}
    for phrase in phrases:
        columns = [column for column, word in enumerate(answer.words) if phrase.start <= word.start < phrase.end]
        if not columns:
            continue
        if alignment is None:
            share = len(stems & {answer.words[column].stem for column in columns}) / len(stems)
        else:
            share = float(alignment.residual[rows][:, columns].max(axis=1).mean())
        if share > most:
            best, most = phrase, share
    return best


def _topic(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.text for word in words))[:_TOPIC_WORDS]
