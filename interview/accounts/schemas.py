"""Shapes of the accounts' API, in camelCase."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, validate

from interview.accounts.credentials.passwords import LONGEST, SHORTEST
from interview.accounts.scopes import Role
from interview.core.schema import CamelSchema, Moment, Text

_NAME = validate.Length(1, 200)


class Email(Text):
    """An email address of at most 254 characters."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(validate=[validate.Email(), validate.Length(max=254)], metadata={"format": "email"}, **kwargs)


class Password(Text):
    """A password as typed; only its length is bounded here."""

    def __init__(self, *, shortest: int = SHORTEST, **kwargs: Any) -> None:
        super().__init__(
            validate=validate.Length(shortest, LONGEST), load_only=True, metadata={"format": "password"}, **kwargs
        )


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
    """A person to add; without a password they cannot log in."""

    email = Email(required=True)
    name = Text(required=True, validate=_NAME)
    role = fields.Enum(Role, by_value=True, required=True)
    password = Password(load_default=None, allow_none=True)


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
    is_active = fields.Boolean()
    created_at = Moment()


class OrganisationDetail(CamelSchema):
    """An organisation."""

    id = fields.String()
    name = fields.String()
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
