"""The web client's page and files, as the server hands them out."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from interview.core.http import Application

PAGE = """<!doctype html><html><head>
<meta property="csp-nonce" nonce="NONCE_OF_THIS_ANSWER">
<script type="module" src="/assets/index-1.js" nonce="NONCE_OF_THIS_ANSWER"></script>
</head><body></body></html>"""
MANIFEST = {
    "index.html": {"file": "assets/index-1.js", "isEntry": True},
    "_shared.js": {"file": "assets/shared-2.js", "css": ["assets/shared-2.css"], "imports": ["_deep.js", "_shared.js"]},
    "_deep.js": {"file": "assets/deep-5.js"},
    "src/features/recording/Room.tsx": {"file": "assets/Room-3.js", "imports": ["index.html", "_shared.js"]},
    "src/app/Shell.tsx": {"file": "assets/Shell-4.js"},
}
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
SCRIPT = "export const words = 'so that it shrinks';\n" * 100


@pytest.fixture
def built(app: Application, tmp_path: Path) -> Iterator[Path]:
    """A small build in the place of the real one."""
    kept = app.config["WEBSITE_FOLDER"]
    (tmp_path / "assets").mkdir()
    (tmp_path / ".vite").mkdir()
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / ".vite/manifest.json").write_text(json.dumps(MANIFEST))
    (tmp_path / "assets/index-1.js").write_text(SCRIPT)
    (tmp_path / "assets/index-1.js.gz").write_bytes(gzip.compress(SCRIPT.encode()))
    (tmp_path / "favicon.svg").write_text("<svg/>")
    (tmp_path / "secret.txt").write_text("no page's business")
    app.config["WEBSITE_FOLDER"] = tmp_path
    yield tmp_path
    app.config["WEBSITE_FOLDER"] = kept


class TestShowPage:
    """The page."""

    @pytest.mark.parametrize(
        "path", ["/", "/login", "/interviews", "/interviews/x/setup", "/candidates/7", "/i/" + "a" * 43, "/account"]
    )
    def test_stands_at_every_address_of_the_client(self, built: Path, client: FlaskClient, path: str) -> None:
        answer = client.get(path)

        assert (answer.status_code, answer.mimetype) == (200, "text/html")
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"

    def test_explains_itself_where_there_is_none(self, built: Path, client: FlaskClient) -> None:
        assert client.get("/nowhere", headers=BROWSER).status_code == 404
        assert client.get("/nowhere", headers=BROWSER).mimetype == "text/html"

    def test_is_not_given_to_a_program_that_mistyped(self, built: Path, client: FlaskClient) -> None:
        answer = client.get("/nowhere", headers={"Accept": "*/*"})

        assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")

    @pytest.mark.parametrize("path", ["/api", "/api/nowhere", "/socket.io/x/y", "/assets/nope.js", "/live-interview/x"])
    def test_never_stands_where_programs_call(self, built: Path, client: FlaskClient, path: str) -> None:
        answer = client.get(path, headers=BROWSER)

        assert answer.status_code in {400, 404} and answer.mimetype != "text/html"

    def test_leaves_health_alone(self, built: Path, client: FlaskClient) -> None:
        assert client.get("/health", headers=BROWSER).mimetype == "application/json"

    def test_lets_no_script_in_but_its_own(self, built: Path, client: FlaskClient) -> None:
        policy = dict(part.split(" ", 1) for part in client.get("/").headers["Content-Security-Policy"].split("; "))

        assert policy["default-src"] == "'none'" and policy["script-src"] == "'self'"
        assert "unsafe" not in json.dumps(policy) and policy["frame-ancestors"] == "'none'"

    def test_has_a_fresh_nonce_in_every_answer(self, built: Path, client: FlaskClient) -> None:
        answers = [client.get("/") for _ in range(2)]
        nonces = [re.findall(r"'nonce-([\w-]+)'", one.headers["Content-Security-Policy"])[0] for one in answers]

        assert nonces[0] != nonces[1]
        assert all(f'nonce="{nonce}"' in one.text for nonce, one in zip(nonces, answers, strict=True))
        assert "NONCE_OF_THIS_ANSWER" not in answers[0].text

    def test_names_the_files_of_the_first_view(self, built: Path, client: FlaskClient) -> None:
        room, shell = client.get("/i/" + "a" * 43).text, client.get("/interviews").text

        assert re.findall(r'modulepreload" crossorigin href="([^"]+)', room) == [
            "/assets/Room-3.js",
            "/assets/shared-2.js",
            "/assets/deep-5.js",
        ]
        assert 'rel="stylesheet" crossorigin href="/assets/shared-2.css"' in room and "Shell-4.js" in shell

    def test_is_read_again_after_a_build(self, built: Path, client: FlaskClient) -> None:
        client.get("/")
        (built / "index.html").write_text(PAGE.replace("index-1", "index-9"))

        assert "index-9" in client.get("/").text

    def test_says_what_to_do_where_nothing_is_built(self, built: Path, client: FlaskClient) -> None:
        (built / "index.html").unlink()
        answer = client.get("/")

        assert answer.status_code == 503 and "make web" in answer.text


class TestGetAsset:
    """Built files."""

    def test_are_kept_for_good(self, built: Path, client: FlaskClient) -> None:
        answer = client.get("/assets/index-1.js")

        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8" and answer.text == SCRIPT

    def test_are_sent_as_the_build_compressed_them(self, built: Path, client: FlaskClient) -> None:
        answer = client.get("/assets/index-1.js", headers={"Accept-Encoding": "gzip, br"})

        assert answer.headers["Content-Encoding"] == "gzip" and gzip.decompress(answer.data).decode() == SCRIPT
        assert answer.headers["Vary"] == "Accept-Encoding" and answer.mimetype == "text/javascript"

    def test_are_whole_for_who_reads_no_compression(self, built: Path, client: FlaskClient) -> None:
        assert (
            "Content-Encoding" not in client.get("/assets/index-1.js", headers={"Accept-Encoding": "gzip;q=0"}).headers
        )

    @pytest.mark.parametrize(
        "name", ["nope.js", "../secret.txt", "..%2fsecret.txt", ".vite/manifest.json", "index-1.js.gz"]
    )
    def test_and_nothing_else(self, built: Path, client: FlaskClient, name: str) -> None:
        assert client.get(f"/assets/{name}").status_code == 404

    def test_bring_the_policy_that_a_worker_lives_under(self, built: Path, client: FlaskClient) -> None:
        assert client.get("/assets/index-1.js").headers["Content-Security-Policy"].startswith("default-src 'self'")


class TestGetIcon:
    """The page's icon."""

    def test_is_there(self, built: Path, client: FlaskClient) -> None:
        assert client.get("/favicon.svg").mimetype == "image/svg+xml"
