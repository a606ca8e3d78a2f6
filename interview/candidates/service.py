"""Every decision about candidates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from zoneinfo import available_timezones

from sqlalchemy import select, update

from interview.accounts import service as accounts
from interview.accounts.models import Organisation
from interview.accounts.scopes import Role
from interview.candidates.errors import (
    AddressMissing,
    CandidateArchived,
    CandidateNotFound,
    ChangedMeanwhile,
    EmailTaken,
    UnknownZone,
)
from interview.candidates.finding import board, filters, labels, words
from interview.candidates.finding.board import Column
from interview.candidates.finding.filters import Wanted
from interview.candidates.models import LARGEST_ID, Candidate, LabelKind, Stage, StageChange
from interview.candidates.projection import event_update, written
from interview.candidates.signals import (
    candidate_archived,
    candidate_created,
    candidate_status_changed,
    candidate_updated,
)
from interview.core import audit, clock, current
from interview.core.actors import Actor
from interview.core.db import db
from interview.core.pages import Page, page

# What callers may say of a candidate beside name, address and labels.
PROFILE = ("phone", "headline", "location", "timezone", "experience_years", "summary", "source")
_LABELS = {"skills": LabelKind.SKILL, "tags": LabelKind.TAG}


def create(
    *,
    organisation_id: str,
    name: str,
    email: str | None,
    by: Actor,
    stage: Stage = Stage.NEW,
    skills: Sequence[str] = (),
    tags: Sequence[str] = (),
    **profile: Any,
) -> Candidate:
    """Add a candidate with their profile to an organisation; raises `EmailTaken` or `UnknownZone`."""
    hold_organisation(organisation_id)
    address = normal_email(email)
    if address and _with_email(organisation_id, address):
        raise EmailTaken(f"Another candidate has the address {address}.")
    check_zone(profile.get("timezone"))
    candidate = Candidate(organisation_id=organisation_id, name=name.strip(), email=address, stage=stage, **profile)
    add([candidate], {candidate: {LabelKind.SKILL: skills, LabelKind.TAG: tags}}, by=by)
    audit.record("candidate.created", candidate, by=by, organisation_id=organisation_id)
    return candidate


def add(
    candidates: Sequence[Candidate],
    labelled: Mapping[Candidate, Mapping[LabelKind, Iterable[str]]],
    *,
    by: Actor,
    reason: str | None = None,
) -> None:
    """Store new candidates whose values were checked, with what they are found by, and tell of each."""
    db.session.add_all(candidates)
    db.session.flush()
    words.write(candidates, are_new=True)
    labels.replace(labelled, are_new=True)
    db.session.add_all(_step(candidate, None, by=by, reason=reason) for candidate in candidates)
    db.session.flush()
    for candidate in candidates:
        candidate_created.announce(candidate=candidate)


def hold_organisation(organisation_id: str) -> None:
    """Keep others from adding or changing addresses in an organisation until the end of the transaction."""
    db.session.execute(
        select(Organisation.id).where(Organisation.id == organisation_id).with_for_update(key_share=True)
    )


def normal_email(email: str | None) -> str | None:
    """An address as it is kept and compared; None for an empty one."""
    return (email or "").strip().lower() or None


def check_zone(zone: str | None) -> None:
    """Raise `UnknownZone` for a zone that the IANA database does not have."""
    if zone is not None and zone not in available_timezones():
        raise UnknownZone(f"{zone!r} is not an IANA time zone.", errors={"timezone": ["Unknown."]})


def _with_email(organisation_id: str, address: str, *, but: int | None = None) -> bool:
    taken = select(Candidate.id).where(Candidate.organisation_id == organisation_id, Candidate.email == address)
    if but is not None:
        taken = taken.where(Candidate.id != but)
    return db.session.scalar(taken.limit(1)) is not None


def get(candidate_id: int, *, within: str | None) -> Candidate:
    """A candidate of this organisation; raises `CandidateNotFound`, for another organisation's too."""
    query = select(Candidate).where(Candidate.id == candidate_id, Candidate.organisation_id == within)
    candidate = db.session.scalar(query) if candidate_id <= LARGEST_ID else None
    if candidate is None:
        raise CandidateNotFound(f"There is no candidate {candidate_id}.")
    return candidate


def hold(candidate_id: int, *, within: str | None, version: int | None = None, address: bool = False) -> Candidate:
    """A candidate that is about to be changed, held against other writers; `address` says that theirs may change.

    Raises `CandidateNotFound`, `CandidateArchived`, and `ChangedMeanwhile` where `version` is no longer theirs.
    """
    candidate = get(candidate_id, within=within)
    if address:  # always the organisation first, so that two of us cannot wait for each other
        hold_organisation(candidate.organisation_id)
    _held(candidate)
    if candidate.archived_at is not None:
        raise CandidateArchived("Restore the candidate first.")
    if version is not None and version != candidate.version:
        raise ChangedMeanwhile("Look at the candidate again, then repeat what you want to change.")
    return candidate


def _held(candidate: Candidate) -> Candidate:
    db.session.refresh(candidate, with_for_update=True)
    return candidate


def find_by_user(user_id: str) -> Candidate | None:
    """The candidate who logs in as this user."""
    query = select(Candidate).where(Candidate.user_id == user_id, Candidate.archived_at.is_(None))
    return db.session.scalar(query.order_by(Candidate.id).limit(1))


def get_own(by: Actor) -> Candidate:
    """The caller as a candidate; raises `CandidateNotFound` where nobody has linked them to one."""
    candidate = find_by_user(by.id)
    if candidate is None:
        raise CandidateNotFound("Your account belongs to no candidate yet. Ask whoever invited you.")
    return candidate


def list_candidates(
    wanted: Wanted | None = None, *, within: str | None, limit: int, cursor: str | None, search: str | None = None
) -> Page[Candidate]:
    """The organisation's candidates that pass the filters, newest first."""
    return page(
        filters.narrowed(wanted or Wanted(search=search), within=within),
        newest_by=Candidate.created_at,
        id_column=Candidate.id,
        limit=limit,
        cursor=cursor,
        signed_with=current.keyring().derive("cursors"),
    )


def show_board(wanted: Wanted, *, within: str | None, limit: int) -> list[Column]:
    """The pipeline's columns with bounded counts and the newest candidates of each."""
    return board.columns(wanted, within=within, limit=limit)


def change(candidate: Candidate, *, by: Actor, **values: Any) -> Candidate:
    """Change what is given of a candidate, held with `address` where that is among it; nothing may differ.

    Takes `name`, `email`, the columns of a profile, `skills` and `tags`. Raises `EmailTaken` or `UnknownZone`.
    """
    changed = _differing(candidate, values)
    if not changed:
        return candidate
    address = changed.get("email")
    if address and _with_email(candidate.organisation_id, address, but=candidate.id):
        raise EmailTaken(f"Another candidate has the address {address}.")
    check_zone(changed.get("timezone"))
    apply({candidate: changed})
    audit.record(
        "candidate.updated", candidate, by=by, organisation_id=candidate.organisation_id, fields=sorted(changed)
    )
    candidate_updated.announce(candidate=candidate)
    return candidate


def _differing(candidate: Candidate, values: Mapping[str, Any]) -> dict[str, Any]:
    known = labels.of([candidate.id]) if _LABELS.keys() & values.keys() else {}
    return differing(candidate, values, known)


def differing(
    candidate: Candidate, values: Mapping[str, Any], known: Mapping[tuple[int, str], Sequence[str]]
) -> dict[str, Any]:
    """Those of the values that would change the candidate, as they would be kept; `known` are the labels so far."""
    told = dict(values)
    if "name" in told:
        told["name"] = told["name"].strip()
    if "email" in told:
        told["email"] = normal_email(told["email"])
    for name in _LABELS:
        if name in told:
            told[name] = sorted(labels.distinct(told[name]).values(), key=labels.normal)
    return {
        name: value
        for name, value in told.items()
        if value
        != (list(known.get((candidate.id, _LABELS[name]), ())) if name in _LABELS else getattr(candidate, name))
    }


def apply(changes: Mapping[Candidate, Mapping[str, Any]]) -> None:
    """Write changes that were checked, and what the candidates are found by."""
    for candidate, values in changes.items():
        for name in values.keys() - _LABELS.keys():
            setattr(candidate, name, values[name])
        touch(candidate)
    if renamed := [candidate for candidate, values in changes.items() if values.keys() & {"name", "email"}]:
        words.write(renamed)
    labelled = {
        candidate: {kind: values[name] for name, kind in _LABELS.items() if name in values}
        for candidate, values in changes.items()
        if _LABELS.keys() & values.keys()
    }
    if labelled:
        labels.replace(labelled)


def touch(candidate: Candidate) -> None:
    """Count a change of the profile."""
    candidate.version += 1
    candidate.updated_at = clock.now()


def set_stage(candidate: Candidate, stage: Stage, *, reason: str | None, by: Actor) -> Candidate:
    """Move a held candidate in the pipeline and write it in the history; nothing happens where they are there."""
    previous = Stage(candidate.stage)
    if previous == stage:
        return candidate
    candidate.stage = stage
    touch(candidate)
    db.session.add(_step(candidate, previous, by=by, reason=reason))
    audit.record(
        "candidate.status_changed",
        candidate,
        by=by,
        organisation_id=candidate.organisation_id,
        before=previous.value,
        now=stage.value,
    )
    candidate_status_changed.announce(candidate=candidate, previous=previous, reason=reason)
    return candidate


def _step(candidate: Candidate, previous: Stage | None, *, by: Actor, reason: str | None) -> StageChange:
    return StageChange(
        candidate_id=candidate.id,
        from_stage=previous,
        to_stage=candidate.stage,
        reason=reason,
        by_kind=by.kind.value,
        by_id=by.id,
        at=clock.now(),
    )


def list_stage_changes(candidate: Candidate, *, limit: int, cursor: str | None) -> Page[StageChange]:
    """The candidate's way through the pipeline, newest first."""
    return page(
        select(StageChange).where(StageChange.candidate_id == candidate.id),
        newest_by=StageChange.at,
        id_column=StageChange.id,
        limit=limit,
        cursor=cursor,
        signed_with=current.keyring().derive("cursors"),
    )


def archive(candidate: Candidate, *, by: Actor) -> Candidate:
    """Put a candidate away from lists and the board; a second time changes nothing."""
    if _held(candidate).archived_at is None:
        candidate.archived_at = clock.now()
        touch(candidate)
        audit.record("candidate.archived", candidate, by=by, organisation_id=candidate.organisation_id)
        candidate_archived.announce(candidate=candidate)
    return candidate


def restore(candidate: Candidate, *, by: Actor) -> Candidate:
    """Take a candidate back from the archive; a second time changes nothing."""
    if _held(candidate).archived_at is not None:
        candidate.archived_at = None
        touch(candidate)
        audit.record("candidate.restored", candidate, by=by, organisation_id=candidate.organisation_id)
        candidate_updated.announce(candidate=candidate)
    return candidate


def invite_to_portal(candidate: Candidate, *, by: Actor) -> Candidate:
    """Have a held candidate invited to an account of their own, or invited again while they have not joined.

    Raises `AddressMissing`, and what `accounts.service.invite` and `send_invitation` raise.
    """
    if not candidate.email:
        raise AddressMissing("Give the candidate an e-mail address first.", errors={"email": ["Needed to invite."]})
    if candidate.user_id is not None:
        user = accounts.get_user(candidate.user_id, organisation_id=candidate.organisation_id)
        accounts.send_invitation(user, by=by)
        return candidate
    known = accounts.find_user_by_email(candidate.email)
    if known and known.organisation_id == candidate.organisation_id and known.role == Role.CANDIDATE:
        candidate.user_id = known.id
    else:
        candidate.user_id = accounts.invite(
            organisation_id=candidate.organisation_id,
            email=candidate.email,
            name=candidate.name,
            role=Role.CANDIDATE,
            by=by,
        ).id
    touch(candidate)
    audit.record("candidate.invited", candidate, by=by, organisation_id=candidate.organisation_id)
    return candidate


def suggest_labels(kind: LabelKind, *, within: str | None, beginning: str) -> list[str]:
    """The organisation's skills or tags that begin so."""
    return labels.suggest(kind, within=within, beginning=beginning)


def begin_projection(candidate_id: int, *, session_id: str, values: Mapping[str, Any]) -> None:
    """Make a new session the one that the candidate's row mirrors: every `interview_*` column starts afresh."""
    fresh: dict[str, Any] = {
        column.name: None for column in Candidate.__table__.columns if column.name.startswith("interview_")
    }
    fresh |= dict.fromkeys(_LISTS, "[]") | dict.fromkeys(_COUNTS, 0) | {"overall_score": None}
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
