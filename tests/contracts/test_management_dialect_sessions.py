"""The management dialect's interviews: each documented request as it is written, 2024's dates included."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from tests.contracts.organisations import Organisation
from tests.contracts.shapes import NUMBER_OR_NONE, PROBLEM, TEXT_OR_NONE, Moment, OneOf, faults
from tests.live_server import LiveServer

SESSIONS = "/api/interviews/sessions"
MOMENT, MAYBE = Moment(), Moment(may_be_null=True)
SESSION = {
    "id": str, "candidateId": int, "candidateName": str, "interviewerId": TEXT_OR_NONE, "interviewerIds": [str],
    "panel": [{"userId": str, "name": str, "role": OneOf("lead", "interviewer", "observer")}],
    "jobId": TEXT_OR_NONE, "jobTitle": TEXT_OR_NONE, "title": str,
    "type": OneOf("technical", "behavioral", "hr", "case_study", "group", "panel"),
    "mode": OneOf("video", "audio", "chat", "in_person"), "difficulty": OneOf("easy", "medium", "hard", "expert"),
    "status": OneOf("scheduled", "in_progress", "completed", "cancelled", "no_show"),
    "scheduledAt": MAYBE, "endsAt": MAYBE, "timezone": str, "durationMinutes": int, "bufferMinutes": int,
    "preparationTime": int, "opensAt": MAYBE, "closesAt": MAYBE, "allowReschedule": bool,
    "rescheduleDeadlineHours": int, "rescheduleCount": int, "canReschedule": bool, "isAiInterview": bool,
    "tags": [str], "meetingUrl": TEXT_OR_NONE, "location": TEXT_OR_NONE, "assessmentVisible": bool,
    "score": NUMBER_OR_NONE, "notes": TEXT_OR_NONE, "cancelledReason": TEXT_OR_NONE,
    "createdAt": MOMENT, "startedAt": MAYBE, "endedAt": MAYBE,
}  # fmt: skip
START = {"location": "Remote", "deviceInfo": {"browser": "Chrome", "os": "Windows 10"}}
COMPLETE = {
    "score": 85,
    "feedback": {"technical": "Strong problem-solving skills", "communication": "Clear and articulate"},
    "notes": "Excellent candidate with relevant experience",
}


class Desk:
    """A recruiter of a new organisation with `Authorization: Bearer` and what the documented requests name."""

    def __init__(self, organisation: Organisation, http: requests.Session) -> None:
        self.url, self.http = organisation.server.url, http
        self.headers = {"Authorization": f"Bearer {organisation.log_in()}"}
        staff = organisation.staff
        self.candidate = staff.post("/api/admin/candidates", {"name": "Some Candidate"})["id"]
        person = {"email": f"interviewer-{organisation.id}@example.org", "name": "Some Interviewer"}
        self.interviewer = staff.post("/api/users", person | {"role": "interviewer"})["id"]
        self.job = staff.post("/api/admin/positions", {"title": "Frontend engineer"})["id"]

    def ask(self, method: str, path: str, body: Any = None) -> requests.Response:
        """Send a request as it is documented."""
        return self.http.request(method, self.url + path, json=body, headers=self.headers, timeout=60)

    def body(self, **more: Any) -> dict[str, Any]:
        """The documented body of a new interview."""
        return {
            "candidateId": self.candidate, "interviewerId": self.interviewer, "jobId": self.job,
            "type": "technical", "mode": "video", "scheduledAt": "2024-02-15T10:00:00Z", "durationMinutes": 60,
            "difficulty": "medium", "tags": ["javascript", "react"], "isAiInterview": False, "preparationTime": 5,
            "allowReschedule": True, "rescheduleDeadlineHours": 24,
        } | more  # fmt: skip


@pytest.fixture
def desk(live: LiveServer, http: requests.Session) -> Desk:
    """A recruiter with a fresh organisation, so that no earlier test has taken anybody's time."""
    return Desk(Organisation(live), http)


class TestAsDocumented:
    """The requests one after the other."""

    def test_from_creating_to_completing(self, desk: Desk) -> None:
        made = desk.ask("POST", SESSIONS, desk.body())
        session_id = made.json()["id"]
        query = f"candidateId={desk.candidate}&status=scheduled&startDate=2024-02-01&endDate=2024-02-29"
        found = desk.ask("GET", f"{SESSIONS}?{query}")
        started = desk.ask("POST", f"{SESSIONS}/{session_id}/start", START)
        completed = desk.ask("POST", f"{SESSIONS}/{session_id}/complete", COMPLETE)

        assert [one.status_code for one in (made, found, started, completed)] == [201, 200, 200, 200]
        assert [one for each in (made, started, completed) for one in faults(each.json(), SESSION)] == []
        assert [one["id"] for one in found.json()["items"]] == [session_id]
        told = made.json()
        assert {name: told[name] for name in desk.body()} == desk.body() | {"scheduledAt": "2024-02-15T10:00:00.000Z"}
        assert started.json()["status"] == "in_progress"
        assert {name: completed.json()[name] for name in COMPLETE} == COMPLETE
        assert completed.json()["status"] == "completed"

    def test_reading_changing_moving_and_calling_off(self, desk: Desk) -> None:
        path = f"{SESSIONS}/{desk.ask('POST', SESSIONS, desk.body(scheduledAt='2030-02-15T10:00:00Z')).json()['id']}"
        read = desk.ask("GET", path)
        changed = desk.ask("PATCH", path, {"difficulty": "hard"})
        moved = desk.ask("POST", f"{path}/reschedule", {"scheduledAt": "2030-02-16T10:00:00Z", "reason": "ill"})
        cancelled = desk.ask("POST", f"{path}/cancel", {"reason": "position filled"})

        assert [one.status_code for one in (read, changed, moved, cancelled)] == [200] * 4
        assert [one for each in (read, changed, moved, cancelled) for one in faults(each.json(), SESSION)] == []
        assert (changed.json()["difficulty"], moved.json()["rescheduleCount"]) == ("hard", 1)
        assert (cancelled.json()["status"], cancelled.json()["cancelledReason"]) == ("cancelled", "position filled")

    def test_nobody_came(self, desk: Desk) -> None:
        path = f"{SESSIONS}/{desk.ask('POST', SESSIONS, desk.body()).json()['id']}"

        assert desk.ask("POST", f"{path}/no-show").json()["status"] == "no_show"

    def test_ids_may_be_text(self, desk: Desk) -> None:
        made = desk.ask("POST", SESSIONS, desk.body(candidateId=str(desk.candidate)))

        assert made.status_code == 201 and made.json()["candidateId"] == desk.candidate

    @pytest.mark.parametrize("name", ["candidateId", "interviewerId", "jobId"])
    def test_the_ids_of_the_document_are_nobodys(self, desk: Desk, name: str) -> None:
        refused = desk.ask("POST", SESSIONS, desk.body(**{name: f"{name.removesuffix('Id')}-uuid"}))

        assert refused.status_code == 404 and faults(refused.json(), PROBLEM) == []

    def test_a_search_for_nobody_finds_nothing(self, desk: Desk) -> None:
        found = desk.ask("GET", f"{SESSIONS}?candidateId=uuid&status=scheduled&startDate=2024-02-01&endDate=2024-02-29")

        assert found.json() == {"items": [], "nextCursor": None}

    def test_the_same_time_again_is_a_conflict(self, desk: Desk) -> None:
        first = desk.ask("POST", SESSIONS, desk.body()).json()
        refused = desk.ask("POST", SESSIONS, desk.body(scheduledAt="2024-02-15T10:30:00Z"))

        assert refused.status_code == 409 and faults(refused.json(), PROBLEM) == []
        assert refused.json()["code"] == "interview_conflict"
        assert {one["interviewId"] for one in refused.json()["conflicts"]} == {first["id"]}

    def test_without_a_credential(self, desk: Desk) -> None:
        desk.headers = {}

        assert desk.ask("POST", SESSIONS, desk.body()).status_code == 401
        assert desk.ask("GET", SESSIONS).status_code == 401
