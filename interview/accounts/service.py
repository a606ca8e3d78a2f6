"""What happens to organisations and their people. Logins, links and API keys are nouns of `credentials/`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from interview.accounts import words
from interview.accounts.credentials import links, logins
from interview.accounts.credentials.links import Link
from interview.accounts.credentials.logins import Tokens
from interview.accounts.errors import (
    AdminExists,
    AlreadyJoined,
    EmailTaken,
    LastAdmin,
    NoSuchOrganisation,
    NoSuchUser,
    PersonDisabled,
    ScopeMissing,
    WrongCredentials,
)
from interview.accounts.models import LinkPurpose, Organisation, User, normal_email
from interview.accounts.scopes import SCOPES_OF_ROLE, Role
from interview.accounts.signals import password_reset_asked, person_invited, role_changed, user_disabled
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


@dataclass(frozen=True, slots=True)
class InvitationPreview:
    """What an invited person is shown before joining; `invited_by` is None where no person did it."""

    email: str
    name: str
    role: str
    organisation_name: str
    invited_by: str | None
    expires_at: datetime


def check_may_register(bootstrap_secret: str | None) -> bool:
    """Whether this is the first registration; raises `AdminExists` when it is not and the secret is not right."""
    if _is_bootstrap(bootstrap_secret):
        return False
    if not is_admin_missing():
        raise AdminExists("An admin exists. Ask one for an account, or send the bootstrap secret.")
    return True


def is_admin_missing() -> bool:
    """Whether nobody has been made an admin yet, in any organisation."""
    return db.session.scalar(select(User.id).where(User.role == Role.ADMIN).limit(1)) is None


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


def update_organisation(
    organisation: Organisation, *, name: str | None = None, timezone: str | None = None, by: Actor
) -> Organisation:
    """Change what is given; people keep the zone they have."""
    _change(organisation, "organisation.changed", by=by, name=name, timezone=timezone)
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
        timezone=organisation.timezone,
        password_hash=new.password_hash,
    )
    try:
        with db.session.begin_nested():
            db.session.add(user)
    except IntegrityError as cause:
        raise EmailTaken("A user with this email address exists.") from cause
    words.write(user)
    audit.record("user.created", user, by=by or user.as_actor(), organisation_id=organisation.id, role=user.role)
    return user


def invite(*, organisation_id: str, email: str, name: str, role: Role, by: Actor) -> User:
    """Add a person who sets the password by a link, and have them told; raises what `create_user` raises."""
    user = create_user(get_organisation(organisation_id), NewUser(email, name, role), by=by)
    send_invitation(user, by=by)
    return user


def send_invitation(user: User, *, by: Actor) -> Link:
    """Make the link by which an invited person joins, in place of an earlier one, and have them told.

    Raises `AlreadyJoined`, `PersonDisabled`, and `ScopeMissing` where the person may do more than `by`.
    """
    _check_reach(Role(user.role), by=by)
    _lock(user)
    if not user.is_active:
        raise PersonDisabled("Enable this person before inviting them again.")
    if user.password_hash is not None:
        raise AlreadyJoined("Whoever forgot the password asks for a new one on the login page.")
    link = links.make(user, LinkPurpose.INVITATION, by=by)
    audit.record("user.invited", user, by=by, organisation_id=user.organisation_id)
    person_invited.announce(user=user, link=link.address, expires_at=link.expires_at, by=by)
    return link


def preview_invitation(token: str) -> InvitationPreview:
    """Whom an open invitation is for and who invites. Raises `LinkDead`."""
    found = links.read(token, LinkPurpose.INVITATION)
    user, by = found.user, db.session.get(User, found.created_by)
    return InvitationPreview(
        email=user.email,
        name=user.name,
        role=user.role,
        organisation_name=user.organisation.name,
        invited_by=(by.name or by.email) if by else None,
        expires_at=found.expires_at,
    )


def accept_invitation(token: str, *, password_hash: str, name: str | None = None) -> tuple[User, Tokens]:
    """Let an invited person in with the password they chose, once. Raises `LinkDead`."""
    user = links.use(token, LinkPurpose.INVITATION)
    _set_password(user, password_hash)
    user.name = name or user.name
    words.write(user)
    audit.record("user.joined", user, by=user.as_actor())
    return user, logins.start(user)


def ask_password_reset(email: str) -> None:
    """Have the person with this address told a link; nothing happens for an unknown or disabled one.

    Asked again within a minute, nothing happens either.
    """
    user = find_user_by_email(email)
    if user is None or not user.is_active:
        return
    _lock(user)
    if user.is_active and not links.has_fresh(user, LinkPurpose.RESET):
        make_reset_link(user, by=ANONYMOUS)


def make_reset_link(user: User, *, by: Actor) -> Link:
    """Make the link by which a person sets a new password, and have them told it. Raises `PersonDisabled`."""
    _lock(user)
    if not user.is_active:
        raise PersonDisabled("Enable this person first.")
    link = links.make(user, LinkPurpose.RESET, by=by)
    audit.record("user.password_reset_asked", user, by=by, organisation_id=user.organisation_id)
    password_reset_asked.announce(user=user, link=link.address, expires_at=link.expires_at)
    return link


def reset_password(token: str, *, password_hash: str) -> User:
    """Store the password that the holder of a link chose, once, and end every login. Raises `LinkDead`."""
    user = links.use(token, LinkPurpose.RESET)
    _set_password(user, password_hash)
    audit.record("user.password_reset", user, by=user.as_actor())
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


def list_users(
    organisation_id: str | None,
    *,
    limit: int,
    cursor: str | None,
    role: Role | None = None,
    search: str | None = None,
) -> Page[User]:
    """The organisation's people, newest first: those of a role, and those whose name or address has such words."""
    query = select(User).where(User.organisation_id == organisation_id)
    if role is not None:
        query = query.where(User.role == role.value)
    if search:
        query = query.where(*words.found(organisation_id, search))
    return pages.page(
        query,
        newest_by=User.created_at,
        id_column=User.id,
        limit=limit,
        cursor=cursor,
        signed_with=current.keyring().derive("cursors"),
    )


def update_user(user: User, *, name: str | None = None, role: Role | None = None, by: Actor) -> User:
    """Change a person's name or role; another role closes their sockets, and every request follows it at once.

    Raises `LastAdmin`, and `ScopeMissing` where the person may do more than `by`, before or after.
    """
    _check_reach(Role(user.role), by=by)
    _lock(user)
    if role is not None and role != user.role:
        _check_reach(role, by=by)
        _check_other_admin(user)
        audit.record("user.role_changed", user, by=by, organisation_id=user.organisation_id, before=user.role, now=role)
        user.role = role.value
        role_changed.announce(user_id=user.id, organisation_id=user.organisation_id)
    return update_person(user, name=name, by=by)


def update_person(user: User, *, name: str | None = None, timezone: str | None = None, by: Actor) -> User:
    """Change what a person may change about themselves."""
    _change(user, "user.changed", by=by, name=name, timezone=timezone)
    if name is not None:
        words.write(user)
    return user


def disable_user(user: User, *, by: Actor) -> User:
    """Shut a person out at once: access tokens, logins and sockets end. A second time changes nothing.

    Raises `LastAdmin`, and `ScopeMissing` where the person may do more than `by`.
    """
    _check_reach(Role(user.role), by=by)
    _lock(user)
    if not user.is_active:
        return user
    _check_other_admin(user)
    user.is_active = False
    user.session_version += 1
    logins.end_all(user)
    links.drop(user)
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


def log_out_everywhere(user: User, *, by: Actor) -> None:
    """End every login of a user and every access token at once."""
    _lock(user)
    user.session_version += 1
    logins.end_all(user)
    audit.record("user.logged_out_everywhere", user, by=by, organisation_id=user.organisation_id)


def change_password(checked: LoginCheck, *, password_hash: str, keep_login: str | None, by: Actor) -> User:
    """Store another password and end the person's logins but one.

    Raises `WrongCredentials` when the password changed meanwhile.
    """
    user = db.session.get(User, checked.user_id, with_for_update=True, populate_existing=True)
    if user is None or user.password_hash != checked.password_hash:
        raise WrongCredentials()
    user.password_hash = password_hash
    logins.end_all(user, but=keep_login)
    links.drop(user)
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


def _set_password(user: User, password_hash: str) -> None:
    user.password_hash = password_hash
    user.session_version += 1
    logins.end_all(user)
    links.drop(user)


def _change(row: User | Organisation, action: str, *, by: Actor, **values: str | None) -> None:
    """Write the values that are given and differ, and who changed them."""
    changed = {name: value for name, value in values.items() if value is not None and value != getattr(row, name)}
    for name, value in changed.items():
        setattr(row, name, value)
    if changed:
        audit.record(action, row, by=by, fields=sorted(changed))


def _check_other_admin(user: User) -> None:
    """Raise `LastAdmin` unless the person is no admin or another one can log in; the organisation's row is locked."""
    if user.role != Role.ADMIN:
        return
    other = select(User.id).where(
        User.organisation_id == user.organisation_id,
        User.role == Role.ADMIN,
        User.is_active,
        User.password_hash.is_not(None),
        User.id != user.id,
    )
    if db.session.scalar(other.limit(1)) is None:
        raise LastAdmin("Make somebody else an admin first, who has joined.")
