"""The outline of a recording's sound, for the time line of a player: a small JSON file beside the recording."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from interview.core import clock, current
from interview.core.db import after_commit, db
from interview.media.errors import UnknownMedia
from interview.media.finalising import service as finalising
from interview.media.finalising.errors import Unplayable
from interview.media.models import MediaKind, MediaObject, MediaState
from interview.media.store import WORK, store

POINTS = 800
# Quieter than -46 dB at its loudest: a muted microphone, whose outline would be a flat line.
QUIETEST = 0.005
SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Tracing:
    """A finished file whose outline is wanted, and the folder to draw it in."""

    source: MediaObject
    source_path: Path
    folder: Path


def plan_waveform(source: MediaObject) -> Tracing:
    """Order the outline of a ready recording; raises `UnknownMedia` where it has no bytes."""
    if source.storage_key is None:
        raise UnknownMedia()
    folder = current.settings().recordings_dir.absolute() / WORK / f"waveform-{source.id}"
    return Tracing(source, store().path(source.storage_key), folder)


def trace(tracing: Tracing, *, timeout_seconds: float) -> Path | None:
    """Do the work; uses no database, so call it outside of any transaction.

    Returns the file with `duration_seconds` and `peaks`, 800 numbers from 0 to 1, or None where nothing is to be heard.
    Raises `FinalisingTimedOut`, `FinalisingCrashed`, OSError.
    """
    try:
        peaks = finalising.waveform(tracing.source_path, points=POINTS, timeout_seconds=timeout_seconds)
    except Unplayable:
        return None
    if max(peaks) < QUIETEST:
        return None
    tracing.folder.mkdir(parents=True, exist_ok=True)
    drawn = tracing.folder / "peaks.json"
    outline = {"duration_seconds": tracing.source.duration_seconds, "peaks": [round(peak, 3) for peak in peaks]}
    drawn.write_text(json.dumps(outline, separators=(",", ":")))
    return drawn


def keep_waveform(tracing: Tracing, drawn: Path | None) -> MediaObject:
    """Store the outline beside its recording; where there is nothing to be heard, a failed object says so."""
    source = tracing.source
    kept = MediaObject(
        owner=source.owner,
        organisation_id=source.organisation_id,
        track_name=source.track_name,
        kind=MediaKind.WAVEFORM,
        starts_at_seconds=source.starts_at_seconds,
        duration_seconds=source.duration_seconds,
    )
    if drawn is None:
        kept.state, kept.failure_code = MediaState.FAILED, SILENT
    else:
        _adopt(kept, drawn, key=f"{Path(source.storage_key or source.id).stem}.json")
        after_commit(lambda: shutil.rmtree(tracing.folder, ignore_errors=True))
    db.session.add(kept)
    db.session.flush()
    return kept


def _adopt(kept: MediaObject, drawn: Path, *, key: str) -> None:
    content = drawn.read_bytes()
    store().adopt(drawn, key)
    kept.state, kept.storage_key, kept.verified_at = MediaState.READY, key, clock.now()
    kept.size_bytes, kept.sha256 = len(content), hashlib.sha256(content).hexdigest()
    kept.mime_type, kept.container = "application/json", "json"
