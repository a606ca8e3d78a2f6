"""What a file is, by its content; its name and its declared type are the sender's word and count for nothing."""

from __future__ import annotations

from interview.candidates.errors import NotAResume

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PLAIN = "text/plain"
EXTENSIONS = {PDF: ".pdf", DOCX: ".docx", PLAIN: ".txt"}
# A PDF may begin behind some bytes of its way here (ISO 32000-1, annex H.3.4.1).
_PDF_WITHIN = 1024
_NOT_IN_TEXT = frozenset(range(32)) - frozenset(b"\t\n\r\f")


def media_type(content: bytes) -> str:
    """The type of a resume; raises `NotAResume` for anything that is not one, and for a document with macros."""
    if not content.strip():
        raise NotAResume("The file is empty.")
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return PDF
    if content.startswith(b"PK\x03\x04"):
        return _zipped(content)
    if plain_text(content) is not None:
        return PLAIN
    raise NotAResume("Send a PDF, a DOCX or a plain text.")


def _zipped(content: bytes) -> str:
    """Member names stand uncompressed in the file, so no archive is opened here."""
    if b"word/vbaProject.bin" in content:
        raise NotAResume("The document holds macros. Save it without them, or as a PDF.")
    if b"[Content_Types].xml" in content and b"word/document.xml" in content:
        return DOCX
    raise NotAResume("This is an archive, but not a DOCX.")


def plain_text(content: bytes) -> str | None:
    """The text of a plain text file, in UTF-8 or in UTF-16 with its mark; None where it is no text."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = content.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if any(ord(char) in _NOT_IN_TEXT for char in text) else text
