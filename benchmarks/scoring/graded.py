"""Graded answers as JSON lines: `question, reference, answer, score, max`, optional `id, qid, label`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Graded:
    """An answer with the grade people gave it, from 0 to 1; `qid` groups the answers to one question."""

    id: str
    qid: str
    question: str
    reference: str
    answer: str
    grade: float
    top: float
    label: str


def read_graded(path: Path) -> list[Graded]:
    """Read every line of a file; raises ValueError with the line's number when one is not as described."""
    with path.open(encoding="utf-8") as lines:
        return [_graded(line, number) for number, line in enumerate(lines, 1) if line.strip()]


def _graded(line: str, number: int) -> Graded:
    try:
        row = json.loads(line)
        top = float(row.get("max", 1))
        return Graded(
            id=str(row.get("id", number)),
            qid=str(row.get("qid", row["question"])),
            question=row["question"],
            reference=row["reference"],
            answer=row["answer"],
            grade=float(row["score"]) / top,
            top=top,
            label=str(row.get("label", "")).lower(),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"line {number}: {error!r}") from error
