"""What a JSON body has to look like: a shape is a type, several types, a literal, a list of one shape or a mapping."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

NUMBER = (int, float)
TEXT_OR_NONE = (str, type(None))
NUMBER_OR_NONE = (int, float, type(None))
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


class OneOf:
    """One of these values."""

    def __init__(self, *values: object) -> None:
        self.values = values


class Moment:
    """A moment in UTC: RFC 3339 with Z; or null where it may be missing."""

    def __init__(self, *, may_be_null: bool = False) -> None:
        self.may_be_null = may_be_null


def faults(found: Any, shape: Any, path: str = "body") -> list[str]:
    """Everything in which the value differs from the shape; members beyond the shape are no fault."""
    return list(_faults(found, shape, path))


def _faults(found: Any, shape: Any, path: str) -> Iterator[str]:
    if isinstance(shape, dict):
        yield from _of_object(found, shape, path)
    elif isinstance(shape, list):
        yield from _of_list(found, shape[0], path)
    elif not _fits(found, shape):
        yield f"{path} is {found!r}"


def _of_object(found: Any, shape: dict[str, Any], path: str) -> Iterator[str]:
    if not isinstance(found, dict):
        yield f"{path} is no object: {found!r}"
        return
    for name, inner in shape.items():
        if name not in found:
            yield f"{path}.{name} is missing"
        else:
            yield from _faults(found[name], inner, f"{path}.{name}")


def _of_list(found: Any, shape: Any, path: str) -> Iterator[str]:
    if not isinstance(found, list):
        yield f"{path} is no list: {found!r}"
        return
    for number, one in enumerate(found):
        yield from _faults(one, shape, f"{path}[{number}]")


def _fits(found: Any, shape: Any) -> bool:
    if isinstance(shape, OneOf):
        return found in shape.values
    if isinstance(shape, Moment):
        return (found is None and shape.may_be_null) or _is_moment(found)
    if isinstance(shape, type | tuple):
        # JSON tells true and 1 apart, Python does not.
        return isinstance(found, shape) and (not isinstance(found, bool) or shape is bool)
    return type(found) is type(shape) and bool(found == shape)


def _is_moment(found: Any) -> bool:
    if not isinstance(found, str) or not _RFC3339.fullmatch(found):
        return False
    return datetime.fromisoformat(found).tzinfo is not None


PROBLEM = {
    "type": str,
    "title": str,
    "status": int,
    "detail": str,
    "instance": str,
    "code": str,
    "request_id": str,
    "success": False,
    "message": str,
}
