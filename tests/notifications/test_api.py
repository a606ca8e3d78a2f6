"""/api/notifications: messages, their queue, and quiet channels."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask.testing import FlaskClient

from interview.accounts.models import Organisation
from interview.accounts.scopes import Role
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from interview.notifications import service as notifications
from interview.notifications.models import Message, MessageState
from tests.factories import accounts, messages
from tests.factories.messages import Inbox

MESSAGES = "/api/notifications/messages"
Headers = dict[str, str]


@pytest.fixture
def home(app: Application) -> Organisation:
    """The organisation."""
    return accounts.make_organisation()


@pytest.fixture
def recruiter(home: Organisation) -> Headers:
    """A recruiter's headers."""
    return accounts.headers_of(accounts.make_user(home, role=Role.RECRUITER))


def in_state(home: Organisation, state: MessageState, **more: Any) -> Message:
    """A committed message in a state."""
    message = messages.queue_one(home, **more)
    with unit_of_work():
        notifications.hold(message.id).state = state
    return message


class TestList:
    """GET /messages."""

    def test_tells_the_newest_first(self, client: FlaskClient, home: Organisation, recruiter: Headers) -> None:
        made = [messages.queue_one(home) for _ in range(3)]
        body = client.get(MESSAGES, headers=recruiter).get_json()

        assert [item["id"] for item in body["items"]] == [message.id for message in reversed(made)]
        assert body["nextCursor"] is None and body["items"][0] | {"id": "", "createdAt": "", "reason": ""} == {
            "id": "",
            "kind": "panel_invitation",
            "channel": "email",
            "status": "held",
            "reason": "",
            "recipient": {"subject": "candidate:1", "name": "Candidate Example", "address": "candidate@example.org"},
            "subject": "Interview with Candidate Example, Monday, 18 March 2030, 14:00 (CET)",
            "about": "interview:1",
            "attempts": 0,
            "createdAt": "",
            "sendAt": None,
            "sentAt": None,
        }

    def test_goes_on_by_cursor(self, client: FlaskClient, home: Organisation, recruiter: Headers) -> None:
        made = {messages.queue_one(home).id for _ in range(5)}
        seen, cursor = [], ""
        for _ in range(3):
            body = client.get(f"{MESSAGES}?limit=2{cursor}", headers=recruiter).get_json()
            seen += [item["id"] for item in body["items"]]
            cursor = f"&cursor={body['nextCursor']}"

        assert len(seen) == 5 and set(seen) == made and body["nextCursor"] is None

    @pytest.mark.parametrize(
        ("query", "count"),
        [
            ("status=held", 2),
            ("status=failed", 1),
            ("channel=sms", 1),
            ("kind=panel_reminder", 1),
            ("recipient=user:7", 1),
            ("recipient=seven@example.org", 1),
            ("about=interview:2", 1),
            ("about=interview:1&status=held", 1),
            ("status=sent", 0),
        ],
    )
    def test_filters(self, client: FlaskClient, home: Organisation, recruiter: Headers, query: str, count: int) -> None:
        messages.queue(home, about="interview:1")
        messages.queue(home, kind="test_message", about="interview:2", to=messages.recipient(email=None))
        in_state(
            home,
            MessageState.FAILED,
            kind="panel_reminder",
            about="interview:3",
            to=messages.recipient(subject="user:7", email="seven@example.org"),
        )

        assert len(client.get(f"{MESSAGES}?{query}", headers=recruiter).get_json()["items"]) == count

    @pytest.mark.parametrize("query", ["status=odd", "channel=odd", "kind=odd", "limit=0", "cursor=x"])
    def test_refuses_what_it_does_not_know(self, client: FlaskClient, recruiter: Headers, query: str) -> None:
        assert client.get(f"{MESSAGES}?{query}", headers=recruiter).status_code == 422

    def test_shows_nothing_of_others(self, client: FlaskClient, recruiter: Headers) -> None:
        messages.queue()

        assert client.get(MESSAGES, headers=recruiter).get_json()["items"] == []

    @pytest.mark.parametrize(("role", "status"), [(Role.INTERVIEWER, 403), (Role.CANDIDATE, 403), (None, 401)])
    def test_is_for_the_office(self, client: FlaskClient, home: Organisation, role: Role | None, status: int) -> None:
        headers = accounts.headers_of(accounts.make_user(home, role=role)) if role else {}

        assert client.get(MESSAGES, headers=headers).status_code == status


class TestGet:
    """GET /messages/<id>."""

    def test_tells_what_it_says_and_what_was_tried(
        self, app: Application, client: FlaskClient, home: Organisation, recruiter: Headers, inbox: Inbox
    ) -> None:
        inbox.replies = ["451 4.3.0 later"]
        message = messages.queue_one(home, values={"link": "https://interviews.example/i/abc"})
        messages.run_due(app)
        messages.run_due(app)
        body = client.get(f"{MESSAGES}/{message.id}", headers=recruiter).get_json()

        assert (body["status"], body["attempts"], body["supplier"]) == ("sent", 2, "smtp")
        assert [(one["number"], one["outcome"]) for one in body["tried"]] == [(2, "accepted"), (1, "delayed")]
        assert "https://interviews.example/i/abc" in body["text"] and "<html" in body["html"]
        assert body["isResendable"] and not body["isWithdrawable"]

    def test_tells_a_text_message_s_text(self, client: FlaskClient, home: Organisation, recruiter: Headers) -> None:
        message = messages.queue(home, kind="interview_reminder", to=messages.recipient(email=None))[0]
        body = client.get(f"{MESSAGES}/{message.id}", headers=recruiter).get_json()

        assert body["channel"] == "sms" and body["text"].startswith("Northwind: reminder") and body["html"] is None

    @pytest.mark.parametrize("kind", ["account_invitation", "password_reset"])
    def test_never_tells_a_link_to_an_account(self, client: FlaskClient, home: Organisation, kind: str) -> None:
        admin = accounts.headers_of(accounts.make_user(home))
        message = messages.queue_one(home, kind=kind, values={"link": "https://interviews.example/r/secret"})
        body = client.get(f"{MESSAGES}/{message.id}", headers=admin)

        assert body.status_code == 200 and "secret" not in body.get_data(as_text=True)

    def test_tells_an_interview_s_link_to_those_who_can_make_one(self, client: FlaskClient, home: Organisation) -> None:
        message = messages.queue_one(home, values={"link": "https://interviews.example/i/secret"})
        told = {
            scope: client.get(
                f"{MESSAGES}/{message.id}",
                headers=accounts.basic(accounts.make_key(home, scopes={"messages:read", scope})),
            ).get_data(as_text=True)
            for scope in ("interviews:write", "interviews:read")
        }

        assert "i/secret" in told["interviews:write"] and "i/secret" not in told["interviews:read"]

    def test_missing_and_others_are_the_same(self, client: FlaskClient, recruiter: Headers) -> None:
        answers = [client.get(f"{MESSAGES}/{id_}", headers=recruiter) for id_ in (messages.queue_one().id, "0" * 32)]

        assert {(answer.status_code, answer.get_json()["code"]) for answer in answers} == {(404, "message_not_found")}


class TestResend:
    """POST /messages/<id>/resend."""

    @pytest.mark.parametrize("state", [MessageState.FAILED, MessageState.UNCONFIRMED, MessageState.HELD])
    def test_sends_under_the_same_message_id(
        self, app: Application, client: FlaskClient, home: Organisation, recruiter: Headers, state: MessageState
    ) -> None:
        message = in_state(home, state)
        with messages.mail_server() as inbox, messages.using(app, smtp_url=inbox.url, email_from=messages.SENDER):
            answer = client.post(f"{MESSAGES}/{message.id}/resend", headers=recruiter)
            messages.run_due(app)

        assert (answer.status_code, answer.get_json()["status"]) == (200, "queued")
        assert messages.again(message).state == "sent" and f"{message.id}.1@".encode() in inbox.letters[0]

    def test_a_sent_one_becomes_a_second_letter(
        self, app: Application, client: FlaskClient, home: Organisation, recruiter: Headers, inbox: Inbox
    ) -> None:
        message = messages.queue_one(home)
        messages.run_due(app)
        client.post(f"{MESSAGES}/{message.id}/resend", headers=recruiter)
        messages.run_due(app)

        assert len(inbox.letters) == 2 and f"{message.id}.2@".encode() in inbox.letters[1]

    def test_twice_is_once_while_it_waits(
        self, app: Application, client: FlaskClient, home: Organisation, recruiter: Headers, inbox: Inbox
    ) -> None:
        message = in_state(home, MessageState.FAILED)
        told = [client.post(f"{MESSAGES}/{message.id}/resend", headers=recruiter).status_code for _ in range(2)]
        messages.run_due(app)

        assert told == [200, 409] and len(inbox.letters) == 1

    def test_at_the_same_time_is_once(
        self, app: Application, home: Organisation, recruiter: Headers, inbox: Inbox
    ) -> None:
        message = in_state(home, MessageState.UNCONFIRMED)
        db.session.remove()

        def resend(_: int) -> int:
            return app.test_client().post(f"{MESSAGES}/{message.id}/resend", headers=recruiter).status_code

        with ThreadPoolExecutor(6) as threads:
            told = sorted(threads.map(resend, range(6)))
        messages.run_due(app)

        assert told == [200, *[409] * 5] and len(inbox.letters) == 1

    def test_without_credentials_says_which_are_missing(
        self, client: FlaskClient, home: Organisation, recruiter: Headers
    ) -> None:
        message = messages.queue_one(home)
        body = client.post(f"{MESSAGES}/{message.id}/resend", headers=recruiter).get_json()

        assert (body["code"], "SMTP_URL" in body["detail"]) == ("channel_not_configured", True)

    def test_a_sent_link_to_an_account_is_gone(
        self, app: Application, client: FlaskClient, home: Organisation, recruiter: Headers, inbox: Inbox
    ) -> None:
        message = messages.queue_one(home, kind="password_reset")
        messages.run_due(app)
        body = client.post(f"{MESSAGES}/{message.id}/resend", headers=recruiter).get_json()

        assert body["code"] == "message_not_resendable"

    def test_others_are_missing(self, client: FlaskClient, recruiter: Headers) -> None:
        assert client.post(f"{MESSAGES}/{messages.queue_one().id}/resend", headers=recruiter).status_code == 404


class TestWithdraw:
    """POST /messages/<id>/withdraw."""

    def test_takes_back_what_waits(self, client: FlaskClient, home: Organisation, recruiter: Headers) -> None:
        message = messages.queue_one(home)
        told = [client.post(f"{MESSAGES}/{message.id}/withdraw", headers=recruiter) for _ in range(2)]

        assert [answer.status_code for answer in told] == [200, 409]
        assert told[0].get_json()["status"] == "withdrawn" and told[1].get_json()["code"] == "message_not_withdrawable"

    def test_others_are_missing(self, client: FlaskClient, recruiter: Headers) -> None:
        assert client.post(f"{MESSAGES}/{messages.queue_one().id}/withdraw", headers=recruiter).status_code == 404


class TestTest:
    """POST /messages/test."""

    def test_reaches_the_caller(self, app: Application, client: FlaskClient, recruiter: Headers, inbox: Inbox) -> None:
        answer = client.post(f"{MESSAGES}/test", headers=recruiter, json={})
        messages.run_due(app)

        assert (answer.status_code, answer.get_json()["status"]) == (201, "queued") and len(inbox.letters) == 1

    def test_is_held_without_credentials(self, client: FlaskClient, recruiter: Headers) -> None:
        body = {"channel": "sms", "phone": "+15551234567"}

        assert client.post(f"{MESSAGES}/test", headers=recruiter, json=body).get_json()["status"] == "held"

    def test_is_for_people(self, client: FlaskClient, home: Organisation) -> None:
        key = accounts.basic(accounts.make_key(home))

        assert client.post(f"{MESSAGES}/test", headers=key, json={}).status_code == 403

    @pytest.mark.parametrize("body", [{"channel": "pigeon"}, {"to": "x@example.org"}, []])
    def test_refuses_what_it_does_not_know(self, client: FlaskClient, recruiter: Headers, body: Any) -> None:
        assert client.post(f"{MESSAGES}/test", headers=recruiter, json=body).status_code == 422


class TestQueue:
    """GET /queue."""

    def test_counts_and_says_which_settings_are_missing(
        self, app: Application, client: FlaskClient, home: Organisation, recruiter: Headers, inbox: Inbox
    ) -> None:
        messages.queue(home, kind="interview_invitation")
        body = client.get("/api/notifications/queue", headers=recruiter).get_json()

        assert body["name"] == "notification-queue"
        assert body["counts"] == {
            "queued": 1, "sending": 0, "held": 1, "failed": 0, "unconfirmed": 0, "sent": 0,
        }  # fmt: skip
        email, sms = body["channels"]
        assert email == {"channel": "email", "supplier": "smtp", "hasCredentials": True, "missingSettings": []}
        assert sms["supplier"] == "outbox" and "TWILIO_ACCOUNT_SID" in sms["missingSettings"]

    def test_an_interviewer_may_not(self, client: FlaskClient, home: Organisation) -> None:
        headers = accounts.headers_of(accounts.make_user(home, role=Role.INTERVIEWER))

        assert client.get("/api/notifications/queue", headers=headers).status_code == 403


class TestPreferences:
    """GET and PUT /preferences."""

    URL = "/api/notifications/preferences"

    def test_are_kept_and_taken_back(self, client: FlaskClient, home: Organisation) -> None:
        user = accounts.make_user(home, role=Role.INTERVIEWER)
        headers = accounts.headers_of(user)
        for quiet in (["email"], ["email", "sms"], []):
            told = client.put(self.URL, headers=headers, json={"quietChannels": quiet})
            assert told.status_code == 200
            assert client.get(self.URL, headers=headers).get_json() == {"quietChannels": quiet}

    def test_silence_messages_to_this_person_alone(self, client: FlaskClient, home: Organisation) -> None:
        users = [accounts.make_user(home, role=Role.INTERVIEWER) for _ in range(2)]
        client.put(self.URL, headers=accounts.headers_of(users[0]), json={"quietChannels": ["email"]})
        states = [
            messages.queue_one(home, to=messages.recipient(subject=f"user:{user.id}", email=user.email)).state
            for user in users
        ]

        assert states == ["silenced", "held"]

    @pytest.mark.parametrize("body", [{}, {"quietChannels": ["pigeon"]}, {"quietChannels": "sms"}])
    def test_refuses_what_it_does_not_know(self, client: FlaskClient, recruiter: Headers, body: Any) -> None:
        assert client.put(self.URL, headers=recruiter, json=body).status_code == 422

    def test_a_key_has_none(self, client: FlaskClient, home: Organisation) -> None:
        assert client.get(self.URL, headers=accounts.basic(accounts.make_key(home))).status_code == 403
