"""Whose time is taken: true overlap, for everybody, whoever comes at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select

from interview.core import clock
from interview.core.audit import AuditEvent
from interview.core.db import db
from interview.core.http import Application
from interview.scheduling import conflicts
from interview.scheduling.models import Booking, Interview
from tests.factories import accounts, interviews
from tests.factories.offices import CONDUCT, OWN, SESSIONS, Office

TEN = (clock.now() + timedelta(days=5)).replace(hour=10, minute=0, second=0, microsecond=0)


def at(minutes: int) -> str:
    """A moment some minutes after ten."""
    return (TEN + timedelta(minutes=minutes)).isoformat()


def someone_else(team: Office) -> int:
    """Another candidate."""
    return interviews.make_candidate(team.organisation).id


class TestOverlap:
    """An hour from ten with a quarter's buffer, and a second interview of the same interviewer."""

    @pytest.mark.parametrize(
        ("minutes", "length", "buffer", "is_free"),
        [
            (-60, 60, 0, True), (-60, 60, 1, False), (-61, 60, 1, True), (-5, 5, 0, True), (-5, 6, 0, False),
            (0, 60, 0, False), (10, 5, 0, False), (-30, 240, 0, False), (74, 5, 0, False), (75, 5, 0, True),
        ],
    )  # fmt: skip
    def test_of_an_interviewer(self, team: Office, minutes: int, length: int, buffer: int, is_free: bool) -> None:
        team.create(interviewerId=team.first.id, scheduledAt=at(0), bufferMinutes=15)
        told = {"interviewerId": team.first.id, "scheduledAt": at(minutes), "durationMinutes": length}
        told |= {"bufferMinutes": buffer, "candidateId": someone_else(team)}
        foreseen = team.post(f"{CONDUCT}/conflicts", told).get_json()
        answer = team.try_to_create(**told)

        assert answer.status_code == (201 if is_free else 409) and foreseen["isFree"] is is_free

    def test_says_who_and_when(self, team: Office) -> None:
        first = team.create(interviewerIds=[team.second.id, team.first.id], scheduledAt=at(0), bufferMinutes=15)
        refused = team.try_to_create(interviewerIds=[team.first.id], scheduledAt=at(30)).get_json()

        assert refused["code"] == "interview_conflict"
        stretch = {"interviewId": first["id"], "startsAt": clock.wire(TEN)}
        stretch["endsAt"] = clock.wire(TEN + timedelta(minutes=75))
        assert sorted(refused["conflicts"], key=lambda one: one["person"]) == [
            {"person": f"candidate:{team.candidate.id}", "name": "Some Candidate"} | stretch,
            {"person": f"user:{team.first.id}", "name": "Some Person"} | stretch,
        ]

    def test_of_a_candidate_alone(self, team: Office) -> None:
        team.create(interviewerId=team.first.id, scheduledAt=at(0))
        refused = team.try_to_create(interviewerId=team.second.id, scheduledAt=at(0))

        assert [one["person"] for one in refused.get_json()["conflicts"]] == [f"candidate:{team.candidate.id}"]

    def test_of_one_of_a_panel(self, team: Office) -> None:
        team.create(interviewerId=team.second.id, scheduledAt=at(0))
        told = {"interviewerIds": [team.first.id, team.second.id], "candidateId": someone_else(team)}

        assert team.try_to_create(scheduledAt=at(59), **told).status_code == 409
        assert team.try_to_create(scheduledAt=at(60), **told).status_code == 201

    def test_without_a_time_nothing_is_taken(self, team: Office) -> None:
        team.create(interviewerId=team.first.id)

        assert db.session.scalars(select(Booking)).all() == []

    @pytest.mark.parametrize("over", ["cancel", "no-show", "complete"])
    def test_what_is_over_frees_the_time(self, team: Office, over: str) -> None:
        told = {"interviewerId": team.first.id, "scheduledAt": "2024-02-15T10:00:00Z"}
        made = team.create(**told)
        team.verb(made["id"], "start") if over == "complete" else None
        team.verb(made["id"], over, {"reason": "x"} if over == "cancel" else {})

        assert team.try_to_create(**told).status_code == 201

    def test_what_is_under_way_takes_it(self, team: Office) -> None:
        told = {"interviewerId": team.first.id, "scheduledAt": "2024-02-15T10:00:00Z"}
        team.verb(team.create(**told)["id"], "start")

        assert team.try_to_create(**told).status_code == 409

    def test_moving_and_changing_are_checked_too(self, team: Office) -> None:
        team.create(interviewerId=team.first.id, scheduledAt=at(0))
        other = team.create(candidateId=someone_else(team), interviewerId=team.second.id, scheduledAt=at(0))
        swapped = team.ask("PATCH", f"{SESSIONS}/{other['id']}", {"interviewerId": team.first.id})
        team.verb(other["id"], "reschedule", {"scheduledAt": at(60)})
        moved = team.ask("PATCH", f"{SESSIONS}/{other['id']}", {"interviewerId": team.first.id})
        back = team.verb(other["id"], "reschedule", {"scheduledAt": at(30)})

        assert [one.status_code for one in (swapped, moved, back)] == [409, 200, 409]

    def test_an_interview_does_not_stand_in_its_own_way(self, team: Office) -> None:
        made = team.create(interviewerId=team.first.id, scheduledAt=at(0))
        foreseen = {"interviewId": made["id"], "scheduledAt": at(30)}

        assert team.post(f"{CONDUCT}/conflicts", foreseen).get_json() == {"isFree": True, "conflicts": []}
        assert team.verb(made["id"], "reschedule", {"scheduledAt": at(30)}).status_code == 200

    def test_a_refused_interview_leaves_nothing(self, team: Office) -> None:
        team.create(scheduledAt=at(0))
        team.try_to_create(scheduledAt=at(0))

        assert len(db.session.scalars(select(Interview)).all()) == 1


class TestForce:
    """Going past conflicts knowingly."""

    def test_is_kept_in_mind(self, team: Office) -> None:
        first = team.create(interviewerId=team.first.id, scheduledAt=at(0))
        team.create(interviewerId=team.first.id, scheduledAt=at(0), force=True)
        kept = db.session.scalars(select(AuditEvent.details).where(AuditEvent.action == "interview.created")).all()

        assert {"conflicts_overridden": [first["id"]]} in kept

    def test_works_for_moving(self, team: Office) -> None:
        team.create(scheduledAt=at(0))
        other = team.create(scheduledAt=at(120))
        told = {"scheduledAt": at(30)}

        assert team.verb(other["id"], "reschedule", told).status_code == 409
        assert team.verb(other["id"], "reschedule", told | {"force": True}).status_code == 200


class TestForesight:
    """POST /api/interviews/conflicts."""

    def test_takes_nobodys_time(self, team: Office) -> None:
        team.post(f"{CONDUCT}/conflicts", {"interviewerId": team.first.id, "scheduledAt": at(0)})

        assert db.session.scalars(select(Booking)).all() == []

    @pytest.mark.parametrize("name", ["candidateId", "interviewerId", "interviewId"])
    def test_names_that_nobody_has(self, team: Office, name: str) -> None:
        assert team.post(f"{CONDUCT}/conflicts", {name: "nobody", "scheduledAt": at(0)}).status_code == 404

    def test_people_of_another_organisation(self, team: Office) -> None:
        told = {"interviewerId": accounts.make_user().id, "scheduledAt": at(0)}

        assert team.post(f"{CONDUCT}/conflicts", told).status_code == 404

    def test_needs_a_time(self, team: Office) -> None:
        assert team.post(f"{CONDUCT}/conflicts", {"interviewerId": team.first.id}).status_code == 422

    def test_interviewers_may_not(self, team: Office) -> None:
        team.sign_in(team.first)

        assert team.post(f"{CONDUCT}/conflicts", {"scheduledAt": at(0)}).status_code == 403


def test_a_candidate_learns_nothing_of_others(team: Office) -> None:
    """A candidate who moves an interview is told that the panel is not free, not by what."""
    user = accounts.make_user(team.organisation, role="candidate")
    team.candidate.user_id = user.id
    db.session.merge(team.candidate)
    db.session.commit()
    team.create(candidateId=someone_else(team), interviewerId=team.first.id, scheduledAt=at(0))
    mine = team.create(interviewerId=team.first.id, scheduledAt=at(240), rescheduleDeadlineHours=1)
    team.sign_in(user)
    refused = team.post(f"{OWN}/{mine['id']}/reschedule", {"scheduledAt": at(0)}).get_json()

    assert (refused["code"], refused["conflicts"]) == ("interview_conflict", [])


class TestAtOnce:
    """Fifty who want overlapping times at the same moment, each over a connection of its own."""

    def test_one_of_fifty_gets_an_interviewer(self, app: Application, team: Office) -> None:
        people = [someone_else(team) for _ in range(50)]

        def ask(number: int) -> int:
            told = {"candidateId": people[number], "scheduledAt": at(number % 10), "interviewerId": team.first.id}
            return app.test_client().post(SESSIONS, json=told, headers=team.headers).status_code

        assert _at_once(ask) == {201: 1, 409: 49}
        assert len(db.session.scalars(select(Interview)).all()) == 1
        assert len(db.session.scalars(select(Booking)).all()) == 2

    def test_crossed_panels_wait_for_each_other(self, app: Application, team: Office) -> None:
        """Panels in opposite orders never wait in a circle, because people are held in the order of their ids."""
        people = [someone_else(team) for _ in range(50)]
        panels = ([team.first.id, team.second.id], [team.second.id, team.first.id])

        def ask(number: int) -> int:
            told = {"candidateId": people[number], "scheduledAt": at(0), "interviewerIds": panels[number % 2]}
            return app.test_client().post(SESSIONS, json=told, headers=team.headers).status_code

        assert _at_once(ask) == {201: 1, 409: 49}

    def test_one_of_fifty_gets_a_candidate(self, app: Application, team: Office) -> None:
        def ask(_: int) -> int:
            told = {"candidateId": team.candidate.id, "scheduledAt": at(0)}
            return app.test_client().post(SESSIONS, json=told, headers=team.headers).status_code

        assert _at_once(ask) == {201: 1, 409: 49}


def _at_once(ask: object) -> Counter[int]:
    with ThreadPoolExecutor(max_workers=25) as pool:
        return Counter(pool.map(ask, range(50)))  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _nobody_else(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Only bookings count here; calendars elsewhere have tests of their own."""
    monkeypatch.setattr(conflicts, "_elsewhere", [])
    yield


def test_busy_tells_a_persons_stretches(team: Office) -> None:
    """What the calendar reads."""
    team.create(interviewerId=team.first.id, scheduledAt=at(0), bufferMinutes=15)
    team.create(candidateId=someone_else(team), interviewerId=team.first.id, scheduledAt=at(120), durationMinutes=30)
    end = TEN + timedelta(minutes=75)
    person = f"user:{team.first.id}"

    assert conflicts.busy(person, TEN, TEN + timedelta(hours=1)) == [(TEN, end)]
    assert conflicts.busy(person, end, end + timedelta(minutes=45)) == []
    assert len(conflicts.busy(person, TEN, TEN + timedelta(hours=12))) == 2
