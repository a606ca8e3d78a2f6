"""Notes at a moment of a session: /api/interview/notes."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Flask

from interview.accounts.policies import may
from interview.analysis import notes
from interview.analysis.models import ReviewNote
from interview.analysis.schemas import EditNote, NoteAnswer, NotePage, NoteQuery, WriteNote
from interview.core.guards import actor, guard
from interview.core.pages import Page
from interview.recording import reading
from interview.recording.models import RecordingSession

bp = APIBlueprint("notes", __name__, url_prefix="/api/interview/notes", tag="Analysis")


def init(app: Flask) -> None:
    """Open the doors."""
    app.register_blueprint(bp)


def _session(session_id: str) -> RecordingSession:
    return reading.get_within(session_id, within=actor().organisation_id)


def _note(note_id: str, *, is_deleted: bool = False) -> ReviewNote:
    return notes.get(note_id, within=actor().organisation_id, is_deleted=is_deleted)


@bp.get("")
@guard(may("analysis:read"))
@bp.input(NoteQuery, location="query")
@bp.output(NotePage)
def list_notes(query_data: dict[str, Any]) -> Page[ReviewNote]:
    """List the notes of a session, those written last first."""
    return notes.list_notes(_session(query_data.pop("session_id")), **query_data)


@bp.post("")
@guard(may("decisions:write"))
@bp.input(WriteNote)
@bp.output(NoteAnswer, status_code=201)
def write_note(json_data: dict[str, Any]) -> dict[str, Any]:
    """Write a note at a moment of a session."""
    return {"note": notes.write(_session(json_data.pop("session_id")), by=actor(), **json_data)}


@bp.patch("/<note_id>")
@guard(may("decisions:write"))
@bp.input(EditNote)
@bp.output(NoteAnswer)
def edit_note(note_id: str, json_data: dict[str, Any]) -> dict[str, Any]:
    """Change what one's own note says, or its moment."""
    return {"note": notes.edit(_note(note_id), by=actor(), **json_data)}


@bp.delete("/<note_id>")
@guard(may("decisions:write"))
@bp.output({}, status_code=204)
def delete_note(note_id: str) -> tuple[str, int]:
    """Delete one's own note; it can be restored."""
    notes.delete(_note(note_id), by=actor())
    return "", 204


@bp.post("/<note_id>/restore")
@guard(may("decisions:write"))
@bp.output(NoteAnswer)
def restore_note(note_id: str) -> dict[str, Any]:
    """Bring one's own deleted note back."""
    return {"note": notes.restore(_note(note_id, is_deleted=True), by=actor())}
