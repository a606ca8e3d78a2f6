"""The conclusion of an analysis: from the judgements of its questions to the session's scores and recommendation."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from interview.analysis import service as analysis
from interview.analysis import signals
from interview.analysis.judging.written import claim_written, judgement_read
from interview.analysis.models import Analysis, AnalysisStatus, FinalStatus, QuestionAnalysis
from interview.candidates import service as candidates
from interview.core import clock, current
from interview.core.actors import SYSTEM
from interview.recording import service as recording
from interview.recording.models import RecordingSession
from interview.scoring import rubric, summary
from interview.scoring.exchange import Dimension
from interview.scoring.judgement import Judgement, Reason
from interview.scoring.summary import Summary

LEAST_CONFIDENCE = 0.3
LEAST_SHARE_SCORED = 0.5
FEWEST_DIMENSIONS = 2
MOST_CLAIMS = 8
OVERALL, FINAL = "overall_score", "final_status"
NO_CONSENT = "Not analysed: the candidate has not agreed to analysis by software. People alone judge this interview."


def draw(session: RecordingSession) -> None:
    """Sum the session up, recommend, and mark the analysis as completed."""
    found = analysis.get(session.id)
    judged = analysis.question_analyses(found)
    if analysis.is_agreed(session):
        _conclude(found, [judgement_read(one.judgement) for one in judged])
    else:
        _withhold(found)
    found.judged_by = sorted({one.judged_by for one in judged} - {analysis.NOBODY})
    found.status, found.completed_at = AnalysisStatus.COMPLETED, clock.now()
    _show(session, found, judged)
    recording.note(session, "analysis-completed", by=SYSTEM)
    signals.analysis_completed.announce(analysis=found)


def _conclude(found: Analysis, judgements: Sequence[Judgement]) -> None:
    settings = current.settings()
    weights = {Dimension(name): weight for name, weight in settings.score_weights}
    total = summary.summarise(judgements, weights=weights or None)
    for dimension, score in total.scores.items():
        setattr(found, f"{dimension.value}_score", score.value)
    found.overall_score, found.confidence = total.overall.value, total.overall.confidence
    found.overall_feedback = total.feedback
    found.strengths = _claims(judgements, "strengths")
    found.improvements = _claims(judgements, "improvements")
    found.is_injection_suspected = total.injection_suspected
    verdict = rubric.verdict_of(total.overall, passed_from=settings.pass_score, failed_below=settings.fail_score)
    found.final_status = verdict.value if _has_enough(total) else FinalStatus.NEEDS_REVIEW
    found.reasons = _reasons(total)


def _withhold(found: Analysis) -> None:
    names = [f"{dimension.value}_score" for dimension in Dimension]
    found.reasons = dict.fromkeys([*names, OVERALL, FINAL], Reason.CONSENT_REQUIRED.value)
    found.overall_feedback, found.confidence = NO_CONSENT, 0.0
    found.final_status = FinalStatus.NEEDS_REVIEW


def _has_enough(total: Summary) -> bool:
    """Whether there is enough to recommend anything but a person's look: half of the answers scored, in two of the
    four dimensions at least, and not by guesswork."""
    if not total.answers or total.answers_scored / total.answers < LEAST_SHARE_SCORED:
        return False
    dimensions = sum(score.value is not None for score in total.scores.values())
    return dimensions >= FEWEST_DIMENSIONS and total.overall.confidence >= LEAST_CONFIDENCE


def _reasons(total: Summary) -> dict[str, str]:
    told = {f"{dimension.value}_score": reason.value for dimension, reason in total.overall.left_out.items()}
    if total.overall.value is None:
        told[OVERALL] = told.get(f"{Dimension.TECHNICAL.value}_score", Reason.NO_EVIDENCE.value)
    if not _has_enough(total):
        told[FINAL] = "insufficient_evidence"
    return told


def _claims(judgements: Sequence[Judgement], kind: str) -> list[dict[str, Any]]:
    """One claim of each question in turn, so that no question fills the list alone."""
    columns = [[claim_written(claim, one.question_id) for claim in getattr(one, kind)] for one in judgements]
    longest = max(map(len, columns), default=0)
    return [column[row] for row in range(longest) for column in columns if row < len(column)][:MOST_CLAIMS]


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
        overall_score=found.overall_score,
    )
