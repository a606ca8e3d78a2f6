"""Scoring a file of JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from interview.scoring.lines import score_lines
from tests.scoring.questions import ANALYSER, DEADLOCK, RIGHT, score_of


def line(**row: object) -> str:
    return json.dumps({"question": DEADLOCK.question, "reference": DEADLOCK.expected_answer, "answer": RIGHT, **row})


class TestScoreLines:
    def test_same_score_as_the_product(self) -> None:
        (result,) = score_lines([line(id="a1")], ANALYSER)

        assert result["score"] == score_of(RIGHT)
        assert (result["id"], result["reasons"]) == ("a1", [])
        assert 0 < result["confidence"] <= 1

    def test_result_does_not_depend_on_other_lines(self) -> None:
        alone = list(score_lines([line()], ANALYSER))
        among = list(score_lines([line(answer="no idea"), line(), line(answer="x " * 300)], ANALYSER))

        assert among[1] == alone[0]

    def test_null_keeps_its_reason(self) -> None:
        results = list(score_lines([line(answer=""), line(answer=None), line(reference=None)], ANALYSER))

        assert [result["score"] for result in results] == [None, None, None]
        assert [result["reasons"] for result in results] == [["no_answer"], ["no_answer"], ["no_reference"]]

    def test_several_references(self) -> None:
        (result,) = score_lines([line(reference=["Something else.", RIGHT])], ANALYSER)

        assert result["score"] > 90

    @pytest.mark.parametrize(
        ("text", "error"),
        [
            ("{", "not JSON"),
            ("[1]", "not a JSON object"),
            ("[" * 100_000, "not JSON"),
            ('{"question": "q"}', "answer is missing"),
            ('{"question": 5, "answer": "a"}', "question is not a text"),
            ('{"question": "q", "answer": "a", "reference": [1]}', "reference is neither"),
            ('{"question": "q", "answer": "a", "id": NaN}', "NaN is not a number"),
            ('{"question": "q", "answer": "a", "n": ' + "9" * 5000 + "}", "not JSON"),
        ],
    )
    def test_bad_line_is_told_and_passed_over(self, text: str, error: str) -> None:
        results = list(score_lines(["", text, line(id=7)], ANALYSER))

        assert results[0]["line"] == 2
        assert error in results[0]["error"]
        assert results[1]["id"] == 7 and results[1]["score"] is not None

    def test_results_can_be_printed(self) -> None:
        (result,) = score_lines([line(id="\ud800", answer="\udfff threads wait for locks")], ANALYSER)

        assert json.dumps(result, ensure_ascii=False).encode("utf-8")

    def test_streams(self) -> None:
        read = []

        def source() -> Iterator[str]:
            for number in range(3):
                read.append(number)
                yield line(id=number)

        results = score_lines(source(), ANALYSER)

        assert next(results)["id"] == 0
        assert read == [0]
