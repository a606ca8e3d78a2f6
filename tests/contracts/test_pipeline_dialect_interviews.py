"""The pipeline dialect's interviews: schedule, view, start, end with feedback and score, logs, the candidate's list."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from tests.contracts.organisations import Organisation
from tests.contracts.shapes import TEXT_OR_NONE, Moment, OneOf, faults
from tests.live_server import LiveServer

STATUS = OneOf("scheduled", "in_progress", "completed", "cancelled", "no_show")
MAYBE = Moment(may_be_null=True)
INTERVIEW = {
    "id": str, "candidateId": int, "candidateName": str, "title": str, "position": TEXT_OR_NONE, "status": STATUS,
    "type": str, "mode": str, "scheduledAt": MAYBE, "endsAt": MAYBE, "timezone": str, "durationMinutes": int,
    "panel": list, "tags": [str], "createdAt": Moment(), "startedAt": MAYBE, "endedAt": MAYBE,
}  # fmt: skip
LINE = {"id": int, "at": Moment(), "event": str, "details": dict, "actor": str, "sessionId": TEXT_OR_NONE}


class Desk:
    """An admin of a new organisation with `Authorization: Bearer`."""

    def __init__(self, organisation: Organisation, http: requests.Session) -> None:
        self.url, self.http, self.organisation = organisation.server.url, http, organisation
        self.headers = {"Authorization": f"Bearer {organisation.log_in()}"}

    def ask(self, method: str, path: str, body: Any = None) -> requests.Response:
        """Send a request as it is documented."""
        return self.http.request(method, self.url + path, json=body, headers=self.headers, timeout=60)

    def schedule(self, **more: Any) -> Any:
        """Schedule an interview of a new candidate."""
        candidate = self.organisation.staff.post("/api/admin/candidates", {"name": "Some Candidate"})["id"]
        body = {"candidateId": candidate, "scheduledAt": "2024-02-15T10:00:00Z"} | more
        return self.ask("POST", "/api/admin/interviews", body)


@pytest.fixture
def desk(live: LiveServer, http: requests.Session) -> Desk:
    """An admin with a fresh organisation."""
    return Desk(Organisation(live), http)


class TestAsDocumented:
    """The requests one after the other."""

    def test_from_scheduling_to_the_logs(self, desk: Desk) -> None:
        made = desk.schedule()
        interview_id = made.json()["id"]
        listed = desk.ask("GET", "/api/admin/interviews")
        started = desk.ask("POST", f"/api/interviews/{interview_id}/start")
        ended = desk.ask("POST", f"/api/interviews/{interview_id}/end", {"feedback": "Good", "score": 8})
        logs = desk.ask("GET", f"/api/interviews/{interview_id}/logs")

        assert [one.status_code for one in (made, listed, started, ended, logs)] == [201, 200, 200, 200, 200]
        assert faults(made.json(), INTERVIEW) == faults(listed.json()["items"], [INTERVIEW]) == []
        assert (started.json()["status"], ended.json()["status"], ended.json()["score"]) == (
            "in_progress",
            "completed",
            8,
        )
        assert faults(logs.json()["items"], [LINE]) == []
        events = [line["event"] for line in logs.json()["items"]]
        assert events[0] == "interview-scheduled" and {"interview-started", "interview-completed"} <= set(events)

    def test_an_admin_is_no_candidate(self, desk: Desk) -> None:
        assert desk.ask("GET", "/api/candidates/interviews").status_code == 403

    @pytest.mark.parametrize("path", ["/start", "/end", "/logs"])
    def test_what_nobody_has(self, desk: Desk, path: str) -> None:
        method = "GET" if path == "/logs" else "POST"

        assert desk.ask(method, f"/api/interviews/nobody{path}").status_code == 404

    def test_made_here_seen_there(self, desk: Desk) -> None:
        made = desk.schedule().json()

        assert desk.ask("GET", f"/api/interviews/sessions/{made['id']}").json()["candidateId"] == made["candidateId"]
