"""A CSV file as records: encoding, separator, header and line numbers, read a line at a time."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import TextIOWrapper
from typing import BinaryIO

from interview.candidates.transfers import cells

LONGEST_CELL = 50_000
MOST_COLUMNS = 200


class NotReadable(Exception):
    """The file as a whole cannot be read; the words are for people."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row: the line it begins on, its cells by column, and what is wrong with its shape."""

    line: int
    cells: dict[str, str]
    problem: str | None = None


class Records:
    """The records of a file; iterating raises `NotReadable` where it stops being a CSV in UTF-8."""

    def __init__(self, file: BinaryIO) -> None:
        self._text = TextIOWrapper(file, encoding="utf-8-sig", errors="strict", newline="")
        first = self._first_line()
        self._text.seek(0)
        self._rows = csv.reader(self._text, delimiter=_separator(first), strict=True)
        self._header = self._read() or []
        self.columns, self.ignored = _mapped(self._header)

    def __iter__(self) -> Iterator[Record]:
        """Read on, leaving out empty lines."""
        while True:
            line = self._rows.line_num + 1
            row = self._read()
            if row is None:
                return
            if any(cell.strip() for cell in row):
                yield self._record(line, row)

    def _record(self, line: int, row: list[str]) -> Record:
        if len(row) > len(self._header):
            return Record(line, {}, f"The row has {len(row)} cells, the header {len(self._header)}.")
        pairs = zip(self.columns, row, strict=False)
        return Record(line, {column: cells.unguarded(cell) for column, cell in pairs if column is not None})

    def _first_line(self) -> str:
        try:
            return self._text.readline(LONGEST_CELL)
        except UnicodeDecodeError as cause:
            raise NotReadable("The file is not in UTF-8.") from cause

    def _read(self) -> list[str] | None:
        try:
            row = next(self._rows, None)
        except UnicodeDecodeError as cause:
            raise NotReadable(f"The file is not in UTF-8 behind line {self._rows.line_num}.") from cause
        except csv.Error as cause:
            raise NotReadable(f"The file is no CSV behind line {self._rows.line_num}: {cause}.") from cause
        if row is not None and len(row) > MOST_COLUMNS:
            raise NotReadable(f"A row has more than {MOST_COLUMNS} cells.")
        return row


def _separator(line: str) -> str:
    """What stands most often between the header's cells, outside of quotes."""
    outside = "".join(line.split('"')[::2])
    return max((",", ";", "\t"), key=outside.count)


def _mapped(header: list[str]) -> tuple[list[str | None], list[str]]:
    columns: list[str | None] = []
    for name in header:
        column = cells.column_of(name)
        columns.append(None if column in columns or column in cells.READ_ONLY else column)
    if "name" not in columns and not {cells.FIRST_NAME, cells.LAST_NAME} & set(columns):
        raise NotReadable("The first line names no column for the name.")
    ignored = [name.strip()[:100] for name, column in zip(header, columns, strict=True) if column is None]
    return columns, [name for name in ignored if name]
