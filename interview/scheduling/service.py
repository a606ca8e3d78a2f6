"""Every decision about appointments: make, change, move, begin, end, call off.

Each verb holds the interview's row itself. Who conducts is checked by the doors with `panel.assert_conducts`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from sqlalchemy import bindparam, select

from interview.accounts import service as accounts
from interview.candidates import service as candidates
from interview.candidates.positions import service as positions
from interview.core import audit, clock
from interview.core.actors import Actor
from interview.core.db import append, db
from interview.scheduling import conflicts, invitations, signals, timing
from interview.scheduling.conflicts import Overlap
from interview.scheduling.errors import (
    AlreadyAssessed,
    InterviewNotFound,
    NoLongerOpen,
    NotDueYet,
    NotOpenYet,
    PlannedQuestionNotFound,
    UnknownZone,
    WrongStatus,
)
from interview.scheduling.models import (
    DEFAULT_PREPARATION_MINUTES,
    Interview,
    InterviewStatus,
    InterviewTag,
    InterviewType,
    LogEntry,
    PlannedQuestion,
)
from interview.scheduling.panel import Seat, set_panel, users_of
from interview.scheduling.transitions import move

# What people are told of an interview; a change of it is news.
TOLD = frozenset({"title", "type", "mode", "timezone", "duration_minutes", "location", "meeting_url", "panel"})
# What can still be said of an interview that has begun.
AFTERWARDS = frozenset({"notes", "tags", "score", "feedback"})
_MOVES_TIME = frozenset({"panel", "duration_minutes", "buffer_minutes"})
# Asked for every question of a session, so they are built once.
_PLANNED = select(PlannedQuestion.id).where(PlannedQuestion.interview_id == bindparam("interview_id")).limit(1)
_PLANNED_BY_ID = _PLANNED.where(PlannedQuestion.id == bindparam("asked"))
_PLANNED_BY_TEXT = _PLANNED.where(PlannedQuestion.text == bindparam("asked"))


def create(
    *,
    within: str,
    candidate_id: int,
    by: Actor,
    title: str | None = None,
    position_id: str | None = None,
    timezone: str | None = None,
    panel: Sequence[Seat] = (),
    tags: Sequence[str] = (),
    questions: Sequence[Mapping[str, Any]] = (),
    is_forced: bool = False,
    **values: Any,
) -> Interview:
    """Schedule an interview with its panel and its planned questions; takes the time of all its people.

    Its zone is the organisation's unless told. It opens `preparation_minutes` before it begins unless told.
    Raises `CandidateNotFound`, `PositionNotFound`, `PersonNotFound`, `PersonUnfit`, `UnknownZone`, and
    `InterviewConflict` unless forced.
    """
    candidate = candidates.get(candidate_id, within=within)
    if position_id is not None:
        values["position"] = values.get("position") or positions.get(position_id, within=within).title
    interview = Interview(
        organisation_id=within,
        candidate_id=candidate.id,
        candidate=candidate,
        position_id=position_id,
        title=title or _title(values.get("position"), values.get("type", InterviewType.TECHNICAL)),
        timezone=_zone(timezone or accounts.get_organisation(within).timezone),
        created_at=clock.now(),
        created_by=f"{by.kind}:{by.id}"[:64],
        **{"duration_minutes": 60, "buffer_minutes": 0, "preparation_minutes": DEFAULT_PREPARATION_MINUTES} | values,
    )
    interview.questions = _plan(questions)
    timing.keep(interview, interview.scheduled_at, previous=None)
    set_panel(interview, panel)
    _set_tags(interview, tags)
    db.session.add(interview)
    db.session.flush()
    knowingly = conflicts.book(interview, by=by, is_forced=is_forced)
    log(interview.id, "interview-scheduled", by=by, details=_overridden(knowingly))
    audit.record("interview.created", interview, by=by, organisation_id=within, **_overridden(knowingly))
    signals.interview_scheduled.announce(interview=interview, by=by)
    return interview


def _title(position: str | None, kind: str) -> str:
    name = "HR" if kind == InterviewType.HR else kind.replace("_", " ").capitalize()
    return position or f"{name} interview"


def _plan(questions: Sequence[Mapping[str, Any]]) -> list[PlannedQuestion]:
    return [PlannedQuestion(position=position, **question) for position, question in enumerate(questions, start=1)]


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _zone(name: str) -> str:
    if name not in _zones():
        raise UnknownZone(f"{name!r} is not an IANA time zone.", errors={"timezone": ["Unknown."]})
    return name


def _overridden(overlaps: Sequence[Overlap]) -> dict[str, Any]:
    """What is logged of conflicts that somebody knew of and went past."""
    return {"conflicts_overridden": sorted({one.interview_id or "elsewhere" for one in overlaps})} if overlaps else {}


def _set_tags(interview: Interview, tags: Sequence[str]) -> bool:
    """Label the interview; returns whether that changes it."""
    wanted = sorted({tag.strip().lower() for tag in tags if tag.strip()})
    before = {label.tag: label for label in interview.labels}
    interview.labels = [
        before.get(tag)
        or InterviewTag(tag=tag, organisation_id=interview.organisation_id, created_at=interview.created_at)
        for tag in wanted
    ]
    return sorted(before) != wanted


def foresee(
    *,
    within: str | None,
    scheduled_at: datetime,
    duration_minutes: int,
    buffer_minutes: int,
    candidate_id: int | None = None,
    panel: Sequence[Seat] = (),
    interview_id: str | None = None,
) -> list[Overlap]:
    """Who would not be free for an interview at a time; one that exists brings its own people and does not count.

    Raises `CandidateNotFound`, `PersonNotFound` or `InterviewNotFound`.
    """
    people = {f"user:{user_id}" for user_id in users_of(within, panel)}
    if candidate_id is not None:
        people.add(f"candidate:{candidates.get(candidate_id, within=within).id}")
    if interview_id is not None:
        there = get(interview_id, within=within)
        people |= set(there.people) if not panel else {f"candidate:{there.candidate_id}"}
    starts_at, ends_at = conflicts.stretch(
        scheduled_at, duration_minutes=duration_minutes, buffer_minutes=buffer_minutes
    )
    return conflicts.find(people, starts_at=starts_at, ends_at=ends_at, but=interview_id)


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


def change(interview: Interview, *, by: Actor, is_forced: bool = False, **values: Any) -> Interview:
    """Change what is said of an interview: all of it while it is scheduled, `AFTERWARDS` alone from then on.

    `panel` takes seats, `tags` words, `questions` a whole plan. Raises what `create` raises, and `WrongStatus`.
    """
    hold(interview.id)
    _assert_changeable(interview, values)
    if values.get("position_id"):
        values.setdefault("position", positions.get(values["position_id"], within=interview.organisation_id).title)
    if "timezone" in values:
        _zone(values["timezone"])
    panel_before = interview.interviewer_ids
    changed = {name for name, value in values.items() if _change(interview, name, value)}
    if not changed:
        return interview
    knowingly = _follow(interview, changed, by=by, is_forced=is_forced)
    told = {"fields": sorted(changed)} | _overridden(knowingly)
    log(interview.id, "interview-changed", by=by, details=told)
    audit.record("interview.changed", interview, by=by, organisation_id=interview.organisation_id, **told)
    if changed & TOLD:
        interview.sequence += 1
        _tell_panel_change(interview, before=panel_before, by=by)
        signals.interview_changed.announce(interview=interview, by=by, changes=sorted(changed & TOLD))
    return interview


def _tell_panel_change(interview: Interview, *, before: Sequence[str], by: Actor) -> None:
    joined = sorted(set(interview.interviewer_ids) - set(before))
    left = sorted(set(before) - set(interview.interviewer_ids))
    if joined or left:
        signals.panel_changed.announce(interview=interview, by=by, joined=joined, left=left)


def _assert_changeable(interview: Interview, values: Mapping[str, Any]) -> None:
    is_assessment = {"score", "feedback"} & set(values)
    if is_assessment and interview.status != InterviewStatus.COMPLETED:
        raise WrongStatus("The interview is assessed when it is completed.")
    if interview.status != InterviewStatus.SCHEDULED and set(values) - AFTERWARDS:
        raise WrongStatus(f"The interview is {interview.status}; only its notes and tags can be changed.")


def _change(interview: Interview, name: str, value: Any) -> bool:
    """Change one thing; returns whether that changes it."""
    if name == "panel":
        return set_panel(interview, value)
    if name == "tags":
        return _set_tags(interview, value)
    if name == "questions":
        interview.questions = []
        db.session.flush()  # positions are unique, and the new ones would come before the old ones go
        interview.questions = _plan(value)
        return True
    if getattr(interview, name) == value:
        return False
    if name == "preparation_minutes" and interview.opens_at == timing.opening(interview, interview.preparation_minutes):
        interview.opens_at = timing.opening(interview, value)
    setattr(interview, name, value)
    return True


def _follow(interview: Interview, changed: set[str], *, by: Actor, is_forced: bool) -> Sequence[Overlap]:
    """What a change brings with it: the end, the times of its people, who assessed it."""
    if {"score", "feedback"} & changed:
        _sign(interview, by=by)
    if not changed & _MOVES_TIME:
        return ()
    timing.keep(interview, interview.scheduled_at, previous=interview.scheduled_at)
    return conflicts.book(interview, by=by, is_forced=is_forced)


def reschedule(
    interview: Interview,
    *,
    starts_at: datetime,
    by: Actor,
    reason: str | None = None,
    zone: str | None = None,
    duration_minutes: int | None = None,
    overrides: bool = False,
    is_forced: bool = False,
) -> Interview:
    """Give an interview another time, or its first; one that nobody came to is scheduled again.

    Who schedules may override the interview's own rules, knowingly. Raises `WrongStatus`, `RescheduleNotAllowed`,
    `RescheduleTooLate`, `UnknownZone`, `InterviewConflict` unless forced, and `TimeInPast` for a candidate.
    """
    hold(interview.id)
    previous = interview.scheduled_at
    is_override = timing.assert_movable(interview, starts_at, by=by, overrides=overrides)
    if interview.status == InterviewStatus.NO_SHOW:
        move(interview, InterviewStatus.SCHEDULED)
    interview.timezone = _zone(zone or interview.timezone)
    interview.duration_minutes = duration_minutes or interview.duration_minutes
    timing.keep(interview, starts_at, previous=previous)
    knowingly = conflicts.book(interview, by=by, is_forced=is_forced)
    interview.reschedule_count += previous is not None
    interview.sequence += 1
    invitations.lengthen(interview)
    told = {"from": clock.wire(previous), "to": clock.wire(starts_at), "reason": reason, **_overridden(knowingly)}
    told |= {"rules_overridden": True} if is_override else {}
    log(interview.id, "interview-rescheduled", by=by, details=told)
    audit.record("interview.rescheduled", interview, by=by, organisation_id=interview.organisation_id, **told)
    signals.interview_rescheduled.announce(interview=interview, by=by, previous=previous)
    return interview


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
    if interview.status != InterviewStatus.IN_PROGRESS and interview.closes_at and now > interview.closes_at:
        raise NoLongerOpen(f"The interview could be started until {clock.wire(interview.closes_at)}.")


def start(
    interview: Interview,
    *,
    by: Actor,
    location: str | None = None,
    device_info: Mapping[str, Any] | None = None,
) -> Interview:
    """Begin an interview, in its window; whoever comes second finds it begun, which changes nothing.

    One that nobody had come to is begun after all. Raises `WrongStatus`, `NotOpenYet` or `NoLongerOpen`.
    """
    hold(interview.id)
    if interview.status != InterviewStatus.IN_PROGRESS:
        _begin(interview, by=by)
    if location is not None:
        interview.location = location
    if device_info is not None:
        interview.device_info = dict(device_info)
    return interview


def _begin(interview: Interview, *, by: Actor) -> None:
    was_missed = interview.status == InterviewStatus.NO_SHOW
    if interview.status in {InterviewStatus.SCHEDULED, InterviewStatus.NO_SHOW}:
        admit(interview)
    move(interview, InterviewStatus.IN_PROGRESS)
    if was_missed:
        conflicts.book(interview, by=by, is_forced=True)  # they are there; who else wanted the time has to see
        log(interview.id, "interview-reopened", by=by)
    log(interview.id, "interview-started", by=by)
    audit.record("interview.started", interview, by=by, organisation_id=interview.organisation_id)
    signals.interview_started.announce(interview=interview, by=by)


def finish(interview: Interview, *, by: Actor) -> None:
    """End an interview that is held and in progress; any other stays as it is."""
    if interview.status != InterviewStatus.IN_PROGRESS:
        return
    move(interview, InterviewStatus.COMPLETED)
    conflicts.free(interview)
    log(interview.id, "interview-completed", by=by)
    audit.record("interview.completed", interview, by=by, organisation_id=interview.organisation_id)
    signals.interview_completed.announce(interview=interview, by=by)


def complete(
    interview: Interview,
    *,
    by: Actor,
    score: float | None = None,
    feedback: Mapping[str, str] | None = None,
    notes: str | None = None,
) -> Interview:
    """End an interview and say how it went; one that has ended already can still be assessed, once.

    `score` is 0 to 100, `feedback` a text for each area. Raises `WrongStatus`, or `AlreadyAssessed`.
    """
    signals.interview_ending.announce(interview_id=interview.id)
    hold(interview.id)
    if interview.status != InterviewStatus.COMPLETED:
        _assert_under_way(interview)
        finish(interview, by=by)
    is_assessment = score is not None or bool(feedback)
    if is_assessment and interview.is_assessed:
        raise AlreadyAssessed("Who schedules interviews can correct what was said.")
    if is_assessment:
        interview.score, interview.feedback = score, dict(feedback or {})
        _sign(interview, by=by)
    if notes is not None:
        interview.notes = notes
    return interview


def _assert_under_way(interview: Interview) -> None:
    if interview.status != InterviewStatus.IN_PROGRESS:
        raise WrongStatus(f"The interview is {interview.status}; it has to be started before it ends.")


def _sign(interview: Interview, *, by: Actor) -> None:
    interview.assessed_by, interview.assessed_at = f"{by.kind}:{by.id}"[:64], clock.now()
    log(interview.id, "interview-assessed", by=by)
    audit.record("interview.assessed", interview, by=by, organisation_id=interview.organisation_id)
    signals.interview_assessed.announce(interview=interview, by=by)


def cancel(interview: Interview, *, reason: str, by: Actor) -> Interview:
    """Cancel an interview with its reason and take its tokens back; raises `WrongStatus`."""
    hold(interview.id)
    move(interview, InterviewStatus.CANCELLED)
    interview.cancelled_reason = reason
    interview.sequence += 1
    conflicts.free(interview)
    invitations.revoke_all(interview, by=by)
    log(interview.id, "interview-cancelled", by=by, details={"reason": reason})
    audit.record("interview.cancelled", interview, by=by, organisation_id=interview.organisation_id)
    signals.interview_cancelled.announce(interview=interview, by=by)
    return interview


def decline(interview: Interview, *, reason: str, by: Actor) -> Interview:
    """Call an interview off as its candidate, before it begins; raises `WrongStatus`."""
    hold(interview.id)
    if interview.status != InterviewStatus.SCHEDULED:
        raise WrongStatus(f"The interview is {interview.status}; it can be declined before it begins.")
    log(interview.id, "interview-declined", by=by)
    return cancel(interview, reason=reason, by=by)


def mark_missed(interview: Interview, *, by: Actor) -> Interview:
    """Say that nobody came; its people are free again. Raises `WrongStatus`, or `NotDueYet` before it begins."""
    hold(interview.id)
    begins_at = interview.scheduled_at if interview.status == InterviewStatus.SCHEDULED else None
    if begins_at and clock.now() < begins_at:
        raise NotDueYet(f"The interview begins at {clock.wire(begins_at)}.")
    move(interview, InterviewStatus.NO_SHOW)
    conflicts.free(interview)
    log(interview.id, "interview-missed", by=by)
    audit.record("interview.missed", interview, by=by, organisation_id=interview.organisation_id)
    signals.interview_missed.announce(interview=interview, by=by)
    return interview


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
