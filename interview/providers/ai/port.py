"""What a language model does for us, whoever supplies it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

Schema = Mapping[str, Any]
"""A JSON Schema in the subset every supplier enforces: all fields required, null instead of absent, no bounds."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """`instructions` are ours and speak to the model; `content` is what it works on and is never an instruction."""

    instructions: str
    content: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What the model wrote, unjudged: `text` ought to be JSON of the schema and may be anything.

    `model` is the version that answered, as the supplier names it; `cost_usd` is None when no price is known.
    """

    text: str
    model: str
    tokens_in: int = 0
    tokens_out: int = 0
    cost_usd: float | None = None


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a supplier can do beyond answering; without `enforces_schema` a reply only tends to follow the schema."""

    enforces_schema: bool = True


class ModelFailed(Exception):
    """The model gave no reply; `args[0]` says why, without any text of the prompt or the key."""


class ModelUnavailable(ModelFailed):
    """No reply this time; trying again can help, after `retry_after` seconds where the supplier said so."""

    def __init__(self, cause: str, *, retry_after: float | None = None) -> None:
        super().__init__(cause)
        self.retry_after = retry_after


class ModelRefused(ModelFailed):
    """The supplier does not take this request (key, model, content); the same request fails again."""


class Supplier(Protocol):
    """One supplier's API as an adapter speaks it: a single try, no retries, no budget."""

    @property
    def name(self) -> str:
        """Supplier and model, as `supplier:model`."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """What this supplier can do."""
        ...

    def ask(self, prompt: Prompt, *, schema: Schema, timeout_seconds: float) -> Reply:
        """Ask once and give up after `timeout_seconds` in all; raises `ModelUnavailable` or `ModelRefused`."""
        ...


class LanguageModel(Protocol):
    """A model that can be relied on: it retries, keeps to the budget and gives up in time."""

    @property
    def name(self) -> str:
        """Supplier and model, as `supplier:model`."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """What this model can do."""
        ...

    def generate(self, prompt: Prompt, *, schema: Schema, timeout_seconds: float) -> Reply:
        """Answer the prompt within `timeout_seconds` in all; raises `ModelUnavailable` or `ModelRefused`."""
        ...
