"""A finished file becomes an MP4 that any player knows."""

from __future__ import annotations

import hashlib

import pytest

from interview.media.finalising import service as finalising
from interview.media.finalising.errors import Unplayable
from interview.media.finalising.finalised import MediaFile
from interview.media.finalising.order import Mp4Order
from tests.factories import media
from tests.media.finalising.desk import TIMEOUT_SECONDS, Desk, frames, times


class TestToMp4:
    def test_transcoded(self, desk: Desk) -> None:
        """VP8 and Opus become H.264 and AAC, frame for frame."""
        file = _converted(desk, media.webm(2.0))

        content = file.path.read_bytes()
        assert (file.video_codec, file.audio_codec, file.mime_type) == ("h264", "aac", "video/mp4")
        assert abs(file.duration_seconds - 2.0) < 0.1
        assert frames(file.path) == 40
        assert file.sha256 == hashlib.sha256(content).hexdigest()
        assert content.find(b"moov") < content.find(b"mdat")

    def test_copied(self, desk: Desk) -> None:
        """H.264 and AAC are copied: the packets are the same."""
        sent = desk.finalise(desk.segment(media.mp4(2.0)), container="mkv").longest

        file = finalising.to_mp4(Mp4Order(sent.path, desk.folder, "other"), timeout_seconds=TIMEOUT_SECONDS)

        assert len(times(file.path, "video")) == len(times(sent.path, "video"))
        assert abs(file.size_bytes - sent.size_bytes) < 8_000

    def test_odd_sides(self, desk: Desk) -> None:
        """H.264 knows no odd sizes; one row and one column are given up."""
        file = _converted(desk, media.webm(1.0, width=161, height=91))

        assert (file.width, file.height) == (160, 90)

    def test_pause_stays_silent(self, desk: Desk) -> None:
        """Sound and picture stay together across a pause."""
        sent = desk.finalise(desk.segment(media.webm(1.0)), desk.segment(media.webm(1.0), number=2, at=2.0)).longest

        file = finalising.to_mp4(Mp4Order(sent.path, desk.folder, "other"), timeout_seconds=TIMEOUT_SECONDS)

        outline = finalising.waveform(file.path, points=30, timeout_seconds=TIMEOUT_SECONDS)
        assert abs(file.duration_seconds - 3.0) < 0.1
        assert abs(times(file.path, "video")[20] - 2.0) < 0.1
        assert min(outline[1:9]) > 0.1
        assert max(outline[12:18]) < 0.05
        assert min(outline[22:29]) > 0.1

    def test_sound_alone(self, desk: Desk) -> None:
        """A recording without a picture becomes one without a picture."""
        file = _converted(desk, media.ogg_audio(2.0))

        assert (file.has_video, file.audio_codec, file.mime_type) == (False, "aac", "audio/mp4")

    def test_no_media(self, desk: Desk) -> None:
        """The verb trusts the file no more than finalising does."""
        path = desk.raw / "list.webm"
        path.write_bytes(media.m3u8())

        with pytest.raises(Unplayable) as refusal:
            finalising.to_mp4(Mp4Order(path, desk.folder, "other"), timeout_seconds=TIMEOUT_SECONDS)

        assert refusal.value.reason_code == "playlist_refused"


def _converted(desk: Desk, sent: bytes) -> MediaFile:
    file = desk.finalise(desk.segment(sent)).longest
    return finalising.to_mp4(Mp4Order(file.path, desk.folder, "other"), timeout_seconds=TIMEOUT_SECONDS)
