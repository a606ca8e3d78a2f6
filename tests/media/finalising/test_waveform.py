"""The outline of a recording's sound."""

from __future__ import annotations

import pytest

from interview.media.finalising import service as finalising
from interview.media.finalising.errors import Unplayable
from tests.factories import media
from tests.media.finalising.desk import TIMEOUT_SECONDS, Desk


class TestWaveform:
    @pytest.mark.parametrize("loudness", [0.0, 0.25, 0.8])
    def test_tone(self, desk: Desk, loudness: float) -> None:
        """A steady tone is as loud everywhere as it was made; silence is 0."""
        file = desk.finalise(desk.segment(media.wav(1.0, loudness=loudness)), container="wav").longest

        peaks = finalising.waveform(file.path, points=50, timeout_seconds=TIMEOUT_SECONDS)

        assert len(peaks) == 50
        assert all(abs(peak - loudness) < 0.03 for peak in peaks[1:-1])

    def test_as_many_points_as_asked(self, desk: Desk) -> None:
        """More points than the sound has moments are still given."""
        file = desk.finalise(desk.segment(media.ogg_audio(1.0)), container="ogg").longest

        assert len(finalising.waveform(file.path, timeout_seconds=TIMEOUT_SECONDS)) == 800

    def test_no_sound(self, desk: Desk) -> None:
        """A picture alone has no outline."""
        file = desk.finalise(desk.segment(media.webm(1.0, audio=False))).longest

        with pytest.raises(Unplayable) as refusal:
            finalising.waveform(file.path, timeout_seconds=TIMEOUT_SECONDS)

        assert refusal.value.reason_code == "no_usable_streams"
