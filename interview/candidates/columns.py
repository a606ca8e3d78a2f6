"""The `interview_*` columns of the recording dialect, grouped by what they tell.

They mirror the candidate's newest recording session; the normalised tables are the truth.
JSON lists are kept as text because older databases and clients read them so.
Long texts are deferred: a list of candidates must not drag transcripts along.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Float, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

LONG = "interview"


class RecordingColumns:
    """Which session, and the file it was recorded to; the duration in seconds, the size in bytes."""

    interview_session_id: Mapped[str | None] = mapped_column(String(200))
    interview_recording_file: Mapped[str | None] = mapped_column(String(500))
    interview_recording_duration: Mapped[int | None] = mapped_column(Integer)
    interview_recording_size: Mapped[int | None] = mapped_column(BigInteger)
    interview_recording_format: Mapped[str | None] = mapped_column(String(50))
    interview_recording_quality: Mapped[str | None] = mapped_column(String(50))


class TranscriptColumns:
    """What was asked and answered, and when: JSON lists in the order of the events."""

    interview_questions_asked: Mapped[str | None] = mapped_column(Text, deferred=True, deferred_group=LONG)
    interview_answers_given: Mapped[str | None] = mapped_column(Text, deferred=True, deferred_group=LONG)
    interview_question_timestamps: Mapped[str | None] = mapped_column(Text, deferred=True, deferred_group=LONG)
    interview_answer_timestamps: Mapped[str | None] = mapped_column(Text, deferred=True, deferred_group=LONG)
    interview_total_questions: Mapped[int | None] = mapped_column(Integer, default=0)
    interview_answered_questions: Mapped[int | None] = mapped_column(Integer, default=0)


class ScoreColumns:
    """What the analysis says; scores from 0 to 100, null where nothing can be said."""

    interview_ai_questions_analysis: Mapped[str | None] = mapped_column(Text, deferred=True, deferred_group=LONG)
    interview_ai_overall_feedback: Mapped[str | None] = mapped_column(Text, deferred=True, deferred_group=LONG)
    interview_ai_technical_score: Mapped[float | None] = mapped_column(Float)
    interview_ai_communication_score: Mapped[float | None] = mapped_column(Float)
    interview_ai_problem_solving_score: Mapped[float | None] = mapped_column(Float)
    interview_ai_cultural_fit_score: Mapped[float | None] = mapped_column(Float)


class SessionColumns:
    """How the session went: the candidate's browser, network and avatar, and the log as a JSON list."""

    interview_browser_info: Mapped[str | None] = mapped_column(String(500))
    interview_network_quality: Mapped[str | None] = mapped_column(String(100))
    interview_technical_issues: Mapped[str | None] = mapped_column(Text, deferred=True, deferred_group=LONG)
    interview_session_logs: Mapped[str | None] = mapped_column(Text, deferred=True, deferred_group=LONG)
    interview_avatar_used: Mapped[str | None] = mapped_column(String(100))
    interview_avatar_settings: Mapped[str | None] = mapped_column(Text, deferred=True, deferred_group=LONG)


class StatusColumns:
    """Where recording, processing, analysis and the decision stand."""

    interview_recording_status: Mapped[str | None] = mapped_column(String(50))
    interview_processing_status: Mapped[str | None] = mapped_column(String(50))
    interview_ai_analysis_status: Mapped[str | None] = mapped_column(String(50))
    interview_final_status: Mapped[str | None] = mapped_column(String(50))
