"""From the uploads of a track to its finished objects, in three steps, so that no transaction waits for the work."""

from __future__ import annotations

import hashlib
import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import delete, select, update

from interview.core import clock, current
from interview.core.db import after_commit, db
from interview.media.finalising import service as finalising
from interview.media.finalising.finalised import MediaFile, SegmentReceipt
from interview.media.finalising.order import Chunk, FinaliseOrder, Segment, Wanted
from interview.media.models import MediaKind, MediaObject, MediaState, Upload, UploadChunk, UploadState
from interview.media.store import WORK, delete_after_commit, store

LONGEST_PAUSE = timedelta(hours=24)
_FINISHED = (UploadState.COMPLETE, UploadState.CLOSED, UploadState.EXPIRED)


@dataclass(frozen=True, slots=True)
class TrackPlan:
    """What is to be finalised: the order, and the upload behind each of its segments."""

    owner: str
    organisation_id: str | None
    track_name: str
    upload_ids: tuple[str, ...]
    order: FinaliseOrder


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finished file, or its thumbnail, still at the place where it was made; `facts` are those of the file."""

    kind: MediaKind
    path: Path
    storage_key: str
    size_bytes: int
    sha256: str
    facts: MediaFile


@dataclass(frozen=True, slots=True)
class TrackResult:
    """What finalising made of a plan."""

    plan: TrackPlan
    receipts: tuple[SegmentReceipt, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def allows_raw_deletion(self) -> bool:
        """Whether the raw chunks hold nothing that the files lack."""
        return not any(_needs_raw(receipt) for receipt in self.receipts)


def plan_track(
    owner: str,
    *,
    track_name: str,
    container: Wanted,
    name: str | None = None,
    audio: bool = True,
    video: bool = True,
) -> TrackPlan | None:
    """Order the segments of a track that have ended; None when no byte of it arrived or its raw files are gone.

    `name` is what its files are called, made by the server and used by no other track; a track that is planned again
    gets new names, so that its earlier files stay until the new ones are kept.
    """
    uploads = _ended(owner, track_name)
    if not uploads:
        return None
    numbered = enumerate(zip(uploads, _starts(uploads), strict=True), 1)
    segments = tuple(Segment(number, start, _chunks(upload)) for number, (upload, start) in numbered)
    place = _workplace(owner, track_name)
    order = FinaliseOrder(place, _free(name or f"{track_name}_{place.name}"), container, segments, audio, video)
    return TrackPlan(owner, uploads[0].organisation_id, track_name, tuple(one.id for one in uploads), order)


def finalise_track(
    plan: TrackPlan, *, timeout_seconds: float, on_progress: Callable[[float], None] | None = None
) -> TrackResult:
    """Do the work; uses no database, so call it outside of any transaction.

    Raises `FinalisingFailed` and its children, and OSError.
    """
    plan.order.folder.mkdir(parents=True, exist_ok=True)
    done = finalising.finalise(plan.order, timeout_seconds=timeout_seconds, on_progress=on_progress)
    outcomes = (
        outcome for number, file in enumerate(done.files, 1) for outcome in _outcomes(plan.order.name, number, file)
    )
    return TrackResult(plan, done.receipts, tuple(outcomes))


def keep_track(result: TrackResult) -> list[MediaObject]:
    """Store the files and what was found about each upload, in place of an earlier result for the same track."""
    plan, now = result.plan, clock.now()
    _forget_objects(plan)
    for upload_id, receipt in zip(plan.upload_ids, result.receipts, strict=True):
        findings = asdict(receipt) | {"needs_raw": _needs_raw(receipt)}
        found = {"sha256": receipt.sha256, "findings": findings}
        db.session.execute(update(Upload).where(Upload.id == upload_id).values(**found))
    for outcome in result.outcomes:
        store().adopt(outcome.path, outcome.storage_key)
    objects = [_object(plan, outcome, now) for outcome in result.outcomes]
    db.session.add_all(objects)
    db.session.flush()
    after_commit(lambda: shutil.rmtree(plan.order.folder, ignore_errors=True))
    return objects


def fail_track(plan: TrackPlan, *, code: str, detail: str) -> MediaObject:
    """Note that a track could not be finalised, in place of an earlier result; its raw chunks stay."""
    _forget_objects(plan)
    failed = MediaObject(
        owner=plan.owner,
        organisation_id=plan.organisation_id,
        track_name=plan.track_name,
        kind=MediaKind.RECORDING,
        state=MediaState.FAILED,
        failure_code=code,
        failure_detail=detail,
    )
    db.session.add(failed)
    db.session.flush()
    return failed


def _ended(owner: str, track_name: str) -> list[Upload]:
    query = select(Upload).where(
        Upload.owner == owner,
        Upload.track_name == track_name,
        Upload.state.in_(_FINISHED),
        Upload.offset_bytes > 0,
        Upload.raw_dropped_at.is_(None),
    )
    return list(db.session.scalars(query.order_by(Upload.segment_number, Upload.created_at, Upload.id)))


def _chunks(upload: Upload) -> tuple[Chunk, ...]:
    columns = (UploadChunk.storage_key, UploadChunk.size_bytes, UploadChunk.sha256)
    query = select(*columns).where(UploadChunk.upload_id == upload.id).order_by(UploadChunk.offset_bytes)
    folder = current.settings().recordings_dir.absolute()
    return tuple(Chunk(folder / key, size, digest) for key, size, digest in db.session.execute(query))


def _starts(uploads: Sequence[Upload]) -> list[float]:
    """Seconds of each segment's start after the first's; the client's clock is believed as far as it is possible."""
    first = uploads[0]
    starts: list[float] = []
    for upload in uploads:
        told = (upload.started_at or upload.created_at) - (first.started_at or first.created_at)
        measured = upload.created_at - first.created_at
        believed = told if timedelta(0) <= told <= measured + LONGEST_PAUSE else measured
        starts.append(max(believed.total_seconds(), starts[-1] if starts else 0.0))
    return starts


def _workplace(owner: str, track_name: str) -> Path:
    name = hashlib.sha256(f"{owner}\n{track_name}".encode()).hexdigest()[:32]
    return current.settings().recordings_dir.absolute() / WORK / name


def _free(name: str) -> str:
    """The name, or one like it where files of that name are kept already."""
    taken = select(MediaObject.id).where(MediaObject.storage_key.startswith(f"{name}.", autoescape=True))
    return name if db.session.scalars(taken).first() is None else f"{name}_{secrets.token_hex(4)}"


def _outcomes(name: str, number: int, file: MediaFile) -> Iterator[Outcome]:
    stem = name if number == 1 else f"{name}_{number}"
    key = f"{stem}{file.path.suffix}"
    yield Outcome(MediaKind.RECORDING, file.path, key, file.size_bytes, file.sha256, file)
    if (picture := file.thumbnail_path) is not None:
        content = picture.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        yield Outcome(MediaKind.THUMBNAIL, picture, f"{stem}{picture.suffix}", len(content), digest, file)


def _object(plan: TrackPlan, outcome: Outcome, now: datetime) -> MediaObject:
    facts = outcome.facts
    made = MediaObject(
        owner=plan.owner,
        organisation_id=plan.organisation_id,
        track_name=plan.track_name,
        kind=outcome.kind,
        state=MediaState.READY,
        storage_key=outcome.storage_key,
        size_bytes=outcome.size_bytes,
        sha256=outcome.sha256,
        mime_type="image/jpeg",
        container=outcome.path.suffix.removeprefix("."),
        starts_at_seconds=facts.starts_at_seconds,
        verified_at=now,
    )
    if outcome.kind == MediaKind.RECORDING:
        made.take_facts(facts)
    return made


def _forget_objects(plan: TrackPlan) -> None:
    earlier = (MediaObject.owner == plan.owner, MediaObject.track_name == plan.track_name)
    keys = db.session.scalars(select(MediaObject.storage_key).where(*earlier, MediaObject.storage_key.is_not(None)))
    delete_after_commit(key for key in keys if key)
    db.session.execute(delete(MediaObject).where(*earlier))


def _needs_raw(receipt: SegmentReceipt) -> bool:
    return bool(receipt.damage or receipt.gaps or receipt.unplayable)
