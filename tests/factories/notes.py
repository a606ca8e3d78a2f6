"""Notes of those who review a session, for tests."""

from __future__ import annotations

from interview.accounts.models import User
from interview.analysis import notes
from interview.analysis.models import ReviewNote
from interview.core.db import unit_of_work
from interview.recording import reading


def make_note(author: User, session_id: str, *, at_seconds: float = 3.5, text: str = "Said well.") -> ReviewNote:
    """A committed note of a person at a moment of a session."""
    with unit_of_work():
        return notes.write(reading.get(session_id), at_seconds=at_seconds, text=text, by=author.as_actor())
