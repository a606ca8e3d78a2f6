"""The doors of `/api/users`: the organisation's people."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint

from interview.accounts import service
from interview.accounts.credentials import passwords
from interview.accounts.credentials.links import Link
from interview.accounts.models import User, normal_email
from interview.accounts.policies import may
from interview.accounts.schemas import (
    CreateUser,
    LinkDetail,
    NewUserDetail,
    UpdateUser,
    UserDetail,
    UserPage,
    UserQuery,
)
from interview.accounts.service import NewUser
from interview.core.db import unit_of_work
from interview.core.guards import actor, guard
from interview.core.pages import Page

bp = APIBlueprint("users", __name__, url_prefix="/api/users", tag="Accounts")


@bp.get("")
@guard(may("users:read"))
@bp.input(UserQuery, location="query")
@bp.output(UserPage)
def list_users(query_data: dict[str, Any]) -> Page[User]:
    """List the organisation's people, newest first, of one role or by words of their names and addresses."""
    return service.list_users(actor().organisation_id, **query_data)


@bp.post("")
@guard(may("users:write"), owns_transactions=True)
@bp.input(CreateUser)
@bp.output(NewUserDetail, status_code=201)
def create_user(json_data: dict[str, Any]) -> dict[str, Any]:
    """Add a person to the organisation; without a password they are invited to choose one."""
    email, password = normal_email(json_data["email"]), json_data["password"]
    password_hash = passwords.hashed(password, email=email) if password is not None else None
    by = actor()
    with unit_of_work():
        organisation = service.get_organisation(by.organisation_id)
        user = service.create_user(
            organisation, NewUser(email, json_data["name"], json_data["role"], password_hash), by=by
        )
        invitation = service.send_invitation(user, by=by) if password_hash is None else None
    return {name: getattr(user, name) for name in UserDetail().fields} | {"invitation": invitation}


@bp.get("/<user_id>")
@guard(may("users:read"))
@bp.output(UserDetail)
def get_user(user_id: str) -> User:
    """Show one person."""
    return service.get_user(user_id, organisation_id=actor().organisation_id)


@bp.patch("/<user_id>")
@guard(may("users:write"))
@bp.input(UpdateUser)
@bp.output(UserDetail)
def update_user(user_id: str, json_data: dict[str, Any]) -> User:
    """Change a person's name or role."""
    user = service.get_user(user_id, organisation_id=actor().organisation_id)
    return service.update_user(user, **json_data, by=actor())


@bp.post("/<user_id>/invite")
@guard(may("users:write"))
@bp.output(LinkDetail)
def invite_again(user_id: str) -> Link:
    """Invite a person again who has not joined yet; the link before this one stops working."""
    return service.send_invitation(service.get_user(user_id, organisation_id=actor().organisation_id), by=actor())


@bp.post("/<user_id>/disable")
@guard(may("users:write"))
@bp.output(UserDetail)
def disable_user(user_id: str) -> User:
    """Shut a person out at once."""
    return service.disable_user(service.get_user(user_id, organisation_id=actor().organisation_id), by=actor())


@bp.post("/<user_id>/enable")
@guard(may("users:write"))
@bp.output(UserDetail)
def enable_user(user_id: str) -> User:
    """Let a person log in again."""
    return service.enable_user(service.get_user(user_id, organisation_id=actor().organisation_id), by=actor())
