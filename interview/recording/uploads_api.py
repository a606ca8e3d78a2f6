"""Where a session's media begins to arrive: tus creation. Bytes then go to the upload's own address."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response

from interview.core.db import unit_of_work
from interview.core.guards import guard
from interview.media import service as media
from interview.media.tus import protocol as tus
from interview.recording import service as recording
from interview.recording.policies import holds_session
from interview.recording.tracks import listing as tracks

bp = APIBlueprint("session_uploads", __name__, url_prefix="/api/interview/session", tag="Media")


@bp.post("/<session_id>/uploads")
@guard(holds_session, owns_transactions=True)
@bp.doc(summary="Begin to upload one segment of a track (tus 1.0.0 creation)")
def create_upload(session_id: str) -> Response:
    """Begin an upload; a body is taken as its first bytes."""
    wanted = tus.creation()
    with unit_of_work():
        session = recording.hold_open(session_id)
        tracks.admit(session, wanted.segment.track_name)
        upload = media.create_upload(wanted, owner=session.owner, organisation_id=session.organisation_id)
    return tus.created(upload)
