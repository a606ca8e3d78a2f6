"""From the first byte to the file that plays: tus creation, finalising, GET /api/interview/recording/<candidate_id>."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import pytest
from flask.testing import FlaskClient

from interview.core.actors import OPERATOR
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from interview.scheduling import invitations
from tests.factories import accounts, interviews
from tests.factories import media as samples
from tests.factories.interviews import Invited

TUS = {"Tus-Resumable": "1.0.0"}
OCTETS = TUS | {"Content-Type": "application/offset+octet-stream"}


@pytest.fixture
def run_jobs(app: Application) -> Any:
    """Run everything that is due, in this thread."""

    def run() -> None:
        db.session.remove()
        app.extensions["jobs"].run_due()

    return run


def create(client: FlaskClient, session_id: str, **headers: str) -> Any:
    """Begin an upload."""
    told = TUS | {"Upload-Defer-Length": "1"} | {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post(f"/api/interview/session/{session_id}/uploads", headers=told)


def send(client: FlaskClient, session_id: str, body: bytes, *, pieces: int = 3, **headers: str) -> str:
    """Upload a whole segment in pieces; returns the upload's address."""
    place = str(create(client, session_id, **headers).headers["Location"])
    size = -(-len(body) // pieces)
    for offset in range(0, len(body), size):
        told = OCTETS | {"Upload-Offset": str(offset)}
        answer = client.patch(place, data=body[offset : offset + size], headers=told)
        assert answer.status_code == 204, answer.text
    done = client.patch(place, headers=OCTETS | {"Upload-Offset": str(len(body)), "Upload-Length": str(len(body))})
    assert done.status_code == 204
    return place


def info(client: FlaskClient, who: Invited) -> dict[str, Any]:
    """The recording info as the organisation's key reads it."""
    db.session.add_all([who.organisation, who.candidate])
    key = accounts.basic(accounts.make_key(who.organisation))
    answer = client.get(f"/api/interview/recording/{who.candidate.id}", headers=key)
    assert answer.status_code == 200, answer.text
    return dict(answer.get_json()["recording_info"])


class TestRecording:
    """A recorded session."""

    def test_becomes_a_file_with_its_receipt(self, client: FlaskClient, run_jobs: Any) -> None:
        who, session_id = interviews.started(client)
        body = samples.webm(2)
        send(client, session_id, body)
        interviews.end(client, session_id)
        waiting = info(client, who)
        run_jobs()
        found = info(client, who)

        assert (waiting["recording_status"], waiting["processing_status"]) == ("recording", "pending")
        assert (found["recording_status"], found["processing_status"]) == ("completed", "completed")
        assert found["recording_file"].startswith(f"recordings/interview_session_{who.candidate.id}_")
        assert found["recording_file"].endswith(".webm") and found["recording_format"] == "webm"
        assert found["recording_duration"] == 2 and found["recording_size"] > 1000
        segment = found["tracks"][0]["segments"][0]
        assert (segment["bytes"], segment["chunk_count"], segment["gaps"]) == (len(body), 3, [])
        assert segment["sha256"] == sha256(body).hexdigest()

    def test_plays_at_a_signed_address(self, client: FlaskClient, run_jobs: Any) -> None:
        who, session_id = interviews.started(client)
        send(client, session_id, samples.webm(2))
        interviews.end(client, session_id)
        run_jobs()
        found = info(client, who)
        whole = client.get(found["playback_url"])
        part = client.get(found["playback_url"], headers={"Range": "bytes=-100"})
        picture = client.get(found["thumbnail_url"])

        assert sha256(whole.data).hexdigest() == found["sha256"] and len(whole.data) == found["recording_size"]
        assert part.status_code == 206 and part.data == whole.data[-100:]
        assert picture.content_type == "image/jpeg" and picture.data[:2] == b"\xff\xd8"

    def test_mirrors_the_file(self, client: FlaskClient, run_jobs: Any) -> None:
        who, session_id = interviews.started(client)
        send(client, session_id, samples.webm(2))
        interviews.end(client, session_id)
        run_jobs()
        found = info(client, who)
        db.session.refresh(who.candidate)

        assert who.candidate.interview_recording_file == found["recording_file"]
        assert who.candidate.interview_recording_size == found["recording_size"]
        assert who.candidate.interview_recording_status == "completed"

    def test_a_second_track_and_a_second_segment(self, client: FlaskClient, run_jobs: Any) -> None:
        who, session_id = interviews.started(client)
        for metadata in ("track Y2FtZXJh", "track Y2FtZXJh", "track c2NyZWVu"):
            send(client, session_id, samples.webm(2), Upload_Metadata=metadata)
        interviews.end(client, session_id)
        run_jobs()
        found = info(client, who)

        assert [track["track"] for track in found["tracks"]] == ["camera", "screen"]
        assert [segment["segment"] for segment in found["tracks"][0]["segments"]] == [1, 2]
        assert {track["status"] for track in found["tracks"]} == {"completed"}

    def test_garbage_fails_with_its_reason_and_keeps_the_bytes(
        self, app: Application, client: FlaskClient, run_jobs: Any
    ) -> None:
        who, session_id = interviews.started(client)
        question_id = interviews.ask(client, session_id)
        interviews.answer(client, session_id, question_id, "An ordered structure.")
        send(client, session_id, b"not a recording " * 500)
        interviews.end(client, session_id)
        run_jobs()
        found = info(client, who)
        kept = [path for path in app.extensions["settings"].recordings_dir.rglob("uploads/*/*") if path.is_file()]

        assert found["recording_status"] == "failed" and "unknown_format" in found["recording_reason"]
        assert found["processing_status"] == "failed" and found["playback_url"] is None
        assert sum(path.stat().st_size for path in kept) >= 8000
        data = client.get(f"/api/interview/session/{session_id}").get_json()["session_data"]
        assert data["answers"][0]["text"] == "An ordered structure."

    def test_what_arrived_of_a_cut_off_segment_is_recovered(self, client: FlaskClient, run_jobs: Any) -> None:
        who, session_id = interviews.started(client)
        body = samples.webm(4)
        place = str(create(client, session_id).headers["Location"])
        client.patch(place, data=body[: len(body) * 3 // 4], headers=OCTETS | {"Upload-Offset": "0"})
        interviews.end(client, session_id)
        run_jobs()
        found = info(client, who)

        assert found["recording_status"] == "completed" and 1 <= found["recording_duration"] <= 4
        assert found["tracks"][0]["segments"][0]["bytes"] == len(body) * 3 // 4


class TestConvertRecording:
    """MP4 on request."""

    def test_makes_a_second_file(self, client: FlaskClient, run_jobs: Any) -> None:
        who, session_id = interviews.started(client)
        send(client, session_id, samples.webm(2))
        interviews.end(client, session_id)
        run_jobs()
        db.session.add_all([who.organisation, who.candidate])
        key = accounts.basic(accounts.make_key(who.organisation))
        path = f"/api/interview/recording/{who.candidate.id}/mp4"
        asked = [client.post(path, json={}, headers=key).status_code for _ in range(2)]
        run_jobs()
        track = info(client, who)["tracks"][0]

        assert asked == [202, 202] and track["mp4_status"] == "done"
        assert client.get(track["mp4_url"]).content_type == "video/mp4"
        assert client.get(track["playback_url"]).status_code == 200

    def test_not_before_there_is_a_recording(self, client: FlaskClient) -> None:
        who, _ = interviews.started(client)
        key = accounts.basic(accounts.make_key(who.organisation))

        assert client.post(f"/api/interview/recording/{who.candidate.id}/mp4", json={}, headers=key).status_code == 409


class TestRetryProcessing:
    """Processing a recording again."""

    def test_after_a_failure(self, client: FlaskClient, run_jobs: Any) -> None:
        who, session_id = interviews.started(client)
        send(client, session_id, b"not a recording " * 500)
        interviews.end(client, session_id)
        key = accounts.basic(accounts.make_key(who.organisation))
        path = f"/api/interview/recording/{who.candidate.id}/retry"
        early = client.post(path, json={}, headers=key)
        run_jobs()
        again = client.post(path, json={}, headers=key)
        run_jobs()

        assert (early.status_code, again.status_code) == (409, 202)
        assert info(client, who)["recording_status"] == "failed"


class TestCreateUpload:
    """Who may send media, and when."""

    def test_not_after_the_end(self, client: FlaskClient) -> None:
        _, session_id = interviews.started(client)
        place = str(create(client, session_id).headers["Location"])
        interviews.end(client, session_id)
        late = client.patch(place, data=b"late", headers=OCTETS | {"Upload-Offset": "0"})

        assert create(client, session_id).status_code == 409
        assert late.status_code == 409

    def test_not_once_the_token_is_revoked(self, client: FlaskClient) -> None:
        who, session_id = interviews.started(client)
        place = str(create(client, session_id).headers["Location"])
        with unit_of_work():
            invitations.revoke(who.interview, who.invitation.id, by=OPERATOR)
        late = client.patch(place, data=b"late", headers=OCTETS | {"Upload-Offset": "0"})

        assert create(client, session_id).status_code == 401
        assert late.status_code in {401, 409, 410}

    def test_not_a_track_that_is_left_out(self, client: FlaskClient) -> None:
        who = interviews.invited()
        config = {"format": "wav", "video": False}
        session_id = interviews.start(client, who.token, recording_config=config).get_json()["session_id"]

        assert create(client, session_id, Upload_Metadata="track c2NyZWVu").status_code == 409

    @pytest.mark.parametrize("metadata", ["track ZXZpbA==", "track %%%", "segment LTE="])
    def test_malformed_metadata(self, client: FlaskClient, metadata: str) -> None:
        _, session_id = interviews.started(client)

        assert create(client, session_id, Upload_Metadata=metadata).status_code in {400, 422}

    def test_unknown_session(self, client: FlaskClient) -> None:
        assert create(client, "no-such").status_code == 404


class TestGetRecording:
    """Who may see it."""

    def test_nobody(self, client: FlaskClient) -> None:
        assert client.get("/api/interview/recording/1").status_code == 401

    def test_another_organisation(self, client: FlaskClient) -> None:
        who, _ = interviews.started(client)
        stranger = accounts.basic(accounts.make_key())

        assert client.get(f"/api/interview/recording/{who.candidate.id}", headers=stranger).status_code == 404

    def test_a_candidate_without_session(self, app: Application, client: FlaskClient) -> None:
        who = interviews.invited()
        key = accounts.basic(accounts.make_key(who.organisation))

        assert client.get(f"/api/interview/recording/{who.candidate.id}", headers=key).status_code == 404

    @pytest.mark.parametrize("candidate_id", [2**31, 2**63, 10**30])
    @pytest.mark.parametrize("what", ["recording", "analysis"])
    def test_a_number_that_no_candidate_can_have(
        self, app: Application, client: FlaskClient, what: str, candidate_id: int
    ) -> None:
        key = accounts.basic(accounts.make_key())

        assert client.get(f"/api/interview/{what}/{candidate_id}", headers=key).status_code == 404
