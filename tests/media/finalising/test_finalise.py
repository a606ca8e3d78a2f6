"""An intact recording becomes a seekable file whose facts are true."""

from __future__ import annotations

import hashlib
from pathlib import Path

import av
import pytest

from interview.media.finalising import service as finalising
from interview.media.finalising.order import FinaliseOrder
from tests.factories import media
from tests.media.finalising.desk import TIMEOUT_SECONDS, Desk, frames

_CUES, _FIRST_CLUSTER = bytes.fromhex("1c53bb6b"), bytes.fromhex("1f43b675")


class TestFinalise:
    def test_file_has_a_duration(self, desk: Desk) -> None:
        """A recorder's stream has none, and nothing after it is lost: four seconds at twenty frames."""
        sent = media.webm(4.0)
        segment = desk.segment(sent, chunks=7)
        with av.open(str(_joined(desk, sent))) as raw:
            assert raw.duration is None

        file = desk.finalise(segment).longest

        assert abs(file.duration_seconds - 4.0) < 0.1
        assert frames(file.path) == 80

    def test_index_stands_before_the_media(self, desk: Desk) -> None:
        """A player that seeks needs no request for the end of the file."""
        content = desk.finalise(desk.segment(media.webm())).longest.path.read_bytes()

        assert 0 < content.find(_CUES, content.find(b"OpusHead")) < content.find(_FIRST_CLUSTER)

    def test_index_stands_at_the_end_when_key_frames_are_many(self, desk: Desk) -> None:
        """All frames of this one are key frames and tiny, so the place kept at the front is too small."""
        picture = media.Picture(64, 36, 20, bits_per_second=20_000, key_frame_seconds=0.05)
        sent = media.as_live(media.record("webm", 20.0, picture=picture))

        content = desk.finalise(desk.segment(sent)).longest.path.read_bytes()

        assert content.rfind(_CUES) > content.rfind(_FIRST_CLUSTER)

    def test_facts(self, desk: Desk) -> None:
        """Size, hash, rate and pictures a second are those of the file on disk."""
        file = desk.finalise(desk.segment(media.webm())).longest
        content = file.path.read_bytes()

        assert file.path == desk.folder / "take.webm"
        assert (file.size_bytes, file.sha256) == (len(content), hashlib.sha256(content).hexdigest())
        assert (file.video_codec, file.audio_codec) == ("vp8", "opus")
        assert (file.width, file.height, file.frame_rate) == (320, 180, 20.0)
        assert file.bits_per_second == round(len(content) * 8 / file.duration_seconds)
        assert (file.mime_type, file.is_as_wanted) == ("video/webm", True)

    def test_receipt(self, desk: Desk) -> None:
        """The hash is of the raw bytes as they were sent, and all of them were of use."""
        sent = media.webm()

        done = desk.finalise(desk.segment(sent, number=3, chunks=6))

        (receipt,) = done.receipts
        assert (receipt.number, receipt.chunk_count, receipt.size_bytes) == (3, 6, len(sent))
        assert receipt.sha256 == hashlib.sha256(sent).hexdigest()
        assert receipt.recovered_bytes == len(sent)
        assert not (receipt.is_truncated or receipt.gaps or receipt.damage or receipt.dropped_packets)
        assert done.allows_raw_deletion

    def test_twice_gives_the_same(self, desk: Desk) -> None:
        """Nothing random is written, and nothing but the file and its picture is left."""
        order = desk.order(desk.segment(media.webm()))

        first = finalising.finalise(order, timeout_seconds=TIMEOUT_SECONDS)
        second = finalising.finalise(order, timeout_seconds=TIMEOUT_SECONDS)

        assert first == second
        assert sorted(path.name for path in desk.folder.iterdir()) == ["take.jpg", "take.webm"]

    def test_progress_only_grows(self, desk: Desk) -> None:
        """Shares of the work are between 0 and 1; a short recording may have none."""
        shares: list[float] = []
        order = desk.order(desk.segment(media.webm(4.0), chunks=30))

        finalising.finalise(order, timeout_seconds=TIMEOUT_SECONDS, on_progress=shares.append)

        assert shares == sorted(shares)
        assert all(0 <= share <= 1 for share in shares)


class TestContainer:
    @pytest.mark.parametrize(
        ("sent", "wanted", "written", "mime_type"),
        [
            (media.webm, "webm", "webm", "video/webm"),
            (media.webm, "mkv", "mkv", "video/x-matroska"),
            (media.webm, "mp4", "webm", "video/webm"),
            (media.matroska_h264, "webm", "mp4", "video/mp4"),
            (media.matroska_h264, "mkv", "mkv", "video/x-matroska"),
            (media.mp4, "mp4", "mp4", "video/mp4"),
            (media.mp4, "webm", "mp4", "video/mp4"),
            (media.ogg_audio, "ogg", "ogg", "audio/ogg"),
            (media.ogg_audio, "wav", "webm", "audio/webm"),
            (media.ogg_audio, "m4a", "m4a", "audio/mp4"),
            (media.m4a, "m4a", "m4a", "audio/mp4"),
            (media.wav, "wav", "wav", "audio/wav"),
        ],
    )
    def test_codecs_decide(self, desk: Desk, sent, wanted: str, written: str, mime_type: str) -> None:
        """Nothing is transcoded: where the codecs do not fit, the nearest container is taken and named."""
        file = desk.finalise(desk.segment(sent()), container=wanted).longest

        assert (file.container, file.path.suffix, file.mime_type) == (written, f".{written}", mime_type)
        assert file.is_as_wanted == (wanted == written)
        assert abs(file.duration_seconds - 3.0) < 0.1

    def test_index_at_the_end_of_an_mp4(self, desk: Desk) -> None:
        """A file of another client, whose index comes last, gets it first."""
        file = desk.finalise(desk.segment(media.mp4(fragmented=False)), container="mp4").longest
        content = file.path.read_bytes()

        assert content.find(b"moov") < content.find(b"mdat")

    def test_frames_out_of_order(self, desk: Desk) -> None:
        """B-frames in Matroska carry no decoding times; every frame is kept all the same."""
        file = desk.finalise(desk.segment(media.matroska_h264(b_frames=True)), container="mp4").longest

        assert frames(file.path) == 60


class TestStreams:
    def test_picture_not_allowed(self, desk: Desk) -> None:
        """A recording that may hold sound alone holds sound alone, whatever was sent."""
        file = desk.finalise(desk.segment(media.webm()), video=False).longest

        assert (file.has_video, file.has_audio, file.mime_type) == (False, True, "audio/webm")
        assert file.thumbnail_path is None

    def test_sound_not_allowed(self, desk: Desk) -> None:
        """The same for the picture alone."""
        done = desk.finalise(desk.segment(media.webm()), audio=False)

        assert (done.longest.has_video, done.longest.has_audio) == (True, False)
        assert done.receipts[0].gaps == ()

    def test_hidden_page_is_left_behind(self, desk: Desk) -> None:
        """A recording that is a web page too is finalised without the page."""
        sent = media.polyglot()
        assert b"<script>" in sent

        file = desk.finalise(desk.segment(sent)).longest

        assert b"<script>" not in file.path.read_bytes()


class TestThumbnail:
    def test_jpeg(self, desk: Desk) -> None:
        """A picture stands beside the file, and it is a picture of that shape."""
        path = desk.finalise(desk.segment(media.webm())).longest.thumbnail_path

        assert path == desk.folder / "take.jpg"
        with av.open(str(path)) as picture:
            assert (picture.streams.video[0].width, picture.streams.video[0].height) == (320, 180)


class TestOrder:
    @pytest.mark.parametrize("name", ["", "../up", "a/b", ".hidden", "a.b"])
    def test_name_not_of_the_server(self, desk: Desk, name: str) -> None:
        """A name that could lead elsewhere is refused before any process is started."""
        with pytest.raises(ValueError, match="not a server-made name"):
            FinaliseOrder(desk.folder, name, "webm", (desk.segment(media.webm()),))

    def test_unknown_container(self, desk: Desk) -> None:
        """Only the containers of the allowlist are written."""
        with pytest.raises(ValueError, match="unknown container"):
            desk.order(desk.segment(media.webm()), container="avi")


def _joined(desk: Desk, content: bytes) -> Path:
    path = desk.raw / "joined"
    path.write_bytes(content)
    return path
