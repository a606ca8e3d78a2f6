"""What analysis hears: sessions that end, and its own news for the organisation's people."""

from __future__ import annotations

from flask import Flask

from interview.analysis import service as analysis
from interview.analysis.models import Analysis, QuestionAnalysis, ReviewNote
from interview.analysis.signals import analysis_completed, analysis_failed, analysis_progressed, note_changed
from interview.recording.audience import rooms
from interview.recording.models import RecordingSession
from interview.recording.signals import session_ended


def init(app: Flask) -> None:
    """Subscribe."""
    session_ended.within(on_session_ended)
    analysis_progressed.after_commit(on_analysis_progressed)
    analysis_completed.after_commit(on_analysis_completed)
    analysis_failed.after_commit(on_analysis_failed)
    note_changed.after_commit(on_note_changed)


def on_session_ended(*, session: RecordingSession) -> None:
    """Open the analysis in the transaction of the end: an ended session without its job cannot exist."""
    analysis.submit(session)


def on_analysis_progressed(*, analysis: Analysis, question_analysis: QuestionAnalysis) -> None:
    """Tell the organisation's people one question's judgement."""
    told = {
        "done": analysis.question_done,
        "total": analysis.question_total,
        "question_id": question_analysis.question_id,
        "question_analysis": question_analysis.judgement,
    }
    rooms.tell_staff(analysis.session_id, "analysis-progress", told)


def on_analysis_completed(*, analysis: Analysis) -> None:
    """Tell the organisation's people that the analysis is complete."""
    told = {"overall_score": analysis.overall_score, "final_status": analysis.final_status, "effective": False}
    rooms.tell_staff(analysis.session_id, "analysis-completed", told)


def on_analysis_failed(*, analysis: Analysis) -> None:
    """Tell the organisation's people that the analysis has failed and can be retried."""
    rooms.tell_staff(analysis.session_id, "analysis-failed", {"error": analysis.error})


def on_note_changed(*, note: ReviewNote, change: str) -> None:
    """Tell the organisation's people that a note is new or different; what it says is read by those who may."""
    told = {"note_id": note.id, "at_seconds": note.at_seconds, "change": change}
    rooms.tell_staff(note.session_id, "note-changed", told)
