"""What calendars say of an interview, for each of those who look at it."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.utils import parseaddr
from urllib.parse import urlsplit

from interview.accounts.models import Organisation, User
from interview.core import clock, current
from interview.core.db import db
from interview.scheduling.calendar.errors import NotScheduled
from interview.scheduling.calendar.ics.appointments import Appointment, Attendee, Method, Part
from interview.scheduling.calendar.ics.writing import written
from interview.scheduling.models import Interview, InterviewStatus, PanelRole

PARTS = {PanelRole.LEAD: Part.CHAIR, PanelRole.INTERVIEWER: Part.REQUIRED, PanelRole.OBSERVER: Part.OPTIONAL}
CANCELLED = frozenset({InterviewStatus.CANCELLED, InterviewStatus.NO_SHOW})


def uid(interview: Interview) -> str:
    """The name by which every calendar knows an interview, for good; it outlives a move to another address."""
    return f"interview-{interview.id}@{interview.organisation_id}.talentflow"


def times(interview: Interview) -> tuple[datetime, datetime]:
    """Beginning and end; raises `NotScheduled` where there is none yet."""
    if interview.scheduled_at is None:
        raise NotScheduled("The interview has no time yet, so no calendar can show it.")
    end = interview.ends_at or interview.scheduled_at + timedelta(minutes=interview.duration_minutes)
    return interview.scheduled_at, end


def for_staff(interview: Interview) -> str:
    """The file that the organisation's people download: everybody who takes part, the link to its page."""
    people = (_candidate(interview), *(_member(person.user, person.role) for person in interview.panel))
    return written([_appointment(interview, people=people)], method=Method.PUBLISH)


def for_candidate(interview: Interview, *, link: str | None = None) -> str:
    """The file that the candidate downloads; `link` leads into their room."""
    return written([_appointment(interview, is_candidates=True, link=link)], method=Method.PUBLISH)


def to_candidate(interview: Interview, *, method: Method, link: str | None) -> str:
    """What the candidate gets by mail: an invitation or its end, with nobody else's address in it."""
    one = _appointment(interview, method=method, is_candidates=True, link=link, people=(_candidate(interview),))
    return written([one], method=method)


def to_member(interview: Interview, user: User, *, role: str, method: Method) -> str:
    """What a person of the panel gets by mail; the candidate's address is not in it."""
    return written([_appointment(interview, method=method, people=(_member(user, role),))], method=method)


def feed(interviews: list[Interview], *, name: str, is_candidates: bool) -> str:
    """A person's calendar; only interviews that have a time."""
    return written(
        [_appointment(interview, is_candidates=is_candidates) for interview in interviews],
        method=Method.PUBLISH,
        name=name,
    )


def _appointment(
    interview: Interview,
    *,
    method: Method = Method.PUBLISH,
    is_candidates: bool = False,
    link: str | None = None,
    people: tuple[Attendee, ...] = (),
) -> Appointment:
    starts_at, ends_at = times(interview)
    address = link if is_candidates else f"{current.settings().site_url}/interviews/{interview.id}"
    where = interview.meeting_url or interview.location
    return Appointment(
        uid=uid(interview),
        sequence=interview.sequence,
        starts_at=starts_at,
        ends_at=ends_at,
        timezone=interview.timezone,
        title=_title(interview, is_candidates=is_candidates),
        description=_description(interview, is_candidates=is_candidates, link=address),
        location=where or address,
        url=interview.meeting_url or address,
        category="Interview",
        stamped_at=clock.now(),
        created_at=interview.created_at,
        is_cancelled=method is Method.CANCEL or interview.status in CANCELLED,
        organiser=Attendee(name=organisation_name(interview), email=_organiser_email()),
        attendees=people,
        mail_alarm_to=people[0] if len(people) == 1 else None,
    )


def _title(interview: Interview, *, is_candidates: bool) -> str:
    what = interview.position or interview.title
    return f"Interview: {organisation_name(interview) if is_candidates else interview.candidate.name} - {what}"


def _description(interview: Interview, *, is_candidates: bool, link: str | None) -> str:
    kind = interview.type.replace("_", " ")
    first = f"{kind[:1].upper()}{kind[1:]} interview"
    lines = [f"{first} for {interview.position}" if interview.position else first, interview.title]
    if names := panel_names(interview):
        lines.append(f"With {', '.join(names)}")
    if not is_candidates:
        lines.append(f"Candidate: {interview.candidate.name}")
    if link:
        lines.append(link)
    return "\n".join(lines)


def panel_names(interview: Interview) -> list[str]:
    """Who interviews, by name; nobody's mail address is told."""
    return [person.user.name for person in interview.panel if person.user.name and person.role != PanelRole.OBSERVER]


def _candidate(interview: Interview) -> Attendee:
    return Attendee(name=interview.candidate.name, email=interview.candidate.email or "")


def _member(user: User, role: str) -> Attendee:
    return Attendee(name=user.name or user.email, email=user.email, part=PARTS[PanelRole(role)])


def organisation_name(interview: Interview) -> str:
    """Who invites."""
    return db.session.get_one(Organisation, interview.organisation_id).name


def _organiser_email() -> str:
    """Who calendars answer to: the sender of our mail, or an address of this site where nobody reads."""
    settings = current.settings()
    host = urlsplit(settings.site_url).hostname or "localhost"
    return parseaddr(settings.email_from)[1] or f"interviews@{host}"
