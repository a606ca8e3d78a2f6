"""The one state machine of an interview, for all dialects."""

from __future__ import annotations

from interview.core import clock
from interview.scheduling.errors import WrongStatus
from interview.scheduling.models import Interview
from interview.scheduling.models import InterviewStatus as Status

ALLOWED: dict[Status, frozenset[Status]] = {
    Status.SCHEDULED: frozenset({Status.IN_PROGRESS, Status.CANCELLED, Status.NO_SHOW}),
    Status.IN_PROGRESS: frozenset({Status.COMPLETED, Status.CANCELLED}),
    Status.COMPLETED: frozenset(),
    Status.CANCELLED: frozenset(),
    # Who comes late begins it after all; who schedules gives it another time.
    Status.NO_SHOW: frozenset({Status.SCHEDULED, Status.IN_PROGRESS}),
}


def move(interview: Interview, to: Status) -> None:
    """Move an interview to another status and stamp the time; raises `WrongStatus`."""
    present = Status(interview.status)
    if to not in ALLOWED[present]:
        raise WrongStatus(f"The interview is {present.value}; it cannot become {to.value}.")
    interview.status = to
    if to is Status.IN_PROGRESS:
        interview.started_at = clock.now()
    elif to in {Status.COMPLETED, Status.CANCELLED}:
        interview.ended_at = clock.now()
