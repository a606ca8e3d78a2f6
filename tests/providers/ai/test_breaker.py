"""The circuit breaker."""

from __future__ import annotations

import pytest

from interview.providers.ai.breaker import Breaker, CircuitOpen
from tests.providers.ai.clockwork import Clockwork


@pytest.fixture
def time() -> Clockwork:
    return Clockwork()


@pytest.fixture
def breaker(time: Clockwork) -> Breaker:
    return Breaker(failures=3, pause_seconds=30, pace=time.pace)


class TestAdmit:
    def test_closed_below_the_limit(self, breaker: Breaker) -> None:
        for _ in range(2):
            breaker.failed()

        breaker.admit()

    def test_success_starts_the_count_anew(self, breaker: Breaker) -> None:
        for _ in range(3):
            breaker.failed()
            breaker.failed()
            breaker.succeeded()

        breaker.admit()

    def test_open(self, breaker: Breaker, time: Clockwork) -> None:
        for _ in range(3):
            breaker.failed()
        time.seconds += 10

        with pytest.raises(CircuitOpen) as caught:
            breaker.admit()

        assert caught.value.retry_after == 20

    def test_half_open_lets_one_through(self, breaker: Breaker, time: Clockwork) -> None:
        for _ in range(3):
            breaker.failed()
        time.seconds += 30

        breaker.admit()

        with pytest.raises(CircuitOpen):
            breaker.admit()

    def test_trial_that_succeeds_closes(self, breaker: Breaker, time: Clockwork) -> None:
        for _ in range(3):
            breaker.failed()
        time.seconds += 30
        breaker.admit()
        breaker.succeeded()

        breaker.admit()
        breaker.admit()

    def test_trial_that_fails_opens_for_another_pause(self, breaker: Breaker, time: Clockwork) -> None:
        for _ in range(3):
            breaker.failed()
        time.seconds += 30
        breaker.admit()
        time.seconds += 5
        breaker.failed()
        time.seconds += 29

        with pytest.raises(CircuitOpen):
            breaker.admit()

    def test_trial_that_never_reports_back(self, breaker: Breaker, time: Clockwork) -> None:
        """A caller that died during its trial does not keep the supplier shut out."""
        for _ in range(3):
            breaker.failed()
        time.seconds += 30
        breaker.admit()
        time.seconds += 30

        breaker.admit()
