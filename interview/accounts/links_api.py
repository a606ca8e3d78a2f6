"""The doors of links that set a password: `/api/auth/invitations/…`, `/api/auth/password/forgot` and `reset`."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint

from interview.accounts import service
from interview.accounts.credentials import links, passwords
from interview.accounts.credentials.answered import logged_in
from interview.accounts.jobs import PASSWORD_RESET, sealed
from interview.accounts.models import LinkPurpose, normal_email
from interview.accounts.schemas import (
    AcceptInvitation,
    Asked,
    ForgotPassword,
    Invited,
    LinkToken,
    LoggedIn,
    ResetPassword,
)
from interview.accounts.service import InvitationPreview
from interview.core import current, ids
from interview.core.db import unit_of_work
from interview.core.guards import guard, public
from interview.core.jobs import service as jobs

bp = APIBlueprint("account_links", __name__, url_prefix="/api/auth", tag="Accounts")


@bp.post("/invitations/preview")
@guard(public, keeps_answer=False)
@bp.input(LinkToken)
@bp.output(Invited)
def preview_invitation(json_data: dict[str, Any]) -> InvitationPreview:
    """Show whom an invitation's link is for, who invites, and to which organisation."""
    return service.preview_invitation(json_data["token"])


@bp.post("/invitations/accept")
@guard(public, owns_transactions=True, keeps_answer=False)
@bp.input(AcceptInvitation)
@bp.output(LoggedIn)
def accept_invitation(json_data: dict[str, Any]) -> dict[str, Any]:
    """Join by an invitation's link with a password of one's own, once, and be logged in."""
    password_hash = _hashed(json_data, LinkPurpose.INVITATION)
    with unit_of_work():
        user, issued = service.accept_invitation(
            json_data["token"], password_hash=password_hash, name=json_data["name"]
        )
    return logged_in(user, issued)


@bp.post("/password/forgot")
@guard(public, keeps_answer=False)
@bp.input(ForgotPassword)
@bp.output(Asked, status_code=202)
def forget_password(json_data: dict[str, Any]) -> dict[str, Any]:
    """Have a link sent that sets a new password; the answer is the same whether or not somebody has this address."""
    email = normal_email(json_data["email"])
    counted_as = f"forgotten password of {email}"
    current.limits().check_login(counted_as)
    current.limits().count_failed_login(counted_as)
    # Known and unknown addresses do the same work here; the difference is made in the background.
    jobs.submit(PASSWORD_RESET, key=f"{PASSWORD_RESET}:{ids.opaque()}", args=sealed(email), max_attempts=3)
    return {"message": "If somebody has this address, a link is on its way to it."}


@bp.post("/password/reset")
@guard(public, owns_transactions=True, keeps_answer=False)
@bp.input(ResetPassword)
@bp.output({}, status_code=204)
def reset_password(json_data: dict[str, Any]) -> str:
    """Set a new password by the link for a forgotten one, once, and end every login."""
    password_hash = _hashed(json_data, LinkPurpose.RESET)
    with unit_of_work():
        service.reset_password(json_data["token"], password_hash=password_hash)
    return ""


def _hashed(json_data: dict[str, Any], purpose: LinkPurpose) -> str:
    """The new password's hash, made before the transaction and for an open link only."""
    with unit_of_work(write=False):
        email = links.read(json_data["token"], purpose).user.email
    return passwords.hashed(json_data["password"], email=email)
