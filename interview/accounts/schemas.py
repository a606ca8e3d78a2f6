"""Shapes of the accounts' API, in camelCase."""

from __future__ import annotations

from marshmallow import fields, validate

from interview.accounts.fields import Email, Password, RoleName, Zone
from interview.core.schema import CamelSchema, Moment, PageQuery, Text

_NAME = validate.Length(1, 200)


class LinkToken(CamelSchema):
    """The token of a link that sets a password."""

    token = Text(required=True, load_only=True, validate=validate.Length(1, 200))


class AcceptInvitation(LinkToken):
    """What an invited person chooses; without a name it stays what the invitation says."""

    password = Password(required=True)
    name = Text(load_default=None, allow_none=True, validate=_NAME)


class ForgotPassword(CamelSchema):
    """The address of somebody who forgot the password."""

    email = Email(required=True)


class Asked(CamelSchema):
    """The answer to whoever forgot a password, whoever it is."""

    message = fields.String()


class ResetPassword(LinkToken):
    """A new password."""

    password = Password(required=True)


class RegisterAdmin(CamelSchema):
    """The first admin and the organisation."""

    email = Email(required=True)
    password = Password(required=True)
    name = Text(load_default="", validate=validate.Length(max=200))
    organisation_name = Text(load_default="", validate=validate.Length(max=200))
    bootstrap_secret = Text(load_default=None, load_only=True)


class LogIn(CamelSchema):
    """An address and a password."""

    email = Text(required=True, validate=validate.Length(1, 254))
    password = Password(required=True, shortest=1)


class Refresh(CamelSchema):
    """The refresh token; a browser sends its cookie instead."""

    refresh_token = Text(load_default=None, load_only=True, validate=validate.Length(max=4096))


class ChangePassword(CamelSchema):
    """The present password and the next."""

    current_password = Password(required=True, shortest=1)
    new_password = Password(required=True)


class CreateUser(CamelSchema):
    """A person to add; without a password they are invited to choose one."""

    email = Email(required=True)
    name = Text(required=True, validate=_NAME)
    role = RoleName(required=True)
    password = Password(load_default=None, allow_none=True)


class UpdateUser(CamelSchema):
    """What of a person is to change."""

    name = Text(validate=_NAME)
    role = RoleName()


class UpdateMe(CamelSchema):
    """What of oneself is to change."""

    name = Text(validate=_NAME)
    timezone = Zone()


class UpdateOrganisation(CamelSchema):
    """What of the organisation is to change."""

    name = Text(validate=_NAME)
    timezone = Zone()


class UserQuery(PageQuery):
    """Which people of the organisation, and where in their list the caller stands."""

    role = RoleName(load_default=None)
    search = Text(
        load_default=None,
        validate=validate.Length(max=200),
        metadata={"description": "Beginnings of words of the name or the address; all of them have to fit."},
    )


class CreateApiKey(CamelSchema):
    """A key to make: what it may do, and until when."""

    name = Text(required=True, validate=_NAME)
    scopes = fields.List(fields.String(), required=True, validate=validate.Length(1, 50))
    expires_at = Moment(load_default=None, allow_none=True)


class UserDetail(CamelSchema):
    """A person."""

    id = fields.String()
    organisation_id = fields.String()
    email = fields.String()
    name = fields.String()
    role = fields.String()
    timezone = fields.String(metadata={"description": "IANA time zone."})
    is_active = fields.Boolean()
    state = fields.String(metadata={"description": "invited, until a password is set; active; disabled."})
    created_at = Moment()


class LinkDetail(CamelSchema):
    """A link just made, shown this once."""

    link = fields.String(attribute="address")
    expires_at = Moment()


class NewUserDetail(UserDetail):
    """A person just added; `invitation` is the link to join by, shown this once, where no password was given."""

    invitation = fields.Nested(LinkDetail, allow_none=True)


class Setup(CamelSchema):
    """How far this installation is."""

    is_admin_missing = fields.Boolean()


class Invited(CamelSchema):
    """Whom an invitation is for and who invites."""

    email = fields.String()
    name = fields.String()
    role = fields.String()
    organisation_name = fields.String()
    invited_by = fields.String(allow_none=True)
    expires_at = Moment()


class OrganisationDetail(CamelSchema):
    """An organisation."""

    id = fields.String()
    name = fields.String()
    timezone = fields.String(metadata={"description": "IANA time zone its people begin with."})
    created_at = Moment()


class LoggedIn(CamelSchema):
    """The tokens of a login; `token` is the access token under its plain name."""

    token = fields.String()
    access_token = fields.String()
    refresh_token = fields.String()
    token_type = fields.Constant("Bearer")
    expires_in = fields.Integer(metadata={"description": "Seconds the access token lives."})
    user = fields.Nested(UserDetail)


class Caller(CamelSchema):
    """Who is calling: a person, or an API key, where `user` is null."""

    kind = fields.String()
    id = fields.String()
    organisation = fields.Nested(OrganisationDetail)
    role = fields.String(allow_none=True)
    scopes = fields.List(fields.String())
    user = fields.Nested(UserDetail, allow_none=True)


class ApiKeyDetail(CamelSchema):
    """A key without its secret."""

    id = fields.String()
    name = fields.String()
    scopes = fields.List(fields.String())
    created_by = fields.String()
    created_at = Moment()
    last_used_at = Moment(allow_none=True)
    expires_at = Moment(allow_none=True)
    revoked_at = Moment(allow_none=True)


class NewApiKey(ApiKeyDetail):
    """A key just made; `secret` is shown this once."""

    secret = fields.String()


class UserPage(CamelSchema):
    """A stretch of the list of people."""

    items = fields.List(fields.Nested(UserDetail))
    next_cursor = fields.String(allow_none=True)


class ApiKeyPage(CamelSchema):
    """A stretch of the list of keys."""

    items = fields.List(fields.Nested(ApiKeyDetail))
    next_cursor = fields.String(allow_none=True)
