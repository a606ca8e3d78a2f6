"""The verbs of uploads and objects."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import update

from interview.core import clock
from interview.core.db import db, unit_of_work
from interview.media import offsets
from interview.media import service as media
from interview.media.errors import QuotaExceeded, UnknownUpload, UploadClosed, UploadGone, WrongOffset
from interview.media.models import Upload, UploadState
from interview.media.offsets import Chunk
from interview.media.progress import Pace
from interview.media.signals import upload_completed, upload_progressed
from tests.media.conftest import make_upload


def advance(upload: Upload, *, by: int, length: int | None = None) -> None:
    with unit_of_work():
        begun = offsets.standing(upload.id)
        offsets.advance(begun, chunks=[Chunk(begun.offset_bytes, by, "0" * 64, "x")], length_bytes=length)
    db.session.expire_all()


class TestCreateUpload:
    def test_quota_counts_what_is_announced(self, app: object) -> None:
        upload = make_upload()
        with unit_of_work():
            db.session.execute(update(Upload).where(Upload.id == upload.id).values(offset_bytes=30 * 1024**2))

        make_upload(length=30 * 1024**2)
        with pytest.raises(QuotaExceeded):
            make_upload(length=30 * 1024**2 + 1)
        make_upload(owner="shelf:other", length=40 * 1024**2)


class TestAdvance:
    def test_from_another_offset(self, upload: Upload) -> None:
        begun = offsets.standing(upload.id)
        advance(upload, by=3)

        with pytest.raises(WrongOffset), unit_of_work():
            offsets.advance(begun, chunks=[Chunk(0, 5, "0" * 64, "y")])

        assert [chunk.size_bytes for chunk in media.receipt(upload).chunks] == [3]

    def test_after_the_end_of_its_owner(self, upload: Upload) -> None:
        begun = offsets.standing(upload.id)
        with unit_of_work():
            media.close_uploads(upload.owner)

        with pytest.raises(UploadClosed), unit_of_work():
            offsets.advance(begun, chunks=[Chunk(0, 5, "0" * 64, "y")])

        assert media.receipt(upload).chunks == ()

    def test_complete_at_its_length(self, upload: Upload) -> None:
        advance(upload, by=3, length=5)
        assert (upload.state, upload.completed_at) == (UploadState.OPEN, None)

        advance(upload, by=2)
        assert upload.state == UploadState.COMPLETE
        assert upload.completed_at is not None

    def test_each_byte_prolongs_its_life(self, upload: Upload) -> None:
        with unit_of_work():
            db.session.execute(update(Upload).values(expires_at=clock.now() + timedelta(seconds=60)))

        advance(upload, by=1)

        assert upload.expires_at > clock.now() + timedelta(hours=71)


class TestCloseUploads:
    def test_open_ones_are_cut_off_and_complete_ones_stay(self, upload: Upload) -> None:
        whole, other = make_upload(length=0), make_upload(owner="shelf:other")

        with unit_of_work():
            assert media.close_uploads("shelf:1") == 1

        assert (upload.state, whole.state, other.state) == ("closed", "complete", "open")
        assert upload.closed_at is not None
        assert whole.closed_at is not None
        with unit_of_work():
            assert media.close_uploads("shelf:1") == 0

    def test_nothing_happens_when_the_owner_rolls_back(self, upload: Upload) -> None:
        with pytest.raises(RuntimeError), unit_of_work():
            media.close_uploads("shelf:1")
            raise RuntimeError

        assert offsets.standing(upload.id).is_open


class TestTerminateUpload:
    def test_unknown(self, app: object) -> None:
        with pytest.raises(UnknownUpload), unit_of_work():
            media.terminate_upload("0" * 32)

    def test_twice(self, upload: Upload) -> None:
        with unit_of_work():
            media.terminate_upload(upload.id)

        with pytest.raises(UploadGone), unit_of_work():
            media.terminate_upload(upload.id)


class TestExpireUploads:
    def test_silent_ones_take_no_more_and_keep_what_they_have(self, upload: Upload) -> None:
        make_upload()
        advance(upload, by=3)
        with unit_of_work():
            late = update(Upload).where(Upload.id == upload.id).values(expires_at=clock.now() - timedelta(seconds=1))
            db.session.execute(late)

        with unit_of_work():
            assert media.expire_uploads() == 1

        db.session.expire_all()
        assert upload.state == UploadState.EXPIRED
        assert media.receipt(upload).size_bytes == 3
        with pytest.raises(UploadGone):
            offsets.standing(upload.id)


class TestReceipts:
    def test_gap_would_be_told(self, upload: Upload) -> None:
        advance(upload, by=3)
        with unit_of_work():
            db.session.execute(update(Upload).values(offset_bytes=10))
        db.session.expire_all()

        assert media.receipt(upload).gaps == ((3, 10),)

    def test_of_an_owner(self, upload: Upload) -> None:
        empty, gone = make_upload(), make_upload()
        advance(upload, by=3)
        advance(upload, by=4)
        with unit_of_work():
            media.terminate_upload(gone.id)

        receipts = media.receipts_of("shelf:1")

        assert {key: found.chunk_count for key, found in receipts.items()} == {upload.id: 2, empty.id: 0}
        assert receipts[upload.id].size_bytes == 7
        assert receipts[upload.id].gaps == ()


Heard = list[tuple[str, dict[str, object]]]


class TestNews:
    @pytest.fixture
    def heard(self, monkeypatch: pytest.MonkeyPatch) -> Heard:
        """What is announced from now on."""
        told: Heard = []
        for signal in (upload_progressed, upload_completed):
            monkeypatch.setattr(signal, "_after", [lambda name=signal.name, **news: told.append((name, news))])
        return told

    def test_at_most_once_a_second_and_at_the_end(self, upload: Upload, heard: Heard) -> None:
        for _ in range(5):
            advance(upload, by=2)
        advance(upload, by=1, length=11)

        about = {"owner": "shelf:1", "upload_id": upload.id, "track_name": "camera", "segment_number": 1}
        assert heard == [
            ("upload_progressed", about | {"offset_bytes": 2}),
            ("upload_progressed", about | {"offset_bytes": 11}),
            ("upload_completed", about | {"length_bytes": 11}),
        ]

    def test_pace_is_kept_for_each_upload(self) -> None:
        pace = Pace(interval_seconds=60)

        assert [pace.allows("a"), pace.allows("a"), pace.allows("b")] == [True, False, True]

    def test_pace_allows_again_after_its_interval(self) -> None:
        pace = Pace(interval_seconds=0)

        assert [pace.allows("a"), pace.allows("a")] == [True, True]
