"""Background work of recording: finalise what arrived, outline its sound, convert on request, end the abandoned."""

from __future__ import annotations

from flask import Flask

from interview.core import current
from interview.core.jobs.handlers import Run, handles
from interview.core.jobs.periodic import every
from interview.media import conversions as media_conversions
from interview.media import service as media
from interview.media import waveforms as media_waveforms
from interview.media.finalising.errors import Unplayable
from interview.recording import abandoned, reading
from interview.recording.service import FINALISE
from interview.recording.tracks import conversions, processing, waveforms
from interview.recording.tracks.conversions import CONVERT
from interview.recording.tracks.waveforms import TRACE

HOUR_SECONDS = 3600


def _on_failure(run: Run, words: str) -> None:
    processing.fail(reading.get(run.args["session_id"]), words)


@handles(FINALISE, on_failure=_on_failure)
def finalise_recording(run: Run) -> None:
    """Make every track of an ended session into a verified file; one that cannot be played is told, not retried."""
    session_id = run.args["session_id"]
    with run.step():
        plans = processing.begin(reading.get(session_id))
    for plan in plans:
        try:
            result = media.finalise_track(plan, timeout_seconds=current.settings().finalise_seconds)
        except Unplayable as cause:
            with run.step():
                processing.refuse(reading.get(session_id), plan, code=cause.reason_code, detail=cause.detail)
        else:
            with run.step():
                processing.keep(reading.get(session_id), result)
                run.credit()
    with run.last_step():
        processing.complete(reading.get(session_id))


@handles(CONVERT)
def convert_to_mp4(run: Run) -> None:
    """Write a finished recording again as MP4."""
    session_id, track_name = run.args["session_id"], run.args["track"]
    with run.step():
        conversion = conversions.begin(reading.get(session_id), track_name=track_name)
    made = media_conversions.convert(conversion, timeout_seconds=current.settings().finalise_seconds)
    with run.last_step():
        conversions.keep(reading.get(session_id), conversion, made)


@handles(TRACE)
def trace_waveform(run: Run) -> None:
    """Draw the outline of a finished recording's sound."""
    session_id, object_id = run.args["session_id"], run.args["object_id"]
    with run.step():
        tracing = waveforms.begin(reading.get(session_id), object_id=object_id)
    drawn = media_waveforms.trace(tracing, timeout_seconds=current.settings().finalise_seconds) if tracing else None
    with run.last_step():
        if tracing:
            waveforms.keep(reading.get(session_id), tracing, drawn)


@every(HOUR_SECONDS, "end_abandoned_sessions")
def end_abandoned_sessions() -> None:
    """End sessions that nobody came back to, so that what they hold is kept and judged."""
    abandoned.end_abandoned()


def init(app: Flask) -> None:
    """Nothing to attach: importing this registers the handlers."""
