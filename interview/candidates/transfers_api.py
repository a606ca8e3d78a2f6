"""Candidates as CSV: /api/admin/candidates/import and /export.csv."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Flask, Response, stream_with_context

from interview.accounts.policies import may
from interview.candidates.bodies import sent_file
from interview.candidates.finding.schemas import ImportQuery, ListFilters
from interview.candidates.models import CandidateImport
from interview.candidates.resumes.store import IMPORTS, new_key, store
from interview.candidates.transfers import exporting
from interview.candidates.transfers import service as transfers
from interview.candidates.transfers.schemas import ImportDetail
from interview.core import clock, current
from interview.core.db import unit_of_work
from interview.core.guards import actor, guard

bp = APIBlueprint("transfers", __name__, url_prefix="/api/admin/candidates", tag="Candidates")
_PIECE_BYTES = 256 * 1024
_FILE: dict[int | str, Any] = {200: {"description": "A CSV file.", "content": {"text/csv": {}}}}


def init(app: Flask) -> None:
    """Open the doors."""
    app.register_blueprint(bp)


@bp.post("/import")
@guard(may("candidates:write"), owns_transactions=True, largest_body="import_bytes")
@bp.input(ImportQuery, location="query")
@bp.output(ImportDetail, status_code=202)
def begin_import(query_data: dict[str, Any]) -> tuple[CandidateImport, int, dict[str, str]]:
    """Read candidates from a CSV file in the background; `dryRun` only tells what would be done."""
    by, sent = actor(), sent_file(most_bytes=current.settings().import_bytes)
    key, staged = new_key(IMPORTS), store().stage()
    try:
        while piece := sent.file.read(_PIECE_BYTES):
            staged.write(piece)
        store().publish(staged, key)
    finally:
        staged.discard()
    with unit_of_work():
        order = transfers.begin(
            organisation_id=str(by.organisation_id),
            storage_key=key,
            size_bytes=sent.size_bytes,
            is_dry_run=query_data["dry_run"],
            by=by,
        )
    return order, 202, {"Location": f"{bp.url_prefix}/import/{order.id}"}


@bp.get("/import/<import_id>")
@guard(may("candidates:write"))
@bp.output(ImportDetail)
def get_import(import_id: str) -> CandidateImport:
    """Show how far an import has come, and what it could not take."""
    return transfers.get(import_id, within=actor().organisation_id)


@bp.get("/export.csv")
@guard(may("candidates:read"), owns_transactions=True)
@bp.input(ListFilters, location="query")
@bp.doc(responses=_FILE)
def export_candidates(query_data: dict[str, Any]) -> Response:
    """Hand out the candidates that pass the list's filters as CSV, safe to open in a spreadsheet."""
    lines = exporting.lines(query_data["wanted"], within=actor().organisation_id)
    name = f"candidates-{clock.now():%Y-%m-%d}.csv"
    return Response(
        stream_with_context(lines),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"},
    )
