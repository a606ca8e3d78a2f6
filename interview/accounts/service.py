"""What happens to organisations and their people. Logins and API keys are nouns of `credentials/`."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from interview.accounts.credentials import logins
from interview.accounts.credentials.logins import Tokens
from interview.accounts.errors import (
    AdminExists,
    EmailTaken,
    LastAdmin,
    NoSuchOrganisation,
    NoSuchUser,
    ScopeMissing,
    WrongCredentials,
)
from interview.accounts.models import Organisation, User, normal_email
from interview.accounts.scopes import SCOPES_OF_ROLE, Role
from interview.accounts.signals import user_disabled
from interview.core import audit, current, keys, pages
from interview.core.actors import ANONYMOUS, Actor, ActorKind
from interview.core.db import db
from interview.core.pages import Page


@dataclass(frozen=True, slots=True)
class NewUser:
    """A person to be; `password_hash` comes from `passwords.hashed`, made before the transaction."""

    email: str
    name: str
    role: Role
    password_hash: str | None = None


@dataclass(frozen=True, slots=True)
class LoginCheck:
    """What a password is compared with, read before the slow comparison; empty for an unknown account."""

    user_id: str = ""
    password_hash: str | None = None


def check_may_register(bootstrap_secret: str | None) -> bool:
    """Whether this is the first registration; raises `AdminExists` when it is not and the secret is not right."""
    if _is_bootstrap(bootstrap_secret):
        return False
    if db.session.scalar(select(User.id).where(User.role == Role.ADMIN).limit(1)) is not None:
        raise AdminExists("An admin exists. Ask one for an account, or send the bootstrap secret.")
    return True


def register_admin(new: NewUser, *, organisation_name: str, bootstrap_secret: str | None = None) -> User:
    """Make an organisation and its admin, once, or any time with the bootstrap secret.

    Of many at once exactly one is the first. Raises `AdminExists` and `EmailTaken`.
    """
    is_first = check_may_register(bootstrap_secret)
    organisation = Organisation(name=organisation_name, is_founding=True if is_first else None)
    try:
        with db.session.begin_nested():
            db.session.add(organisation)
    except IntegrityError as cause:
        raise AdminExists("Another admin registered at the same moment.") from cause
    audit.record("organisation.created", organisation, by=ANONYMOUS, organisation_id=organisation.id)
    return create_user(organisation, new, by=None)


def create_organisation(name: str, *, by: Actor) -> Organisation:
    """Make an organisation without people."""
    organisation = Organisation(name=name)
    db.session.add(organisation)
    db.session.flush()
    audit.record("organisation.created", organisation, by=by, organisation_id=organisation.id)
    return organisation


def get_organisation(organisation_id: str | None) -> Organisation:
    """The organisation; raises `NoSuchOrganisation`."""
    organisation = db.session.get(Organisation, organisation_id) if organisation_id else None
    if organisation is None:
        raise NoSuchOrganisation()
    return organisation


def list_organisations() -> list[Organisation]:
    """Every organisation, for the operator's eyes."""
    return list(db.session.scalars(select(Organisation).order_by(Organisation.created_at)))


def create_user(organisation: Organisation, new: NewUser, *, by: Actor | None) -> User:
    """Add a person; raises `EmailTaken`, and `ScopeMissing` where the role may do more than `by`.

    `by` is None when the person registers without anybody's help.
    """
    if by is not None:
        _check_reach(Role(new.role), by=by)
    user = User(
        organisation_id=organisation.id,
        email=normal_email(new.email),
        name=new.name,
        role=Role(new.role).value,
        password_hash=new.password_hash,
    )
    try:
        with db.session.begin_nested():
            db.session.add(user)
    except IntegrityError as cause:
        raise EmailTaken("A user with this email address exists.") from cause
    audit.record("user.created", user, by=by or user.as_actor(), organisation_id=organisation.id, role=user.role)
    return user


def get_user(user_id: str, *, organisation_id: str | None) -> User:
    """The organisation's user; raises `NoSuchUser`."""
    user = db.session.get(User, user_id)
    if user is None or user.organisation_id != organisation_id:
        raise NoSuchUser()
    return user


def get_person(user_id: str) -> User:
    """The user who is calling, recognised already; raises `NoSuchUser`."""
    user = db.session.get(User, user_id)
    if user is None:
        raise NoSuchUser()
    return user


def find_user_by_email(email: str) -> User | None:
    """The user with this address in any organisation, for the operator and for logging in."""
    return db.session.scalar(select(User).where(User.email == normal_email(email)))


def list_users(organisation_id: str | None, *, limit: int, cursor: str | None) -> Page[User]:
    """The organisation's people, newest first."""
    return pages.page(
        select(User).where(User.organisation_id == organisation_id),
        newest_by=User.created_at,
        id_column=User.id,
        limit=limit,
        cursor=cursor,
        signed_with=current.keyring().derive("cursors"),
    )


def disable_user(user: User, *, by: Actor) -> User:
    """Shut a person out at once: access tokens, logins and sockets end. A second time changes nothing.

    Raises `LastAdmin`, and `ScopeMissing` where the person may do more than `by`.
    """
    _check_reach(Role(user.role), by=by)
    _lock(user)
    if not user.is_active:
        return user
    if user.role == Role.ADMIN and _active_admins(user.organisation_id) == 1:
        raise LastAdmin("Make somebody else an admin first.")
    user.is_active = False
    user.session_version += 1
    logins.end_all(user)
    audit.record("user.disabled", user, by=by, organisation_id=user.organisation_id)
    user_disabled.announce(user_id=user.id, organisation_id=user.organisation_id)
    return user


def enable_user(user: User, *, by: Actor) -> User:
    """Let a person log in again; a second time changes nothing. Raises `ScopeMissing` as `disable_user` does."""
    _check_reach(Role(user.role), by=by)
    _lock(user)
    if not user.is_active:
        user.is_active = True
        audit.record("user.enabled", user, by=by, organisation_id=user.organisation_id)
    return user


def find_login(email: str) -> LoginCheck:
    """What the password of a login is to be compared with."""
    user = find_user_by_email(email)
    return LoginCheck(user.id, user.password_hash) if user and user.is_active else LoginCheck()


def log_in(checked: LoginCheck, *, rehashed: str | None = None) -> tuple[User, Tokens]:
    """Begin a login whose password was right; raises `WrongCredentials` when the account changed meanwhile."""
    user = db.session.get(User, checked.user_id, with_for_update=True, populate_existing=True)
    if user is None or not user.is_active or user.password_hash != checked.password_hash:
        raise WrongCredentials()
    user.password_hash = rehashed or user.password_hash
    audit.record("user.logged_in", user, by=user.as_actor())
    return user, logins.start(user)


def log_out_everywhere(user: User) -> None:
    """End every login of a user and every access token at once."""
    _lock(user)
    user.session_version += 1
    logins.end_all(user)
    audit.record("user.logged_out_everywhere", user, by=user.as_actor())


def change_password(checked: LoginCheck, *, password_hash: str, keep_login: str | None, by: Actor) -> User:
    """Store another password and end the person's logins but one.

    Raises `WrongCredentials` when the password changed meanwhile.
    """
    user = db.session.get(User, checked.user_id, with_for_update=True, populate_existing=True)
    if user is None or user.password_hash != checked.password_hash:
        raise WrongCredentials()
    user.password_hash = password_hash
    logins.end_all(user, but=keep_login)
    audit.record("user.password_changed", user, by=by, organisation_id=user.organisation_id)
    return user


def _is_bootstrap(given: str | None) -> bool:
    secret = current.settings().bootstrap_secret
    return bool(secret and given) and keys.equal(secret, given or "")


def _check_reach(role: Role, *, by: Actor) -> None:
    """Nobody makes, shuts out or lets in a person who may do more than they."""
    if by.kind not in {ActorKind.OPERATOR, ActorKind.SYSTEM} and not SCOPES_OF_ROLE[role] <= by.scopes:
        raise ScopeMissing(f"You may do less than the role {role.value}.")


def _lock(user: User) -> None:
    """The organisation's row first, so that two admins cannot disable each other."""
    db.session.get(Organisation, user.organisation_id, with_for_update=True)
    db.session.refresh(user, with_for_update=True)


def _active_admins(organisation_id: str) -> int:
    admins = (
        select(func.count())
        .select_from(User)
        .where(User.organisation_id == organisation_id, User.role == Role.ADMIN, User.is_active)
    )
    return db.session.scalar(admins) or 0
