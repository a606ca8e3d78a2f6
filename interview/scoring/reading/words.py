"""Words, stems and sentences of a text, each with its place in characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from interview.scoring.reading.lexicon import FUNCTION_WORDS

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*(?:[+#]{1,2}(?!\w))?")
# A number with a full stop, as in "2. Copy it", opens a list's item and ends no sentence.
_SENTENCE_END = re.compile(r"(?<=[.!?;])(?<!\b\d\.)(?<!\b\d\d\.)\s+|\n+|(?<=[。！？])")
_LONGEST_WORD = 40
_PHRASE_WORDS = 30
_PHRASE_CHARS = 300
_ENDINGS = (
    ("ational", "ate"),
    ("ization", "ize"),
    ("fulness", "ful"),
    ("iveness", "ive"),
    ("ies", "y"),
    ("sses", "ss"),
    ("ments", "ment"),
)
_SUFFIXES = (
    *("ation", "ations", "ingly", "edly", "ing", "ed", "ly", "ion", "er", "or"),
    *("ment", "ness", "ity", "able", "ible", "al", "ive", "ous", "e"),
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: lower case, with its stem and its place; `is_content` is false for grammar words."""

    text: str
    stem: str
    start: int
    end: int
    is_content: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a text; `text` is the characters from `start` to `end`."""

    text: str
    start: int
    end: int


def read_words(text: str) -> tuple[Word, ...]:
    """Split a text into its words, in order; characters of a word beyond the fortieth are ignored."""
    return tuple(_word(match) for match in _WORD.finditer(text))


def read_sentences(text: str) -> tuple[Sentence, ...]:
    """Split a text at sentence ends and line breaks; empty stretches are left out."""
    sentences, start = [], 0
    for end, after in [(match.start(), match.end()) for match in _SENTENCE_END.finditer(text)] + [(len(text),) * 2]:
        stretch = text[start:end]
        left = start + len(stretch) - len(stretch.lstrip())
        if stretch.strip():
            sentences.append(Sentence(stretch.strip(), left, left + len(stretch.strip())))
        start = after
    return tuple(sentences)


def read_phrases(text: str) -> tuple[Sentence, ...]:
    """Split a text into stretches short enough to quote: sentences, and runs of thirty words of a longer one."""
    phrases = []
    for sentence in read_sentences(text):
        starts = [sentence.start + match.start() for match in re.finditer(r"\S+", sentence.text)][::_PHRASE_WORDS]
        for start, after in zip(starts, [*starts[1:], sentence.end], strict=True):
            phrase = text[start : min(after, start + _PHRASE_CHARS)].rstrip()
            phrases.append(Sentence(phrase, start, start + len(phrase)))
    return tuple(phrases)


@lru_cache(maxsize=20_000)
def stem_of(word: str) -> str:
    """Cut a lower-case word's inflection, lightly: a compact relative of Porter (1980), made for comparing only."""
    if len(word) <= 3:
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            word = word[: -len(ending)] + instead
            break
    else:
        if word.endswith("s") and not word.endswith(("ss", "us", "is")):
            word = word[:-1]
    word = _without_suffix(word)
    return word[:-1] + "i" if word.endswith("y") and len(word) > 2 else word


def content_stems(text: str) -> frozenset[str]:
    """The stems of a text's content words."""
    return frozenset(word.stem for word in read_words(text) if word.is_content)


def _word(match: re.Match[str]) -> Word:
    text = match.group().lower().replace("’", "'")[:_LONGEST_WORD]
    return Word(text, stem_of(text), match.start(), match.end(), text not in FUNCTION_WORDS)


def _without_suffix(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: -len(suffix)]
            doubled = len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz"
            return word[:-1] if doubled else word
    return word
