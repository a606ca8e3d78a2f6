"""A DOCX's text, and whether any of it is formatted so that nobody sees it."""

from __future__ import annotations

from typing import Any, BinaryIO
from zipfile import ZipFile

from docx import Document
from docx.oxml.ns import qn

from interview.candidates.resumes.workshop.findings import Findings, Refused

# A resume of ten megabytes unpacks to what fits here, unless it was made to be unpacked.
MOST_UNPACKED_BYTES = 100 << 20
MOST_MEMBERS = 2000
# Half points, as the format has them.
SMALLEST_SHOWN = 4
WHITE = frozenset({"FFFFFF", "FEFEFE", "FDFDFD"})


def read(file: BinaryIO, findings: Findings) -> None:
    """Read every paragraph, in tables and text boxes too; raises `Refused` for an archive that swells."""
    _check_size(file)
    document = Document(file)
    parts = [document.element.body]
    for section in document.sections:
        parts += [part._element for part in (section.header, section.footer) if not part.is_linked_to_previous]
    for part in parts:
        for paragraph in part.iter(qn("w:p")):
            if _hides(paragraph):
                findings.has_hidden_text = True
            text = "".join(_signs(paragraph))
            if text.strip() and not findings.add(text):
                return


def _check_size(file: BinaryIO) -> None:
    members = ZipFile(file).infolist()
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED_BYTES:
        raise Refused("too_large")
    file.seek(0)


def _signs(paragraph: Any) -> list[str]:
    kinds = {qn("w:t"): None, qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n"}
    return [
        (node.text or "") if kinds[node.tag] is None else str(kinds[node.tag])
        for node in paragraph.iter(*kinds)
        if node.getparent().tag == qn("w:r")
    ]


def _hides(paragraph: Any) -> bool:
    """Whether a run of the paragraph has text that is marked hidden, white on nothing, or too small to read."""
    return any(
        _is_hidden(run.find(qn("w:rPr")), paragraph)
        for run in paragraph.iter(qn("w:r"))
        if any((text.text or "").strip() for text in run.findall(qn("w:t")))
    )


def _is_hidden(style: Any, paragraph: Any) -> bool:
    if style is None:
        return False
    vanish, size, colour = (style.find(qn(f"w:{name}")) for name in ("vanish", "sz", "color"))
    if vanish is not None and vanish.get(qn("w:val")) not in {"0", "false"}:
        return True
    if size is not None and float(size.get(qn("w:val"), SMALLEST_SHOWN)) < SMALLEST_SHOWN:
        return True
    is_white = colour is not None and str(colour.get(qn("w:val"))).upper() in WHITE
    return is_white and not _is_shaded(style, paragraph)


def _is_shaded(style: Any, paragraph: Any) -> bool:
    """Whether the run, its paragraph or the cell around them is painted, so that white shows on it."""
    if style.find(qn("w:highlight")) is not None:
        return True
    marks = [style.find(qn("w:shd")), *paragraph.iterfind(f"{qn('w:pPr')}/{qn('w:shd')}")]
    marks += [
        mark for cell in paragraph.iterancestors(qn("w:tc")) for mark in cell.iterfind(f"{qn('w:tcPr')}/{qn('w:shd')}")
    ]
    return any(
        mark is not None and str(mark.get(qn("w:fill"), "auto")).upper() not in {"AUTO", *WHITE} for mark in marks
    )
