"""Every decision about appointments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import available_timezones

from sqlalchemy import ColumnElement, bindparam, func, select

from interview.candidates import service as candidates
from interview.candidates.models import Candidate
from interview.core import audit, clock, current
from interview.core.actors import Actor
from interview.core.db import append, db
from interview.core.pages import Page, page
from interview.scheduling import invitations
from interview.scheduling.errors import (
    InterviewNotFound,
    NoLongerOpen,
    NotOpenYet,
    PlannedQuestionNotFound,
    UnknownZone,
)
from interview.scheduling.models import Interview, InterviewStatus, LogEntry, PlannedQuestion
from interview.scheduling.transitions import move

# Asked for every question of a session, so they are built once.
_PLANNED = select(PlannedQuestion.id).where(PlannedQuestion.interview_id == bindparam("interview_id")).limit(1)
_PLANNED_BY_ID = _PLANNED.where(PlannedQuestion.id == bindparam("asked"))
_PLANNED_BY_TEXT = _PLANNED.where(PlannedQuestion.text == bindparam("asked"))


def create(
    *, within: str, candidate_id: int, by: Actor, questions: Sequence[Mapping[str, Any]] = (), **values: Any
) -> Interview:
    """Schedule an interview with its planned questions; raises `CandidateNotFound` or `UnknownZone`."""
    zone = values.get("timezone", "UTC")
    if zone not in available_timezones():
        raise UnknownZone(f"{zone!r} is not an IANA time zone.", errors={"timezone": ["Unknown."]})
    candidate = candidates.get(candidate_id, within=within)
    interview = Interview(organisation_id=within, candidate_id=candidate.id, **values)
    interview.questions = [
        PlannedQuestion(position=position, **question) for position, question in enumerate(questions, start=1)
    ]
    db.session.add(interview)
    db.session.flush()
    log(interview.id, "interview-scheduled", by=by)
    audit.record("interview.created", interview, by=by, organisation_id=within)
    return interview


def get(interview_id: str, *, within: str | None) -> Interview:
    """An interview of this organisation; raises `InterviewNotFound`, for another organisation's too."""
    query = select(Interview).where(Interview.id == interview_id, Interview.organisation_id == within)
    interview = db.session.scalar(query)
    if interview is None:
        raise InterviewNotFound("There is no such interview.")
    return interview


def hold(interview_id: str) -> Interview:
    """The interview, held against other writers until the end of the transaction."""
    query = select(Interview).where(Interview.id == interview_id).with_for_update(of=Interview)
    return db.session.scalars(query.execution_options(populate_existing=True)).one()


def list_interviews(
    *,
    within: str | None,
    limit: int,
    cursor: str | None,
    status: str | None = None,
    candidate_id: int | None = None,
    search: str | None = None,
) -> Page[Interview]:
    """The organisation's interviews, newest first; `search` is the beginning of a title or of a candidate's name."""
    query = select(Interview).where(Interview.organisation_id == within)
    if status:
        query = query.where(Interview.status == status)
    if candidate_id is not None:
        query = query.where(Interview.candidate_id == candidate_id)
    if search and (start := search.strip().lower()):
        query = query.where(_begins_with(start, within=within))
    return page(
        query,
        newest_by=Interview.created_at,
        id_column=Interview.id,
        limit=limit,
        cursor=cursor,
        signed_with=current.keyring().derive("cursors"),
    )


def _begins_with(start: str, *, within: str | None) -> ColumnElement[bool]:
    """The list is read in the order of its index; a candidate's name is looked at apart, so that no row is doubled."""
    named = select(Candidate.id).where(
        Candidate.organisation_id == within, func.lower(Candidate.name).startswith(start, autoescape=True)
    )
    return func.lower(Interview.title).startswith(start, autoescape=True) | Interview.candidate_id.in_(named)


def find_planned(interview_id: str, *, text: str, question_id: str | None) -> str | None:
    """The planned question that is being asked: the one named, or the one with this very text.

    Raises `PlannedQuestionNotFound` for a name that the plan does not have.
    """
    asked = {"interview_id": interview_id, "asked": question_id or text}
    found = db.session.connection().scalar(_PLANNED_BY_ID if question_id else _PLANNED_BY_TEXT, asked)
    if question_id and found is None:
        raise PlannedQuestionNotFound("The interview's plan has no such question.")
    return found


def planned_questions(interview_id: str) -> dict[str, PlannedQuestion]:
    """The interview's plan by id."""
    query = select(PlannedQuestion).where(PlannedQuestion.interview_id == interview_id)
    return {question.id: question for question in db.session.scalars(query)}


def admit(interview: Interview) -> None:
    """Check that the interview may be begun or resumed now; raises `NotOpenYet` or `NoLongerOpen`."""
    now = clock.now()
    if interview.opens_at and now < interview.opens_at:
        raise NotOpenYet(f"The interview opens at {clock.wire(interview.opens_at)}.")
    if interview.status == InterviewStatus.SCHEDULED and interview.closes_at and now > interview.closes_at:
        raise NoLongerOpen(f"The interview could be started until {clock.wire(interview.closes_at)}.")


def cancel(interview: Interview, *, reason: str, by: Actor) -> None:
    """Cancel an interview with its reason and take its tokens back; raises `WrongStatus`."""
    move(interview, InterviewStatus.CANCELLED)
    interview.cancelled_reason = reason
    invitations.revoke_all(interview, by=by)
    log(interview.id, "interview-cancelled", by=by, details={"reason": reason})
    audit.record("interview.cancelled", interview, by=by, organisation_id=interview.organisation_id)


def log(
    interview_id: str,
    event: str,
    *,
    by: Actor,
    session_id: str | None = None,
    details: Mapping[str, Any] | None = None,
) -> LogEntry:
    """Append one line to the interview's log."""
    entry = LogEntry(
        interview_id=interview_id,
        session_id=session_id,
        event=event,
        details=dict(details or {}),
        actor=f"{by.kind}:{by.id}"[:100],
        at=clock.now(),
    )
    append(entry)
    return entry


def session_log(session_id: str, *, limit: int = 2000) -> list[LogEntry]:
    """The log lines of one recording session, oldest first."""
    query = select(LogEntry).where(LogEntry.session_id == session_id).order_by(LogEntry.id).limit(limit)
    return list(db.session.scalars(query))
