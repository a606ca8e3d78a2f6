"""Interviews as one caller may see them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from interview.core import current
from interview.core.actors import Actor
from interview.core.pages import Page
from interview.scheduling import invitations, panel, timing
from interview.scheduling.models import Interview, InterviewMode, InterviewStatus


class Seen:
    """An interview and a caller: everything of the row, but for the assessment only what the caller may know."""

    def __init__(self, interview: Interview, *, by: Actor) -> None:
        self._interview, self._by = interview, by
        self.assessment_visible = panel.sees_assessment(interview, by)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._interview, name)

    @property
    def score(self) -> float | None:
        """0 to 100; None where nobody said, or the caller may not know."""
        return self._interview.score if self.assessment_visible else None

    @property
    def feedback(self) -> dict[str, str] | None:
        """A remark for each area."""
        return self._interview.feedback if self.assessment_visible else None

    @property
    def notes(self) -> str | None:
        """What the panel noted."""
        return self._interview.notes if self.assessment_visible else None

    @property
    def can_reschedule(self) -> bool:
        """Whether the interview's own rules let it be moved now."""
        return timing.may_be_moved(self._interview)

    @property
    def interviewer_id(self) -> str | None:
        """Who leads it."""
        return next(iter(self._interview.interviewer_ids), None)

    @property
    def room_url(self) -> str | None:
        """Where the organisation's people meet: the link elsewhere, or our own page; None in person."""
        if self._interview.mode == InterviewMode.IN_PERSON:
            return self._interview.meeting_url
        return self._interview.meeting_url or f"{current.settings().site_url}/interviews/{self._interview.id}"


class Own:
    """An interview as its candidate sees it; `link` opens the room while an invitation is in force."""

    def __init__(self, interview: Interview, *, link: str | None) -> None:
        self._interview, self.link = interview, link

    def __getattr__(self, name: str) -> Any:
        return getattr(self._interview, name)

    @property
    def interviewers(self) -> list[str]:
        """The names of the panel."""
        return [person.user.name for person in self._interview.panel if person.user.name]

    @property
    def can_reschedule(self) -> bool:
        """Whether the candidate may move it now."""
        return self._interview.scheduled_at is not None and timing.may_be_moved(self._interview)

    @property
    def can_decline(self) -> bool:
        """Whether the candidate may call it off."""
        return self._interview.status == InterviewStatus.SCHEDULED


def page_of(found: Page[Interview], *, by: Actor) -> Page[Seen]:
    """A page of interviews for one caller."""
    return Page([Seen(interview, by=by) for interview in found.items], found.next_cursor)


def own(interviews: Iterable[Interview]) -> list[Own]:
    """Interviews for their candidate, each with the link of its newest invitation in force."""
    every = list(interviews)
    tokens = invitations.live_tokens([interview.id for interview in every])
    site = current.settings().site_url
    links = {name: f"{site}/i/{token}" for name, token in tokens.items()}
    return [Own(interview, link=links.get(interview.id)) for interview in every]
