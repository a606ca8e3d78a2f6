"""What is left of a damaged recording is saved, and what is lost is told."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from interview.media.finalising.errors import Unplayable
from interview.media.finalising.finalised import Damage
from interview.media.finalising.order import Segment
from tests.factories import media
from tests.media.finalising.desk import Desk, longest_silence, times

_HEADER_BYTES = 2_000
_CUTS = random.Random(1).sample(range(_HEADER_BYTES, len(media.webm())), 8)


class TestTruncation:
    @pytest.mark.parametrize("kept", _CUTS)
    def test_cut_at_any_byte(self, desk: Desk, kept: int) -> None:
        """Everything up to the last whole packet is there: as many as a reader of the cut bytes finds."""
        whole = desk.finalise(desk.segment(media.webm(), number=1)).longest
        cut = media.truncated(media.webm(), kept)

        done = desk.finalise(desk.segment(cut, number=2))

        receipt = done.receipts[0]
        found = times(done.longest.path, "video")
        assert found == times(whole.path, "video")[: len(found)]
        assert 0 <= kept - receipt.recovered_bytes < 1_500
        assert receipt.is_truncated == (receipt.recovered_bytes < kept)

    @pytest.mark.parametrize("sent", [media.matroska_h264, media.mp4, media.ogg_audio, media.wav])
    def test_half_of_every_format(self, desk: Desk, sent) -> None:
        """Half the bytes give a file that plays for a good part of the time."""
        content = media.truncated(sent(), 0.6)

        done = desk.finalise(desk.segment(content), container="mkv")

        assert 0.9 < done.longest.duration_seconds < 2.1
        assert done.receipts[0].is_truncated

    def test_cut_in_the_header(self, desk: Desk) -> None:
        """Without its header a recording is nothing."""
        with pytest.raises(Unplayable) as refusal:
            desk.finalise(desk.segment(media.truncated(media.webm(), 120)))

        assert refusal.value.reason_code == "header_missing"


class TestHole:
    def test_zeros_in_the_middle(self, desk: Desk) -> None:
        """The file plays past the hole, keeps its length, and the receipt tells where the hole is."""
        sent = media.webm(4.0)

        done = desk.finalise(desk.segment(media.holed(sent, 20_000, 5_000)))

        (gap,) = done.receipts[0].gaps
        assert abs(done.longest.duration_seconds - 4.0) < 0.1
        assert gap.lost_bytes >= 5_000
        assert gap.cause == "lost_bytes"
        assert longest_silence(times(done.longest.path, "audio")) <= gap.ends_at_seconds - gap.starts_at_seconds + 0.2
        assert not done.allows_raw_deletion

    def test_bytes_left_out(self, desk: Desk) -> None:
        """Where bytes are missing altogether, the clock of the file still only moves forward."""
        sent = media.webm(4.0)

        file = desk.finalise(desk.segment(sent[:20_000] + sent[26_000:])).longest

        moments = times(file.path, "video")
        assert moments == sorted(set(moments))
        assert abs(file.duration_seconds - 4.0) < 0.1


class TestChunkDamage:
    def test_missing(self, desk: Desk) -> None:
        """A chunk that is gone is named, and no hash is claimed for bytes nobody has."""
        segment = desk.segment(media.webm(4.0), chunks=12)
        segment.chunks[6].path.unlink()

        done = desk.finalise(segment)

        (receipt,) = done.receipts
        assert receipt.damage == (Damage(6, "missing"),)
        assert receipt.sha256 is None
        assert receipt.recovered_bytes <= receipt.size_bytes - segment.chunks[6].size_bytes
        assert abs(done.longest.duration_seconds - 4.0) < 0.1
        assert not done.allows_raw_deletion

    def test_altered(self, desk: Desk) -> None:
        """One flipped bit is found, although the file still plays."""
        segment = desk.segment(media.webm())
        content = bytearray(segment.chunks[3].path.read_bytes())
        content[-1] ^= 1
        segment.chunks[3].path.write_bytes(content)

        done = desk.finalise(segment)

        assert done.receipts[0].damage == (Damage(3, "altered"),)
        assert not done.allows_raw_deletion

    def test_torn_last_chunk(self, desk: Desk) -> None:
        """A chunk that is shorter than what was acknowledged costs only its end."""
        segment = desk.segment(media.webm(), chunks=3)
        last = segment.chunks[2]
        last.path.write_bytes(last.path.read_bytes()[: last.size_bytes // 2])

        done = desk.finalise(segment)

        assert done.receipts[0].damage == (Damage(2, "altered"),)
        assert done.longest.duration_seconds > 1.0

    def test_first_missing(self, desk: Desk) -> None:
        """The header is in the first chunk."""
        segment = desk.segment(media.webm())
        segment.chunks[0].path.unlink()

        with pytest.raises(Unplayable) as refusal:
            desk.finalise(segment)

        assert refusal.value.reason_code == "header_missing"

    @pytest.mark.parametrize("harm", ["missing", "altered"])
    def test_spare_of_the_first(self, desk: Desk, harm: str) -> None:
        """A second copy of the first chunk saves the segment, and nothing counts as damaged."""
        segment = _with_spare(desk, desk.segment(media.webm()))
        if harm == "missing":
            segment.chunks[0].path.unlink()
        else:
            segment.chunks[0].path.write_bytes(bytes(segment.chunks[0].size_bytes))

        done = desk.finalise(segment)

        assert done.receipts[0].damage == ()
        assert abs(done.longest.duration_seconds - 3.0) < 0.1


def _with_spare(desk: Desk, segment: Segment) -> Segment:
    first, *rest = segment.chunks
    spare = desk.raw / "spare"
    spare.write_bytes(first.path.read_bytes())
    return replace(segment, chunks=(replace(first, spare_path=spare), *rest))
