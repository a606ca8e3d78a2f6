"""From the uploads of a track to its files, through the real finaliser."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from interview.core import clock, current
from interview.core.db import db, unit_of_work
from interview.media import offsets
from interview.media import service as media
from interview.media.finalising.errors import Unplayable
from interview.media.models import MediaKind, MediaState, Upload, UploadChunk
from interview.media.receiving.chunks import ChunkWriter
from interview.media.store import store
from interview.media.tracks import TrackPlan, TrackResult
from tests.factories import media as recordings
from tests.media.conftest import make_upload


def send(upload: Upload, content: bytes, *, pieces: int = 3) -> None:
    step = -(-len(content) // pieces)
    for at in range(0, len(content), step):
        writer = ChunkWriter(store(), upload_id=upload.id, offset_bytes=at)
        writer.write(memoryview(content[at : at + step]))
        with unit_of_work():
            offsets.advance(offsets.standing(upload.id), chunks=[writer.publish()])


def plan(name: str | None = "interview_session_1") -> TrackPlan:
    found = media.plan_track("shelf:1", track_name="camera", container="webm", name=name)
    assert found is not None
    return found


def finish(made: TrackPlan) -> TrackResult:
    result = media.finalise_track(made, timeout_seconds=30)
    with unit_of_work():
        media.keep_track(result)
    db.session.expire_all()
    return result


@pytest.fixture
def film() -> bytes:
    """Two seconds as a browser records them."""
    return recordings.webm(2.0)


@pytest.fixture
def recorded(upload: Upload, film: bytes) -> Upload:
    """An upload that holds the film, closed by the end of its owner."""
    send(upload, film)
    with unit_of_work():
        media.close_uploads("shelf:1")
    return upload


class TestPlanTrack:
    def test_nothing_arrived(self, upload: Upload) -> None:
        assert media.plan_track("shelf:1", track_name="camera", container="webm") is None

    def test_open_upload_is_not_taken(self, upload: Upload) -> None:
        send(upload, b"abc")

        assert media.plan_track("shelf:1", track_name="camera", container="webm") is None

    def test_segments_in_order_with_their_starts(self, app: object) -> None:
        began = clock.now()
        for number, after in ((2, 30.0), (1, 0.0), (3, -5.0), (4, 90_000.0)):
            made = make_upload(segment_number=number, started_at=began + timedelta(seconds=after))
            send(made, bytes([number]) * 9)
        with unit_of_work():
            media.close_uploads("shelf:1")
            db.session.execute(update(Upload).values(created_at=began))

        segments = plan().order.segments

        contents = [b"".join(chunk.path.read_bytes() for chunk in one.chunks) for one in segments]
        assert contents == [bytes([number]) * 9 for number in (1, 2, 3, 4)]
        # The third claims to begin before the first, the fourth a day later: neither is possible.
        assert [one.starts_at_seconds for one in segments] == [0.0, 30.0, 30.0, 30.0]


class TestKeepTrack:
    def test_recording_with_its_facts(self, recorded: Upload, film: bytes) -> None:
        finish(plan())

        found = media.find_object("shelf:1", kind=MediaKind.RECORDING, track_name="camera")
        assert found is not None
        assert (found.state, found.storage_key) == (MediaState.READY, "interview_session_1.webm")
        assert found.mime_type is not None
        assert found.mime_type.startswith("video/webm")
        assert found.duration_seconds == pytest.approx(2.0, abs=0.3)
        content = store().path(found.storage_key or "").read_bytes()
        assert (found.size_bytes, found.sha256) == (len(content), hashlib.sha256(content).hexdigest())

    def test_raw_hash_is_on_the_receipt(self, recorded: Upload, film: bytes) -> None:
        finish(plan())

        assert media.receipt(recorded).sha256 == hashlib.sha256(film).hexdigest()

    def test_thumbnail(self, recorded: Upload) -> None:
        finish(plan())

        found = media.find_object("shelf:1", kind=MediaKind.THUMBNAIL, track_name="camera")
        assert found is not None
        assert store().path(found.storage_key or "").read_bytes().startswith(b"\xff\xd8")

    def test_again_takes_the_place_of_the_first(self, recorded: Upload) -> None:
        finish(plan())
        (first,) = media.objects_of("shelf:1", kind=MediaKind.RECORDING)
        old_key = first.storage_key

        finish(plan())

        (second,) = media.objects_of("shelf:1", kind=MediaKind.RECORDING)
        assert second.storage_key != old_key
        assert store().path(second.storage_key or "").is_file()
        assert not (current.settings().recordings_dir / (old_key or "")).exists()

    def test_workplace_is_cleared(self, recorded: Upload) -> None:
        made = plan()
        finish(made)

        assert not made.order.folder.exists()


class TestFailTrack:
    def test_reason_is_kept_and_the_raw_bytes_too(self, upload: Upload) -> None:
        send(upload, recordings.garbage())
        with unit_of_work():
            media.close_uploads("shelf:1")
        made = plan()
        with pytest.raises(Unplayable) as cause:
            media.finalise_track(made, timeout_seconds=30)

        with unit_of_work():
            media.fail_track(made, code=cause.value.reason_code, detail=cause.value.detail)

        (failed,) = media.objects_of("shelf:1")
        assert (failed.state, failed.failure_code) == (MediaState.FAILED, cause.value.reason_code)
        assert all(path.is_file() for path in _raw_files(upload))


class TestDropRaw:
    def test_files_go_and_the_receipt_stays(self, recorded: Upload) -> None:
        result = finish(plan())
        assert result.allows_raw_deletion
        files = _raw_files(recorded)

        with unit_of_work():
            assert media.drop_raw("shelf:1", track_name="camera") == 1

        assert files
        assert not any(path.exists() for path in files)
        assert media.receipt(recorded).chunk_count == 3
        assert media.plan_track("shelf:1", track_name="camera", container="webm") is None

    def test_not_before_the_track_is_finalised(self, recorded: Upload) -> None:
        with unit_of_work():
            assert media.drop_raw("shelf:1", track_name="camera") == 0

    def test_not_where_a_chunk_is_damaged(self, recorded: Upload) -> None:
        last = _raw_files(recorded)[-1]
        last.write_bytes(bytes(last.stat().st_size))
        finish(plan())

        with unit_of_work():
            assert media.drop_raw("shelf:1", track_name="camera") == 0

        assert last.exists()


def _raw_files(upload: Upload) -> list[Path]:
    of_upload = select(UploadChunk).where(UploadChunk.upload_id == upload.id).order_by(UploadChunk.offset_bytes)
    return [current.settings().recordings_dir / chunk.storage_key for chunk in db.session.scalars(of_upload)]
