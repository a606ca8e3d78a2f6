"""Every signal becomes its event, with the members that the catalogue shows and no word about a person."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from flask.testing import FlaskClient

from interview.analysis.models import Analysis, Decision
from interview.analysis.signals import analysis_completed, analysis_failed, decision_made
from interview.candidates import signals as candidates
from interview.candidates.lots.models import Lot, LotDraw
from interview.candidates.models import Candidate
from interview.core import clock
from interview.core.db import db, unit_of_work
from interview.core.signals import Signal
from interview.recording.models import RecordingSession
from interview.recording.signals import recording_ready, session_ended, session_started
from interview.scheduling import signals as scheduling
from interview.scheduling.models import Interview
from interview.webhooks.news.catalogue import CHOICES, EVENTS, EventType
from interview.webhooks.subscribers import LISTENERS
from tests.factories import accounts, interviews, webhooks


@dataclass
class Cast:
    """The rows that news are about."""

    candidate: Candidate
    interview: Interview
    session: RecordingSession
    analysis: Analysis
    decision: Decision
    lot: Lot
    draw: LotDraw


@pytest.fixture
def cast(client: FlaskClient) -> Cast:
    """One of each, and a subscription to everything."""
    who, session_id = interviews.started(client)
    home = who.organisation.id
    session = db.session.get_one(RecordingSession, session_id)
    decision = Decision(session_id=session.id, final_status="passed", reason="Words.", decided_by="u", at=clock.now())
    analysis = Analysis(
        id="a" * 32,
        organisation_id=home,
        session_id=session.id,
        candidate_id=who.candidate.id,
        status="completed",
        overall_score=70.5,
        overall_feedback="Words.",
        final_status="passed",
    )
    lot = Lot(id="l" * 32, organisation_id=home, name="Some Lot")
    draw = LotDraw(id="d" * 32, lot_id=lot.id, places=3, pool_size=9, drawn_at=clock.now())
    webhooks.make_webhook(who.organisation)
    return Cast(who.candidate, who.interview, session, analysis, decision, lot, draw)


by: dict[str, Any] = {"by": None}
NEWS: dict[EventType, tuple[Signal, Callable[[Cast], dict[str, Any]]]] = {
    EventType.CANDIDATE_CREATED: (candidates.candidate_created, lambda cast: {"candidate": cast.candidate}),
    EventType.CANDIDATE_UPDATED: (candidates.candidate_updated, lambda cast: {"candidate": cast.candidate}),
    EventType.CANDIDATE_STATUS_CHANGED: (
        candidates.candidate_status_changed,
        lambda cast: {"candidate": cast.candidate, "previous": "screening", "reason": "Words."},
    ),
    EventType.CANDIDATE_ARCHIVED: (candidates.candidate_archived, lambda cast: {"candidate": cast.candidate}),
    EventType.LOT_DRAWN: (candidates.lot_drawn, lambda cast: {"lot": cast.lot, "draw": cast.draw}),
    EventType.INTERVIEW_SCHEDULED: (scheduling.interview_scheduled, lambda cast: {"interview": cast.interview} | by),
    EventType.INTERVIEW_CHANGED: (
        scheduling.interview_changed,
        lambda cast: {"interview": cast.interview, "changes": ["meeting_url", "location"]} | by,
    ),
    EventType.INTERVIEW_RESCHEDULED: (
        scheduling.interview_rescheduled,
        lambda cast: {"interview": cast.interview, "previous": clock.now()} | by,
    ),
    EventType.INTERVIEW_STARTED: (scheduling.interview_started, lambda cast: {"interview": cast.interview} | by),
    EventType.INTERVIEW_COMPLETED: (scheduling.interview_completed, lambda cast: {"interview": cast.interview} | by),
    EventType.INTERVIEW_CANCELLED: (scheduling.interview_cancelled, lambda cast: {"interview": cast.interview} | by),
    EventType.INTERVIEW_NO_SHOW: (scheduling.interview_missed, lambda cast: {"interview": cast.interview} | by),
    EventType.SESSION_STARTED: (session_started, lambda cast: {"session": cast.session, "is_resumed": False}),
    EventType.SESSION_ENDED: (session_ended, lambda cast: {"session": cast.session}),
    EventType.RECORDING_READY: (recording_ready, lambda cast: {"session": cast.session}),
    EventType.ANALYSIS_COMPLETED: (analysis_completed, lambda cast: {"analysis": cast.analysis}),
    EventType.ANALYSIS_FAILED: (analysis_failed, lambda cast: {"analysis": cast.analysis}),
    EventType.DECISION_MADE: (decision_made, lambda cast: {"decision": cast.decision, "session": cast.session}),
}


class TestListeners:
    def test_every_choice_has_its_signal(self) -> None:
        assert sorted(kind.value for kind in NEWS) == sorted(CHOICES)
        assert {signal for signal, _ in NEWS.values()} == set(LISTENERS)

    @pytest.mark.parametrize("kind", list(NEWS))
    def test_signal_becomes_its_event(self, cast: Cast, kind: EventType) -> None:
        signal, news = NEWS[kind]
        with unit_of_work():
            for listener in signal._within:
                if listener in LISTENERS.values():
                    listener(**news(cast))
        (found,) = webhooks.deliveries()
        told = json.loads(found.payload)

        assert (found.type, told["type"]) == (kind.value, kind.value)
        assert list(told) == ["type", "timestamp", "data"]
        assert list(told["data"]) == list(EVENTS[kind].data)
        for words in ("Words.", cast.candidate.name, "Round one", "Some Lot"):
            assert words not in found.payload

    def test_changes_are_named_as_the_api_names_them(self, cast: Cast) -> None:
        with unit_of_work():
            scheduling.interview_changed.announce(interview=cast.interview, by=None, changes=["meeting_url"])

        assert json.loads(webhooks.deliveries()[-1].payload)["data"]["changes"] == ["meetingUrl"]


class TestThroughTheProduct:
    """A whole interview over HTTP."""

    def test_an_interview_from_start_to_decision(self, client: FlaskClient, app: Any) -> None:
        home = accounts.make_organisation()
        webhooks.make_webhook(home)
        who, session_id = interviews.started(client, organisation=home)
        interviews.start(client, who.token)
        during = [row.payload for row in webhooks.deliveries(type="session.started")]
        interviews.end(client, session_id)
        db.session.remove()
        app.extensions["jobs"].run_due()
        person = accounts.headers_of(accounts.make_user(home, role="interviewer"))
        body = {"final_status": "passed", "reason": "Convincing in the live part."}
        client.post(f"/api/interview/analysis/{who.candidate.id}/decision", json=body, headers=person)
        told = [row.type for row in webhooks.deliveries()]

        assert len(during) == 1 and session_id not in during[0]
        for kind in ("session.started", "session.ended", "analysis.completed", "decision.made"):
            assert told.count(kind) == 1, kind
