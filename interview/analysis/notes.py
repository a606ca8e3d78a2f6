"""Notes at a moment of a session: everybody who reviews it reads them, and changes their own."""

from __future__ import annotations

from sqlalchemy import select

from interview.accounts.errors import OnlyPeople
from interview.analysis import signals
from interview.analysis.errors import NoteNotFound, NotesOfOthers
from interview.analysis.models import ReviewNote
from interview.core import audit, clock, current
from interview.core.actors import Actor, ActorKind
from interview.core.db import db
from interview.core.pages import Page, page
from interview.recording.models import RecordingSession


def write(session: RecordingSession, *, at_seconds: float, text: str, by: Actor) -> ReviewNote:
    """Add a note at a moment of a session; raises `OnlyPeople` for an API key."""
    _assert_person(by)
    note = ReviewNote(
        organisation_id=session.organisation_id,
        session_id=session.id,
        author_id=by.id,
        at_seconds=at_seconds,
        text=text,
    )
    db.session.add(note)
    db.session.flush()
    _tell(note, "added", by=by)
    return note


def get(note_id: str, *, within: str | None, is_deleted: bool = False) -> ReviewNote:
    """A note of this organisation, held for a change; raises `NoteNotFound`, for a deleted one too unless asked for."""
    query = select(ReviewNote).where(ReviewNote.id == note_id, ReviewNote.organisation_id == within)
    found = db.session.scalar(query.with_for_update(of=ReviewNote))
    if found is None or (found.deleted_at is not None and not is_deleted):
        raise NoteNotFound("There is no such note.")
    return found


def list_notes(session: RecordingSession, *, limit: int, cursor: str | None) -> Page[ReviewNote]:
    """The session's notes, those written last first."""
    return page(
        select(ReviewNote).where(ReviewNote.session_id == session.id, ReviewNote.deleted_at.is_(None)),
        newest_by=ReviewNote.created_at,
        id_column=ReviewNote.id,
        limit=limit,
        cursor=cursor,
        signed_with=current.keyring().derive("cursors"),
    )


def edit(note: ReviewNote, *, by: Actor, text: str | None = None, at_seconds: float | None = None) -> ReviewNote:
    """Change what one's own note says, or its moment; raises `NotesOfOthers`, and `OnlyPeople` for an API key."""
    _assert_own(note, by)
    note.text = note.text if text is None else text
    note.at_seconds = note.at_seconds if at_seconds is None else at_seconds
    note.edited_at = clock.now()
    _tell(note, "edited", by=by)
    return note


def delete(note: ReviewNote, *, by: Actor) -> None:
    """Take one's own note away until it is restored; raises `NotesOfOthers`, and `OnlyPeople` for an API key."""
    _assert_own(note, by)
    note.deleted_at = clock.now()
    _tell(note, "deleted", by=by)


def restore(note: ReviewNote, *, by: Actor) -> ReviewNote:
    """Bring one's own deleted note back; one that is there stays. Raises `NotesOfOthers`, and `OnlyPeople`."""
    _assert_own(note, by)
    if note.deleted_at is not None:
        note.deleted_at = None
        _tell(note, "restored", by=by)
    return note


def _assert_person(by: Actor) -> None:
    if by.kind is not ActorKind.USER:
        raise OnlyPeople("A note is a named person's; sign in to write one.")


def _assert_own(note: ReviewNote, by: Actor) -> None:
    _assert_person(by)
    if note.author_id != by.id:
        raise NotesOfOthers("Only the person who wrote a note changes it.")


def _tell(note: ReviewNote, change: str, *, by: Actor) -> None:
    audit.record(f"note.{change}", note, by=by, organisation_id=note.organisation_id)
    signals.note_changed.announce(note=note, change=change)
