"""The port every judge implements, the offline one and those that ask a language model."""

from __future__ import annotations

from typing import Protocol

from interview.scoring.exchange import Exchange
from interview.scoring.judgement import Judgement


class Analyser(Protocol):
    """Judges one exchange at a time; deterministic judges give the same judgement for the same exchange."""

    @property
    def name(self) -> str:
        """Name and version, as `name/version`; stored with each judgement."""
        ...

    def judge(self, exchange: Exchange) -> Judgement:
        """Judge the exchange; raises `AnalyserUnavailable` when this judge cannot answer now."""
        ...


class AnalyserUnavailable(Exception):
    """This judge gave no valid judgement; the next in the chain is asked. `args[0]` says why."""
