"""The suppliers that an operator has configured, in the order they are asked."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from interview.providers.ai import gemini, openai
from interview.providers.ai.budget import Budget
from interview.providers.ai.port import LanguageModel, Supplier
from interview.providers.ai.resilience import Resilient

_log = logging.getLogger(__name__)


def configured(
    *,
    order: Iterable[str],
    gemini_key: str = "",
    gemini_model: str = "gemini-2.5-flash",
    gemini_base_url: str = "",
    openai_key: str = "",
    openai_model: str = "gpt-4.1-mini",
    openai_base_url: str = "",
    openai_enforces_schema: bool = True,
    calls_per_minute: int = 100,
) -> tuple[LanguageModel, ...]:
    """List the models of `order` that can be asked, all drawing on one budget; build this once a process.

    A supplier without a key is left out with one line in the log; an OpenAI-compatible address needs no key.
    Raises `ValueError` for a name that is no supplier.
    """
    known: dict[str, Supplier | None] = {
        "gemini": gemini.Gemini(gemini_key, gemini_model, gemini_base_url or gemini.DEFAULT_URL)
        if gemini_key
        else None,
        "openai": openai.OpenAI(
            openai_key, openai_model, openai_base_url or openai.DEFAULT_URL, enforces_schema=openai_enforces_schema
        )
        if openai_key or openai_base_url
        else None,
    }
    budget = Budget(calls_per_minute)
    return tuple(Resilient(supplier, budget) for supplier in _in_order(order, known))


def _in_order(order: Iterable[str], known: dict[str, Supplier | None]) -> Iterable[Supplier]:
    for name in dict.fromkeys(order):
        if name not in known:
            raise ValueError(f"{name!r} is no supplier of language models")
        supplier = known[name]
        if supplier is None:
            _log.warning("%s is listed as a judge and has no key; it is left out", name)
        else:
            yield supplier
