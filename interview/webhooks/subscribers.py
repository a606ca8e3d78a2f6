"""What webhooks hear: the news of every feature, inside the transaction in which it became true."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from flask import Flask

from interview.analysis import signals as analysis
from interview.analysis.models import Analysis, Decision
from interview.candidates import signals as candidates
from interview.candidates.lots.models import Lot, LotDraw
from interview.candidates.models import Candidate
from interview.core import clock
from interview.core.signals import Listener, Signal
from interview.recording import signals as recording
from interview.recording.models import RecordingSession
from interview.scheduling import signals as scheduling
from interview.scheduling.models import Interview
from interview.webhooks.delivering.deliveries import publish
from interview.webhooks.news import payloads
from interview.webhooks.news.catalogue import EventType


def init(app: Flask) -> None:
    """Subscribe."""
    for signal, listener in LISTENERS.items():
        signal.within(listener)


def on_candidate_created(*, candidate: Candidate, **_: Any) -> None:
    """Tell that a candidate was added."""
    _candidate(EventType.CANDIDATE_CREATED, candidate)


def on_candidate_updated(*, candidate: Candidate, **_: Any) -> None:
    """Tell that a profile was changed."""
    _candidate(EventType.CANDIDATE_UPDATED, candidate)


def on_candidate_status_changed(*, candidate: Candidate, previous: str | None, **_: Any) -> None:
    """Tell that a candidate moved."""
    _candidate(EventType.CANDIDATE_STATUS_CHANGED, candidate, previousStatus=previous)


def on_candidate_archived(*, candidate: Candidate, **_: Any) -> None:
    """Tell that a candidate was archived."""
    _candidate(EventType.CANDIDATE_ARCHIVED, candidate)


def on_lot_drawn(*, lot: Lot, draw: LotDraw, **_: Any) -> None:
    """Tell that a lot was drawn."""
    publish(EventType.LOT_DRAWN, organisation_id=lot.organisation_id, data=lambda: payloads.lot_drawn(lot, draw))


def on_interview_scheduled(*, interview: Interview, **_: Any) -> None:
    """Tell that an interview was made."""
    _interview(EventType.INTERVIEW_SCHEDULED, interview)


def on_interview_changed(*, interview: Interview, changes: Iterable[str], **_: Any) -> None:
    """Tell that an interview is different now."""
    publish(
        EventType.INTERVIEW_CHANGED,
        organisation_id=interview.organisation_id,
        data=lambda: payloads.interview_changed(interview, changes),
    )


def on_interview_rescheduled(*, interview: Interview, previous: datetime | None, **_: Any) -> None:
    """Tell that an interview has another time."""
    _interview(EventType.INTERVIEW_RESCHEDULED, interview, previousScheduledAt=clock.wire(previous))


def on_interview_started(*, interview: Interview, **_: Any) -> None:
    """Tell that an interview began."""
    _interview(EventType.INTERVIEW_STARTED, interview)


def on_interview_completed(*, interview: Interview, **_: Any) -> None:
    """Tell that an interview is over."""
    _interview(EventType.INTERVIEW_COMPLETED, interview)


def on_interview_cancelled(*, interview: Interview, **_: Any) -> None:
    """Tell that an interview was called off."""
    _interview(EventType.INTERVIEW_CANCELLED, interview)


def on_interview_missed(*, interview: Interview, **_: Any) -> None:
    """Tell that nobody came."""
    _interview(EventType.INTERVIEW_NO_SHOW, interview)


def on_session_started(*, session: RecordingSession, is_resumed: bool, **_: Any) -> None:
    """Tell that a session was opened, once for all its resumptions."""
    if not is_resumed:
        publish(
            EventType.SESSION_STARTED,
            organisation_id=session.organisation_id,
            data=lambda: payloads.session_started(session),
        )


def on_session_ended(*, session: RecordingSession, **_: Any) -> None:
    """Tell that a session is over."""
    publish(
        EventType.SESSION_ENDED,
        organisation_id=session.organisation_id,
        data=lambda: payloads.session_ended(session),
    )


def on_recording_ready(*, session: RecordingSession, **_: Any) -> None:
    """Tell how a recording turned out."""
    publish(
        EventType.RECORDING_READY,
        organisation_id=session.organisation_id,
        data=lambda: payloads.recording_ready(session),
    )


def on_analysis_completed(*, analysis: Analysis, **_: Any) -> None:
    """Tell what the software recommends."""
    publish(
        EventType.ANALYSIS_COMPLETED,
        organisation_id=analysis.organisation_id,
        data=lambda: payloads.analysis_completed(analysis),
    )


def on_analysis_failed(*, analysis: Analysis, **_: Any) -> None:
    """Tell that an analysis has failed."""
    publish(
        EventType.ANALYSIS_FAILED,
        organisation_id=analysis.organisation_id,
        data=lambda: payloads.analysis_failed(analysis),
    )


def on_decision_made(*, decision: Decision, session: RecordingSession, **_: Any) -> None:
    """Tell that a person decided."""
    publish(
        EventType.DECISION_MADE,
        organisation_id=session.organisation_id,
        data=lambda: payloads.decision_made(decision, session),
    )


def _candidate(kind: EventType, row: Candidate, **more: Any) -> None:
    publish(kind, organisation_id=row.organisation_id, data=lambda: payloads.candidate(row, **more))


def _interview(kind: EventType, row: Interview, **more: Any) -> None:
    publish(kind, organisation_id=row.organisation_id, data=lambda: payloads.interview(row, **more))


LISTENERS: dict[Signal, Listener] = {
    candidates.candidate_created: on_candidate_created,
    candidates.candidate_updated: on_candidate_updated,
    candidates.candidate_status_changed: on_candidate_status_changed,
    candidates.candidate_archived: on_candidate_archived,
    candidates.lot_drawn: on_lot_drawn,
    scheduling.interview_scheduled: on_interview_scheduled,
    scheduling.interview_changed: on_interview_changed,
    scheduling.interview_rescheduled: on_interview_rescheduled,
    scheduling.interview_started: on_interview_started,
    scheduling.interview_completed: on_interview_completed,
    scheduling.interview_cancelled: on_interview_cancelled,
    scheduling.interview_missed: on_interview_missed,
    recording.session_started: on_session_started,
    recording.session_ended: on_session_ended,
    recording.recording_ready: on_recording_ready,
    analysis.analysis_completed: on_analysis_completed,
    analysis.analysis_failed: on_analysis_failed,
    analysis.decision_made: on_decision_made,
}
