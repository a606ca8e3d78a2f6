"""/api/admin/candidates."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask.testing import FlaskClient

from interview.accounts import service as accounts_service
from interview.accounts.models import Organisation
from interview.accounts.scopes import Role
from interview.candidates import service as candidates
from interview.candidates import signals
from interview.core.http import Application
from interview.core.signals import Signal
from tests.factories import accounts
from tests.factories import candidates as made

PATH = "/api/admin/candidates"

PROFILE = {
    "phone": "+49 30 000000",
    "headline": "Builds bridges",
    "location": "Berlin",
    "timezone": "Europe/Berlin",
    "experienceYears": 7.5,
    "summary": "Two lines\nof summary.",
    "source": "Referral",
    "skills": ["Python", "  c++ ", "python"],
    "tags": ["Remote"],
}

MALFORMED: list[dict[str, Any]] = [
    {"name": "A", "status": "unknown"},
    {"name": "A", "timezone": "Mars/Olympus"},
    {"name": "A", "skills": ["a;b"]},
    {"name": "A", "skills": ["x" * 51]},
    {"name": "A", "skills": "python"},
    {"name": "A", "experienceYears": "7"},
    {"name": "A", "experienceYears": -1},
    {"name": "A", "profile": {"name": "B"}},
    {"name": "A", "inviteToPortal": True},
]


class TestCreateCandidate:
    """Adding a candidate."""

    def test_happy(self, client: FlaskClient, headers: dict[str, str]) -> None:
        answer = client.post(PATH, json={"name": "  Ada ", "email": "Ada@Example.org"}, headers=headers)

        assert answer.status_code == 201 and isinstance(answer.get_json()["id"], int)
        assert (answer.get_json()["name"], answer.get_json()["email"]) == ("Ada", "ada@example.org")

    def test_an_address_is_used_once_even_at_once(self, app: Application, headers: dict[str, str]) -> None:
        def add(_: int) -> int:
            return (
                app.test_client().post(PATH, json={"name": "A", "email": "a@example.org"}, headers=headers).status_code
            )

        with ThreadPoolExecutor(6) as pool:
            assert sorted(pool.map(add, range(6))) == [201, 409, 409, 409, 409, 409]

    @pytest.mark.parametrize("body", [{"profile": PROFILE}, PROFILE])
    def test_with_a_profile(self, client: FlaskClient, headers: dict[str, str], body: dict[str, Any]) -> None:
        """A profile stands in `profile` or beside it; a skill is kept once, as it was written first."""
        made = client.post(PATH, json={"name": "A", **body}, headers=headers)
        expected = PROFILE | {"skills": ["c++", "Python"], "resume": None}

        assert made.status_code == 201 and made.get_json()["profile"] == expected
        assert (made.get_json()["status"], made.headers["ETag"]) == ("new", '"1"')
        assert client.get(PATH, headers=headers).get_json()["items"] == [made.get_json()]

    @pytest.mark.parametrize(
        "body", [{}, {"name": ""}, {"name": "A", "email": "no"}, {"name": "A", "id": 1}, *MALFORMED]
    )
    def test_malformed(self, client: FlaskClient, headers: dict[str, str], body: dict[str, Any]) -> None:
        assert client.post(PATH, json=body, headers=headers).status_code == 422

    def test_nobody(self, client: FlaskClient) -> None:
        assert client.post(PATH, json={"name": "A"}).status_code == 401


class TestListCandidates:
    """Finding candidates."""

    def test_by_the_beginning_of_name_or_address(self, client: FlaskClient, headers: dict[str, str]) -> None:
        for name, email in (("Ada", "x1@example.org"), ("Bob", "ada@example.org"), ("Carl_", "c@example.org")):
            client.post(PATH, json={"name": name, "email": email}, headers=headers)
        found = client.get(PATH, query_string={"search": "ada"}, headers=headers).get_json()["items"]

        assert {one["name"] for one in found} == {"Ada", "Bob"}
        assert client.get(PATH, query_string={"search": "_"}, headers=headers).get_json()["items"] == []

    def test_another_organisation_sees_nothing(self, client: FlaskClient, headers: dict[str, str]) -> None:
        made = client.post(PATH, json={"name": "A"}, headers=headers).get_json()
        stranger = accounts.headers_of(accounts.make_user())

        assert client.get(PATH, headers=stranger).get_json()["items"] == []
        assert client.get(f"{PATH}/{made['id']}", headers=stranger).status_code == 404


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the signals of candidates, in the order they are announced."""
    told: list[str] = []
    for signal in (
        signals.candidate_created,
        signals.candidate_updated,
        signals.candidate_status_changed,
        signals.candidate_archived,
    ):
        monkeypatch.setattr(signal, "_within", [_noting(signal, told)])
    return told


def _noting(signal: Signal, told: list[str]) -> Callable[..., None]:
    return lambda **_: told.append(signal.name)


class TestChangeCandidate:
    """PATCH."""

    def test_changes_what_is_given_and_nothing_else(
        self, client: FlaskClient, headers: dict[str, str], home: Organisation, heard: list[str]
    ) -> None:
        one = made.make(home, email="a@example.org", skills=["Go"], tags=["Berlin"])
        answer = client.patch(f"{PATH}/{one.id}", json={"skills": ["Rust"], "headline": "New"}, headers=headers)
        told = answer.get_json()

        assert (told["profile"]["skills"], told["profile"]["tags"], told["email"]) == (["Rust"], ["Berlin"], one.email)
        assert answer.headers["ETag"] == '"2"' and heard == ["candidate_created", "candidate_updated"]

    def test_a_null_clears_and_the_same_again_changes_nothing(
        self, client: FlaskClient, headers: dict[str, str], home: Organisation
    ) -> None:
        one = made.make(home, email="a@example.org", headline="Old")
        for _ in range(2):
            told = client.patch(
                f"{PATH}/{one.id}", json={"headline": " ", "phone": None, "email": None}, headers=headers
            ).get_json()

        assert (told["profile"]["headline"], told["email"], told["version"]) == (None, None, 2)

    def test_a_new_name_is_found(self, client: FlaskClient, headers: dict[str, str], home: Organisation) -> None:
        one = made.make(home, name="Old Name")
        client.patch(f"{PATH}/{one.id}", json={"name": "Ünder Wood"}, headers=headers)

        assert names(client, headers, search="under") == ["Ünder Wood"]
        assert names(client, headers, search="old") == []

    @pytest.mark.parametrize(("tag", "status"), [('"1"', 200), ("*", 200), ('"2"', 412), ("W/x", 412)])
    def test_if_match(
        self, client: FlaskClient, headers: dict[str, str], home: Organisation, tag: str, status: int
    ) -> None:
        one = made.make(home)
        answer = client.patch(f"{PATH}/{one.id}", json={"headline": "New"}, headers=headers | {"If-Match": tag})

        assert answer.status_code == status

    def test_an_address_of_somebody_else(
        self, client: FlaskClient, headers: dict[str, str], home: Organisation
    ) -> None:
        made.make(home, email="a@example.org")
        one = made.make(home, email="b@example.org")
        answer = client.patch(f"{PATH}/{one.id}", json={"email": "A@example.org"}, headers=headers)

        assert (answer.status_code, answer.get_json()["code"]) == (409, "candidate_email_taken")

    def test_refused(
        self, client: FlaskClient, headers: dict[str, str], stranger: dict[str, str], home: Organisation
    ) -> None:
        one = made.make(home)
        reader = accounts.headers_of(accounts.make_user(home, role=Role.INTERVIEWER))
        asked = {"json": {"headline": "New"}}

        assert client.patch(f"{PATH}/{one.id}", **asked, headers=stranger).status_code == 404
        assert client.patch(f"{PATH}/{one.id}", **asked, headers=reader).status_code == 403
        assert client.patch(f"{PATH}/{one.id}", json={"status": "offer"}, headers=headers).status_code == 422
        assert client.patch(f"{PATH}/999999999999", **asked, headers=headers).status_code == 404


class TestPipeline:
    """Status, history and archive."""

    def test_moves_are_kept_with_their_reason_and_author(
        self, client: FlaskClient, headers: dict[str, str], home: Organisation, heard: list[str]
    ) -> None:
        one = made.make(home)
        for status, reason in (("screening", None), ("offer", "Convinced us"), ("offer", "again")):
            client.post(f"{PATH}/{one.id}/status", json={"status": status, "reason": reason}, headers=headers)
        steps = client.get(f"{PATH}/{one.id}/history", headers=headers).get_json()["items"]

        assert [(step["from"], step["to"], step["reason"]) for step in steps] == [
            ("screening", "offer", "Convinced us"),
            ("new", "screening", None),
            (None, "new", None),
        ]
        assert (steps[0]["byName"], steps[2]["byName"]) == ("Some Person", None)
        assert heard == ["candidate_created", "candidate_status_changed", "candidate_status_changed"]

    def test_history_has_pages(self, client: FlaskClient, headers: dict[str, str], home: Organisation) -> None:
        one = made.make(home)
        client.post(f"{PATH}/{one.id}/status", json={"status": "offer"}, headers=headers)
        first = client.get(f"{PATH}/{one.id}/history?limit=1", headers=headers).get_json()
        second = client.get(
            f"{PATH}/{one.id}/history", query_string={"cursor": first["nextCursor"]}, headers=headers
        ).get_json()

        assert [first["items"][0]["to"], second["items"][0]["to"], second["nextCursor"]] == ["offer", "new", None]

    def test_moves_at_the_same_time_leave_one_unbroken_history(
        self, app: Application, client: FlaskClient, headers: dict[str, str], home: Organisation
    ) -> None:
        one = made.make(home)
        wanted = ["screening", "interview", "offer", "hired", "rejected"]

        def move(status: str) -> int:
            body = {"status": status}
            return app.test_client().post(f"{PATH}/{one.id}/status", json=body, headers=headers).status_code

        with ThreadPoolExecutor(5) as pool:
            assert set(pool.map(move, wanted)) == {200}
        steps = client.get(f"{PATH}/{one.id}/history", headers=headers).get_json()["items"]

        assert [step["from"] for step in steps[:-1]] == [step["to"] for step in steps[1:]]
        assert {step["to"] for step in steps} == {"new", *wanted}

    def test_the_archive_hides_and_gives_back(
        self, client: FlaskClient, headers: dict[str, str], home: Organisation, heard: list[str]
    ) -> None:
        one = made.make(home)
        told = [client.post(f"{PATH}/{one.id}/archive", headers=headers) for _ in range(2)]
        hidden, shown = names(client, headers), names(client, headers, archived="true")
        refused = client.patch(f"{PATH}/{one.id}", json={"headline": "New"}, headers=headers)
        back = client.post(f"{PATH}/{one.id}/restore", headers=headers).get_json()

        assert [answer.get_json()["version"] for answer in told] == [2, 2]
        assert (hidden, shown, refused.get_json()["code"]) == ([], ["Some Candidate"], "candidate_archived")
        assert (back["archivedAt"], names(client, headers)) == (None, ["Some Candidate"])
        assert heard == ["candidate_created", "candidate_archived", "candidate_updated"]

    @pytest.mark.parametrize("verb", ["archive", "restore", "status", "invite"])
    def test_refused(self, client: FlaskClient, stranger: dict[str, str], home: Organisation, verb: str) -> None:
        one = made.make(home, email="a@example.org")
        reader = accounts.headers_of(accounts.make_user(home, role=Role.INTERVIEWER))
        body = {"json": {"status": "offer"}} if verb == "status" else {}

        assert client.post(f"{PATH}/{one.id}/{verb}", **body, headers=stranger).status_code == 404
        assert client.post(f"{PATH}/{one.id}/{verb}", **body, headers=reader).status_code == 403


class TestPortal:
    """Inviting a candidate to an account of their own."""

    def test_at_once(self, client: FlaskClient, headers: dict[str, str], home: Organisation) -> None:
        body = {"name": "Ada", "email": "ada@example.org", "inviteToPortal": True}
        told = client.post(PATH, json=body, headers=headers).get_json()
        user = accounts_service.find_user_by_email("ada@example.org")

        assert told["hasAccount"] and user is not None and user.role == Role.CANDIDATE
        assert (own := candidates.find_by_user(user.id)) is not None and own.id == told["id"]

    def test_later_and_again(self, client: FlaskClient, headers: dict[str, str], home: Organisation) -> None:
        one = made.make(home, email="ada@example.org")
        told = [client.post(f"{PATH}/{one.id}/invite", headers=headers) for _ in range(2)]

        assert [answer.status_code for answer in told] == [200, 200]

    def test_an_account_of_the_staff_is_not_taken(
        self, client: FlaskClient, headers: dict[str, str], home: Organisation
    ) -> None:
        accounts.make_user(home, email="boss@example.org")
        body = {"name": "Boss", "email": "boss@example.org", "inviteToPortal": True}
        answer = client.post(PATH, json=body, headers=headers)

        assert (answer.status_code, names(client, headers)) == (409, [])

    def test_without_an_address(self, client: FlaskClient, headers: dict[str, str], home: Organisation) -> None:
        answer = client.post(f"{PATH}/{made.make(home).id}/invite", headers=headers)

        assert (answer.status_code, answer.get_json()["code"]) == (422, "email_missing")


class TestLabels:
    """Suggestions."""

    def test_by_their_beginning_in_order(
        self, client: FlaskClient, headers: dict[str, str], home: Organisation
    ) -> None:
        made.make(home, skills=["Python", "PyTorch", "C++"], tags=["Pytest-free"])
        made.make(home, skills=["python", "pYTHON 3"])
        made.make(skills=["Pyramid"])

        assert suggested(client, headers, "skills", "py") == ["Python", "pYTHON 3", "PyTorch"]
        assert suggested(client, headers, "skills", "") == ["C++", "Python", "pYTHON 3", "PyTorch"]
        assert suggested(client, headers, "tags", "P") == ["Pytest-free"]
        assert suggested(client, headers, "tags", "%") == []

    def test_at_most_twenty(self, client: FlaskClient, headers: dict[str, str], home: Organisation) -> None:
        made.make(home, tags=[f"tag {number:03}" for number in range(50)])

        assert suggested(client, headers, "tags", "tag") == [f"tag {number:03}" for number in range(20)]


def names(client: FlaskClient, headers: dict[str, str], **query: Any) -> list[str]:
    """Who is listed."""
    return [one["name"] for one in client.get(PATH, query_string=query, headers=headers).get_json()["items"]]


def suggested(client: FlaskClient, headers: dict[str, str], kind: str, search: str) -> list[str]:
    """What is suggested."""
    found = client.get(f"{PATH}/{kind}", query_string={"search": search}, headers=headers).get_json()["items"]
    return [str(label) for label in found]
