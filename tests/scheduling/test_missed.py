"""Who did not come: the round that looks every minute."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from interview.core import clock, current
from interview.core.db import db, unit_of_work
from interview.scheduling import missed
from interview.scheduling.models import Booking, Interview, InterviewMode, InterviewStatus, LogEntry
from tests.factories import interviews


def over(minutes: float, *, entered_before: float = 600, **values: object) -> str:
    """The id of an interview of an hour whose end passed some minutes ago; returns its id."""
    ends_at = clock.now() - timedelta(minutes=minutes)
    made = interviews.invited(scheduled_at=ends_at - timedelta(minutes=60), agreed=()).interview
    with unit_of_work():
        interview = db.session.get_one(Interview, made.id)
        interview.created_at = clock.now() - timedelta(minutes=entered_before)
        for name, value in values.items():
            setattr(interview, name, value)
    return made.id


def round_of_one() -> int:
    """Let the round run once."""
    with unit_of_work():
        return missed.mark_missed()


def status_of(interview_id: str) -> str:
    """Where an interview stands."""
    return db.session.scalars(select(Interview.status).where(Interview.id == interview_id)).one()


@pytest.mark.usefixtures("app")
class TestRound:
    """What is marked."""

    def test_nobody_came(self) -> None:
        interview_id = over(16)

        assert round_of_one() == 1 and status_of(interview_id) == "no_show"
        assert db.session.scalars(select(Booking)).all() == []
        assert db.session.scalars(select(LogEntry.actor).where(LogEntry.event == "interview-missed")).one() == (
            "system:system"
        )

    def test_a_second_round_finds_nothing(self) -> None:
        over(16)

        assert [round_of_one(), round_of_one()] == [1, 0]

    @pytest.mark.parametrize(
        "make",
        [
            lambda: over(14),
            lambda: over(16, mode=InterviewMode.IN_PERSON),
            lambda: over(16, status=InterviewStatus.IN_PROGRESS),
            lambda: over(16, status=InterviewStatus.COMPLETED),
            lambda: over(16, status=InterviewStatus.CANCELLED),
            lambda: over(16, entered_before=10),
            lambda: over(16, scheduled_at=None, ends_at=None),
        ],
        ids=["not yet", "in person", "begun", "over", "cancelled", "entered afterwards", "without a time"],
    )
    def test_what_is_left_alone(self, make: Callable[[], str]) -> None:
        interview_id = make()
        before = status_of(interview_id)

        assert (round_of_one(), status_of(interview_id)) == (0, before)

    def test_only_so_many_at_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(missed, "AT_ONCE", 2)
        made = [over(minutes) for minutes in (20, 40, 30)]

        assert round_of_one() == 2 and [status_of(one) for one in made] == ["scheduled", "no_show", "no_show"]

    def test_the_operator_decides_how_long(self) -> None:
        assert current.settings().no_show_minutes == 15
