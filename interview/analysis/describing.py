"""The analysis of the recording dialect, partial results included."""

from __future__ import annotations

from typing import Any

from interview.analysis import service as analysis
from interview.analysis.models import Analysis, AnalysisStatus, Decision
from interview.recording import reading
from interview.recording.models import AskedQuestion, RecordingSession

SCORES = ("technical_score", "communication_score", "problem_solving_score", "cultural_fit_score", "overall_score")
NOT_ENDED = "session_in_progress"
NOT_COMPLETED = "analysis_not_completed"


def describe(session: RecordingSession) -> dict[str, Any]:
    """Everything about a session's judgement, for `AnalysisShown`; the scores are null until it is completed."""
    found, decision = analysis.find(session.id), analysis.newest_decision(session.id)
    body: dict[str, Any] = {
        "session_id": session.id,
        "question_analysis": _questions(session, found),
        "final_status": None,
        "final_status_source": None,
        "decision": _decision(decision),
        "effective": decision is not None,
    }
    body |= _outcome(found)
    if decision is not None:
        body |= {"final_status": decision.final_status, "final_status_source": f"user:{decision.decided_by}"}
    return body


def _outcome(found: Analysis | None) -> dict[str, Any]:
    nothing = {"strengths": [], "improvements": [], "judged_by": [], "injection_suspected": False, "error": None}
    if found is None or found.status != AnalysisStatus.COMPLETED:
        why = NOT_COMPLETED if found else NOT_ENDED
        done, total = (found.question_done, found.question_total) if found else (0, 0)
        return (
            nothing
            | dict.fromkeys((*SCORES, "confidence", "overall_feedback", "completed_at"))
            | {
                "analysis_status": found.status if found else AnalysisStatus.PENDING,
                "reasons": dict.fromkeys(SCORES, why),
                "progress": {"done": done, "total": total},
                "error": found.error if found else None,
            }
        )
    return {name: getattr(found, name) for name in SCORES} | {
        "confidence": found.confidence,
        "reasons": found.reasons,
        "overall_feedback": found.overall_feedback,
        "strengths": found.strengths,
        "improvements": found.improvements,
        "analysis_status": found.status,
        "progress": {"done": found.question_done, "total": found.question_total},
        "error": None,
        "final_status": found.final_status,
        "final_status_source": "ai",
        "injection_suspected": found.is_injection_suspected,
        "judged_by": found.judged_by,
        "completed_at": found.completed_at,
    }


def _questions(session: RecordingSession, found: Analysis | None) -> list[dict[str, Any]]:
    if found is None:
        return []
    asked = {question.id: question for question in reading.questions_of(session.id)}
    return [_question(asked[one.question_id]) | one.judgement for one in analysis.question_analyses(found)]


def _question(asked: AskedQuestion) -> dict[str, Any]:
    return {"question": asked.text, "position": asked.position, "type": asked.type}


def _decision(decision: Decision | None) -> dict[str, Any] | None:
    if decision is None:
        return None
    return {
        "final_status": decision.final_status,
        "ai_status": decision.ai_status,
        "reason": decision.reason,
        "decided_by": decision.decided_by,
        "decided_by_name": decision.decided_by_name,
        "at": decision.at,
    }
