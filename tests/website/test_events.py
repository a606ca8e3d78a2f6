"""The events that the web client listens to are those that `docs/events.md` tells, member by member."""

from __future__ import annotations

import re

import pytest

from tests.house.tree import ROOT

# Told of an organisation, and therefore without a session.
OF_NO_SESSION = frozenset({"interview-status-changed"})


def documented() -> dict[str, set[str]]:
    """Each event of the page's second half with the members of its body."""
    told = (ROOT / "docs/events.md").read_text().partition("## What the server tells")[2]
    rows = re.findall(r"^\| `([a-z-]+)` \| (.*) \|$", told, re.MULTILINE)
    return {event: _members(body) | (set() if event in OF_NO_SESSION else {"session_id"}) for event, body in rows}


def _members(body: str) -> set[str]:
    """The names before the first semicolon; what stands in brackets are values."""
    return set(re.findall(r"`(\w+)`", re.sub(r"\([^)]*\)", "", body.partition(";")[0])))


def typed() -> dict[str, set[str]]:
    """Each event of the client's types with the members of its body."""
    written = (ROOT / "web/src/realtime/events.ts").read_text().partition("interface SessionEvents")[2]
    heard = re.findall(r'"([a-z-]+)": \(told: \{(.*?)\}\) => void', written.partition("\n}\n")[0], re.DOTALL)
    return {event: set(re.findall(r"(\w+)\??:", body)) for event, body in heard}


class TestEvents:
    """The page and the types."""

    def test_name_the_same_events(self) -> None:
        assert documented() and set(typed()) == set(documented())

    @pytest.mark.parametrize("event", sorted(documented()))
    def test_give_each_the_same_members(self, event: str) -> None:
        assert typed()[event] == documented()[event]
