"""/api/candidates/me."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient

from interview.accounts.models import Organisation
from interview.accounts.scopes import Role
from tests.factories import accounts
from tests.factories import candidates as made

PATH = "/api/candidates/me"


@pytest.fixture
def own(home: Organisation) -> dict[str, str]:
    """A candidate's headers."""
    _, user = made.make_own(home, name="Ada", email="ada@example.org", tags=["secret"], summary="ours", skills=["Go"])
    return accounts.headers_of(user)


class TestMe:
    """Seeing and changing oneself."""

    def test_sees_what_is_theirs_alone(self, client: FlaskClient, own: dict[str, str]) -> None:
        told = client.get(PATH, headers=own).get_json()

        assert (told["name"], told["email"], told["organisationName"]) == ("Ada", "ada@example.org", "Northwind")
        assert told["profile"]["skills"] == ["Go"] and "secret" not in str(told) and "ours" not in str(told)
        assert not {"status", "overallScore"} & told.keys()

    def test_replaces_what_is_given(
        self, client: FlaskClient, own: dict[str, str], run_jobs: Callable[[], int]
    ) -> None:
        body = {"skills": ["Rust"], "timezone": "Europe/Oslo", "phone": "+47 1", "resume": "I write Rust."}
        told = client.put(PATH, json=body, headers=own).get_json()
        run_jobs()
        resume = client.get(f"{PATH}/resume", headers=own).get_json()

        assert (told["name"], told["profile"]["skills"], told["profile"]["timezone"]) == (
            "Ada",
            ["Rust"],
            "Europe/Oslo",
        )
        assert (told["profile"]["resume"]["filename"], resume["text"]) == ("resume.txt", "I write Rust.")
        assert "suggestedSkills" not in resume

    def test_a_file(self, client: FlaskClient, own: dict[str, str]) -> None:
        form = {"file": (BytesIO(made.pdf()), "me.pdf")}

        assert client.put(f"{PATH}/resume", data=form, headers=own).get_json()["mediaType"] == "application/pdf"
        assert client.get(f"{PATH}/resume/file", headers=own).data == made.pdf()

    @pytest.mark.parametrize(
        "body",
        [
            {"tags": ["x"]},
            {"email": "b@example.org"},
            {"status": "hired"},
            {"name": " "},
            {"resume": " "},
            {"timezone": "Mars/Olympus"},
            {"experienceYears": 3},
        ],
    )
    def test_malformed(self, client: FlaskClient, own: dict[str, str], body: dict[str, Any]) -> None:
        assert client.put(PATH, json=body, headers=own).status_code == 422

    def test_others(self, client: FlaskClient, home: Organisation, headers: dict[str, str]) -> None:
        unlinked = accounts.headers_of(accounts.make_user(home, role=Role.CANDIDATE))
        key = accounts.basic(accounts.make_key(home))
        told = [client.get(PATH, headers=who).status_code for who in ({}, key, headers, unlinked)]

        assert told == [401, 403, 403, 404]
        assert client.put(f"{PATH}/resume", data=b"text", headers=unlinked).status_code == 404

    def test_an_archived_candidate_is_none(
        self, client: FlaskClient, home: Organisation, headers: dict[str, str]
    ) -> None:
        one, user = made.make_own(home)
        client.post(f"/api/admin/candidates/{one.id}/archive", headers=headers)

        assert client.get(PATH, headers=accounts.headers_of(user)).status_code == 404
