"""Work that comes round again: one job for each slot of time, whoever submits it first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from interview.core import clock
from interview.core.jobs import ledger
from interview.core.jobs.handlers import Handler, Run, handles


@dataclass(frozen=True, slots=True)
class Round:
    """A kind of job and how often it comes round, in seconds."""

    kind: str
    seconds: int


_rounds: dict[str, Round] = {}


def every(seconds: int, kind: str) -> Callable[[Callable[[], object]], Callable[[], object]]:
    """Have a function called inside a transaction each time its slot comes round, and once at start-up."""

    def register(function: Callable[[], object]) -> Callable[[], object]:
        _rounds[kind] = Round(kind, seconds)
        handles(kind)(_as_handler(function))
        return function

    return register


def _as_handler(function: Callable[[], object]) -> Handler:
    def handler(run: Run) -> None:
        with run.last_step():
            function()

    return handler


def submit_due() -> None:
    """Submit this slot's job of every round, in the present transaction; the sweep delivers the new ones."""
    now = int(clock.now().timestamp())
    for one in _rounds.values():
        ledger.submit(one.kind, key=f"{one.kind}:{now // one.seconds}", args={}, max_attempts=3)
