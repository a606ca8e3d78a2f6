"""What a candidate sees and says of themselves: /api/candidates/me."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from apiflask import APIBlueprint
from flask import Flask, Response

from interview.accounts import service as accounts
from interview.candidates import described
from interview.candidates import service as candidates
from interview.candidates.described import Described
from interview.candidates.models import Candidate, Resume
from interview.candidates.policies import is_candidate
from interview.candidates.resumes import service as resumes
from interview.candidates.resumes_api import downloaded, stored, taken_in
from interview.candidates.schemas import Me, OwnResume, PutMe
from interview.core.db import unit_of_work
from interview.core.guards import actor, guard

bp = APIBlueprint("me", __name__, url_prefix="/api/candidates/me", tag="Candidates")
# What the file of a resume that came as text is called.
WRITTEN = "resume.txt"


def init(app: Flask) -> None:
    """Open the doors."""
    app.register_blueprint(bp)


def _told(candidate: Candidate) -> Described:
    name = accounts.get_organisation(candidate.organisation_id).name
    return replace(described.described([candidate])[0], organisation_name=name)


@bp.get("")
@guard(is_candidate)
@bp.output(Me)
def get_me() -> Described:
    """Show the caller's own profile."""
    return _told(candidates.get_own(actor()))


@bp.put("")
@guard(is_candidate, owns_transactions=True)
@bp.input(PutMe)
@bp.output(Me)
def put_me(json_data: dict[str, Any]) -> Described:
    """Replace what is given of the caller's own profile; `resume` is a resume's text."""
    by, text = actor(), json_data.pop("resume", None)
    with unit_of_work(write=False):
        candidate = candidates.get_own(by)
    taken = taken_in(text.encode(), filename=WRITTEN, candidate=candidate, by=by) if text else None
    with unit_of_work():
        held = candidates.hold(candidate.id, within=by.organisation_id)
        candidates.change(held, by=by, **json_data)
        if taken is not None:
            resumes.keep(held, taken, by=by)
        return _told(held)


@bp.put("/resume")
@guard(is_candidate, owns_transactions=True, largest_body="resume_bytes")
@bp.output(OwnResume)
def put_own_resume() -> Resume:
    """Store a new version of the caller's own resume: PDF, DOCX or plain text, whatever its name says."""
    by = actor()
    with unit_of_work(write=False):
        candidate = candidates.get_own(by)
    return stored(candidate, by=by)


@bp.get("/resume")
@guard(is_candidate)
@bp.output(OwnResume)
def get_own_resume() -> Resume:
    """Show the caller's own resume with its text."""
    return resumes.get(candidates.get_own(actor()))


@bp.get("/resume/file")
@guard(is_candidate)
def download_own_resume() -> Response:
    """Download the caller's own resume."""
    return downloaded(resumes.get(candidates.get_own(actor())))
