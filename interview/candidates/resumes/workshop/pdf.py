"""A PDF's text, and whether any of it is painted so that nobody sees it."""

from __future__ import annotations

from math import hypot
from typing import Any, BinaryIO

from pypdf import PdfReader, mult

from interview.candidates.resumes.workshop.findings import Findings, Refused

MOST_PAGES = 100
# Smaller than this, in points, nobody reads it.
SMALLEST_SHOWN = 2.0
# ISO 32000-2, table 104: neither filled nor stroked, and the same for clipping.
INVISIBLE_MODES = frozenset({3, 7})
_SHOWS_TEXT = frozenset({b"Tj", b"TJ", b"'", b'"'})
_FILLS = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"})
_ENDS_PATH = _FILLS | {b"S", b"s", b"n"}
_COLOURS = {b"g": 1, b"rg": 3, b"k": 4, b"sc": 0, b"scn": 0}
Box = tuple[float, float, float, float]


def read(file: BinaryIO, findings: Findings) -> None:
    """Read the first pages; raises `Refused` for an encrypted file."""
    reader = PdfReader(file, strict=False)
    if reader.is_encrypted and not _is_open(reader):
        raise Refused("encrypted")
    findings.page_count = min(len(reader.pages), 2**31 - 1)
    for number, page in enumerate(reader.pages):
        if number == MOST_PAGES:
            findings.is_cut = True
            break
        brush = Brush([float(edge) for edge in page.mediabox])
        text = page.extract_text(visitor_operand_before=brush.meet)
        findings.has_hidden_text = findings.has_hidden_text or brush.has_hidden
        if not findings.add(text.strip()):
            break


def _is_open(reader: PdfReader) -> bool:
    """Many files are locked against changes alone and open without a password."""
    try:
        return bool(reader.decrypt(""))
    except Exception:
        return False


class Brush:
    """How a page paints: text colour, size and mode, and the dark places on which white text does show."""

    def __init__(self, sheet: list[float]) -> None:
        self.has_hidden = False
        self._sheet = sheet
        self._is_white, self._mode, self._size = False, 0, 12.0
        self._saved: list[tuple[bool, int, float]] = []
        self._path: list[Box] = []
        self._dark: list[Box] = []

    def meet(self, operator: bytes, operands: Any, cm: list[float], tm: list[float]) -> None:
        """Follow one operator of the page (pypdf calls this before it does)."""
        if operator in _SHOWS_TEXT:
            self.has_hidden = self.has_hidden or (_has_signs(operands) and self._hides(mult(tm, cm)))
        elif operator == b"q":
            self._saved.append((self._is_white, self._mode, self._size))
        elif operator == b"Q" and self._saved:
            self._is_white, self._mode, self._size = self._saved.pop()
        elif operator == b"Tr" and operands:
            self._mode = int(operands[0])
        elif operator == b"Tf" and len(operands) > 1:
            self._size = float(operands[1])
        elif operator in _COLOURS:
            self._is_white = _is_white(operator, operands)
        else:
            self._paint(operator, operands, cm)

    def _paint(self, operator: bytes, operands: Any, cm: list[float]) -> None:
        if operator == b"re" and len(operands) == 4:
            x, y, width, height = (float(number) for number in operands)
            self._path.append(_box(x, y, width, height, cm))
        elif operator == b"Do":
            self._dark.append(_box(0, 0, 1, 1, cm))
        elif operator in _ENDS_PATH:
            if operator in _FILLS and not self._is_white:
                self._dark += self._path
            self._path = []

    def _hides(self, place: list[float]) -> bool:
        if self._mode in INVISIBLE_MODES or self._size * hypot(place[2], place[3]) < SMALLEST_SHOWN:
            return True
        x, y = place[4], place[5]
        left, bottom, right, top = self._sheet
        if not (left <= x <= right and bottom <= y <= top):
            return True
        return self._is_white and not any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for box in self._dark)


def _is_white(operator: bytes, operands: Any) -> bool:
    numbers = [float(number) for number in operands if isinstance(number, int | float)]
    if operator == b"k" or (operator in {b"sc", b"scn"} and len(numbers) == 4):
        return len(numbers) == 4 and max(numbers) < 0.04
    return bool(numbers) and min(numbers) > 0.96


def _box(x: float, y: float, width: float, height: float, cm: list[float]) -> Box:
    """The upright box around a rectangle, in the units of the page, with a little room."""
    corners = [mult([1, 0, 0, 1, a, b], cm)[4:] for a in (x, x + width) for b in (y, y + height)]
    across, up = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return min(across) - 1, min(up) - 1, max(across) + 1, max(up) + 1


def _has_signs(operands: Any) -> bool:
    """Whether anything but space is written; numbers between the pieces only move them."""
    pieces = [piece for one in operands for piece in (one if isinstance(one, list) else [one])]
    return any(isinstance(piece, str | bytes) and piece.strip() for piece in pieces)
