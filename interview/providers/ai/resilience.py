"""What every supplier needs around its one method: retries, a total deadline, a breaker, the budget, the cost."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from interview.providers.ai.breaker import Breaker
from interview.providers.ai.budget import Budget
from interview.providers.ai.pace import Pace
from interview.providers.ai.port import Capabilities, ModelRefused, ModelUnavailable, Prompt, Reply, Schema, Supplier

FIRST_WAIT_SECONDS = 0.5
LONGEST_WAIT_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Price:
    """What a supplier charges, in US dollars for a million tokens."""

    tokens_in_usd: float
    tokens_out_usd: float

    def of(self, reply: Reply) -> float:
        """The cost of one reply in US dollars."""
        return (reply.tokens_in * self.tokens_in_usd + reply.tokens_out * self.tokens_out_usd) / 1_000_000


@dataclass(frozen=True, slots=True)
class Resilient:
    """A supplier made into a `LanguageModel`; safe to share between threads when the supplier is."""

    supplier: Supplier
    budget: Budget
    breaker: Breaker = field(default_factory=Breaker)
    price: Price | None = None
    most_tries: int = 3
    pace: Pace = field(default_factory=Pace)

    @property
    def name(self) -> str:
        """Supplier and model, as `supplier:model`."""
        return self.supplier.name

    @property
    def capabilities(self) -> Capabilities:
        """What the supplier can do."""
        return self.supplier.capabilities

    def generate(self, prompt: Prompt, *, schema: Schema, timeout_seconds: float) -> Reply:
        """Ask, and ask again after failures that may pass, within `timeout_seconds` in all.

        Raises `ModelUnavailable` (also when the breaker is open or the budget spent) or `ModelRefused`.
        """
        deadline = self.pace.now() + timeout_seconds
        tries = 0
        while True:
            self.breaker.admit()
            self.budget.take(most_seconds=deadline - self.pace.now())
            tries += 1
            try:
                return self._ask(prompt, schema, deadline)
            except ModelUnavailable as failure:
                wait = self._wait(tries, failure.retry_after)
                if tries >= self.most_tries or self.pace.now() + wait >= deadline:
                    raise
            self.pace.sleep(wait)

    def _ask(self, prompt: Prompt, schema: Schema, deadline: float) -> Reply:
        try:
            reply = self.supplier.ask(prompt, schema=schema, timeout_seconds=deadline - self.pace.now())
        except ModelUnavailable:
            self.breaker.failed()
            raise
        except ModelRefused:
            # The supplier is there and answers; only this request is not to its liking.
            self.breaker.succeeded()
            raise
        self.breaker.succeeded()
        return replace(reply, cost_usd=self.price.of(reply)) if self.price else reply

    def _wait(self, tries: int, retry_after: float | None) -> float:
        """Exponential back-off with full jitter (Brooker, AWS Architecture Blog, 2015), never before `Retry-After`."""
        backoff = min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2.0 ** (tries - 1)) * self.pace.chance()
        return max(backoff, retry_after or 0.0)
