"""The events that the product tells over sockets, read from its code."""

from __future__ import annotations

import ast

from tests.house.tree import parsed, python_files

TELLING = frozenset({"emit", "tell_all", "tell_staff", "tell_organisation"})


def told() -> set[str]:
    """The names given as plain text to the functions that tell an event."""
    return {name for path in python_files() for node in ast.walk(parsed(path)) if (name := _event(node))}


def _event(node: ast.AST) -> str | None:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func.attr not in TELLING:
        return None
    texts = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return texts[0] if texts else None
