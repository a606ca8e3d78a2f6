"""The door of the web client: its page at every address that is one, its files under names that carry their hash."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from apiflask import APIBlueprint
from flask import Flask, Response, current_app, request, send_from_directory
from werkzeug.routing import BaseConverter

from interview.core import ids
from interview.core.errors import NotFound
from interview.core.guards import guard, public

DIST = Path(__file__).resolve().parent.parent / "web" / "dist"
ROOMS = frozenset(
    {"", "i", "book", "calendar", "login", "register", "join", "forgot", "reset"}
    | {"interviews", "candidates", "lots", "positions", "draws", "messages", "people", "settings", "keys", "account"}
)
# The build writes this word where a style element may show the value that the policy of one answer names.
NONCE = "NONCE_OF_THIS_ANSWER"
# What each room's first view is made of, fetched beside the client instead of after it.
SHELL = "src/app/Shell.tsx"
INTERVIEWS = (SHELL, "src/features/scheduling/Interviews.tsx")
FIRST_VIEWS = {
    "": INTERVIEWS,
    "i": ("src/features/recording/Room.tsx",),
    "book": ("src/features/scheduling/booking/Booking.tsx",),
    "login": ("src/features/accounts/LogIn.tsx",),
    "interviews": INTERVIEWS,
    "candidates": (SHELL, "src/features/candidates/Candidates.tsx"),
    "lots": (SHELL, "src/features/candidates/lots/Lots.tsx"),
    "draws": ("src/features/candidates/lots/draw/PublicDraw.tsx",),
}
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
}
ENCODINGS = (("br", ".br"), ("gzip", ".gz"))
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'nonce-{nonce}'",
        "img-src 'self' blob: data:",
        "media-src 'self' blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
# A worker's script brings its own policy, which is why files do not get the one of the API's answers.
FILE_POLICY = "default-src 'self'; base-uri 'none'; frame-ancestors 'none'"
ABILITIES = "camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=(), usb=()"
NOT_BUILT = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The web client is not built</title>
<style nonce="NONCE_OF_THIS_ANSWER">
  body { font: 1rem/1.6 system-ui, sans-serif; max-width: 38rem; margin: 15vh auto; padding: 0 1.5rem }
  :root { color-scheme: light dark; background: Canvas; color: CanvasText }
  code { font-size: .95em }
</style>
<main>
  <h1>The web client is not built</h1>
  <p>The server works, and so does its API: see <a href="/api/docs">the documentation</a>.</p>
  <p>To build the pages, run <code>make web</code> in the project’s folder and load this page again;
     <code>make run</code> does it by itself.</p>
</main>
</html>
"""

bp = APIBlueprint("website", __name__, enable_openapi=False)


class PagePath(BaseConverter):
    """An address of a page: no file, and below none of the prefixes that programs call."""

    regex = r"(?!(?:api|health|socket\.io|assets|live-interview)(?:/|$))[^.]+"
    part_isolating = False
    weight = 1000


@dataclass(frozen=True, slots=True)
class Built:
    """What the build made: the page, and for each source module the files that its chunk needs."""

    page: str
    manifest: dict[str, dict[str, list[str] | str]]

    def files_of(self, modules: tuple[str, ...]) -> list[str]:
        """The scripts and style sheets of these modules' chunks and of all that they import, the entry's left out."""
        chunks: dict[str, dict[str, list[str] | str]] = {}
        waiting = [module for module in modules if module in self.manifest]
        while waiting:
            name = waiting.pop(0)
            chunk = self.manifest[name]
            if name not in chunks and not chunk.get("isEntry"):
                chunks[name] = chunk
                waiting.extend(chunk.get("imports", ()))
        return [
            *dict.fromkeys(name for chunk in chunks.values() for name in (str(chunk["file"]), *chunk.get("css", ())))
        ]


def init(app: Flask) -> None:
    """Open the doors."""
    app.config.setdefault("WEBSITE_FOLDER", DIST)
    app.url_map.converters["page"] = PagePath
    app.register_blueprint(bp)


@bp.get("/")
@bp.get("/<page:path>")
@guard(public)
def show_page(path: str = "") -> Response:
    """Show the client's page, which finds its way by the address."""
    room = path.partition("/")[0]
    if room not in ROOMS and request.accept_mimetypes.best_match(["application/json", "text/html"]) != "text/html":
        raise NotFound()
    nonce = ids.token()
    built = _built()
    text = _with_first_view(built, room) if built else NOT_BUILT
    response = Response(text.replace(NONCE, nonce), content_type="text/html; charset=utf-8")
    response.status_code = 503 if built is None else 200 if room in ROOMS else 404
    response.headers.update(
        {
            "Content-Security-Policy": POLICY.format(nonce=nonce),
            "Permissions-Policy": ABILITIES,
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cache-Control": "no-store",
        }
    )
    return response


@bp.get("/assets/<path:name>")
@guard(public)
def get_asset(name: str) -> Response:
    """Serve a built file; its name changes with its content, so nobody asks twice."""
    return _file(f"assets/{name}", "public, max-age=31536000, immutable")


@bp.get("/favicon.svg")
@guard(public)
def get_icon() -> Response:
    """Serve the page's icon."""
    return _file("favicon.svg", "public, max-age=86400")


def _file(name: str, caching: str) -> Response:
    kind = TYPES.get(Path(name).suffix)
    if kind is None or not (_folder() / name).is_file():
        raise NotFound()
    encoding, suffix = _encoding(name)
    response = send_from_directory(_folder(), name + suffix, mimetype=kind)
    response.headers["Content-Type"] = kind
    response.headers["Cache-Control"] = caching
    response.headers["Content-Security-Policy"] = FILE_POLICY
    del response.headers["Content-Disposition"]
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    if encoding:
        response.headers["Content-Encoding"] = encoding
    return response


def _encoding(name: str) -> tuple[str, str]:
    """The smallest form that the caller reads and the build made; empty for the file as it is."""
    for encoding, suffix in ENCODINGS:
        if request.accept_encodings[encoding] > 0 and (_folder() / f"{name}{suffix}").is_file():
            return encoding, suffix
    return "", ""


def _folder() -> Path:
    folder: Path = current_app.config["WEBSITE_FOLDER"]
    return folder


def _built() -> Built | None:
    page = _folder() / "index.html"
    try:
        return _read(page, page.stat().st_mtime_ns)
    except FileNotFoundError:
        return None


@lru_cache(maxsize=4)
def _read(page: Path, _changed_at: int) -> Built:
    manifest = page.parent / ".vite" / "manifest.json"
    return Built(page.read_text(), json.loads(manifest.read_text()) if manifest.is_file() else {})


def _with_first_view(built: Built, room: str) -> str:
    files = built.files_of(FIRST_VIEWS.get(room, (SHELL,)))
    links = "".join(
        f'<link rel="stylesheet" crossorigin href="/{name}" nonce="{NONCE}">'
        if name.endswith(".css")
        else f'<link rel="modulepreload" crossorigin href="/{name}" nonce="{NONCE}">'
        for name in files
    )
    return built.page.replace("</head>", f"{links}</head>", 1)
