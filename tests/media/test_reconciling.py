"""What a crash leaves behind."""

from __future__ import annotations

from interview.core import current
from interview.core.db import unit_of_work
from interview.media import offsets
from interview.media import service as media
from interview.media.models import Upload
from interview.media.receiving.chunks import ChunkWriter
from interview.media.store import store


def publish(upload: Upload, content: bytes) -> offsets.Chunk:
    writer = ChunkWriter(store(), upload_id=upload.id, offset_bytes=0)
    writer.write(memoryview(content))
    return writer.publish()


def commit(upload: Upload, chunk: offsets.Chunk) -> None:
    with unit_of_work():
        offsets.advance(offsets.standing(upload.id), chunks=[chunk])


class TestReconcile:
    def test_file_without_a_row_goes_and_others_stay(self, upload: Upload) -> None:
        kept, lost = publish(upload, b"kept"), publish(upload, b"lost")
        commit(upload, kept)
        store().stage().write(b"staged and left")

        found = media.reconcile(settled_seconds=0)

        assert found.dropped >= 2
        assert found.missing == ()
        assert store().size(kept.storage_key) == 4
        assert lost.storage_key not in set(store().list("uploads"))

    def test_file_that_may_still_get_its_row_stays(self, upload: Upload) -> None:
        young = publish(upload, b"young")

        media.reconcile()

        assert store().size(young.storage_key) == 5

    def test_row_without_its_file_is_told(self, upload: Upload) -> None:
        chunk = publish(upload, b"gone")
        commit(upload, chunk)
        store().delete(chunk.storage_key)

        assert media.reconcile().missing == (chunk.storage_key,)

    def test_file_of_another_size_is_told(self, upload: Upload) -> None:
        chunk = publish(upload, b"torn")
        commit(upload, chunk)
        (current.settings().recordings_dir / chunk.storage_key).write_bytes(b"to")

        assert media.reconcile().missing == (chunk.storage_key,)

    def test_dropped_raw_files_are_not_missed(self, upload: Upload) -> None:
        chunk = publish(upload, b"gone")
        commit(upload, chunk)
        with unit_of_work():
            media.terminate_upload(upload.id)

        assert media.reconcile().missing == ()
