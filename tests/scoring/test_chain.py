"""Judges in a row, and what becomes of a judgement when suppliers break."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from interview.providers.ai.budget import Budget
from interview.providers.ai.fake import Fake
from interview.providers.ai.gemini import Gemini
from interview.providers.ai.openai import OpenAI
from interview.providers.ai.pace import Pace
from interview.providers.ai.port import ModelUnavailable
from interview.providers.ai.resilience import Resilient
from interview.scoring.analyser import AnalyserUnavailable
from interview.scoring.chain import ChainAnalyser
from interview.scoring.exchange import Exchange
from interview.scoring.judgement import Judgement, Reason
from interview.scoring.prompted import Patience, PromptedAnalyser
from interview.scoring.runs import Outcome, Unjudged
from tests.providers.ai import wire
from tests.providers.ai.wire import Wire
from tests.scoring.model_replies import EXCHANGE, reply, written


class Last:
    """A judge that needs nobody, and says by its score that it was asked."""

    name = "last/1"

    def __init__(self, failure: AnalyserUnavailable | None = None) -> None:
        self._failure = failure

    def judge(self, exchange: Exchange) -> Judgement:
        if self._failure:
            raise self._failure
        return Judgement(exchange.question_id, self.name, None, 0.0, {}, reasons=(Reason.NO_REFERENCE,))


def prompted(*replies: Any, name: str = "fake:one") -> PromptedAnalyser:
    return PromptedAnalyser(Fake(replies, name=name))


class TestJudge:
    def test_first_judges(self) -> None:
        judgement = ChainAnalyser([prompted(written(reply())), Last()]).judge(EXCHANGE)

        assert judgement.by == "fake:one/judge_v1"

    def test_next_judges(self) -> None:
        chain = ChainAnalyser(
            [prompted(ModelUnavailable("HTTP 500")), prompted(written(reply()), name="fake:two"), Last()]
        )

        assert chain.judge(EXCHANGE).by == "fake:two/judge_v1"

    def test_last_judges(self) -> None:
        assert ChainAnalyser([prompted(), Last()]).judge(EXCHANGE).by == "last/1"

    def test_none_judges(self) -> None:
        chain = ChainAnalyser([prompted(ModelUnavailable("HTTP 500")), Last(AnalyserUnavailable("no weights"))])

        with pytest.raises(AnalyserUnavailable, match=r"fake:one/judge_v1: HTTP 500; last/1: no weights"):
            chain.judge(EXCHANGE)

    def test_other_errors_are_not_hidden(self) -> None:
        """A bug in a judge is a bug, not a reason to ask the next."""
        broken = Last(ZeroDivisionError())  # type: ignore[arg-type]

        with pytest.raises(ZeroDivisionError):
            ChainAnalyser([broken, Last()]).judge(EXCHANGE)

    def test_no_analyser(self) -> None:
        with pytest.raises(ValueError, match="at least one"):
            ChainAnalyser([])

    def test_name(self) -> None:
        assert ChainAnalyser([prompted(), Last()]).name == "fake:one/judge_v1 > last/1"


class TestJudgeWithRuns:
    def test_every_try_is_accounted(self) -> None:
        chain = ChainAnalyser([prompted(written("garbage"), written("garbage")), Last()])

        judgement, runs = chain.judge_with_runs(EXCHANGE)

        assert judgement.by == "last/1"
        assert [(run.analyser, run.outcome) for run in runs] == [
            ("fake:one/judge_v1", Outcome.INVALID),
            ("fake:one/judge_v1", Outcome.INVALID),
            ("last/1", Outcome.JUDGED),
        ]

    def test_judge_without_a_model(self) -> None:
        (run,) = ChainAnalyser([Last()]).judge_with_runs(EXCHANGE)[1]

        assert (run.model, run.prompt_sha256, run.tokens_in, run.error) == (None, None, 0, None)
        assert run.ended_at >= run.started_at

    def test_failure_carries_all_runs(self) -> None:
        with pytest.raises(Unjudged) as caught:
            ChainAnalyser([prompted(), Last(AnalyserUnavailable("no weights"))]).judge_with_runs(EXCHANGE)

        assert [run.analyser for run in caught.value.runs] == ["fake:one/judge_v1", "last/1"]
        assert caught.value.runs[1].error == "no weights"


@pytest.fixture(scope="module")
def servers() -> Iterator[dict[str, tuple[Resilient, Wire, Any]]]:
    """Both suppliers' real libraries with retries that do not wait, each against a server of its own."""
    with wire.serving(wire.hangs) as first, wire.serving(wire.hangs) as second:
        yield {
            "gemini": (_resilient(Gemini("key", "gemini-2.5-flash", first.url)), first, wire.gemini_body),
            "openai": (_resilient(OpenAI("key", "gpt-4.1-mini", f"{second.url}/v1")), second, wire.openai_body),
        }


@pytest.fixture(params=["gemini", "openai"])
def served(request: pytest.FixtureRequest, servers: dict[str, Any]) -> tuple[Resilient, Wire, Any]:
    """Each supplier in turn, with a breaker that has forgotten the faults before."""
    model, server, body = servers[request.param]
    model.breaker.succeeded()
    server.bodies.clear()
    return model, server, body


class TestSuppliers:
    """From the wire to the judgement, through the real libraries."""

    def test_judged(self, served: tuple[Resilient, Wire, Any]) -> None:
        model, server, body = served
        server.script = [wire.answers(body(json.dumps(reply())))]
        analyser = PromptedAnalyser(model)

        judgement, runs = ChainAnalyser([analyser, Last()]).judge_with_runs(EXCHANGE)

        assert judgement.score == 82
        assert judgement.by == analyser.name
        assert (judgement.tokens_in, judgement.tokens_out) == (120, 37)
        assert [run.outcome for run in runs] == [Outcome.JUDGED]

    @pytest.mark.parametrize("fault", [*wire.FAULTS, "garbage text", "truncated text", "nan text", "text score"])
    def test_fault_falls_to_the_next(self, served: tuple[Resilient, Wire, Any], fault: str) -> None:
        """Whatever breaks, in transit or in what the model wrote, the next judges and no score is invented."""
        model, server, body = served
        server.script = [_faults(body)[fault]]
        analyser = PromptedAnalyser(model, patience=Patience(wire.patience(fault), 0))

        judgement, runs = ChainAnalyser([analyser, Last()]).judge_with_runs(EXCHANGE)

        assert (judgement.by, judgement.score) == ("last/1", None)
        assert server.bodies or fault in wire.ENDLESS
        assert runs[0].analyser == analyser.name
        assert {run.outcome for run in runs[:-1]} <= {Outcome.UNAVAILABLE, Outcome.INVALID}
        assert all(run.error for run in runs[:-1])

    def test_one_bad_moment_is_retried(self, served: tuple[Resilient, Wire, Any]) -> None:
        model, server, body = served
        server.script = [wire.resets, wire.answers(b"", status=503), wire.answers(body(json.dumps(reply())))]

        assert PromptedAnalyser(model).judge(EXCHANGE).score == 82
        assert len(server.bodies) == 3


def _resilient(supplier: Gemini | OpenAI) -> Resilient:
    return Resilient(supplier, Budget(10_000), pace=Pace(sleep=lambda _: None))


def _faults(body: Any) -> dict[str, wire.Act]:
    """The wire's faults, and those of a model whose supplier is well."""
    sound = json.dumps(reply())
    texts = {
        "nan": sound.replace("82", "NaN"),
        "garbage text": "Great answer, 100 points!",
        "truncated text": sound[: len(sound) // 2],
        "nan text": sound.replace("82", "NaN"),
        "text score": sound.replace("82", '"82"'),
    }
    return wire.faults(body(sound)) | {name: wire.answers(body(text)) for name, text in texts.items()}
