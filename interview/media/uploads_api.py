"""`/api/uploads/<id>`: an upload's address is the capability to go on with it."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Flask, Response, g, request

from interview.core.actors import Actor, ActorKind
from interview.core.db import unit_of_work
from interview.core.errors import MethodNotAllowed
from interview.core.guards import guard, public
from interview.media import offsets
from interview.media import service as media
from interview.media.offsets import Standing
from interview.media.tus import protocol as tus

bp = APIBlueprint("uploads", __name__, url_prefix="/api/uploads", tag="Media")


@bp.before_request
def open_protocol() -> None:
    """Begin a tus request, before the guard, so that its refusals name the protocol too."""
    if request.method != "OPTIONS":
        tus.opened()


def holds_upload(upload_id: str) -> Actor:
    """Whoever knows an upload's address may go on with it; raises `UnknownUpload` or `UploadGone`."""
    upload = g.upload = offsets.standing(upload_id)
    return Actor(ActorKind.CANDIDATE_CAPABILITY, upload.owner, upload.organisation_id)


@bp.route("/<upload_id>", methods=["OPTIONS"], provide_automatic_options=False)
@guard(public, owns_transactions=True)
def abilities(upload_id: str) -> Response:
    """Tell which parts of tus 1.0.0 this server speaks."""
    return tus.abilities()


@bp.route("/<upload_id>", methods=["HEAD"], provide_automatic_options=False)
@guard(holds_upload, owns_transactions=True)
def tell(upload_id: str) -> Response:
    """Tell how many bytes of an upload are safe."""
    return tus.told(_upload())


@bp.route("/<upload_id>", methods=["PATCH"], provide_automatic_options=False)
@guard(holds_upload, owns_transactions=True)
def append(upload_id: str) -> Response:
    """Add bytes at the upload's offset, or tell its length."""
    return tus.appended(_upload())


@bp.route("/<upload_id>", methods=["DELETE"], provide_automatic_options=False)
@guard(holds_upload, owns_transactions=True)
def terminate(upload_id: str) -> Response:
    """Throw an upload away."""
    with unit_of_work():
        media.terminate_upload(upload_id)
    return tus.terminated()


@bp.route("/<upload_id>", methods=["POST"], provide_automatic_options=False)
@guard(holds_upload, owns_transactions=True)
def override(upload_id: str) -> Response:
    """Do what X-HTTP-Method-Override names, for networks that let only GET and POST through."""
    answers = {"HEAD": tell, "PATCH": append, "DELETE": terminate}
    view = answers.get(request.headers.get("X-HTTP-Method-Override", "").upper())
    if view is None:
        raise MethodNotAllowed("POST here needs X-HTTP-Method-Override: PATCH, HEAD or DELETE.")
    answer: Response = view(upload_id=upload_id)
    return answer


def _upload() -> Standing:
    found: Standing = g.upload
    return found


def init(app: Flask) -> None:
    """Serve uploads."""
    app.register_blueprint(bp)
