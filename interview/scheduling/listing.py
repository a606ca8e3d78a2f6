"""Lists of interviews: by any filters, in an order that an index serves."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, select, text
from sqlalchemy.orm import joinedload, lazyload

from interview.candidates.finding import words
from interview.candidates.models import Candidate, CandidateWord
from interview.core import current
from interview.core.db import db
from interview.core.pages import Page, page, page_in_order
from interview.scheduling.errors import InterviewNotFound
from interview.scheduling.models import (
    MISSABLE,
    Interview,
    InterviewPerson,
    InterviewTag,
    LogEntry,
    folded,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which interviews; what is None or empty does not narrow the list.

    `starts_from` and `starts_before` bound the planned beginning. `tags` must all be there. `search` is the beginning
    of the title, or of the words of the candidate's name.
    """

    candidate_id: int | None = None
    interviewer_id: str | None = None
    position_id: str | None = None
    type: str | None = None
    mode: str | None = None
    status: str | None = None
    difficulty: str | None = None
    is_ai_interview: bool | None = None
    tags: Sequence[str] = ()
    starts_from: datetime | None = None
    starts_before: datetime | None = None
    search: str | None = None

    @property
    def is_dated(self) -> bool:
        """Whether the list is one of times, read from the earliest on."""
        return self.starts_from is not None or self.starts_before is not None


FEW = 1000
# A candidate's row mirrors whole interviews; a list needs the name alone.
_NAMED = joinedload(Interview.candidate, innerjoin=True).load_only(Candidate.id, Candidate.name)
_EQUAL = ("candidate_id", "position_id", "type", "mode", "status", "difficulty", "is_ai_interview")


def list_interviews(
    *, within: str | None, limit: int, cursor: str | None, wanted: Filter | None = None
) -> Page[Interview]:
    """The organisation's interviews: newest first, or by their time where the filter bounds it."""
    wanted = wanted or Filter()
    query = select(Interview).options(_NAMED).where(Interview.organisation_id == within)
    for name in _EQUAL:
        if (value := getattr(wanted, name)) is not None:
            query = query.where(getattr(Interview, name) == value)
    query, sorted_by = _joined(query, wanted, within=within)
    return page(
        _timed(query, wanted, sorted_by),
        newest_by=Interview.scheduled_at if wanted.is_dated else Interview.created_at,
        id_column=Interview.id,
        limit=limit,
        cursor=cursor,
        signed_with=current.keyring().derive("cursors"),
        is_oldest_first=wanted.is_dated,
        sorted_by=sorted_by,
        any_of=_beginning(wanted.search, within=within) if wanted.search else (),
    )


def _joined(query: Select[Any], wanted: Filter, *, within: str | None) -> tuple[Select[Any], Any]:
    """Tie the list to a person or a tag; the first of them carries the order, because its index is the narrowest."""
    tags = _rarest_first({tag.strip().lower() for tag in wanted.tags if tag.strip()}, within=within)
    sorted_by = None
    if wanted.interviewer_id is not None:
        person = InterviewPerson.interview_id == Interview.id
        query = query.join(InterviewPerson, person).where(InterviewPerson.user_id == wanted.interviewer_id)
        moment = InterviewPerson.scheduled_at if wanted.is_dated else InterviewPerson.created_at
        sorted_by = (moment, InterviewPerson.interview_id)
    elif tags and not wanted.is_dated:
        labelled = (InterviewTag.interview_id == Interview.id) & (InterviewTag.organisation_id == within)
        query = query.join(InterviewTag, labelled).where(InterviewTag.tag == tags.pop(0))
        sorted_by = (InterviewTag.created_at, InterviewTag.interview_id)
    for tag in tags:
        query = query.where(
            exists().where(InterviewTag.interview_id == Interview.id, InterviewTag.tag == tag).correlate(Interview)
        )
    return query, sorted_by


def _rarest_first(tags: Collection[str], *, within: str | None) -> list[str]:
    """The tags in the order of how many interviews have them, as far as a bounded look tells."""
    if len(tags) < 2:
        return list(tags)
    ordered = sorted(tags)
    looks = [
        select(InterviewTag.interview_id)
        .where(InterviewTag.organisation_id == within, InterviewTag.tag == tag)
        .limit(FEW)
        .subquery()
        for tag in ordered
    ]
    counts = db.session.execute(select(*(select(func.count()).select_from(look).scalar_subquery() for look in looks)))
    return [tag for _, tag in sorted(zip(counts.one(), ordered, strict=True))]


def _timed(query: Select[Any], wanted: Filter, sorted_by: Any) -> Select[Any]:
    moment = sorted_by[0] if sorted_by else Interview.scheduled_at
    if wanted.starts_from is not None:
        query = query.where(moment >= wanted.starts_from)
    if wanted.starts_before is not None:
        query = query.where(moment < wanted.starts_before)
    return query


def _beginning(search: str, *, within: str | None) -> list[ColumnElement[bool]]:
    start = folded(search)
    named = [_named(term, within=within) for term in words.terms_of(search)]
    title = (Interview.title_key >= start) & (Interview.title_key < start + words.LAST)
    if not named:
        return [title]
    by_name = named[0]
    for each in named[1:]:
        by_name &= each
    return [title, by_name]


def _named(term: str, *, within: str | None) -> ColumnElement[bool]:
    known = select(CandidateWord.candidate_id).where(
        CandidateWord.organisation_id == within, CandidateWord.word >= term, CandidateWord.word < term + words.LAST
    )
    return Interview.candidate_id.in_(known)


def _own(user_id: str, within: str | None) -> Select[Any]:
    """The interviews of a person who is a candidate."""
    mine = select(Candidate.id).where(Candidate.user_id == user_id, Candidate.organisation_id == within)
    return select(Interview).options(_NAMED).where(Interview.candidate_id.in_(mine))


def list_own(user_id: str, *, within: str | None, limit: int, cursor: str | None) -> Page[Interview]:
    """A candidate's own interviews, newest first."""
    return page(
        _own(user_id, within),
        newest_by=Interview.created_at,
        id_column=Interview.id,
        limit=limit,
        cursor=cursor,
        signed_with=current.keyring().derive("cursors"),
    )


def get_own(interview_id: str, *, user_id: str, within: str | None) -> Interview:
    """One of a candidate's own interviews; raises `InterviewNotFound`."""
    interview: Interview | None = db.session.scalar(_own(user_id, within).where(Interview.id == interview_id))
    if interview is None:
        raise InterviewNotFound("There is no such interview.")
    return interview


def list_log(interview: Interview, *, limit: int, cursor: str | None) -> Page[LogEntry]:
    """What has happened to an interview, oldest first."""
    return page_in_order(
        select(LogEntry).where(LogEntry.interview_id == interview.id),
        by=LogEntry.id,
        limit=limit,
        cursor=cursor,
        signed_with=current.keyring().derive("cursors"),
    )


def hold_missed(*, ended_before: datetime, at_once: int) -> list[Interview]:
    """Interviews whose end passed before a moment without anybody, held; longest over first."""
    query = select(Interview).where(text(MISSABLE), Interview.ends_at < ended_before).order_by(Interview.ends_at)
    query = query.options(lazyload(Interview.candidate))  # the condition names its columns without their table
    return list(db.session.scalars(query.limit(at_once).with_for_update(of=Interview, skip_locked=True)))
