"""An app with a door for creating uploads, as those above media have one, and uploads to try."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from interview.core import config
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from interview.factory import create_app
from interview.media import service as media
from interview.media.models import Upload
from interview.media.segments import NewUpload, SegmentNews
from tests.media import shelf

TUS = {"Tus-Resumable": "1.0.0"}
OCTETS = {**TUS, "Content-Type": "application/offset+octet-stream"}


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    """One app for the tests of media, with the shelf's door on it."""
    settings = config.load(
        {"DATABASE_URL": os.environ.get("TEST_DATABASE_URL", "")},
        env_file=None,
        environment="testing",
        data_dir=tmp_path_factory.mktemp("media"),
        job_threads=0,
        secret_key="for the tests alone, thirty-two characters",
        log_level="WARNING",
        max_upload_bytes=40 * 1024**2,
        session_upload_bytes=60 * 1024**2,
    )
    made = create_app(settings)
    shelf.init(made)
    with made.app_context():
        db.drop_all()
        db.create_all()
    yield made
    with made.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def upload(app: Application) -> Upload:
    """An open upload of unknown length."""
    return make_upload()


def make_upload(*, owner: str = "shelf:1", length: int | None = None, **news: object) -> Upload:
    """Make an upload as a feature above would."""
    with unit_of_work():
        wanted = NewUpload(length, SegmentNews(**news))  # type: ignore[arg-type]
        return media.create_upload(wanted, owner=owner, organisation_id=None)
