"""When an interview is: its window, and whether it may be moved."""

from __future__ import annotations

from datetime import datetime, timedelta

from interview.core import clock
from interview.core.actors import Actor
from interview.scheduling.errors import RescheduleNotAllowed, RescheduleTooLate, TimeInPast, WrongStatus
from interview.scheduling.models import Interview, InterviewStatus
from interview.scheduling.panel import schedules


def keep(interview: Interview, starts_at: datetime | None, *, previous: datetime | None) -> None:
    """Set the beginning and what follows from it; the window in which it can be begun moves along."""
    interview.scheduled_at = starts_at
    interview.ends_at = None
    if starts_at is None:
        return
    interview.ends_at = starts_at + timedelta(minutes=interview.duration_minutes)
    if previous is not None:
        shift = starts_at - previous
        interview.opens_at = interview.opens_at and interview.opens_at + shift
        interview.closes_at = interview.closes_at and interview.closes_at + shift
    interview.opens_at = interview.opens_at or starts_at - timedelta(minutes=interview.preparation_minutes)


def opening(interview: Interview, preparation_minutes: int) -> datetime | None:
    """When an interview opens unless told otherwise: its preparation before its beginning."""
    return interview.scheduled_at and interview.scheduled_at - timedelta(minutes=preparation_minutes)


def assert_movable(interview: Interview, starts_at: datetime, *, by: Actor, overrides: bool) -> bool:
    """Check the interview's own rules; returns whether somebody went past them, as who schedules may.

    Raises `WrongStatus`, `RescheduleNotAllowed`, `RescheduleTooLate`, and `TimeInPast` for a candidate.
    """
    if interview.status not in {InterviewStatus.SCHEDULED, InterviewStatus.NO_SHOW}:
        raise WrongStatus(f"The interview is {interview.status}; it cannot be moved.")
    if not schedules(by) and starts_at <= clock.now():
        raise TimeInPast("Choose a time to come.", errors={"scheduledAt": ["Has passed."]})
    refusal = _refusal_to_move(interview)
    if refusal is None or interview.scheduled_at is None:
        return False
    if interview.status == InterviewStatus.NO_SHOW and schedules(by):
        return False  # its deadline has passed by itself; giving it another time is the decision
    if overrides and schedules(by):
        return True
    raise refusal


def _refusal_to_move(interview: Interview) -> RescheduleNotAllowed | RescheduleTooLate | None:
    if not interview.allows_reschedule:
        return RescheduleNotAllowed("Its time was fixed when it was made.")
    if interview.scheduled_at is None:
        return None
    deadline = interview.scheduled_at - timedelta(hours=interview.reschedule_deadline_hours)
    if clock.now() <= deadline:
        return None
    return RescheduleTooLate(f"It could be moved until {clock.wire(deadline)}.", deadline=clock.wire(deadline))


def may_be_moved(interview: Interview) -> bool:
    """Whether its own rules let the interview be moved now."""
    return interview.status == InterviewStatus.SCHEDULED and _refusal_to_move(interview) is None
