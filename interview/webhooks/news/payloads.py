"""What an event tells: ids, states, times and scores, and no words about or by a person.

Whoever may see more reads it with the id from the API, which checks their scope and the retention of the data.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from interview.analysis.models import Analysis, Decision
from interview.candidates.lots.models import Lot, LotDraw
from interview.candidates.models import Candidate
from interview.core import clock
from interview.recording.models import RecordingSession
from interview.scheduling.models import Interview
from interview.webhooks.news.catalogue import EventType

Data = dict[str, Any]


def written(kind: EventType, data: Mapping[str, Any], *, at: datetime) -> str:
    """The body of a message: JSON without needless space, the same text at every try."""
    told = {"type": kind.value, "timestamp": clock.wire(at), "data": data}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def candidate(row: Candidate, **more: Any) -> Data:
    """A candidate without anything that names them."""
    told = {
        "candidateId": row.id,
        "status": row.stage,
        "version": row.version,
        "isArchived": row.archived_at is not None,
    }
    return told | more


def lot_drawn(lot: Lot, draw: LotDraw) -> Data:
    """A draw; who was drawn is read from the lot."""
    return {
        "lotId": lot.id,
        "drawId": draw.id,
        "places": draw.places,
        "poolSize": draw.pool_size,
        "drawnAt": clock.wire(draw.drawn_at),
    }


def interview(row: Interview, **more: Any) -> Data:
    """An appointment."""
    told = {
        "interviewId": row.id,
        "candidateId": row.candidate_id,
        "positionId": row.position_id,
        "status": row.status,
        "type": row.type,
        "mode": row.mode,
        "scheduledAt": clock.wire(row.scheduled_at),
        "endsAt": clock.wire(row.ends_at),
        "timezone": row.timezone,
        "durationMinutes": row.duration_minutes,
        "rescheduleCount": row.reschedule_count,
    }
    return told | more


def interview_changed(row: Interview, changes: Iterable[str]) -> Data:
    """An appointment, and the names of what is different."""
    return interview(row, changes=sorted(_camel(name) for name in changes))


def session_started(row: RecordingSession) -> Data:
    """A session under way, without its id, which opens it."""
    told = _about(row) | {"startedAt": clock.wire(row.started_at)}
    del told["sessionId"]
    return told


def session_ended(row: RecordingSession) -> Data:
    """A session that is over."""
    return _about(row) | {
        "startedAt": clock.wire(row.started_at),
        "endedAt": clock.wire(row.ended_at),
        "questionCount": row.question_count,
        "answeredCount": row.answered_count,
    }


def recording_ready(row: RecordingSession) -> Data:
    """How a recording turned out."""
    return _about(row) | {"recordingStatus": row.recording_status, "processingStatus": row.processing_status}


def analysis_completed(row: Analysis) -> Data:
    """What the software recommends, and that it is only that."""
    return analysis_failed(row) | {
        "overallScore": row.overall_score,
        "technicalScore": row.technical_score,
        "communicationScore": row.communication_score,
        "problemSolvingScore": row.problem_solving_score,
        "culturalFitScore": row.cultural_fit_score,
        "confidence": row.confidence,
        "finalStatus": row.final_status,
        "finalStatusSource": "ai",
        "effective": False,
    }


def analysis_failed(row: Analysis) -> Data:
    """Which analysis, and where it stands."""
    return {
        "analysisId": row.id,
        "sessionId": row.session_id,
        "candidateId": row.candidate_id,
        "status": row.status,
    }


def decision_made(row: Decision, session: RecordingSession) -> Data:
    """A person's decision without its reason."""
    return _about(session) | {
        "finalStatus": row.final_status,
        "aiStatus": row.ai_status,
        "decidedBy": row.decided_by,
        "decidedAt": clock.wire(row.at),
    }


def _about(row: RecordingSession) -> Data:
    return {"sessionId": row.id, "interviewId": row.interview_id, "candidateId": row.candidate_id}


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(word.capitalize() for word in rest)
