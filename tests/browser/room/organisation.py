"""The organisation that invited the candidate, calling with its API key."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

from tests.live_server import LiveServer

PATIENCE_SECONDS = 60


@dataclass
class Organisation:
    """One organisation with its server, its key and its candidate."""

    server: LiveServer
    told: dict[str, Any]

    @property
    def link(self) -> str:
        """The link of the demonstration's interview, on the port of this server."""
        return self.link_of(self.told["interview_token"])

    def link_of(self, token: str) -> str:
        """The link of a token."""
        return f"{self.server.url}/i/{token}"

    def call(self, method: str, path: str, **more: Any) -> Any:
        """Call the API and return what it answers; raises for a refusal."""
        key = self.told["api_key"]
        answer = requests.request(method, self.server.url + path, auth=(key["id"], key["secret"]), timeout=30, **more)
        answer.raise_for_status()
        return answer.json() if answer.content else None

    def schedule(self, **plan: Any) -> tuple[str, str]:
        """Schedule an interview without any consent; returns its id and its token."""
        wanted = {"candidateId": self.told["candidate_id"], "title": "Interview", **plan}
        interview_id = self.call("POST", "/api/admin/interviews", json=wanted)["id"]
        invited = self.call("POST", f"/api/admin/interviews/{interview_id}/invitations", json={})
        return interview_id, invited["interviewToken"]

    def session(self, token: str, **more: Any) -> dict[str, Any]:
        """The session data of the token's open session, which is opened where there is none."""
        return self.session_data(self._post("start", {"interview_token": token, **more})["session_id"])

    def preview(self, token: str) -> dict[str, Any]:
        """What the token leads to."""
        return self._post("preview", {"interview_token": token})

    def _post(self, verb: str, body: dict[str, Any]) -> dict[str, Any]:
        answer = requests.post(f"{self.server.url}/api/interview/session/{verb}", json=body, timeout=30)
        answer.raise_for_status()
        told: dict[str, Any] = answer.json()
        return told

    def session_data(self, session_id: str) -> dict[str, Any]:
        """Everything about one session."""
        data: dict[str, Any] = self.call("GET", f"/api/interview/session/{session_id}")["session_data"]
        return data

    def recording(self) -> dict[str, Any]:
        """The newest session's recording, once it is finished."""
        latest = time.monotonic() + PATIENCE_SECONDS
        while True:
            info: dict[str, Any] = self.call("GET", f"/api/interview/recording/{self.told['candidate_id']}")[
                "recording_info"
            ]
            if info["processing_status"] in {"completed", "failed"}:
                return info
            if time.monotonic() > latest:
                raise TimeoutError(f"The recording is still {info['processing_status']}.")
            time.sleep(0.2)

    def download(self, info: dict[str, Any], path: Path) -> Path:
        """Store the recording's file."""
        address = info["playback_url"]
        answer = requests.get(self.server.url + address[address.index("/api/") :], timeout=60)
        answer.raise_for_status()
        path.write_bytes(answer.content)
        return path
