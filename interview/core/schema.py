"""The shapes' ground: unknown fields refused by name, moments in UTC, numbers finite, lists by cursor."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from apiflask import Schema as APISchema
from marshmallow import RAISE, ValidationError, fields, post_dump, validate

from interview.core import clock


class Schema(APISchema):
    """A body of the recording dialect: snake_case, unknown fields refused."""

    class Meta:
        """Refuse what is not declared."""

        unknown = RAISE


class CamelSchema(Schema):
    """A body of a camelCase dialect; fields are declared in snake_case."""

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        """Name the field on the wire."""
        head, *rest = (field_obj.data_key or field_name).split("_")
        field_obj.data_key = head + "".join(word.capitalize() for word in rest)


class Answered(Schema):
    """An answer of the recording dialect: `success` first, then what was asked for."""

    success = fields.Constant(True)
    message = fields.String(dump_only=True)

    @post_dump
    def drop_empty_message(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Leave the message out where there is none."""
        if data.get("message") is None:
            data.pop("message", None)
        return data


class Moment(fields.Field[datetime]):
    """A moment: RFC 3339 with a zone on input, UTC with `Z` on output."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        # Where none is allowed, the document's generator adds null by itself, and a type may stand there only once.
        told = "string" if self.allow_none else ["string", "null"]
        self.metadata = {**self.metadata, "type": told, "format": "date-time"}

    def _serialize(self, value: datetime | None, attr: str | None, obj: Any, **_: Any) -> str | None:
        return clock.wire(value)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any) -> datetime:
        try:
            moment = datetime.fromisoformat(value)
        except (TypeError, ValueError) as cause:
            raise ValidationError("Not a moment in RFC 3339.") from cause
        if moment.tzinfo is None:
            raise ValidationError("A moment needs its zone, such as Z.")
        return moment


class Number(fields.Float):
    """A finite number; NaN, Infinity, booleans and numbers in text are refused."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise ValidationError("Not a finite number.")
        return float(value)


class Text(fields.String):
    """Text without NUL, which no database of ours stores, and without lone surrogates, which no wire carries."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        if "\x00" in text or any("\ud800" <= char <= "\udfff" for char in text if char > "\ud7ff"):
            raise ValidationError("Text holds a character that cannot be stored.")
        return text


class Json(fields.Dict):
    """A small object of the caller's own making, at most `limit_bytes` when written."""

    def __init__(self, *, limit_bytes: int = 8192, **kwargs: Any) -> None:
        super().__init__(keys=fields.String(), **kwargs)
        self.limit_bytes = limit_bytes

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Any:
        found = super()._deserialize(value, attr, data, **kwargs)  # type: ignore[no-untyped-call]
        try:
            written = json.dumps(found, allow_nan=False)
        except ValueError as cause:
            raise ValidationError("Holds a number that is not finite.") from cause
        if len(written) > self.limit_bytes or "\\u0000" in written:
            raise ValidationError(f"Larger than {self.limit_bytes} bytes, or holds NUL.")
        return found


class PageQuery(Schema):
    """Where in a list the caller stands."""

    limit = fields.Integer(load_default=20, validate=validate.Range(1, 100))
    cursor = fields.String(load_default=None)
