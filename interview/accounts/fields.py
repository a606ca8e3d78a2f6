"""Kinds of values in the accounts' shapes: addresses, passwords, roles, time zones."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from marshmallow import ValidationError, fields, validate

from interview.accounts.credentials.passwords import LONGEST, SHORTEST
from interview.accounts.scopes import Role
from interview.core.schema import Text

OTHER_NAMES = {"instructor": Role.INTERVIEWER, "student": Role.CANDIDATE}


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


class RoleName(fields.Field[Role]):
    """A role in any letter case; `instructor` means interviewer and `student` candidate."""

    def __init__(self, **kwargs: Any) -> None:
        told = f"{', '.join(Role)}; also instructor and student, in any letter case."
        super().__init__(metadata={"type": "string", "description": told, "example": Role.INTERVIEWER.value}, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any) -> Role:
        name = value.strip().lower() if isinstance(value, str) else ""
        try:
            return OTHER_NAMES.get(name) or Role(name)
        except ValueError as cause:
            raise ValidationError(f"Must be one of: {', '.join(Role)}.") from cause


class Zone(Text):
    """A time zone by its name in the IANA database."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(validate=[validate.Length(1, 64), _check_zone], metadata={"example": "Europe/Paris"}, **kwargs)


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _check_zone(name: str) -> None:
    if name not in _zones():
        raise ValidationError("Not a time zone of the IANA database, such as Europe/Paris.")
