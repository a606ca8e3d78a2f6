"""Language: tell English, which the encoder knows, from what it does not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from interview.scoring.reading.lexicon import FUNCTION_WORDS
from interview.scoring.reading.words import Word

_SAMPLE_CHARS = 4000
_SAMPLE_WORDS = 400
_FEWEST_WORDS = 5
_LATIN_SHARE = 0.5
_FOREIGN = (
    frozenset(
        [
            "el",
            "los",
            "las",
            "una",
            "unos",
            "por",
            "para",
            "con",
            "del",
            "que",
            "es",
            "está",
            "son",
            "como",
            "pero",
            "porque",
            "cuando",
            "más",
            "muy",
            "también",
            "le",
            "les",
            "des",
            "et",
            "dans",
            "est",
            "pour",
            "avec",
            "sur",
            "pas",
            "une",
            "qui",
            "sont",
            "mais",
            "du",
            "ce",
            "cette",
            "aux",
            "nous",
            "vous",
            "il",
            "elle",
            "der",
            "die",
            "das",
            "und",
            "ist",
            "nicht",
            "ein",
            "eine",
            "einen",
            "mit",
            "auf",
            "für",
            "von",
            "zu",
            "den",
            "dem",
            "sich",
            "werden",
            "wird",
            "auch",
            "oder",
            "wenn",
            "weil",
            "sind",
            "il",
            "lo",
            "gli",
            "che",
            "di",
            "della",
            "per",
            "sono",
            "anche",
            "perché",
            "nella",
            "questo",
            "een",
            "het",
            "van",
            "voor",
            "niet",
            "zijn",
            "dat",
            "met",
            "wordt",
            "ook",
            "naar",
            "os",
            "uma",
            "não",
            "é",
            "em",
            "um",
            "mais",
            "ser",
            "seu",
            "sua",
            "pelo",
            "como",
            "foi",
            "och",
            "att",
            "det",
            "som",
            "är",
            "inte",
            "av",
            "på",
            "med",
            "til",
            "jeg",
            "ikke",
            "i",
            "og",
            "nie",
            "jest",
            "się",
            "że",
            "do",
            "na",
            "jak",
            "przez",
            "dla",
            "co",
            "tak",
            "ale",
        ]
    )
    - FUNCTION_WORDS
    - {"i", "die", "do", "co", "os", "sur", "den"}
)


def is_english(text: str, words: Sequence[Word]) -> bool:
    """Tell whether a text may be English; only a text that clearly is something else is refused.

    Clearly other: most letters are not Latin, or grammar words of other languages outnumber the English ones.
    """
    letters = [char for char in text[:_SAMPLE_CHARS] if char.isalpha()]
    if letters and sum(map(_is_latin, letters)) < _LATIN_SHARE * len(letters):
        return False
    sample = words[:_SAMPLE_WORDS]
    english = sum(not word.is_content for word in sample)
    foreign = sum(word.text in _FOREIGN for word in sample)
    return len(sample) < _FEWEST_WORDS or foreign < 2 or foreign <= english


def has_letters(text: str) -> bool:
    """Tell whether a text has a letter or a digit at all."""
    return re.search(r"[^\W_]", text) is not None


def _is_latin(char: str) -> bool:
    # Greek letters are the mathematics of an English text more often than they are Greek.
    return char.isascii() or unicodedata.name(char, "").startswith(("LATIN", "GREEK", "MATHEMATICAL"))
