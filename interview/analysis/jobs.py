"""Background work of analysis: judge a session question by question."""

from __future__ import annotations

from flask import Flask

from interview.analysis import service as analysis
from interview.analysis.judging import conclusion, judges
from interview.analysis.service import ANALYSE
from interview.core.jobs.handlers import Run, handles
from interview.recording import reading
from interview.scoring.runs import Unjudged


def _on_failure(run: Run, words: str) -> None:
    analysis.fail(run.args["session_id"], words)


@handles(ANALYSE, on_failure=_on_failure)
def analyse_session(run: Run) -> None:
    """Judge what is not judged yet, keep each judgement as it comes, then draw the conclusion.

    The judging itself happens outside of every transaction: a supplier may take its time.
    """
    session_id = run.args["session_id"]
    with run.step():
        waiting = analysis.begin(reading.get(session_id))
    judge = judges.judge()
    for asked in waiting:
        try:
            judgement, runs = judge.judge_with_runs(asked.exchange)
        except Unjudged as failure:
            with run.step():
                analysis.keep_runs(analysis.get(session_id), asked, failure.runs)
            raise
        with run.step():
            analysis.keep(reading.get(session_id), asked, judgement, runs)
    with run.last_step():
        conclusion.draw(reading.get(session_id))


def init(app: Flask) -> None:
    """Nothing to attach: importing this registers the handlers."""
