"""The columns of the CSV, their other names, and cells that no spreadsheet takes for formulas."""

from __future__ import annotations

import re
from collections.abc import Iterable

# What is handed out, in this order; what callers cannot set is not read in.
COLUMNS = (
    "id",
    "name",
    "email",
    "phone",
    "headline",
    "location",
    "timezone",
    "experienceYears",
    "summary",
    "source",
    "status",
    "skills",
    "tags",
    "overallScore",
    "createdAt",
    "archivedAt",
)
READ_ONLY = frozenset({"overallScore", "createdAt", "archivedAt"})
FIRST_NAME, LAST_NAME = "first name", "last name"
_OTHER_NAMES = {
    "name": ("fullname", "candidate", "candidatename"),
    FIRST_NAME: ("firstname", "givenname"),
    LAST_NAME: ("lastname", "surname", "familyname"),
    "email": ("emailaddress", "mail"),
    "phone": ("phonenumber", "telephone", "mobile"),
    "headline": ("jobtitle", "title"),
    "location": ("city", "place"),
    "timezone": ("zone",),
    "experienceYears": ("experience", "yearsofexperience", "years"),
    "summary": ("about", "description"),
    "source": ("origin",),
    "status": ("stage", "pipelinestage"),
    "skills": ("skill",),
    "tags": ("tag", "labels"),
}
_KNOWN = {re.sub(r"[^a-z0-9]", "", name.lower()): name for name in COLUMNS} | {
    other: name for name, others in _OTHER_NAMES.items() for other in others
}
# A cell that begins so is a formula to a spreadsheet (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_GUARD = "'"
_BETWEEN = re.compile(r"[;,\n]")


def column_of(header: str) -> str | None:
    """The column that a header names, None for one that we do not know."""
    return _KNOWN.get(re.sub(r"[^a-z0-9]", "", header.lower()))


def guarded(text: str) -> str:
    """A cell as it is handed out: a guard before what a spreadsheet would calculate, and before a guard itself."""
    return _GUARD + text if text.startswith((*_FORMULA, _GUARD)) else text


def unguarded(text: str) -> str:
    """A cell as it was before it was handed out."""
    return text[1:] if text.startswith(_GUARD) and text[1:].startswith((*_FORMULA, _GUARD)) else text


def joined(labels: Iterable[str]) -> str:
    """Labels in one cell."""
    return "; ".join(labels)


def parted(cell: str) -> list[str]:
    """The labels of a cell."""
    return [label for part in _BETWEEN.split(cell) if (label := part.strip())]
