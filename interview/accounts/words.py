"""The words by whose beginnings a person is found, on an index in every database."""

from __future__ import annotations

import re

from sqlalchemy import ColumnElement, Select, delete, insert, select

from interview.accounts.models import User, UserWord
from interview.core.db import db

MOST_WORDS = 12
MOST_TERMS = 5
# Sorts after every character, so that [word, word + LAST) holds exactly what begins with the word.
LAST = "\U0010ffff"


def words_of(text: str) -> list[str]:
    """The different words of a text, in lower case and in its order."""
    return list(dict.fromkeys(re.findall(r"\w+", text.lower())))


def write(user: User) -> None:
    """Store the words of a person's name and address in place of those there were."""
    found = dict.fromkeys([user.email, *words_of(user.name), *words_of(user.email)])
    db.session.flush()
    db.session.execute(delete(UserWord).where(UserWord.user_id == user.id))
    rows = [
        {"organisation_id": user.organisation_id, "word": word, "user_id": user.id} for word in list(found)[:MOST_WORDS]
    ]
    db.session.execute(insert(UserWord), rows)


def found(organisation_id: str | None, search: str) -> list[ColumnElement[bool]]:
    """The conditions on `User`: each term of the search is the beginning of a word of the person."""
    terms = dict.fromkeys(
        term for part in search.lower().split() for term in ([part] if "@" in part else words_of(part))
    )
    return [User.id.in_(_having(organisation_id, term)) for term in list(terms)[:MOST_TERMS]]


def _having(organisation_id: str | None, term: str) -> Select[str]:
    return select(UserWord.user_id).where(
        UserWord.organisation_id == organisation_id, UserWord.word >= term, UserWord.word < term + LAST
    )
