"""Structure: what an answer's text shows of how its speaker works on a problem, each sign with the place it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from interview.scoring.reading.words import Sentence, read_phrases

_SIGNS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for name, words in {
        "goes step by step": r"first(?:ly)?|second(?:ly)?|then|next|after that|finally|step \d+|to begin with|start by",
        "gives reasons": r"because|since|so that|therefore|thus|which means|as a result|due to|in order to",
        "weighs trade-offs": r"trade-?offs?|on the other hand|at the cost of|downside|drawback|disadvantage|however"
        r"|pros and cons|depends on|cheaper|worth it|balance between|advantage",
        "considers alternatives": r"alternatively|another (?:way|option|approach)|instead of|could also|other option"
        r"|compared (?:to|with)|rather than|either",
        "checks the result": r"test(?:s|ed|ing)?|verif(?:y|ied|ies)|validate[sd]?|measure[sd]?|benchmark(?:s|ed)?"
        r"|profil(?:e|ed|ing)|monitor(?:s|ed|ing)?|edge cases?|double-?check|confirm(?:s|ed)?|reproduc(?:e|ed)",
        "states assumptions": r"assum(?:e|es|ed|ing|ption|ptions)|suppose|given that|provided that|as long as|unless",
        "works with an example": r"for example|for instance|e\.g|such as|in my last|we had|once we|i once",
    }.items()
}
_VALUES = (0.0, 40.0, 55.0, 68.0, 78.0, 86.0, 92.0, 95.0)
FEWEST_WORDS = 25


@dataclass(frozen=True, slots=True)
class Sign:
    """One kind of structure and the phrase of the answer that shows it."""

    name: str
    phrase: Sentence


def signs_of(text: str) -> tuple[Sign, ...]:
    """Find the first phrase that shows each kind of structure; a kind counts once however often it comes."""
    phrases = read_phrases(text)
    found = (
        (name, next((phrase for phrase in phrases if sign.search(phrase.text)), None)) for name, sign in _SIGNS.items()
    )
    return tuple(Sign(name, phrase) for name, phrase in found if phrase is not None)


def value_of(signs: tuple[Sign, ...]) -> float:
    """Turn the number of kinds of structure into a score from 0 to 95."""
    return _VALUES[min(len(signs), len(_VALUES) - 1)]
