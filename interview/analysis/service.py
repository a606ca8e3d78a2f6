"""Every decision about the judgement of a session, except the judging itself."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete, select

from interview.accounts.errors import OnlyPeople
from interview.analysis import signals
from interview.analysis.errors import AnalysisRunning, NoAnalysis, NotYetJudged
from interview.analysis.judging import exchanges
from interview.analysis.judging.exchanges import Asked
from interview.analysis.judging.written import judgement_written
from interview.analysis.models import AiRun, Analysis, AnalysisStatus, Decision, QuestionAnalysis
from interview.candidates import service as candidates
from interview.consent import service as consent
from interview.consent.notices import Purpose
from interview.core import audit, clock, current
from interview.core.actors import SYSTEM, Actor, ActorKind
from interview.core.db import db
from interview.core.jobs import service as jobs
from interview.core.pages import Page, page
from interview.recording import service as recording
from interview.recording.models import RecordingSession
from interview.scheduling.models import Interview
from interview.scoring.exchange import Dimension
from interview.scoring.judgement import Judgement, Reason, Score
from interview.scoring.runs import Run as JudgeRun

ANALYSE = "analyse_session"
NOBODY = ""


def submit(session: RecordingSession) -> Analysis:
    """Open the analysis of an ended session and have it done, in the transaction of the end."""
    analysis = Analysis(
        session_id=session.id,
        organisation_id=session.organisation_id,
        candidate_id=session.candidate_id,
        question_total=session.question_count,
    )
    db.session.add(analysis)
    db.session.flush()
    jobs.submit(ANALYSE, key=_job_key(session.id), args={"session_id": session.id})
    return analysis


def _job_key(session_id: str) -> str:
    return f"{ANALYSE}:{session_id}"


def find(session_id: str) -> Analysis | None:
    """The analysis of a session, once it has ended."""
    return db.session.scalar(select(Analysis).where(Analysis.session_id == session_id))


def get(session_id: str) -> Analysis:
    """The analysis of a session; raises `NoAnalysis` while it has not ended."""
    analysis = find(session_id)
    if analysis is None:
        raise NoAnalysis("The session has not ended; its analysis begins then.")
    return analysis


def begin(session: RecordingSession) -> list[Asked]:
    """Mark the analysis as processing and list what is not judged yet; nothing where the candidate has not agreed."""
    analysis = get(session.id)
    analysis.status, analysis.error = AnalysisStatus.PROCESSING, None
    analysis.started_at = analysis.started_at or clock.now()
    _project(session, interview_ai_analysis_status=analysis.status)
    if not is_agreed(session):
        return []
    query = select(QuestionAnalysis.question_id).where(QuestionAnalysis.analysis_id == analysis.id)
    judged = set(db.session.scalars(query))
    return [asked for asked in exchanges.of_session(session) if asked.question.id not in judged]


def is_agreed(session: RecordingSession) -> bool:
    """Whether the candidate has agreed to being judged by software."""
    interview = db.session.get_one(Interview, session.interview_id)
    return consent.allows(Purpose.AI_ANALYSIS, subject=interview.consent_subject, context=interview.consent_context)


def keep(session: RecordingSession, asked: Asked, judgement: Judgement, runs: tuple[JudgeRun, ...]) -> None:
    """Store what was said of one question, and every try that led there."""
    analysis = get(session.id)
    keep_runs(analysis, asked, runs)
    _add(analysis, asked, judgement)


def leave_out(session: RecordingSession, unjudged: Iterable[Asked]) -> bool:
    """Go on without the questions that nobody could judge; False where nothing else was judged either."""
    analysis = get(session.id)
    if not _has_judgements(analysis):
        return False
    nothing = {dimension: Score(None, reason=Reason.PROVIDER_FAILED) for dimension in Dimension}
    for asked in unjudged:
        _add(
            analysis,
            asked,
            Judgement(asked.question.id, NOBODY, None, 0.0, nothing, reasons=(Reason.PROVIDER_FAILED,)),
        )
    return True


def _add(analysis: Analysis, asked: Asked, judgement: Judgement) -> None:
    found = QuestionAnalysis(
        analysis_id=analysis.id,
        question_id=asked.question.id,
        answer_id=asked.answer.id if asked.answer else None,
        position=asked.question.position,
        score=judgement.score,
        confidence=judgement.confidence,
        judged_by=judgement.by,
        judgement=judgement_written(judgement),
    )
    db.session.add(found)
    analysis.question_done += 1
    db.session.flush()
    signals.analysis_progressed.announce(analysis=analysis, question_analysis=found)


def keep_runs(analysis: Analysis, asked: Asked, runs: tuple[JudgeRun, ...]) -> None:
    """Store the tries of the judges."""
    for run in runs:
        db.session.add(
            AiRun(
                analysis_id=analysis.id,
                question_id=asked.question.id,
                analyser=run.analyser,
                model=run.model,
                outcome=run.outcome.value,
                error=run.error,
                prompt_sha256=run.prompt_sha256,
                input_sha256=run.input_sha256,
                output=run.output,
                tokens_in=run.tokens_in,
                tokens_out=run.tokens_out,
                cost_usd=run.cost_usd,
                started_at=run.started_at,
                ended_at=run.ended_at,
            )
        )


def fail(session_id: str, words: str) -> None:
    """Mark an analysis that has failed for good; it stays visible and can be retried."""
    session = db.session.get_one(RecordingSession, session_id)
    analysis = get(session_id)
    analysis.status, analysis.error = AnalysisStatus.FAILED, words
    _project(session, interview_ai_analysis_status=analysis.status)
    recording.note(session, "analysis-failed", by=SYSTEM)
    signals.analysis_failed.announce(analysis=analysis)


def retry(session: RecordingSession, *, by: Actor) -> Analysis:
    """Run an analysis again that failed, or that had to leave questions out; what was judged stays.

    Raises `NoAnalysis`, or `AnalysisRunning`.
    """
    analysis = get(session.id)
    if analysis.status in {AnalysisStatus.PENDING, AnalysisStatus.PROCESSING}:
        raise AnalysisRunning("The analysis is still running.")
    analysis.status, analysis.error = AnalysisStatus.PENDING, None
    left_out = (QuestionAnalysis.analysis_id == analysis.id, QuestionAnalysis.judged_by == NOBODY)
    db.session.execute(delete(QuestionAnalysis).where(*left_out))
    analysis.question_done = len(question_analyses(analysis))
    jobs.rerun(ANALYSE, key=_job_key(session.id), args={"session_id": session.id})
    _project(session, interview_ai_analysis_status=analysis.status)
    audit.record("analysis.retried", analysis, by=by, organisation_id=session.organisation_id)
    return analysis


def _has_judgements(analysis: Analysis) -> bool:
    found = select(QuestionAnalysis.id).where(QuestionAnalysis.analysis_id == analysis.id).limit(1)
    return db.session.scalar(found) is not None


def decide(session: RecordingSession, *, final_status: str, reason: str, by: Actor) -> Decision:
    """Store a person's decision; the newest counts.

    Raises `OnlyPeople` for an API key, and `NotYetJudged` while the session is under way.
    """
    if by.kind is not ActorKind.USER:
        raise OnlyPeople("A decision is a named person's; sign in to decide.")
    if session.ended_at is None:
        raise NotYetJudged("The session is still under way; decide after its end.")
    analysis = find(session.id)
    decision = Decision(
        session_id=session.id,
        organisation_id=session.organisation_id,
        ai_status=analysis.final_status if analysis else None,
        final_status=final_status,
        reason=reason,
        decided_by=by.id,
        at=clock.now(),
    )
    db.session.add(decision)
    db.session.flush()
    _project(session, interview_final_status=final_status)
    audit.record("decision.made", decision, by=by, organisation_id=session.organisation_id, final_status=final_status)
    signals.decision_made.announce(decision=decision, session=session)
    return decision


def newest_decision(session_id: str) -> Decision | None:
    """The decision that counts."""
    query = select(Decision).where(Decision.session_id == session_id).order_by(Decision.id.desc())
    return db.session.scalar(query.limit(1))


def list_decisions(session: RecordingSession, *, limit: int, cursor: str | None) -> Page[Decision]:
    """Every decision about a session, the newest, which counts, first."""
    return page(
        select(Decision).where(Decision.session_id == session.id),
        newest_by=Decision.at,
        id_column=Decision.id,
        limit=limit,
        cursor=cursor,
        signed_with=current.keyring().derive("cursors"),
    )


def question_analyses(analysis: Analysis) -> list[QuestionAnalysis]:
    """What was said of each question so far, in order."""
    query = select(QuestionAnalysis).where(QuestionAnalysis.analysis_id == analysis.id)
    return list(db.session.scalars(query.order_by(QuestionAnalysis.position)))


def _project(session: RecordingSession, **values: object) -> None:
    candidates.project(session.candidate_id, session_id=session.id, **values)
