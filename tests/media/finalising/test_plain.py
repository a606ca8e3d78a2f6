"""The line between parent and child: what goes in comes out, and nothing else does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from interview.media.finalising import plain
from interview.media.finalising.finalised import Damage, Gap, SegmentReceipt
from interview.media.finalising.order import Mp4Order

_RECEIPT = SegmentReceipt(
    1, 10, 2, None, 8, True, 1.5, 0.0, 3, gaps=(Gap(0.0, 1.0, "lost_bytes", 2),), damage=(Damage(1, "missing"),)
)


class TestRead:
    @pytest.mark.parametrize("value", [_RECEIPT, Mp4Order(Path("/a/b"), Path("/c"), "name")])
    def test_round_trip(self, value: object) -> None:
        """A dataclass survives the way over the line."""
        assert plain.read(type(value), json.loads(plain.written(value))) == value

    @pytest.mark.parametrize(
        "wrong",
        [
            {"chunk": "1", "cause": "missing"},
            {"chunk": 1, "cause": "boredom"},
            {"chunk": True, "cause": "missing"},
            {"chunk": 1},
            {"chunk": 1, "cause": "missing", "more": 1},
            [],
            None,
        ],
    )
    def test_another_shape(self, wrong: object) -> None:
        """A child that was taken over cannot hand its parent just anything."""
        with pytest.raises(TypeError):
            plain.read(Damage, wrong)
