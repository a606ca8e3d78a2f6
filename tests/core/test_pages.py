"""Lists by cursor: everything once, stable under inserts, nobody else's cursor."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from interview.candidates.models import Candidate
from interview.core.errors import Malformed
from interview.core.http import Application
from interview.core.pages import Page, page
from tests.factories import accounts, interviews

SECRET = b"signs the cursors of this test"


def read(*, limit: int = 3, cursor: str | None = None, secret: bytes = SECRET) -> Page[Candidate]:
    """One page of candidates."""
    return page(
        select(Candidate), newest_by=Candidate.created_at, id_column=Candidate.id, limit=limit, cursor=cursor,
        signed_with=secret,
    )  # fmt: skip


def walk(*, limit: int) -> list[int]:
    """Every candidate, page by page."""
    found, cursor = [], None
    while True:
        here = read(limit=limit, cursor=cursor)
        found += [one.id for one in here.items]
        cursor = here.next_cursor
        if cursor is None:
            return found


class TestPage:
    """Walking."""

    @pytest.fixture(autouse=True)
    def seven(self, app: Application) -> list[int]:
        """Seven candidates, oldest first."""
        home = accounts.make_organisation()
        return [interviews.make_candidate(home).id for _ in range(7)]

    @pytest.mark.parametrize("limit", [1, 2, 3, 6, 7, 100])
    def test_everything_comes_once_newest_first(self, seven: list[int], limit: int) -> None:
        assert walk(limit=limit) == seven[::-1]

    def test_what_is_added_meanwhile_moves_nothing(self, seven: list[int]) -> None:
        first = read()
        interviews.make_candidate()
        second = read(cursor=first.next_cursor)

        assert [one.id for one in (*first.items, *second.items)] == seven[::-1][:6]

    @pytest.mark.parametrize("cursor", ["", "x", "WyJhIiwxXQ.abc", "[]"])
    def test_an_invented_cursor_is_refused(self, cursor: str) -> None:
        with pytest.raises(Malformed):
            read(cursor=cursor)

    def test_a_cursor_of_another_list_is_refused(self) -> None:
        other = read(secret=b"another").next_cursor

        with pytest.raises(Malformed):
            read(cursor=other)
