"""Background work of candidates: reading resumes and CSV files, clearing up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Flask
from marshmallow import ValidationError

from interview.candidates import service as candidates
from interview.candidates.errors import UnknownZone
from interview.candidates.models import Progress, Resume, ScanState
from interview.candidates.resumes import reading
from interview.candidates.resumes import service as resumes
from interview.candidates.resumes import store as files
from interview.candidates.resumes.service import PROCESS_RESUME
from interview.candidates.schemas import ImportRow
from interview.candidates.transfers import service as transfers
from interview.candidates.transfers.service import IMPORT_CANDIDATES
from interview.core import clock
from interview.core.actors import SYSTEM
from interview.core.db import unit_of_work
from interview.core.jobs import service as jobs
from interview.core.jobs.handlers import Run, handles
from interview.core.jobs.periodic import every
from interview.providers.scan.port import Outcome

CLEAR_UP = "clear_up_candidate_files"
DAY_SECONDS = 24 * 3600
_row = ImportRow()


@handles(PROCESS_RESUME)
def process_resume(run: Run) -> None:
    """Have a waiting resume scanned, then read its text; raises `ScannerDown`, and is tried again."""
    with unit_of_work(write=False):
        resume = resumes.find_by_id(run.args["resume_id"])
    if resume is None or resume.storage_key is None:
        return
    if resume.scan_status == ScanState.WAITING and not _scan(run, resume):
        return
    with run.step():
        resumes.get_by_id(resume.id).text_status = Progress.PROCESSING
    found = reading.read(files.store().path(resume.storage_key), media_type=resume.media_type)
    with run.last_step():
        resumes.describe(resumes.get_by_id(resume.id), found)


def _scan(run: Run, resume: Resume) -> bool:
    """Ask the scanner outside of any transaction; returns whether the file may be read."""
    with files.store().open(str(resume.storage_key)) as file:
        verdict = resumes.scan(file)
    if verdict.outcome == Outcome.INFECTED:
        with run.last_step():
            resumes.reject(resumes.get_by_id(resume.id), signature=verdict.signature, by=SYSTEM)
        return False
    with run.step():
        resumes.get_by_id(resume.id).scan_status = ScanState(verdict.outcome.value)
    return True


def _note_import_failure(run: Run, words: str) -> None:
    transfers.close(run.args["import_id"], problem="Reading the file failed on our side; what is counted was done.")


@handles(IMPORT_CANDIDATES, on_failure=_note_import_failure)
def import_candidates(run: Run) -> None:
    """Read the rows of a CSV file into candidates."""
    transfers.work_off(run, check=checked)


def checked(told: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """A row's values as a candidate keeps them, and what is wrong by column."""
    try:
        values: dict[str, Any] = _row.load(told)
        candidates.check_zone(values.get("timezone"))
    except ValidationError as refusal:
        wrong = refusal.messages if isinstance(refusal.messages, dict) else {"": refusal.messages}
        return {}, {str(column): _flat(reasons) for column, reasons in wrong.items()}
    except UnknownZone as refusal:
        return {}, {"timezone": [refusal.detail]}
    return {name: value for name, value in values.items() if value is not None}, {}


def _flat(reasons: Any) -> list[str]:
    """Reasons of a cell with a list in it are told by the place in the list."""
    if isinstance(reasons, dict):
        return [word for inner in reasons.values() for word in _flat(inner)]
    return [str(reason) for reason in reasons]


@every(DAY_SECONDS, "plan_clearing_up_candidate_files")
def plan_clearing_up() -> None:
    """Have the store compared with the rows, in a job that holds no lock while it reads the disk."""
    jobs.submit(CLEAR_UP, key=f"{CLEAR_UP}:{clock.now():%Y-%m-%d}", args={}, max_attempts=3)


@handles(CLEAR_UP)
def clear_up(run: Run) -> None:
    """Remove files of resumes and imports that no row names."""
    with unit_of_work(write=False):
        files.drop_nameless()


def init(app: Flask) -> None:
    """Nothing to attach: importing this file has registered the handlers."""
