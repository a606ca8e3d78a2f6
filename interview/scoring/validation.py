"""Reads a model's reply as a stranger's input: its shape, its bounds and the ids it names.

Nothing is coerced or repaired here: a number in quotes, a NaN, a field too many or an id we never gave
refuses the whole reply. What its quotes are worth is `reply_judgement`'s to say.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from interview.scoring import prompt
from interview.scoring.exchange import Dimension, Exchange

LONGEST_REPLY_CHARS = 100_000
MOST_PROBLEMS = 12
REASONS = (
    "not_assessable",
    "no_reference",
    "no_criteria",
    "no_content",
    "dont_know",
    "repeats_question",
    "unsupported_language",
)
"""The reasons a model may give; the others are ours to find."""


class InvalidReply(Exception):
    """The reply breaks the agreement; `problems` say where and how, without any of its text."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)[:MOST_PROBLEMS]
        super().__init__("; ".join(self.problems))


class _Number(fields.Field[float]):
    """A JSON number within bounds, so never NaN; marshmallow's own would take strings and booleans."""

    def __init__(self, highest: float, **given: Any) -> None:
        super().__init__(required=True, **given)
        self._highest = highest

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any) -> float:
        if type(value) not in (int, float) or not 0 <= value <= self._highest:
            raise ValidationError(f"must be a number from 0 to {self._highest:g}")
        return float(value)


class _Flag(fields.Field[bool]):
    """A JSON boolean and nothing that only looks like one."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any) -> bool:
        if not isinstance(value, bool):
            raise ValidationError("must be true or false")
        return value


def _readable(text: str) -> None:
    """Refuse half characters and control characters, which some databases and most pages do not take."""
    if any(unicodedata.category(char) in {"Cs", "Cc"} and not char.isspace() for char in text):
        raise ValidationError("holds characters that are no text")


def _text(most: int, *, least: int = 0, **given: Any) -> fields.String:
    return fields.String(required=True, validate=[validate.Length(min=least, max=most), _readable], **given)


def _quote() -> fields.String:
    return _text(2000, allow_none=True)


class _Score(Schema):
    value = _Number(100, allow_none=True)
    confidence = _Number(1)
    reason = fields.String(required=True, allow_none=True, validate=validate.OneOf(REASONS))
    quotes = fields.List(_text(2000), required=True, validate=validate.Length(max=10))


class _Claim(Schema):
    text = _text(600, least=1)
    dimension = fields.String(required=True, validate=validate.OneOf([*Dimension]))
    quote = _quote()
    point_id = _text(200, allow_none=True)


class _KeyPoint(Schema):
    id = _text(200)
    is_covered = _Flag(required=True)
    quote = _quote()


class _Criterion(Schema):
    id = _text(200)
    is_met = _Flag(required=True)
    quote = _quote()


class _Reply(Schema):
    question_id = _text(200)
    overall = fields.Nested(_Score, required=True)
    technical = fields.Nested(_Score, required=True)
    communication = fields.Nested(_Score, required=True)
    problem_solving = fields.Nested(_Score, required=True)
    cultural_fit = fields.Nested(_Score, required=True)
    key_points = fields.List(fields.Nested(_KeyPoint), required=True, validate=validate.Length(max=100))
    criteria = fields.List(fields.Nested(_Criterion), required=True, validate=validate.Length(max=100))
    strengths = fields.List(fields.Nested(_Claim), required=True, validate=validate.Length(max=10))
    improvements = fields.List(fields.Nested(_Claim), required=True, validate=validate.Length(max=10))
    follow_up_questions = fields.List(_text(600), required=True, validate=validate.Length(max=10))
    feedback = _text(3000)


def read(text: str, exchange: Exchange) -> dict[str, Any]:
    """The reply as plain values, sound in shape and bounds and speaking only of this exchange.

    Raises `InvalidReply`.
    """
    try:
        loaded: dict[str, Any] = _Reply().load(_parsed(text))
    except ValidationError as cause:
        raise InvalidReply(_flat(cause.messages)) from cause
    problems = tuple(_strays(loaded, exchange))
    if problems:
        raise InvalidReply(problems)
    return loaded


def _parsed(text: str) -> dict[str, Any]:
    if len(text) > LONGEST_REPLY_CHARS:
        raise InvalidReply([f"the reply is longer than {LONGEST_REPLY_CHARS} characters"])
    bare = text.strip().removeprefix("```json").removesuffix("```")
    try:
        value = json.loads(bare, object_pairs_hook=_once_each)
    except (ValueError, RecursionError) as cause:
        raise InvalidReply(["the reply is not valid JSON"]) from cause
    if not isinstance(value, dict):
        raise InvalidReply(["the reply is not a JSON object"])
    return value


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    named = dict(pairs)
    if len(named) != len(pairs):
        raise ValueError("a field is given twice")
    return named


def _strays(reply: Mapping[str, Any], exchange: Exchange) -> Iterator[str]:
    """Ids that were never given, given twice or forgotten, and nulls without a reason."""
    points, criteria = prompt.key_point_ids(exchange), prompt.criterion_ids(exchange)
    if reply["question_id"] != exchange.question_id:
        yield "question_id: not the id of the question"
    for name, known in (("key_points", points), ("criteria", criteria)):
        if sorted(item["id"] for item in reply[name]) != sorted(known):
            yield f"{name}: each given id must occur exactly once, and no other"
    for name in ("strengths", "improvements"):
        for place, claim in enumerate(reply[name]):
            if claim["point_id"] is not None and claim["point_id"] not in {*points, *criteria}:
                yield f"{name}.{place}.point_id: unknown id"
    for name in ("overall", *Dimension):
        if (reply[name]["value"] is None) != (reply[name]["reason"] is not None):
            yield f"{name}: a null value needs a reason, and only a null value has one"


def _flat(messages: Any, path: str = "") -> Iterator[str]:
    """marshmallow's nested messages as lines; unknown fields are counted, not named, since names are text too."""
    if isinstance(messages, dict):
        for name, inner in messages.items():
            known = isinstance(name, int) or name in _NAMES
            yield from _flat(inner, f"{path}.{name if known else 'unknown'}".lstrip("."))
    else:
        yield from (f"{path}: {message}" for message in messages)


_NAMES = {name for shape in (_Reply, _Score, _Claim, _KeyPoint, _Criterion) for name in shape().fields}
