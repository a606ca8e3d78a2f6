"""The budget of calls a minute."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview.providers.ai.budget import WINDOW_SECONDS, Budget, BudgetSpent
from interview.providers.ai.pace import Pace
from tests.providers.ai.clockwork import Clockwork


class TestTake:
    def test_within_the_budget(self) -> None:
        time = Clockwork()
        budget = Budget(100, pace=time.pace)

        for _ in range(100):
            budget.take(most_seconds=0)

        assert time.slept == []

    def test_waits_for_the_next_free_call(self) -> None:
        time = Clockwork()
        budget = Budget(2, pace=time.pace)
        budget.take(most_seconds=0)
        time.seconds += 20
        budget.take(most_seconds=0)

        budget.take(most_seconds=60)

        assert time.slept == [WINDOW_SECONDS - 20]

    def test_spent(self) -> None:
        """When the wait would pass the deadline nobody waits, and the caller learns when to come back."""
        time = Clockwork()
        budget = Budget(1, pace=time.pace)
        budget.take(most_seconds=0)

        with pytest.raises(BudgetSpent) as caught:
            budget.take(most_seconds=59)

        assert caught.value.retry_after == 60
        assert time.slept == []

    def test_refused_call_costs_nothing(self) -> None:
        time = Clockwork()
        budget = Budget(1, pace=time.pace)
        budget.take(most_seconds=0)
        for _ in range(5):
            with pytest.raises(BudgetSpent):
                budget.take(most_seconds=1)
        time.seconds += WINDOW_SECONDS

        budget.take(most_seconds=0)

        assert time.slept == []

    @given(st.lists(st.floats(0, 90, allow_nan=False), max_size=40), st.integers(1, 5))
    def test_never_more_in_any_minute(self, gaps: list[float], calls: int) -> None:
        """Whatever the rhythm of callers, no window of a minute holds more calls than the budget."""
        time = Clockwork()
        budget = Budget(calls, pace=time.pace)
        starts: list[float] = []
        for gap in gaps:
            time.seconds += gap
            budget.take(most_seconds=1000)
            starts.append(time.seconds)

        assert all(later - earlier >= 59.999 for earlier, later in zip(starts, starts[calls:], strict=False))

    def test_threads_share_it(self) -> None:
        """Threads that ask at the same moment get the budget between them, not each."""
        budget = Budget(10, pace=Pace(now=lambda: 0.0, sleep=lambda _: None))

        def taken(_: int) -> bool:
            try:
                budget.take(most_seconds=0)
            except BudgetSpent:
                return False
            return True

        with ThreadPoolExecutor(8) as pool:
            results = list(pool.map(taken, range(50)))

        assert results.count(True) == 10

    def test_no_budget(self) -> None:
        with pytest.raises(ValueError, match="at least one"):
            Budget(0)
