"""What is kept of every question put to a judge, whether it answered or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol, runtime_checkable

from interview.scoring.analyser import AnalyserUnavailable
from interview.scoring.exchange import Exchange
from interview.scoring.judgement import Judgement


class Outcome(StrEnum):
    """How a run ended; values are stable words."""

    JUDGED = "judged"
    INVALID = "invalid"
    UNAVAILABLE = "unavailable"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One try of one judge: what was asked by hash, what came back, what it cost and why it failed.

    `model` and the hashes are None for a judge that asks no model; `output` is a model's reply word for word
    and holds the candidate's words, so it is kept and erased with the answer.
    """

    analyser: str
    started_at: datetime
    ended_at: datetime
    outcome: Outcome
    model: str | None = None
    prompt_sha256: str | None = None
    input_sha256: str | None = None
    output: str | None = None
    tokens_in: int = 0
    tokens_out: int = 0
    cost_usd: float | None = None
    error: str | None = None

    @property
    def milliseconds(self) -> float:
        """How long the try took."""
        return (self.ended_at - self.started_at).total_seconds() * 1000


class Unjudged(AnalyserUnavailable):
    """No valid judgement; `runs` are the tries that led there."""

    def __init__(self, cause: str, runs: tuple[Run, ...]) -> None:
        super().__init__(cause)
        self.runs = runs


@runtime_checkable
class KeepsRuns(Protocol):
    """An analyser that accounts for its tries."""

    def judge_with_runs(self, exchange: Exchange) -> tuple[Judgement, tuple[Run, ...]]:
        """Judge and account; raises `Unjudged`, which carries the runs."""
        ...
