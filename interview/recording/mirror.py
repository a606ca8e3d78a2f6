"""What the candidate's row shows of the session: the recording dialect's `interview_*` columns.

Every verb of this feature mirrors its change in its own transaction, so the row is never behind.
"""

from __future__ import annotations

import json
from typing import Any

from interview.candidates import service as candidates
from interview.core import clock
from interview.recording.models import Answer, AskedQuestion, RecordingSession
from interview.scheduling.models import LogEntry


def begin(session: RecordingSession) -> None:
    """Show this session from now on."""
    candidates.begin_projection(
        session.candidate_id,
        session_id=session.id,
        values={
            "interview_recording_format": session.recording_config["format"],
            "interview_recording_quality": session.recording_config["quality"],
            "interview_browser_info": session.browser_info,
            "interview_network_quality": session.network_quality,
            "interview_avatar_used": session.avatar,
            "interview_avatar_settings": json.dumps(session.avatar_settings),
            "interview_recording_status": session.recording_status,
            "interview_processing_status": session.processing_status,
            "interview_ai_analysis_status": "pending",
        },
    )


def question(session: RecordingSession, asked: AskedQuestion, entry: LogEntry) -> None:
    """Show a question and its log line, in one statement."""
    candidates.project_event(
        session.candidate_id,
        session_id=session.id,
        append={
            "interview_questions_asked": {
                "question_id": asked.id,
                "text": asked.text,
                "type": asked.type,
                "avatar": asked.avatar,
                "keywords": asked.keywords,
                "difficulty": asked.difficulty,
            },
            "interview_question_timestamps": clock.wire(asked.asked_at),
            **_line(entry),
        },
        interview_total_questions=session.question_count,
    )


def answer(session: RecordingSession, given: Answer, entry: LogEntry) -> None:
    """Show an answer and its log line, in one statement."""
    candidates.project_event(
        session.candidate_id,
        session_id=session.id,
        append={
            "interview_answers_given": {
                "answer_id": given.id,
                "question_id": given.question_id,
                "version": given.version,
                "text": given.text,
                "duration": given.duration_seconds,
                "audio_quality": given.audio_quality,
                "confidence": given.confidence,
            },
            "interview_answer_timestamps": clock.wire(given.answered_at),
            **_line(entry),
        },
        interview_answered_questions=session.answered_count,
    )


def issue(session: RecordingSession, entry: LogEntry) -> None:
    """Show a technical issue and its log line, in one statement."""
    met = {"interview_technical_issues": {"at": clock.wire(entry.at), **entry.details}}
    candidates.project_event(session.candidate_id, session_id=session.id, append=met | _line(entry))


def log(session: RecordingSession, entry: LogEntry) -> None:
    """Show a log line."""
    candidates.project_event(session.candidate_id, session_id=session.id, append=_line(entry))


def _line(entry: LogEntry) -> dict[str, Any]:
    return {"interview_session_logs": {"at": clock.wire(entry.at), "event": entry.event, **entry.details}}


def status(session: RecordingSession) -> None:
    """Show where recording and processing stand."""
    candidates.project(
        session.candidate_id,
        session_id=session.id,
        interview_recording_status=session.recording_status,
        interview_processing_status=session.processing_status,
    )
