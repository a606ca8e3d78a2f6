"""What a lot asks of a candidate, as it is kept and published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from interview.candidates.finding import labels

SCORES = ("technical", "communication", "problem_solving", "cultural_fit")
WIRE = {"problem_solving": "problemSolving", "cultural_fit": "culturalFit"}


@dataclass(frozen=True, slots=True)
class Range:
    """A number from `min` to `max`, both included; None leaves that side open."""

    min: float | None = None
    max: float | None = None

    @classmethod
    def of(cls, values: Mapping[str, Any] | None) -> Range:
        """From a mapping with `min` and `max`."""
        return cls((values or {}).get("min"), (values or {}).get("max"))

    def as_document(self) -> dict[str, float | int | None]:
        """As it is published: whole numbers without a fraction, as RFC 8785 writes them."""
        return {"min": _plain(self.min), "max": _plain(self.max)}

    def __bool__(self) -> bool:
        return self.min is not None or self.max is not None


def _plain(value: float | None) -> float | int | None:
    return int(value) if value is not None and float(value).is_integer() else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """All of these must hold; what is empty asks nothing. A candidate without a score never meets a score's range."""

    skills_all: tuple[str, ...] = ()
    skills_any: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    experience_years: Range = Range()
    scores: Mapping[str, Range] = field(default_factory=dict)
    statuses: tuple[str, ...] = ()
    location: str | None = None
    excludes_other_lots: bool = False

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Criteria:
        """From a request's values, named as here; raises `LabelTooLong`."""
        scores = values.get("scores") or {}
        return cls(
            skills_all=_words(values.get("skills_all")),
            skills_any=_words(values.get("skills_any")),
            tags=_words(values.get("tags")),
            experience_years=Range.of(values.get("experience_years")),
            scores={name: Range.of(scores.get(name)) for name in SCORES},
            statuses=tuple(dict.fromkeys(values.get("statuses") or ())),
            location=(values.get("location") or "").strip() or None,
            excludes_other_lots=bool(values.get("excludes_other_lots")),
        )

    @classmethod
    def kept(cls, document: Mapping[str, Any]) -> Criteria:
        """From what `as_document` made."""
        scores = document.get("scores") or {}
        return cls.of(
            {
                "skills_all": document.get("skillsAll"),
                "skills_any": document.get("skillsAny"),
                "tags": document.get("tags"),
                "experience_years": document.get("experienceYears"),
                "scores": {name: scores.get(WIRE.get(name, name)) for name in SCORES},
                "statuses": document.get("statuses"),
                "location": document.get("location"),
                "excludes_other_lots": document.get("excludesOtherLots"),
            }
        )

    def as_document(self) -> dict[str, Any]:
        """As it is kept and published, in camelCase."""
        return {
            "skillsAll": list(self.skills_all),
            "skillsAny": list(self.skills_any),
            "tags": list(self.tags),
            "experienceYears": self.experience_years.as_document(),
            "scores": {WIRE.get(name, name): self.scores.get(name, Range()).as_document() for name in SCORES},
            "statuses": list(self.statuses),
            "location": self.location,
            "excludesOtherLots": self.excludes_other_lots,
        }


def _words(words: Any) -> tuple[str, ...]:
    return tuple(labels.distinct(words or ()).values())
