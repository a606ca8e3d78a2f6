"""Settings with and without networks of the operator's own, and DNS that says what a test wants."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from interview.core import config, current
from interview.providers.outbound import addresses

Names = Callable[..., list[str]]


@pytest.fixture
def networks(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Name the operator's networks; none where it is not called."""
    settings = config.load({}, env_file=None)

    def name(*given: str) -> None:
        monkeypatch.setattr(current, "settings", lambda: replace(settings, outbound_networks=given))

    name()
    return name


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Names:
    """Have DNS answer the first question with the first list, and so on; returns the questions asked."""

    def say(*told: Sequence[str]) -> list[str]:
        asked: list[str] = []

        def lookup(host: str, port: int) -> list[str]:
            asked.append(host)
            return list(told[min(len(asked), len(told)) - 1])

        monkeypatch.setattr(addresses, "lookup", lookup)
        return asked

    return say
