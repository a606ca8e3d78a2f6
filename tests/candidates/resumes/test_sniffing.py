"""What a file is, by its content."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from interview.candidates.errors import NotAResume
from interview.candidates.resumes import sniffing
from tests.factories import candidates as made


def archive(*names: str) -> bytes:
    """A zip archive with empty members."""
    kept = BytesIO()
    with ZipFile(kept, "w") as written:
        for name in names:
            written.writestr(name, "")
    return kept.getvalue()


class TestMediaType:
    """Which type a file has."""

    @pytest.mark.parametrize(
        ("content", "found"),
        [
            (made.pdf(), sniffing.PDF),
            (b"\n\n" + made.pdf(), sniffing.PDF),
            (made.docx(), sniffing.DOCX),
            ("Grüße, 履歴書".encode(), sniffing.PLAIN),
            ("\ufeffwith a mark".encode(), sniffing.PLAIN),
            ("in another encoding".encode("utf-16"), sniffing.PLAIN),
        ],
    )
    def test_known(self, content: bytes, found: str) -> None:
        assert sniffing.media_type(content) == found

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"  \n ",
            b"\x89PNG\r\n\x1a\n",
            b"MZ\x90\x00",
            b"text with \x00 in it",
            b"\xff\xfe\x00",
            "café".encode("latin-1"),
            archive("word/document.xml"),
            archive("a.txt"),
            archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
        ],
    )
    def test_refused(self, content: bytes) -> None:
        with pytest.raises(NotAResume):
            sniffing.media_type(content)
