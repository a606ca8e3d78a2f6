"""Notes at a moment of a session: /api/interview/notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from interview.accounts.models import Organisation, User
from interview.accounts.scopes import Role
from interview.analysis.models import ReviewNote
from interview.core.audit import AuditEvent
from interview.core.db import db
from interview.core.http import Application
from interview.core.realtime import socketio
from tests.factories import accounts, interviews
from tests.factories.notes import make_note

PATH = "/api/interview/notes"
Headers = dict[str, str]


@dataclass(frozen=True, slots=True)
class Desk:
    """A session, two people who review it, and their requests."""

    client: FlaskClient
    organisation: Organisation
    session_id: str
    author: User
    headers: Headers
    colleague: Headers

    def write(self, headers: Headers | None = None, **more: Any) -> Any:
        """Write a note."""
        body = {"session_id": self.session_id, "at_seconds": 4.2, "text": "Weighs the cost."} | more
        return self.client.post(PATH, json=body, headers=self.headers if headers is None else headers)

    def read(self, **query: Any) -> dict[str, Any]:
        """The list of the session's notes."""
        answer = self.client.get(PATH, query_string={"session_id": self.session_id} | query, headers=self.colleague)
        assert answer.status_code == 200, answer.text
        return dict(answer.get_json())

    def texts(self) -> list[str]:
        """What the notes say."""
        return [note["text"] for note in self.read()["items"]]


@pytest.fixture
def desk(client: FlaskClient) -> Desk:
    """A session under way, which may have notes as well as one that ended."""
    who, session_id = interviews.started(client)
    author, colleague = (accounts.make_user(who.organisation, role=Role.INTERVIEWER) for _ in range(2))
    return Desk(
        client, who.organisation, session_id, author, accounts.headers_of(author), accounts.headers_of(colleague)
    )


class TestWriteNote:
    """POST /api/interview/notes."""

    def test_everybody_who_reviews_reads_it(self, desk: Desk) -> None:
        written = desk.write()
        note = written.get_json()["note"]

        assert written.status_code == 201
        assert (note["at_seconds"], note["text"], note["author_id"]) == (4.2, "Weighs the cost.", desk.author.id)
        assert note["author_name"] == "Some Person" and note["edited_at"] is None
        assert desk.read() == {"success": True, "items": [note], "next_cursor": None}

    def test_is_audited(self, desk: Desk) -> None:
        note_id = desk.write().get_json()["note"]["note_id"]
        deeds = db.session.scalars(select(AuditEvent.action).where(AuditEvent.object_id == note_id)).all()

        assert deeds == ["note.added"]

    def test_twice_with_one_key_is_one_note(self, desk: Desk) -> None:
        headers = desk.headers | {"Idempotency-Key": "the same note"}
        first, again = desk.write(headers), desk.write(headers)

        assert first.get_json() == again.get_json()
        assert len(desk.texts()) == 1

    @pytest.mark.parametrize(
        "more",
        [
            {"text": ""},
            {"text": " \n "},
            {"text": "x" * 10_001},
            {"text": None},
            {"text": "a\x00b"},
            {"at_seconds": -0.1},
            {"at_seconds": 700_000},
            {"at_seconds": "4"},
            {"at_seconds": None},
            {"author_id": "somebody else"},
        ],
    )
    def test_malformed(self, desk: Desk, more: dict[str, Any]) -> None:
        assert desk.write(**more).status_code == 422
        assert desk.texts() == []

    def test_the_longest_there_may_be(self, desk: Desk) -> None:
        assert desk.write(text="x" * 10_000).status_code == 201

    def test_only_people_write(self, desk: Desk) -> None:
        assert desk.write(accounts.basic(accounts.make_key(desk.organisation))).status_code == 403

    def test_nobody(self, desk: Desk) -> None:
        assert desk.write({}).status_code == 401

    def test_not_without_the_scope(self, desk: Desk) -> None:
        candidate = accounts.headers_of(accounts.make_user(desk.organisation, role=Role.CANDIDATE))

        assert desk.write(candidate).status_code == 403

    def test_another_organisation_finds_no_session(self, desk: Desk) -> None:
        assert desk.write(accounts.headers_of(accounts.make_user())).status_code == 404

    def test_no_such_session(self, desk: Desk) -> None:
        assert desk.write(session_id="0" * 32).status_code == 404


class TestListNotes:
    """GET /api/interview/notes."""

    def test_in_pages_with_the_newest_first(self, desk: Desk) -> None:
        for number in range(3):
            make_note(desk.author, desk.session_id, text=f"Note {number}")
        first = desk.read(limit=2)
        second = desk.read(limit=2, cursor=first["next_cursor"])

        assert [note["text"] for note in (*first["items"], *second["items"])] == ["Note 2", "Note 1", "Note 0"]
        assert second["next_cursor"] is None

    def test_of_this_session_alone(self, desk: Desk) -> None:
        _, other = interviews.started(desk.client, organisation=desk.organisation)
        make_note(desk.author, other)

        assert desk.texts() == []

    @pytest.mark.parametrize(("query", "status"), [({}, 422), ({"session_id": "0" * 32}, 404), ({"limit": 101}, 422)])
    def test_refused(self, desk: Desk, query: dict[str, Any], status: int) -> None:
        assert desk.client.get(PATH, query_string=query, headers=desk.headers).status_code == status

    def test_another_organisation_sees_nothing(self, desk: Desk) -> None:
        stranger = accounts.basic(accounts.make_key())

        assert desk.client.get(f"{PATH}?session_id={desk.session_id}", headers=stranger).status_code == 404

    def test_the_session_id_opens_nothing(self, desk: Desk) -> None:
        assert desk.client.get(f"{PATH}?session_id={desk.session_id}").status_code == 401


class TestEditNote:
    """PATCH /api/interview/notes/<note_id>."""

    def edit(self, desk: Desk, headers: Headers | None = None, **change: Any) -> Any:
        note = make_note(desk.author, desk.session_id)
        return desk.client.patch(f"{PATH}/{note.id}", json=change, headers=headers or desk.headers)

    @pytest.mark.parametrize("change", [{"text": "Said better."}, {"at_seconds": 9.5}])
    def test_changes_what_is_named(self, desk: Desk, change: dict[str, Any]) -> None:
        note = self.edit(desk, **change).get_json()["note"]

        assert note == note | {"at_seconds": 3.5, "text": "Said well."} | change
        assert note["edited_at"] is not None
        assert desk.read()["items"] == [note]

    @pytest.mark.parametrize("change", [{}, {"text": " "}, {"at_seconds": -1}, {"author_id": "me"}])
    def test_malformed(self, desk: Desk, change: dict[str, Any]) -> None:
        assert self.edit(desk, **change).status_code == 422

    def test_not_the_notes_of_others(self, desk: Desk) -> None:
        answer = self.edit(desk, desk.colleague, text="Mine now.")

        assert (answer.status_code, answer.get_json()["code"]) == (403, "note_of_another")
        assert desk.texts() == ["Said well."]

    def test_another_organisation(self, desk: Desk) -> None:
        assert self.edit(desk, accounts.headers_of(accounts.make_user()), text="Mine now.").status_code == 404

    def test_an_admin_neither(self, desk: Desk) -> None:
        admin = accounts.headers_of(accounts.make_user(desk.organisation))

        assert self.edit(desk, admin, text="Mine now.").status_code == 403

    def test_a_key_neither(self, desk: Desk) -> None:
        key = accounts.basic(accounts.make_key(desk.organisation))

        assert self.edit(desk, key, text="Mine now.").status_code == 403


class TestDeleteNote:
    """DELETE /api/interview/notes/<note_id>, and its undoing."""

    def test_is_gone_and_comes_back(self, desk: Desk) -> None:
        path = f"{PATH}/{make_note(desk.author, desk.session_id).id}"
        deleted = desk.client.delete(path, headers=desk.headers)
        without = desk.texts()
        restored = desk.client.post(f"{path}/restore", headers=desk.headers)

        assert (deleted.status_code, without) == (204, [])
        assert restored.status_code == 200 and desk.texts() == ["Said well."]

    def test_stays_as_a_row(self, desk: Desk) -> None:
        note = make_note(desk.author, desk.session_id)
        desk.client.delete(f"{PATH}/{note.id}", headers=desk.headers)

        assert db.session.scalars(select(ReviewNote.deleted_at)).one() is not None

    def test_a_deleted_one_is_no_longer_found(self, desk: Desk) -> None:
        path = f"{PATH}/{make_note(desk.author, desk.session_id).id}"
        desk.client.delete(path, headers=desk.headers)

        assert desk.client.delete(path, headers=desk.headers).status_code == 404
        assert desk.client.patch(path, json={"text": "New."}, headers=desk.headers).status_code == 404

    def test_restoring_what_is_there_changes_nothing(self, desk: Desk) -> None:
        path = f"{PATH}/{make_note(desk.author, desk.session_id).id}/restore"

        assert desk.client.post(path, headers=desk.headers).status_code == 200
        assert db.session.scalars(select(AuditEvent).where(AuditEvent.action == "note.restored")).all() == []

    @pytest.mark.parametrize("verb", ["delete", "restore"])
    def test_not_the_notes_of_others(self, desk: Desk, verb: str) -> None:
        path = f"{PATH}/{make_note(desk.author, desk.session_id).id}"
        asked = desk.client.delete(path, headers=desk.colleague)
        if verb == "restore":
            asked = desk.client.post(f"{path}/restore", headers=desk.colleague)

        assert asked.status_code == 403 and desk.texts() == ["Said well."]

    @pytest.mark.parametrize("verb", ["delete", "restore"])
    def test_another_organisation(self, desk: Desk, verb: str) -> None:
        path = f"{PATH}/{make_note(desk.author, desk.session_id).id}"
        stranger = accounts.headers_of(accounts.make_user())
        asked = desk.client.delete(path, headers=stranger)
        if verb == "restore":
            asked = desk.client.post(f"{path}/restore", headers=stranger)

        assert asked.status_code == 404


class TestNews:
    """What the organisation's people are told while they watch."""

    @pytest.fixture
    def heard(self, app: Application, desk: Desk) -> Iterator[list[tuple[str, Any]]]:
        listener = socketio.test_client(app, headers=desk.colleague)
        listener.emit("join-session", {"session_id": desk.session_id}, callback=True)
        candidate = socketio.test_client(app, auth={"session_id": desk.session_id})
        path = f"{PATH}/{desk.write().get_json()['note']['note_id']}"
        desk.client.patch(path, json={"text": "Edited."}, headers=desk.headers)
        desk.client.delete(path, headers=desk.headers)
        desk.client.post(f"{path}/restore", headers=desk.headers)
        yield [(one["name"], one["args"][0]) for one in listener.get_received()]
        assert candidate.get_received() == []
        listener.disconnect()
        candidate.disconnect()

    def test_tells_that_and_not_what(self, desk: Desk, heard: list[tuple[str, Any]]) -> None:
        assert [name for name, _ in heard] == ["note-changed"] * 4
        assert [told["change"] for _, told in heard] == ["added", "edited", "deleted", "restored"]
        assert set(heard[0][1]) == {"session_id", "note_id", "at_seconds", "change"}
