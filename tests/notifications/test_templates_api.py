"""/api/notifications/templates: an organisation's own texts."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from interview.accounts.models import Organisation
from interview.accounts.scopes import Role
from interview.core.http import Application
from interview.notifications.writing.kinds import KINDS
from tests.factories import accounts, messages
from tests.factories.messages import Inbox

TEMPLATES = "/api/notifications/templates"
URL = f"{TEMPLATES}/panel_invitation"
OWN = {"subject": "You and {{ candidate_name }}", "text": "Hello {{ recipient_name }}", "html": None, "sms": None}
Headers = dict[str, str]


@pytest.fixture
def home(app: Application) -> Organisation:
    """The organisation."""
    return accounts.make_organisation()


@pytest.fixture
def recruiter(home: Organisation) -> Headers:
    """A recruiter's headers."""
    return accounts.headers_of(accounts.make_user(home, role=Role.RECRUITER))


class TestList:
    """GET ''."""

    def test_tells_every_kind(self, client: FlaskClient, recruiter: Headers) -> None:
        client.put(URL, headers=recruiter, json=OWN)
        items = client.get(TEMPLATES, headers=recruiter).get_json()["items"]

        assert {item["kind"]: item["isOwn"] for item in items} == {name: name == "panel_invitation" for name in KINDS}

    def test_an_interviewer_may_not(self, client: FlaskClient, home: Organisation) -> None:
        headers = accounts.headers_of(accounts.make_user(home, role=Role.INTERVIEWER))

        assert client.get(TEMPLATES, headers=headers).status_code == 403


class TestChange:
    """PUT and DELETE /<kind>."""

    def test_is_in_force_at_once(
        self, app: Application, client: FlaskClient, home: Organisation, recruiter: Headers, inbox: Inbox
    ) -> None:
        assert client.put(URL, headers=recruiter, json=OWN).get_json()["texts"] == OWN
        message = messages.queue_one(home)
        messages.run_due(app)

        assert message.title == "You and Candidate Example" and b"Hello Candidate Example" in inbox.letters[0]

    def test_goes_back_to_the_built_in_text(self, client: FlaskClient, recruiter: Headers) -> None:
        client.put(URL, headers=recruiter, json=OWN)
        told = [client.delete(URL, headers=recruiter).status_code for _ in range(2)]
        body = client.get(URL, headers=recruiter).get_json()

        assert told == [204, 204] and not body["isOwn"] and body["texts"] == body["builtIn"]

    def test_is_the_organisation_s_own(self, client: FlaskClient, recruiter: Headers) -> None:
        client.put(URL, headers=recruiter, json=OWN)
        other = accounts.headers_of(accounts.make_user())

        assert not client.get(URL, headers=other).get_json()["isOwn"]

    @pytest.mark.parametrize(
        ("part", "source", "line"),
        [
            ("text", "Hello\n{{ nobody }}", 2),
            ("html", "<p>\n\n{% if %}", 3),
            ("subject", "{{ ''.__class__ }}", None),
            ("sms", "{% for a in range(9) %}{% endfor %}", 1),
        ],
    )
    def test_a_mistake_is_told_with_its_line(
        self, client: FlaskClient, recruiter: Headers, part: str, source: str, line: int | None
    ) -> None:
        answer = client.put(URL, headers=recruiter, json=OWN | {part: source})
        body = answer.get_json()

        assert (answer.status_code, body["code"], body["part"]) == (422, "template_invalid", part)
        assert line is None or body["line"] == line

    @pytest.mark.parametrize("body", [{}, {"subject": "", "text": "x"}, OWN | {"odd": 1}, OWN | {"text": "x" * 30_000}])
    def test_refuses_what_it_does_not_know(self, client: FlaskClient, recruiter: Headers, body: Any) -> None:
        assert client.put(URL, headers=recruiter, json=body).status_code == 422

    def test_links_to_accounts_are_worded_by_admins_alone(
        self, client: FlaskClient, home: Organisation, recruiter: Headers
    ) -> None:
        admin = accounts.headers_of(accounts.make_user(home))
        own = {"subject": "Hello", "text": "{{ link }}"}
        told = [
            client.put(f"{TEMPLATES}/password_reset", headers=headers, json=own).status_code
            for headers in (recruiter, admin)
        ]

        assert told == [403, 200]
        assert client.delete(f"{TEMPLATES}/password_reset", headers=recruiter).status_code == 403

    def test_reading_alone_is_not_enough(self, client: FlaskClient, home: Organisation) -> None:
        key = accounts.basic(accounts.make_key(home, scopes={"messages:read"}))

        assert client.put(URL, headers=key, json=OWN).status_code == 403

    def test_an_unknown_kind_is_missing(self, client: FlaskClient, recruiter: Headers) -> None:
        assert client.put(f"{TEMPLATES}/odd", headers=recruiter, json=OWN).status_code == 404


class TestPreview:
    """POST /<kind>/preview."""

    def test_writes_what_is_in_force_with_samples(self, client: FlaskClient, recruiter: Headers) -> None:
        body = client.post(f"{URL}/preview", headers=recruiter, json={"timezone": "Europe/Berlin"}).get_json()

        assert "14:00 (CET)" in body["subject"] and "Candidate: Candidate Example" in body["text"]
        assert "<!doctype html>" in body["html"] and body["sms"] is None

    def test_writes_given_texts_with_given_values(self, client: FlaskClient, recruiter: Headers) -> None:
        asked = {"texts": OWN, "values": {"candidate_name": "<Zoë>"}}
        body = client.post(f"{URL}/preview", headers=recruiter, json=asked).get_json()

        assert body["subject"] == "You and <Zoë>" and "You and &lt;Zoë&gt;" in body["html"]

    def test_tells_every_part_s_mistake(self, client: FlaskClient, recruiter: Headers) -> None:
        asked = {"texts": OWN | {"subject": "{{ a }}", "text": "{{ b }}"}}
        body = client.post(f"{URL}/preview", headers=recruiter, json=asked).get_json()

        assert set(body["errors"]) == {"subject", "text"}

    def test_sends_nothing(self, client: FlaskClient, recruiter: Headers) -> None:
        client.post(f"{URL}/preview", headers=recruiter, json={})

        assert client.get("/api/notifications/messages", headers=recruiter).get_json()["items"] == []
