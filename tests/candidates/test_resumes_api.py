"""/api/admin/candidates/<id>/resume, with the work in the background behind it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from interview.accounts.models import Organisation
from interview.accounts.scopes import Role
from interview.candidates.models import Candidate, Resume
from interview.candidates.resumes import store as files
from interview.core.audit import AuditEvent
from interview.core.db import db
from interview.core.http import Application
from interview.core.jobs.models import Job
from tests.factories import accounts
from tests.factories import candidates as made
from tests.providers.scan.daemon import EICAR, tcp_daemon

TEXT = b"Writes Python."


@pytest.fixture
def one(home: Organisation) -> Candidate:
    """A candidate."""
    return made.make(home)


@pytest.fixture
def scanner(app: Application, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Sets the scanner's address."""

    def at(url: str) -> None:
        monkeypatch.setitem(app.extensions, "settings", replace(app.extensions["settings"], scan_url=url))

    yield at


def path(candidate: Candidate, rest: str = "") -> str:
    """The address of a candidate's resume."""
    return f"/api/admin/candidates/{candidate.id}/resume{rest}"


def put(client: FlaskClient, candidate: Candidate, content: bytes, headers: dict[str, str], **more: Any) -> Any:
    """Send a file as the body."""
    return client.put(path(candidate), data=content, headers=headers | more.pop("sent", {}), **more)


class TestPutResume:
    """Storing one."""

    def test_a_form_or_a_body(self, client: FlaskClient, headers: dict[str, str], one: Candidate) -> None:
        """What the file says it is counts for nothing."""
        form = {"file": (BytesIO(made.docx()), "../../My resume.pdf")}
        first = client.put(path(one), data=form, headers=headers).get_json()
        second = put(client, one, made.pdf(), headers, content_type="text/html").get_json()

        assert (first["version"], first["filename"], first["scanStatus"]) == (1, "My resume.pdf.docx", "unscanned")
        assert (second["version"], second["filename"], second["mediaType"]) == (2, "resume.pdf", "application/pdf")

    def test_its_text_is_read_and_known_skills_are_suggested(
        self,
        client: FlaskClient,
        headers: dict[str, str],
        home: Organisation,
        one: Candidate,
        run_jobs: Callable[[], int],
    ) -> None:
        made.make(home, skills=["Python", "Go"])
        waiting = put(client, one, made.pdf(["Writes Python, not Golang"], paint="1 g"), headers).get_json()
        run_jobs()
        found = client.get(path(one), headers=headers).get_json()
        listed = client.get("/api/admin/candidates", headers=headers).get_json()["items"][1]["profile"]["resume"]

        assert (waiting["textStatus"], waiting["text"]) == ("pending", None)
        assert (found["textStatus"], found["text"]) == ("completed", "Writes Python, not Golang")
        assert found["suggestedSkills"] == ["Python"] and found["hasHiddenText"] and found["pageCount"] == 1
        assert listed["version"] == 1 and "text" not in listed

    def test_a_broken_file_is_kept_and_its_problem_told(
        self, client: FlaskClient, headers: dict[str, str], one: Candidate, run_jobs: Callable[[], int]
    ) -> None:
        put(client, one, made.locked_pdf(), headers)
        run_jobs()
        found = client.get(path(one), headers=headers).get_json()

        assert (found["textStatus"], found["textProblem"]) == ("failed", "encrypted")
        assert client.get(path(one, "/file"), headers=headers).status_code == 200

    def test_the_same_again_is_the_same_version(
        self, client: FlaskClient, headers: dict[str, str], one: Candidate
    ) -> None:
        told = [put(client, one, TEXT, headers).get_json()["version"] for _ in range(2)]

        assert told == [1, 1] and stored() == 1

    @pytest.mark.parametrize(
        ("content", "status"), [(b"", 422), (b"\x89PNG\r\n\x1a\n\x00", 415), (b"x" * (10 * 1024**2 + 1), 413)]
    )
    def test_refused_for_what_it_is(
        self, client: FlaskClient, headers: dict[str, str], one: Candidate, content: bytes, status: int
    ) -> None:
        assert put(client, one, content, headers).status_code == status and stored() == 0

    def test_a_form_without_the_file(self, client: FlaskClient, headers: dict[str, str], one: Candidate) -> None:
        assert client.put(path(one), data={"other": (BytesIO(TEXT), "x")}, headers=headers).status_code == 422

    def test_a_declared_size_is_refused_before_it_is_read(
        self, client: FlaskClient, headers: dict[str, str], one: Candidate
    ) -> None:
        told = {"CONTENT_LENGTH": str(20 * 1024**2)}
        answer = client.put(path(one), input_stream=Unreadable(), environ_overrides=told, headers=headers)

        assert answer.status_code == 413

    def test_a_body_that_breaks_off_stores_nothing(
        self, client: FlaskClient, headers: dict[str, str], one: Candidate
    ) -> None:
        told = {"CONTENT_LENGTH": "500"}
        answer = client.put(path(one), input_stream=BytesIO(TEXT), environ_overrides=told, headers=headers)

        assert answer.status_code == 400 and stored() == 0

    def test_wrong_callers(
        self, client: FlaskClient, headers: dict[str, str], stranger: dict[str, str], home: Organisation, one: Candidate
    ) -> None:
        reader = accounts.headers_of(accounts.make_user(home, role=Role.INTERVIEWER))
        told = [put(client, one, TEXT, who).status_code for who in ({}, reader, stranger)]
        client.post(f"/api/admin/candidates/{one.id}/archive", headers=headers)

        assert told == [401, 403, 404] and put(client, one, TEXT, headers).status_code == 409

    def test_its_words_are_in_no_log(
        self,
        client: FlaskClient,
        headers: dict[str, str],
        one: Candidate,
        run_jobs: Callable[[], int],
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        with caplog.at_level(logging.DEBUG):
            put(client, one, b"MARKED-WORDS-OF-A-RESUME", headers)
            run_jobs()

        assert "MARKED-WORDS" not in caplog.text


class Unreadable(BytesIO):
    """A body that nobody may read."""

    def read(self, *_: Any) -> bytes:
        """Fail."""
        raise AssertionError("read on")


class TestScanning:
    """With a virus scanner."""

    def test_a_clean_one(
        self, client: FlaskClient, headers: dict[str, str], one: Candidate, scanner: Callable[[str], None]
    ) -> None:
        with tcp_daemon() as address:
            scanner(address)
            assert put(client, one, TEXT, headers).get_json()["scanStatus"] == "clean"

    def test_an_infected_one_is_refused_and_written_down(
        self, client: FlaskClient, headers: dict[str, str], one: Candidate, scanner: Callable[[str], None]
    ) -> None:
        with tcp_daemon() as address:
            scanner(address)
            answer = put(client, one, EICAR, headers)
        deeds = list(db.session.scalars(select(AuditEvent).where(AuditEvent.action == "resume.infected")))

        assert (answer.status_code, answer.get_json()["code"]) == (422, "resume_infected")
        assert [deed.details["signature"] for deed in deeds] == ["Eicar-Test-Signature"] and stored() == 0

    @pytest.mark.parametrize(("content", "ends"), [(TEXT, "clean"), (EICAR, "infected")])
    def test_one_that_has_to_wait_is_kept_apart_until_the_scanner_is_back(
        self,
        client: FlaskClient,
        headers: dict[str, str],
        one: Candidate,
        scanner: Callable[[str], None],
        run_jobs: Callable[[], int],
        content: bytes,
        ends: str,
    ) -> None:
        scanner("tcp://127.0.0.1:1")
        assert put(client, one, content, headers).get_json()["scanStatus"] == "waiting"
        run_jobs()
        apart = client.get(path(one, "/file"), headers=headers)
        with tcp_daemon() as address:
            scanner(address)
            due_now()
            run_jobs()
        found = client.get(path(one), headers=headers).get_json()
        file = client.get(path(one, "/file"), headers=headers)

        assert (apart.status_code, apart.get_json()["code"]) == (409, "resume_quarantined")
        assert found["scanStatus"] == ends and file.status_code == (200 if ends == "clean" else 410)
        assert stored() == (1 if ends == "clean" else 0)


def due_now() -> None:
    """Have waiting jobs tried at once."""
    job = db.session.scalars(select(Job).where(Job.kind == "process_resume")).one()
    job.run_at = job.created_at
    db.session.commit()


class TestDownloadResume:
    """Handing one out."""

    def test_as_a_file_that_no_browser_shows(
        self, client: FlaskClient, headers: dict[str, str], one: Candidate
    ) -> None:
        made.keep_resume(one, made.pdf(["<script>"]), filename='Résumé "quoted".pdf')
        answer = client.get(path(one, "/file"), headers=headers)

        assert answer.data == made.pdf(["<script>"])
        assert answer.headers["Content-Disposition"].startswith("attachment; filename")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer.headers["Content-Security-Policy"]

    def test_an_older_version(self, client: FlaskClient, headers: dict[str, str], one: Candidate) -> None:
        for content in (b"first", b"second"):
            made.keep_resume(one, content, filename="a.txt")
        listed = client.get(path(one, "/versions"), headers=headers).get_json()["items"]

        assert [version["version"] for version in listed] == [2, 1]
        assert client.get(path(one, "/file?version=1"), headers=headers).data == b"first"
        assert client.get(path(one, "/file?version=3"), headers=headers).status_code == 404

    def test_wrong_callers(
        self, client: FlaskClient, headers: dict[str, str], stranger: dict[str, str], one: Candidate
    ) -> None:
        assert client.get(path(one, "/file"), headers=headers).get_json()["code"] == "resume_not_found"
        made.keep_resume(one, TEXT)
        told = [client.get(path(one, rest), headers=stranger).status_code for rest in ("", "/file", "/versions")]

        assert told == [404, 404, 404]


class TestDropNameless:
    """Clearing up."""

    def test_only_files_without_a_row_go(self, app: Application, one: Candidate) -> None:
        made.keep_resume(one, TEXT)
        files.put(b"left by a crash", files.RESUMES)

        assert (files.drop_nameless(), files.drop_nameless(settled_seconds=0), stored()) == (0, 1, 1)
        assert db.session.scalars(select(Resume.storage_key)).one() in list(files.store().list(files.RESUMES))


@pytest.fixture(autouse=True)
def _empty_store(app: Application) -> None:
    for key in list(files.store().list(files.RESUMES)):
        files.store().delete(key)


def stored() -> int:
    """How many files of resumes there are."""
    return len(list(files.store().list(files.RESUMES)))
