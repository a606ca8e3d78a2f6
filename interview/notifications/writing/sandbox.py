"""Jinja for texts that people of an organisation write: what is allowed is listed, and its cost is bounded.

Beside Jinja's own sandbox only the listed nodes, filters and helpers pass. Nothing can assign, import, define or
multiply, and loops do not nest, so that the work is at most the length of the template times that of one value.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from traceback import walk_tb
from types import TracebackType
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

LONGEST_TEMPLATE = 20_000
LONGEST_OUTPUT = 200_000
LONGEST_VALUE = 10_000
MOST_ITEMS = 100
RENDER_SECONDS = 2.0
FILTERS = frozenset(
    {"capitalize", "default", "first", "join", "last", "length", "lower", "title", "trim", "upper"},
)
NODES = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Getitem,
    nodes.If,
    nodes.For,
    nodes.Filter,
    nodes.Test,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Neg,
    nodes.Call,
    nodes.Concat,
    nodes.CondExpr,
)
TESTS = frozenset({"defined", "undefined", "none", "string", "number", "sequence"})
LOADED = frozenset({"true", "false", "none", "True", "False", "None", "loop"})
Helper = Callable[..., str]


class Mistake(Exception):
    """A template that cannot be read or rendered: what is wrong, and in which of its lines."""

    def __init__(self, words: str, *, line: int | None) -> None:
        super().__init__(words)
        self.words = words
        self.line = line


class _Environment(ImmutableSandboxedEnvironment):
    """Strict about names, silent about empty values."""

    def __init__(self, *, escapes: bool) -> None:
        super().__init__(
            autoescape=escapes,
            undefined=StrictUndefined,
            finalize=lambda value: "" if value is None else value,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            cache_size=0,
        )
        self.globals.clear()


_PLAIN = _Environment(escapes=False)
_ESCAPING = _Environment(escapes=True)


def check(source: str, *, names: Collection[str], helpers: Collection[str]) -> None:
    """Read a template without running it; raises `Mistake` for what is not allowed or names nothing."""
    if len(source) > LONGEST_TEMPLATE:
        raise Mistake(f"A template has at most {LONGEST_TEMPLATE} characters.", line=None)
    try:
        tree = _PLAIN.parse(source)
    except TemplateSyntaxError as cause:
        raise Mistake(cause.message or "cannot be read", line=cause.lineno) from cause
    except RecursionError as cause:
        raise Mistake("This is nested too deeply.", line=None) from cause
    known = LOADED | set(names)
    for node in _walk(tree):
        _check_node(node, helpers=helpers)
        known |= {name.name for name in _targets(node)}
    for node in tree.find_all(nodes.Name):
        if node.name not in known and node.name not in helpers:
            raise Mistake(f"There is no value called {node.name}; there are {_told(names)}.", line=node.lineno)


def _told(names: Collection[str]) -> str:
    return ", ".join(sorted(names))


def _walk(node: nodes.Node, *, in_loop: bool = False) -> Iterator[nodes.Node]:
    if isinstance(node, nodes.For) and in_loop:
        raise Mistake("A loop cannot stand inside another.", line=node.lineno)
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child, in_loop=in_loop or isinstance(node, nodes.For))


def _targets(node: nodes.Node) -> Iterator[nodes.Name]:
    if isinstance(node, nodes.For):
        yield from (found for found in [node.target] if isinstance(found, nodes.Name))


def _check_node(node: nodes.Node, *, helpers: Collection[str]) -> None:
    match node:
        case nodes.For() if node.recursive or not isinstance(node.iter, nodes.Name):
            raise Mistake("A loop goes over one value by its name.", line=node.lineno)
        case nodes.Filter() if node.name not in FILTERS:
            raise Mistake(f"There is no filter {node.name} here; there are {_told(FILTERS)}.", line=node.lineno)
        case nodes.Test() if node.name not in TESTS:
            raise Mistake(f"There is no test {node.name} here; there are {_told(TESTS)}.", line=node.lineno)
        case nodes.Call() if not isinstance(node.node, nodes.Name) or node.node.name not in helpers:
            raise Mistake(f"Only these can be called: {_told(helpers)}.", line=node.lineno)
        case nodes.Call() if node.kwargs or node.dyn_args or node.dyn_kwargs:
            raise Mistake("Helpers take plain values, one after the other.", line=node.lineno)
        case nodes.Keyword() | nodes.Pair():
            raise Mistake("Values with names cannot be given here.", line=node.lineno)
        case _ if not isinstance(node, NODES):
            raise Mistake(f"{type(node).__name__} is not allowed here.", line=getattr(node, "lineno", None))


def render(source: str, values: Mapping[str, Any], *, helpers: Mapping[str, Helper], escapes: bool) -> str:
    """Write a template with values; raises `Mistake`."""
    check(source, names=values.keys(), helpers=helpers.keys())
    context = {name: _bounded(value) for name, value in values.items()} | dict(helpers)
    latest, length, written = time.monotonic() + RENDER_SECONDS, 0, []
    try:
        for piece in _compiled(source, escapes).generate(context):
            length += len(piece)
            if length > LONGEST_OUTPUT or time.monotonic() > latest:
                raise Mistake(
                    f"What it writes is longer than {LONGEST_OUTPUT} characters, or takes too long.", line=None
                )
            written.append(piece)
    except Mistake:
        raise
    except Exception as cause:
        raise Mistake(str(cause)[:300] or type(cause).__name__, line=_line(cause.__traceback__)) from cause
    return "".join(written)


@lru_cache(maxsize=256)
def _compiled(source: str, escapes: bool) -> Any:
    return (_ESCAPING if escapes else _PLAIN).from_string(source)


def _line(trace: TracebackType | None) -> int | None:
    """The template's line in a traceback that Jinja has rewritten."""
    lines = [line for frame, line in walk_tb(trace) if frame.f_code.co_filename in {"<template>", "<unknown>"}]
    return lines[-1] if lines else None


def _bounded(value: Any) -> Any:
    if isinstance(value, str):
        return value[:LONGEST_VALUE]
    if isinstance(value, list | tuple):
        return [_bounded(item) for item in list(value)[:MOST_ITEMS]]
    if isinstance(value, Mapping):
        return {str(name): _bounded(item) for name, item in list(value.items())[:MOST_ITEMS]}
    return value
