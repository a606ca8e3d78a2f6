"""Candidates with profiles, and resumes of every kind, made in the test."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.shared import Pt, RGBColor
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject

from interview.accounts.models import Organisation, User
from interview.accounts.scopes import Role
from interview.candidates import service as candidates
from interview.candidates.models import Candidate, CandidateImport
from interview.candidates.resumes import service as resumes
from interview.candidates.resumes.store import IMPORTS, put
from interview.candidates.transfers import service as transfers
from interview.core.actors import OPERATOR
from interview.core.db import unit_of_work
from tests.factories import accounts

LETTER = (612.0, 792.0)
BLACK = "0 g"


def make(organisation: Organisation | None = None, **values: Any) -> Candidate:
    """A committed candidate, in a new organisation where none is given."""
    where = organisation or accounts.make_organisation()
    told: dict[str, Any] = {"name": "Some Candidate", "email": None} | values
    with unit_of_work():
        return candidates.create(organisation_id=where.id, by=OPERATOR, **told)


def make_own(organisation: Organisation | None = None, **values: Any) -> tuple[Candidate, User]:
    """A candidate who can log in."""
    where = organisation or accounts.make_organisation()
    user = accounts.make_user(where, role=Role.CANDIDATE)
    candidate = make(where, **values)
    with unit_of_work():
        candidates.get(candidate.id, within=where.id).user_id = user.id
    return candidate, user


def keep_resume(candidate: Candidate, content: bytes, *, filename: str = "resume.pdf") -> str:
    """A committed resume; returns its id."""
    taken = resumes.take(content, filename=filename, candidate=candidate)
    with unit_of_work():
        held = candidates.hold(candidate.id, within=candidate.organisation_id)
        return resumes.keep(held, taken, by=OPERATOR).id


def begin_import(organisation: Organisation, content: bytes = b"name\nSomebody\n") -> CandidateImport:
    """A committed import that nobody has worked off."""
    with unit_of_work():
        return transfers.begin(
            organisation_id=organisation.id,
            storage_key=put(content, IMPORTS),
            size_bytes=len(content),
            is_dry_run=False,
            by=OPERATOR,
        )


def pdf(
    lines: Sequence[str] = ("Plainly a resume",),
    *,
    paint: str = BLACK,
    size: float = 12,
    before: str = "",
    pages: int = 1,
) -> bytes:
    """A PDF with these lines on each page, in Helvetica; `paint` and `before` are operators of the page."""
    writer = PdfWriter()
    shown = "".join(f"({line}) Tj 0 -20 Td " for line in lines)
    content = f"{before} BT /F1 {size} Tf {paint} 72 700 Td {shown} ET"
    for _ in range(pages):
        page = writer.add_blank_page(*LETTER)
        font = {NameObject(f"/{name}"): NameObject(f"/{value}") for name, value in FONT.items()}
        fonts = DictionaryObject({NameObject("/F1"): DictionaryObject(font)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data(content.encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    return _written(writer)


def repeated_pdf(count: int) -> bytes:
    """A PDF of so many pages, all of them the same one."""
    writer = PdfWriter(clone_from=BytesIO(pdf()))
    pages: Any = writer._pages.get_object()
    pages[NameObject("/Kids")] = ArrayObject([*pages["/Kids"]] * count)
    pages[NameObject("/Count")] = NumberObject(count)
    return _written(writer)


FONT = {"Type": "Font", "Subtype": "Type1", "BaseFont": "Helvetica", "Encoding": "WinAnsiEncoding"}


def locked_pdf(password: str = "open sesame") -> bytes:
    """A PDF that nobody opens without its password."""
    writer = PdfWriter(clone_from=BytesIO(pdf()))
    writer.encrypt(password, algorithm="RC4-128")
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    kept = BytesIO()
    writer.write(kept)
    return kept.getvalue()


def docx(lines: Sequence[str] = ("Plainly a resume",), *, hidden: str = "", how: str = "vanish") -> bytes:
    """A DOCX with a paragraph for each line and a table; `hidden` is written so that it does not show."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.add_table(1, 1).cell(0, 0).text = "In a table"
    if hidden:
        run = document.add_paragraph().add_run(hidden)
        match how:
            case "vanish":
                run.font.hidden = True
            case "white":
                run.font.color.rgb = RGBColor(255, 255, 255)
            case "tiny":
                run.font.size = Pt(1)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def bomb() -> bytes:
    """A DOCX of some kilobytes that unpacks to more than anybody has room for."""
    kept = BytesIO(docx())
    with ZipFile(kept, "a", ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.bin", bytes(120 << 20))
    return kept.getvalue()
