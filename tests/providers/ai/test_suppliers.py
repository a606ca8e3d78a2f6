"""The list of configured suppliers."""

from __future__ import annotations

import subprocess
import sys

import pytest

from interview.providers.ai import suppliers
from interview.providers.ai.budget import BudgetSpent
from interview.providers.ai.port import ModelRefused, Prompt
from tests.providers.ai import wire
from tests.providers.ai.conftest import Desk


class TestConfigured:
    def test_order(self) -> None:
        models = suppliers.configured(order=["openai", "gemini"], gemini_key="g", openai_key="o", openai_model="m")

        assert [model.name for model in models] == ["openai:m", "gemini:gemini-2.5-flash"]

    def test_missing_key(self, caplog: pytest.LogCaptureFixture) -> None:
        """A supplier without a key is left out, and the log says so once."""
        models = suppliers.configured(order=["gemini", "openai"], openai_key="o")

        assert [model.name for model in models] == ["openai:gpt-4.1-mini"]
        assert len(caplog.records) == 1
        assert "gemini" in caplog.text

    def test_own_server_needs_no_key(self) -> None:
        models = suppliers.configured(order=["openai"], openai_base_url="http://127.0.0.1:11434/v1")

        assert len(models) == 1

    def test_nobody(self) -> None:
        assert suppliers.configured(order=[]) == ()

    def test_unknown_name(self) -> None:
        with pytest.raises(ValueError, match="oracle"):
            suppliers.configured(order=["oracle"])

    def test_one_budget(self, desks: dict[str, Desk]) -> None:
        """What one supplier was asked the other cannot be asked in the same minute."""
        for desk in desks.values():
            desk.plays(wire.answers(b"", status=400))
        models = suppliers.configured(
            order=["gemini", "openai"],
            gemini_key="g",
            gemini_base_url=desks["gemini"].wire.url,
            openai_key="o",
            openai_base_url=desks["openai"].wire.url,
            calls_per_minute=1,
        )
        for model, failure in zip(models, [ModelRefused, BudgetSpent], strict=True):
            with pytest.raises(failure):
                model.generate(Prompt("a", "b"), schema={}, timeout_seconds=0.4)

        assert [len(desk.wire.bodies) for desk in desks.values()] == [1, 0]

    def test_libraries_are_not_loaded(self) -> None:
        """Listing suppliers loads none of their libraries, which would hold up the start of the server."""
        program = (
            "import sys; from interview.providers.ai import suppliers;"
            "suppliers.configured(order=['gemini', 'openai'], gemini_key='g', openai_key='o');"
            "print({'openai', 'google.genai', 'httpx2'} & set(sys.modules))"
        )

        assert subprocess.check_output([sys.executable, "-c", program], text=True).strip() == "set()"
