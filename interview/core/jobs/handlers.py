"""What a job does: features register one function per kind; a run commits only under its fence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from interview.core.db import unit_of_work
from interview.core.jobs import ledger
from interview.core.jobs.ledger import Claim


class GiveUp(Exception):
    """Trying again cannot help; the job fails now."""


class Run:
    """One attempt at a job. Slow work happens outside its transactions; each of them holds only under the fence."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        self.args = claim.args
        self.is_finished = False

    @contextmanager
    def step(self) -> Iterator[None]:
        """A transaction for partial results; raises `LostLease` when another worker took over."""
        with unit_of_work():
            ledger.assert_held(self.claim)
            yield

    def credit(self) -> None:
        """Say within a step that it will not be done again: a worker lost from here on does not count."""
        ledger.credit(self.claim)

    @contextmanager
    def last_step(self) -> Iterator[None]:
        """The transaction that holds the effect and marks the job done."""
        with unit_of_work():
            ledger.finish(self.claim)
            yield
        self.is_finished = True


Handler = Callable[[Run], None]
OnFailure = Callable[[Run, str], None]


@dataclass(frozen=True, slots=True)
class Registration:
    """A kind of job: its function, and what to write when it has failed for good."""

    handler: Handler
    on_failure: OnFailure | None


_registered: dict[str, Registration] = {}


def handles(kind: str, *, on_failure: OnFailure | None = None) -> Callable[[Handler], Handler]:
    """Register a function for a kind of job; `on_failure` runs in the transaction that marks the job failed."""

    def register(handler: Handler) -> Handler:
        _registered[kind] = Registration(handler, on_failure)
        return handler

    return register


def registered(kind: str) -> Registration:
    """The registration of a kind; raises `KeyError` for one nobody handles."""
    return _registered[kind]


def kinds() -> tuple[str, ...]:
    """Every kind that is handled."""
    return tuple(sorted(_registered))
