"""The outline of a recording's sound: drawn after finalising, asked for where it is missing."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import delete, select, update

from interview.core.db import db, unit_of_work
from interview.core.http import Application
from interview.core.jobs.models import Job
from interview.media.models import MediaKind, MediaObject
from interview.recording.models import RecordingSession
from interview.recording.tracks import waveforms
from interview.recording.tracks.waveforms import TRACE
from tests.factories import accounts, interviews
from tests.factories import media as samples
from tests.factories.interviews import Invited
from tests.recording.test_recording import info, send


@pytest.fixture
def run_jobs(app: Application) -> Any:
    """Run everything that is due, in this thread."""

    def run() -> None:
        db.session.remove()
        app.extensions["jobs"].run_due()

    return run


def recorded(client: FlaskClient, run_jobs: Any, body: bytes, **values: Any) -> tuple[Invited, dict[str, Any]]:
    """A finished session and its camera's track."""
    who, session_id = interviews.started(client, **values)
    send(client, session_id, body)
    interviews.end(client, session_id)
    run_jobs()
    run_jobs()
    return who, info(client, who)["tracks"][0]


def ask(client: FlaskClient, who: Invited, **more: Any) -> Any:
    """Ask for the outline of a track."""
    key = accounts.basic(accounts.make_key(who.organisation))
    return client.post(f"/api/interview/recording/{who.candidate.id}/waveform", json=more, headers=key)


class TestAfterFinalising:
    """The job that finalising submits."""

    def test_is_drawn(self, client: FlaskClient, run_jobs: Any) -> None:
        _, track = recorded(client, run_jobs, samples.webm(2))
        answer = client.get(track["waveform_url"])
        outline = answer.get_json()

        assert (track["waveform_status"], answer.content_type) == ("done", "application/json")
        assert len(outline["peaks"]) == 800 and 0.05 < max(outline["peaks"]) <= 1
        assert outline["duration_seconds"] == track["duration_seconds"]

    @pytest.mark.parametrize("body", [samples.webm(1, audio=False), samples.wav(1.0, loudness=0.0)])
    def test_nothing_to_be_heard(self, client: FlaskClient, run_jobs: Any, body: bytes) -> None:
        _, track = recorded(client, run_jobs, body)

        assert (track["waveform_status"], track["waveform_url"]) == ("silent", None)

    def test_one_for_each_track_with_sound(self, client: FlaskClient, run_jobs: Any) -> None:
        who, session_id = interviews.started(client)
        send(client, session_id, samples.webm(1))
        send(client, session_id, samples.webm(1, audio=False), Upload_Metadata="track c2NyZWVu")
        interviews.end(client, session_id)
        run_jobs()
        run_jobs()

        assert [track["waveform_status"] for track in info(client, who)["tracks"]] == ["done", "silent"]

    def test_is_dropped_where_the_recording_was_made_anew_meanwhile(self, client: FlaskClient, run_jobs: Any) -> None:
        recorded(client, run_jobs, samples.webm(1))
        session = db.session.scalars(select(RecordingSession)).one()
        with unit_of_work():
            db.session.execute(delete(MediaObject).where(MediaObject.kind == MediaKind.WAVEFORM))
            source = db.session.scalars(select(MediaObject).where(MediaObject.kind == MediaKind.RECORDING)).one()
            tracing = waveforms.begin(session, object_id=source.id)
            db.session.expunge(source)
            db.session.execute(update(MediaObject).where(MediaObject.id == source.id).values(id="another"))
        with unit_of_work():
            assert tracing is not None
            waveforms.keep(session, tracing, None)

            assert waveforms.begin(session, object_id="gone") is None
            assert waveforms.find(source) is None


class TestTraceRecording:
    """POST /api/interview/recording/<candidate_id>/waveform."""

    def test_draws_what_an_older_recording_lacks(self, client: FlaskClient, run_jobs: Any) -> None:
        who, _ = recorded(client, run_jobs, samples.webm(1))
        with unit_of_work():
            db.session.execute(delete(MediaObject).where(MediaObject.kind == MediaKind.WAVEFORM))
            db.session.execute(delete(Job).where(Job.kind == TRACE))
        before = info(client, who)["tracks"][0]["waveform_status"]
        asked = [ask(client, who), ask(client, who)]
        run_jobs()

        assert before is None and [answer.status_code for answer in asked] == [202, 202]
        track = asked[0].get_json()["recording_info"]["tracks"][0]
        assert (track["waveform_status"], track["waveform_url"]) == ("pending", None)
        assert info(client, who)["tracks"][0]["waveform_status"] == "done"

    def test_what_is_there_stays(self, client: FlaskClient, run_jobs: Any) -> None:
        who, _ = recorded(client, run_jobs, samples.webm(1))
        answer = ask(client, who, track="camera")

        assert answer.status_code == 202
        assert answer.get_json()["recording_info"]["tracks"][0]["waveform_status"] == "done"

    def test_nothing_recorded(self, client: FlaskClient) -> None:
        who, session_id = interviews.started(client)
        interviews.end(client, session_id)

        assert ask(client, who).status_code == 409

    def test_malformed(self, client: FlaskClient) -> None:
        who, _ = interviews.started(client)

        assert ask(client, who, track="window").status_code == 422

    def test_refused(self, client: FlaskClient) -> None:
        who, _ = interviews.started(client)
        path = f"/api/interview/recording/{who.candidate.id}/waveform"
        poor = accounts.basic(accounts.make_key(who.organisation, scopes={"analysis:read"}))
        stranger = accounts.basic(accounts.make_key())
        asked = [client.post(path, json={}, headers=headers).status_code for headers in ({}, poor, stranger)]

        assert asked == [401, 403, 404]
