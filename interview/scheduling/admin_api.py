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
from interview.scheduling import invitations
from interview.scheduling import service as scheduling
from interview.scheduling.models import Interview, Invitation
from interview.scheduling.schemas import (
    CancelInterview,
    ConsentDetail,
    CreateInterview,
    CreateInvitation,
    InterviewDetail,
    InterviewPage,
    InterviewQuery,
    InvitationDetail,
    InvitationList,
    NewInvitation,
    RecordConsent,
)

LONGEST_LIFE = timedelta(days=365)

bp = APIBlueprint("interviews", __name__, url_prefix="/api/admin/interviews", tag="Interviews")


def init(app: Flask) -> None:
    """Open the doors."""
    app.register_blueprint(bp)


def _mine(interview_id: str) -> Interview:
    return scheduling.get(interview_id, within=actor().organisation_id)


@bp.post("")
@guard(may("interviews:write"))
@bp.input(CreateInterview)
@bp.output(InterviewDetail, status_code=201)
def create_interview(json_data: dict[str, Any]) -> Interview:
    """Schedule an interview."""
    return scheduling.create(within=str(actor().organisation_id), by=actor(), **json_data)


@bp.get("")
@guard(may("interviews:read"))
@bp.input(InterviewQuery, location="query")
@bp.output(InterviewPage)
def list_interviews(query_data: dict[str, Any]) -> Page[Interview]:
    """List interviews, newest first."""
    return scheduling.list_interviews(within=actor().organisation_id, **query_data)


@bp.get("/<interview_id>")
@guard(may("interviews:read"))
@bp.output(InterviewDetail)
def get_interview(interview_id: str) -> Interview:
    """Show one interview with its plan."""
    return _mine(interview_id)


@bp.post("/<interview_id>/cancel")
@guard(may("interviews:write"))
@bp.input(CancelInterview)
@bp.output(InterviewDetail)
def cancel_interview(interview_id: str, json_data: dict[str, Any]) -> Interview:
    """Cancel an interview and take its tokens back."""
    interview = scheduling.hold(_mine(interview_id).id)
    scheduling.cancel(interview, reason=json_data["reason"], by=actor())
    return interview


@bp.post("/<interview_id>/invitations")
@guard(may("interviews:write"))
@bp.input(CreateInvitation)
@bp.output(NewInvitation, status_code=201)
def create_invitation(interview_id: str, json_data: dict[str, Any]) -> dict[str, Any]:
    """Make a new interview token; it is told this once."""
    expires_at = json_data["expires_at"]
    if expires_at and not clock.now() < expires_at <= clock.now() + LONGEST_LIFE:
        raise Malformed("Not valid: expiresAt.", errors={"expiresAt": ["Must lie within a year from now."]})
    invitation, token = invitations.invite(_mine(interview_id), by=actor(), expires_at=expires_at)
    return {
        "id": invitation.id,
        "created_at": invitation.created_at,
        "expires_at": invitation.expires_at,
        "revoked_at": None,
        "interview_token": token,
        "link": f"{current.settings().site_url}/i/{token}",
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
