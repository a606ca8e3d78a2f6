"""A finished recording written again as MP4, for players that know nothing else; the first file stays."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from interview.core import clock, current
from interview.core.db import after_commit, db
from interview.media.errors import UnknownMedia
from interview.media.finalising import service as finalising
from interview.media.finalising.finalised import MediaFile
from interview.media.finalising.order import Mp4Order
from interview.media.models import MediaKind, MediaObject, MediaState
from interview.media.store import WORK, store


@dataclass(frozen=True, slots=True)
class Conversion:
    """What is to be converted, and the order for it."""

    source: MediaObject
    order: Mp4Order


def plan_mp4(source: MediaObject) -> Conversion:
    """Order a ready recording as MP4; raises `UnknownMedia` where it has no bytes."""
    if source.storage_key is None:
        raise UnknownMedia()
    folder = current.settings().recordings_dir.absolute() / WORK / f"mp4-{source.id}"
    stem = Path(source.storage_key).stem
    return Conversion(source, Mp4Order(store().path(source.storage_key), folder, f"{stem}_mp4"))


def convert(conversion: Conversion, *, timeout_seconds: float) -> MediaFile:
    """Do the work; uses no database, so call it outside of any transaction. Raises `FinalisingFailed`, OSError."""
    conversion.order.folder.mkdir(parents=True, exist_ok=True)
    return finalising.to_mp4(conversion.order, timeout_seconds=timeout_seconds)


def keep_mp4(conversion: Conversion, made: MediaFile) -> MediaObject:
    """Store the converted file beside its source."""
    source, key = conversion.source, made.path.name
    store().adopt(made.path, key)
    kept = MediaObject(
        owner=source.owner,
        organisation_id=source.organisation_id,
        track_name=source.track_name,
        kind=MediaKind.MP4,
        state=MediaState.READY,
        storage_key=key,
        size_bytes=made.size_bytes,
        sha256=made.sha256,
        container=made.container,
        starts_at_seconds=source.starts_at_seconds,
        verified_at=clock.now(),
    )
    kept.take_facts(made)
    db.session.add(kept)
    db.session.flush()
    after_commit(lambda: shutil.rmtree(conversion.order.folder, ignore_errors=True))
    return kept
