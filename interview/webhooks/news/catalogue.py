"""The events that programs can subscribe to, each with an example of what it tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class EventType(StrEnum):
    """The kinds of event; the values are on the wire."""

    CANDIDATE_CREATED = "candidate.created"
    CANDIDATE_UPDATED = "candidate.updated"
    CANDIDATE_STATUS_CHANGED = "candidate.status_changed"
    CANDIDATE_ARCHIVED = "candidate.archived"
    LOT_DRAWN = "lot.drawn"
    INTERVIEW_SCHEDULED = "interview.scheduled"
    INTERVIEW_CHANGED = "interview.changed"
    INTERVIEW_RESCHEDULED = "interview.rescheduled"
    INTERVIEW_STARTED = "interview.started"
    INTERVIEW_COMPLETED = "interview.completed"
    INTERVIEW_CANCELLED = "interview.cancelled"
    INTERVIEW_NO_SHOW = "interview.no_show"
    SESSION_STARTED = "session.started"
    SESSION_ENDED = "session.ended"
    RECORDING_READY = "recording.ready"
    ANALYSIS_COMPLETED = "analysis.completed"
    ANALYSIS_FAILED = "analysis.failed"
    DECISION_MADE = "decision.made"
    TEST = "webhook.test"


@dataclass(frozen=True, slots=True)
class Event:
    """One kind of event: when it is told, and `data` as it may look."""

    type: EventType
    about: str
    data: Mapping[str, Any]

    @property
    def example(self) -> dict[str, Any]:
        """A whole payload."""
        return {"type": self.type.value, "timestamp": "2026-03-02T09:30:00.000Z", "data": dict(self.data)}


_CANDIDATE: dict[str, Any] = {"candidateId": 42, "status": "interview", "version": 3, "isArchived": False}
_INTERVIEW: dict[str, Any] = {
    "interviewId": "5f2c7f0e9d1b4c6a8e3f2d1c0b9a8877",
    "candidateId": 42,
    "positionId": None,
    "status": "scheduled",
    "type": "technical",
    "mode": "video",
    "scheduledAt": "2026-03-09T09:00:00.000Z",
    "endsAt": "2026-03-09T10:00:00.000Z",
    "timezone": "Europe/Berlin",
    "durationMinutes": 60,
    "rescheduleCount": 0,
}
_SESSION: dict[str, Any] = {
    "sessionId": "0c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f",
    "interviewId": "5f2c7f0e9d1b4c6a8e3f2d1c0b9a8877",
    "candidateId": 42,
}
_ANALYSIS: dict[str, Any] = {
    "analysisId": "aa11bb22cc33dd44ee55ff6677889900",
    "sessionId": _SESSION["sessionId"],
    "candidateId": 42,
}

EVENTS: dict[EventType, Event] = {
    event.type: event
    for event in (
        Event(
            EventType.CANDIDATE_CREATED,
            "A candidate was added.",
            _CANDIDATE | {"status": "new", "version": 1},
        ),
        Event(EventType.CANDIDATE_UPDATED, "A candidate's profile was changed.", _CANDIDATE),
        Event(
            EventType.CANDIDATE_STATUS_CHANGED,
            "A candidate moved in the pipeline.",
            _CANDIDATE | {"previousStatus": "screening"},
        ),
        Event(EventType.CANDIDATE_ARCHIVED, "A candidate was archived.", _CANDIDATE | {"isArchived": True}),
        Event(
            EventType.LOT_DRAWN,
            "The places of a lot were drawn.",
            {
                "lotId": "77aa66bb55cc44dd33ee22ff11009988",
                "drawId": "1f2e3d4c5b6a79880f1e2d3c4b5a6978",
                "places": 3,
                "poolSize": 12,
                "drawnAt": "2026-03-02T09:30:00.000Z",
            },
        ),
        Event(EventType.INTERVIEW_SCHEDULED, "An interview was made.", _INTERVIEW),
        Event(
            EventType.INTERVIEW_CHANGED,
            "What people were told of an interview is different now; `changes` names what.",
            _INTERVIEW | {"changes": ["location"]},
        ),
        Event(
            EventType.INTERVIEW_RESCHEDULED,
            "An interview has another time.",
            _INTERVIEW | {"rescheduleCount": 1, "previousScheduledAt": "2026-03-06T09:00:00.000Z"},
        ),
        Event(EventType.INTERVIEW_STARTED, "An interview began.", _INTERVIEW | {"status": "in_progress"}),
        Event(EventType.INTERVIEW_COMPLETED, "An interview is over.", _INTERVIEW | {"status": "completed"}),
        Event(EventType.INTERVIEW_CANCELLED, "An interview was called off.", _INTERVIEW | {"status": "cancelled"}),
        Event(EventType.INTERVIEW_NO_SHOW, "Nobody came to an interview.", _INTERVIEW | {"status": "no_show"}),
        Event(
            EventType.SESSION_STARTED,
            "A recording session was opened. Its id is told once it is over, because until then the id opens it.",
            {name: value for name, value in _SESSION.items() if name != "sessionId"}
            | {"startedAt": "2026-03-09T09:00:12.000Z"},
        ),
        Event(
            EventType.SESSION_ENDED,
            "A recording session is over; its recording is being finished and its analysis begins.",
            _SESSION
            | {
                "startedAt": "2026-03-09T09:00:12.000Z",
                "endedAt": "2026-03-09T09:48:30.000Z",
                "questionCount": 8,
                "answeredCount": 7,
            },
        ),
        Event(
            EventType.RECORDING_READY,
            "A recording was verified and can be played, or has failed; `recordingStatus` says which.",
            _SESSION | {"recordingStatus": "completed", "processingStatus": "completed"},
        ),
        Event(
            EventType.ANALYSIS_COMPLETED,
            "The analysis is complete. It recommends; nothing is in force until a person decides.",
            _ANALYSIS
            | {
                "status": "completed",
                "overallScore": 74.5,
                "technicalScore": 81.0,
                "communicationScore": 70.0,
                "problemSolvingScore": 72.5,
                "culturalFitScore": None,
                "confidence": 0.72,
                "finalStatus": "passed",
                "finalStatusSource": "ai",
                "effective": False,
            },
        ),
        Event(
            EventType.ANALYSIS_FAILED,
            "The analysis has failed and can be retried.",
            _ANALYSIS | {"status": "failed"},
        ),
        Event(
            EventType.DECISION_MADE,
            "A person decided.",
            _SESSION
            | {
                "finalStatus": "passed",
                "aiStatus": "needs_review",
                "decidedBy": "99887766554433221100ffeeddccbbaa",
                "decidedAt": "2026-03-10T08:15:00.000Z",
            },
        ),
        Event(
            EventType.TEST,
            "Somebody pressed the test button; sent whether subscribed to or not.",
            {"webhookId": "3c4d5e6f708192a3b4c5d6e7f8091a2b"},
        ),
    )
}
# What can be chosen: a test comes without being asked for.
CHOICES = tuple(kind.value for kind in EVENTS if kind is not EventType.TEST)
