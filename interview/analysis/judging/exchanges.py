"""What there is to judge in a session: each question with the newest version of its answer and its reference."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import and_, select

from interview.core.actors import ActorKind
from interview.core.db import db
from interview.recording.models import Answer, AskedQuestion, RecordingSession
from interview.scheduling import service as scheduling
from interview.scheduling.models import Interview, PlannedQuestion
from interview.scoring.exchange import Criterion, Dimension, Exchange


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a session, with its answer where there is one, ready to be judged."""

    question: AskedQuestion
    answer: Answer | None
    exchange: Exchange


def of_session(session: RecordingSession) -> list[Asked]:
    """Every question in the order it was asked, in three queries."""
    newest = and_(Answer.question_id == AskedQuestion.id, Answer.version == AskedQuestion.answer_count)
    query = select(AskedQuestion, Answer).outerjoin(Answer, newest).where(AskedQuestion.session_id == session.id)
    rows = db.session.execute(query.order_by(AskedQuestion.position)).all()
    plan = scheduling.planned_questions(session.interview_id)
    interview = db.session.get_one(Interview, session.interview_id)
    criteria = tuple(
        Criterion(id=f"culture-{number}", text=text, dimension=Dimension.CULTURAL_FIT)
        for number, text in enumerate(interview.culture_criteria, start=1)
    )
    return [
        Asked(question, answer, _exchange(question, answer, plan.get(question.planned_question_id or ""), criteria))
        for question, answer in rows
    ]


def _exchange(
    question: AskedQuestion, answer: Answer | None, planned: PlannedQuestion | None, criteria: tuple[Criterion, ...]
) -> Exchange:
    """A question that the candidate's own client made up brings no reference of its own."""
    is_trusted = planned is not None or question.asked_by != ActorKind.CANDIDATE_CAPABILITY
    return Exchange(
        question_id=question.id,
        question=question.text,
        answer=answer.text if answer else "",
        type=planned.type if planned else question.type,
        difficulty=planned.difficulty if planned else question.difficulty,
        expected_answer=planned.expected_answer if planned else None,
        samples=tuple(planned.sample_answers) if planned else (),
        key_points=tuple(planned.key_points) if planned else (),
        keywords=tuple(planned.keywords if planned else question.keywords),
        criteria=criteria,
        duration_seconds=answer.duration_seconds if answer else None,
        transcript_confidence=None,
        is_trusted=is_trusted,
    )
