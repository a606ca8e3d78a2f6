"""No secret and nobody's words in the logs, on the console or in the audit log, whatever happens."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

import requests
from sqlalchemy import select

from interview.core.audit import AuditEvent
from interview.core.db import db
from tests.factories import accounts
from tests.trust import backstage
from tests.trust.nursery import Forked
from tests.trust.pages import OCTETS

WORDS = f"marker-{uuid4().hex}"
PASSWORD = f"pass-{uuid4().hex}"


class TestLogRedaction:
    """A whole flow, with refusals and a crash, read back from everything that was written about it."""

    def test_markers_appear_nowhere(self, server: Forked) -> None:
        tokens, (key_id, secret) = backstage.invite(server, 2)
        with backstage.behind(server):
            person = accounts.make_user(email="someone@example.org")
            access = accounts.log_in(person).access
        session_id = conduct(server, tokens[0])
        upload_id = upload(server, tokens[1])
        knock(server, tokens[0], session_id, (key_id, secret), access)
        written = everything_written(server)

        assert "request" in written and "/api/interview/answer/add" in written
        marked = {"token": tokens[0], "secret": secret, "access": access, "words": WORDS, "password": PASSWORD}
        marked |= {"session": session_id, "upload": upload_id}
        assert {name for name, marker in marked.items() if marker in written} == set()


def conduct(server: Forked, token: str) -> str:
    """A session whose texts are the marker."""
    session_id = post(server, "session/start", interview_token=token, browser_info=WORDS)["session_id"]
    about = {"session_id": session_id}
    question_id = post(server, "question/add", **about, question_data={"text": f"Why {WORDS}?"})["question_id"]
    post(server, "answer/add", **about, question_id=question_id, answer_data={"text": f"Because {WORDS}"})
    post(server, "session/issue", **about, kind="network", message=WORDS)
    post(server, "session/end", **about)
    return str(session_id)


def upload(server: Forked, token: str) -> str:
    """An upload of another session, continued once."""
    session_id = post(server, "session/start", interview_token=token)["session_id"]
    place = f"{server.url}/api/interview/session/{session_id}/uploads"
    created = requests.post(place, headers=OCTETS | {"Upload-Length": "9"}, data=b"abc", timeout=20)
    upload_id = created.headers["Location"].rpartition("/")[2]
    requests.get(f"{server.url}/api/interview/session/{session_id}", timeout=20)
    more = OCTETS | {"Upload-Offset": "3"}
    requests.patch(f"{server.url}/api/uploads/{upload_id}", headers=more, data=b"d", timeout=20)
    return upload_id


def knock(server: Forked, token: str, session_id: str, key: tuple[str, str], access: str) -> None:
    """Right and wrong credentials in every place where one can stand."""
    post(server, "session/start", interview_token=token)
    post(server, "session/start", interview_token={"token": token})
    post(server, "answer/add", session_id=session_id, answer_data={"text": [WORDS]})
    requests.get(f"{server.url}/api/auth/me", auth=key, timeout=20)
    requests.get(f"{server.url}/api/auth/me", headers={"Authorization": f"Bearer {access}"}, timeout=20)
    requests.get(f"{server.url}/api/auth/me", headers={"Authorization": f"Bearer {key[0]}.{key[1]}"}, timeout=20)
    requests.get(f"{server.url}/i/{token}", timeout=20)
    login = {"email": "someone@example.org", "password": PASSWORD}
    requests.post(f"{server.url}/api/auth/login", json=login, timeout=20)
    requests.post(f"{server.url}/api/auth/login", data=json.dumps(login)[:-2], timeout=20)


def post(server: Forked, path: str, **body: Any) -> dict[str, Any]:
    """Send one request of the dialect."""
    told: dict[str, Any] = requests.post(f"{server.url}/api/interview/{path}", json=body, timeout=20).json()
    return told


def everything_written(server: Forked) -> str:
    """The log files, the console, and the audit log."""
    files = "".join(path.read_text() for path in (server.folder / "logs").glob("*"))
    with backstage.behind(server):
        audit = [f"{row.action} {row.details} {row.actor_id}" for row in db.session.scalars(select(AuditEvent))]
    return files + server.log() + "\n".join(audit)
