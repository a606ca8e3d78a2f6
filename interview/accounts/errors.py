"""What can go wrong with accounts, as a caller is told."""

from __future__ import annotations

from interview.core.errors import Conflict, Forbidden, Gone, Malformed, NotAuthenticated, NotFound


class WrongCredentials(NotAuthenticated):
    """No active user has this address and this password; which of the two is wrong is not said."""

    code, title = "wrong_credentials", "The email or the password is wrong"


class WrongPassword(Forbidden):
    """The present password, asked for before a change, is wrong."""

    code, title = "wrong_password", "The present password is wrong"


class RefreshRefused(NotAuthenticated):
    """The refresh token is not one of ours, expired or revoked."""

    code, title = "refresh_refused", "Sign in again"


class RefreshReused(NotAuthenticated):
    """The refresh token was used before, so somebody has a copy: the whole login is ended."""

    code, title = "refresh_reused", "This login was ended because its refresh token was used twice"


class CsrfMissing(Forbidden):
    """A browser login came without, or with a wrong, CSRF header on an unsafe method."""

    code, title = "csrf_failed", "The CSRF header is missing or wrong"


class ScopeMissing(Forbidden):
    """The caller's role or key does not include the scope."""

    code, title = "scope_missing", "Your role or key does not allow this"


class OnlyPeople(Forbidden):
    """An API key asks for what only a signed-in person can do."""

    code, title = "only_people", "Only a signed-in person can do this"


class AdminExists(Forbidden):
    """The first admin exists, and the bootstrap secret did not come or is wrong."""

    code, title = "admin_exists", "An admin exists already"


class EmailTaken(Conflict):
    """A user with this address exists, here or in another organisation."""

    code, title = "email_taken", "This email address is taken"


class LastAdmin(Conflict):
    """The organisation would be left without an active admin."""

    code, title = "last_admin", "The organisation's last admin stays one"


class WeakPassword(Malformed):
    """The password is too easy to guess for this account."""

    code, title = "weak_password", "This password is too easy to guess"


class NoSuchUser(NotFound):
    """The user does not exist, or not in this organisation."""

    code, title = "user_not_found", "There is no such user"


class NoSuchKey(NotFound):
    """The API key does not exist, or not in this organisation."""

    code, title = "api_key_not_found", "There is no such API key"


class NoSuchOrganisation(NotFound):
    """The organisation does not exist."""

    code, title = "organisation_not_found", "There is no such organisation"


class LinkDead(Gone):
    """The link that sets a password was used, has expired, was replaced, or never was one of ours."""

    code, title = "link_dead", "This link does not work any more"


class AlreadyJoined(Conflict):
    """The person has set a password already, so there is nothing to invite to."""

    code, title = "already_joined", "This person has joined already"


class PersonDisabled(Conflict):
    """A disabled person cannot be invited before being enabled again."""

    code, title = "person_disabled", "This person is disabled"
