"""Dataclasses to JSON and back, checked, for the line between a parent and its child."""

from __future__ import annotations

import json
import types
from dataclasses import asdict, fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

_Shape = TypeVar("_Shape")


def written(value: Any) -> str:
    """Write a dataclass, or a tuple of numbers, as one line of JSON."""
    return json.dumps(asdict(value) if is_dataclass(value) and not isinstance(value, type) else value, default=str)


def read(shape: type[_Shape], value: Any) -> _Shape:
    """Build a `shape` from parsed JSON; raises TypeError when it has another shape, ValueError when it is refused."""
    built: _Shape = _built(shape, value)
    return built


def _built(shape: Any, value: Any) -> Any:
    origin, inside = get_origin(shape), get_args(shape)
    if is_dataclass(shape):
        return _dataclass(shape, value)
    if origin in (Union, types.UnionType):
        return None if value is None else _built(next(one for one in inside if one is not types.NoneType), value)
    if origin is tuple:
        return tuple(_built(inside[0], one) for one in _checked(list, value))
    if origin is Literal:
        return _one_of(inside, value)
    if shape is Path:
        return Path(_checked(str, value))
    if shape is float and type(value) is int:
        return float(value)
    return _checked(shape, value)


def _dataclass(shape: Any, value: Any) -> Any:
    hints = get_type_hints(shape)
    known = {field.name for field in fields(shape)}
    if set(_checked(dict, value)) - known:
        raise TypeError(f"{shape.__name__} has no {sorted(set(value) - known)}")
    return shape(**{name: _built(hints[name], one) for name, one in value.items()})


def _one_of(allowed: tuple[Any, ...], value: Any) -> Any:
    if value not in allowed:
        raise TypeError(f"{value!r} is none of {allowed}")
    return value


def _checked(shape: type, value: Any) -> Any:
    if type(value) is not shape:
        raise TypeError(f"expected {shape.__name__}, found {type(value).__name__}")
    return value
