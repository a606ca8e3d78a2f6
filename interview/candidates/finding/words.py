"""The words by whose beginnings a candidate is found, on an index in every database."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from sqlalchemy import delete, insert

from interview.candidates.models import LONGEST_LABEL, Candidate, CandidateWord
from interview.core.db import db

MOST_TERMS = 5
# Sorts after every character, so that [word, word + LAST) holds exactly what begins with the word.
LAST = "\U0010ffff"


def plain(text: str) -> str:
    """A text as it is searched: without accents, in folded case."""
    told = unicodedata.normalize("NFKD", text)
    return "".join(char for char in told if not unicodedata.combining(char)).casefold()


def words_of(name: str, email: str | None) -> set[str]:
    """What a candidate is found by: the words of the name, whole and in their parts, and the address likewise."""
    told = plain(f"{name} {email or ''}")
    return {word[:LONGEST_LABEL] for word in [*told.split(), *re.findall(r"\w+", told)]}


def terms_of(search: str) -> list[str]:
    """What a search asks for: each term is the beginning of a word."""
    return list(dict.fromkeys(plain(search).split()))[:MOST_TERMS]


def write(candidates: Sequence[Candidate], *, are_new: bool = False) -> None:
    """Store the words of stored candidates in place of those there were."""
    if not are_new:
        known = [candidate.id for candidate in candidates]
        db.session.execute(delete(CandidateWord).where(CandidateWord.candidate_id.in_(known)))
    rows = [
        {"candidate_id": candidate.id, "organisation_id": candidate.organisation_id, "word": word}
        for candidate in candidates
        for word in words_of(candidate.name, candidate.email)
    ]
    if rows:
        db.session.execute(insert(CandidateWord), rows)
