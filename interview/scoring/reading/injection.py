"""Injection: sentences that speak to whoever grades instead of answering; they are cut before anything is measured."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from interview.scoring.reading.addresses import ADDRESS, LEAD, META
from interview.scoring.reading.words import Sentence, read_sentences

_FEWEST_KEPT_WORDS = 2
_LONGEST_SENTENCE = 2000


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An answer without the sentences that address the grader, and whether there were any."""

    text: str
    is_suspected: bool


def cut_injections(text: str) -> Cleaned:
    """Cut every sentence from the place where it starts to address the grader; what stands before it is kept."""
    kept: list[str] = []
    is_suspected, place = False, 0
    for sentence in read_sentences(text):
        rest = _kept(sentence)
        if rest is None:
            kept.append(text[place : sentence.end])
        else:
            is_suspected = True
            kept.append(text[place : sentence.start] + rest)
        place = sentence.end
    return Cleaned("".join(kept).strip(), True) if is_suspected else Cleaned(text, False)


def _kept(sentence: Sentence) -> str | None:
    stretches = [sentence.text[at : at + _LONGEST_SENTENCE] for at in range(0, len(sentence.text), _LONGEST_SENTENCE)]
    for number, stretch in enumerate(stretches):
        match = ADDRESS.search(_plain(stretch))
        if match:
            before = LEAD.sub("", _plain(stretch)[: match.start()])
            before = stretch[: len(before)] if len(_plain(stretch)) == len(stretch) else ""
            whole = "".join(stretches[:number]) + _without_talk(before)
            return whole if len(whole.split()) >= _FEWEST_KEPT_WORDS else ""
    return None


def _without_talk(text: str) -> str:
    """Drop the clauses at the end that already speak of the answer or its grader rather than of the matter."""
    while META.search(re.split(r"[,;:]", text)[-1]):
        text = text[: max((text.rfind(mark) for mark in ",;:"), default=0)] if re.search(r"[,;:]", text) else ""
    return text.rstrip()


def _plain(text: str) -> str:
    """Undo the disguises that cost nothing: full-width letters, invisible characters, typographic marks."""
    if text.isascii():
        return text
    folded = unicodedata.normalize("NFKC", text.replace("’", "'"))
    return "".join(char for char in folded if unicodedata.category(char) != "Cf")
