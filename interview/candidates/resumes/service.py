"""Every decision about resumes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import BinaryIO

from sqlalchemy import func, select
from sqlalchemy.orm import undefer

from interview.candidates import service as candidates
from interview.candidates.errors import NoResume, ResumeGone, ResumeInfected, ResumeQuarantined
from interview.candidates.finding import labels
from interview.candidates.models import Candidate, Progress, Resume, ScanState
from interview.candidates.resumes import sniffing
from interview.candidates.resumes.reading import Found
from interview.candidates.resumes.store import RESUMES, delete_after_commit, put, store
from interview.candidates.signals import candidate_updated
from interview.core import audit, current, logs
from interview.core.actors import Actor
from interview.core.db import db
from interview.core.jobs import service as jobs
from interview.providers.scan.port import Outcome, ScannerDown, Verdict
from interview.providers.scan.suppliers import configured
from interview.providers.storage.port import Missing

logger = logs.get(__name__)

PROCESS_RESUME = "process_resume"
# With the longest wait of five minutes between them: a scanner may be away for a fortnight.
MOST_ATTEMPTS = 4000
LONGEST_NAME = 150
MOST_VERSIONS = 50


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was looked at and lies in the store, for the row that is to name it."""

    filename: str
    media_type: str
    size_bytes: int
    sha256: str
    storage_key: str
    scan_status: ScanState


def take(content: bytes, *, filename: str, candidate: Candidate) -> Taken:
    """Look at a file, have it scanned and store it; outside of any transaction, because both take their time.

    Raises `NotAResume`, `ResumeInfected`, and OSError where the disk is full.
    """
    media_type = sniffing.media_type(content)
    scan_status = _scanned(content, candidate)
    digest = sha256(content).hexdigest()
    name = _safe_name(filename, media_type)
    return Taken(name, media_type, len(content), digest, put(content, RESUMES), scan_status)


def _scanned(content: bytes, candidate: Candidate) -> ScanState:
    try:
        verdict = scan(BytesIO(content))
    except ScannerDown as cause:
        logger.warning("a resume waits for the scanner", candidate=candidate.id, reason=str(cause))
        return ScanState.WAITING
    if verdict.outcome == Outcome.INFECTED:
        raise ResumeInfected(f"The virus scanner found {verdict.signature}.", signature=verdict.signature)
    return ScanState(verdict.outcome.value)


def scan(file: BinaryIO) -> Verdict:
    """Ask the configured scanner; raises `ScannerDown`."""
    return configured(current.settings().scan_url).scan(file)


def note_refused(candidate: Candidate, *, signature: str | None, by: Actor) -> None:
    """Write down that somebody sent an infected file."""
    audit.record(
        "resume.infected", candidate, by=by, organisation_id=candidate.organisation_id, signature=signature or ""
    )


def _safe_name(filename: str, media_type: str) -> str:
    """A name that people recognise, without a path and signs that do not print, with the true type's ending."""
    last = filename.replace("\\", "/").rpartition("/")[2]
    stem = "".join(char for char in last if char.isprintable() and char not in '<>:"|?*').strip(" .")
    ending = sniffing.EXTENSIONS[media_type]
    stem = stem[: -len(ending)] if stem.lower().endswith(ending) else stem
    return (stem[:LONGEST_NAME] or "resume") + ending


def keep(candidate: Candidate, taken: Taken, *, by: Actor) -> Resume:
    """Make a stored file the newest version of a held candidate's resume; the same bytes again change nothing."""
    newest = find(candidate)
    if newest is not None and newest.sha256 == taken.sha256 and newest.storage_key is not None:
        delete_after_commit(taken.storage_key)
        return newest
    resume = Resume(
        candidate_id=candidate.id,
        organisation_id=candidate.organisation_id,
        version=newest.version + 1 if newest else 1,
        filename=taken.filename,
        media_type=taken.media_type,
        size_bytes=taken.size_bytes,
        sha256=taken.sha256,
        storage_key=taken.storage_key,
        scan_status=taken.scan_status,
        text=None,
        created_by=f"{by.kind}:{by.id}"[:100],
    )
    db.session.add(resume)
    candidates.touch(candidate)
    db.session.flush()
    jobs.submit(
        PROCESS_RESUME,
        key=f"{PROCESS_RESUME}:{resume.id}",
        args={"resume_id": resume.id},
        max_attempts=MOST_ATTEMPTS,
    )
    audit.record("resume.added", resume, by=by, organisation_id=resume.organisation_id, version=resume.version)
    candidate_updated.announce(candidate=candidate)
    return resume


def find(candidate: Candidate) -> Resume | None:
    """The newest version of a candidate's resume."""
    query = select(Resume).where(Resume.candidate_id == candidate.id).options(undefer(Resume.text))
    return db.session.scalar(query.order_by(Resume.version.desc()).limit(1))


def get(candidate: Candidate, *, version: int | None = None) -> Resume:
    """A version of a candidate's resume, the newest unless told otherwise; raises `NoResume`."""
    query = select(Resume).where(Resume.candidate_id == candidate.id, Resume.version == version)
    resume = find(candidate) if version is None else db.session.scalar(query)
    if resume is None:
        raise NoResume("There is no such resume.")
    return resume


def list_versions(candidate: Candidate) -> list[Resume]:
    """The newest versions of a candidate's resume, newest first."""
    query = select(Resume).where(Resume.candidate_id == candidate.id).order_by(Resume.version.desc())
    return list(db.session.scalars(query.limit(MOST_VERSIONS)))


def newest_of(candidate_ids: Collection[int]) -> dict[int, Resume]:
    """The newest version for each of these candidates who has one."""
    highest = (
        select(Resume.candidate_id, func.max(Resume.version).label("version"))
        .where(Resume.candidate_id.in_(candidate_ids))
        .group_by(Resume.candidate_id)
        .subquery()
    )
    query = select(Resume).join(
        highest, (Resume.candidate_id == highest.c.candidate_id) & (Resume.version == highest.c.version)
    )
    return {resume.candidate_id: resume for resume in db.session.scalars(query)}


def open_file(resume: Resume) -> BinaryIO:
    """The bytes of a resume; raises `ResumeQuarantined` before the scanner has looked, `ResumeGone` where it found."""
    if resume.scan_status == ScanState.WAITING:
        raise ResumeQuarantined("The virus scanner has not looked at this file yet. Try again later.")
    if resume.storage_key is None:
        raise ResumeGone("The virus scanner found something in this file, so it was removed.")
    try:
        return store().open(resume.storage_key)
    except Missing as cause:
        raise NoResume("The file of this resume is missing.") from cause


def find_by_id(resume_id: str) -> Resume | None:
    """A resume, for the work in the background."""
    return db.session.get(Resume, resume_id)


def get_by_id(resume_id: str) -> Resume:
    """A resume that is there, as it is now."""
    return db.session.get_one(Resume, resume_id, populate_existing=True)


def reject(resume: Resume, *, signature: str | None, by: Actor) -> None:
    """Remove the bytes of a stored file in which the scanner found something."""
    delete_after_commit(resume.storage_key)
    resume.storage_key, resume.scan_status = None, ScanState.INFECTED
    resume.text_status, resume.text_problem = Progress.FAILED, "infected"
    audit.record("resume.infected", resume, by=by, organisation_id=resume.organisation_id, signature=signature or "")


def describe(resume: Resume, found: Found) -> None:
    """Write down what was read in a resume."""
    resume.text_problem = found.problem
    resume.text_status = Progress.FAILED if found.problem else Progress.COMPLETED
    resume.text, resume.page_count = found.text, found.page_count
    resume.is_cut, resume.has_hidden_text = found.is_cut, found.has_hidden_text
    resume.suggested_skills = labels.skills_in(found.text or "", within=resume.organisation_id)
