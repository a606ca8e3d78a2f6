"""The pages that are generated from the code: `make docs` writes them, a test fails when one is stale."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import fields
from itertools import groupby
from pathlib import Path
from typing import Any

from flask import Flask

from interview.core import config
from interview.core.config import Settings
from interview.core.errors import AppError
from interview.factory import create_app
from tests.house import roles
from tests.house.routes import guard_of, guarded_rules, methods_of, summary_of, tag_of
from tests.house.tree import ROOT

NOTE = "This page is generated from the code: `make docs`."


def env_example(_: Flask) -> str:
    """Every setting with its default, to copy to `.env`."""
    return config.example()


def settings_page(_: Flask) -> str:
    """Every setting by group."""
    lines = [
        "# Settings", "", NOTE, "",
        "A setting is read from the environment, then from `.env` in the working directory; a malformed or unsafe one",
        "stops the server with a message that names it.",
    ]  # fmt: skip
    for group, found in groupby(fields(Settings), key=lambda spec: str(spec.metadata["group"])):
        lines += ["", f"## {group}", "", "| Setting | Default | What it does |", "|---|---|---|"]
        lines += [f"| `{spec.name.upper()}` | {_default(spec.default)} | {spec.metadata['about']} |" for spec in found]
    return "\n".join(lines) + "\n"


def _default(value: Any) -> str:
    if value in ("", ()):
        return "empty"
    return f"`{','.join(map(str, value)) if isinstance(value, tuple) else value}`"


def endpoints_page(app: Flask) -> str:
    """Every endpoint: method, path, who may call it, what it does."""
    lines = [
        "# Endpoints", "", NOTE, "",
        "Bodies and answers are at `/api/docs` on a running server, and as OpenAPI at `/api/openapi.json`.",
        "`may(scope)` lets in people and API keys with that scope; `holds_token` the interview token in the body;",
        "`holds_session` and `reads_session` the session's id, or staff of its organisation; `holds_upload` and",
        "`holds_signature` whoever has the address; `person` signed-in people, `signed_in` them and API keys.",
    ]  # fmt: skip
    rules = sorted(guarded_rules(app), key=lambda rule: (tag_of(app, rule), rule.rule, methods_of(rule)))
    for tag, found in groupby(rules, key=lambda rule: tag_of(app, rule)):
        lines += ["", f"## {tag}", "", "| Method | Path | Guard | What it does |", "|---|---|---|---|"]
        lines += [
            f"| {' '.join(methods_of(rule))} | `{rule.rule}` | `{guard_of(app, rule)}` | {summary_of(app, rule)} |"
            for rule in found
        ]
    return "\n".join(lines) + "\n"


def problems_page(_: Flask) -> str:
    """Every problem a client may meet."""
    lines = [
        "# Problems", "", NOTE, "",
        "Every refusal is `application/problem+json` (RFC 9457) with a stable `code`; its `type` is",
        "`/api/problems/<code>`, where a running server explains it.", "",
        "| Code | Status | Title | Meaning |", "|---|---|---|---|",
    ]  # fmt: skip
    lines += [f"| `{one.code}` | {one.status} | {one.title} | {_meaning(one)} |" for one in problems()]
    return "\n".join(lines) + "\n"


def problems() -> list[type[AppError]]:
    """One kind of failure for each code, by code."""
    return sorted({kind.code: kind for kind in (AppError, *AppError.known())}.values(), key=lambda kind: kind.code)


def _meaning(kind: type[AppError]) -> str:
    return " ".join((kind.__doc__ or "").split("\n\n")[0].split())


def roles_page(app: Flask) -> str:
    """Who may do what: roles against scopes and verbs."""
    return roles.page(app, NOTE)


PAGES: dict[str, Callable[[Flask], str]] = {
    ".env.example": env_example,
    "docs/settings.md": settings_page,
    "docs/api/endpoints.md": endpoints_page,
    "docs/api/problems.md": problems_page,
    "docs/api/roles.md": roles_page,
}


def main() -> None:
    """Write every page."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(config.load({}, env_file=None, environment="testing", data_dir=Path(folder)))
        for name, write in PAGES.items():
            path = ROOT / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(write(app))


if __name__ == "__main__":
    main()
