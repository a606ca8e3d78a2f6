"""Resumes for the organisation's people: /api/admin/candidates/<id>/resume."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Flask, Response, send_file

from interview.accounts.policies import may
from interview.candidates import service as candidates
from interview.candidates.bodies import sent_file
from interview.candidates.errors import ResumeInfected
from interview.candidates.finding.schemas import VersionQuery
from interview.candidates.models import Candidate, Resume
from interview.candidates.resumes import service as resumes
from interview.candidates.resumes.service import Taken
from interview.candidates.schemas import ResumeDetail, ResumeVersions
from interview.core import current
from interview.core.actors import Actor
from interview.core.db import unit_of_work
from interview.core.guards import actor, guard

bp = APIBlueprint("resumes", __name__, url_prefix="/api/admin/candidates", tag="Candidates")


def init(app: Flask) -> None:
    """Open the doors."""
    app.register_blueprint(bp)


@bp.put("/<int:candidate_id>/resume")
@guard(may("candidates:write"), owns_transactions=True, largest_body="resume_bytes")
@bp.output(ResumeDetail)
def put_resume(candidate_id: int) -> Resume:
    """Store a new version of a candidate's resume: PDF, DOCX or plain text, whatever its name says."""
    by = actor()
    with unit_of_work(write=False):
        candidate = candidates.get(candidate_id, within=by.organisation_id)
    return stored(candidate, by=by)


def stored(candidate: Candidate, *, by: Actor) -> Resume:
    """Take the request's file in as the candidate's newest resume."""
    sent = sent_file(most_bytes=current.settings().resume_bytes)
    taken = taken_in(sent.file.read(), filename=sent.filename, candidate=candidate, by=by)
    with unit_of_work():
        return resumes.keep(candidates.hold(candidate.id, within=candidate.organisation_id), taken, by=by)


def taken_in(content: bytes, *, filename: str, candidate: Candidate, by: Actor) -> Taken:
    """Have a file looked at and stored; an infected one is written down before it is refused."""
    try:
        return resumes.take(content, filename=filename, candidate=candidate)
    except ResumeInfected as refusal:
        with unit_of_work():
            resumes.note_refused(candidate, signature=refusal.extra.get("signature"), by=by)
        raise


@bp.get("/<int:candidate_id>/resume")
@guard(may("candidates:read"))
@bp.input(VersionQuery, location="query")
@bp.output(ResumeDetail)
def get_resume(candidate_id: int, query_data: dict[str, Any]) -> Resume:
    """Show a candidate's resume with its text."""
    candidate = candidates.get(candidate_id, within=actor().organisation_id)
    return resumes.get(candidate, version=query_data["version"])


@bp.get("/<int:candidate_id>/resume/versions")
@guard(may("candidates:read"))
@bp.output(ResumeVersions)
def list_versions(candidate_id: int) -> dict[str, Any]:
    """List the newest versions of a candidate's resume."""
    return {"items": resumes.list_versions(candidates.get(candidate_id, within=actor().organisation_id))}


@bp.get("/<int:candidate_id>/resume/file")
@guard(may("candidates:read"))
@bp.input(VersionQuery, location="query")
def download_resume(candidate_id: int, query_data: dict[str, Any]) -> Response:
    """Download a candidate's resume."""
    candidate = candidates.get(candidate_id, within=actor().organisation_id)
    return downloaded(resumes.get(candidate, version=query_data["version"]))


def downloaded(resume: Resume) -> Response:
    """A resume's bytes as a file to save, never as a page of this site."""
    answer = send_file(
        resumes.open_file(resume),
        mimetype=resume.media_type,
        as_attachment=True,
        download_name=resume.filename,
        conditional=False,
    )
    answer.headers["Content-Length"] = str(resume.size_bytes)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
