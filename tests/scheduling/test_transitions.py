"""The state machine of an interview, as a truth table."""

from __future__ import annotations

import pytest

from interview.scheduling.errors import WrongStatus
from interview.scheduling.models import Interview
from interview.scheduling.models import InterviewStatus as Status
from interview.scheduling.transitions import move

MAY = {
    ("scheduled", "in_progress"),
    ("scheduled", "cancelled"),
    ("scheduled", "no_show"),
    ("in_progress", "completed"),
    ("in_progress", "cancelled"),
    ("no_show", "scheduled"),
}


@pytest.mark.parametrize("origin", list(Status))
@pytest.mark.parametrize("to", list(Status))
def test_every_pair(origin: Status, to: Status) -> None:
    """What may follow what."""
    interview = Interview(status=origin)
    if (origin.value, to.value) in MAY:
        move(interview, to)
        assert interview.status == to
    else:
        with pytest.raises(WrongStatus):
            move(interview, to)
        assert interview.status == origin


def test_times_are_stamped() -> None:
    """Beginning and end are known from the moves."""
    interview = Interview(status=Status.SCHEDULED)
    move(interview, Status.IN_PROGRESS)
    move(interview, Status.COMPLETED)

    assert interview.started_at <= interview.ended_at
