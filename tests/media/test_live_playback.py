"""Playing through the real server, which sends files from their descriptor."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from interview.core import config
from interview.core.actors import SYSTEM
from interview.core.db import db, unit_of_work
from interview.factory import create_app
from interview.media import service as media
from interview.media.models import MediaKind, MediaObject, MediaState
from interview.media.store import store
from tests.media.live import SECRET, Live

CONTENT = os.urandom(1_500_000)


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    server = Live(tmp_path_factory.mktemp("playback"))
    server.start()
    yield server
    server.kill()


@pytest.fixture(scope="module")
def address(live: Live) -> str:
    """Where a film of the server's plays; stored past the server, by an app on the same folder."""
    live.create()
    return stored_film(live.folder)


def stored_film(folder: Path) -> str:
    settings = config.load({}, env_file=None, data_dir=folder, secret_key=SECRET, job_threads=0, log_level="WARNING")
    app = create_app(settings)
    with app.app_context():
        staged = store().stage()
        staged.write(CONTENT)
        store().publish(staged, "film.webm")
        with unit_of_work():
            film = MediaObject(
                owner="shelf:1", track_name="camera", kind=MediaKind.RECORDING, state=MediaState.READY,
                storage_key="film.webm", size_bytes=len(CONTENT), sha256=hashlib.sha256(CONTENT).hexdigest(),
                mime_type="video/webm", container="webm",
            )  # fmt: skip
            db.session.add(film)
        found = media.playback_url(film, by=SYSTEM)
        db.session.remove()
        db.engine.dispose()
    return found


class TestPlay:
    def test_whole(self, live: Live, address: str) -> None:
        status, headers, body = live.wire().ask("GET", address)

        assert (status, headers["content-length"]) == (200, "1500000")
        assert body == CONTENT

    def test_ranges_on_one_connection(self, live: Live, address: str) -> None:
        wire = live.wire()

        for first, last in ((0, 0), (700_000, 900_000), (1_499_990, 1_499_999)):
            status, headers, body = wire.ask("GET", address, {"Range": f"bytes={first}-{last}"})

            assert (status, headers["content-range"]) == (206, f"bytes {first}-{last}/1500000")
            assert body == CONTENT[first : last + 1]

    def test_head(self, live: Live, address: str) -> None:
        status, headers, body = live.wire().ask("HEAD", address)

        assert (status, headers["content-length"], body) == (200, "1500000", b"")
