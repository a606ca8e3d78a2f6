"""The conclusion of an analysis: from the judgements of its questions to the session's scores and recommendation."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from interview.analysis import service as analysis
from interview.analysis import signals
from interview.analysis.models import Analysis, AnalysisStatus, QuestionAnalysis
from interview.analysis.written import claim_written, judgement_read
from interview.candidates import service as candidates
from interview.core import clock, current
from interview.core.actors import SYSTEM
from interview.recording import service as recording
from interview.recording.models import RecordingSession
from interview.scoring import rubric, summary
from interview.scoring.exchange import Dimension
from interview.scoring.summary import QuestionClaim, Summary

OVERALL = "overall_score"


def draw(session: RecordingSession) -> None:
    """Sum the session up, recommend, and mark the analysis as completed."""
    found = analysis.get(session.id)
    judged = analysis.question_analyses(found)
    if analysis.is_agreed(session):
        weights: Mapping[str, float] = dict(current.settings().score_weights)
        total = summary.of([judgement_read(one.judgement) for one in judged], weights=weights)
    else:
        total = summary.without_consent()
    _write(found, total, judged)
    _show(session, found, judged)
    recording.note(session, "analysis-completed", by=SYSTEM)
    signals.analysis_completed.announce(analysis=found)


def _write(found: Analysis, total: Summary, judged: list[QuestionAnalysis]) -> None:
    settings = current.settings()
    for dimension, score in total.scores.items():
        setattr(found, f"{dimension.value}_score", score)
    found.overall_score, found.confidence = total.overall, total.confidence
    found.reasons = _reasons(total)
    found.overall_feedback = total.feedback
    found.strengths = [_claim(one) for one in total.strengths]
    found.improvements = [_claim(one) for one in total.improvements]
    found.is_injection_suspected = total.is_injection_suspected
    found.judged_by = sorted({one.judged_by for one in judged})
    found.final_status = rubric.verdict(
        total.overall, pass_score=settings.pass_score, fail_score=settings.fail_score, has_enough=total.has_enough
    ).value
    found.status, found.completed_at = AnalysisStatus.COMPLETED, clock.now()


def _reasons(total: Summary) -> dict[str, str]:
    told = {f"{dimension.value}_score": reason.value for dimension, reason in total.reasons.items()}
    if total.overall is None:
        told[OVERALL] = told.get(f"{Dimension.TECHNICAL.value}_score", "no_evidence")
    if not total.has_enough:
        told["final_status"] = "insufficient_evidence"
    return told


def _claim(one: QuestionClaim) -> dict[str, Any]:
    return claim_written(one.claim, one.question_id)


def _show(session: RecordingSession, found: Analysis, judged: list[QuestionAnalysis]) -> None:
    """Mirror the scores; a decision that a person made before stays."""
    decided = analysis.newest_decision(session.id)
    candidates.project(
        session.candidate_id,
        session_id=session.id,
        interview_ai_questions_analysis=json.dumps([one.judgement for one in judged], ensure_ascii=False),
        interview_ai_overall_feedback=found.overall_feedback,
        interview_ai_technical_score=found.technical_score,
        interview_ai_communication_score=found.communication_score,
        interview_ai_problem_solving_score=found.problem_solving_score,
        interview_ai_cultural_fit_score=found.cultural_fit_score,
        interview_ai_analysis_status=found.status,
        interview_final_status=decided.final_status if decided else found.final_status,
    )
