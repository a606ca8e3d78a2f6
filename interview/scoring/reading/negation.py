"""Polarity: where an answer says nearly what the reference says, and denies it.

Similarity of vectors cannot see this, for a sentence and its denial lie close together. The rule here counts flips
between two sentences that share most of their content: a word denied in one and not in the other is one flip, and a
word of the one facing its antonym in the other is one flip. An odd number of flips is a denial, an even number an
agreement ("not connected to the negative pole" for "connected to the positive pole"). The scope of a negator is the
first content word it reaches in its clause, after NegEx (Chapman et al., 2001).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from interview.scoring.reading.lexicon import ANTONYMS, CLAUSE_BREAKS, NEGATORS, RELATION_WORDS, TRANSPARENT
from interview.scoring.reading.words import Word, read_sentences, read_words, stem_of

_SCOPE_WORDS = 8
_CLAUSE_MARKS = frozenset(".;:!?,\n")
_FAINT, _CLEAR = 0.6, 0.9
_TIE = 0.1
_MOST_SENTENCES = 40


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence as the stems it speaks of, how often each, and those among them that it denies."""

    text: str
    counts: Mapping[str, int]
    denied: frozenset[str]

    @property
    def stems(self) -> Set[str]:
        """The stems without their counts."""
        return self.counts.keys()


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two statements share (Dice's coefficient, 0 to 1) and whether one denies the other."""

    share: float
    is_denial: bool


def read_statements(text: str) -> tuple[Statement, ...]:
    """Read the first forty sentences of a text that say something."""
    statements = (_statement(sentence.text) for sentence in read_sentences(text)[:_MOST_SENTENCES])
    return tuple(statement for statement in statements if statement.stems)


def is_negator(word: str) -> bool:
    """Tell whether a lower-case word negates."""
    return word in NEGATORS or word.endswith("n't")


def compare(said: Statement, expected: Statement) -> Likeness:
    """Compare two statements; both must have at least one stem."""
    shared = said.stems & expected.stems
    flips = sum((stem in said.denied) != (stem in expected.denied) for stem in shared)
    facing, matched = set(expected.stems - shared), len(shared)
    for stem in sorted(said.stems - shared):
        opposite = min(_OPPOSITES.get(stem, frozenset()) & facing, default=None)
        if opposite is not None:
            facing.discard(opposite)
            matched += 1
            flips += (stem in said.denied) == (opposite in expected.denied)
    # "X increases Y" for "X reduces Y" where X already holds the word: it comes once too often.
    for stem in sorted(facing):
        opposite = min(_OPPOSITES.get(stem, frozenset()) & shared, default=None)
        if opposite is not None and said.counts[opposite] > expected.counts[opposite]:
            matched += 1
            flips += 1
    return Likeness(2 * matched / (len(said.stems) + len(expected.stems)), flips % 2 == 1)


def denial(said: Sequence[Statement], expected: Sequence[Statement]) -> float:
    """Measure which part of the expected statements the said ones deny, from 0 to 1, weighted by their length."""
    weight = sum(len(statement.stems) for statement in expected)
    denied = sum(len(statement.stems) * denial_of(statement, said) for statement in expected)
    return denied / weight if weight else 0.0


def denial_of(expected: Statement, said: Sequence[Statement]) -> float:
    """Measure how clearly one expected statement is denied, from 0 to 1.

    It is denied only when every said statement that resembles it about as much as the best one denies it.
    """
    likenesses = [compare(statement, expected) for statement in said]
    best = max((likeness.share for likeness in likenesses), default=0.0)
    nearest = [likeness for likeness in likenesses if likeness.share >= best - _TIE]
    if best <= _FAINT or not all(likeness.is_denial for likeness in nearest):
        return 0.0
    return min(1.0, (best - _FAINT) / (_CLEAR - _FAINT))


def _statement(text: str) -> Statement:
    words = read_words(text)
    counts = Counter(word.stem for word in words if _is_weighty(word))
    return Statement(text, counts, _denied(text, words))


def _is_weighty(word: Word) -> bool:
    return (word.is_content or word.text in RELATION_WORDS) and not is_negator(word.text)


def _denied(text: str, words: Sequence[Word]) -> frozenset[str]:
    denied: set[str] = set()
    negators = [index for index, word in enumerate(words) if is_negator(word.text)]
    for index in negators:
        # A "no" that opens a sentence with a later negation answers the question, it denies nothing itself.
        if not (index == 0 and words[0].text == "no" and len(negators) > 1):
            focus = _focus(text, words, index)
            if focus is not None:
                denied ^= {focus}
    return frozenset(denied)


def _focus(text: str, words: Sequence[Word], index: int) -> str | None:
    for place in range(index + 1, min(index + _SCOPE_WORDS, len(words))):
        word, between = words[place], text[words[place - 1].end : words[place].start]
        if _CLAUSE_MARKS.intersection(between) or word.text in CLAUSE_BREAKS or is_negator(word.text):
            return None
        if _is_weighty(word) and word.text not in TRANSPARENT:
            return word.stem
    return None


def _both_ways() -> dict[str, frozenset[str]]:
    pairs: dict[str, set[str]] = {}
    for word, opposites in ANTONYMS:
        for opposite in opposites.split():
            left, right = stem_of(word), stem_of(opposite)
            pairs.setdefault(left, set()).add(right)
            pairs.setdefault(right, set()).add(left)
    return {stem: frozenset(others - {stem}) for stem, others in pairs.items()}


_OPPOSITES = _both_ways()
