"""The doors of `/api/users`: the organisation's people."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint

from interview.accounts import service
from interview.accounts.credentials import passwords
from interview.accounts.models import User, normal_email
from interview.accounts.policies import may
from interview.accounts.schemas import CreateUser, UserDetail, UserPage
from interview.accounts.service import NewUser
from interview.core.db import unit_of_work
from interview.core.guards import actor, guard
from interview.core.pages import Page
from interview.core.schema import PageQuery

bp = APIBlueprint("users", __name__, url_prefix="/api/users", tag="Accounts")


@bp.get("")
@guard(may("users:read"))
@bp.input(PageQuery, location="query")
@bp.output(UserPage)
def list_users(query_data: dict[str, Any]) -> Page[User]:
    """List the organisation's people, newest first."""
    return service.list_users(actor().organisation_id, **query_data)


@bp.post("")
@guard(may("users:write"), owns_transactions=True)
@bp.input(CreateUser)
@bp.output(UserDetail, status_code=201)
def create_user(json_data: dict[str, Any]) -> User:
    """Add a person to the organisation."""
    email, password = normal_email(json_data["email"]), json_data["password"]
    password_hash = passwords.hashed(password, email=email) if password is not None else None
    by = actor()
    with unit_of_work():
        organisation = service.get_organisation(by.organisation_id)
        return service.create_user(
            organisation, NewUser(email, json_data["name"], json_data["role"], password_hash), by=by
        )


@bp.get("/<user_id>")
@guard(may("users:read"))
@bp.output(UserDetail)
def get_user(user_id: str) -> User:
    """Show one person."""
    return service.get_user(user_id, organisation_id=actor().organisation_id)


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
