"""The kinds of message: what each may say, on which channels it goes out, and until when it is worth sending."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from interview.notifications.errors import UnknownKind
from interview.notifications.models import Channel

FOLDER = Path(__file__).resolve().parent / "texts"
PARTS = ("subject", "text", "html", "sms")
BOTH = (Channel.EMAIL, Channel.SMS)
INTERVIEW: Mapping[str, Any] = {
    "candidate_name": "Candidate Example",
    "interview_title": "Backend engineer, first round",
    "type": "technical",
    "mode": "video",
    "starts_at": "2030-03-18T13:00:00Z",
    "ends_at": "2030-03-18T14:00:00Z",
    "timezone": "Europe/Berlin",
    "duration_minutes": 60,
    "organisation_name": "Northwind",
    "link": "https://interviews.example/i/sample",
    "location": "",
    "panel": ["Interviewer Example", "Second Example"],
    "reason": "",
}
BOOKING: Mapping[str, Any] = {**INTERVIEW, "expires_at": "2030-03-25T13:00:00Z"}
ACCOUNT: Mapping[str, Any] = {
    "name": "Person Example",
    "organisation_name": "Northwind",
    "link": "https://interviews.example/welcome/sample",
    "expires_at": "2030-03-25T13:00:00Z",
    "invited_by": "Admin Example",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind: `sample` names every value its texts may use; after the moment in `useless_after` it is not sent."""

    name: str
    about: str
    channels: tuple[Channel, ...] = (Channel.EMAIL,)
    sample: Mapping[str, Any] = field(default_factory=lambda: INTERVIEW)
    useless_after: str | None = None
    is_account_security: bool = False


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            name="interview_invitation",
            about="The candidate is invited to an interview.",
            channels=BOTH,
            useless_after="ends_at",
        ),
        Kind(
            name="interview_changed",
            about="Something but the time of the candidate's interview changed.",
            useless_after="ends_at",
        ),
        Kind(
            name="interview_rescheduled",
            about="The candidate's interview has another time.",
            channels=BOTH,
            useless_after="ends_at",
        ),
        Kind(name="interview_cancelled", about="The candidate's interview does not take place.", channels=BOTH),
        Kind(
            name="interview_reminder",
            about="The candidate's interview is near.",
            channels=BOTH,
            useless_after="starts_at",
        ),
        Kind(name="panel_invitation", about="Somebody is put on an interview's panel.", useless_after="ends_at"),
        Kind(name="panel_rescheduled", about="A panel's interview has another time.", useless_after="ends_at"),
        Kind(name="panel_cancelled", about="A panel's interview does not take place."),
        Kind(name="panel_reminder", about="A panel's interview is near.", useless_after="starts_at"),
        Kind(
            name="booking_invitation",
            about="The candidate chooses a time.",
            channels=BOTH,
            sample=BOOKING,
            useless_after="expires_at",
        ),
        Kind(
            name="account_invitation",
            about="A person is invited to the organisation and sets a password.",
            sample=ACCOUNT,
            useless_after="expires_at",
            is_account_security=True,
        ),
        Kind(
            name="password_reset",
            about="A person asked for a new password.",
            sample=ACCOUNT,
            useless_after="expires_at",
            is_account_security=True,
        ),
        Kind(
            name="test_message",
            about="Somebody tries whether messages arrive.",
            channels=BOTH,
            sample={"name": "Person Example", "organisation_name": "Northwind"},
        ),
    )
}


def kind_of(name: str) -> Kind:
    """The kind; raises `UnknownKind`."""
    try:
        return KINDS[name]
    except KeyError:
        raise UnknownKind(f"There is no kind of message called {name[:64]}.") from None


@cache
def built_in(name: str) -> Mapping[str, str | None]:
    """The built-in texts of a kind by part: `subject`, `text`, `html`, and `sms` where it goes out as one."""
    parts: dict[str, str | None] = dict.fromkeys(PARTS)
    for section in (FOLDER / f"{name}.jinja").read_text(encoding="utf-8").split("=== ")[1:]:
        part, _, text = section.partition("\n")
        parts[part.strip()] = text.strip("\n")
    return parts
