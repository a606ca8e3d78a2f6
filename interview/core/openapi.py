"""The OpenAPI 3.1 document: generated from the views, completed with what the library cannot know."""

from __future__ import annotations

import json
import re
import warnings
from typing import Any

from apiflask import APIFlask
from flask import Flask
from marshmallow import fields

from interview.core.errors import PROBLEM_TYPE
from interview.core.schema import Schema

SCHEMES: dict[str, dict[str, str]] = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "An access token, or an API key as id.secret."},
    "basic": {"type": "http", "scheme": "basic", "description": "An API key: its id as user, its secret as password."},
    "cookie": {"type": "apiKey", "in": "cookie", "name": "access_token", "description": "A browser's login."},
}
# What a view that reads its body itself takes: a form with the file in it, or the file as the body.
FILE: dict[str, Any] = {
    "required": True,
    "content": {
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "properties": {"file": {"type": "string", "format": "binary"}},
                "required": ["file"],
            }
        },
        "application/octet-stream": {"schema": {"type": "string", "format": "binary"}},
    },
}
_NUMBERED = re.compile(r"^(.*\D)\d+$")
_BARE = frozenset({"HEAD", "OPTIONS"})
_METHODS = frozenset({"get", "post", "put", "patch", "delete", "head", "options"})


class Problem(Schema):
    """A failure (RFC 9457), with the members that the documented clients look at."""

    type = fields.String()
    title = fields.String()
    status = fields.Integer()
    detail = fields.String()
    instance = fields.String()
    code = fields.String()
    request_id = fields.String()
    success = fields.Boolean()
    message = fields.String()
    errors = fields.Dict(keys=fields.String())


def init(app: APIFlask) -> None:
    """Complete the document whenever it is generated."""
    # The library says this whenever a schema is nested in one view and whole in another; `_merge_doubles` mends it.
    warnings.filterwarnings("ignore", message=".*has already been added to the spec.*", module="apispec")
    app.config.update(
        VALIDATION_ERROR_SCHEMA=Problem,
        HTTP_ERROR_SCHEMA=Problem,
        VALIDATION_ERROR_DESCRIPTION="The request is not valid; `errors` names the fields.",
        DESCRIPTION="Records interviews, never loses one, and helps people judge them fairly.",
    )

    @app.spec_processor
    def complete(spec: Any) -> Any:
        """Mend and complete the generated document."""
        spec["tags"] = list({tag["name"]: tag for tag in spec.get("tags", [])}.values())
        spec.setdefault("components", {})["securitySchemes"] = SCHEMES
        _add_bare(app, spec["paths"])
        for path, method, operation in _operations(spec):
            view = _view_of(app, path, method)
            _complete(operation, str(getattr(getattr(view, "policy", None), "__name__", "public")))
            if getattr(view, "largest_body", None):
                operation["requestBody"] = FILE
        return _merge_doubles(spec)


def _add_bare(app: APIFlask, paths: dict[str, dict[str, Any]]) -> None:
    """Add the views that answer HEAD or OPTIONS alone, which the library passes over; tus clients live by them."""
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        for method in (rule.methods or set()) if _BARE.issuperset(rule.methods or ()) else ():
            path = paths.setdefault(_told(rule.rule), {})
            known: dict[str, Any] = next(iter(path.values()), {})
            told = {name: known[name] for name in ("tags", "parameters") if name in known}
            answer = {"200" if method == "HEAD" else "204": {"description": "Told in headers alone."}}
            path[method.lower()] = {"summary": (view.__doc__ or "").strip(), "responses": answer, **told}


def _told(rule: str) -> str:
    """A route's path as the document writes it."""
    return re.sub(r"<(?:[^:>]+:)?([^>]+)>", r"{\1}", rule)


def _operations(spec: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    paths: dict[str, dict[str, Any]] = spec["paths"]
    return [(path, name, one) for path, methods in paths.items() for name, one in methods.items() if name in _METHODS]


def _view_of(app: Flask, path: str, method: str) -> object:
    for rule in app.url_map.iter_rules():
        if _told(rule.rule) == path and method.upper() in (rule.methods or ()):
            return app.view_functions[rule.endpoint]
    return None


def _complete(operation: dict[str, Any], policy: str) -> None:
    if policy.startswith(("may(", "signed_in", "person")):
        operation["security"] = [{name: []} for name in SCHEMES]
    operation["x-guard"] = policy
    answers = operation["responses"]
    for status, answer in answers.items():
        if str(status) >= "400" and "content" in answer:
            answer["content"] = {PROBLEM_TYPE: answer["content"].pop("application/json", {})}
    problem = {"schema": {"$ref": "#/components/schemas/Problem"}}
    answers.setdefault("default", {"description": "A problem (RFC 9457).", "content": {PROBLEM_TYPE: problem}})


def _merge_doubles(spec: dict[str, Any]) -> dict[str, Any]:
    """Join schemas that the library registered twice under a numbered name."""
    schemas = spec["components"].setdefault("schemas", {})
    written = json.dumps(spec)
    for name in sorted(schemas):
        match = _NUMBERED.match(name)
        if match and match[1] in schemas:
            written = written.replace(f'"#/components/schemas/{name}"', f'"#/components/schemas/{match[1]}"')
    merged: dict[str, Any] = json.loads(written)
    for name in list(schemas):
        match = _NUMBERED.match(name)
        if match and match[1] in schemas:
            del merged["components"]["schemas"][name]
    return merged
