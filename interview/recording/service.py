"""Every decision about a session: start or resume it, add to it, end it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import bindparam, select

from interview.candidates import service as candidates
from interview.consent import service as consent
from interview.consent.notices import Purpose
from interview.core import audit, clock, ids
from interview.core.actors import Actor
from interview.core.db import append, db, rewrite
from interview.core.jobs import service as jobs
from interview.media import service as media
from interview.recording import mirror, signals
from interview.recording.errors import InterviewOver, QuestionNotFound, SessionEnded, SessionNotFound, TooManyEntries
from interview.recording.models import (
    Answer,
    AskedQuestion,
    ProcessingStatus,
    RecordingSession,
    RecordingStatus,
    SessionStatus,
)
from interview.recording.tracks import listing as tracks
from interview.scheduling import invitations
from interview.scheduling import service as scheduling
from interview.scheduling.models import Interview, InterviewStatus, Invitation, LogEntry

MOST_QUESTIONS = 500
MOST_ANSWERS = 50
FINALISE = "finalise_recording"
ISSUE = "technical-issue"
# Asked at every request of a session, so they are built once.
_HELD = select(RecordingSession).where(RecordingSession.id == bindparam("session_id")).with_for_update()
_ASKED = select(AskedQuestion).where(
    AskedQuestion.id == bindparam("question_id"), AskedQuestion.session_id == bindparam("session_id")
)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a session is to be conducted, as its first start says; a resumed session keeps what it began with."""

    recording_config: dict[str, Any]
    browser_info: str | None = None
    network_quality: str | None = None
    avatar: str | None = None
    avatar_settings: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ConsentStatement:
    """What the candidate says on the page: yes or no to each purpose, and which notice was shown."""

    purposes: Mapping[Purpose, bool]
    notice_version: str


@dataclass(frozen=True, slots=True)
class Started:
    """A session that is open now, and whether it was before."""

    session: RecordingSession
    interview: Interview
    is_resumed: bool
    is_recorded: bool


def start(token: str, *, setting: Setting, statement: ConsentStatement | None, by: Actor) -> Started:
    """Open the token's session, or resume the one that is open.

    Records nothing without the candidate's consent. Raises `TokenUnknown`, `TokenExpired`, `TokenRevoked`,
    `NotOpenYet`, `NoLongerOpen`, `InterviewOver`, and `SessionEnded` once the session is over.
    """
    invitation = invitations.redeem(token)
    interview = scheduling.hold(invitation.interview_id)
    session = _open_session(interview)
    is_resumed = session is not None
    if session is None:
        session = _begin(interview, invitation, setting, by=by)
    if statement:
        _state_consent(session, interview, statement, by=by)
    is_recorded = _record_if_agreed(session, interview)
    signals.session_started.announce(session=session, is_resumed=is_resumed)
    return Started(session, interview, is_resumed, is_recorded)


def _open_session(interview: Interview) -> RecordingSession | None:
    if interview.status == InterviewStatus.CANCELLED:
        raise InterviewOver("This interview is cancelled.")
    if interview.status == InterviewStatus.COMPLETED:
        raise SessionEnded("This interview has ended. Its answers are stored; nothing can be added.")
    scheduling.admit(interview)
    query = select(RecordingSession).where(
        RecordingSession.interview_id == interview.id, RecordingSession.ended_at.is_(None)
    )
    return db.session.scalar(query)


def _begin(interview: Interview, invitation: Invitation, setting: Setting, *, by: Actor) -> RecordingSession:
    scheduling.start(interview, by=by)
    session = RecordingSession(
        organisation_id=interview.organisation_id,
        interview_id=interview.id,
        candidate_id=interview.candidate_id,
        invitation_id=invitation.id,
        started_at=clock.now(),
        recording_config=setting.recording_config,
        browser_info=setting.browser_info,
        network_quality=setting.network_quality,
        avatar=setting.avatar,
        avatar_settings=setting.avatar_settings,
        recording_status=RecordingStatus.NOT_STARTED,
        processing_status=ProcessingStatus.PENDING,
    )
    db.session.add(session)
    db.session.flush()
    mirror.begin(session)
    note(session, "session-started", by=by)
    audit.record("session.started", session, by=by, organisation_id=session.organisation_id)
    return session


def _state_consent(session: RecordingSession, interview: Interview, statement: ConsentStatement, *, by: Actor) -> None:
    consent.state(
        organisation_id=interview.organisation_id,
        subject=interview.consent_subject,
        context=interview.consent_context,
        purposes=statement.purposes,
        notice_version=statement.notice_version,
        method="candidate",
        by=by,
    )
    told = {purpose.value: granted for purpose, granted in statement.purposes.items()}
    note(session, "consent-stated", by=by, details=told)
    if statement.purposes.get(Purpose.RECORDING) is False:
        media.close_uploads(session.owner)


def _record_if_agreed(session: RecordingSession, interview: Interview) -> bool:
    about = {"subject": interview.consent_subject, "context": interview.consent_context}
    agreed = consent.allows(Purpose.RECORDING, **about)
    if agreed and session.recording_status == RecordingStatus.NOT_STARTED:
        session.recording_status = RecordingStatus.RECORDING
        candidates.project(
            session.candidate_id, session_id=session.id, interview_recording_status=session.recording_status
        )
    return agreed


def hold(session_id: str) -> RecordingSession | None:
    """The session, held against other writers until the end of the transaction; None where there is none."""
    return db.session.scalar(_HELD, {"session_id": session_id})


def hold_open(session_id: str) -> RecordingSession:
    """The session, held and still open; raises `SessionNotFound` or `SessionEnded`."""
    session = hold(session_id)
    if session is None:
        raise SessionNotFound("There is no such session.")
    _assert_open(session)
    return session


def hold_open_of(interview_id: str) -> list[RecordingSession]:
    """The open sessions of an interview, held; at most one."""
    query = select(RecordingSession).where(
        RecordingSession.interview_id == interview_id, RecordingSession.ended_at.is_(None)
    )
    return list(db.session.scalars(query.with_for_update()))


def add_question(session: RecordingSession, *, by: Actor, **asked: Any) -> AskedQuestion:
    """Store a question at the moment it is asked; raises `SessionEnded` or `TooManyEntries`."""
    _assert_open(session)
    if session.question_count >= MOST_QUESTIONS:
        raise TooManyEntries(f"A session holds at most {MOST_QUESTIONS} questions.")
    planned = scheduling.find_planned(
        session.interview_id, text=asked["text"], question_id=asked["planned_question_id"]
    )
    asked["planned_question_id"] = planned
    question = AskedQuestion(
        id=ids.opaque(),
        session_id=session.id,
        position=session.question_count + 1,
        asked_by=by.kind.value,
        asked_at=clock.now(),
        **asked,
    )
    append(question)
    rewrite(session, question_count=question.position, last_active_at=question.asked_at)
    told = {"question_id": question.id, "position": question.position}
    mirror.question(session, question, _log(session, "question-added", by=by, details=told))
    signals.question_added.announce(session=session, question=question)
    return question


def add_answer(session: RecordingSession, question_id: str, *, by: Actor, **given: Any) -> Answer:
    """Store an answer; one sent again is a new version and nothing is overwritten.

    Raises `SessionEnded`, `QuestionNotFound` (another session's question too) or `TooManyEntries`.
    """
    _assert_open(session)
    question = db.session.scalar(_ASKED, {"question_id": question_id, "session_id": session.id})
    if question is None:
        raise QuestionNotFound("There is no such question in this session.")
    if question.answer_count >= MOST_ANSWERS:
        raise TooManyEntries(f"A question keeps at most {MOST_ANSWERS} versions of its answer.")
    answer = Answer(
        id=ids.opaque(),
        session_id=session.id,
        question_id=question.id,
        version=question.answer_count + 1,
        answered_by=by.kind.value,
        answered_at=clock.now(),
        **given,
    )
    append(answer)
    rewrite(question, answer_count=answer.version)
    answered_count = session.answered_count + (answer.version == 1)
    rewrite(session, answered_count=answered_count, last_active_at=answer.answered_at)
    told = {"question_id": question.id, "version": answer.version}
    mirror.answer(session, answer, _log(session, "answer-added", by=by, details=told))
    signals.answer_added.announce(session=session, question=question, answer=answer)
    return answer


def end(session: RecordingSession, *, by: Actor, reason: str | None = None) -> RecordingSession:
    """End the session, close its uploads and submit its processing; ending it again changes nothing."""
    if session.ended_at is not None:
        return session
    session.status, session.ended_at, session.ended_by = (
        SessionStatus.COMPLETED,
        clock.now(),
        f"{by.kind}:{by.id}"[:100],
    )
    media.close_uploads(session.owner)
    interview = scheduling.hold(session.interview_id)
    scheduling.finish(interview, by=by)
    _submit_processing(session)
    mirror.status(session)
    note(session, "session-ended", by=by, details={"reason": reason} if reason else None)
    audit.record("session.ended", session, by=by, organisation_id=session.organisation_id)
    signals.session_ended.announce(session=session)
    return session


def _submit_processing(session: RecordingSession) -> None:
    if tracks.tracks_of(session.id):
        jobs.submit(FINALISE, key=f"{FINALISE}:{session.id}", args={"session_id": session.id})
        return
    session.processing_status = ProcessingStatus.COMPLETED
    session.recording_status = RecordingStatus.NOT_STARTED
    session.recording_reason = "No media arrived."


def report_issue(session: RecordingSession, *, by: Actor, kind: str, message: str) -> None:
    """Store a technical issue that the candidate's page met; raises `SessionEnded`."""
    _assert_open(session)
    session.last_active_at = clock.now()
    mirror.issue(session, _log(session, ISSUE, by=by, details={"kind": kind, "message": message}))


def note(session: RecordingSession, event: str, *, by: Actor, details: Mapping[str, Any] | None = None) -> None:
    """Append a line to the session's log and its mirror."""
    mirror.log(session, _log(session, event, by=by, details=details))


def _log(session: RecordingSession, event: str, *, by: Actor, details: Mapping[str, Any] | None) -> LogEntry:
    return scheduling.log(session.interview_id, event, by=by, session_id=session.id, details=details)


def _assert_open(session: RecordingSession) -> None:
    if session.ended_at is not None:
        raise SessionEnded("The session has ended. What was stored before is safe; nothing can be added.")
