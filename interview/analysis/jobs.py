"""Background work of analysis: judge a session question by question."""

from __future__ import annotations

from flask import Flask

from interview.analysis import service as analysis
from interview.analysis.judging import conclusion, judges
from interview.analysis.judging.exchanges import Asked
from interview.analysis.service import ANALYSE
from interview.core.jobs.handlers import Run, handles
from interview.recording import reading
from interview.scoring.runs import Unjudged


def _on_failure(run: Run, words: str) -> None:
    analysis.fail(run.args["session_id"], words)


@handles(ANALYSE, on_failure=_on_failure)
def analyse_session(run: Run) -> None:
    """Judge what is not judged yet, keep each judgement as it comes, then draw the conclusion.

    A question that nobody can judge at the last attempt is left out, unless nothing else was judged either.
    The judging itself happens outside of every transaction: a supplier may take its time.
    """
    session_id = run.args["session_id"]
    with run.step():
        waiting = analysis.begin(reading.get(session_id))
    judge = judges.judge()
    lost: list[tuple[Asked, Unjudged]] = []
    for asked in waiting:
        try:
            judgement, runs = judge.judge_with_runs(asked.exchange)
        except Unjudged as failure:
            with run.step():
                analysis.keep_runs(analysis.get(session_id), asked, failure.runs)
            if not run.claim.is_last_attempt:
                raise
            lost.append((asked, failure))
        else:
            with run.step():
                analysis.keep(reading.get(session_id), asked, judgement, runs)
                run.credit()
    if lost:
        _go_on_without(run, lost)
    with run.last_step():
        conclusion.draw(reading.get(session_id))


def _go_on_without(run: Run, lost: list[tuple[Asked, Unjudged]]) -> None:
    with run.step():
        if not analysis.leave_out(reading.get(run.args["session_id"]), (asked for asked, _ in lost)):
            raise lost[0][1]


def init(app: Flask) -> None:
    """Nothing to attach: importing this registers the handlers."""
