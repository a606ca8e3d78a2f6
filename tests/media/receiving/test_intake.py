"""Receiving a body: what is kept when something fails half-way, and that only one of several writers gets on."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from interview.core.db import db, unit_of_work
from interview.core.http import Application
from interview.media import offsets
from interview.media import service as media
from interview.media.errors import BodyBrokenOff, ChecksumMismatch, UploadClosed, WrongOffset
from interview.media.models import Upload, UploadChunk, UploadState
from interview.media.offsets import Standing
from interview.media.receiving import intake
from interview.media.receiving.body import Body
from interview.media.receiving.intake import Piece
from interview.media.receiving.sources import Stream
from interview.media.store import store
from interview.media.tus.checksums import Checksum
from tests.media.conftest import make_upload


@pytest.fixture(autouse=True)
def _small_chunks(app: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chunks of 1,000 bytes, so that small bodies have several; and an empty store."""
    monkeypatch.setattr(intake, "CHUNK_BYTES", 1000)
    for key in files():
        store().delete(key)


def files() -> list[str]:
    return [key for folder in ("uploads", "staging") for key in store().list(folder)]


def standing(upload: Upload) -> Standing:
    with unit_of_work(write=False):
        return offsets.standing(upload.id)


def body_of(content: bytes, *, declared: int | None = None) -> Body:
    return Body(Stream(io.BytesIO(content)), length=len(content) if declared is None else declared)


def receive(
    upload: Upload, content: bytes, *, at: int = 0, declared: int | None = None, piece: Piece | None = None
) -> int:
    return intake.receive(standing(upload), piece or Piece(at), body_of(content, declared=declared)).offset_bytes


def checksum(content: bytes) -> Checksum:
    return Checksum("sha256", hashlib.sha256(content).digest())


def offset(upload: Upload) -> int:
    return standing(upload).offset_bytes


def stored(upload: Upload) -> bytes:
    """What rows and files hold, checked against each row's hash."""
    whole = b""
    of_upload = select(UploadChunk).where(UploadChunk.upload_id == upload.id).order_by(UploadChunk.offset_bytes)
    for row in db.session.scalars(of_upload):
        content = store().path(row.storage_key).read_bytes()
        assert row.offset_bytes == len(whole)
        assert hashlib.sha256(content).hexdigest() == row.sha256
        whole += content
    return whole


CONTENT = os.urandom(3500)


class TestReceive:
    def test_chunk_by_chunk(self, upload: Upload) -> None:
        assert receive(upload, CONTENT) == 3500

        assert [chunk.size_bytes for chunk in media.receipt(upload).chunks] == [1000, 1000, 1000, 500]
        assert stored(upload) == CONTENT

    def test_body_that_ends_with_a_chunk(self, upload: Upload) -> None:
        receive(upload, CONTENT[:2000])

        assert [chunk.size_bytes for chunk in media.receipt(upload).chunks] == [1000, 1000]

    def test_under_a_checksum_all_at_once(self, upload: Upload) -> None:
        receive(upload, CONTENT, piece=Piece(0, checksum(CONTENT)))

        assert stored(upload) == CONTENT

    def test_mismatch_keeps_nothing(self, upload: Upload) -> None:
        with pytest.raises(ChecksumMismatch):
            receive(upload, CONTENT, piece=Piece(0, checksum(b"other")))

        assert offset(upload) == 0
        assert files() == []

    def test_body_that_breaks_off_keeps_its_prefix(self, upload: Upload) -> None:
        with pytest.raises(BodyBrokenOff):
            receive(upload, CONTENT[:2600], declared=3500)

        assert offset(upload) == 2600
        assert stored(upload) == CONTENT[:2600]

    def test_body_that_breaks_off_under_a_checksum_keeps_nothing(self, upload: Upload) -> None:
        with pytest.raises(BodyBrokenOff):
            receive(upload, CONTENT[:2600], declared=3500, piece=Piece(0, checksum(CONTENT)))

        assert offset(upload) == 0
        assert files() == []


class TestDiskThatFails:
    @pytest.mark.parametrize("number", [1, 2, 3, 4])
    @pytest.mark.parametrize("call", ["write", "fdatasync", "fsync"])
    def test_what_was_committed_before_stays(
        self, upload: Upload, monkeypatch: pytest.MonkeyPatch, call: str, number: int
    ) -> None:
        receive(upload, b"x")
        real, count = getattr(os, call), iter(range(1, 100))

        def fail_once(*given: object) -> object:
            if threading.current_thread().name.startswith("huey") or next(count) != number:
                return real(*given)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(os, call, fail_once)
        with pytest.raises(OSError, match="No space left"):
            receive(upload, CONTENT, at=1)
        monkeypatch.undo()
        monkeypatch.setattr(intake, "CHUNK_BYTES", 1000)

        kept = offset(upload)
        assert stored(upload) == (b"x" + CONTENT)[:kept]
        receive(upload, CONTENT[kept - 1 :], at=kept)
        assert stored(upload) == b"x" + CONTENT

    def test_full_disk_is_told_as_507(self, app: Application, upload: Upload, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(_: int) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(os, "fdatasync", fail)
        headers = {"Tus-Resumable": "1.0.0", "Content-Type": "application/offset+octet-stream", "Upload-Offset": "0"}

        answer = app.test_client().patch(f"/api/uploads/{upload.id}", data=b"abc", headers=headers)

        assert answer.status_code == 507
        assert answer.json["code"] == "storage_full"


class TestTwoWriters:
    def test_one_gets_on_and_nothing_of_the_others_stays(self, app: Application, upload: Upload) -> None:
        contents = [bytes([65 + n]) * 2500 for n in range(4)]
        start = threading.Barrier(4)

        def write(content: bytes) -> type[Exception] | None:
            with app.app_context():
                try:
                    begun = standing(upload)
                    start.wait(timeout=10)
                    intake.receive(begun, Piece(0, checksum(content)), body_of(content))
                except WrongOffset as refusal:
                    return type(refusal)
                finally:
                    db.session.remove()
                return None

        with ThreadPoolExecutor(4) as pool:
            fates = list(pool.map(write, contents))

        assert sorted(fates, key=str) == [WrongOffset, WrongOffset, WrongOffset, None]
        assert stored(upload) == contents[fates.index(None)]
        assert len(files()) == 3

    def test_end_of_the_owner_wins_over_a_body_on_its_way(self, app: Application, upload: Upload) -> None:
        class EndsOwner(io.BytesIO):
            def read(self, size: int | None = -1) -> bytes:
                with app.app_context(), unit_of_work():
                    media.close_uploads("shelf:1")
                return super().read(size)

        with pytest.raises(UploadClosed):
            intake.receive(standing(upload), Piece(0), Body(Stream(EndsOwner(b"abc")), length=3))

        assert stored(upload) == b""
        assert files() == []


Step = st.tuples(
    st.sampled_from(["send", "send", "send", "break", "mismatch", "wrong", "tell"]),
    st.integers(0, 2300),
    st.integers(0, 2300),
)


class TestModel:
    """Any order of whole, torn, mismatching and misplaced bodies leaves exactly what was acknowledged."""

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.lists(Step, max_size=8))
    def test_offset_and_bytes_are_those_of_the_model(self, app: Application, steps: list[tuple[str, int, int]]) -> None:
        upload, model, length = make_upload(owner=f"shelf:{os.urandom(4).hex()}"), b"", None
        for action, size, other in steps:
            content = os.urandom(size)
            match action:
                case "send" if length is None:
                    assert receive(upload, content, at=len(model)) == len(model) + size
                    model += content
                case "break" if length is None and size:
                    with pytest.raises(BodyBrokenOff):
                        receive(upload, content, at=len(model), declared=size + 1 + other)
                    model += content
                case "mismatch" if length is None:
                    with pytest.raises(ChecksumMismatch):
                        receive(upload, content, piece=Piece(len(model), checksum(content + b"!")))
                case "wrong":
                    with pytest.raises(WrongOffset):
                        receive(upload, content, at=len(model) + 1 + other)
                case "tell" if length is None:
                    length = len(model)
                    assert receive(upload, b"", piece=Piece(len(model), length_bytes=length)) == length

        assert offset(upload) == len(model)
        assert stored(upload) == model
        db.session.expire_all()
        assert media.get_upload(upload.id).state == (UploadState.OPEN if length is None else UploadState.COMPLETE)
