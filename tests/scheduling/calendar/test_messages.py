"""What people are told of interviews, and that nobody is told twice or too late."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import vobject
from flask.testing import FlaskClient
from sqlalchemy import select

from interview.accounts.models import User
from interview.core import clock
from interview.core.actors import OPERATOR
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from interview.notifications import service as notifications
from interview.notifications.models import Message
from interview.scheduling import panel
from interview.scheduling import service as scheduling
from interview.scheduling.models import Interview, Invitation
from tests.factories import accounts, interviews
from tests.factories.calendars import ahead

REMINDERS = {"interview_reminder", "panel_reminder"}


@pytest.fixture
def interviewer(app: Application) -> User:
    """Somebody who interviews."""
    return accounts.make_user(role="interviewer", email="interviewer@example.org")


def scheduled(who: User, **values: Any) -> Interview:
    """An interview of a candidate who has an address, with somebody on its panel."""
    candidate = interviews.make_candidate(who.organisation, email="candidate@example.org")
    given: dict[str, Any] = {"scheduled_at": ahead(), "timezone": "Europe/Berlin", "title": "Round one"} | values
    with unit_of_work():
        return scheduling.create(
            within=who.organisation_id, candidate_id=candidate.id, panel=panel.seats([who.id]), by=OPERATOR, **given
        )


def told(*, but: set[str] = REMINDERS) -> list[tuple[str, str]]:
    """Kind and address of every message that was not withdrawn, e-mail alone, in order."""
    query = select(Message).where(Message.state != "withdrawn", Message.channel == "email")
    rows = db.session.scalars(query.order_by(Message.created_at, Message.address)).all()
    return [(row.kind, row.address) for row in rows if row.kind not in but]


def reminders() -> list[tuple[str, int]]:
    """Kind of every reminder that waits, and how many minutes before the interview it comes."""
    [starts_at] = db.session.scalars(select(Interview.scheduled_at)).all()
    query = select(Message).where(Message.kind.in_(REMINDERS), Message.state != "withdrawn", Message.channel == "email")
    rows = db.session.scalars(query.order_by(Message.send_at, Message.kind)).all()
    return [(row.kind, round((starts_at - row.send_at).total_seconds() / 60)) for row in rows]  # type: ignore[operator]


def newest(kind: str) -> tuple[dict[str, Any], str]:
    """The values and the calendar of the newest message of a kind."""
    query = select(Message).where(Message.kind == kind, Message.channel == "email").order_by(Message.created_at.desc())
    message = db.session.scalars(query).first()
    assert message is not None
    content = notifications.unseal(message)
    [file] = content.attachments or [None]
    return dict(content.values), file.content if file else ""


class TestScheduled:
    """A new interview."""

    def test_invites_the_candidate_and_the_panel(self, app: Application, interviewer: User) -> None:
        made = scheduled(interviewer)
        values, calendar = newest("interview_invitation")
        event = vobject.readOne(calendar).vevent

        assert told() == [
            ("interview_invitation", "candidate@example.org"),
            ("panel_invitation", "interviewer@example.org"),
        ]
        assert "METHOD:REQUEST" in calendar and event.sequence.value == "0"
        assert [who.value for who in event.attendee_list] == ["mailto:candidate@example.org"]
        assert values["link"] in calendar.replace("\r\n ", "")
        assert values["timezone"] == "Europe/Berlin" and values["starts_at"] == clock.wire(made.scheduled_at)
        _, panels = newest("panel_invitation")
        assert "candidate@example.org" not in panels and values["link"] not in panels.replace("\r\n ", "")
        assert vobject.readOne(panels).vevent.uid.value == event.uid.value

    def test_its_link_lives_until_after_the_interview(self, app: Application, interviewer: User) -> None:
        made = scheduled(interviewer, scheduled_at=ahead(60))
        [invitation] = db.session.scalars(select(Invitation)).all()

        assert made.ends_at and invitation.expires_at > made.ends_at

    @pytest.mark.parametrize("when", [None, timedelta(hours=-1)])
    def test_without_a_time_to_come_nobody_is_told(
        self, app: Application, interviewer: User, when: timedelta | None
    ) -> None:
        scheduled(interviewer, scheduled_at=when and clock.now() + when)

        assert told(but=set()) == [] and db.session.scalars(select(Invitation)).all() == []

    def test_somebody_disabled_is_told_nothing(self, app: Application, interviewer: User) -> None:
        made = scheduled(interviewer)
        with unit_of_work():
            db.session.get_one(User, interviewer.id).is_active = False
        with unit_of_work():
            scheduling.cancel(scheduling.hold(made.id), reason="ill", by=OPERATOR)

        assert ("panel_cancelled", "interviewer@example.org") not in told()


class TestChanged:
    """What was told is different now."""

    def test_a_new_time_is_a_request_with_a_higher_sequence(self, app: Application, interviewer: User) -> None:
        made = scheduled(interviewer)
        with unit_of_work():
            scheduling.reschedule(scheduling.hold(made.id), starts_at=ahead(5), by=OPERATOR)
        first, then = newest("interview_invitation")[0], newest("interview_rescheduled")[0]
        event = vobject.readOne(newest("interview_rescheduled")[1]).vevent

        # The invitations still waited to be sent; they tell of a time that no longer holds.
        assert told() == [
            ("interview_rescheduled", "candidate@example.org"),
            ("panel_rescheduled", "interviewer@example.org"),
        ]
        assert event.sequence.value == "1" and then["link"] == first["link"]

    def test_its_first_time_is_an_invitation(self, app: Application, interviewer: User) -> None:
        made = scheduled(interviewer, scheduled_at=None)
        with unit_of_work():
            scheduling.reschedule(scheduling.hold(made.id), starts_at=ahead(5), by=OPERATOR)

        assert [kind for kind, _ in told()] == ["interview_invitation", "panel_invitation"]

    def test_another_place_is_told_to_everybody(self, app: Application, interviewer: User) -> None:
        made = scheduled(interviewer)
        with unit_of_work():
            scheduling.change(scheduling.hold(made.id), location="Room 2", by=OPERATOR)

        assert [kind for kind, _ in told()] == ["interview_changed", "panel_invitation"]
        assert vobject.readOne(newest("interview_changed")[1]).vevent.location.value == "Room 2"

    def test_notes_are_told_to_nobody(self, app: Application, interviewer: User) -> None:
        made = scheduled(interviewer)
        before = told(but=set())
        with unit_of_work():
            scheduling.change(scheduling.hold(made.id), notes="Bring a chair.", by=OPERATOR)

        assert told(but=set()) == before

    def test_who_joins_is_invited_and_who_leaves_is_told(self, app: Application, interviewer: User) -> None:
        made = scheduled(interviewer)
        other = accounts.make_user(interviewer.organisation, role="interviewer", email="other@example.org")
        with unit_of_work():
            scheduling.change(scheduling.hold(made.id), panel=panel.seats([other.id]), by=OPERATOR)

        assert set(told()[1:]) == {
            ("interview_changed", "candidate@example.org"),
            ("panel_invitation", "other@example.org"),
            ("panel_cancelled", "interviewer@example.org"),
        }
        event = vobject.readOne(newest("panel_cancelled")[1]).vevent
        assert event.status.value == "CANCELLED" and event.sequence.value == "1"
        assert [who.value for who in event.attendee_list] == ["mailto:interviewer@example.org"]

    def test_cancelled_is_told_and_nothing_else_goes_out(self, app: Application, interviewer: User) -> None:
        made = scheduled(interviewer)
        with unit_of_work():
            scheduling.cancel(scheduling.hold(made.id), reason="The position is filled.", by=OPERATOR)
        values, calendar = newest("interview_cancelled")
        event = vobject.readOne(calendar).vevent

        assert {kind for kind, _ in told(but=set())} <= {
            "interview_cancelled",
            "panel_cancelled",
            "interview_invitation",
            "panel_invitation",
        }
        assert values["reason"] == "The position is filled." and values["link"] == ""
        assert "METHOD:CANCEL" in calendar and event.status.value == "CANCELLED" and event.sequence.value == "1"
        assert event.uid.value == f"interview-{made.id}@{made.organisation_id}.talentflow"


class TestReminders:
    """A day and a quarter of an hour before."""

    def test_are_planned_for_candidate_and_panel(self, app: Application, interviewer: User) -> None:
        scheduled(interviewer)

        assert reminders() == [
            ("interview_reminder", 1440),
            ("panel_reminder", 1440),
            ("interview_reminder", 15),
            ("panel_reminder", 15),
        ]

    def test_not_for_a_moment_that_has_passed(self, app: Application, interviewer: User) -> None:
        scheduled(interviewer, scheduled_at=clock.now() + timedelta(hours=2))

        assert [minutes for _, minutes in reminders()] == [15, 15]

    def test_move_with_the_interview(self, app: Application, interviewer: User) -> None:
        made = scheduled(interviewer)
        with unit_of_work():
            scheduling.reschedule(scheduling.hold(made.id), starts_at=ahead(9), by=OPERATOR)

        assert [minutes for _, minutes in reminders()] == [1440, 1440, 15, 15]
        states = db.session.scalars(
            select(Message.state).where(Message.kind.in_(REMINDERS), Message.channel == "email")
        ).all()
        assert states.count("withdrawn") == 4

    @pytest.mark.parametrize("verb", ["cancel", "complete", "start"])
    def test_end_with_the_interview(self, app: Application, interviewer: User, verb: str) -> None:
        made = scheduled(interviewer, opens_at=clock.now() - timedelta(hours=1))
        with unit_of_work():
            held = scheduling.hold(made.id)
            if verb == "cancel":
                scheduling.cancel(held, reason="ill", by=OPERATOR)
            else:
                scheduling.start(held, by=OPERATOR)
        if verb == "complete":
            with unit_of_work():
                scheduling.complete(scheduling.hold(made.id), by=OPERATOR)

        assert reminders() == []

    def test_the_same_sequence_reminds_once(self, app: Application, interviewer: User) -> None:
        from interview.scheduling.calendar import messages

        made = scheduled(interviewer)
        for _ in range(3):
            with unit_of_work():
                messages.plan_reminders(scheduling.hold(made.id), link="https://example.org/i/x")

        assert len(reminders()) == 4

    def test_a_candidate_without_an_address_is_not_reminded(self, app: Application, interviewer: User) -> None:
        candidate = interviews.make_candidate(interviewer.organisation)
        with unit_of_work():
            scheduling.create(
                within=interviewer.organisation_id, candidate_id=candidate.id, scheduled_at=ahead(), by=OPERATOR
            )

        assert reminders() == []


class TestSendLink:
    """POST /api/admin/interviews/<id>/invitations with `send`."""

    def ask(self, client: FlaskClient, made: Interview, who: User, **body: Any) -> Any:
        """Ask for a new token."""
        return client.post(f"/api/admin/interviews/{made.id}/invitations", headers=accounts.headers_of(who), json=body)

    def test_sends_the_new_link(self, client: FlaskClient, interviewer: User) -> None:
        admin = accounts.make_user(interviewer.organisation, role="admin")
        made = scheduled(interviewer, scheduled_at=None)
        quiet = self.ask(client, made, admin).get_json()
        assert quiet["isSent"] is False and told() == []
        sent = self.ask(client, made, admin, send=True).get_json()

        assert sent["isSent"] is True and told() == [("interview_invitation", "candidate@example.org")]
        assert newest("interview_invitation")[0]["link"] == sent["link"]

    def test_sends_nothing_once_the_time_is_over(self, client: FlaskClient, interviewer: User) -> None:
        admin = accounts.make_user(interviewer.organisation, role="admin")
        made = scheduled(interviewer, scheduled_at=clock.now() - timedelta(hours=3))

        assert self.ask(client, made, admin, send=True).get_json()["isSent"] is False and told() == []
