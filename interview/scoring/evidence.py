"""The evidence check: a quote counts only when it stands in the answer."""

from __future__ import annotations

import re

from interview.scoring.judgement import Quote

_QUOTE_MARKS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
_SHORTEST_QUOTE = 3
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def locate(passage: str, answer: str) -> Quote | None:
    """Find a quoted passage in the answer, forgiving only case, white space and typographic marks.

    Returns the passage as the answer has it, with its place in characters, or None when it is not there:
    a paraphrase is not a quote. One or two characters are a quote only where they are the whole answer.
    """
    words, folded = _folded(passage).split(), _folded(answer)
    if not words or (sum(map(len, words)) < _SHORTEST_QUOTE and words != folded.split()):
        return None
    found = re.search(r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)", folded)
    return Quote(answer[found.start() : found.end()], found.start(), found.end()) if found else None


def _folded(text: str) -> str:
    """Fold case and marks one character for one, so that places in the folded text are places in the text."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return _CONTROL.sub(" ", lowered.translate(_QUOTE_MARKS))
