"""A furnished demonstration: something on every page, and what is told of it as before."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from interview.candidates.lots.models import Lot
from interview.candidates.models import Candidate, Stage
from interview.core import clock
from interview.core.db import db
from interview.notifications.models import Message
from interview.scheduling import demo, scenery
from interview.scheduling.models import Interview

pytestmark = pytest.mark.usefixtures("app")
FRIDAY, SUNDAY = datetime(2026, 11, 20, 12, tzinfo=UTC), datetime(2026, 11, 22, 12, tzinfo=UTC)


def count(model: type[Candidate | Interview | Lot | Message]) -> int:
    """How many rows there are."""
    return db.session.scalar(select(func.count()).select_from(model)) or 0


class TestFurnished:
    """flask demo --furnished, as the first start makes it."""

    def test_shows_something_everywhere(self) -> None:
        told = demo.make_new(is_furnished=True)

        interviews = db.session.scalars(select(Interview)).all()
        assert {one.status for one in interviews} == {"scheduled", "completed"}
        assert set(db.session.scalars(select(Candidate.stage))) == set(Stage) - {Stage.WITHDRAWN}
        assert sorted(db.session.scalars(select(Lot.member_count))) == [0, 3]
        assert count(Message) > 0
        assert told["candidate_id"] == db.session.scalar(select(func.max(Candidate.id)))

    def test_stands_beside_another(self) -> None:
        first, second = demo.make_new(is_furnished=True), demo.make_new(is_furnished=True)

        assert first["organisation_id"] != second["organisation_id"]

    def test_is_bare_unless_asked_for(self) -> None:
        told = demo.make_new()

        assert (count(Candidate), count(Interview), count(Lot), count(Message)) == (1, 1, 0, 0)
        assert set(told) == set(demo.make_new(is_furnished=True))


class TestDays:
    """Working days from today."""

    @pytest.mark.parametrize(
        ("today", "days", "expected"),
        [(FRIDAY, 1, 23), (FRIDAY, -1, 19), (SUNDAY, 1, 23), (SUNDAY, -1, 20), (SUNDAY, -2, 19), (FRIDAY, 5, 27)],
    )
    def test_leave_weekends_out(
        self, monkeypatch: pytest.MonkeyPatch, today: datetime, days: int, expected: int
    ) -> None:
        monkeypatch.setattr(clock, "now", lambda: today)

        assert scenery._at(days, 9) == datetime(2026, 11, expected, 9, tzinfo=UTC)
