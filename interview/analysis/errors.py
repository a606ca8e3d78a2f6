"""What can go wrong with an analysis."""

from __future__ import annotations

from interview.core.errors import Conflict, Forbidden, NotFound


class NoAnalysis(NotFound):
    """The candidate's session has no analysis yet."""

    code, title = "no_analysis", "There is no analysis yet"


class NotYetJudged(Conflict):
    """The session is still under way; there is nothing to decide."""

    code, title = "session_in_progress", "The session is still under way"


class AnalysisRunning(Conflict):
    """The analysis is still running; there is nothing to retry."""

    code, title = "analysis_running", "The analysis is still running"


class NoteNotFound(NotFound):
    """The note does not exist, not in this organisation, or was deleted."""

    code, title = "note_not_found", "There is no such note"


class NotesOfOthers(Forbidden):
    """A note is changed and deleted by the person who wrote it."""

    code, title = "note_of_another", "Somebody else wrote this note"
