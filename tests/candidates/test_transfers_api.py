"""Candidates as CSV: in, out, and round."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import BytesIO, StringIO
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from interview.accounts.models import Organisation
from interview.accounts.scopes import Role
from interview.candidates.models import Candidate, CandidateImport
from interview.candidates.resumes import store as files
from interview.candidates.transfers import cells, importing
from interview.core.db import db
from interview.core.http import Application
from interview.core.jobs.ledger import LostLease
from tests.factories import accounts
from tests.factories import candidates as made

PATH = "/api/admin/candidates"
FULL: dict[str, Any] = {
    "name": "=cmd|' /C calc'!A0",
    "email": "full@example.org",
    "phone": "+49 30 000",
    "headline": "'quoted'",
    "location": "@home",
    "timezone": "Europe/Berlin",
    "experience_years": 2.5,
    "summary": 'Line one\nline "two", and; more\r\n-three',
    "source": "-",
    "skills": ["C++", "Go"],
    "tags": ["A tag"],
}


@pytest.fixture
def send(client: FlaskClient, headers: dict[str, str], run_jobs: Callable[[], int]) -> Callable[..., dict[str, Any]]:
    """Sends a file and waits for its end."""

    def sent(content: str | bytes, *, dry: bool = False, who: dict[str, str] | None = None) -> dict[str, Any]:
        whole = content if isinstance(content, bytes) else content.encode()
        query = {"dryRun": "true"} if dry else {}
        answer = client.post(
            f"{PATH}/import", data=whole, query_string=query, headers=who or headers, content_type="text/csv"
        )
        assert answer.status_code == 202, answer.get_json()
        run_jobs()
        told: dict[str, Any] = client.get(answer.headers["Location"], headers=who or headers).get_json()
        return told

    return sent


def listed(client: FlaskClient, headers: dict[str, str]) -> list[dict[str, Any]]:
    """Everybody, oldest first."""
    items: list[dict[str, Any]] = client.get(f"{PATH}?archived=any&limit=100", headers=headers).get_json()["items"]
    return items[::-1]


def counts(told: dict[str, Any]) -> tuple[int, ...]:
    """Created, updated, unchanged, refused."""
    return tuple(told[name] for name in ("created", "updated", "unchanged", "refused"))


class TestImport:
    """Reading a file."""

    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    @pytest.mark.parametrize("between", [",", ";", "\t"])
    def test_any_separator_with_or_without_a_mark(
        self, client: FlaskClient, headers: dict[str, str], send: Callable[..., Any], mark: str, between: str
    ) -> None:
        rows = [["Full Name", "E-Mail Address", "Years of experience", "Skills", "Shoe size"]]
        rows += [["Ada", "Ada@Example.org", "7.5", "Python, Go", "38"], ["Bob", "", "", "", ""]]
        told = send(mark + written(rows, between))
        ada, bob = listed(client, headers)

        assert (told["status"], counts(told), told["ignoredColumns"]) == ("completed", (2, 0, 0, 0), ["Shoe size"])
        assert (ada["email"], ada["profile"]["experienceYears"]) == ("ada@example.org", 7.5)
        assert ada["profile"]["skills"] == ["Go", "Python"] and (bob["name"], bob["email"]) == ("Bob", None)

    def test_a_form(self, client: FlaskClient, headers: dict[str, str], run_jobs: Callable[[], int]) -> None:
        form = {"file": (BytesIO(b"first name,last name\nAda,Lovelace\n"), "people.csv")}
        answer = client.post(f"{PATH}/import", data=form, headers=headers)
        run_jobs()

        assert answer.status_code == 202 and [one["name"] for one in listed(client, headers)] == ["Ada Lovelace"]

    def test_known_addresses_are_changed_where_the_row_says_something(
        self, client: FlaskClient, headers: dict[str, str], home: Organisation, send: Callable[..., Any]
    ) -> None:
        made.make(home, email="a@example.org", headline="Old", phone="1", skills=["Go"])
        made.make(home, email="b@example.org", name="Bob")
        file = "email,name,headline,phone,status\nA@example.org,Ada,New,,offer\nb@example.org,Bob,,,\n"
        told = send(file)
        ada = listed(client, headers)[0]
        history = client.get(f"{PATH}/{ada['id']}/history", headers=headers).get_json()["items"]

        assert counts(told) == (0, 1, 1, 0)
        assert (ada["name"], ada["status"], ada["profile"]["headline"], ada["profile"]["phone"]) == (
            "Ada",
            "offer",
            "New",
            "1",
        )
        assert history[0]["reason"] == importing.REASON and counts(send(file)) == (0, 0, 2, 0)

    def test_what_is_wrong_is_told_by_line_and_column(
        self, client: FlaskClient, headers: dict[str, str], home: Organisation, send: Callable[..., Any]
    ) -> None:
        made.make(home, email="gone@example.org")
        gone = listed(client, headers)[0]
        client.post(f"{PATH}/{gone['id']}/archive", headers=headers)
        told = send(
            'name,email,status,skills\n"Ada\nLovelace",no,new,\nBob,,nowhere,\n,x@example.org,,\nC,gone@example.org,,\n'
            f"D,,,{'y' * 51}\nE,,,,,too,many\nFine,,,\n"
        )

        assert counts(told) == (1, 0, 0, 6)
        assert [(one["line"], one["column"]) for one in told["errors"]] == [
            (2, "email"),
            (4, "status"),
            (5, "name"),
            (6, "email"),
            (7, "skills"),
            (8, None),
        ]

    def test_a_dry_run_tells_the_same_and_changes_nothing(
        self, client: FlaskClient, headers: dict[str, str], home: Organisation, send: Callable[..., Any]
    ) -> None:
        made.make(home, email="a@example.org", name="A")
        file = "name,email\nA,a@example.org\nB,b@example.org\nB again,B@example.org\n,x\n"
        dry = send(file, dry=True)
        left = len(listed(client, headers))
        real = send(file)

        assert (counts(dry), left, dry["isDryRun"]) == ((1, 1, 1, 1), 1, True)
        assert counts(real) == counts(dry) and listed(client, headers)[1]["name"] == "B again"

    @pytest.mark.parametrize(
        ("file", "words"),
        [
            (b"", "empty"),
            (b"email\na@example.org\n", "no column for the name"),
            ("name\nJos\xe9\n".encode("latin-1"), "UTF-8"),
            (b'name\n"open\n', "no CSV"),
            (b"name\n" + b"x" * 200_000 + b"\n", "no CSV"),
        ],
    )
    def test_no_csv_at_all(
        self, client: FlaskClient, headers: dict[str, str], run_jobs: Callable[[], int], file: bytes, words: str
    ) -> None:
        answer = client.post(f"{PATH}/import", data=file, headers=headers, content_type="text/csv")
        run_jobs()
        where = answer.headers.get("Location")
        told = client.get(where, headers=headers).get_json() if where else answer.get_json()

        assert words in str(told) and listed(client, headers) == []
        assert where is None or told["status"] == "failed"

    def test_too_many_rows_do_nothing(
        self, client: FlaskClient, headers: dict[str, str], send: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(importing, "MOST_ROWS", 2)

        assert "more than 2 rows" in send("name\nA\nB\nC\n")["problem"] and listed(client, headers) == []

    def test_a_run_that_dies_goes_on_behind_what_it_did(
        self,
        app: Application,
        client: FlaskClient,
        headers: dict[str, str],
        send: Callable[..., Any],
        run_jobs: Callable[[], int],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(importing, "AT_ONCE", 2)
        whole, calls = importing.carry_out, iter(range(10))

        def dies(*args: Any, **more: Any) -> Any:
            if next(calls) == 1:
                raise LostLease()
            return whole(*args, **more)

        monkeypatch.setattr(importing, "carry_out", dies)
        halted = send("name\nA\nB\nC\nD\nE\n")
        job = app.extensions["jobs"]
        with app.app_context():
            make_due()
        assert job.run_due()
        told = client.get(f"{PATH}/import/{halted['id']}", headers=headers).get_json()

        assert (halted["status"], halted["doneRows"], halted["created"]) == ("processing", 2, 2)
        assert (told["status"], counts(told), told["totalRows"]) == ("completed", (5, 0, 0, 0), 5)
        assert [one["name"] for one in listed(client, headers)] == ["A", "B", "C", "D", "E"]

    def test_the_file_is_gone_in_the_end(self, send: Callable[..., Any]) -> None:
        send("name\nA\n")

        assert list(files.store().list(files.IMPORTS)) == []
        assert db.session.scalars(select(CandidateImport.storage_key)).one() is None

    def test_wrong_callers(
        self, client: FlaskClient, home: Organisation, stranger: dict[str, str], send: Callable[..., Any]
    ) -> None:
        told = send("name\nA\n")
        reader = accounts.headers_of(accounts.make_user(home, role=Role.INTERVIEWER))
        sent = {"data": b"name\nA\n", "content_type": "text/csv"}

        assert client.get(f"{PATH}/import/{told['id']}", headers=stranger).status_code == 404
        assert [client.post(f"{PATH}/import", **sent, headers=who).status_code for who in ({}, reader)] == [401, 403]


def make_due() -> None:
    """Have every job that is left alone taken up again at once."""
    from interview.core.jobs.models import Job

    for job in db.session.scalars(select(Job)):
        job.lease_until = job.created_at if job.lease_until else None
    db.session.commit()


def written(rows: list[list[str]], between: str = ",") -> str:
    """Rows as CSV."""
    kept = StringIO()
    csv.writer(kept, delimiter=between).writerows(rows)
    return kept.getvalue()


class TestExport:
    """Handing out."""

    def test_no_cell_is_a_formula(self, client: FlaskClient, headers: dict[str, str], home: Organisation) -> None:
        made.make(home, **FULL)
        answer = client.get(f"{PATH}/export.csv", headers=headers)
        rows = list(csv.reader(StringIO(answer.get_data(as_text=True).removeprefix("\ufeff"), newline="")))

        assert answer.headers["Content-Disposition"].startswith("attachment") and rows[0] == list(cells.COLUMNS)
        assert not [cell for cell in rows[1] if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]

    def test_with_the_filters_of_the_list(
        self, client: FlaskClient, headers: dict[str, str], home: Organisation, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("interview.candidates.transfers.exporting.AT_ONCE", 2)
        for number in range(5):
            made.make(home, name=f"P{number}", tags=["even"] if number % 2 == 0 else [])
        made.make(name="Elsewhere", tags=["even"])
        text = client.get(f"{PATH}/export.csv?tag=even", headers=headers).get_data(as_text=True)

        assert [row["name"] for row in csv.DictReader(StringIO(text))] == ["P4", "P2", "P0"]

    def test_and_back_changes_nothing_here_and_loses_nothing_elsewhere(
        self,
        client: FlaskClient,
        headers: dict[str, str],
        stranger: dict[str, str],
        home: Organisation,
        send: Callable[..., Any],
    ) -> None:
        made.make(home, **FULL)
        made.make(home, name="No address", stage="offer")
        before = listed(client, headers)
        file = client.get(f"{PATH}/export.csv", headers=headers).data
        here, there = send(file), send(file, who=stranger)

        assert counts(here) == (0, 0, 2, 0) and listed(client, headers) == before
        assert counts(there) == (2, 0, 0, 0)
        assert [told_of(one) for one in reversed(listed(client, stranger))] == [told_of(one) for one in before]

    def test_wrong_callers(self, client: FlaskClient, stranger: dict[str, str], home: Organisation) -> None:
        made.make(home, name="Somebody")

        assert client.get(f"{PATH}/export.csv").status_code == 401
        assert "Somebody" not in client.get(f"{PATH}/export.csv", headers=stranger).get_data(as_text=True)


def told_of(one: dict[str, Any]) -> dict[str, Any]:
    """What is said of somebody wherever they are."""
    return {name: one[name] for name in ("name", "email", "status", "profile")}


class TestCells:
    """Guarding a cell."""

    @settings(max_examples=300, deadline=None)
    @given(st.text(max_size=8) | st.text("'=+-@\t\r\n x", max_size=6))
    def test_comes_back_as_it_was(self, text: str) -> None:
        assert cells.unguarded(cells.guarded(text)) == text
        assert not cells.guarded(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


class TestMany:
    """A whole office's worth."""

    @settings(max_examples=1, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.just(1000))
    def test_in_a_few_statements_each(self, send: Callable[..., Any], count: int) -> None:
        rows = "".join(f"Person {number},p{number}@example.org,Python;Skill {number % 50}\n" for number in range(count))
        told = send("name,email,skills\n" + rows)

        assert counts(told) == (count, 0, 0, 0)
        assert db.session.scalar(select(func.count()).select_from(Candidate)) == count
