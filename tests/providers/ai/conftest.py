"""Both suppliers' real libraries against one server on this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from interview.providers.ai.gemini import Gemini
from interview.providers.ai.openai import OpenAI
from interview.providers.ai.port import Prompt, Supplier
from tests.providers.ai import wire
from tests.providers.ai.wire import Act, Wire

KEY = "the-key-of-this-test"


@dataclass
class Desk:
    """A supplier's adapter and the server it speaks to."""

    supplier: Supplier
    wire: Wire
    body: Callable[[str], dict[str, Any]]

    def plays(self, *script: Act) -> None:
        """Let the server play this script from now on."""
        self.wire.script = list(script)
        self.wire.bodies.clear()
        self.wire.paths.clear()
        self.wire.headers.clear()
        self.wire.sent_bytes = 0


@pytest.fixture(scope="session")
def desks() -> Iterator[dict[str, Desk]]:
    """One desk a supplier for the whole run: loading the libraries takes longer than all the tests."""
    import google.genai.types  # noqa: F401
    import openai  # noqa: F401

    with wire.serving(wire.hangs) as gemini, wire.serving(wire.hangs) as openai_compatible:
        desks = {
            "gemini": Desk(Gemini(KEY, "gemini-2.5-flash", gemini.url), gemini, wire.gemini_body),
            "openai": Desk(
                OpenAI(KEY, "gpt-4.1-mini", f"{openai_compatible.url}/v1"), openai_compatible, wire.openai_body
            ),
        }
        for desk in desks.values():
            desk.plays(wire.answers(desk.body("{}")))
            desk.supplier.ask(Prompt("warm", "up"), schema={"type": "object"}, timeout_seconds=30)
        yield desks


@pytest.fixture(params=["gemini", "openai"])
def desk(request: pytest.FixtureRequest, desks: dict[str, Desk]) -> Desk:
    """Each supplier in turn."""
    return desks[request.param]
