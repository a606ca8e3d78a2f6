"""The rubric: overall score and recommendation."""

from __future__ import annotations

import pytest

from interview.scoring.exchange import Dimension
from interview.scoring.judgement import Reason, Score
from interview.scoring.rubric import Overall, Verdict, overall_of, verdict_of

FOUR = dict(zip(Dimension, (85.5, 78.2, 68.4, 70.4), strict=True))


def scored(values: dict[Dimension, float | None]) -> dict[Dimension, Score]:
    return {
        name: Score(value, 0.5, None if value is not None else Reason.NO_CRITERIA) for name, value in values.items()
    }


class TestOverallOf:
    def test_plain_mean_is_rounded_half_up(self) -> None:
        assert overall_of(scored(FOUR)).value == 75.6

    @pytest.mark.parametrize(("value", "rounded"), [(75.65, 75.7), (75.25, 75.3), (0.05, 0.1), (99.95, 100.0)])
    def test_halves_go_up(self, value: float, rounded: float) -> None:
        assert overall_of(scored({Dimension.TECHNICAL: value})).value == rounded

    def test_null_dimension_is_left_out_and_named(self) -> None:
        overall = overall_of(scored({**FOUR, Dimension.CULTURAL_FIT: None}))

        assert overall.value == 77.4
        assert overall.left_out == {Dimension.CULTURAL_FIT: Reason.NO_CRITERIA}

    def test_all_null_is_null(self) -> None:
        overall = overall_of(scored(dict.fromkeys(Dimension, None)))

        assert overall.value is None
        assert set(overall.left_out) == set(Dimension)

    def test_no_scores_at_all(self) -> None:
        assert overall_of({}).left_out == dict.fromkeys(Dimension, Reason.NOT_ASSESSABLE)

    def test_weights(self) -> None:
        weights = {Dimension.TECHNICAL: 3.0, Dimension.COMMUNICATION: 1.0}

        assert overall_of(scored(FOUR), weights=weights).value == 83.7

    @pytest.mark.parametrize("weight", [0.0, -1.0, float("nan"), float("inf")])
    def test_weight_that_cannot_count(self, weight: float) -> None:
        weights = {Dimension.TECHNICAL: 1.0, Dimension.COMMUNICATION: weight}

        assert overall_of(scored(FOUR), weights=weights).value == 85.5

    def test_value_that_is_no_number_is_left_out(self) -> None:
        overall = overall_of(scored({Dimension.TECHNICAL: float("nan"), Dimension.COMMUNICATION: 50.0}))

        assert overall.value == 50.0


class TestVerdictOf:
    @pytest.mark.parametrize(
        ("value", "verdict"),
        [
            (70.0, Verdict.PASSED),
            (69.9, Verdict.NEEDS_REVIEW),
            (40.0, Verdict.NEEDS_REVIEW),
            (39.9, Verdict.FAILED),
            (None, Verdict.NEEDS_REVIEW),
        ],
    )
    def test_bounds(self, value: float | None, verdict: Verdict) -> None:
        assert verdict_of(Overall(value, 0.8, {}), passed_from=70, failed_below=40) is verdict

    @pytest.mark.parametrize("value", [5.0, 95.0])
    def test_thin_evidence_goes_to_a_person(self, value: float) -> None:
        overall = Overall(value, 0.2, {})

        assert verdict_of(overall, passed_from=70, failed_below=40, least_confidence=0.3) is Verdict.NEEDS_REVIEW

    def test_crossed_bounds(self) -> None:
        with pytest.raises(ValueError, match="failed_below"):
            verdict_of(Overall(50.0, 1.0, {}), passed_from=40, failed_below=70)
