"""Skills and tags: written, read, and suggested by their beginning."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import delete, func, insert, literal, select

from interview.candidates.errors import LabelTooLong
from interview.candidates.finding.words import LAST
from interview.candidates.models import LONGEST_LABEL, Candidate, CandidateLabel, LabelKind
from interview.core.db import db

MOST_SUGGESTED = 20
MOST_KNOWN = 3000


def shown(text: str) -> str:
    """A label as it was written, with single spaces."""
    return " ".join(text.split())


def normal(text: str) -> str:
    """A label as it is compared; raises `LabelTooLong` for one that does not fit once its signs are unfolded."""
    label = shown(unicodedata.normalize("NFKC", text)).casefold()
    if len(label) > LONGEST_LABEL:
        raise LabelTooLong(f"A label has at most {LONGEST_LABEL} characters.")
    return label


def distinct(texts: Iterable[str]) -> dict[str, str]:
    """Labels by their compared form, the first spelling of each; empty ones are left out."""
    found: dict[str, str] = {}
    for text in texts:
        if label := normal(text):
            found.setdefault(label, shown(text))
    return found


def replace(candidates: Mapping[Candidate, Mapping[LabelKind, Iterable[str]]], *, are_new: bool = False) -> None:
    """Give stored candidates these labels in place of those of the same kind."""
    if not are_new:
        for kind in LabelKind:
            of_kind = [candidate.id for candidate, labels in candidates.items() if kind in labels]
            mine = (CandidateLabel.candidate_id.in_(of_kind), CandidateLabel.kind == kind)
            db.session.execute(delete(CandidateLabel).where(*mine))
    rows = [
        {
            "candidate_id": candidate.id,
            "organisation_id": candidate.organisation_id,
            "kind": kind.value,
            "label": label,
            "shown": written,
        }
        for candidate, labels in candidates.items()
        for kind, texts in labels.items()
        for label, written in distinct(texts).items()
    ]
    if rows:
        db.session.execute(insert(CandidateLabel), rows)


def of(candidate_ids: Collection[int]) -> dict[tuple[int, str], list[str]]:
    """The labels of candidates as they were written, by candidate and kind, in alphabetical order."""
    query = select(CandidateLabel.candidate_id, CandidateLabel.kind, CandidateLabel.shown)
    query = query.where(CandidateLabel.candidate_id.in_(candidate_ids)).order_by(CandidateLabel.label)
    found: dict[tuple[int, str], list[str]] = {}
    for candidate_id, kind, written in db.session.execute(query):
        found.setdefault((candidate_id, kind), []).append(written)
    return found


def suggest(kind: LabelKind, *, within: str | None, beginning: str = "", limit: int = MOST_SUGGESTED) -> list[str]:
    """The organisation's labels that begin so, in alphabetical order.

    Each is found by one step on the index from the label before it, however many candidates carry it.
    """
    start = shown(unicodedata.normalize("NFKC", beginning)).casefold()[:LONGEST_LABEL]
    mine = (CandidateLabel.organisation_id == within, CandidateLabel.kind == kind.value)
    column = CandidateLabel.label
    bounds = (column >= start, column < start + LAST)
    first = select(func.min(column).label("label"), literal(1).label("place")).where(*mine, *bounds)
    walk = first.cte("walk", recursive=True)
    following = select(func.min(column)).where(*mine, column > walk.c.label, column < start + LAST).scalar_subquery()
    walk = walk.union_all(select(following, walk.c.place + 1).where(walk.c.label.is_not(None), walk.c.place < limit))
    written = (
        select(CandidateLabel.shown).where(*mine, column == walk.c.label).limit(1).correlate(walk).scalar_subquery()
    )
    query = select(written).where(walk.c.label.is_not(None)).order_by(walk.c.place)
    return [found for found in db.session.scalars(query) if found is not None]


def skills_in(text: str, *, within: str | None) -> list[str]:
    """Those of the organisation's known skills that stand in a text as whole words, in alphabetical order."""
    told = f" {_spaced(text)} "
    known: Sequence[str] = suggest(LabelKind.SKILL, within=within, limit=MOST_KNOWN)
    return [skill for skill in known if f" {_spaced(skill)} " in told]


def _spaced(text: str) -> str:
    """Words with single spaces between them; signs such as those of `c++` and `.net` are kept, others stand apart."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    kept = "".join(char if char.isalnum() or char.isspace() or char in "+#." else " , " for char in folded)
    return " ".join(word for part in kept.split() if (word := part.rstrip(".")))
