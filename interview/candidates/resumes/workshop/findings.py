"""What is gathered while reading: text up to a bound, pages, and whether some of it does not show."""

from __future__ import annotations

from typing import Any

LONGEST_TEXT = 200_000


class Refused(Exception):
    """The file cannot be read, for a reason that people are told."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


class Findings:
    """Pieces of text in the order of the document."""

    def __init__(self) -> None:
        self.page_count: int | None = None
        self.is_cut = False
        self.has_hidden_text = False
        self._pieces: list[str] = []
        self._length = 0

    def add(self, piece: str) -> bool:
        """Add a piece on a line of its own; returns whether there is room for more."""
        room = LONGEST_TEXT - self._length
        if len(piece) >= room:
            piece, self.is_cut = piece[: max(0, room - 1)], True
        self._pieces.append(piece)
        self._length += len(piece) + 1
        return not self.is_cut

    def told(self) -> dict[str, Any]:
        """The answer; signs that no database keeps are left out."""
        text = "\n".join(self._pieces).replace("\x00", "")
        return {
            "text": text.encode("utf-8", "replace").decode("utf-8").strip(),
            "page_count": self.page_count,
            "is_cut": self.is_cut,
            "has_hidden_text": self.has_hidden_text,
        }
