"""The web client's types of the API are those of the server as it is."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from interview.core.http import Application

ROOT = Path(__file__).resolve().parents[2]
PATH = os.pathsep.join((os.environ.get("PATH", ""), str(Path(sys.executable).parent)))
NODE = shutil.which("node", path=PATH)
needs_node = pytest.mark.skipif(
    os.environ.get("CI") != "true" and (NODE is None or not (ROOT / "web/node_modules").is_dir()),
    reason="the web client is not installed: make web",
)


class TestSchema:
    """web/src/api/schema.ts."""

    @needs_node
    def test_was_generated_from_this_server(self, app: Application) -> None:
        document = json.dumps(app.spec).encode()
        compared = subprocess.run(
            [str(NODE), "web/scripts/api.mjs", "--check"], cwd=ROOT, input=document, capture_output=True, check=False
        )

        assert compared.returncode == 0, compared.stderr.decode()
