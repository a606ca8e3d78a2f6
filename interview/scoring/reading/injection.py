"""Injection: sentences that speak to whoever grades instead of answering; they are cut before anything is measured."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from interview.scoring.reading.addresses import ADDRESS, LEAD, META
from interview.scoring.reading.words import Sentence, read_sentences

_FEWEST_KEPT_WORDS = 2
_LEAD_CHARS = 300
"""How far before an address its lead is looked for; a bound, so that no text takes quadratic time."""


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
    plain = _plain(sentence.text)
    match = ADDRESS.search(plain)
    if match is None:
        return None
    if len(plain) != len(sentence.text):
        return ""  # folding moved the places, so the sentence cannot be cut inside
    far, near = sentence.text[: match.start()][:-_LEAD_CHARS], sentence.text[: match.start()][-_LEAD_CHARS:]
    kept = (far + _without_talk(LEAD.sub("", near))).rstrip()
    return kept if len(kept.split()) >= _FEWEST_KEPT_WORDS else ""


def _without_talk(text: str) -> str:
    """Drop the clauses at the end that already speak of the answer or its grader rather than of the matter."""
    clauses = re.split(r"(?<=[,;:])", text)
    while clauses and META.search(clauses[-1]):
        clauses.pop()
    return "".join(clauses).rstrip(" ,;:")


def _plain(text: str) -> str:
    """Undo the disguises that cost nothing: full-width letters, invisible characters, typographic marks."""
    if text.isascii():
        return text
    folded = unicodedata.normalize("NFKC", text.replace("’", "'"))
    return "".join(char for char in folded if unicodedata.category(char) != "Cf")
