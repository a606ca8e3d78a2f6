"""/api/interviews/<id>/start, end, logs: the pipeline dialect."""

from __future__ import annotations

from typing import Any

import pytest

from interview.core.db import unit_of_work
from interview.scheduling import service as scheduling
from tests.factories import accounts
from tests.factories.offices import CONDUCT, Office

PAST = {"scheduledAt": "2024-02-15T10:00:00Z"}


class TestStartAndEnd:
    """POST start, POST end."""

    def test_feedback_may_be_one_text(self, team: Office) -> None:
        made = team.create(**PAST)
        started = team.post(f"{CONDUCT}/{made['id']}/start").get_json()
        ended = team.post(f"{CONDUCT}/{made['id']}/end", {"feedback": "Good.", "score": 8.5}).get_json()

        assert (started["status"], ended["status"]) == ("in_progress", "completed")
        assert (ended["feedback"], ended["score"]) == ({"overall": "Good."}, 8.5)

    @pytest.mark.parametrize("verb", ["start", "end"])
    def test_who_may(self, team: Office, verb: str) -> None:
        made = team.create(interviewerId=team.first.id, **PAST)
        if verb == "end":
            team.post(f"{CONDUCT}/{made['id']}/start")
        met = {}
        candidate = accounts.make_user(team.organisation, role="candidate")
        for name, user in {"candidate": candidate, "other": team.second, "panel": team.first}.items():
            team.sign_in(user)
            met[name] = team.post(f"{CONDUCT}/{made['id']}/{verb}").status_code

        assert met == {"candidate": 403, "other": 403, "panel": 200}

    def test_programs_are_told_by_their_scope(self, team: Office) -> None:
        made = team.create(**PAST)
        team.headers = accounts.basic(accounts.make_key(team.organisation, scopes={"interviews:conduct"}))

        assert team.post(f"{CONDUCT}/{made['id']}/start").status_code == 200

    def test_nobody_we_know(self, team: Office) -> None:
        made = team.create(**PAST)
        team.headers = {}

        assert team.post(f"{CONDUCT}/{made['id']}/start").status_code == 401

    def test_what_nobody_has(self, team: Office) -> None:
        assert team.post(f"{CONDUCT}/{'0' * 32}/start").status_code == 404


class TestLogs:
    """GET logs."""

    def lines(self, team: Office, interview_id: str, **query: Any) -> Any:
        """The answer for an interview's log."""
        return team.get(f"{CONDUCT}/{interview_id}/logs", **query)

    def test_oldest_first_page_after_page(self, team: Office) -> None:
        made = team.create(**PAST)
        for verb in ("start", "complete"):
            team.verb(made["id"], verb)
        told, cursor = [], None
        for _ in range(3):
            page = self.lines(team, made["id"], limit=1, **({"cursor": cursor} if cursor else {})).get_json()
            told += page["items"]
            cursor = page["nextCursor"]

        assert [line["event"] for line in told] == ["interview-scheduled", "interview-started", "interview-completed"]
        assert cursor is None and {line["actor"] for line in told} == {f"user:{team.admin.id}"}

    def test_holds_no_score(self, team: Office) -> None:
        made = team.create(interviewerId=team.first.id, **PAST)
        team.verb(made["id"], "start")
        team.verb(made["id"], "complete", {"score": 87.5, "feedback": "Marvellous."})
        team.sign_in(team.second)
        told = self.lines(team, made["id"]).text

        assert "87.5" not in told and "Marvellous" not in told

    def test_is_not_for_candidates_and_others(self, team: Office) -> None:
        made = team.create()
        met = []
        for user in (accounts.make_user(team.organisation, role="candidate"), accounts.make_user()):
            team.sign_in(user)
            met.append(self.lines(team, made["id"]).status_code)

        assert met == [403, 404]

    def test_lines_of_the_same_moment_come_once(self, team: Office) -> None:
        made = team.create()
        with unit_of_work():
            interview = scheduling.get(made["id"], within=team.organisation.id)
            for number in range(5):
                scheduling.log(interview.id, f"event-{number}", by=team.admin.as_actor())
        seen, cursor = [], None
        while True:
            page = self.lines(team, made["id"], limit=2, **({"cursor": cursor} if cursor else {})).get_json()
            seen += [line["id"] for line in page["items"]]
            cursor = page["nextCursor"]
            if cursor is None:
                break

        assert len(seen) == 6 and seen == sorted(set(seen))
