"""Every decision about candidates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select, update

from interview.accounts.models import Organisation
from interview.candidates.errors import CandidateNotFound, EmailTaken
from interview.candidates.models import LARGEST_ID, Candidate
from interview.candidates.projection import event_update, written
from interview.core import audit, current
from interview.core.actors import Actor
from interview.core.db import db
from interview.core.pages import Page, page


def create(*, organisation_id: str, name: str, email: str | None, by: Actor) -> Candidate:
    """Add a candidate to an organisation; raises `EmailTaken`."""
    db.session.execute(select(Organisation.id).where(Organisation.id == organisation_id).with_for_update())
    address = email.strip().lower() if email else None
    if address and _with_email(organisation_id, address):
        raise EmailTaken(f"Another candidate has the address {address}.")
    candidate = Candidate(organisation_id=organisation_id, name=name.strip(), email=address)
    db.session.add(candidate)
    db.session.flush()
    audit.record("candidate.created", candidate, by=by, organisation_id=organisation_id)
    return candidate


def _with_email(organisation_id: str, address: str) -> bool:
    taken = select(Candidate.id).where(Candidate.organisation_id == organisation_id, Candidate.email == address)
    return db.session.scalar(taken.limit(1)) is not None


def get(candidate_id: int, *, within: str | None) -> Candidate:
    """A candidate of this organisation; raises `CandidateNotFound`, for another organisation's too."""
    query = select(Candidate).where(Candidate.id == candidate_id, Candidate.organisation_id == within)
    candidate = db.session.scalar(query) if candidate_id <= LARGEST_ID else None
    if candidate is None:
        raise CandidateNotFound(f"There is no candidate {candidate_id}.")
    return candidate


def list_candidates(*, within: str | None, search: str | None, limit: int, cursor: str | None) -> Page[Candidate]:
    """The organisation's candidates, newest first; `search` is the beginning of a name or an address."""
    query = select(Candidate).where(Candidate.organisation_id == within, Candidate.archived_at.is_(None))
    if search:
        start = search.strip().lower()
        query = query.where(
            func.lower(Candidate.name).startswith(start, autoescape=True)
            | Candidate.email.startswith(start, autoescape=True)
        )
    return page(
        query,
        newest_by=Candidate.created_at,
        id_column=Candidate.id,
        limit=limit,
        cursor=cursor,
        signed_with=current.keyring().derive("cursors"),
    )


def begin_projection(candidate_id: int, *, session_id: str, values: Mapping[str, Any]) -> None:
    """Make a new session the one that the candidate's row mirrors: every `interview_*` column starts afresh."""
    fresh: dict[str, Any] = {
        column.name: None for column in Candidate.__table__.columns if column.name.startswith("interview_")
    }
    fresh |= dict.fromkeys(_LISTS, "[]") | dict.fromkeys(_COUNTS, 0)
    _write(candidate_id, fresh | dict(values) | {"interview_session_id": session_id})


def project(candidate_id: int, *, session_id: str, **values: Any) -> None:
    """Mirror a change of the session; nothing happens where a newer session is mirrored already."""
    _write(candidate_id, values, session_id=session_id)


def project_event(candidate_id: int, *, session_id: str, append: Mapping[str, Any], **values: Any) -> None:
    """Mirror an event: append one item to each named JSON list, and set the values beside it."""
    statement = event_update(tuple(append), tuple(values))
    items = {name: written(item) for name, item in append.items()}
    told = {"candidate": candidate_id, "session": session_id}
    db.session.connection().execute(statement, told | items | values)


def _write(candidate_id: int, values: Mapping[str, Any], *, session_id: str | None = None) -> None:
    change = update(Candidate).where(Candidate.id == candidate_id).values(**values)
    if session_id is not None:
        change = change.where(Candidate.interview_session_id == session_id)
    db.session.execute(change.execution_options(synchronize_session=False))


_LISTS = (
    "interview_questions_asked",
    "interview_answers_given",
    "interview_question_timestamps",
    "interview_answer_timestamps",
    "interview_technical_issues",
    "interview_session_logs",
)
_COUNTS = ("interview_total_questions", "interview_answered_questions")
