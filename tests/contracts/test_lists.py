"""Lists by cursor: every row once, whatever is added in between; a cursor opens nothing but its list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import requests

from tests.contracts.organisations import Organisation
from tests.contracts.shapes import PROBLEM, faults

COUNT = 7


@pytest.fixture
def fresh(ours: Organisation) -> Organisation:
    """A new organisation, whose lists are empty but for what the demonstration made."""
    return Organisation(ours.server)


def add_candidate(ours: Organisation, number: int) -> int:
    """A candidate's id."""
    return int(ours.staff.post("/api/admin/candidates", {"name": f"Candidate {number}"})["id"])


def pages(ours: Organisation, path: str, *, limit: int = 2) -> Iterator[list[dict[str, Any]]]:
    """The list's pages, one after the other."""
    cursor = ""
    while True:
        page = ours.staff.get(f"{path}?limit={limit}{cursor}")
        yield page["items"]
        if page["nextCursor"] is None:
            return
        cursor = f"&cursor={page['nextCursor']}"


class TestPages:
    """A walk through a list."""

    def test_stable_under_inserts(self, fresh: Organisation) -> None:
        before = [add_candidate(fresh, number) for number in range(COUNT)]
        seen: list[int] = []
        for page in pages(fresh, "/api/admin/candidates"):
            seen += [one["id"] for one in page]
            add_candidate(fresh, 100)

        assert seen == [*reversed(before), fresh.told["candidate_id"]]

    def test_interviews_too(self, fresh: Organisation) -> None:
        before = [fresh.invite().interview_id for _ in range(4)]
        seen: list[str] = []
        for page in pages(fresh, "/api/admin/interviews"):
            seen += [one["id"] for one in page]
            fresh.invite()

        assert seen == [*reversed(before), fresh.told["interview_id"]]

    def test_last_page(self, fresh: Organisation) -> None:
        add_candidate(fresh, 1)
        page = fresh.staff.get("/api/admin/candidates?limit=2")

        assert (len(page["items"]), page["nextCursor"]) == (2, None)

    def test_twenty_unless_told_otherwise(self, fresh: Organisation) -> None:
        for number in range(20):
            add_candidate(fresh, number)

        assert len(fresh.staff.get("/api/admin/candidates")["items"]) == 20

    def test_filter(self, fresh: Organisation) -> None:
        invited = fresh.invite()
        found = fresh.staff.get(f"/api/admin/interviews?candidateId={invited.candidate_id}&status=scheduled")["items"]

        assert [one["id"] for one in found] == [invited.interview_id]
        assert fresh.staff.get("/api/admin/interviews?status=completed")["items"] == []


class TestRefused:
    """What is no place in the list."""

    @pytest.mark.parametrize("query", ["limit=0", "limit=101", "limit=many", "cursor=x", "cursor="])
    def test_query(self, ours: Organisation, http: requests.Session, query: str) -> None:
        answer = http.get(f"{ours.server.url}/api/admin/candidates?{query}", auth=ours.api_key)

        assert answer.status_code == 422
        assert faults(answer.json(), PROBLEM | {"errors": {query.partition("=")[0]: [str]}}) == []

    def test_cursor_of_another_list(self, fresh: Organisation, http: requests.Session) -> None:
        fresh.invite()
        cursor = fresh.staff.get("/api/admin/candidates?limit=1")["nextCursor"]
        answer = http.get(f"{fresh.server.url}/api/admin/interviews?cursor={cursor}", auth=fresh.api_key)

        assert answer.status_code == 422

    def test_cursor_of_another_organisation(self, fresh: Organisation, theirs: Organisation) -> None:
        add_candidate(fresh, 1)
        cursor = fresh.staff.get("/api/admin/candidates?limit=1")["nextCursor"]
        seen = theirs.staff.get(f"/api/admin/candidates?limit=100&cursor={cursor}")["items"]
        own = {one["id"] for page in pages(theirs, "/api/admin/candidates", limit=100) for one in page}

        assert {one["id"] for one in seen} <= own
