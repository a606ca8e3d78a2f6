"""/api/candidates/interviews: what a candidate sees of the own interviews, and may do."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from interview.candidates.models import Candidate
from interview.core import clock
from interview.core.db import db, unit_of_work
from tests.factories import accounts, interviews
from tests.factories.offices import ADMIN, OWN, Office

SOON = clock.now() + timedelta(days=4)
HIDDEN = {"score", "feedback", "notes", "questions", "tags", "panel", "interviewerIds", "sequence", "candidateId"}


@pytest.fixture
def mine(team: Office) -> dict[str, str]:
    """The headers of the candidate's own account."""
    person = accounts.make_user(team.organisation, role="candidate")
    with unit_of_work():
        db.session.get_one(Candidate, team.candidate.id).user_id = person.id
    return accounts.headers_of(person)


def as_candidate(team: Office, headers: dict[str, str]) -> Office:
    """Call as the candidate from now on."""
    team.headers = headers
    return team


class TestList:
    """GET."""

    def test_only_what_a_candidate_may_know(self, team: Office, mine: dict[str, str]) -> None:
        made = team.create(
            interviewerId=team.first.id, notes="secret", tags=["secret"], questions=[{"text": "secret?"}]
        )
        team.verb(made["id"], "start")
        team.verb(made["id"], "complete", {"score": 12, "feedback": "secret"})
        team.create(candidateId=interviews.make_candidate(team.organisation).id)
        told = as_candidate(team, mine).get(OWN)
        items = told.get_json()["items"]

        assert [one["id"] for one in items] == [made["id"]] and "secret" not in told.text
        assert HIDDEN & set(items[0]) == set() and items[0]["interviewers"] == ["Some Person"]

    def test_pages(self, team: Office, mine: dict[str, str]) -> None:
        made = [team.create()["id"] for _ in range(3)]
        first = as_candidate(team, mine).get(OWN, limit=2).get_json()
        second = team.get(OWN, limit=2, cursor=first["nextCursor"]).get_json()

        assert [one["id"] for one in (*first["items"], *second["items"])] == made[::-1]

    def test_the_link_of_the_newest_invitation_in_force(self, team: Office, mine: dict[str, str]) -> None:
        made = team.create()
        invited = [team.post(f"{ADMIN}/{made['id']}/invitations").get_json() for _ in range(2)]
        path = f"{ADMIN}/{made['id']}/invitations/{invited[1]['id']}"
        newest = team.client.get(OWN, headers=mine).get_json()["items"][0]["link"]
        team.ask("DELETE", path)
        left = team.client.get(OWN, headers=mine).get_json()["items"][0]["link"]

        assert (newest, left) == (invited[1]["link"], invited[0]["link"])

    def test_staff_look_elsewhere(self, team: Office) -> None:
        assert team.get(OWN).status_code == 403

    def test_nobody_we_know(self, team: Office) -> None:
        assert team.client.get(OWN).status_code == 401

    def test_an_account_without_a_candidate(self, team: Office) -> None:
        team.sign_in(accounts.make_user(team.organisation, role="candidate"))

        assert team.get(OWN).get_json() == {"items": [], "nextCursor": None}

    def test_somebody_elses(self, team: Office, mine: dict[str, str]) -> None:
        made = team.create(candidateId=interviews.make_candidate(team.organisation).id, scheduledAt=SOON.isoformat())
        body = {"scheduledAt": (SOON + timedelta(days=1)).isoformat()}
        as_candidate(team, mine)
        met = [team.get(f"{OWN}/{made['id']}"), team.post(f"{OWN}/{made['id']}/reschedule", body)]
        met.append(team.post(f"{OWN}/{made['id']}/decline", {"reason": "x"}))

        assert [one.status_code for one in met] == [404, 404, 404]


class TestReschedule:
    """POST …/reschedule."""

    def ask(self, team: Office, interview_id: str, **told: Any) -> Any:
        """Ask for a day later, unless told otherwise."""
        body = {"scheduledAt": (SOON + timedelta(days=1)).isoformat()} | told
        return team.post(f"{OWN}/{interview_id}/reschedule", body)

    def test_within_the_rules(self, team: Office, mine: dict[str, str]) -> None:
        made = team.create(scheduledAt=SOON.isoformat())
        body = self.ask(as_candidate(team, mine), made["id"], reason="an exam").get_json()

        assert body["scheduledAt"] == clock.wire(SOON + timedelta(days=1)) and body["canReschedule"] is True

    @pytest.mark.parametrize(
        ("rules", "code"),
        [
            ({"allowReschedule": False}, "reschedule_not_allowed"),
            ({"rescheduleDeadlineHours": 24 * 5}, "reschedule_too_late"),
        ],
    )
    def test_beyond_the_rules(self, team: Office, mine: dict[str, str], rules: dict[str, Any], code: str) -> None:
        made = team.create(scheduledAt=SOON.isoformat(), **rules)
        refused = self.ask(as_candidate(team, mine), made["id"])

        assert refused.status_code == 409 and refused.get_json()["code"] == code
        assert team.get(f"{OWN}/{made['id']}").get_json()["canReschedule"] is False

    @pytest.mark.parametrize("name", ["override", "force"])
    def test_rules_are_not_for_candidates_to_bend(self, team: Office, mine: dict[str, str], name: str) -> None:
        made = team.create(scheduledAt=SOON.isoformat(), allowReschedule=False)

        assert self.ask(as_candidate(team, mine), made["id"], **{name: True}).status_code == 422

    def test_into_the_past(self, team: Office, mine: dict[str, str]) -> None:
        made = team.create(scheduledAt=SOON.isoformat())
        refused = self.ask(as_candidate(team, mine), made["id"], scheduledAt="2024-02-15T10:00:00Z")

        assert refused.status_code == 422 and refused.get_json()["code"] == "time_in_past"

    def test_one_that_was_missed(self, team: Office, mine: dict[str, str]) -> None:
        made = team.create(scheduledAt="2024-02-15T10:00:00Z")
        team.verb(made["id"], "no-show")

        assert self.ask(as_candidate(team, mine), made["id"]).status_code == 409


class TestDecline:
    """POST …/decline."""

    def test_calls_it_off(self, team: Office, mine: dict[str, str]) -> None:
        made = team.create(scheduledAt=SOON.isoformat())
        as_candidate(team, mine)
        met = [team.post(f"{OWN}/{made['id']}/decline", {"reason": "took another job"}) for _ in range(2)]

        assert [one.status_code for one in met] == [200, 409]
        assert met[0].get_json()["status"] == "cancelled" and met[0].get_json()["canDecline"] is False

    def test_needs_a_reason(self, team: Office, mine: dict[str, str]) -> None:
        made = team.create()

        assert as_candidate(team, mine).post(f"{OWN}/{made['id']}/decline").status_code == 422
