"""POST /api/interview/session/end and GET /api/interview/session/<session_id>."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from flask.testing import FlaskClient
from sqlalchemy import func, select

from interview.core import clock
from interview.core.actors import OPERATOR
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from interview.core.jobs.models import Job
from interview.recording import abandoned
from interview.recording.models import RecordingSession
from interview.scheduling import invitations
from tests.factories import accounts, interviews


class TestEndSession:
    """Ending a session."""

    def test_submits_its_analysis_in_the_same_transaction(self, client: FlaskClient) -> None:
        _, session_id = interviews.started(client)
        answer = interviews.end(client, session_id)

        assert answer.status_code == 200 and answer.get_json()["success"] is True
        kinds = set(db.session.scalars(select(Job.kind)))
        assert kinds == {"analyse_session"}

    def test_twice_and_at_once_end_it_once(self, app: Application, client: FlaskClient) -> None:
        _, session_id = interviews.started(client)

        with ThreadPoolExecutor(8) as pool:
            statuses = set(pool.map(lambda _: interviews.end(app.test_client(), session_id).status_code, range(8)))
        db.session.rollback()

        assert statuses == {200}
        assert db.session.scalar(select(func.count()).select_from(Job)) == 1

    def test_completes_the_interview(self, client: FlaskClient) -> None:
        who, session_id = interviews.started(client)
        interviews.end(client, session_id)
        db.session.refresh(who.interview)

        assert who.interview.status == "completed" and who.interview.ended_at is not None

    def test_without_media_there_is_no_recording(self, client: FlaskClient) -> None:
        _, session_id = interviews.started(client)
        interviews.end(client, session_id)
        data = client.get(f"/api/interview/session/{session_id}").get_json()["session_data"]

        assert (data["recording_status"], data["processing_status"]) == ("not_started", "completed")

    def test_unknown_session(self, client: FlaskClient) -> None:
        assert interviews.end(client, "no-such-session").status_code == 404

    def test_a_session_that_nobody_came_back_to_is_ended(self, app: Application, client: FlaskClient) -> None:
        _, session_id = interviews.started(client)
        with unit_of_work():
            session = db.session.get_one(RecordingSession, session_id)
            session.last_active_at = clock.now() - timedelta(days=30)
        with unit_of_work():
            assert abandoned.end_abandoned() == 1

        db.session.refresh(session)
        assert session.ended_at is not None and session.ended_by == "system:system"


class TestGetSession:
    """Reading a session."""

    def test_shows_everything(self, client: FlaskClient) -> None:
        who, session_id = interviews.started(client)
        question_id = interviews.ask(client, session_id)
        interviews.answer(client, session_id, question_id, "An ordered structure.")
        interviews.end(client, session_id)
        data = client.get(f"/api/interview/session/{session_id}").get_json()["session_data"]

        assert data["session_id"] == session_id and data["candidate_id"] == who.candidate.id
        assert data["interview_token"] == who.token
        assert data["questions"][0]["question_id"] == data["answers"][0]["question_id"] == question_id
        assert data["status"] == "completed" and data["start_time"].endswith("Z") and data["end_time"].endswith("Z")
        assert isinstance(data["duration_seconds"], int) and data["technical_issues"] == []
        assert data["session_logs"][0]["event"] == "session-started"

    def test_the_candidate_hears_nothing_of_the_judging(self, app: Application, client: FlaskClient) -> None:
        who, session_id = interviews.started(client)
        interviews.end(client, session_id)
        key = accounts.basic(accounts.make_key(who.organisation))
        db.session.remove()
        app.extensions["jobs"].run_due()

        def events(**headers: str) -> list[str]:
            data = client.get(f"/api/interview/session/{session_id}", headers=headers).get_json()["session_data"]
            return [line["event"] for line in data["session_logs"]]

        assert events() == ["session-started", "session-ended"]
        assert events(**key) == ["session-started", "session-ended", "analysis-completed"]

    def test_the_id_dies_fifteen_minutes_after_the_end(self, client: FlaskClient) -> None:
        _, session_id = interviews.started(client)
        interviews.end(client, session_id)
        with unit_of_work():
            session = db.session.get_one(RecordingSession, session_id)
            session.ended_at = clock.now() - timedelta(minutes=16)

        answer = client.get(f"/api/interview/session/{session_id}")
        assert answer.status_code == 401 and answer.get_json()["code"] == "session_id_expired"

    def test_staff_read_it_for_good(self, client: FlaskClient) -> None:
        who, session_id = interviews.started(client)
        interviews.end(client, session_id)
        with unit_of_work():
            db.session.get_one(RecordingSession, session_id).ended_at = clock.now() - timedelta(days=30)
        key = accounts.make_key(who.organisation)

        assert client.get(f"/api/interview/session/{session_id}", headers=accounts.basic(key)).status_code == 200

    def test_staff_of_another_organisation_gain_nothing(self, client: FlaskClient) -> None:
        _, session_id = interviews.started(client)
        interviews.end(client, session_id)
        with unit_of_work():
            db.session.get_one(RecordingSession, session_id).ended_at = clock.now() - timedelta(days=30)
        stranger = accounts.basic(accounts.make_key())

        assert client.get(f"/api/interview/session/{session_id}", headers=stranger).status_code in {401, 404}

    def test_dead_once_the_token_is_revoked(self, client: FlaskClient) -> None:
        who, session_id = interviews.started(client)
        with unit_of_work():
            invitations.revoke(who.interview, who.invitation.id, by=OPERATOR)

        assert client.get(f"/api/interview/session/{session_id}").status_code == 401

    def test_unknown(self, client: FlaskClient) -> None:
        assert client.get("/api/interview/session/no-such").status_code == 404
