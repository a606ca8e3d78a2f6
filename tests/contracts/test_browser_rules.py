"""What browsers are told: which sites may call, which headers keep a page safe, and what a login's cookies are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import requests

from tests import live_server
from tests.contracts.organisations import Organisation
from tests.live_server import LiveServer

ALLOWED = ("https://app.example.org", "http://localhost:5173")
NOT_ALLOWED = (
    "https://elsewhere.example",
    "http://app.example.org",
    "https://app.example.org.elsewhere.example",
    "https://app.example.org:8443",
    "https://xapp.example.org",
    "null",
)
TUS_ANSWERS = {"Location", "Upload-Offset", "Upload-Length", "Tus-Resumable", "Retry-After"}
SAFE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


@pytest.fixture(scope="module")
def open_to(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """A server that two other sites may call."""
    with live_server.serving(tmp_path_factory.mktemp("cors"), CORS_ORIGINS=", ".join(ALLOWED)) as server:
        yield server


def preflight(server: LiveServer, origin: str, path: str = "/api/interview/session/start") -> requests.Response:
    """What a browser asks before it calls."""
    headers = {
        "Origin": origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type,idempotency-key",
    }
    return requests.options(server.url + path, headers=headers)


class TestOtherSites:
    """Cross-origin requests: an exact list, and nobody where there is none."""

    @pytest.mark.parametrize("origin", ALLOWED)
    def test_allowed(self, open_to: LiveServer, origin: str) -> None:
        asked = preflight(open_to, origin)
        answer = requests.get(f"{open_to.url}/api/interview/analysis/1", headers={"Origin": origin})

        assert asked.status_code in {200, 204}
        assert "POST" in asked.headers["Access-Control-Allow-Methods"]
        for one in (asked, answer):
            assert one.headers["Access-Control-Allow-Origin"] == origin
            assert one.headers["Access-Control-Allow-Credentials"] == "true"
            assert "Origin" in one.headers["Vary"]
        assert {name.strip() for name in answer.headers["Access-Control-Expose-Headers"].split(",")} >= TUS_ANSWERS

    @pytest.mark.parametrize("origin", NOT_ALLOWED)
    def test_not_allowed(self, open_to: LiveServer, origin: str) -> None:
        answer = requests.get(f"{open_to.url}/health", headers={"Origin": origin})

        assert "Access-Control-Allow-Origin" not in preflight(open_to, origin).headers
        assert "Access-Control-Allow-Origin" not in answer.headers

    def test_uploads_too(self, open_to: LiveServer) -> None:
        asked = preflight(open_to, ALLOWED[0], "/api/uploads/anything")

        assert asked.headers["Access-Control-Allow-Origin"] == ALLOWED[0]

    @pytest.mark.parametrize("origin", [*ALLOWED, "https://elsewhere.example", "null"])
    def test_nobody_unless_named(self, live: LiveServer, origin: str) -> None:
        assert "Access-Control-Allow-Origin" not in preflight(live, origin).headers


class TestSafeHeaders:
    """On every answer, refusals too."""

    @pytest.mark.parametrize("path", ["/health", "/api/nothing", "/api/interview/analysis/1", "/api/openapi.json"])
    def test_api(self, live: LiveServer, path: str) -> None:
        answer = requests.get(live.url + path)

        assert {name: answer.headers[name] for name in SAFE} == SAFE
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox"
        assert "Strict-Transport-Security" not in answer.headers

    def test_docs_run_no_foreign_script(self, live: LiveServer) -> None:
        policy = requests.get(f"{live.url}/api/docs").headers["Content-Security-Policy"]
        script = policy.split("script-src")[1].split(";")[0] if "script-src" in policy else policy

        assert policy.startswith("default-src 'self'")
        assert "unsafe-inline" not in script.split("style-src")[0]
        assert "http" not in policy

    def test_server_tells_no_version(self, live: LiveServer) -> None:
        assert not any(char.isdigit() for char in requests.get(f"{live.url}/health").headers.get("Server", ""))


class TestLoginCookies:
    """A browser's login lives in cookies that no script reads and no other site sends."""

    @pytest.fixture
    def signed_in(self, ours: Organisation) -> requests.Session:
        """A browser's session after a login; it sends no Authorization header."""
        session = requests.Session()
        session.auth = lambda request: request
        session.post(f"{ours.server.url}/api/auth/login", json=ours.told["admin"])
        return session

    def test_flags(self, ours: Organisation) -> None:
        answer = requests.post(f"{ours.server.url}/api/auth/login", json=ours.told["admin"])
        cookies = {line.partition("=")[0]: line for line in answer.raw.headers.getlist("Set-Cookie")}

        assert "HttpOnly" in cookies["access_token"]
        assert all("SameSite=Lax" in line or "SameSite=Strict" in line for line in cookies.values())
        assert "HttpOnly" not in cookies["csrf_token"]

    def test_reads(self, ours: Organisation, signed_in: requests.Session) -> None:
        address = f"{ours.server.url}/api/interview/analysis/{ours.start()['candidate_id']}"

        assert signed_in.get(address).status_code == 200

    def test_writes_need_the_csrf_header(self, ours: Organisation, signed_in: requests.Session) -> None:
        address, body = f"{ours.server.url}/api/admin/candidates", {"name": "Some Candidate"}
        bare = signed_in.post(address, json=body)
        with_header = signed_in.post(address, json=body, headers={"X-CSRF-Token": str(signed_in.cookies["csrf_token"])})
        wrong = signed_in.post(address, json=body, headers={"X-CSRF-Token": "guessed"})

        assert (bare.status_code, wrong.status_code, with_header.status_code) == (403, 403, 201)
