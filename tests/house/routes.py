"""The routes, as the pages and the tests about all of them see them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import Flask
from werkzeug.routing import Rule

SHOWN_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
# APIFlask's own route, which gives away nothing but the shape of the API.
UNGUARDED = frozenset({"openapi.spec"})


def guarded_rules(app: Flask) -> Iterator[Rule]:
    """Every route of ours."""
    return (rule for rule in app.url_map.iter_rules() if rule.endpoint not in UNGUARDED)


def methods_of(rule: Rule) -> list[str]:
    """The methods of a route that somebody wrote a view for."""
    methods = rule.methods or set()
    return [one for one in SHOWN_METHODS if one in methods] or sorted(methods)


def guard_of(app: Flask, rule: Rule) -> str:
    """The name of a route's policy."""
    return str(policy_of(app, rule).__name__)


def policy_of(app: Flask, rule: Rule) -> Any:
    """A route's policy."""
    return app.view_functions[rule.endpoint].policy  # type: ignore[attr-defined]


def summary_of(app: Flask, rule: Rule) -> str:
    """The first line of a view's docstring."""
    return str(app.view_functions[rule.endpoint].__doc__ or "").strip().splitlines()[0]


def tag_of(app: Flask, rule: Rule) -> str:
    """The part of the product that a route belongs to."""
    return str(getattr(app.blueprints[rule.endpoint.partition(".")[0]], "tag", ""))
