"""What imports what, and what is not imported before it is needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.house.tree import ROOT

HEAVY = ("av", "numpy", "onnxruntime", "tokenizers", "google.genai", "openai")


class TestFloors:
    """Calls go down."""

    def test_the_import_contracts_hold(self) -> None:
        lint = Path(sys.executable).with_name("lint-imports")
        told = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

        assert told.returncode == 0, told.stdout[-3000:]


class TestStartUp:
    """A server starts with what it needs."""

    def test_heavy_libraries_wait(self) -> None:
        asked = f"import sys, interview.server; print([name for name in {HEAVY} if name in sys.modules])"
        told = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=False)

        assert told.stdout.strip() == "[]", told.stderr[-2000:]
