"""Chunk files read as one file."""

from __future__ import annotations

import io
import random

from interview.media.finalising.workshop.reading.chunks import ChunkFile
from tests.factories import media
from tests.media.finalising.desk import Desk

_CONTENT = media.garbage(5_000)


class TestChunkFile:
    def test_reads_like_the_joined_file(self, desk: Desk) -> None:
        """Whatever is sought and read, the bytes are those of the joined file."""
        dice = random.Random(2)
        joined = io.BytesIO(_CONTENT)
        with ChunkFile(desk.segment(_CONTENT, chunks=9).chunks) as file:
            for _ in range(300):
                place = dice.randrange(6_000)
                size = dice.randrange(1, 2_000)
                joined.seek(place)
                assert file.read_at(place, size) == joined.read(size)

    def test_reads_to_the_end(self, desk: Desk) -> None:
        """Read one after another, the pieces are the whole."""
        with ChunkFile(desk.segment(_CONTENT, chunks=9).chunks) as file:
            pieces = list(iter(lambda: file.read(700), b""))

            assert b"".join(pieces) == _CONTENT
            assert file.seek(-10, io.SEEK_END) == len(_CONTENT) - 10

    def test_missing_chunk_is_zeros(self, desk: Desk) -> None:
        """Offsets stay true where a chunk is gone."""
        segment = desk.segment(_CONTENT, chunks=4)
        before, gone = segment.chunks[0].size_bytes, segment.chunks[1].size_bytes
        segment.chunks[1].path.unlink()
        with ChunkFile(segment.chunks) as file:
            assert file.read_at(0, len(_CONTENT)) == media.holed(_CONTENT, before, gone)
