"""What people are told of their interviews, and when; written in the transaction of its cause.

An interview that has no time, or whose time has come, is told to nobody. Keys hold the interview, its sequence and
the person, so that whatever runs twice tells once.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from interview.accounts.models import User
from interview.core import clock, current
from interview.core.actors import Actor
from interview.core.db import db
from interview.notifications import service as notifications
from interview.notifications.service import Attachment, Recipient
from interview.scheduling import invitations
from interview.scheduling.calendar.ics import interviews as files
from interview.scheduling.calendar.ics.appointments import Method
from interview.scheduling.models import Interview, InterviewPerson, Invitation

REMINDERS = ("interview_reminder", "panel_reminder")
TO_CANDIDATES = ("interview_invitation", "interview_changed", "interview_rescheduled")
TO_MEMBERS = ("panel_invitation", "panel_rescheduled")
AFTERWARDS = timedelta(days=1)


def about(interview: Interview) -> str:
    """What messages of an interview are filed under."""
    return f"interview:{interview.id}"


def is_ahead(interview: Interview) -> bool:
    """Whether the interview has a time that has not come."""
    return interview.scheduled_at is not None and interview.scheduled_at > clock.now()


def invite(interview: Interview, *, by: Actor) -> None:
    """Invite the candidate and tell the panel, with the reminders that are due before it begins."""
    if not is_ahead(interview):
        return
    link = room_link(interview, by=by)
    _tell_candidate(interview, kind="interview_invitation", link=link, key=f":{interview.sequence}")
    tell_members(interview, interview.panel, kind="panel_invitation")
    plan_reminders(interview, link=link)


def send_link(interview: Interview, *, link: str, invitation_id: str) -> bool:
    """Send the candidate a link to their room because somebody asked for it; nothing once the time is over."""
    if interview.ends_at is not None and interview.ends_at <= clock.now():
        return False
    _tell_candidate(interview, kind="interview_invitation", link=link, key=f":asked:{invitation_id}")
    return True


def tell_change(
    interview: Interview,
    *,
    candidate_kind: str,
    panel_kind: str,
    members: Iterable[InterviewPerson],
    by: Actor,
    reason: str = "",
) -> None:
    """Send everybody concerned the interview as it is now, and plan the reminders anew.

    What still waits, such as for a mail server that nobody has named yet, tells of a time that no longer holds.
    """
    members = list(members)
    stale = REMINDERS + TO_CANDIDATES + (TO_MEMBERS if members else ())
    notifications.withdraw(about=about(interview), kinds=stale)
    if not is_ahead(interview):
        return
    link = room_link(interview, by=by)
    _tell_candidate(interview, kind=candidate_kind, link=link, key=f":{interview.sequence}", reason=reason)
    tell_members(interview, members, kind=panel_kind, reason=reason)
    plan_reminders(interview, link=link)


def tell_cancelled(interview: Interview) -> None:
    """Tell everybody that the interview does not take place, and withdraw what has not been sent."""
    notifications.withdraw(about=about(interview))
    if not is_ahead(interview):
        return
    reason = interview.cancelled_reason or ""
    _tell_candidate(
        interview,
        kind="interview_cancelled",
        link=None,
        key=f":{interview.sequence}",
        method=Method.CANCEL,
        reason=reason,
    )
    tell_members(interview, interview.panel, kind="panel_cancelled", method=Method.CANCEL, reason=reason)


def tell_removed(interview: Interview, user_ids: Iterable[str]) -> None:
    """Tell those who left the panel that the interview is none of theirs any more."""
    if not is_ahead(interview):
        return
    wanted = list(user_ids)
    users = db.session.scalars(select(User).where(User.id.in_(wanted), User.is_active)) if wanted else ()
    for user in users:
        _tell_member(
            interview,
            user,
            role="interviewer",
            kind="panel_cancelled",
            method=Method.CANCEL,
            reason="You left the panel.",
        )


def tell_members(
    interview: Interview,
    members: Iterable[InterviewPerson],
    *,
    kind: str,
    method: Method = Method.REQUEST,
    reason: str = "",
) -> None:
    """Tell people of the panel, but those who may no longer log in."""
    for member in members:
        if member.user.is_active:
            _tell_member(interview, member.user, role=member.role, kind=kind, method=method, reason=reason)


def plan_reminders(interview: Interview, *, link: str) -> None:
    """Queue the reminders whose moment has not passed."""
    now = clock.now()
    can_be_reached = bool(interview.candidate.email or interview.candidate.phone)
    starts_at, _ = files.times(interview)
    for minutes in current.settings().reminder_minutes:
        send_at = starts_at - timedelta(minutes=minutes)
        if send_at <= now:
            continue
        key = f":{interview.sequence}:{minutes}"
        if can_be_reached:
            notifications.send(
                "interview_reminder",
                to=_candidate(interview),
                organisation_id=interview.organisation_id,
                key=f"{about(interview)}:interview_reminder{key}",
                values=_values(interview, link=link),
                about=about(interview),
                send_at=send_at,
            )
        for member in interview.panel:
            if member.user.is_active:
                notifications.send(
                    "panel_reminder",
                    to=_member(member.user),
                    organisation_id=interview.organisation_id,
                    key=f"{about(interview)}:panel_reminder{key}:{member.user_id}",
                    values=_values(interview, link=_page(interview)),
                    about=about(interview),
                    send_at=send_at,
                )


def withdraw_reminders(interview: Interview) -> None:
    """Take back the reminders that have not been sent."""
    notifications.withdraw(about=about(interview), kinds=REMINDERS)


def room_link(interview: Interview, *, by: Actor) -> str:
    """A link into the candidate's room that lives until after the interview: the newest such, or a new one."""
    _, ends_at = files.times(interview)
    lasts_until = ends_at + AFTERWARDS
    query = (
        select(Invitation)
        .where(
            Invitation.interview_id == interview.id,
            Invitation.revoked_at.is_(None),
            Invitation.expires_at >= lasts_until,
        )
        .order_by(Invitation.created_at.desc())
        .limit(1)
    )
    known = db.session.scalar(query)
    token = invitations.token_of(known.id) if known else None
    if token is None:
        usual = clock.now() + timedelta(days=current.settings().invitation_days)
        _, token = invitations.invite(interview, by=by, expires_at=max(usual, lasts_until))
    return f"{current.settings().site_url}/i/{token}"


def _tell_candidate(
    interview: Interview, *, kind: str, link: str | None, key: str, method: Method = Method.REQUEST, reason: str = ""
) -> None:
    attached = files.to_candidate(interview, method=method, link=link) if interview.scheduled_at else None
    notifications.send(
        kind,
        to=_candidate(interview),
        organisation_id=interview.organisation_id,
        key=f"{about(interview)}:{kind}{key}",
        values=_values(interview, link=link, reason=reason),
        about=about(interview),
        attachments=[_attachment(attached, method)] if attached else [],
    )


def _tell_member(interview: Interview, user: User, *, role: str, kind: str, method: Method, reason: str) -> None:
    notifications.send(
        kind,
        to=_member(user),
        organisation_id=interview.organisation_id,
        key=f"{about(interview)}:{kind}:{interview.sequence}:{user.id}",
        values=_values(interview, link=_page(interview), reason=reason),
        about=about(interview),
        attachments=[_attachment(files.to_member(interview, user, role=role, method=method), method)],
    )


def _attachment(text: str, method: Method) -> Attachment:
    return Attachment(
        filename="interview.ics", content_type=f"text/calendar; method={method.value}; charset=utf-8", content=text
    )


def _candidate(interview: Interview) -> Recipient:
    candidate = interview.candidate
    return Recipient(
        subject=f"candidate:{candidate.id}",
        name=candidate.name,
        email=candidate.email,
        phone=candidate.phone,
        timezone=candidate.timezone or interview.timezone,
    )


def _member(user: User) -> Recipient:
    return Recipient(subject=f"user:{user.id}", name=user.name, email=user.email, timezone=user.timezone)


def _page(interview: Interview) -> str:
    return f"{current.settings().site_url}/interviews/{interview.id}"


def _values(interview: Interview, *, link: str | None, reason: str = "") -> dict[str, Any]:
    ends_at = files.times(interview)[1] if interview.scheduled_at else None
    return {
        "candidate_name": interview.candidate.name,
        "interview_title": interview.title,
        "type": interview.type,
        "mode": interview.mode,
        "starts_at": clock.wire(interview.scheduled_at),
        "ends_at": clock.wire(ends_at),
        "timezone": interview.timezone,
        "duration_minutes": interview.duration_minutes,
        "organisation_name": files.organisation_name(interview),
        "link": interview.meeting_url or link or "",
        "location": interview.location or "",
        "panel": files.panel_names(interview),
        "reason": reason,
    }
