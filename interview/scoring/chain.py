"""Judges in a row: the first that can judge does, and the judgement says who it was."""

from __future__ import annotations

from collections.abc import Sequence

from interview.core import clock
from interview.scoring.analyser import Analyser, AnalyserUnavailable
from interview.scoring.exchange import Exchange
from interview.scoring.judgement import Judgement
from interview.scoring.runs import KeepsRuns, Outcome, Run, Unjudged


class ChainAnalyser:
    """Asks each analyser in turn until one judges; put one last that always can."""

    def __init__(self, analysers: Sequence[Analyser]) -> None:
        if not analysers:
            raise ValueError("a chain needs at least one analyser")
        self._analysers = tuple(analysers)

    @property
    def name(self) -> str:
        """The analysers' names in order."""
        return " > ".join(analyser.name for analyser in self._analysers)

    def judge(self, exchange: Exchange) -> Judgement:
        """Judge the exchange; raises `AnalyserUnavailable` when none can."""
        return self.judge_with_runs(exchange)[0]

    def judge_with_runs(self, exchange: Exchange) -> tuple[Judgement, tuple[Run, ...]]:
        """Judge and account for every try of every analyser asked; raises `Unjudged` with the runs when none can."""
        runs: list[Run] = []
        for analyser in self._analysers:
            try:
                judgement, further = _judged(analyser, exchange)
            except Unjudged as failure:
                runs += failure.runs
            else:
                return judgement, (*runs, *further)
        causes = dict.fromkeys(f"{run.analyser}: {run.error}" for run in runs)
        raise Unjudged("; ".join(causes), tuple(runs))


def _judged(analyser: Analyser, exchange: Exchange) -> tuple[Judgement, tuple[Run, ...]]:
    """The judgement with its runs; raises `Unjudged` with them."""
    if isinstance(analyser, KeepsRuns):
        return analyser.judge_with_runs(exchange)
    started_at = clock.now()
    try:
        judgement = analyser.judge(exchange)
    except AnalyserUnavailable as cause:
        failed = Run(
            analyser=analyser.name,
            started_at=started_at,
            ended_at=clock.now(),
            outcome=Outcome.UNAVAILABLE,
            error=str(cause),
        )
        raise Unjudged(str(cause), (failed,)) from cause
    return judgement, (
        Run(analyser=analyser.name, started_at=started_at, ended_at=clock.now(), outcome=Outcome.JUDGED),
    )
