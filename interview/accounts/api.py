"""The doors of `/api/auth`: registering the first admin, logging in and out, the caller, the password they know."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Flask, after_this_request, request

from interview.accounts import keys_api, links_api, organisation_api, service, users_api
from interview.accounts.credentials import cookies, logins, passwords, presented, tokens
from interview.accounts.credentials.answered import logged_in
from interview.accounts.credentials.presented import PresentedToken
from interview.accounts.credentials.tokens import Claims, TokenKind
from interview.accounts.errors import (
    AdminExists,
    CsrfMissing,
    RefreshRefused,
    RefreshReused,
    WrongCredentials,
    WrongPassword,
)
from interview.accounts.models import User, normal_email
from interview.accounts.policies import person, signed_in
from interview.accounts.schemas import (
    Caller,
    ChangePassword,
    LoggedIn,
    LogIn,
    Refresh,
    RegisterAdmin,
    Setup,
    UpdateMe,
    UserDetail,
)
from interview.accounts.scopes import Role
from interview.accounts.service import LoginCheck, NewUser
from interview.core import callers, current
from interview.core.actors import ActorKind
from interview.core.db import unit_of_work
from interview.core.errors import AppError
from interview.core.guards import actor, guard, public

bp = APIBlueprint("auth", __name__, url_prefix="/api/auth", tag="Accounts")


def init(app: Flask) -> None:
    """Open the doors and have callers recognised."""
    tokens.init(app)
    callers.recogniser(presented.caller)
    for blueprint in (bp, links_api.bp, users_api.bp, organisation_api.bp, keys_api.bp):
        app.register_blueprint(blueprint)


@bp.get("/setup")
@guard(public)
@bp.output(Setup)
def get_setup() -> dict[str, Any]:
    """Whether the first admin is still missing, so that a page can lead there."""
    return {"is_admin_missing": service.is_admin_missing()}


@bp.post("/register-admin")
@guard(public, owns_transactions=True)
@bp.input(RegisterAdmin)
@bp.output(LoggedIn, status_code=201)
def register_admin(json_data: dict[str, Any]) -> dict[str, Any]:
    """Register the first admin and the organisation, or another organisation with the bootstrap secret."""
    secret = request.headers.get("X-Bootstrap-Secret") or json_data["bootstrap_secret"]
    _check_may_register(secret)
    email = normal_email(json_data["email"])
    password_hash = passwords.hashed(json_data["password"], email=email)
    new = NewUser(email, json_data["name"] or email.partition("@")[0], Role.ADMIN, password_hash)
    with unit_of_work():
        user = service.register_admin(
            new, organisation_name=json_data["organisation_name"] or new.name, bootstrap_secret=secret
        )
        issued = logins.start(user)
    return logged_in(user, issued)


@bp.post("/login")
@guard(public, owns_transactions=True, keeps_answer=False)
@bp.input(LogIn)
@bp.output(LoggedIn)
def log_in(json_data: dict[str, Any]) -> dict[str, Any]:
    """Log in with email and password; a browser also gets the tokens as cookies."""
    email = normal_email(json_data["email"])
    with unit_of_work(write=False):
        checked = service.find_login(email)
    _prove(checked, json_data["password"], counted_as=email, otherwise=WrongCredentials)
    stale = passwords.is_outdated(checked.password_hash or "")
    rehashed = passwords.rehashed(json_data["password"]) if stale else None
    with unit_of_work():
        user, issued = service.log_in(checked, rehashed=rehashed)
    return logged_in(user, issued)


@bp.post("/refresh")
@guard(public, owns_transactions=True, keeps_answer=False)
@bp.input(Refresh)
@bp.output(LoggedIn)
def refresh(json_data: dict[str, Any]) -> dict[str, Any]:
    """Trade the refresh token, from the body or the browser's cookie, for new tokens."""
    claims = _refresh_claims(json_data["refresh_token"])
    if claims is None:
        raise RefreshRefused()
    with unit_of_work():
        renewed = logins.renew(claims)
    if renewed is None:
        raise RefreshReused("Somebody used this refresh token before. Sign in again, and change the password.")
    with unit_of_work(write=False):
        return logged_in(service.get_person(claims.user_id), renewed)


@bp.post("/logout")
@guard(public, keeps_answer=False)
@bp.input(Refresh)
@bp.output({}, status_code=204)
def log_out(json_data: dict[str, Any]) -> str:
    """End this login, by its refresh token, access token or cookies; without any of them nothing happens."""
    claims = _refresh_claims(json_data["refresh_token"]) or _access_claims()
    if claims is not None:
        logins.end_by(claims)
    after_this_request(cookies.taken_back)
    return ""


@bp.post("/logout-everywhere")
@guard(person, keeps_answer=False)
@bp.output({}, status_code=204)
def log_out_everywhere() -> str:
    """End every login of the caller."""
    service.log_out_everywhere(service.get_person(actor().id), by=actor())
    after_this_request(cookies.taken_back)
    return ""


@bp.get("/me")
@guard(signed_in)
@bp.output(Caller)
def get_me() -> dict[str, Any]:
    """Who is calling, and what they may do."""
    by = actor()
    user = service.get_person(by.id) if by.kind is ActorKind.USER else None
    return {
        "kind": by.kind.value,
        "id": by.id,
        "role": by.role,
        "scopes": sorted(by.scopes),
        "user": user,
        "organisation": service.get_organisation(by.organisation_id),
    }


@bp.patch("/me")
@guard(person)
@bp.input(UpdateMe)
@bp.output(UserDetail)
def update_me(json_data: dict[str, Any]) -> User:
    """Change the caller's own name or time zone."""
    return service.update_person(service.get_person(actor().id), **json_data, by=actor())


@bp.post("/password")
@guard(person, owns_transactions=True, keeps_answer=False)
@bp.input(ChangePassword)
@bp.output({}, status_code=204)
def change_password(json_data: dict[str, Any]) -> str:
    """Change the caller's password and end their other logins."""
    by = actor()
    with unit_of_work(write=False):
        user = service.get_person(by.id)
        email, checked = user.email, LoginCheck(user.id, user.password_hash)
    _prove(checked, json_data["current_password"], counted_as=email, otherwise=WrongPassword)
    password_hash = passwords.hashed(json_data["new_password"], email=email)
    claims = _access_claims()
    with unit_of_work():
        service.change_password(
            checked, password_hash=password_hash, keep_login=claims.family_id if claims else None, by=by
        )
    return ""


def _check_may_register(secret: str | None) -> None:
    """Guessing the bootstrap secret is limited like guessing a password."""
    if secret:
        current.limits().check_login("bootstrap secret")
    with unit_of_work(write=False):
        try:
            service.check_may_register(secret)
        except AdminExists:
            current.limits().count_failed_login("bootstrap secret")
            raise


def _prove(checked: LoginCheck, password: str, *, counted_as: str, otherwise: type[AppError]) -> None:
    """Raise `otherwise` unless the password is right, `TooManyRequests` after too many failures.

    The limit is looked at again afterwards: of many guesses at once, those beyond it learn nothing.
    """
    current.limits().check_login(counted_as)
    if not passwords.is_right(password, checked.password_hash):
        current.limits().count_failed_login(counted_as)
        raise otherwise()
    current.limits().check_login(counted_as)


def _refresh_claims(given: str | None) -> Claims | None:
    if given is not None:
        return tokens.find_claims(given, TokenKind.REFRESH)
    claims = tokens.find_claims(cookies.refresh_token(request), TokenKind.REFRESH)
    return _with_csrf(claims, has_csrf=claims is not None and presented.carries_csrf(request, claims))


def _access_claims() -> Claims | None:
    found = presented.find(request)
    return _with_csrf(found.claims, has_csrf=found.has_csrf) if isinstance(found, PresentedToken) else None


def _with_csrf(claims: Claims | None, *, has_csrf: bool) -> Claims | None:
    if claims is not None and not has_csrf:
        raise CsrfMissing(f"Send the value of the csrf_token cookie in the header {presented.CSRF_HEADER}.")
    return claims
