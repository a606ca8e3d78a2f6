"""Several runs of the recorder become one file where they fit together."""

from __future__ import annotations

import pytest

from tests.factories import media
from tests.media.finalising.desk import Desk, frames, times


class TestJoin:
    def test_two_segments(self, desk: Desk) -> None:
        """The second starts when the clock on the wall says, and all frames of both are there."""
        first, second = desk.segment(media.webm(2.0)), desk.segment(media.webm(3.0), number=2, at=5.0)

        done = desk.finalise(first, second)

        (file,) = done.files
        (pause,) = file.breaks
        assert file.segment_numbers == (1, 2)
        assert abs(file.duration_seconds - 8.0) < 0.1
        assert (round(pause.starts_at_seconds), pause.ends_at_seconds) == (2, 5.0)
        assert [receipt.starts_at_seconds for receipt in done.receipts] == [0.0, 5.0]
        assert frames(file.path) == 100
        assert done.allows_raw_deletion

    def test_clocks_that_overlap(self, desk: Desk) -> None:
        """A segment never starts before the one before it has ended, whatever the page's clock said."""
        first, second = desk.segment(media.webm(2.0)), desk.segment(media.webm(2.0), number=2, at=1.0)

        file = desk.finalise(first, second).longest

        moments = times(file.path, "video")
        assert abs(file.duration_seconds - 4.0) < 0.1
        assert moments == sorted(set(moments))
        assert file.breaks == ()

    @pytest.mark.parametrize("sent", [media.matroska_h264, media.mp4])
    def test_mp4(self, desk: Desk, sent) -> None:
        """The same holds for MP4, whose times count in other ticks."""
        first, second = desk.segment(sent(2.0)), desk.segment(sent(2.0), number=2, at=4.5)

        file = desk.finalise(first, second, container="mp4").longest

        assert abs(file.duration_seconds - 6.5) < 0.1
        assert abs(times(file.path, "video")[40] - 4.5) < 0.1

    def test_another_size(self, desk: Desk) -> None:
        """A phone that was turned stays in the file: these codecs carry their size with them."""
        first = desk.segment(media.webm(2.0))
        second = desk.segment(media.webm(2.0, width=180, height=320), number=2, at=2.0)

        done = desk.finalise(first, second)

        assert len(done.files) == 1
        assert frames(done.longest.path) == 80


class TestMismatch:
    def test_other_codecs(self, desk: Desk) -> None:
        """Codecs that differ give a file each, named one after the other, and each says when it starts."""
        first, second = desk.segment(media.webm(2.0)), desk.segment(media.mp4(3.0), number=2, at=4.0)

        done = desk.finalise(first, second)

        assert [file.path.name for file in done.files] == ["take.webm", "take-2.mp4"]
        assert [file.segment_numbers for file in done.files] == [(1,), (2,)]
        assert [file.starts_at_seconds for file in done.files] == [0.0, 4.0]
        assert done.longest is done.files[1]

    def test_sound_lost_in_between(self, desk: Desk) -> None:
        """A segment without sound does not fit one with sound."""
        first, second = desk.segment(media.webm(2.0)), desk.segment(media.webm(2.0, audio=False), number=2, at=3.0)

        done = desk.finalise(first, second)

        assert [file.has_audio for file in done.files] == [True, False]


class TestUnplayableSegment:
    def test_one_of_three(self, desk: Desk) -> None:
        """A recorder that was closed at once costs only its own segment, and the receipt says why."""
        first, third = desk.segment(media.webm(2.0)), desk.segment(media.webm(2.0), number=3, at=4.0)
        header_alone = desk.segment(media.not_media()["header_alone"], number=2, at=3.0)

        done = desk.finalise(first, header_alone, third)

        (file,) = done.files
        assert file.segment_numbers == (1, 3)
        assert [receipt.unplayable for receipt in done.receipts] == [None, "header_missing", None]
        assert done.receipts[1].sha256 is not None
        assert not done.allows_raw_deletion
