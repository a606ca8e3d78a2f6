"""Lists of interviews: by any filters, in an order that an index serves."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, select, text
from sqlalchemy.orm import joinedload, lazyload

from interview.candidates.finding import filters, words
from interview.candidates.finding.filters import Wanted
from interview.candidates.models import Candidate, CandidateWord
from interview.core import current
from interview.core.db import db
from interview.core.pages import Page, page, page_in_order
from interview.scheduling.errors import InterviewNotFound
from interview.scheduling.models import (
    MISSABLE,
    REPEATED,
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


# So far a look counts; two tags more frequent than that meet often enough, whichever of them drives the list.
FEW_TAGGED = 5000
# A candidate's row mirrors whole interviews; a list needs the name alone.
_NAMED = joinedload(Interview.candidate, innerjoin=True).load_only(Candidate.id, Candidate.name)
_EQUAL = ("candidate_id", "position_id", "type", "mode", "status", "difficulty", "is_ai_interview")
# More titles than this are met often enough on the way down the list; fewer are quicker gathered from their index.
FEW_TITLES = 5000


def list_interviews(
    *, within: str | None, limit: int, cursor: str | None, wanted: Filter | None = None
) -> Page[Interview]:
    """The organisation's interviews: newest first, or by their time where the filter bounds it."""
    wanted = wanted or Filter()
    query = select(Interview).options(_NAMED).where(Interview.organisation_id == within)
    for name in _EQUAL:
        if (value := getattr(wanted, name)) is not None:
            row = InterviewPerson if wanted.interviewer_id is not None and name in REPEATED else Interview
            query = query.where(getattr(row, name) == value)
    query, sorted_by = _joined(query, wanted, within=within)
    query, any_of = _searched(query, wanted.search, within=within)
    return page(
        _timed(query, wanted, sorted_by),
        newest_by=Interview.scheduled_at if wanted.is_dated else Interview.created_at,
        id_column=Interview.id,
        limit=limit,
        cursor=cursor,
        signed_with=current.keyring().derive("cursors"),
        is_oldest_first=wanted.is_dated,
        sorted_by=sorted_by,
        any_of=any_of,
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
        .limit(FEW_TAGGED)
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


def _searched(
    query: Select[Any], search: str | None, *, within: str | None
) -> tuple[Select[Any], Sequence[ColumnElement[bool]]]:
    """The beginning of a title or of a candidate's names: as conditions to be gathered by, or asked of each row.

    Which is quicker depends on how many there are, and a bounded look tells.
    """
    if not search:
        return query, ()
    start, terms = folded(search), words.terms_of(search)
    is_titled = (Interview.title_key >= start) & (Interview.title_key < start + words.LAST)
    titled = select(Interview.id).where(Interview.organisation_id == within, is_titled)
    named = filters.narrowed(Wanted(search=search, is_archived=None), within=within).with_only_columns(Candidate.id)
    looks = [titled.limit(FEW_TITLES + 1).subquery(), named.limit(filters.FEW + 1).subquery()]
    counts = select(*(select(func.count()).select_from(look).scalar_subquery() for look in looks))
    titles, people = db.session.execute(counts).one()
    if titles <= FEW_TITLES and people <= filters.FEW:
        by_name = [Interview.candidate_id.in_(db.session.scalars(named).all())] if people and terms else []
        return query, [is_titled, *by_name]
    # As an expression the title is on no index, and with an offset the words are not gathered beforehand.
    spelled = Interview.title_key.concat("")
    row_is_titled = (spelled >= start) & (spelled < start + words.LAST)
    return query.where(row_is_titled | and_(*(_row_is_named(term) for term in terms)) if terms else row_is_titled), ()


def _row_is_named(term: str) -> ColumnElement[bool]:
    known = select(CandidateWord.candidate_id).where(
        CandidateWord.candidate_id == Interview.candidate_id,
        CandidateWord.word >= term,
        CandidateWord.word < term + words.LAST,
    )
    return known.offset(0).correlate(Interview).exists()


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
