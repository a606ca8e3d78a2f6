"""Every list and filter, as requests over HTTP; each kind asks for other values every time."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import perf_counter
from typing import Any

from flask.testing import FlaskClient

from benchmarks.scale.fill import BUSY_INTERVIEWERS, BUSY_POSITIONS, INTERVIEWERS, POSITIONS
from interview.scheduling import conflicts

Query = dict[str, Any]
SESSIONS, CANDIDATES, POSITIONS_LIST, USERS = (
    "/api/interviews/sessions",
    "/api/admin/candidates",
    "/api/admin/positions",
    "/api/users",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One list with one way of narrowing it."""

    name: str
    path: str
    query: Callable[[random.Random, int], Query]


@dataclass(frozen=True, slots=True)
class Answered:
    """One page: how long it took, and how many rows it has."""

    seconds: float
    rows: int


def _day(dice: random.Random) -> datetime:
    return datetime(2024, 3, 1, tzinfo=UTC) + timedelta(days=dice.randrange(1000))


def _days(dice: random.Random, length: int) -> Query:
    first = _day(dice)
    return {"startDate": f"{first:%Y-%m-%d}", "endDate": f"{first + timedelta(days=length):%Y-%m-%d}"}


def _busy(dice: random.Random) -> Query:
    return {"interviewerId": f"user{dice.randrange(1, BUSY_INTERVIEWERS + 1)}"}


def _other(dice: random.Random) -> Query:
    return {"interviewerId": f"user{dice.randrange(BUSY_INTERVIEWERS + 1, INTERVIEWERS + 1)}"}


def _first_name(dice: random.Random) -> str:
    return dice.choice(["ada", "berta", "chen", "dilan", "emeka", "freya", "goran", "hana", "inge", "jonas"])


_POSITION, _RARE_POSITION = (1, BUSY_POSITIONS + 1), (BUSY_POSITIONS + 1, POSITIONS + 1)
_DONE = {"status": "completed", "type": "technical"}

KINDS = (
    Kind("interviews", SESSIONS, lambda _d, _n: {}),
    Kind("  candidateId", SESSIONS, lambda d, n: {"candidateId": d.randrange(1, n // 5)}),
    Kind("  interviewerId", SESSIONS, lambda d, _n: _busy(d)),
    Kind("  interviewerId, rare", SESSIONS, lambda d, _n: _other(d)),
    Kind("  jobId", SESSIONS, lambda d, _n: {"jobId": f"position{d.randrange(*_POSITION)}"}),
    Kind("  jobId, rare", SESSIONS, lambda d, _n: {"jobId": f"position{d.randrange(*_RARE_POSITION)}"}),
    Kind("  type, common", SESSIONS, lambda _d, _n: {"type": "technical"}),
    Kind("  type, seldom", SESSIONS, lambda _d, _n: {"type": "panel"}),
    Kind("  mode, seldom", SESSIONS, lambda _d, _n: {"mode": "chat"}),
    Kind("  status scheduled", SESSIONS, lambda _d, _n: {"status": "scheduled"}),
    Kind("  status in-progress, rare", SESSIONS, lambda _d, _n: {"status": "in-progress"}),
    Kind("  status no-show", SESSIONS, lambda _d, _n: {"status": "no-show"}),
    Kind("  difficulty, seldom", SESSIONS, lambda _d, _n: {"difficulty": "expert"}),
    Kind("  isAiInterview", SESSIONS, lambda _d, _n: {"isAiInterview": "true"}),
    Kind("  tag, common", SESSIONS, lambda d, _n: {"tags": f"common{d.randrange(5)}"}),
    Kind("  tag, rare", SESSIONS, lambda d, _n: {"tags": f"rare{d.randrange(1000)}"}),
    Kind("  two tags", SESSIONS, lambda d, _n: {"tags": f"common{d.randrange(5)},tenth{d.randrange(10)}"}),
    Kind("  two tags, one rare", SESSIONS, lambda d, _n: {"tags": f"common{d.randrange(5)},rare{d.randrange(1000)}"}),
    Kind("  a day", SESSIONS, lambda d, _n: _days(d, 0)),
    Kind("  a month", SESSIONS, lambda d, _n: _days(d, 30)),
    Kind("  an interviewer's day", SESSIONS, lambda d, _n: _busy(d) | _days(d, 0)),
    Kind("  an interviewer's month", SESSIONS, lambda d, _n: _busy(d) | _days(d, 30)),
    Kind("  an interviewer's half year", SESSIONS, lambda d, _n: _busy(d) | _days(d, 180)),
    Kind("  search, title, common", SESSIONS, lambda d, _n: {"search": f"round {d.randrange(1, 6)}"}),
    Kind("  search, title, seldom", SESSIONS, lambda _d, _n: {"search": "special"}),
    Kind("  search, title, rare", SESSIONS, lambda _d, _n: {"search": "unusual"}),
    Kind("  search, first name", SESSIONS, lambda d, _n: {"search": _first_name(d)}),
    Kind("  search, family name, rare", SESSIONS, lambda d, _n: {"search": f"family{d.randrange(5000)}"}),
    Kind("  search, nobody", SESSIONS, lambda _d, _n: {"search": "xylophone"}),
    Kind("  type, status, mode", SESSIONS, lambda _d, _n: {"type": "hr", "status": "completed", "mode": "audio"}),
    Kind("  interviewer, status, type", SESSIONS, lambda d, _n: _busy(d) | _DONE),
    Kind("  interviewer, no-show, type", SESSIONS, lambda d, _n: _busy(d) | _DONE | {"status": "no-show"}),
    Kind("candidates", CANDIDATES, lambda _d, _n: {}),
    Kind("  status", CANDIDATES, lambda _d, _n: {"status": "offer"}),
    Kind("  search, first name", CANDIDATES, lambda d, _n: {"search": _first_name(d)}),
    Kind("  search, family name, rare", CANDIDATES, lambda d, _n: {"search": f"family{d.randrange(5000)}"}),
    Kind("  search, first letters", CANDIDATES, lambda _d, _n: {"search": "ad"}),
    Kind("  skill, common", CANDIDATES, lambda d, _n: {"skill": f"skill{d.randrange(40)}"}),
    Kind("  skill, rare", CANDIDATES, lambda d, _n: {"skill": f"rare{d.randrange(2000)}"}),
    Kind("  tag", CANDIDATES, lambda d, _n: {"tag": f"tag{d.randrange(25)}"}),
    Kind("  experience", CANDIDATES, lambda d, _n: {"experienceMin": d.randrange(30), "experienceMax": 39}),
    Kind("  score", CANDIDATES, lambda d, _n: {"scoreMin": d.randrange(60), "scoreMax": 99}),
    Kind("positions", POSITIONS_LIST, lambda _d, _n: {}),
    Kind("users", USERS, lambda _d, _n: {}),
)


def first_and_next(kind: Kind, client: FlaskClient, headers: dict[str, str], query: Query) -> Iterator[Answered]:
    """How long the first page takes, and the one that its cursor leads to, and how many rows each has."""
    cursor = None
    for _ in range(2):
        began = perf_counter()
        answer = client.get(kind.path, query_string=query | ({"cursor": cursor} if cursor else {}), headers=headers)
        seconds = perf_counter() - began
        if answer.status_code != 200:
            raise SystemExit(f"{kind.path} {query}: {answer.status_code} {answer.text[:300]}")
        told = answer.get_json()
        yield Answered(seconds, len(told["items"]))
        cursor = told["nextCursor"]
        if cursor is None:
            return


def conflict_seconds(dice: random.Random, interviews: int) -> float:
    """How long the check of a candidate and a panel of three takes, at a random moment."""
    people = [f"user:user{dice.randrange(1, INTERVIEWERS + 1)}" for _ in range(3)]
    people.append(f"candidate:{dice.randrange(1, interviews // 5)}")
    starts_at = _day(dice) + timedelta(minutes=dice.randrange(1440))
    began = perf_counter()
    conflicts.find(people, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1))
    return perf_counter() - began
