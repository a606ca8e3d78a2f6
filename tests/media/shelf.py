"""A stand-in for the features above media: a door at which uploads are created, for anybody."""

from __future__ import annotations

from flask import Blueprint, Flask, Response

from interview.core.db import unit_of_work
from interview.core.guards import guard, public
from interview.media import playback_api, uploads_api
from interview.media import service as media
from interview.media.tus import protocol as tus

bp = Blueprint("shelf", __name__, url_prefix="/shelf")


@bp.route("/<owner>", methods=["OPTIONS"], provide_automatic_options=False)
@guard(public, owns_transactions=True)
def abilities(owner: str) -> Response:
    """Tell what is spoken."""
    return tus.abilities()


@bp.post("/<owner>")
@guard(public, owns_transactions=True)
def create(owner: str) -> Response:
    """Create an upload."""
    wanted = tus.creation()
    with unit_of_work():
        upload = media.create_upload(wanted, owner=f"shelf:{owner}", organisation_id=None)
    return tus.created(upload)


@bp.delete("/<owner>")
@guard(public)
def close(owner: str) -> Response:
    """End what the uploads belong to."""
    media.close_uploads(f"shelf:{owner}")
    return Response(status=204)


def init(app: Flask) -> None:
    """Put the door on, and those of media where the app has none yet."""
    app.register_blueprint(bp)
    for door in (uploads_api, playback_api):
        if door.bp.name not in app.blueprints:
            door.init(app)
