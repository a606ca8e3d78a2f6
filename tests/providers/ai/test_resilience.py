"""Retries, the total deadline, the breaker, the budget and the cost around a supplier."""

from __future__ import annotations

from typing import Any

import pytest

from interview.providers.ai.breaker import Breaker, CircuitOpen
from interview.providers.ai.budget import Budget, BudgetSpent
from interview.providers.ai.fake import Fake
from interview.providers.ai.port import Capabilities, ModelRefused, ModelUnavailable, Prompt, Reply
from interview.providers.ai.resilience import Price, Resilient
from tests.providers.ai.clockwork import Clockwork

PROMPT = Prompt("do", "this")
REPLY = Reply("{}", "m-1", tokens_in=1_000_000, tokens_out=500_000)


def resilient(supplier: Fake, time: Clockwork, **given: Any) -> Resilient:
    given = {"budget": Budget(100, pace=time.pace), "breaker": Breaker(pace=time.pace)} | given
    return Resilient(supplier, pace=time.pace, **given)


def generate(model: Resilient, *, timeout_seconds: float = 60.0) -> Reply:
    return model.generate(PROMPT, schema={}, timeout_seconds=timeout_seconds)


class TestGenerate:
    def test_first_try(self) -> None:
        time, supplier = Clockwork(), Fake([REPLY])

        assert generate(resilient(supplier, time)) == REPLY
        assert supplier.asked == [PROMPT]
        assert time.slept == []

    def test_retries_with_growing_waits(self) -> None:
        time, supplier = Clockwork(), Fake([ModelUnavailable("500"), ModelUnavailable("500"), REPLY])

        assert generate(resilient(supplier, time)) == REPLY
        assert time.slept == [0.5, 1.0]

    def test_each_try_gets_what_is_left(self) -> None:
        """The deadline is of all tries together."""
        time, supplier = Clockwork(), Fake([ModelUnavailable("500"), REPLY])

        generate(resilient(supplier, time), timeout_seconds=10)

        assert supplier.timeouts == [10, 9.5]

    def test_gives_up_after_its_tries(self) -> None:
        time, supplier = Clockwork(), Fake([ModelUnavailable(str(number)) for number in range(5)])

        with pytest.raises(ModelUnavailable, match="2"):
            generate(resilient(supplier, time))

        assert len(supplier.asked) == 3

    def test_refusal_is_not_retried(self) -> None:
        time, supplier = Clockwork(), Fake([ModelRefused("401"), REPLY])

        with pytest.raises(ModelRefused):
            generate(resilient(supplier, time))

        assert len(supplier.asked) == 1

    def test_waits_as_long_as_the_supplier_asks(self) -> None:
        time, supplier = Clockwork(), Fake([ModelUnavailable("429", retry_after=7), REPLY])

        generate(resilient(supplier, time))

        assert time.slept == [7]

    def test_does_not_wait_past_the_deadline(self) -> None:
        """A wait that ends too late is not begun: the next judge has the time instead."""
        time, supplier = Clockwork(), Fake([ModelUnavailable("429", retry_after=7), REPLY])

        with pytest.raises(ModelUnavailable):
            generate(resilient(supplier, time), timeout_seconds=7)

        assert time.slept == []

    def test_breaker_opens(self) -> None:
        """A supplier that failed often enough in a row is not asked at all."""
        time = Clockwork()
        supplier = Fake([ModelUnavailable("500") for _ in range(9)])
        model = resilient(supplier, time, breaker=Breaker(failures=3, pace=time.pace))
        with pytest.raises(ModelUnavailable):
            generate(model)

        with pytest.raises(CircuitOpen):
            generate(model)

        assert len(supplier.asked) == 3

    def test_refusals_leave_the_breaker_closed(self) -> None:
        """One candidate's text that a supplier does not take shuts nobody else out."""
        time = Clockwork()
        supplier = Fake([*[ModelRefused("400") for _ in range(5)], REPLY])
        model = resilient(supplier, time, breaker=Breaker(failures=2, pace=time.pace))
        for _ in range(5):
            with pytest.raises(ModelRefused):
                generate(model)

        assert generate(model) == REPLY

    def test_refusal_is_an_answer(self) -> None:
        """A supplier that refuses is there: failures before and after do not add up."""
        time = Clockwork()
        supplier = Fake([ModelUnavailable("500"), ModelRefused("400"), ModelUnavailable("500"), REPLY])
        model = resilient(supplier, time, breaker=Breaker(failures=2, pace=time.pace), most_tries=1)
        for failure in (ModelUnavailable, ModelRefused, ModelUnavailable):
            with pytest.raises(failure):
                generate(model)

        assert generate(model) == REPLY

    def test_retries_count_against_the_budget(self) -> None:
        time, supplier = Clockwork(), Fake([ModelUnavailable("500"), REPLY])
        budget = Budget(1, pace=time.pace)

        with pytest.raises(BudgetSpent):
            generate(resilient(supplier, time, budget=budget), timeout_seconds=30)

        assert len(supplier.asked) == 1

    def test_suppliers_share_the_budget(self) -> None:
        time = Clockwork()
        budget = Budget(1, pace=time.pace)
        generate(resilient(Fake([REPLY]), time, budget=budget))

        with pytest.raises(BudgetSpent):
            generate(resilient(Fake([REPLY]), time, budget=budget), timeout_seconds=30)

    def test_cost(self) -> None:
        model = resilient(Fake([REPLY]), Clockwork(), price=Price(tokens_in_usd=0.4, tokens_out_usd=1.6))

        assert generate(model).cost_usd == pytest.approx(1.2)

    def test_no_price_no_cost(self) -> None:
        assert generate(resilient(Fake([REPLY]), Clockwork())).cost_usd is None

    def test_speaks_for_its_supplier(self) -> None:
        model = resilient(Fake(name="fake:one"), Clockwork())

        assert (model.name, model.capabilities) == ("fake:one", Capabilities())
