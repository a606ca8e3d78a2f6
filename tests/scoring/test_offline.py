"""The offline judge as a caller sees it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from interview.providers.ai.encoder import SentenceEncoder
from interview.scoring.exchange import Criterion, Dimension, Exchange
from interview.scoring.judgement import Reason
from interview.scoring.offline import OfflineAnalyser
from tests.scoring.questions import ANALYSER, DEADLOCK, ENCODER, PARTIAL, RIGHT, WRONG, answered, score_of


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """Load the weights once, before the first test is timed."""
    ENCODER.load()


class TestJudge:
    def test_orders_answers_by_how_right_they_are(self) -> None:
        right, partial, wrong = score_of(RIGHT), score_of(PARTIAL), score_of(WRONG)

        assert right is not None and partial is not None and wrong is not None
        assert right > partial + 5 > wrong + 30
        assert wrong < 35

    def test_reference_itself_is_near_full_marks(self) -> None:
        assert DEADLOCK.expected_answer is not None
        assert (score_of(DEADLOCK.expected_answer) or 0) > 90

    def test_same_exchange_same_judgement_in_every_instance(self) -> None:
        fresh = OfflineAnalyser(SentenceEncoder())

        assert fresh.judge(answered(RIGHT)) == ANALYSER.judge(answered(RIGHT))

    def test_does_not_depend_on_what_was_judged_before(self) -> None:
        before = ANALYSER.judge(answered(PARTIAL))
        for answer in (WRONG, RIGHT, "noise " * 50):
            ANALYSER.judge(answered(answer))

        assert ANALYSER.judge(answered(PARTIAL)) == before

    def test_serves_threads_at_once(self) -> None:
        analyser, found = OfflineAnalyser(SentenceEncoder()), []
        threads = [threading.Thread(target=lambda: found.append(analyser.judge(answered(RIGHT)))) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert found == [ANALYSER.judge(answered(RIGHT))] * 4

    def test_best_of_several_references_counts(self) -> None:
        other = "A deadlock is like a traffic jam at a crossing where every car waits for the next one."
        alone = score_of(other)
        with_sample = score_of(other, samples=(other,))

        assert alone is not None and with_sample is not None
        assert with_sample > max(alone, 90)

    def test_keywords_are_the_reference_of_last_resort(self) -> None:
        keywords = {"expected_answer": None, "keywords": ("lock", "order", "threads wait")}
        judged = ANALYSER.judge(answered(RIGHT, **keywords))

        assert judged.score is not None and judged.score > (score_of(WRONG, **keywords) or 0) + 20
        assert judged.confidence < ANALYSER.judge(answered(RIGHT)).confidence

    def test_low_transcript_confidence_lowers_confidence(self) -> None:
        assert (
            ANALYSER.judge(answered(RIGHT, transcript_confidence=0.6)).confidence
            < ANALYSER.judge(answered(RIGHT)).confidence
        )


class TestWithheldScores:
    @pytest.mark.parametrize(
        ("answer", "changes", "reason"),
        [
            ("", {}, Reason.NO_ANSWER),
            (" \n\t ", {}, Reason.NO_ANSWER),
            (RIGHT, {"expected_answer": None}, Reason.NO_REFERENCE),
            (RIGHT, {"expected_answer": "  "}, Reason.NO_REFERENCE),
            (RIGHT, {"expected_answer": "?!"}, Reason.NO_REFERENCE),
            (RIGHT, {"is_trusted": False}, Reason.NOT_ASSESSABLE),
            (RIGHT, {"transcript_confidence": 0.2}, Reason.TRANSCRIPT_UNRELIABLE),
            (RIGHT, {"transcript_confidence": float("nan")}, Reason.TRANSCRIPT_UNRELIABLE),
            ("Das ist ein Zustand, in dem zwei Threads aufeinander warten und nicht mehr weiter kommen.", {},
             Reason.UNSUPPORTED_LANGUAGE),
            ("C'est un état dans lequel deux processus sont bloqués pour toujours et attendent les verrous.", {},
             Reason.UNSUPPORTED_LANGUAGE),
            ("デッドロックとは、二つのスレッドが互いを待つ状態です。", {}, Reason.UNSUPPORTED_LANGUAGE),
        ],
    )  # fmt: skip
    def test_null_with_its_reason(self, answer: str, changes: dict[str, object], reason: Reason) -> None:
        judged = ANALYSER.judge(answered(answer, **changes))

        assert judged.score is None
        assert judged.scores[Dimension.TECHNICAL].value is None
        assert judged.reasons[0] is reason
        assert not judged.strengths or reason in (Reason.NO_REFERENCE, Reason.NOT_ASSESSABLE)

    def test_untrusted_question_names_itself(self) -> None:
        assert Reason.UNTRUSTED_QUESTION in ANALYSER.judge(answered(RIGHT, is_trusted=False)).reasons

    def test_untrusted_reference_leaves_no_trace(self) -> None:
        judged = ANALYSER.judge(answered(RIGHT, is_trusted=False))

        assert judged.key_points_covered == judged.key_points_missed == judged.follow_up_questions == ()
        assert judged.details == {}

    def test_noise_is_zero(self) -> None:
        judged = ANALYSER.judge(answered("?!... --- ***"))

        assert (judged.score, judged.reasons) == (0.0, (Reason.NO_CONTENT,))


class TestDimensions:
    def test_cultural_fit_without_criteria_is_null(self) -> None:
        score = ANALYSER.judge(answered(RIGHT)).scores[Dimension.CULTURAL_FIT]

        assert (score.value, score.reason) == (None, Reason.NO_CRITERIA)

    def test_cultural_fit_against_written_criteria(self) -> None:
        criterion = Criterion("c1", "Shares the credit with the whole team", Dimension.CULTURAL_FIT)
        question = Exchange("q2", "Tell us about a success.", "", criteria=(criterion,))
        fits = "The credit for that release belongs to the whole team, and I made sure to share it with everyone."
        misses = "I rewrote the parser during one weekend and it became four times faster than the old one."
        scores = [
            ANALYSER.judge(answered(answer, question)).scores[Dimension.CULTURAL_FIT].value or 0.0
            for answer in (fits, misses)
        ]

        assert scores[0] > scores[1] + 20

    def test_problem_solving_needs_signs_in_the_text(self) -> None:
        plain = "The service stores files in folders, one folder for each user, " * 3
        methodical = (
            "First I reproduce the slow request, then I measure where the time goes with a profiler. "
            "If the query is to blame I add an index, because a scan of the table grows with its size; "
            "on the other hand every index makes writing slower. Finally I verify it with a load test."
        )
        question = Exchange("q3", "A page is slow. What do you do?", "")
        found = [
            ANALYSER.judge(answered(text, question)).scores[Dimension.PROBLEM_SOLVING] for text in (plain, methodical)
        ]

        assert (found[0].value, found[0].reason) == (None, Reason.NO_EVIDENCE)
        assert found[1].value is not None and found[1].value >= 60
        assert any("profiler" in quote.text for quote in found[1].evidence)

    def test_method_beside_the_question_counts_little(self) -> None:
        recipe = (
            "First you heat the oven, then you mix flour with water because the dough needs it. "
            "Finally you test with a needle whether it is done, or alternatively look at the colour."
        )
        score = ANALYSER.judge(answered(recipe)).scores[Dimension.PROBLEM_SOLVING].value

        assert score is not None and score < 20

    def test_communication_of_a_fragment_is_null(self) -> None:
        score = ANALYSER.judge(answered("Locks in order.")).scores[Dimension.COMMUNICATION]

        assert (score.value, score.reason) == (None, Reason.TOO_SHORT)

    def test_communication_is_never_sure(self) -> None:
        score = ANALYSER.judge(answered(RIGHT)).scores[Dimension.COMMUNICATION]

        assert score.value is not None
        assert 0 < score.confidence <= 0.3

    def test_fillers_cost_nothing(self) -> None:
        fluent = ANALYSER.judge(answered(RIGHT)).scores[Dimension.COMMUNICATION].value
        halting = ANALYSER.judge(answered(f"Um, uh, {RIGHT}")).scores[Dimension.COMMUNICATION].value

        assert halting == fluent


class TestEvidence:
    @pytest.mark.parametrize("answer", [RIGHT, PARTIAL, "It's “two threads”, each\nwaiting — forever — for a lock."])
    def test_every_quote_stands_in_the_answer(self, answer: str) -> None:
        judged = ANALYSER.judge(answered(answer))
        claims = [claim.quote for claim in (*judged.strengths, *judged.improvements) if claim.quote]
        quotes = [quote for score in judged.scores.values() for quote in score.evidence] + claims

        assert quotes
        assert all(answer[quote.start : quote.end] == quote.text for quote in quotes)

    def test_every_strength_has_a_quote(self) -> None:
        strengths = ANALYSER.judge(answered(RIGHT)).strengths

        assert strengths
        assert all(claim.quote for claim in strengths)

    def test_missed_point_is_named_and_asked_about(self) -> None:
        judged = ANALYSER.judge(answered(PARTIAL))
        point = "It can be prevented by acquiring the locks in one global order."

        assert judged.key_points_missed == (point,)
        assert [claim.point for claim in judged.improvements] == [point]
        assert "order" in judged.follow_up_questions[0]

    def test_given_key_points_are_kept_as_they_are(self) -> None:
        points = ("Threads wait for each other", "A global order of locks prevents it", "Timeouts break it")
        judged = ANALYSER.judge(answered(RIGHT, expected_answer=None, key_points=points))

        assert {*judged.key_points_covered, *judged.key_points_missed} == set(points)
        assert "Timeouts break it" in judged.key_points_missed
        assert points[0] in judged.key_points_covered


class TestWithoutEncoder:
    def test_judges_by_words_and_says_so(self) -> None:
        by_words = OfflineAnalyser(None)
        right, wrong = by_words.judge(answered(RIGHT)), by_words.judge(answered(WRONG))

        assert right.score is not None and wrong.score is not None and right.score > wrong.score + 20
        assert Reason.LEXICAL_ONLY in right.reasons
        assert right.confidence < ANALYSER.judge(answered(RIGHT)).confidence

    def test_foreign_weights_are_refused(self, tmp_path: Path) -> None:
        weights = tmp_path / "model.onnx"
        weights.write_bytes(b"not the pinned weights")
        judged = OfflineAnalyser(SentenceEncoder(weights=weights)).judge(answered(RIGHT))

        assert Reason.LEXICAL_ONLY in judged.reasons
        assert judged == OfflineAnalyser(None).judge(answered(RIGHT))
