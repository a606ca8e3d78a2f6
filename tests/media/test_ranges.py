"""Which bytes are asked for."""

from __future__ import annotations

import pytest

from interview.media.ranges import Stretch, Unsatisfiable, asked


class TestAsked:
    @pytest.mark.parametrize(
        ("header", "first", "last"),
        [
            ("bytes=0-0", 0, 0), ("bytes=0-99", 0, 99), ("bytes=0-", 0, 99), ("bytes=10-19", 10, 19),
            ("bytes=99-", 99, 99), ("bytes=-1", 99, 99), ("bytes=-100", 0, 99), ("bytes=-500", 0, 99),
            ("bytes=90-5000", 90, 99), ("BYTES=1-2", 1, 2), (" bytes=1-2 ", 1, 2), ("bytes=007-8", 7, 8),
            (f"bytes=1-{'9' * 5000}", 1, 99),
        ],
    )  # fmt: skip
    def test_one_range(self, header: str, first: int, last: int) -> None:
        assert asked(header, size_bytes=100) == Stretch(first, last)

    @pytest.mark.parametrize(
        "header",
        [None, "", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-4", "items=0-1", "bytes=0-1,3-4", "bytes=+1-2"],
    )
    def test_whole_file(self, header: str | None) -> None:
        assert asked(header, size_bytes=100) is None

    @pytest.mark.parametrize("header", ["bytes=100-", "bytes=100-200", "bytes=-0", f"bytes={'9' * 5000}-"])
    def test_outside(self, header: str) -> None:
        with pytest.raises(Unsatisfiable):
            asked(header, size_bytes=100)

    @pytest.mark.parametrize("header", ["bytes=0-", "bytes=-5"])
    def test_nothing_of_an_empty_file(self, header: str) -> None:
        with pytest.raises(Unsatisfiable):
            asked(header, size_bytes=0)
