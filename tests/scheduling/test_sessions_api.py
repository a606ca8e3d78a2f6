"""/api/interviews/sessions: the management dialect."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from interview.core import clock
from interview.core.audit import AuditEvent
from interview.core.db import db
from interview.scheduling.models import Booking, Interview, LogEntry
from tests.factories import accounts, interviews
from tests.factories.offices import ADMIN, SESSIONS, Office

SOON = (clock.now() + timedelta(days=3)).replace(minute=0, second=0, microsecond=0)


def later(hours: float) -> str:
    """A moment some hours after the usual beginning."""
    return (SOON + timedelta(hours=hours)).isoformat()


class TestCreate:
    """POST."""

    def test_everything_that_can_be_said(self, team: Office) -> None:
        exercise = {"title": "Queue", "description": "Build one.", "language": "python", "starterCode": "pass"}
        made = team.create(
            interviewerIds=[team.first.id, team.second.id], type="case-study", mode="In-Person", difficulty="expert",
            scheduledAt=SOON.isoformat(), durationMinutes=45, bufferMinutes=15, preparationTime=5,
            allowReschedule=False, rescheduleDeadlineHours=48, isAiInterview=True, tags=["React", " js ", "js"],
            codingExercise=exercise, location="Room 4", timezone="Europe/Berlin", notes="bring a laptop",
        )  # fmt: skip

        assert (made["type"], made["mode"], made["difficulty"]) == ("case_study", "in_person", "expert")
        assert made["interviewerId"] == team.first.id and made["interviewerIds"] == [team.first.id, team.second.id]
        assert [person["role"] for person in made["panel"]] == ["lead", "interviewer"]
        assert made["endsAt"] == clock.wire(SOON + timedelta(minutes=45))
        assert made["opensAt"] == clock.wire(SOON - timedelta(minutes=5))
        assert made["tags"] == ["js", "react"] and made["codingExercise"] == exercise
        assert made["title"] == "Case study interview" and made["meetingUrl"] is None

    def test_the_room_is_ours_unless_a_link_is_given(self, team: Office) -> None:
        ours = team.create()
        elsewhere = team.create(meetingUrl="https://meet.example.org/abc")

        assert ours["meetingUrl"].endswith(f"/interviews/{ours['id']}")
        assert elsewhere["meetingUrl"] == "https://meet.example.org/abc"

    def test_a_candidate_may_be_named_in_text(self, team: Office) -> None:
        assert team.create(candidateId=str(team.candidate.id))["candidateId"] == team.candidate.id

    @pytest.mark.parametrize("name", ["candidateId", "interviewerId", "jobId"])
    def test_names_that_nobody_has(self, team: Office, name: str) -> None:
        answer = team.try_to_create(**{name: "5e0c1d9e-8a5b-4b3f-9d6a-1c2d3e4f5a6b"})

        assert answer.status_code == 404 and answer.get_json()["code"].endswith("_not_found")
        assert db.session.scalars(select(Interview)).all() == []

    def test_people_of_another_organisation(self, team: Office) -> None:
        assert team.try_to_create(interviewerId=accounts.make_user().id).status_code == 404
        assert team.try_to_create(candidateId=interviews.make_candidate().id).status_code == 404

    def test_people_who_cannot_interview(self, team: Office) -> None:
        disabled = accounts.make_user(team.organisation, role="interviewer")
        team.post(f"/api/users/{disabled.id}/disable")
        candidate = accounts.make_user(team.organisation, role="candidate")
        refused = [team.try_to_create(interviewerIds=[each]) for each in (disabled.id, candidate.id)]
        refused.append(team.try_to_create(panel=[{"userId": team.first.id}, {"userId": team.first.id}]))

        assert [answer.status_code for answer in refused] == [422] * 3
        assert {answer.get_json()["code"] for answer in refused} == {"interviewer_unfit"}

    def test_the_position_gives_its_title(self, team: Office) -> None:
        position = team.post("/api/admin/positions", {"title": "Backend engineer"}).get_json()
        made = team.create(jobId=position["id"])

        assert (made["jobId"], made["jobTitle"], made["title"]) == (position["id"], *["Backend engineer"] * 2)

    @pytest.mark.parametrize(
        "more",
        [
            {"type": "sales"}, {"mode": "telepathy"}, {"difficulty": 3}, {"durationMinutes": 481},
            {"bufferMinutes": -1},
            {"meetingUrl": "http://meet.example.org"}, {"meetingUrl": "javascript:alert(1)"}, {"tags": [""]},
            {"meetingUrl": "https://user:pass@example.org"}, {"codingExercise": {"language": "python"}},
            {"candidateId": -1}, {"candidateId": 2**40}, {"candidateId": None}, {"isAiInterview": "yes"}, {"score": 9},
            {"title": "  "}, {"timezone": "Mars/Olympus"}, {"panel": [{"userId": "x", "role": "king"}]},
        ],
    )  # fmt: skip
    def test_malformed(self, team: Office, more: dict[str, Any]) -> None:
        answer = team.try_to_create(**more)

        assert answer.status_code == 422 and answer.get_json()["errors"]

    @pytest.mark.parametrize("role", ["interviewer", "candidate"])
    def test_who_may_not(self, team: Office, role: str) -> None:
        team.sign_in(accounts.make_user(team.organisation, role=role))

        assert team.try_to_create().status_code == 403

    def test_it_is_in_every_dialect(self, team: Office) -> None:
        made = team.create()
        team.post(ADMIN, {"candidateId": team.candidate.id, "title": "Round two"})

        assert team.get(f"{ADMIN}/{made['id']}").get_json()["id"] == made["id"]
        assert [one["title"] for one in team.get(SESSIONS).get_json()["items"]] == ["Round two", "Technical interview"]


class TestChange:
    """PATCH."""

    def change(self, team: Office, interview_id: str, **told: Any) -> Any:
        """PATCH an interview."""
        return team.ask("PATCH", f"{SESSIONS}/{interview_id}", told)

    def test_what_is_not_named_stays(self, team: Office) -> None:
        made = team.create(title="Round one", tags=["react"], type="hr", interviewerId=team.first.id)
        body = self.change(team, made["id"], title="Round two", tags=["go"]).get_json()

        assert (body["title"], body["tags"], body["type"]) == ("Round two", ["go"], "hr")
        assert body["interviewerIds"] == [team.first.id]

    def test_the_panel_and_its_order(self, team: Office) -> None:
        made = team.create(interviewerIds=[team.first.id, team.second.id], scheduledAt=SOON.isoformat())
        swapped = self.change(team, made["id"], interviewerIds=[team.second.id, team.first.id]).get_json()
        alone = self.change(team, made["id"], interviewerId=team.second.id).get_json()

        assert swapped["interviewerIds"] == [team.second.id, team.first.id]
        assert alone["interviewerIds"] == [team.second.id]
        booked = {one.person for one in db.session.scalars(select(Booking)).all()}
        assert booked == {f"candidate:{team.candidate.id}", f"user:{team.second.id}"}

    def test_a_longer_interview_takes_more_time(self, team: Office) -> None:
        made = team.create(scheduledAt=SOON.isoformat())
        body = self.change(team, made["id"], durationMinutes=90).get_json()

        assert body["endsAt"] == clock.wire(SOON + timedelta(minutes=90))
        assert {one.ends_at for one in db.session.scalars(select(Booking))} == {SOON + timedelta(minutes=90)}

    def test_the_opening_follows_the_preparation(self, team: Office) -> None:
        made = team.create(scheduledAt=SOON.isoformat(), preparationTime=5)

        assert self.change(team, made["id"], preparationTime=30).get_json()["opensAt"] == later(-0.5).replace(
            "+00:00", ".000Z"
        )

    def test_a_new_time_follows_the_rules_of_moving(self, team: Office) -> None:
        made = team.create(scheduledAt=SOON.isoformat(), allowReschedule=False)
        refused = self.change(team, made["id"], scheduledAt=later(2), title="Other")
        allowed = self.change(team, made["id"], scheduledAt=later(2), title="Other", override=True).get_json()

        assert refused.status_code == 409 and refused.get_json()["code"] == "reschedule_not_allowed"
        assert (allowed["scheduledAt"], allowed["title"]) == (clock.wire(SOON + timedelta(hours=2)), "Other")

    def test_the_plan_is_replaced_whole(self, team: Office) -> None:
        made = team.create(questions=[{"text": "One?"}, {"text": "Two?"}])
        self.change(team, made["id"], questions=[{"text": "Three?"}, {"text": "One?"}])
        plan = team.get(f"{ADMIN}/{made['id']}").get_json()["questions"]

        assert [(one["position"], one["text"]) for one in plan] == [(1, "Three?"), (2, "One?")]

    def test_a_partial_question_is_refused(self, team: Office) -> None:
        made = team.create()

        assert self.change(team, made["id"], questions=[{"type": "general"}]).status_code == 422

    def test_what_people_were_told_counts_up(self, team: Office) -> None:
        interview_id = team.create(scheduledAt=SOON.isoformat())["id"]
        self.change(team, interview_id, tags=["x"], bufferMinutes=5)
        quiet = db.session.get_one(Interview, interview_id).sequence
        self.change(team, interview_id, location="Room 4")
        self.change(team, interview_id, location="Room 4")

        assert (quiet, db.session.get_one(Interview, interview_id).sequence) == (0, 1)

    def test_afterwards_only_notes_and_tags(self, team: Office) -> None:
        made = team.create()
        team.verb(made["id"], "start")

        assert self.change(team, made["id"], notes="late", tags=["late"]).status_code == 200
        assert self.change(team, made["id"], title="Other").get_json()["code"] == "interview_wrong_status"
        assert self.change(team, made["id"], score=50).status_code == 409

    def test_who_schedules_corrects_a_score(self, team: Office) -> None:
        made = team.create()
        team.verb(made["id"], "start")
        team.verb(made["id"], "complete", {"score": 40, "feedback": {"technical": "weak"}})

        assert self.change(team, made["id"], score=85).get_json()["score"] == 85
        assert "interview-assessed" in db.session.scalars(select(LogEntry.event)).all()

    def test_interviewers_may_not(self, team: Office) -> None:
        made = team.create(interviewerId=team.first.id)
        team.sign_in(team.first)

        assert self.change(team, made["id"], title="Mine").status_code == 403


class TestReschedule:
    """POST …/reschedule."""

    def test_moves_all_that_belongs_to_the_time(self, team: Office) -> None:
        made = team.create(scheduledAt=SOON.isoformat(), closesAt=later(2), interviewerId=team.first.id)
        body = team.verb(made["id"], "reschedule", {"scheduledAt": later(24), "reason": "ill"}).get_json()

        assert body["scheduledAt"] == clock.wire(SOON + timedelta(hours=24)) and body["rescheduleCount"] == 1
        assert body["opensAt"] == clock.wire(SOON + timedelta(hours=24, minutes=-10))
        assert body["closesAt"] == clock.wire(SOON + timedelta(hours=26))
        assert {one.starts_at for one in db.session.scalars(select(Booking))} == {SOON + timedelta(hours=24)}
        row = db.session.get_one(Interview, made["id"])
        assert row.sequence == 1 and row.panel[0].scheduled_at == SOON + timedelta(hours=24)

    def test_the_zone_and_the_length_may_change_too(self, team: Office) -> None:
        made = team.create(scheduledAt=SOON.isoformat())
        told = {"scheduledAt": later(24), "timezone": "Asia/Tokyo", "durationMinutes": 30}
        body = team.verb(made["id"], "reschedule", told).get_json()

        assert (body["timezone"], body["durationMinutes"]) == ("Asia/Tokyo", 30)
        assert body["endsAt"] == clock.wire(SOON + timedelta(hours=24.5))

    def test_too_late(self, team: Office) -> None:
        made = team.create(scheduledAt=SOON.isoformat(), rescheduleDeadlineHours=24 * 7)
        told = {"scheduledAt": later(24)}
        refused = team.verb(made["id"], "reschedule", told)
        allowed = team.verb(made["id"], "reschedule", told | {"override": True})

        assert refused.status_code == 409 and refused.get_json()["code"] == "reschedule_too_late"
        assert refused.get_json()["deadline"] == clock.wire(SOON - timedelta(days=7))
        assert allowed.status_code == 200
        kept = db.session.scalars(select(AuditEvent).where(AuditEvent.action == "interview.rescheduled")).one()
        assert kept.details["rules_overridden"] is True

    def test_not_allowed(self, team: Office) -> None:
        made = team.create(scheduledAt=SOON.isoformat(), allowReschedule=False)

        refused = team.verb(made["id"], "reschedule", {"scheduledAt": later(24)})
        assert refused.get_json()["code"] == "reschedule_not_allowed"

    def test_an_interview_without_a_time_gets_its_first(self, team: Office) -> None:
        made = team.create()
        body = team.verb(made["id"], "reschedule", {"scheduledAt": later(0)}).get_json()

        assert (body["scheduledAt"], body["rescheduleCount"]) == (clock.wire(SOON), 0)

    def test_one_that_nobody_came_to(self, team: Office) -> None:
        made = team.create(scheduledAt="2024-02-15T10:00:00Z")
        team.verb(made["id"], "no-show")
        body = team.verb(made["id"], "reschedule", {"scheduledAt": later(0)}).get_json()

        assert body["status"] == "scheduled"

    @pytest.mark.parametrize("body", [{}, {"scheduledAt": "soon"}, {"scheduledAt": later(1), "reason": ""}])
    def test_malformed(self, team: Office, body: dict[str, Any]) -> None:
        assert team.verb(team.create()["id"], "reschedule", body).status_code == 422

    def test_another_organisation(self, team: Office) -> None:
        interview_id = team.create()["id"]
        team.sign_in(accounts.make_user())
        verbs = ["start", "complete", "reschedule", "cancel", "no-show"]
        bodies = {"reschedule": {"scheduledAt": later(1)}, "cancel": {"reason": "x"}}

        assert {team.verb(interview_id, verb, bodies.get(verb)).status_code for verb in verbs} == {404}


class TestConducting:
    """start, complete, no-show: who may, and what they leave."""

    def test_start_keeps_where_and_with_what(self, team: Office) -> None:
        made = team.create(scheduledAt="2024-02-15T10:00:00Z")
        told = {"location": "Remote", "deviceInfo": {"browser": "Chrome", "os": "Windows 10"}}
        body = team.verb(made["id"], "start", told).get_json()

        assert (body["status"], body["location"], body["deviceInfo"]) == ("in_progress", "Remote", told["deviceInfo"])
        assert body["startedAt"] is not None

    def test_before_its_window(self, team: Office) -> None:
        refused = team.verb(team.create(scheduledAt=SOON.isoformat())["id"], "start")

        assert refused.status_code == 409 and refused.get_json()["code"] == "interview_not_open_yet"

    def test_in_its_preparation(self, team: Office) -> None:
        soon = (clock.now() + timedelta(minutes=4)).isoformat()

        assert team.verb(team.create(scheduledAt=soon, preparationTime=5)["id"], "start").status_code == 200

    def test_after_it_has_closed(self, team: Office) -> None:
        made = team.create(scheduledAt="2024-02-15T10:00:00Z", closesAt="2024-02-15T11:00:00Z")

        assert team.verb(made["id"], "start").get_json()["code"] == "interview_closed"

    def test_the_panel_completes_with_score_and_feedback(self, team: Office) -> None:
        made = team.create(interviewerIds=[team.first.id])
        team.sign_in(team.first)
        team.verb(made["id"], "start")
        told = {"score": 85, "feedback": {"technical": "Strong", "communication": "Clear"}, "notes": "Hire"}
        body = team.verb(made["id"], "complete", told).get_json()

        assert {name: body[name] for name in ("status", *told)} == {"status": "completed", **told}
        assert db.session.get_one(Interview, made["id"]).assessed_by == f"user:{team.first.id}"

    def test_an_ended_interview_is_assessed_once(self, team: Office) -> None:
        interview_id = team.create()["id"]
        team.verb(interview_id, "start")
        statuses = [
            team.verb(interview_id, "complete", body).status_code for body in ({}, {"score": 1}, {}, {"score": 2})
        ]

        assert statuses == [200, 200, 200, 409]
        assert team.get(f"{SESSIONS}/{interview_id}").get_json()["score"] == 1

    @pytest.mark.parametrize("verb", ["start", "complete", "no-show"])
    def test_who_is_not_on_the_panel_may_not(self, team: Office, verb: str) -> None:
        made = team.create(interviewerId=team.first.id, scheduledAt="2024-02-15T10:00:00Z")
        team.sign_in(team.second)
        refused = team.verb(made["id"], verb)

        assert refused.status_code == 403 and refused.get_json()["code"] == "not_on_panel"

    @pytest.mark.parametrize(
        "body", [{"score": 101}, {"score": -1}, {"score": True}, {"feedback": {"x": 1}}, {"feedback": []}]
    )
    def test_malformed(self, team: Office, body: dict[str, Any]) -> None:
        made = team.create()
        team.verb(made["id"], "start")

        assert team.verb(made["id"], "complete", body).status_code == 422

    def test_others_see_no_assessment(self, team: Office) -> None:
        made = team.create(interviewerId=team.first.id, notes="from the recruiter")
        team.verb(made["id"], "start")
        team.verb(made["id"], "complete", {"score": 20, "feedback": "Weak."})
        seen = {}
        for name, user in (("panel", team.first), ("other", team.second)):
            team.sign_in(user)
            body = team.get(f"{SESSIONS}/{made['id']}").get_json()
            listed = team.get(SESSIONS).get_json()["items"][0]
            assert body == listed
            seen[name] = [body[each] for each in ("assessmentVisible", "score", "feedback", "notes")]

        assert seen["panel"] == [True, 20, {"overall": "Weak."}, "from the recruiter"]
        assert seen["other"] == [False, None, None, None]

    def test_nobody_can_miss_what_is_to_come(self, team: Office) -> None:
        refused = team.verb(team.create(scheduledAt=SOON.isoformat())["id"], "no-show")

        assert refused.status_code == 409 and refused.get_json()["code"] == "interview_not_due_yet"


class TestCancel:
    """POST …/cancel."""

    def test_frees_the_time_and_counts_up(self, team: Office) -> None:
        made = team.create(scheduledAt=SOON.isoformat())
        body = team.verb(made["id"], "cancel", {"reason": "position filled"}).get_json()

        assert (body["status"], body["cancelledReason"]) == ("cancelled", "position filled")
        assert db.session.scalars(select(Booking)).all() == []
        assert db.session.get_one(Interview, made["id"]).sequence == 1

    @pytest.mark.parametrize("body", [{}, {"reason": ""}, {"reason": " "}])
    def test_needs_a_reason(self, team: Office, body: dict[str, str]) -> None:
        assert team.verb(team.create()["id"], "cancel", body).status_code == 422


def test_a_moved_interview_keeps_its_links(team: Office) -> None:
    """A token lives on until some time after the new beginning."""
    made = team.create(scheduledAt=SOON.isoformat())
    invited = team.post(f"{ADMIN}/{made['id']}/invitations").get_json()
    team.verb(made["id"], "reschedule", {"scheduledAt": later(24 * 60)})
    kept = team.get(f"{ADMIN}/{made['id']}/invitations").get_json()["items"][0]

    assert kept["expiresAt"] > invited["expiresAt"] and kept["expiresAt"] > later(24 * 60)
