"""The shapes' ground."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from marshmallow import ValidationError, fields

from interview.core.schema import Answered, CamelSchema, Json, Moment, Number, Schema, Text


class Shape(Schema):
    """One of each."""

    at = Moment()
    number = Number()
    text = Text()
    json = Json(limit_bytes=30)


class Camel(CamelSchema):
    """The other dialect."""

    first_name = fields.String()
    plain = fields.String()


class TestSchema:
    """Loading."""

    def test_an_unknown_field_is_refused_by_name(self) -> None:
        with pytest.raises(ValidationError) as refused:
            Shape().load({"texts": "x"})

        assert refused.value.messages == {"texts": ["Unknown field."]}

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("at", "2026-01-01T10:00:00"), ("at", "yesterday"), ("at", 5), ("at", None),
            ("number", float("nan")), ("number", float("inf")), ("number", True), ("number", "5"), ("number", [1]),
            ("text", "a\x00b"), ("text", "\ud800"), ("text", 5),
            ("json", {"a": float("nan")}), ("json", {"a": "x" * 40}), ("json", {"a": "\x00"}), ("json", [1]),
        ],
    )  # fmt: skip
    def test_what_cannot_be_stored_is_refused(self, field: str, value: Any) -> None:
        with pytest.raises(ValidationError) as refused:
            Shape().load({field: value})

        assert list(refused.value.messages) == [field]

    def test_what_can_be_stored_is_taken(self) -> None:
        told = {"at": "2026-01-01T10:00:00+02:00", "number": 5, "text": "日本 🙂", "json": {"a": [1, None]}}
        found = Shape().load(told)

        assert found["at"] == datetime(2026, 1, 1, 8, tzinfo=UTC) and found["number"] == 5.0
        assert found["text"] == "日本 🙂" and found["json"] == {"a": [1, None]}


class TestDump:
    """Writing."""

    def test_a_moment_is_written_in_utc_with_z(self) -> None:
        assert Shape().dump({"at": datetime(2026, 1, 1, 8, tzinfo=UTC)})["at"] == "2026-01-01T08:00:00.000Z"

    def test_camel_case_on_the_wire(self) -> None:
        assert Camel().dump({"first_name": "A", "plain": "b"}) == {"firstName": "A", "plain": "b"}
        assert Camel().load({"firstName": "A"}) == {"first_name": "A"}

    def test_success_comes_with_every_answer_and_no_empty_message(self) -> None:
        assert Answered().dump({}) == {"success": True}
        assert Answered().dump({"message": "Done."}) == {"success": True, "message": "Done."}
