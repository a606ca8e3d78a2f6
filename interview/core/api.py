"""The mechanisms' own doors: health, the documentation of the API, and what each problem means."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from apiflask import APIBlueprint
from flask import Flask, Response, send_from_directory

from interview.core import health
from interview.core.errors import AppError, NotFound
from interview.core.guards import guard, public

bp = APIBlueprint("core", __name__, tag="Operation")

PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>TalentFlow Interview API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<main id="swagger-ui"></main>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</html>
"""
START = """window.ui = SwaggerUIBundle({url: "/api/openapi.json", dom_id: "#swagger-ui", deepLinking: true});
"""
POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"


def init(app: Flask) -> None:
    """Open the doors."""
    app.register_blueprint(bp)


@bp.get("/health")
@guard(public)
def get_health() -> tuple[dict[str, Any], int]:
    """Say whether the service can work."""
    is_up, _ = health.report()
    return {"status": "up" if is_up else "down"}, 200 if is_up else 503


@bp.get("/api/health/interviews")
@guard(public)
def get_health_by_component() -> tuple[dict[str, Any], int]:
    """Say which components work."""
    is_up, components = health.report()
    return {"status": "up" if is_up else "down", "components": components}, 200 if is_up else 503


@bp.get("/api/problems/<code>")
@guard(public)
def get_problem(code: str) -> dict[str, Any]:
    """Explain the code of a problem."""
    kinds: list[type[AppError]] = [AppError, *AppError.known()]
    for kind in kinds:
        if kind.code == code:
            return {"code": kind.code, "status": kind.status, "title": kind.title, "description": kind.__doc__}
    raise NotFound(f"There is no problem with the code {code!r}.")


@bp.get("/api/docs")
@guard(public)
@bp.doc(hide=True)
def show_docs() -> Response:
    """Show the API's documentation to browse."""
    response = Response(PAGE, content_type="text/html; charset=utf-8")
    response.headers["Content-Security-Policy"] = POLICY
    return response


@bp.get("/api/docs/start.js")
@guard(public)
@bp.doc(hide=True)
def start_docs() -> Response:
    """Start the documentation's page; a file of its own, because no inline script may run."""
    return Response(START, content_type="text/javascript; charset=utf-8")


@bp.get("/api/docs/<any('swagger-ui.css', 'swagger-ui-bundle.js'):asset>")
@guard(public)
@bp.doc(hide=True)
def get_docs_asset(asset: str) -> Response:
    """Serve the documentation's script and style from our own machine."""
    import flask_swagger_ui

    response = send_from_directory(Path(flask_swagger_ui.__file__).parent / "dist", asset)
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response
