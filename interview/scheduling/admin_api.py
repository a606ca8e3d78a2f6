"""Interviews for the organisation's people: /api/admin/interviews."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from apiflask import APIBlueprint
from flask import Flask

from interview.accounts.policies import may
from interview.consent import service as consent
from interview.consent.notices import Purpose
from interview.core import clock, current
from interview.core.errors import Malformed
from interview.core.guards import actor, guard
from interview.core.pages import Page
from interview.scheduling import asked, conduct_api, invitations, listing, own_api, sessions_api
from interview.scheduling import service as scheduling
from interview.scheduling.answers import (
    ConsentDetail,
    InterviewDetail,
    InterviewPage,
    InvitationDetail,
    InvitationList,
    NewInvitation,
)
from interview.scheduling.calendar import messages
from interview.scheduling.models import Interview, Invitation
from interview.scheduling.schemas import (
    CancelInterview,
    ChangeInterview,
    CreateInterview,
    CreateInvitation,
    InterviewQuery,
    RecordConsent,
    RescheduleInterview,
)
from interview.scheduling.seen import Seen

LONGEST_LIFE = timedelta(days=365)

bp = APIBlueprint("interviews", __name__, url_prefix="/api/admin/interviews", tag="Interviews")


def init(app: Flask) -> None:
    """Open the doors."""
    for each in (bp, sessions_api.bp, conduct_api.bp, own_api.bp):
        app.register_blueprint(each)


def _mine(interview_id: str) -> Interview:
    return scheduling.get(interview_id, within=actor().organisation_id)


@bp.post("")
@guard(may("interviews:write"))
@bp.input(CreateInterview)
@bp.output(InterviewDetail, status_code=201)
def create_interview(json_data: dict[str, Any]) -> Seen:
    """Schedule an interview."""
    return Seen(scheduling.create(within=str(actor().organisation_id), by=actor(), **json_data), by=actor())


@bp.get("")
@guard(may("interviews:read"))
@bp.input(InterviewQuery, location="query")
@bp.output(InterviewPage)
def list_interviews(query_data: dict[str, Any]) -> Page[Interview]:
    """List interviews, newest first, or by their time where dates are asked for."""
    return listing.list_interviews(within=actor().organisation_id, **asked.listed(query_data, by=actor()))


@bp.get("/<interview_id>")
@guard(may("interviews:read"))
@bp.output(InterviewDetail)
def get_interview(interview_id: str) -> Seen:
    """Show one interview with its plan."""
    return Seen(_mine(interview_id), by=actor())


@bp.patch("/<interview_id>")
@guard(may("interviews:write"))
@bp.input(ChangeInterview(partial=True))
@bp.output(InterviewDetail)
def change_interview(interview_id: str, json_data: dict[str, Any]) -> Seen:
    """Change an interview, its panel or its plan; all of it while it is scheduled."""
    return Seen(asked.change(_mine(interview_id), json_data, by=actor()), by=actor())


@bp.post("/<interview_id>/reschedule")
@guard(may("interviews:write"))
@bp.input(RescheduleInterview)
@bp.output(InterviewDetail)
def reschedule_interview(interview_id: str, json_data: dict[str, Any]) -> Seen:
    """Give an interview another time."""
    return Seen(scheduling.reschedule(_mine(interview_id), by=actor(), **json_data), by=actor())


@bp.post("/<interview_id>/cancel")
@guard(may("interviews:write"))
@bp.input(CancelInterview)
@bp.output(InterviewDetail)
def cancel_interview(interview_id: str, json_data: dict[str, Any]) -> Seen:
    """Cancel an interview and take its tokens back."""
    return Seen(scheduling.cancel(_mine(interview_id), reason=json_data["reason"], by=actor()), by=actor())


@bp.post("/<interview_id>/no-show")
@guard(may("interviews:conduct"))
@bp.output(InterviewDetail)
def mark_missed(interview_id: str) -> Seen:
    """Say that nobody came to an interview."""
    return Seen(asked.mark_missed(_mine(interview_id), by=actor()), by=actor())


@bp.post("/<interview_id>/invitations")
@guard(may("interviews:write"))
@bp.input(CreateInvitation)
@bp.output(NewInvitation, status_code=201)
def create_invitation(interview_id: str, json_data: dict[str, Any]) -> dict[str, Any]:
    """Make a new interview token, and send its link to the candidate where asked; it is told this once."""
    expires_at = json_data["expires_at"]
    if expires_at and not clock.now() < expires_at <= clock.now() + LONGEST_LIFE:
        raise Malformed("Not valid: expiresAt.", errors={"expiresAt": ["Must lie within a year from now."]})
    interview = _mine(interview_id)
    invitation, token = invitations.invite(interview, by=actor(), expires_at=expires_at)
    link = f"{current.settings().site_url}/i/{token}"
    is_sent = json_data["send"] and messages.send_link(interview, link=link, invitation_id=invitation.id)
    return {
        "id": invitation.id,
        "created_at": invitation.created_at,
        "expires_at": invitation.expires_at,
        "revoked_at": None,
        "interview_token": token,
        "link": link,
        "is_sent": is_sent,
    }


@bp.get("/<interview_id>/invitations")
@guard(may("interviews:read"))
@bp.output(InvitationList)
def list_invitations(interview_id: str) -> dict[str, Any]:
    """List the newest invitations of an interview, without their tokens."""
    return {"items": invitations.list_invitations(_mine(interview_id))}


@bp.delete("/<interview_id>/invitations/<invitation_id>")
@guard(may("interviews:write"))
@bp.output(InvitationDetail)
def revoke_invitation(interview_id: str, invitation_id: str) -> Invitation:
    """Take an interview token back, and with it whatever it opened."""
    return invitations.revoke(_mine(interview_id), invitation_id, by=actor())


@bp.get("/<interview_id>/consent")
@guard(may("consents:read"))
@bp.output(ConsentDetail)
def get_consent(interview_id: str) -> dict[str, Any]:
    """Show what the candidate agreed to for this interview, and the notice in force."""
    interview, notice = _mine(interview_id), consent.notice()
    granted = consent.granted(subject=interview.consent_subject, context=interview.consent_context)
    return {
        "notice_version": notice.version,
        "notice_text": notice.text,
        "purposes": [
            {"purpose": purpose.value, "text": text, "is_granted": granted.get(purpose)}
            for purpose, text in notice.purposes
        ],
    }


@bp.post("/<interview_id>/consent")
@guard(may("interviews:write"))
@bp.input(RecordConsent)
@bp.output({}, status_code=204)
def record_consent(interview_id: str, json_data: dict[str, Any]) -> str:
    """Record the consent that the organisation holds evidence of."""
    interview = _mine(interview_id)
    unknown = set(json_data["purposes"]) - {purpose.value for purpose in Purpose}
    if unknown:
        raise Malformed("Not valid: purposes.", errors={"purposes": [f"Unknown: {', '.join(sorted(unknown))}."]})
    consent.state(
        organisation_id=interview.organisation_id,
        subject=interview.consent_subject,
        context=interview.consent_context,
        purposes={Purpose(name): granted for name, granted in json_data["purposes"].items()},
        notice_version=json_data["notice_version"],
        method="organisation",
        evidence=json_data["evidence"],
        by=actor(),
    )
    return ""
