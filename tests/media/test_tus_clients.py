"""Clients that others wrote, against the server: tuspy, and tus-js-client under node."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tusclient.client import TusClient

from tests.media.live import Live

DRILL = Path(__file__).parent / "tus_js"
BODY = os.urandom(700_003)


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    server = Live(tmp_path_factory.mktemp("clients"))
    server.start()
    yield server
    server.kill()


def stored(live: Live, url: str) -> tuple[str, bytes]:
    """State and bytes of an upload, read past the server."""
    upload_id = url.rpartition("/")[2]
    with sqlite3.connect(live.folder / "talentflow.db") as connection:
        (state,) = connection.execute("SELECT state FROM uploads WHERE id = ?", [upload_id]).fetchone()
        keys = connection.execute(
            "SELECT storage_key FROM upload_chunks WHERE upload_id = ? ORDER BY offset_bytes", [upload_id]
        ).fetchall()
    connection.close()
    return state, b"".join((live.folder / "recordings" / key).read_bytes() for (key,) in keys)


class TestTuspy:
    @pytest.mark.parametrize("chunk_size", [100_000, 10_000_000])
    @pytest.mark.parametrize("with_checksum", [False, True])
    def test_whole_upload(self, live: Live, chunk_size: int, with_checksum: bool) -> None:
        client = TusClient(f"http://127.0.0.1:{live.port}/shelf/py")
        uploader = client.uploader(
            file_stream=io.BytesIO(BODY), chunk_size=chunk_size, upload_checksum=with_checksum,
            metadata={"track": "screen", "filetype": "video/webm"},
        )  # fmt: skip

        uploader.upload()

        assert stored(live, uploader.url) == ("complete", BODY)

    def test_taken_up_again(self, live: Live) -> None:
        client = TusClient(f"http://127.0.0.1:{live.port}/shelf/py")
        first = client.uploader(file_stream=io.BytesIO(BODY), chunk_size=100_000)
        first.upload_chunk()

        second = client.uploader(file_stream=io.BytesIO(BODY), url=first.url, chunk_size=250_000)
        assert second.offset == 100_000
        second.upload()

        assert stored(live, first.url) == ("complete", BODY)


@pytest.fixture(scope="module")
def tus_js() -> Path:
    """The drill with its client installed, once for all runs; left out where there is no node."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("node is not installed")
    if not (DRILL / "node_modules" / "tus-js-client").is_dir():
        command = ["npm", "ci", "--no-audit", "--no-fund"]
        subprocess.run(command, cwd=DRILL, check=True, capture_output=True, timeout=120)
    return DRILL / "drill.mjs"


class TestTusJsClient:
    @pytest.mark.parametrize("mode", ["stream", "buffer", "post", "resume"])
    def test_whole_upload(self, live: Live, tus_js: Path, mode: str) -> None:
        command = ["node", str(tus_js), f"http://127.0.0.1:{live.port}/shelf/js", mode, "700003", "262144"]

        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)

        assert done.returncode == 0, done.stderr
        told = json.loads(done.stdout)
        state, body = stored(live, told["url"])
        assert state == "complete"
        assert len(body) == 700_003
        assert hashlib.sha256(body).hexdigest() == told["sha256"]
