"""A model that answers from a script, for tests and demonstrations."""

from __future__ import annotations

from collections.abc import Iterable

from interview.providers.ai.port import Capabilities, ModelUnavailable, Prompt, Reply, Schema


class Fake:
    """Gives the scripted replies in turn and raises the scripted failures; keeps what it was asked.

    It is both a `Supplier` and a `LanguageModel`; past the end of its script it is unavailable.
    """

    def __init__(self, replies: Iterable[Reply | Exception] = (), *, name: str = "fake:script") -> None:
        self._replies = iter(replies)
        self._name = name
        self.asked: list[Prompt] = []
        self.timeouts: list[float] = []

    @property
    def name(self) -> str:
        """Supplier and model, as `supplier:model`."""
        return self._name

    @property
    def capabilities(self) -> Capabilities:
        """The script is taken as it is."""
        return Capabilities()

    def ask(self, prompt: Prompt, *, schema: Schema, timeout_seconds: float) -> Reply:
        """Give the next reply of the script or raise its next failure."""
        self.asked.append(prompt)
        self.timeouts.append(timeout_seconds)
        reply = next(self._replies, None)
        if reply is None:
            raise ModelUnavailable("the script has ended")
        if isinstance(reply, Exception):
            raise reply
        return reply

    generate = ask
