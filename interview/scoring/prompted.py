"""The judge that asks a language model."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from interview.core import clock
from interview.providers.ai.port import LanguageModel, ModelFailed, ModelRefused, ModelUnavailable, Prompt, Reply
from interview.scoring import agreement, prompt, reply_judgement, validation
from interview.scoring.exchange import Dimension, Exchange
from interview.scoring.judgement import Judgement, Reason, Score
from interview.scoring.reading.injection import Cleaned, cut_injections
from interview.scoring.reading.language import has_letters
from interview.scoring.reply_judgement import Reading
from interview.scoring.runs import Outcome, Run, Unjudged

LOWEST_TRANSCRIPT_CONFIDENCE = 0.4
"""Below it the words are more the machine's than the candidate's."""

_TAGS_SPELT_OUT = {0xE0000 + code: code for code in range(0x20, 0x7F)}
_WITHOUT_TAGS = dict.fromkeys(range(0xE0000, 0xE0080))
_SAYS_NOTHING = frozenset({Reason.NO_ANSWER, Reason.NO_CONTENT})
_MOST_TRIES = 2
_NO_EVIDENCE = "overall.quotes: none of them stands in the answer; copy passages letter for letter"


@dataclass(frozen=True, slots=True)
class Patience:
    """How long one judgement may take, its repair included; longer answers get longer."""

    seconds: float = 30.0
    seconds_per_1000_chars: float = 2.0
    most_seconds: float = 120.0

    def for_answer(self, answer: str) -> float:
        """Seconds for an answer of this length."""
        return min(
            max(self.seconds, self.most_seconds), self.seconds + len(answer) / 1000 * self.seconds_per_1000_chars
        )


class PromptedAnalyser:
    """Judges by a language model, one prompt an exchange, and believes only what the answer bears out.

    With `repeats` above 1 each exchange is judged so often, the spread is shown in `details`,
    and a score whose spread exceeds `most_spread` points is withheld as unstable.
    """

    def __init__(
        self,
        model: LanguageModel,
        *,
        patience: Patience | None = None,
        repeats: int = 1,
        most_spread: float = 15.0,
        version: str = prompt.LATEST,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._model = model
        self._patience = patience or Patience()
        self._repeats = repeats
        self._most_spread = most_spread
        self._prompt = prompt.load(version)
        self._ticks = ticks

    @property
    def name(self) -> str:
        """Model and prompt, as `supplier:model/version`."""
        return f"{self._model.name}/{self._prompt.version}"

    def judge(self, exchange: Exchange) -> Judgement:
        """Judge the exchange; raises `AnalyserUnavailable` when no valid reply came."""
        return self.judge_with_runs(exchange)[0]

    def judge_with_runs(self, exchange: Exchange) -> tuple[Judgement, tuple[Run, ...]]:
        """Judge and account for every call; raises `Unjudged`, an `AnalyserUnavailable` that carries the runs.

        An answer without a word, or one that the transcript hardly holds, is not sent to anyone:
        it gets no score, with the reason.
        """
        cleaned = _cleaned(exchange.answer)
        if reason := _unjudgeable(exchange, cleaned.text):
            return self._withheld(exchange, reason, is_suspected=cleaned.is_suspected), ()
        if not exchange.is_trusted:
            exchange = replace(exchange, question=_cleaned(exchange.question).text)
        reading = Reading(exchange, cleaned.text, cleaned.is_suspected)
        runs: list[Run] = []
        judgements = [self._judged(reading, runs) for _ in range(self._repeats)]
        agreed = agreement.of(judgements, most_spread=self._most_spread)
        tokens_in, tokens_out = sum(run.tokens_in for run in runs), sum(run.tokens_out for run in runs)
        return replace(agreed, tokens_in=tokens_in, tokens_out=tokens_out), tuple(runs)

    def _judged(self, reading: Reading, runs: list[Run]) -> Judgement:
        """One judgement with one repair: of a reply that breaks the agreement, or whose score has no evidence."""
        deadline = self._ticks() + self._patience.for_answer(reading.shown)
        problems: tuple[str, ...] = ()
        for tries_left in reversed(range(_MOST_TRIES)):
            asked = self._prompt.written(reading.exchange, answer=reading.shown, problems=problems)
            ask = _Ask(self.name, self._prompt.sha256, asked, runs)
            reply = self._asked(ask, deadline)
            try:
                judgement = self._read(reply, reading, may_ask_again=tries_left > 0)
            except validation.InvalidReply as cause:
                ask.ended(Outcome.INVALID, reply, error=str(cause))
                problems = cause.problems
            else:
                ask.ended(Outcome.JUDGED, reply)
                return judgement
        raise Unjudged(f"no valid reply in {_MOST_TRIES} tries: {'; '.join(problems)}", tuple(runs))

    def _asked(self, ask: _Ask, deadline: float) -> Reply:
        try:
            left = deadline - self._ticks()
            if left <= 0:
                raise ModelUnavailable("no time is left for another try")
            return self._model.generate(ask.prompt, schema=self._prompt.schema, timeout_seconds=left)
        except ModelFailed as cause:
            refused = isinstance(cause, ModelRefused)
            ask.ended(Outcome.REFUSED if refused else Outcome.UNAVAILABLE, error=str(cause))
            raise Unjudged(str(cause), tuple(ask.runs)) from cause

    def _read(self, reply: Reply, reading: Reading, *, may_ask_again: bool) -> Judgement:
        judgement = reply_judgement.judgement(validation.read(reply.text, reading.exchange), reading, by=self.name)
        if may_ask_again and Reason.NO_EVIDENCE in judgement.reasons:
            raise validation.InvalidReply([_NO_EVIDENCE])
        return judgement

    def _withheld(self, exchange: Exchange, reason: Reason, *, is_suspected: bool) -> Judgement:
        """No score, but the floor where something was said, nothing was in it, and something was expected."""
        floor = 0.0 if reason is Reason.NO_CONTENT and prompt.has_reference(exchange) else None
        scores = {dimension: Score(None, reason=reason) for dimension in Dimension}
        return Judgement(
            question_id=exchange.question_id,
            by=self.name,
            score=floor,
            confidence=0.0,
            scores=scores | {Dimension.TECHNICAL: Score(floor, reason=reason)},
            reasons=(reason, *([Reason.INJECTION_REMOVED] if is_suspected else [])),
            key_points_missed=tuple(prompt.key_point_ids(exchange).values()) if reason in _SAYS_NOTHING else (),
            injection_suspected=is_suspected,
        )


def _unjudgeable(exchange: Exchange, shown: str) -> Reason | None:
    """Why nobody is asked; an answer of nothing but words to the grader has no content."""
    if not exchange.answer.strip():
        return Reason.NO_ANSWER
    confidence = exchange.transcript_confidence
    if confidence is not None and not confidence >= LOWEST_TRANSCRIPT_CONFIDENCE:
        return Reason.TRANSCRIPT_UNRELIABLE
    return None if has_letters(shown) else Reason.NO_CONTENT


def _cleaned(text: str) -> Cleaned:
    """The text without what addresses the grader and without tag characters.

    Those spell ASCII that models read and people do not see (Unicode 15.0, 23.9); spelt out,
    they are held against the text like any other words to the grader.
    """
    cleaned = cut_injections(text.translate(_WITHOUT_TAGS))
    return replace(cleaned, is_suspected=cut_injections(text.translate(_TAGS_SPELT_OUT)).is_suspected)


class _Ask:
    """One call to the model, entered into the runs when it ends."""

    def __init__(self, analyser: str, prompt_sha256: str, asked: Prompt, runs: list[Run]) -> None:
        self.prompt = asked
        self.runs = runs
        self._analyser = analyser
        self._prompt_sha256 = prompt_sha256
        self._started_at: datetime = clock.now()

    def ended(self, outcome: Outcome, reply: Reply | None = None, *, error: str | None = None) -> None:
        """Enter the call into the runs."""
        self.runs.append(
            Run(
                analyser=self._analyser,
                started_at=self._started_at,
                ended_at=clock.now(),
                outcome=outcome,
                model=_storable(reply.model) if reply else None,
                prompt_sha256=self._prompt_sha256,
                input_sha256=hashlib.sha256(f"{self.prompt.instructions}\0{self.prompt.content}".encode()).hexdigest(),
                output=_storable(reply.text) if reply else None,
                tokens_in=reply.tokens_in if reply else 0,
                tokens_out=reply.tokens_out if reply else 0,
                cost_usd=reply.cost_usd if reply else None,
                error=error,
            )
        )


def _storable(text: str) -> str:
    """A stranger's text as every database takes it: no NUL, no half characters, no more than a reply may have."""
    return text[: validation.LONGEST_REPLY_CHARS].encode("utf-8", "replace").decode().replace("\0", "\ufffd")
