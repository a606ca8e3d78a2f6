"""Caps: answers that must not score above a bound, however much they resemble the reference."""

from __future__ import annotations

import re
from dataclasses import dataclass

from interview.scoring.judgement import Reason
from interview.scoring.reading.decision import decision_of, is_bare_decision
from interview.scoring.reading.lexicon import DONT_KNOW_FRAME, DONT_KNOW_PHRASES, FILLERS, WAFFLE
from interview.scoring.reading.passage import Passage
from interview.scoring.reading.words import Word

# All 58 answers of the fitted sets that open with the other decision than the reference have no marks.
_OTHER_DECISION = 10.0
_DENIAL_WEIGHT, _DENIAL_POWER, _DENIAL_NAMED = 0.85, 0.7, 0.25
_ASKS_FOR_LIST = frozenset(["list", "name", "state", "enumerate", "give", "mention", "identify", "which", "are"])
_ASKED_WITHIN_WORDS = 6
_LIST_WORDS, _LIST_GRAMMAR, _LIST_DIGITS = 5, 0.15, 0.15
_SHORT_LIST_WORDS = 5
_WORDS_PER_ITEM = 6
_SEPARATORS = re.compile(r"[,;:\n•·/|]|(?:^|\s)[-*]\s|\band\b|\d[.)]")
_REPEATED_WORDS, _RUN, _REPEATED_SHARE = 12, 3, 0.5
_FEWEST_STEMS, _FEWEST_STEMS_OF = 0.2, 30
_COPIED_SHARE, _NEW_SHARE = 0.6, 0.1
_FEWEST_COPIED_WORDS = 4
_WORDS_BESIDE_DONT_KNOW = 3
_VAGUE_WORDS, _VAGUE_SHARE, _TOLD_SHARE = 8, 0.3, 0.1
_NAMED_STEMS = 3


@dataclass(frozen=True, slots=True)
class Cap:
    """The most an answer can score, 0 to 100, and why."""

    limit: float
    reason: Reason


def caps_of(answer: Passage, reference: Passage, question: Passage, *, denial: float) -> tuple[Cap, ...]:
    """List the caps that hold for an answer, the strictest first."""
    words = [word for word in answer.words if word.text not in FILLERS]
    caps = []
    agrees = _agreement(answer, reference)
    is_bare = agrees is True and is_bare_decision(words)
    if reference.stems and not is_bare and not any(word.is_content for word in words):
        caps.append(Cap(0.0, Reason.NO_CONTENT))
    if agrees is False:
        caps.append(Cap(_OTHER_DECISION, Reason.CONTRADICTS_REFERENCE))
    if says_dont_know(answer, question):
        caps.append(Cap(2.0, Reason.DONT_KNOW))
    if _repeats_question(answer, question):
        caps.append(Cap(8.0, Reason.REPEATS_QUESTION))
    if len(words) == 1 and not is_bare and not _is_named(words[0], reference, question):
        caps.append(Cap(5.0, Reason.TOO_SHORT))
    if _is_keyword_list(words, answer, question):
        caps.append(Cap(35.0, Reason.KEYWORD_LIST))
    if _is_vague(answer, reference, question):
        caps.append(Cap(10.0, Reason.VAGUE))
    if _is_repetitive(words):
        caps.append(Cap(30.0, Reason.HEAVY_REPETITION))
    if denial >= _DENIAL_NAMED:
        # Saying the opposite of a part costs more than leaving the part out.
        caps.append(Cap(100 * (1 - _DENIAL_WEIGHT * denial**_DENIAL_POWER), Reason.CONTRADICTS_REFERENCE))
    return tuple(sorted(caps, key=lambda cap: cap.limit))


def is_bare_agreement(answer: Passage, reference: Passage) -> bool:
    """Tell whether an answer decides as the reference does, and says nothing else."""
    return _agreement(answer, reference) is True and is_bare_decision(answer.words)


def says_dont_know(answer: Passage, question: Passage) -> bool:
    """Tell whether an answer says that there is none, and next to nothing else."""
    line = " ".join(word.text for word in answer.words[:200])
    if not any(phrase in line for phrase in DONT_KNOW_PHRASES):
        return False
    beside = {word.stem for word in answer.words if word.is_content and word.text not in DONT_KNOW_FRAME | FILLERS}
    return len(beside - question.stems) <= _WORDS_BESIDE_DONT_KNOW and len(answer.words) <= 40


def _agreement(answer: Passage, reference: Passage) -> bool | None:
    said, expected = decision_of(answer.words), decision_of(reference.words)
    return None if said is None or expected is None else said is expected


def _repeats_question(answer: Passage, question: Passage) -> bool:
    asked = [word.text for word in question.words]
    if asked and [word.text for word in answer.words] == asked:
        return True
    if not answer.stems or not question.stems or len(answer.words) < _FEWEST_COPIED_WORDS:
        return False
    copied = len(answer.stems & question.stems) / len(question.stems)
    return copied >= _COPIED_SHARE and len(answer.stems - question.stems) <= _NEW_SHARE * len(answer.stems)


def _is_named(word: Word, reference: Passage, question: Passage) -> bool:
    new = reference.stems - question.stems or reference.stems
    return word.stem in {other.stem for other in reference.words} and len(new) <= _NAMED_STEMS


def _is_keyword_list(words: list[Word], answer: Passage, question: Passage) -> bool:
    grammar = sum(not word.is_content for word in words)
    digits = sum(any(char.isdigit() for char in word.text) for word in words)
    is_list = len(words) >= _LIST_WORDS and grammar < _LIST_GRAMMAR * len(words)
    is_short_list = len(words) >= _SHORT_LIST_WORDS and not grammar
    if not (is_list or is_short_list) or digits >= _LIST_DIGITS * len(words):
        return False
    return not (_asks_for_list(question) and len(_SEPARATORS.findall(answer.text)) * _WORDS_PER_ITEM >= len(words))


def _asks_for_list(question: Passage) -> bool:
    return any(word.text in _ASKS_FOR_LIST for word in question.words[:_ASKED_WITHIN_WORDS])


def _is_vague(answer: Passage, reference: Passage, question: Passage) -> bool:
    new = [word for word in answer.words if word.is_content and word.stem not in question.stems]
    vague = sum(word.text in WAFFLE for word in new)
    told = sum(word.stem in reference.stems and word.text not in WAFFLE for word in new)
    return len(new) >= _VAGUE_WORDS and vague >= _VAGUE_SHARE * len(new) and told <= _TOLD_SHARE * len(new)


def _is_repetitive(words: list[Word]) -> bool:
    if len(words) < _REPEATED_WORDS:
        return False
    runs = [tuple(word.stem for word in words[place : place + _RUN]) for place in range(len(words) - _RUN + 1)]
    stems = [word.stem for word in words if word.is_content]
    sample = stems[:200]
    few = len(sample) >= _FEWEST_STEMS_OF and len(set(sample)) < _FEWEST_STEMS * len(sample)
    return few or 1 - len(set(runs)) / len(runs) >= _REPEATED_SHARE
