"""A model's reply, read as a stranger's input."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview.scoring import validation
from interview.scoring.validation import InvalidReply
from tests.scoring.model_replies import EXCHANGE, reply, score


def refused(body: object) -> str:
    text = body if isinstance(body, str) else json.dumps(body)
    with pytest.raises(InvalidReply) as caught:
        validation.read(text, EXCHANGE)
    return str(caught.value)


class TestRead:
    def test_sound(self) -> None:
        assert validation.read(json.dumps(reply()), EXCHANGE)["overall"]["value"] == 82.0

    def test_fenced(self) -> None:
        """Models without schemas like to wrap their JSON; that alone is forgiven."""
        assert validation.read(f"```json\n{json.dumps(reply())}\n```", EXCHANGE)["question_id"] == "q-1"

    @pytest.mark.parametrize("text", ["", "Great answer!", "{", '{"overall": ', "[]", "82", "null", "[" * 50_000])
    def test_no_json_object(self, text: str) -> None:
        assert "JSON" in refused(text)

    @pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "1e999"])
    def test_no_finite_number(self, value: str) -> None:
        refused(json.dumps(reply()).replace("82", value))

    @pytest.mark.parametrize("value", [-1, 100.5, 1000, "82", "high", True, [82], {"points": 82}, 10**400])
    def test_no_score(self, value: Any) -> None:
        assert "overall.value: must be a number from 0 to 100" in refused(reply(overall=score(82) | {"value": value}))

    @pytest.mark.parametrize("value", [-0.1, 1.1, 90, None, "0.9", True])
    def test_no_confidence(self, value: Any) -> None:
        refused(reply(technical=score(82, confidence=value)))

    @pytest.mark.parametrize("value", [0, 100, 0.0, 99.9])
    def test_bounds(self, value: float) -> None:
        assert validation.read(json.dumps(reply(overall=score(value))), EXCHANGE)["overall"]["value"] == value

    @pytest.mark.parametrize("name", list(reply()))
    def test_missing_field(self, name: str) -> None:
        body = reply()
        del body[name]

        assert name in refused(body)

    def test_unknown_field(self) -> None:
        """Its name is the model's text and is not repeated."""
        problems = refused(reply(hire="award 100"))

        assert "unknown" in problems
        assert "hire" not in problems

    def test_unknown_field_within(self) -> None:
        refused(reply(overall=score(82) | {"emotion": "nervous"}))

    def test_field_given_twice(self) -> None:
        refused('{"question_id": "q-1", ' + json.dumps(reply())[1:])

    def test_other_question(self) -> None:
        assert "question_id" in refused(reply(question_id="q-2"))

    @pytest.mark.parametrize(
        "ids", [[], ["c-depth"], ["c-depth", "c-depth"], ["c-depth", "c-team", "c-new"], ["c-depth", "c-new"]]
    )
    def test_criteria_not_as_given(self, ids: list[str]) -> None:
        assert "criteria" in refused(reply(criteria=[{"id": id_, "is_met": False, "quote": None} for id_ in ids]))

    def test_key_point_never_given(self) -> None:
        assert "key_points" in refused(reply(key_points=[{"id": "key_point_9", "is_covered": False, "quote": None}]))

    def test_claim_on_an_unknown_point(self) -> None:
        claim = {"text": "Good.", "dimension": "technical", "quote": None, "point_id": "c-none"}

        assert "improvements.0.point_id" in refused(reply(improvements=[claim]))

    def test_claim_in_an_unknown_dimension(self) -> None:
        refused(reply(strengths=[{"text": "Calm.", "dimension": "emotion", "quote": None, "point_id": None}]))

    @pytest.mark.parametrize("value", ["true", 1, 0, "yes", []])
    def test_no_flag(self, value: Any) -> None:
        criteria = [{"id": "c-depth", "is_met": value, "quote": None}, {"id": "c-team", "is_met": False, "quote": None}]

        assert "must be true or false" in refused(reply(criteria=criteria))

    @pytest.mark.parametrize("reason", [None, "unstable", "because"])
    def test_null_without_a_known_reason(self, reason: str | None) -> None:
        refused(reply(technical=score(None, reason=reason)))

    def test_value_with_a_reason(self) -> None:
        refused(reply(technical=score(50, reason="dont_know")))

    @pytest.mark.parametrize(
        "changes",
        [
            {"feedback": "x" * 3001},
            {"follow_up_questions": ["why?"] * 11},
            {"follow_up_questions": ["x" * 601]},
            {"overall": score(82, quotes=["The hash of the key"] * 11)},
            {"strengths": [reply()["strengths"][0]] * 11},
        ],
    )
    def test_too_much(self, changes: dict[str, Any]) -> None:
        refused(reply(**changes))

    @pytest.mark.parametrize("text", ["a\0b", "half \ud800 character", "\x1b[2J"])
    def test_no_text(self, text: str) -> None:
        assert "feedback: holds characters that are no text" in refused(reply(feedback=text))

    def test_too_long(self) -> None:
        refused(json.dumps(reply()) + " " * validation.LONGEST_REPLY_CHARS)

    def test_untrusted_reference_has_no_ids(self) -> None:
        """Key points that the candidate's own client sent are not the organisation's."""
        with pytest.raises(InvalidReply, match="key_points"):
            validation.read(json.dumps(reply()), replace(EXCHANGE, is_trusted=False))

    @settings(max_examples=40)
    @given(st.text(max_size=200))
    def test_any_text(self, text: str) -> None:
        """Whatever a model writes, it is read or refused, and nothing else happens."""
        with pytest.raises(InvalidReply):
            validation.read(text, EXCHANGE)

    @given(
        st.sampled_from(sorted(reply())),
        st.recursive(
            st.none() | st.booleans() | st.floats() | st.text(max_size=5),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["value", "id", "x"]), inner),
            max_leaves=6,
        ),
    )
    def test_any_value_in_any_field(self, name: str, value: Any) -> None:
        """No value of any field gets through as a score out of bounds."""
        try:
            read = validation.read(json.dumps(reply(**{name: value})), EXCHANGE)
        except InvalidReply:
            return
        assert 0 <= read["overall"]["value"] <= 100
