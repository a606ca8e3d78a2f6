"""/api/admin/interviews."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from interview.consent.models import Consent
from interview.consent.notices import CURRENT
from interview.core.audit import AuditEvent
from interview.core.db import db
from interview.core.http import Application
from interview.core.idempotency import IdempotencyKey
from interview.scheduling.models import Interview, Invitation
from tests.factories import accounts, interviews


class Office:
    """An organisation's admin at work over HTTP."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.admin = accounts.make_user()
        self.headers = accounts.headers_of(self.admin)
        self.candidate = interviews.make_candidate(self.admin.organisation)

    def post(self, path: str, body: Any = None) -> Any:
        """POST as the admin."""
        return self.client.post(f"/api/admin/interviews{path}", json=body or {}, headers=self.headers)

    def get(self, path: str = "", **query: Any) -> Any:
        """GET as the admin."""
        return self.client.get(f"/api/admin/interviews{path}", query_string=query, headers=self.headers)

    def create(self, **more: Any) -> Any:
        """Create an interview."""
        return self.post("", {"candidateId": self.candidate.id, "title": "Round one"} | more)


@pytest.fixture
def office(app: Application, client: FlaskClient) -> Office:
    """An admin with a candidate."""
    return Office(client)


class TestCreateInterview:
    """Scheduling an interview."""

    def test_with_a_plan(self, office: Office) -> None:
        plan = [{"text": "Why?", "keyPoints": ["because"], "timeLimitSeconds": 60}, {"text": "How?"}]
        answer = office.create(questions=plan, scheduledAt="2026-12-01T10:00:00+01:00", timezone="Europe/Berlin")
        body = answer.get_json()

        assert answer.status_code == 201 and body["status"] == "scheduled"
        assert body["scheduledAt"] == "2026-12-01T09:00:00.000Z" and body["timezone"] == "Europe/Berlin"
        assert [(q["position"], q["text"]) for q in body["questions"]] == [(1, "Why?"), (2, "How?")]

    @pytest.mark.parametrize(
        "more",
        [
            {"title": ""}, {"candidateId": True}, {"timezone": "Mars/Olympus"}, {"durationMinutes": 0},
            {"scheduledAt": "tomorrow"}, {"scheduledAt": "2026-12-01T10:00:00"}, {"questions": [{}]}, {"colour": "red"},
            {"questions": [{"text": "x"}] * 101},
        ],
    )  # fmt: skip
    def test_malformed(self, office: Office, more: dict[str, Any]) -> None:
        answer = office.create(**more)

        assert answer.status_code == 422 and answer.get_json()["errors"]
        assert db.session.scalars(select(Interview)).all() == []

    def test_candidate_of_another_organisation(self, office: Office) -> None:
        assert office.create(candidateId=interviews.make_candidate().id).status_code == 404

    def test_interviewers_may_not(self, office: Office) -> None:
        office.headers = accounts.headers_of(accounts.make_user(office.admin.organisation, role="interviewer"))

        assert office.create().status_code == 403

    def test_the_same_key_makes_one(self, office: Office) -> None:
        office.headers |= {"Idempotency-Key": "once"}
        first, second = office.create().get_json(), office.create().get_json()

        assert first == second and len(db.session.scalars(select(Interview)).all()) == 1


class TestListInterviews:
    """Finding interviews."""

    def test_pages_are_stable_under_inserts(self, office: Office) -> None:
        made = [office.create(title=f"Round {n}").get_json()["id"] for n in range(5)]
        first = office.get(limit=2).get_json()
        office.create(title="Newcomer")
        second = office.get(limit=2, cursor=first["nextCursor"]).get_json()
        third = office.get(limit=2, cursor=second["nextCursor"]).get_json()

        seen = [one["id"] for page in (first, second, third) for one in page["items"]]
        assert seen == made[::-1] and third["nextCursor"] is None

    def test_by_status(self, office: Office) -> None:
        interview_id = office.create().get_json()["id"]
        office.create()
        office.post(f"/{interview_id}/cancel", {"reason": "ill"})

        assert [one["id"] for one in office.get(status="cancelled").get_json()["items"]] == [interview_id]

    def test_by_the_beginning_of_a_title_or_a_name(self, office: Office) -> None:
        by_title = office.create(title="Ana's round").get_json()["id"]
        ana = office.client.post("/api/admin/candidates", json={"name": "Ana Test"}, headers=office.headers).get_json()
        by_name = office.create(title="Round", candidateId=ana["id"]).get_json()["id"]
        office.create(title="Banana round")

        assert [one["id"] for one in office.get(search=" aNA").get_json()["items"]] == [by_name, by_title]

    @pytest.mark.parametrize("text", ["_", "%", "nobody"])
    def test_nothing_begins_so(self, office: Office, text: str) -> None:
        office.create(title="Round")

        assert office.get(search=text).get_json()["items"] == []

    def test_one_page_of_a_search_leads_to_the_next(self, office: Office) -> None:
        made = [office.create(title=f"Round {n}").get_json()["id"] for n in range(3)]
        first = office.get(search="round", limit=2).get_json()
        second = office.get(search="round", limit=2, cursor=first["nextCursor"]).get_json()

        assert [one["id"] for one in (*first["items"], *second["items"])] == made[::-1]

    @pytest.mark.parametrize("query", [{"limit": 0}, {"limit": 101}, {"cursor": "nonsense"}, {"status": "maybe"}])
    def test_malformed(self, office: Office, query: dict[str, Any]) -> None:
        assert office.get(**query).status_code == 422

    def test_another_organisation_sees_nothing(self, office: Office) -> None:
        interview_id = office.create().get_json()["id"]
        office.headers = accounts.headers_of(accounts.make_user())

        assert office.get().get_json()["items"] == [] and office.get(f"/{interview_id}").status_code == 404


class TestInvitations:
    """Interview tokens."""

    def test_told_once_and_kept_hashed(self, office: Office) -> None:
        interview_id = office.create().get_json()["id"]
        body = office.post(f"/{interview_id}/invitations").get_json()
        stored = db.session.scalars(select(Invitation)).one()
        listed = office.get(f"/{interview_id}/invitations")

        assert len(body["interviewToken"]) == 43 and body["link"].endswith(f"/i/{body['interviewToken']}")
        assert body["interviewToken"] not in (stored.token_digest + stored.token_sealed)
        assert body["interviewToken"] not in listed.text

    def test_a_replayed_answer_is_kept_encrypted(self, office: Office) -> None:
        interview_id = office.create().get_json()["id"]
        office.headers |= {"Idempotency-Key": "invite"}
        first, second = (office.post(f"/{interview_id}/invitations").get_json() for _ in range(2))
        kept = db.session.scalars(select(IdempotencyKey.body_sealed)).all()
        assert first == second and all(first["interviewToken"] not in (body or "") for body in kept)

    def test_revoked_tokens_open_nothing(self, office: Office) -> None:
        interview_id = office.create().get_json()["id"]
        made = office.post(f"/{interview_id}/invitations").get_json()
        path = f"/api/admin/interviews/{interview_id}/invitations/{made['id']}"
        gone = [office.client.delete(path, headers=office.headers).status_code for _ in range(2)]

        assert gone == [200, 200]
        assert interviews.start(office.client, made["interviewToken"]).status_code == 403

    @pytest.mark.parametrize("moment", ["2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z"])
    def test_an_impossible_life(self, office: Office, moment: str) -> None:
        interview_id = office.create().get_json()["id"]

        assert office.post(f"/{interview_id}/invitations", {"expiresAt": moment}).status_code == 422


class TestRecordConsent:
    """Consent that the organisation holds evidence of."""

    def test_is_on_the_ledger(self, office: Office) -> None:
        interview_id = office.create().get_json()["id"]
        body = {"purposes": {"recording": True}, "noticeVersion": CURRENT.version, "evidence": "signed on paper"}
        answer = office.post(f"/{interview_id}/consent", body)
        stored = db.session.scalars(select(Consent)).one()

        assert answer.status_code == 204
        assert (stored.purpose, stored.is_granted, stored.evidence) == ("recording", True, "signed on paper")

    @pytest.mark.parametrize(
        "more", [{"purposes": {"mind_reading": True}}, {"noticeVersion": "0"}, {"evidence": ""}, {"purposes": ["x"]}]
    )
    def test_malformed(self, office: Office, more: dict[str, Any]) -> None:
        interview_id = office.create().get_json()["id"]
        body = {"purposes": {"recording": True}, "noticeVersion": CURRENT.version, "evidence": "signed"} | more

        assert office.post(f"/{interview_id}/consent", body).status_code == 422


class TestGetConsent:
    """What a candidate agreed to."""

    def test_tells_the_latest_word_on_each_purpose(self, office: Office) -> None:
        interview_id = office.create().get_json()["id"]
        for granted in (False, True):
            body = {"purposes": {"recording": granted}, "noticeVersion": CURRENT.version, "evidence": "signed"}
            office.post(f"/{interview_id}/consent", body)
        told = office.get(f"/{interview_id}/consent").get_json()

        assert {one["purpose"]: one["isGranted"] for one in told["purposes"]} == {
            "recording": True,
            "ai_analysis": None,
        }
        assert (told["noticeVersion"], told["noticeText"]) == (CURRENT.version, CURRENT.text)

    def test_of_another_organisation(self, office: Office) -> None:
        interview_id = office.create().get_json()["id"]
        office.headers = accounts.headers_of(accounts.make_user())

        assert office.get(f"/{interview_id}/consent").status_code == 404


class TestCancelInterview:
    """Cancelling an interview."""

    def test_takes_its_tokens_back_and_is_audited(self, office: Office) -> None:
        interview_id = office.create().get_json()["id"]
        token = office.post(f"/{interview_id}/invitations").get_json()["interviewToken"]
        body = office.post(f"/{interview_id}/cancel", {"reason": "position filled"}).get_json()

        assert (body["status"], body["cancelledReason"]) == ("cancelled", "position filled")
        assert interviews.start(office.client, token).status_code == 403
        assert "interview.cancelled" in db.session.scalars(select(AuditEvent.action)).all()

    def test_twice(self, office: Office) -> None:
        interview_id = office.create().get_json()["id"]
        statuses = [office.post(f"/{interview_id}/cancel", {"reason": "x"}).status_code for _ in range(2)]

        assert statuses == [200, 409]
