"""What is no recording is refused by a stable reason, and nothing is written."""

from __future__ import annotations

import pytest

from interview.media.finalising.errors import Unplayable
from tests.factories import media
from tests.media.finalising.desk import Desk

_REASONS = {
    "nothing": "empty",
    "garbage": "unknown_format",
    "image": "image_refused",
    "playlist": "playlist_refused",
    "concat_script": "playlist_refused",
    "web_page": "unknown_format",
    "archive": "unknown_format",
    "magic_then_garbage": "unknown_format",
    "ftyp_then_garbage": "header_missing",
    "half_a_header": "header_missing",
    "header_alone": "header_missing",
    "headless": "header_missing",
}


class TestRefuse:
    @pytest.mark.parametrize("kind", list(media.not_media()))
    def test_corpus(self, desk: Desk, kind: str) -> None:
        """Each kind has its reason."""
        with pytest.raises(Unplayable) as refusal:
            desk.finalise(desk.segment(media.not_media()[kind]))

        assert refusal.value.reason_code == _REASONS[kind]
        assert list(desk.folder.iterdir()) == []

    def test_no_stream_that_may_be_kept(self, desk: Desk) -> None:
        """Sound alone was sent for a recording that may hold only a picture."""
        with pytest.raises(Unplayable) as refusal:
            desk.finalise(desk.segment(media.ogg_audio()), audio=False)

        assert refusal.value.reason_code == "no_usable_streams"
