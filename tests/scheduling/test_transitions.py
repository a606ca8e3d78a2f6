"""The state machine of an interview, as truth tables: of the moves, and of every dialect's verbs."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from interview.core import clock
from interview.core.db import db, unit_of_work
from interview.recording.models import RecordingSession
from interview.scheduling.errors import WrongStatus
from interview.scheduling.models import Booking, Interview
from interview.scheduling.models import InterviewStatus as Status
from interview.scheduling.transitions import move
from tests.factories import accounts, interviews
from tests.factories.interviews import Invited
from tests.factories.offices import ADMIN, CONDUCT, OWN, SESSIONS

MAY = {
    ("scheduled", "in_progress"),
    ("scheduled", "cancelled"),
    ("scheduled", "no_show"),
    ("in_progress", "completed"),
    ("in_progress", "cancelled"),
    ("no_show", "scheduled"),
    ("no_show", "in_progress"),
}


@pytest.mark.parametrize("origin", list(Status))
@pytest.mark.parametrize("to", list(Status))
def test_every_pair(origin: Status, to: Status) -> None:
    """What may follow what."""
    interview = Interview(status=origin)
    if (origin.value, to.value) in MAY:
        move(interview, to)
        assert interview.status == to
    else:
        with pytest.raises(WrongStatus):
            move(interview, to)
        assert interview.status == origin


def test_times_are_stamped() -> None:
    """Beginning and end are known from the moves."""
    interview = Interview(status=Status.SCHEDULED)
    move(interview, Status.IN_PROGRESS)
    move(interview, Status.COMPLETED)

    assert interview.started_at <= interview.ended_at


# What a verb makes of each status; None is a refusal that changes nothing. A token tells that its interview is gone.
REFUSED = {409, 410}
ORDER = (Status.SCHEDULED, Status.IN_PROGRESS, Status.COMPLETED, Status.CANCELLED, Status.NO_SHOW)
OUTCOMES = {
    "start": ("in_progress", "in_progress", None, None, "in_progress"),
    "end": (None, "completed", "completed", None, None),
    "cancel": ("cancelled", "cancelled", None, None, None),
    "decline": ("cancelled", None, None, None, None),
    "no-show": ("no_show", None, None, None, None),
    "reschedule": ("scheduled", None, None, None, "scheduled"),
    "change": ("scheduled", None, None, None, None),
}
TIME = {"scheduledAt": (clock.now() + timedelta(days=9)).isoformat(), "override": True}
WAYS = {
    ("recording", "start"): ("POST", "/api/interview/session/start", None),
    ("management", "start"): ("POST", f"{SESSIONS}/%s/start", {}),
    ("pipeline", "start"): ("POST", f"{CONDUCT}/%s/start", {}),
    ("management", "end"): ("POST", f"{SESSIONS}/%s/complete", {}),
    ("pipeline", "end"): ("POST", f"{CONDUCT}/%s/end", {}),
    ("management", "cancel"): ("POST", f"{SESSIONS}/%s/cancel", {"reason": "x"}),
    ("pipeline", "cancel"): ("POST", f"{ADMIN}/%s/cancel", {"reason": "x"}),
    ("pipeline", "decline"): ("POST", f"{OWN}/%s/decline", {"reason": "x"}),
    ("management", "no-show"): ("POST", f"{SESSIONS}/%s/no-show", {}),
    ("pipeline", "no-show"): ("POST", f"{ADMIN}/%s/no-show", {}),
    ("management", "reschedule"): ("POST", f"{SESSIONS}/%s/reschedule", TIME),
    ("pipeline", "reschedule"): ("POST", f"{ADMIN}/%s/reschedule", TIME),
    ("management", "change"): ("PATCH", f"{SESSIONS}/%s", {"title": "Other"}),
    ("pipeline", "change"): ("PATCH", f"{ADMIN}/%s", {"title": "Other"}),
}
TABLE = [
    pytest.param(way, origin, outcome, id=f"{way[0]}-{way[1]}-{origin.value}")
    for way in WAYS
    for origin, outcome in zip(ORDER, OUTCOMES[way[1]], strict=True)
]


class Everybody:
    """An interview in a status, its admin and its candidate with an account."""

    def __init__(self, client: FlaskClient, status: Status) -> None:
        self.client = client
        self.who: Invited = interviews.invited(scheduled_at=datetime.fromisoformat("2024-02-15T10:00:00Z"))
        self.admin = accounts.headers_of(accounts.make_user(self.who.organisation))
        person = accounts.make_user(self.who.organisation, role="candidate")
        self.candidate = accounts.headers_of(person)
        with unit_of_work():
            interview = db.session.get_one(Interview, self.who.interview.id)
            interview.candidate.user_id = person.id
            interview.status = status

    def go(self, way: tuple[str, str]) -> int:
        """Ask for a verb in a dialect; the status of the answer."""
        method, path, body = WAYS[way]
        told = {"interview_token": self.who.token} if body is None else body
        headers = self.candidate if way[1] == "decline" else {} if body is None else self.admin
        address = path % self.who.interview.id if "%s" in path else path
        return self.client.open(address, method=method, json=told, headers=headers).status_code

    @property
    def status(self) -> str:
        """Where the interview stands."""
        return db.session.scalars(select(Interview.status)).one()


@pytest.mark.parametrize(("way", "origin", "outcome"), TABLE)
def test_every_verb_of_every_dialect(
    client: FlaskClient, way: tuple[str, str], origin: Status, outcome: str | None
) -> None:
    """The same verb does the same in every dialect, and what refuses leaves everything as it was."""
    here = Everybody(client, origin)
    answered = here.go(way)

    assert here.status == (outcome or origin)
    assert answered == 200 if outcome else answered in REFUSED


class TestRecordingAndTheOthers:
    """An interview that is recorded, begun and ended elsewhere."""

    @pytest.mark.parametrize("way", [("management", "end"), ("pipeline", "end")])
    def test_ending_elsewhere_ends_the_session(self, client: FlaskClient, way: tuple[str, str]) -> None:
        here = Everybody(client, Status.SCHEDULED)
        here.go(("recording", "start"))
        session = db.session.scalars(select(RecordingSession)).one()
        answered = here.go(way)
        db.session.refresh(session)

        assert answered == 200 and session.ended_at is not None
        refused = interviews.end(client, session.id)
        assert refused.status_code == 200  # ending again changes nothing
        assert interviews.start(client, here.who.token).status_code == 409

    def test_a_session_joins_what_was_begun_elsewhere(self, client: FlaskClient) -> None:
        here = Everybody(client, Status.SCHEDULED)

        assert [here.go(("management", "start")), here.go(("recording", "start"))] == [200, 200]

    def test_the_sessions_end_ends_the_interview_and_frees_the_time(self, client: FlaskClient) -> None:
        here = Everybody(client, Status.SCHEDULED)
        session_id = interviews.start(client, here.who.token).get_json()["session_id"]
        booked = len(db.session.scalars(select(Booking)).all())
        interviews.end(client, session_id)

        assert here.status == "completed" and (booked, db.session.scalars(select(Booking)).all()) == (1, [])

    def test_who_comes_after_a_no_show_reopens_it(self, client: FlaskClient) -> None:
        here = Everybody(client, Status.SCHEDULED)
        here.go(("pipeline", "no-show"))
        freed = db.session.scalars(select(Booking)).all()
        answered = here.go(("recording", "start"))

        assert (answered, here.status, freed) == (200, "in_progress", [])
        assert len(db.session.scalars(select(Booking)).all()) == 1
        log = client.get(f"{CONDUCT}/{here.who.interview.id}/logs", headers=here.admin).get_json()["items"]
        told = [line["event"] for line in log if line["event"].startswith("interview-")]
        assert told == ["interview-scheduled", "interview-missed", "interview-reopened", "interview-started"]
