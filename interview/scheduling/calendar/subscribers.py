"""What the calendar hears: news of interviews, told on to their people in the same transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from flask import Flask

from interview.core.actors import Actor
from interview.scheduling import conflicts, signals
from interview.scheduling.calendar import messages
from interview.scheduling.calendar.busy import service as busy
from interview.scheduling.models import Interview


def init(app: Flask) -> None:
    """Subscribe, and have busy time from elsewhere count where interviews are scheduled."""
    conflicts.also_ask(busy.taken)
    signals.interview_scheduled.within(on_interview_scheduled)
    signals.panel_changed.within(on_panel_changed)
    signals.interview_changed.within(on_interview_changed)
    signals.interview_rescheduled.within(on_interview_rescheduled)
    signals.interview_cancelled.within(on_interview_cancelled)
    signals.interview_started.within(on_interview_over)
    signals.interview_completed.within(on_interview_over)
    signals.interview_missed.within(on_interview_over)


def on_interview_scheduled(*, interview: Interview, by: Actor) -> None:
    """Invite everybody to an interview that has a time."""
    messages.invite(interview, by=by)


def on_panel_changed(*, interview: Interview, by: Actor, joined: Sequence[str], left: Sequence[str]) -> None:
    """Invite who joined the panel and tell who left it."""
    new = [person for person in interview.panel if person.user_id in joined]
    if messages.is_ahead(interview):
        messages.tell_members(interview, new, kind="panel_invitation")
    messages.tell_removed(interview, left)


def on_interview_changed(*, interview: Interview, by: Actor, changes: Sequence[str]) -> None:
    """Send the interview again as it is now; those of the panel need no word of who else joined it."""
    members = interview.panel if set(changes) - {"panel"} else []
    messages.tell_change(
        interview, candidate_kind="interview_changed", panel_kind="panel_invitation", members=members, by=by
    )


def on_interview_rescheduled(*, interview: Interview, by: Actor, previous: datetime | None) -> None:
    """Send the new time; an interview that had none before is an invitation."""
    if previous is None:
        messages.invite(interview, by=by)
        return
    messages.tell_change(
        interview,
        candidate_kind="interview_rescheduled",
        panel_kind="panel_rescheduled",
        members=interview.panel,
        by=by,
    )


def on_interview_cancelled(*, interview: Interview, by: Actor) -> None:
    """Tell everybody, and withdraw what waits."""
    messages.tell_cancelled(interview)


def on_interview_over(*, interview: Interview, by: Actor) -> None:
    """Nobody is reminded of what has begun, is over, or was missed."""
    messages.withdraw_reminders(interview)
