"""A session's summary from its judgements."""

from __future__ import annotations

from interview.scoring.exchange import Dimension
from interview.scoring.judgement import Claim, Judgement, Quote, Reason, Score
from interview.scoring.summary import summarise


def judged(value: float | None, confidence: float = 0.5, **more: object) -> Judgement:
    score = Score(value, confidence, None if value is not None else Reason.DONT_KNOW)
    return Judgement("q", "test/1", value, confidence, {Dimension.TECHNICAL: score}, **more)  # type: ignore[arg-type]


class TestSummarise:
    def test_answers_count_alike(self) -> None:
        assert summarise([judged(80, 0.9), judged(40, 0.1)]).scores[Dimension.TECHNICAL].value == 60.0

    def test_answers_count_by_confidence(self) -> None:
        summary = summarise([judged(80, 0.9), judged(40, 0.1)], by_confidence=True)

        assert summary.scores[Dimension.TECHNICAL].value == 76.0

    def test_null_is_not_a_zero(self) -> None:
        summary = summarise([judged(80), judged(None)])

        assert summary.scores[Dimension.TECHNICAL].value == 80.0
        assert (summary.answers, summary.answers_scored) == (2, 1)

    def test_nothing_scored(self) -> None:
        summary = summarise([judged(None), judged(None)])

        assert summary.scores[Dimension.TECHNICAL] == Score(None, reason=Reason.DONT_KNOW)
        assert summary.overall.value is None
        assert "0 of 2 answers could be scored" in summary.feedback

    def test_no_answers(self) -> None:
        assert summarise([]).overall.value is None

    def test_confidence_of_zero_everywhere(self) -> None:
        assert summarise([judged(80, 0.0), judged(40, 0.0)], by_confidence=True).overall.value == 60.0

    def test_claims_are_collected_once(self) -> None:
        claim = Claim("Covers: locks", Dimension.TECHNICAL, Quote("locks", 0, 5))
        summary = summarise([judged(80, strengths=(claim,)), judged(60, strengths=(claim,))])

        assert summary.strengths == (claim,)

    def test_feedback_states_facts(self) -> None:
        summary = summarise([judged(80, key_points_covered=("a",), key_points_missed=("b",), injection_suspected=True)])

        assert "1 of 2 expected points" in summary.feedback
        assert "technical: 80 of 100" in summary.feedback.lower()
        assert "address the grader" in summary.feedback
        assert summary.injection_suspected
