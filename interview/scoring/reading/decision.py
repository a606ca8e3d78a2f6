"""Decisions: the yes or no with which an answer opens."""

from __future__ import annotations

from collections.abc import Sequence

from interview.scoring.reading.words import Word

_DECISIONS = {"yes": True, "yeah": True, "yep": True, "true": True, "no": False, "nope": False, "false": False}


def decision_of(words: Sequence[Word]) -> bool | None:
    """Tell whether a text opens with yes (or true) or with no (or false); None where it opens otherwise."""
    return _DECISIONS.get(words[0].text) if words else None


def is_bare_decision(words: Sequence[Word]) -> bool:
    """Tell whether a text is a decision and nothing else but grammar, as "no, it doesn't"."""
    return decision_of(words) is not None and not any(word.is_content for word in words[1:])
