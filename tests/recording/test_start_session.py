"""POST /api/interview/session/start."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from interview.consent.notices import CURRENT, Purpose
from interview.core import clock
from interview.core.actors import OPERATOR
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from interview.recording.models import RecordingSession
from interview.scheduling import invitations
from interview.scheduling import service as scheduling
from tests.factories import interviews

BOTH = {"purposes": ["recording", "ai_analysis"], "notice_version": CURRENT.version}


class TestStartSession:
    """What starting answers and does."""

    def test_opens_a_session(self, client: FlaskClient) -> None:
        who = interviews.invited()
        answer = interviews.start(client, who.token)
        body = answer.get_json()

        assert answer.status_code == 200
        assert body["success"] is True and body["recording_started"] is True and body["resumed"] is False
        assert body["candidate_id"] == who.candidate.id
        assert body["upload_url"].endswith(f"/api/interview/session/{body['session_id']}/uploads")
        assert [q["text"] for q in body["questions"]] == ["What is a database index?"]
        assert "expected_answer" not in answer.text

    def test_twice_resumes_the_same_session(self, client: FlaskClient) -> None:
        who = interviews.invited()
        first, second = (interviews.start(client, who.token).get_json() for _ in range(2))

        assert second["session_id"] == first["session_id"] and second["resumed"] is True

    def test_twenty_at_once_open_one(self, app: Application) -> None:
        who = interviews.invited()
        db.session.remove()

        def begin(_: int) -> Any:
            return interviews.start(app.test_client(), who.token)

        with ThreadPoolExecutor(20) as pool:
            answers = list(pool.map(begin, range(20)))

        assert {answer.status_code for answer in answers} == {200}
        assert len({answer.get_json()["session_id"] for answer in answers}) == 1
        assert sum(not answer.get_json()["resumed"] for answer in answers) == 1
        assert db.session.scalar(select(func.count()).select_from(RecordingSession)) == 1

    def test_projects_the_new_session(self, client: FlaskClient) -> None:
        who = interviews.invited()
        session_id = interviews.start(client, who.token, browser_info="Browser 1", avatar="ada").get_json()[
            "session_id"
        ]
        db.session.expire_all()
        db.session.refresh(who.candidate)

        assert who.candidate.interview_session_id == session_id
        assert who.candidate.interview_recording_status == "recording"
        assert who.candidate.interview_browser_info == "Browser 1"
        assert who.candidate.interview_questions_asked == "[]"

    @pytest.mark.parametrize(
        "config",
        [
            {"format": "avi"},
            {"format": "../x"},
            {"quality": "4K"},
            {"audio": False, "video": False},
            {"audio": "yes"},
            {"format": "ogg"},
            {"quality": "custom"},
            {"quality": "HD", "width": 10},
            {"colour": "red"},
            [],
            "webm",
            {"quality": "custom", "width": 1, "height": 2, "frame_rate": 1, "bitrate": 1},
        ],
    )
    def test_refuses_a_config_and_starts_nothing(self, client: FlaskClient, config: Any) -> None:
        who = interviews.invited()
        answer = interviews.start(client, who.token, recording_config=config)

        assert answer.status_code == 422
        assert answer.get_json()["code"] == "validation_failed" and answer.get_json()["errors"]
        assert db.session.scalar(select(func.count()).select_from(RecordingSession)) == 0

    @pytest.mark.parametrize(
        "config",
        [
            {"format": "webm", "quality": "HD", "audio": True, "video": True},
            {"format": "wav", "audio": True, "video": False},
            {"quality": "custom", "width": 640, "height": 360, "frame_rate": 25, "bitrate": 800_000},
        ],
    )
    def test_takes_a_config(self, client: FlaskClient, config: Any) -> None:
        answer = interviews.start(client, interviews.invited().token, recording_config=config)

        assert answer.status_code == 200
        assert config.items() <= answer.get_json()["recording_config"].items()

    def test_unknown_token(self, client: FlaskClient) -> None:
        answer = interviews.start(client, "550e8400-e29b-41d4-a716-446655440000")

        assert answer.status_code == 404 and answer.get_json()["code"] == "interview_token_unknown"
        assert answer.get_json()["success"] is False and answer.get_json()["message"]

    def test_expired_token(self, client: FlaskClient) -> None:
        who = interviews.invited()
        with unit_of_work():
            who.invitation.expires_at = clock.now() - timedelta(seconds=1)
            db.session.add(who.invitation)

        assert interviews.start(client, who.token).status_code == 410

    def test_revoked_token(self, client: FlaskClient) -> None:
        who = interviews.invited()
        with unit_of_work():
            invitations.revoke(who.interview, who.invitation.id, by=OPERATOR)

        assert interviews.start(client, who.token).status_code == 403

    def test_before_its_window(self, client: FlaskClient) -> None:
        who = interviews.invited(opens_at=clock.now() + timedelta(hours=1))
        answer = interviews.start(client, who.token)

        assert answer.status_code == 409 and answer.get_json()["code"] == "interview_not_open_yet"

    def test_cancelled(self, client: FlaskClient) -> None:
        who = interviews.invited()
        with unit_of_work():
            scheduling.cancel(scheduling.hold(who.interview.id), reason="ill", by=OPERATOR)

        assert interviews.start(client, who.token).status_code == 403

    def test_after_the_end(self, client: FlaskClient) -> None:
        who, session_id = interviews.started(client)
        interviews.end(client, session_id)
        answer = interviews.start(client, who.token)

        assert answer.status_code == 409 and answer.get_json()["code"] == "session_ended"

    @pytest.mark.parametrize("body", [None, [], "text", {}, {"interview_token": 5}, {"interview_token": ""}, {"x": 1}])
    def test_malformed(self, client: FlaskClient, body: Any) -> None:
        assert client.post("/api/interview/session/start", json=body).status_code in {400, 422}

    def test_not_json(self, client: FlaskClient) -> None:
        answer = client.post("/api/interview/session/start", data="{", content_type="application/json")

        assert answer.status_code in {400, 422} and answer.content_type == "application/problem+json"


class TestPreviewSession:
    """POST /api/interview/session/preview."""

    def test_tells_what_awaits_and_starts_nothing(self, client: FlaskClient) -> None:
        who = interviews.invited(agreed=(Purpose.RECORDING,))
        answer = client.post("/api/interview/session/preview", json={"interview_token": who.token})
        body = answer.get_json()

        assert answer.status_code == 200
        assert (body["interview"]["organisation"], body["interview"]["question_count"]) == ("Northwind", 1)
        assert body["consent"] == {"recording": True} and body["session_open"] is False
        assert body["retention_days"] == 365
        assert body["notice"]["version"] == CURRENT.version
        assert db.session.scalar(select(func.count()).select_from(RecordingSession)) == 0

    def test_unknown_token(self, client: FlaskClient) -> None:
        assert client.post("/api/interview/session/preview", json={"interview_token": "x"}).status_code == 404


class TestConsent:
    """Nothing is recorded before the candidate agrees."""

    def test_without_consent_nothing_is_recorded(self, client: FlaskClient) -> None:
        who = interviews.invited(agreed=())
        body = interviews.start(client, who.token).get_json()

        assert body["recording_started"] is False and body["consent_required"] is True
        assert body["notice"]["version"] == CURRENT.version and len(body["notice"]["purposes"]) == len(Purpose)
        upload = client.post(
            f"/api/interview/session/{body['session_id']}/uploads",
            headers={"Tus-Resumable": "1.0.0", "Upload-Length": "5"},
        )
        assert upload.status_code == 403 and upload.get_json()["code"] == "consent_required"

    def test_agreeing_at_the_start(self, client: FlaskClient) -> None:
        body = interviews.start(client, interviews.invited(agreed=()).token, consent=BOTH).get_json()

        assert body["recording_started"] is True and body["notice"] is None

    def test_agreeing_later(self, client: FlaskClient) -> None:
        who = interviews.invited(agreed=())
        first = interviews.start(client, who.token).get_json()
        second = interviews.start(client, who.token, consent=BOTH).get_json()

        assert second["session_id"] == first["session_id"] and second["recording_started"] is True

    def test_withdrawing(self, client: FlaskClient) -> None:
        who = interviews.invited()
        no = {"purposes": {"recording": False}, "notice_version": CURRENT.version}

        assert interviews.start(client, who.token, consent=no).get_json()["recording_started"] is False

    def test_unknown_notice(self, client: FlaskClient) -> None:
        who = interviews.invited(agreed=())
        answer = interviews.start(client, who.token, consent=BOTH | {"notice_version": "1999"})

        assert answer.status_code == 422
        assert db.session.scalar(select(func.count()).select_from(RecordingSession)) == 0
