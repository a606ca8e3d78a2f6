"""Single values of appointments on the wire, as different clients spell them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from marshmallow import ValidationError, fields

from interview.candidates.models import LARGEST_ID
from interview.core import current
from interview.core.schema import Moment, Text

NOBODY = 0
FIRST_YEAR, LAST_YEAR = 1970, 2200
LONGEST_LINK = 2000
LONGEST_REMARK = 10_000
MOST_AREAS = 30
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class CandidateId(fields.Field[int]):
    """A candidate's number, as a number or as text; a text that is none names nobody."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.metadata = {**self.metadata, "type": ["integer", "string"]}

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any) -> int:
        if isinstance(value, str) and 0 < len(value) <= 64:
            number = int(value) if value.isascii() and value.isdigit() else NOBODY
            return number if number <= LARGEST_ID else NOBODY
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= LARGEST_ID:
            raise ValidationError("Not the id of a candidate.")
        return value


class Spelled(fields.String):
    """One of a few words; `In-Progress`, `in progress` and `in_progress` are the same."""

    def __init__(self, words: type[StrEnum], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.words = tuple(word.value for word in words)
        self.metadata = {**self.metadata, "enum": [*self.words, *([None] if self.allow_none else [])]}

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        word = text.strip().lower().replace("-", "_").replace(" ", "_")
        if word not in self.words:
            raise ValidationError(f"Must be one of: {', '.join(self.words)}.")
        return word


def _bounded(when: date) -> None:
    if not FIRST_YEAR <= when.year <= LAST_YEAR:
        raise ValidationError(f"Must lie between {FIRST_YEAR} and {LAST_YEAR}.")


class Time(Moment):
    """A moment of our age: what is reckoned from it stays within the calendar."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> datetime:
        moment = super()._deserialize(value, attr, data, **kwargs)
        _bounded(moment)
        return moment


class DayOrMoment(fields.Field[date]):
    """A day, as `2024-02-01`, or a moment in RFC 3339; a moment without a zone is one of the organisation's clock."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.metadata = {**self.metadata, "type": "string"}

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any) -> date:
        try:
            found = date.fromisoformat(value) if _DAY.fullmatch(value) else datetime.fromisoformat(value)
        except (TypeError, ValueError) as cause:
            raise ValidationError("Neither a day, such as 2024-02-01, nor a moment in RFC 3339.") from cause
        _bounded(found)
        return found


class MeetingLink(Text):
    """An https link to a meeting elsewhere, which is never fetched; a link to our own site is our own room: null."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Any:
        link = super()._deserialize(value, attr, data, **kwargs).strip()
        if link.startswith(f"{current.settings().site_url}/"):
            return None
        if len(link) > LONGEST_LINK or not _is_safe(link):
            raise ValidationError("Must be an https link.")
        return link


def _is_safe(link: str) -> bool:
    try:
        parts = urlsplit(link)
        is_named = bool(parts.hostname) and parts.username is None and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
    return parts.scheme == "https" and is_named and link.isprintable() and " " not in link


class Feedback(fields.Field[dict[str, str]]):
    """A remark for each area, or one text for all, which is kept under `overall`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.metadata = {
            **self.metadata,
            "type": ["object", "string"],
            "additionalProperties": {"type": "string"},
        }

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any) -> dict[str, str]:
        areas = {"overall": value} if isinstance(value, str) else value
        if not isinstance(areas, dict) or len(areas) > MOST_AREAS:
            raise ValidationError(f"Must be a text, or at most {MOST_AREAS} areas with a text each.")
        remark, area = Text(), Text()
        told = {
            str(area.deserialize(name)).strip(): str(remark.deserialize(words)).strip() for name, words in areas.items()
        }
        if any(not 0 < len(name) <= 100 or len(words) > LONGEST_REMARK for name, words in told.items()):
            raise ValidationError(f"An area has 1 to 100 characters, its remark at most {LONGEST_REMARK}.")
        return {name: words for name, words in told.items() if words}


class Whole(fields.Nested):
    """An object that is given whole even where the body around it may be partial."""

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, partial: object = None, **kwargs: Any
    ) -> Any:
        return super()._deserialize(value, attr, data, partial=False, **kwargs)
