"""Background work of calendars: fetch those elsewhere that say when people are busy."""

from __future__ import annotations

from flask import Flask

from interview.core.jobs.handlers import Run, handles
from interview.providers.outbound.client import FetchFailed
from interview.scheduling.calendar.busy import service as busy
from interview.scheduling.calendar.busy.service import FETCH, NotRead


def _on_failure(run: Run, words: str) -> None:
    busy.fail(run.args["source_id"], "The calendar could not be read.", round_=run.args.get("round"))


@handles(FETCH, on_failure=_on_failure)
def fetch_busy_times(run: Run) -> None:
    """Ask one calendar elsewhere when its owner is busy; a failure is shown to them, and the next round comes."""
    source_id, round_ = run.args["source_id"], run.args.get("round")
    with run.step():
        order = busy.begin(source_id)
    if order is None:
        return
    address, zone = order
    try:
        found, is_cut = busy.fetch(address, zone=zone)
    except (FetchFailed, NotRead) as failure:
        with run.last_step():
            busy.fail(source_id, str(failure), round_=round_)
        return
    with run.last_step():
        busy.keep(source_id, found, is_cut=is_cut, round_=round_)


def init(app: Flask) -> None:
    """Nothing to attach: importing this registers the handlers."""
