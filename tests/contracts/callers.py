"""Those who call the API over real HTTP: a page or a script, and a browser's recorder that uploads by tus 1.0.0."""

from __future__ import annotations

import base64
from hashlib import sha256
from typing import Any

import requests

from tests.factories import media

TUS = {"Tus-Resumable": "1.0.0"}
OCTETS = "application/offset+octet-stream"


class Failed(Exception):
    """Something did not hold; the message says what, in words for the person who ran this."""


class Caller:
    """A caller of the API: the candidate's page without a credential, or the organisation's script with its key."""

    def __init__(self, base_url: str, api_key: tuple[str, str] | None = None) -> None:
        self._base_url = base_url.rstrip("/")
        self._http = requests.Session()
        # Without this, requests would lend the candidate's page a key that stands in the netrc file.
        self._http.auth = api_key or (lambda request: request)

    def ask(self, method: str, path: str, **more: Any) -> requests.Response:
        """Call, and raise `Failed` with the problem's own words where it is refused."""
        url = path if path.startswith("http") else self._base_url + path
        try:
            answer = self._http.request(method, url, timeout=60, **more)
        except requests.RequestException as cause:
            raise Failed(f"{method} {url} could not be sent: {cause}") from cause
        if not answer.ok:
            raise Failed(f"{method} {path} was refused with {answer.status_code}: {_told(answer)}")
        return answer

    def get(self, path: str) -> dict[str, Any]:
        """The JSON at a path."""
        found: dict[str, Any] = self.ask("GET", path).json()
        return found

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """The JSON answered to a body."""
        found: dict[str, Any] = self.ask("POST", path, json=body).json()
        return found


def _told(answer: requests.Response) -> str:
    try:
        problem = answer.json()
        return f"{problem['detail']} ({problem['code']}, request {problem['request_id']})"
    except (ValueError, KeyError):
        return answer.text[:200]


class Recorder:
    """What a browser's recorder does: it sends piece after piece by tus 1.0.0 while the interview goes on."""

    def __init__(self, page: Caller, upload_url: str, content: bytes, *, pieces: int = 12) -> None:
        self.content, self.pieces = content, media.slices(content, pieces)
        self._page, self._offset, self._sent = page, 0, 0
        told = {"track": "camera", "filetype": "video/webm"}
        metadata = ",".join(f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in told.items())
        self._url = self._tus("POST", upload_url, {"Upload-Defer-Length": "1", "Upload-Metadata": metadata})

    def record(self, count: int = 1) -> None:
        """Send the next pieces, each with its checksum; raises `Failed` unless each is acknowledged."""
        for piece in self.pieces[self._sent : self._sent + count]:
            checksum = base64.b64encode(sha256(piece).digest()).decode()
            self._patch(piece, {"Upload-Checksum": f"sha256 {checksum}"})
            self._sent += 1

    def stop(self) -> None:
        """Send what is left and declare the recording whole."""
        self.record(len(self.pieces))
        self._patch(b"", {"Upload-Length": str(len(self.content))})

    def _patch(self, piece: bytes, more: dict[str, str]) -> None:
        told = {"Upload-Offset": str(self._offset), "Content-Type": OCTETS, **more}
        self._tus("PATCH", self._url, told, piece)
        self._offset += len(piece)

    def _tus(self, method: str, url: str, headers: dict[str, str], body: bytes = b"") -> str:
        answer = self._page.ask(method, url, headers=TUS | headers, data=body)
        return answer.headers.get("Location", "")
